/** Mermaid in a web page, with all the names that Node has. */

import { render, renderPng } from '../platform/browser/library.js';
import { pageAssets, pageFontSupport } from '../platform/browser/pageAssets.js';
import { createMermaid, type MermaidOptions } from './browser.js';
import type { MermaidRenderOptions } from './index.js';

export * from './browser.js';
export type { MermaidRenderOptions } from './index.js';

const mermaid = createMermaid(pageAssets, pageFontSupport);

/** A Mermaid diagram as a draw.io file. Throws as under Node, and 'broken-assets' where fonts can't be had. */
export const mermaidToDrawio = (text: string, options?: MermaidOptions): string => mermaid.toDrawio(text, options);

/** A Mermaid diagram as a picture: SVG text, or the bytes of a PNG. Throws as mermaidToDrawio and render do. */
export async function renderMermaid(text: string, options: MermaidRenderOptions = {}): Promise<string | Uint8Array> {
  const { format = 'svg', theme, ...drawing } = options;
  const file = mermaid.toDrawio(text, { ...drawing, theme });
  return format === 'png' ? renderPng(file, drawing) : render(file, drawing);
}
