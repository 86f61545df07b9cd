/** Turns a picture into PNG with resvg. Text is drawn as outlines, so no fonts are loaded and nothing is shaped again. */
import type { Resvg, ResvgRenderOptions } from '@resvg/resvg-js';
import { ignoreDiagnostics, type Report } from '../diagnostics.js';
import { DEFAULT_LIMITS, type Limits, requireWithin } from '../limits.js';
import type { Pixels, SvgDrawer } from './drawer.js';
import { fontOptions, type Open, withDrawableImages } from './pngImages.js';

/**
 * The PNG bytes of an SVG document whose text is outlined, at the document's own printed size. `fontFiles` gives the
 * paths of fonts for text inside embedded SVG images. Throws MxsvgError 'limit-exceeded' for too many pixels: resvg ends
 * the whole process where it can't get the memory.
 */
export async function rasterize(
  svg: string,
  background: string | undefined,
  fontFiles: () => readonly string[],
  limits: Limits = DEFAULT_LIMITS,
  report: Report = ignoreDiagnostics,
): Promise<Uint8Array> {
  const open = await loadResvg(limits);
  return open(drawable(svg, fontFiles, open, report), { background })
    .render()
    .asPng();
}

/** The pixels of a document, as `rasterize` draws it. */
export async function rasterizeToPixels(
  svg: string,
  background: string | undefined,
  fontFiles: () => readonly string[],
  limits: Limits = DEFAULT_LIMITS,
  report: Report = ignoreDiagnostics,
): Promise<Pixels> {
  const open = await loadResvg(limits);
  return pixelsOf(open(drawable(svg, fontFiles, open, report), { background }));
}

/** Draws documents one after the other, as `rasterize` does. */
export async function createDrawer(
  fontFiles: () => readonly string[],
  limits: Limits = DEFAULT_LIMITS,
  report: Report = ignoreDiagnostics,
): Promise<SvgDrawer> {
  const open = await loadResvg(limits);
  return {
    pixels: (svg) => pixelsOf(open(drawable(svg, fontFiles, open, report), {})),
    simplified: (svg) => open(svg, { font: fontOptions(fontFiles) }).toString(),
  };
}

type OpenResvg = (document: string, options: ResvgRenderOptions) => Resvg;

async function loadResvg(limits: Limits): Promise<OpenResvg> {
  // A native module: who draws SVG alone never loads it.
  const { Resvg } = await import('@resvg/resvg-js');
  return (document, options) => {
    const font = { loadSystemFonts: false };
    const picture = new Resvg(document, { shapeRendering: 2, imageRendering: 0, font, ...options });
    requireDrawable(picture, options, limits);
    return picture;
  };
}

/** The document with its images as resvg can draw them. */
function drawable(document: string, fontFiles: () => readonly string[], openResvg: OpenResvg, report: Report): string {
  const open: Open = (document, options) => {
    const picture = openResvg(document, options);
    return { width: picture.width, height: picture.height, png: () => picture.render().asPng() };
  };
  return withDrawableImages(withPixels(document), { fontFiles, open, report });
}

/** A document whose sides are a pixel long at least: a long line that is fitted into a width may have less of a height. */
const withPixels = (svg: string): string =>
  svg.replace(/^<svg ([^>]*?) width="([\d.]+)" height="([\d.]+)"/, (tag, before, width, height) =>
    width >= 1 && height >= 1 ? tag : `<svg ${before} width="${Math.max(1, width)}" height="${Math.max(1, height)}"`,
  );

function pixelsOf(picture: Resvg): Pixels {
  const { width, height, pixels } = picture.render();
  return { width, height, data: straightened(pixels) };
}

/** Undoes the multiplication of colours by alpha. */
function straightened(pixels: Uint8Array): Uint8Array {
  const data = new Uint8Array(pixels);
  for (let i = 0; i < data.length; i += 4) {
    const alpha = data[i + 3] as number;
    if (alpha === 0 || alpha === 255) continue;
    for (let k = i; k < i + 3; k++) data[k] = Math.min(255, Math.round(((data[k] as number) * 255) / alpha));
  }
  return data;
}

function requireDrawable(
  picture: { readonly width: number; readonly height: number },
  options: ResvgRenderOptions,
  limits: Limits,
): void {
  const { fitTo } = options;
  const factor = fitTo?.mode === 'width' ? fitTo.value / picture.width : 1;
  const [width, height] = [Math.ceil(picture.width * factor), Math.ceil(picture.height * factor)];
  requireWithin(limits, 'pixels', width * height, `The picture of ${width} x ${height}`);
}
