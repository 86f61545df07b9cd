/** Whether a picture with a diagram inside still shows that diagram. */
import { toBase64 } from '../decode/base64.js';
import { decodeText } from '../decode/decodeText.js';
import { isPdf } from '../decode/pdfMark.js';
import { isPng } from '../decode/png.js';
import { parseXml } from '../decode/xml.js';
import { MxsvgError } from '../diagnostics.js';
import { completeLimits } from '../limits.js';
import type { RenderOptions } from '../options.js';
import { pngRecipe, type Recipe, svgRecipe } from '../pipeline/recipe.js';
import type { Diagram, ReadOptions } from '../render.js';
import type { Pixels } from '../write/raster/drawer.js';
import { rasterSize } from '../write/raster/rasterHeader.js';
import { type Fit, fitsOf, looksAlike } from './foreign.js';
import { shapesOf } from './shapes.js';
import { charactersOf } from './words.js';

export interface Verdict {
  readonly state: 'fresh' | 'stale';
  /** Why it is stale; of a fresh one how that is known. */
  readonly reason: string;
  /**
   * The picture as it ought to be, with all pages that are in it: SVG or PNG, as the one that was verified. Of a stale
   * one, dates and times are those of now.
   */
  redraw(): Promise<string | Uint8Array>;
}

/** What a picture can't tell of how it was drawn. */
export type VerifyOptions = Pick<RenderOptions, 'fonts' | 'image' | 'assets' | 'limits'>;

/** The drawing functions that verifying needs. */
export interface VerifyTools {
  parse(source: Uint8Array, options: ReadOptions): Diagram;
  render(source: Diagram, options: RenderOptions): string | Promise<string>;
  renderPng(source: Diagram, options: RenderOptions): Promise<Uint8Array>;
  /** A page as an SVG document of outlines, which a rasterizer comes to an end with. */
  document(diagram: Diagram, options: RenderOptions): string | Promise<string>;
  /** The pixels of an SVG document, which may be of a stranger's making. */
  pixels(svg: string): Promise<Pixels>;
}

/**
 * Draws the diagram inside an SVG or PNG again and compares. A picture of our own says how it was drawn and must come
 * out the same, byte for byte; one by draw.io must show the same words and shapes. Throws MxsvgError where there is no
 * diagram inside, or the picture can't be read.
 */
export async function verifyPicture(bytes: Uint8Array, settings: VerifyOptions, tools: VerifyTools): Promise<Verdict> {
  const diagram = tools.parse(bytes, settings);
  const picture = isPng(bytes) ? pngPicture(bytes, settings, tools) : svgPicture(bytes, settings, tools);
  if (picture.recipe) {
    const { recipe } = picture;
    const again = await picture.draw(diagram, recipe);
    const fresh = sameBytes(bytes, typeof again === 'string' ? new TextEncoder().encode(again) : again);
    const reason = fresh ? 'drawn again, it is the same' : 'drawn again, it is another picture';
    const redraw = async () => (fresh ? again : picture.draw(diagram, { ...recipe, now: undefined }));
    return { state: fresh ? 'fresh' : 'stale', reason, redraw };
  }
  const redraw = (page: number) => picture.draw(diagram, { embedDiagram: 'compressed', embedPages: 'all', page });
  for (const [index] of diagram.pages.entries()) {
    if (await picture.shows(diagram, index + 1)) {
      return { state: 'fresh', reason: 'it shows the same', redraw: () => redraw(index + 1) };
    }
  }
  return { state: 'stale', reason: 'it shows something else', redraw: () => redraw(1) };
}

/** A picture to be verified. */
interface Picture {
  /** How it was drawn, if it is one of ours. */
  readonly recipe: Recipe | undefined;
  draw(diagram: Diagram, recipe: Recipe): Promise<string | Uint8Array>;
  /** Whether it shows a page, by its number from 1, whoever drew it. */
  shows(diagram: Diagram, page: number): Promise<boolean>;
}

function pngPicture(bytes: Uint8Array, settings: VerifyOptions, tools: VerifyTools): Picture {
  const theirs = once(async () => {
    const document = pngDocument(bytes);
    return document === undefined ? undefined : tools.pixels(document);
  });
  return {
    recipe: pngRecipe(bytes),
    draw: (diagram, recipe) => tools.renderPng(diagram, { ...recipe, ...settings }),
    shows: async (diagram, page) =>
      looksLike(await theirs(), async (fit) =>
        tools.pixels(await tools.document(diagram, { ...settings, page, ...fit })),
      ),
  };
}

/** The words of an SVG are compared by themselves. */
function svgPicture(bytes: Uint8Array, settings: VerifyOptions, tools: VerifyTools): Picture {
  if (isPdf(bytes))
    throw new MxsvgError('not-a-diagram', 'Pictures as SVG and PNG can be verified, but this is a PDF.');
  const read = (svg: string) => parseXml(svg, { origin: 'The picture', limits: completeLimits(settings.limits) });
  const root = read(decodeText(bytes));
  if (root.name !== 'svg') {
    throw new MxsvgError('not-a-diagram', `Pictures as SVG and PNG can be verified, but this is <${root.name}>.`);
  }
  const characters = once(() => charactersOf(root));
  const theirs = once(async () => {
    const shapes = shapesOf(root);
    return shapes === undefined ? undefined : tools.pixels(shapes);
  });
  return {
    recipe: svgRecipe(root),
    draw: async (diagram, recipe) => tools.render(diagram, { ...recipe, ...settings }),
    shows: async (diagram, page) => {
      const draw = async (options: RenderOptions) =>
        read(await tools.render(diagram, { ...settings, page, ...options }));
      if (characters() !== charactersOf(await draw({}))) return false;
      return looksLike(await theirs(), async (fit) =>
        tools.pixels(shapesOf(await draw({ text: 'none', ...fit })) as string),
      );
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

/** Compares at the picture's own scale, whatever border it has. */
async function looksLike(theirs: Pixels | undefined, draw: (fit: Fit) => Promise<Pixels>): Promise<boolean> {
  if (!theirs) return false;
  const plain = await draw({ scale: 1, border: 0 });
  for (const fit of fitsOf(theirs, plain)) {
    if (looksAlike(theirs, fit.scale === 1 && fit.border === 0 ? plain : await draw(fit))) return true;
  }
  return false;
}

/** A document that shows nothing but a PNG, pixel for pixel; undefined for one without pixels. */
function pngDocument(png: Uint8Array): string | undefined {
  const { width, height } = rasterSize(png) ?? { width: 0, height: 0 };
  if (width === 0 || height === 0) return undefined;
  const size = `width="${width}" height="${height}"`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size}>` +
    `<image ${size} xlink:href="data:image/png;base64,${toBase64(png)}"/></svg>`
  );
}
