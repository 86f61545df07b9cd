/** Turns a picture into PNG with resvg. Text is drawn as outlines, so no fonts are loaded and nothing is shaped again. */
import type { Resvg } from '@resvg/resvg-js';
import type { ResvgRenderOptions } from '@resvg/resvg-wasm';
import { ignoreDiagnostics, type Report } from '../../diagnostics.js';
import type { Scene } from '../../drawing/scene.js';
import { DEFAULT_LIMITS, type Limits, limitExceeded, requireWithin, withinMachine } from '../../limits.js';
import type { Pixels, SvgDrawer } from '../../write/raster/drawer.js';
import { prepareForRaster, type RasterRequest } from '../../write/raster/prepare.js';
import type { ImageEmbedder } from '../../write/svg/imageMarkup.js';
import { writeSvg } from '../../write/svg/writeSvg.js';
import { type Drawable, DrawnImages, FONT_FAMILIES, type Open } from './drawnImages.js';
import { type DrawingAnswer, type DrawingRequest, drawIsolated } from './isolatedResvg.js';

/** How a picture becomes pixels. */
export interface RasterOptions {
  /** Pixels for one px of the page. */
  readonly scale: number;
  /** Paths of the fonts for text inside SVG images. */
  readonly fontFiles: () => readonly string[];
  readonly limits: Limits;
  /** Receives what can't be drawn. */
  readonly report: Report;
}

/**
 * The PNG bytes of a picture. Throws MxsvgError 'limit-exceeded' for too many pixels, and for what resvg comes to no end
 * with.
 */
export async function rasterize(scene: Scene, options: RasterOptions): Promise<Uint8Array> {
  const rasterizer = await Rasterizer.create(options.fontFiles, options.limits, options.report);
  return rasterizer.png(rasterizer.document(scene, options.scale), undefined);
}

/** The pixels of a picture before a colour, where one is given, as `rasterize` draws it. */
export async function rasterizeToPixels(
  scene: Scene,
  background: string | undefined,
  options: RasterOptions,
): Promise<Pixels> {
  const rasterizer = await Rasterizer.create(options.fontFiles, options.limits, options.report);
  return rasterizer.pixels(rasterizer.document(scene, options.scale), background);
}

/** The pixels of a document of shapes that may be of anyone's making: it never reaches native code. */
export async function rasterizeIsolated(
  svg: string,
  background: string | undefined,
  fontFiles: () => readonly string[],
  limits: Limits = DEFAULT_LIMITS,
): Promise<Pixels> {
  const rasterizer = await Rasterizer.create(fontFiles, limits, ignoreDiagnostics);
  return rasterizer.isolatedPixels(withPixels(svg), background);
}

/** Draws pictures one after the other, as `rasterize` does. */
export async function createDrawer(
  fontFiles: () => readonly string[],
  limits: Limits = DEFAULT_LIMITS,
  report: Report = ignoreDiagnostics,
): Promise<SvgDrawer> {
  const rasterizer = await Rasterizer.create(fontFiles, limits, report);
  return {
    document: (scene, scale) => rasterizer.document(scene, scale),
    pixels: (svg) => rasterizer.pixels(svg, undefined),
    simplified: (svg) => rasterizer.simplified(svg),
  };
}

/** A picture as a document for a rasterizer, text as outlines. `images`: what stands for them; default: their own data. */
export const rasterDocument = (scene: Scene, request: RasterRequest, images?: ImageEmbedder): string =>
  withinMachine(request.limits, () =>
    writeSvg(prepareForRaster(scene, request), { ...request, text: 'outline', forRaster: true, images }),
  );

/**
 * What only our own writer puts into a picture, and in which resvg has nothing to take apart: outlines, plainly painted,
 * and pixels. What takes a layer of its own is where resvg's native code can end the process.
 */
const isPlain = (document: string): boolean =>
  !/<(?:filter|clipPath|mask|pattern)\b| opacity="|data:image\/svg/.test(document);

/** How long resvg may draw at a picture, ms. */
const PATIENCE = 20_000;

/** How long it may draw ahead at all of the images in it together, ms: the picture comes without the rest. */
const PATIENCE_FOR_IMAGES = 10_000;

/** Pixels that are begun are drawn, but for what is only a rounding error. */
const wholePixels = (length: number): number => Math.ceil(length - 1e-6);

type Settings = Omit<ResvgRenderOptions, 'font'>;
type NativeResvg = new (svg: string, options: Settings & { font: { loadSystemFonts: boolean } }) => Resvg;

/** resvg in its two builds: native code for what is plain, WebAssembly in a thread of its own for everything else. */
class Rasterizer {
  #leftForImages = PATIENCE_FOR_IMAGES;

