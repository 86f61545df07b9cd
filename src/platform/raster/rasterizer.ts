/** Turns a picture into pixels with resvg. Text is drawn as outlines, so no fonts are loaded and nothing is shaped again. */
import type { Report } from '../../diagnostics.js';
import type { Scene } from '../../drawing/scene.js';
import { type Limits, limitExceeded, requireWithin, withinMachine } from '../../limits.js';
import type { Pixels, SvgDrawer } from '../../write/raster/drawer.js';
import { prepareForRaster, type RasterRequest } from '../../write/raster/prepare.js';
import type { ImageEmbedder } from '../../write/svg/imageMarkup.js';
import { writeSvg } from '../../write/svg/writeSvg.js';
import { type Drawable, DrawnImages, FONT_FAMILIES, type Open } from './drawnImages.js';
import type { DrawingAnswer, DrawingRequest } from './resvg.js';

/** An answer, or that it isn't there yet: what is drawn meanwhile is thrown away, and drawn again with it. */
export type Answered = DrawingAnswer | { readonly kind: 'later' };

/** Draws a document of anyone's making, within so many ms. */
export type AskResvg = (request: DrawingRequest, patience: number) => Answered;

/** resvg as native code, which is quick, and which some documents could end. */
export interface NativePicture {
  readonly width: number;
  readonly height: number;
  png(): Uint8Array;
  /** Its pixels, colours multiplied by alpha. */
  render(): { readonly width: number; readonly height: number; readonly pixels: Uint8Array };
}

/** What pictures are drawn with. */
export interface RasterTools {
  readonly ask: AskResvg;
  /** For what is plain; default: that is asked, too. */
  readonly native?: (document: string, settings: DrawingRequest['options']) => NativePicture;
  /** The fonts for text inside SVG images, as `ask` knows them. */
  readonly fonts: () => readonly string[];
  readonly limits: Limits;
  /** Receives what can't be drawn. */
  readonly report: Report;
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
const isPlain = (document: string): boolean => !LAYERED.test(document);

/** Not a path's, or a text's: the opacity of an element as a whole. */
const LAYERED = /<(?:filter|clipPath|mask|pattern)| opacity="|data:image\/svg/;

/** How long resvg may draw at a picture, ms. */
const PATIENCE = 20_000;

/** How long it may draw ahead at all of the images in it together, ms: the picture comes without the rest. */
const PATIENCE_FOR_IMAGES = 10_000;

/** Pixels that are begun are drawn, but for what is only a rounding error. */
const wholePixels = (length: number): number => Math.ceil(length - 1e-6);

type Settings = DrawingRequest['options'];

type Done = DrawingAnswer & { readonly kind: 'done' };

/** What stands for an answer that isn't there yet. */
const LATER: Done = {
  kind: 'done',
  width: 1,
  height: 1,
  data: new Uint8Array(4),
  text: '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
};

/** Draws pictures one after the other. */
export class Rasterizer implements SvgDrawer {
  #leftForImages = PATIENCE_FOR_IMAGES;

  constructor(readonly tools: RasterTools) {}

  /** A picture as a document that resvg draws: text as outlines, SVG images as pixels. */
  document(scene: Scene, scale: number): string {
    const size = { width: wholePixels(scene.width * scale), height: wholePixels(scene.height * scale) };
    const { limits, report } = this.tools;
    requireWithin(limits, 'pixels', size.width * size.height, `The picture of ${size.width} x ${size.height}`);
    const images = new DrawnImages({ open: this.#open, report, mostPixels: limits.pixels }, size);
    return rasterDocument(scene, { scale, limits, report }, images.embed);
  }

  png(document: string): Uint8Array {
    return this.#native(document, undefined)?.png() ?? (this.#isolated(document, 'png', {}).data as Uint8Array);
  }

  /** Of a document of ours; before a colour, if one is given. */
  pixels(document: string, background?: string): Pixels {
    const native = this.#native(document, background);
    if (!native) return this.isolatedPixels(document, background);
    const { width, height, pixels } = native.render();
    return { width, height, data: straightened(pixels) };
  }

  /** Of a document that is a stranger's as a whole: it never reaches native code. */
  isolatedPixels(document: string, background?: string): Pixels {
    const { width, height, data } = this.#isolated(document, 'pixels', { background });
    return { width, height, data: straightened(data as Uint8Array) };
  }

  simplified(svg: string): string {
    return this.#required(this.#askForImage(svg, 'simplified')).text as string;
  }

  /** Undefined where there is no native code, or the document isn't for it. */
  #native(document: string, background: string | undefined): NativePicture | undefined {
    const { native, limits } = this.tools;
    if (!native || !isPlain(document)) return undefined;
    const picture = native(document, { ...SETTINGS, background });
    const { width, height } = picture;
    requireWithin(limits, 'pixels', Math.ceil(width) * Math.ceil(height), `The picture of ${width} x ${height}`);
    return picture;
  }

  #isolated(document: string, wanted: 'png' | 'pixels', settings: Settings): Done {
    return this.#required(this.#ask(document, wanted, settings, PATIENCE));
  }

  readonly #open: Open = (svg): Drawable => {
    const size = this.#askForImage(svg, 'size');
    if (size.kind === 'later') throw new Error('not drawn yet');
    const { width, height } = this.#required(size);
    return { width, height, png: () => this.#required(this.#askForImage(svg, 'png')).data as Uint8Array };
  };

  #required(answer: Answered): Done {
    const { limits } = this.tools;
    switch (answer.kind) {
      case 'done':
        return answer;
      case 'later':
        return LATER;
      case 'too-large': {
        const { width, height } = answer;
        throw limitExceeded(limits, 'pixels', `The picture of ${width} x ${height}`, width * height);
      }
      case 'ended':
        throw limitExceeded(limits, 'pixels', 'For what is to be done to each of them, the picture');
      case 'unreadable':
        throw new Error(answer.message);
    }
  }

  #askForImage(svg: string, wanted: DrawingRequest['wanted']): Answered {
    if (this.#leftForImages <= 0) return { kind: 'ended' };
    const begun = performance.now();
    const answer = this.#ask(svg, wanted, {}, this.#leftForImages);
    this.#leftForImages -= performance.now() - begun;
    return answer;
  }

  #ask(svg: string, wanted: DrawingRequest['wanted'], settings: Settings, patience: number): Answered {
    const { fonts, limits, ask } = this.tools;
    const request: DrawingRequest = {
      svg,
      wanted,
      options: { ...SETTINGS, ...settings },
      fontFiles: wanted !== 'size' && TEXT.test(svg) ? fonts() : [],
      families: FONT_FAMILIES,
      mostPixels: limits.pixels,
    };
    return ask(request, patience);
  }
}

const TEXT = /<(?:[\w-]+:)?text\b/;

/** Lines are drawn as they are, images well. */
const SETTINGS = { shapeRendering: 2, imageRendering: 0 } as const;

/** A document whose sides are a pixel long at least: a long line that is fitted into a width may have less of a height. */
export const withPixels = (svg: string): string =>
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
