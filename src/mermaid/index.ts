/** Mermaid under Node: its text as a draw.io file or a picture, with the bundled fonts. */
import { loadElk } from '../platform/node/elkEngine.js';
import { loadFontAwesome } from '../platform/node/fontAwesome.js';
import { render, renderPng } from '../platform/node/library.js';
import { nodeFontSupport } from '../platform/node/machineFonts.js';
import { createMathTypesetter } from '../platform/node/mathTypesetter.js';
import { nodeAssets } from '../platform/node/packagedAssets.js';
import { createMermaid, type MermaidDrawingOptions, type MermaidOptions } from './browser.js';

export * from './browser.js';

export interface MermaidRenderOptions extends MermaidDrawingOptions {
  /** Default 'svg'. */
  readonly format?: 'svg' | 'png';
}

const mermaid = createMermaid(nodeAssets, nodeFontSupport, createMathTypesetter, loadElk, loadFontAwesome);

/**
 * A Mermaid diagram as a draw.io file with one page: shapes, connectors and labels that draw.io edits as its own.
 * @throws MxsvgError 'mermaid-syntax' with line and column for a text that can't be parsed, 'mermaid-unsupported' for a
 * kind of diagram that isn't drawn, 'limit-exceeded' for one that is too large
 */
export const mermaidToDrawio = (text: string, options?: MermaidOptions): string => mermaid.toDrawio(text, options);

/**
 * A Mermaid diagram as a picture: SVG text, or the bytes of a PNG.
 * @throws MxsvgError as mermaidToDrawio and render do
 */
export function renderMermaid(
  text: string,
  options: MermaidRenderOptions & { readonly format: 'png' },
): Promise<Uint8Array>;
export function renderMermaid(
  text: string,
  options?: MermaidRenderOptions & { readonly format?: 'svg' },
): Promise<string>;
export function renderMermaid(text: string, options?: MermaidRenderOptions): Promise<string | Uint8Array>;
export async function renderMermaid(text: string, options: MermaidRenderOptions = {}): Promise<string | Uint8Array> {
  const { format = 'svg', theme, config, icons, ...drawing } = options;
  const file = mermaid.toDrawio(text, { ...drawing, theme, config, icons });
  return format === 'png' ? renderPng(file, drawing) : render(file, drawing);
}