  static async create(fontFiles: () => readonly string[], limits: Limits, report: Report): Promise<Rasterizer> {
    // A native module: who draws SVG alone never loads it.
    const { Resvg } = await import('@resvg/resvg-js');
    return new Rasterizer(Resvg, fontFiles, limits, report);
  }

  private constructor(
    readonly Native: NativeResvg,
    readonly fontFiles: () => readonly string[],
    readonly limits: Limits,
    readonly report: Report,
  ) {}

  /** A picture as a document that resvg draws: text as outlines, SVG images as pixels. */
  document(scene: Scene, scale: number): string {
    const size = { width: wholePixels(scene.width * scale), height: wholePixels(scene.height * scale) };
    requireWithin(this.limits, 'pixels', size.width * size.height, `The picture of ${size.width} x ${size.height}`);
    const images = new DrawnImages({ open: this.#open, report: this.report, mostPixels: this.limits.pixels }, size);
    const { limits, report } = this;
    return rasterDocument(scene, { scale, limits, report }, images.embed);
  }

  png(document: string, background: string | undefined): Uint8Array {
    return isPlain(document)
      ? this.#native(document, background).render().asPng()
      : (this.#isolated(document, 'png', { background }).data as Uint8Array);
  }

  pixels(document: string, background: string | undefined): Pixels {
    if (isPlain(document)) {
      const { width, height, pixels } = this.#native(document, background).render();
      return { width, height, data: straightened(pixels) };
    }
    return this.isolatedPixels(document, background);
  }

  /** Of a document that is a stranger's as a whole. */
  isolatedPixels(document: string, background: string | undefined): Pixels {
    const { width, height, data } = this.#isolated(document, 'pixels', { background });
    return { width, height, data: straightened(data as Uint8Array) };
  }

  simplified(svg: string): string {
    return this.#required(this.#askForImage(svg, 'simplified', {})).text as string;
  }

  #native(document: string, background: string | undefined): Resvg {
    const picture = new this.Native(document, { ...SETTINGS, background, font: { loadSystemFonts: false } });
    const { width, height } = picture;
    requireWithin(this.limits, 'pixels', Math.ceil(width) * Math.ceil(height), `The picture of ${width} x ${height}`);
    return picture;
  }

  #isolated(document: string, wanted: 'png' | 'pixels', settings: Settings): DrawingAnswer & { kind: 'done' } {
    return this.#required(this.#ask(document, wanted, settings));
  }

  readonly #open: Open = (svg, settings): Drawable => {
    const { width, height } = this.#required(this.#askForImage(svg, 'size', settings));
    return { width, height, png: () => this.#required(this.#askForImage(svg, 'png', settings)).data as Uint8Array };
  };

  #required(answer: DrawingAnswer): DrawingAnswer & { kind: 'done' } {
    switch (answer.kind) {
      case 'done':
        return answer;
      case 'too-large': {
        const { width, height } = answer;
        throw limitExceeded(this.limits, 'pixels', `The picture of ${width} x ${height}`, width * height);
      }
      case 'ended':
        throw limitExceeded(this.limits, 'pixels', 'For what is to be done to each of them, the picture');
      case 'unreadable':
        throw new Error(answer.message);
    }
  }

  #askForImage(svg: string, wanted: DrawingRequest['wanted'], settings: Settings): DrawingAnswer {
    if (this.#leftForImages <= 0) return { kind: 'ended' };
    const begun = performance.now();
    const answer = this.#ask(svg, wanted, settings, this.#leftForImages);
    this.#leftForImages -= performance.now() - begun;
    return answer;
  }

  #ask(svg: string, wanted: DrawingRequest['wanted'], settings: Settings, patience = PATIENCE): DrawingAnswer {
    const request: DrawingRequest = {
      svg,
      wanted,
      options: { ...SETTINGS, ...settings },
      fontFiles: wanted !== 'size' && TEXT.test(svg) ? this.fontFiles() : [],
      families: FONT_FAMILIES,
      mostPixels: this.limits.pixels,
    };
    return drawIsolated(request, patience);
  }
}

const TEXT = /<(?:[\w-]+:)?text\b/;

/** Lines are drawn as they are, images well. */
const SETTINGS = { shapeRendering: 2, imageRendering: 0 } as const;

/** A document whose sides are a pixel long at least: a long line that is fitted into a width may have less of a height. */
const withPixels = (svg: string): string =>
  svg.replace(/^<svg ([^>]*?) width="([\d.]+)" height="([\d.]+)"/, (tag, before, width, height) =>
    width >= 1 && height >= 1 ? tag : `<svg ${before} width="${Math.max(1, width)}" height="${Math.max(1, height)}"`,
  );

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
