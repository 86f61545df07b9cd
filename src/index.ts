/** The public names of the library under Node. */
import { nodeAssets, plainFontFiles } from './nodeAssets.js';
import { createMathTypesetter } from './nodeMath.js';
import type { LayoutOptions, RenderOptions } from './options.js';
import { type Comparison, createRenderer, type Diagram, type LayerInfo, type Source } from './render.js';

export * from './browser.js';
export { folderAssets, nodeAssets } from './nodeAssets.js';
export { createMathTypesetter } from './nodeMath.js';

const renderer = createRenderer(nodeAssets, createMathTypesetter);

/**
 * Reads a diagram file and lists its pages, without drawing anything. The result may be drawn from in place of the file.
 * @throws MxsvgError if the file can't be read
 */
export const parse = (source: string | Uint8Array): Diagram => renderer.parse(source);

/**
 * Draws one page as a standalone SVG document with real text.
 * @throws MxsvgError if the file can't be read, the page isn't there or is broken, or an option is out of range
 */
export const render = (source: Source, options?: RenderOptions): string => renderer.render(source, options);

/**
 * Draws one page as PNG. Text is drawn from the bundled fonts' outlines, so the picture is the same on every machine.
 * @throws MxsvgError as render does
 */
export async function renderPng(source: Source, options: Omit<RenderOptions, 'text'> = {}): Promise<Uint8Array> {
  const svg = renderer.render(source, {
    ...options,
    theme: options.theme === 'auto' ? 'light' : options.theme,
    text: 'outline',
  });
  const { rasterize } = await import('./write/png.js');
  return rasterize(svg, undefined, plainFontFiles);
}

/**
 * What differs between two versions of a file, and a picture of it.
 * @throws MxsvgError as render does
 */
export const compare = (before: Source, after: Source, options?: RenderOptions): Comparison =>
  renderer.compare(before, after, options);

/**
 * The picture of a comparison as PNG.
 * @throws MxsvgError as render does
 */
export async function comparePng(before: Source, after: Source, options: RenderOptions = {}): Promise<Uint8Array> {
  const svg = renderer.compare(before, after, { ...options, text: 'outline' }).svg();
  const { rasterize } = await import('./write/png.js');
  return rasterize(svg, undefined, plainFontFiles);
}

/**
 * The layers of a page, the lowest first.
 * @throws MxsvgError as render does
 */
export const layers = (source: Source, page?: number | string): readonly LayerInfo[] => renderer.layers(source, page);

/**
 * Where every visible cell of a page stands, in page pixels.
 * @throws MxsvgError as render does
 */
export const layout = (source: Source, options?: LayoutOptions) => renderer.layout(source, options);
