/** Mermaid under Node: its text as a draw.io file or a picture, with the bundled fonts. */
import { render, renderPng } from '../node.js';
import { nodeAssets } from '../nodeAssets.js';
import { nodeFontSupport } from '../nodeFontSupport.js';
import type { LayoutOptions, RenderOptions } from '../options.js';
import { reporter } from '../options.js';
import { FontLibrary } from '../text/fonts.js';
import { convertMermaid, type MermaidThemeName } from './convert.js';

export { type Diagnostic, type DiagnosticCode, type ErrorCode, MxsvgError, type Report } from '../diagnostics.js';
export type { LayoutOptions, RenderOptions } from '../options.js';
export type { MermaidThemeName } from './convert.js';
export { type MermaidBlock, mermaidBlocks } from './markdown.js';

export interface MermaidOptions extends Pick<LayoutOptions, 'diagnostics' | 'fonts' | 'systemFonts'> {
  /** The colours, where the text names no theme itself; default 'default'. */
  readonly theme?: MermaidThemeName;
}

/** Options of drawing that count for Mermaid too. */
export interface MermaidRenderOptions
  extends MermaidOptions,
    Omit<RenderOptions, keyof MermaidOptions | 'page' | 'layers'> {
  /** Default 'svg'. */
  readonly format?: 'svg' | 'png';
}

/** What is remembered of the bundled fonts between diagrams. */
const bundledFonts = new FontLibrary(nodeAssets, [], nodeFontSupport);

/**
 * A Mermaid diagram as a draw.io file with one page: shapes, connectors and labels that draw.io edits as its own.
 * @throws MxsvgError 'mermaid-syntax' with line and column for a text that can't be parsed, 'mermaid-unsupported' for a
 * kind of diagram that isn't drawn
 */
export function mermaidToDrawio(text: string, options: MermaidOptions = {}): string {
  const { fonts = [], systemFonts, theme, diagnostics } = options;
  const bundled = fonts.length === 0 && systemFonts === undefined;
  const library = bundled ? bundledFonts : new FontLibrary(nodeAssets, fonts, nodeFontSupport, systemFonts);
  return convertMermaid(text, { fonts: library, theme, report: reporter(diagnostics) });
}

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
  const { format = 'svg', theme, ...drawing } = options;
  const file = mermaidToDrawio(text, { ...drawing, theme });
  return format === 'png' ? renderPng(file, drawing) : render(file, drawing);
}
