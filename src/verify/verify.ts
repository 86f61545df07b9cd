/** Whether a picture with a diagram inside still shows that diagram. */
import { toBase64 } from '../decode/base64.js';
import { isPng } from '../decode/png.js';
import { MxsvgError } from '../diagnostics.js';
import type { RenderOptions } from '../options.js';
import type { Diagram } from '../render.js';
import type { Pixels } from '../write/drawer.js';
import { escapeXml } from '../write/format.js';
import { charactersOf, type Fit, fitsOf, looksAlike, withoutEffects } from './foreign.js';
import { type Recipe, readRecipe } from './recipe.js';

export interface Verdict {
  readonly state: 'fresh' | 'stale';
  /** Why it is stale; of a fresh one how that is known. */
  readonly reason: string;
  /** The picture as it ought to be: SVG or PNG, as the one that was verified. */
  redraw(): Promise<string | Uint8Array>;
}

/** The drawing functions that verifying needs. */
export interface VerifyTools {
  parse(source: Uint8Array): Diagram;
  render(source: Diagram, options: RenderOptions): string;
  renderPng(source: Diagram, options: RenderOptions): Promise<Uint8Array>;
  /** The pixels of an SVG document; its text isn't drawn unless it is outlined. */
  pixels(svg: string): Promise<Pixels>;
}

/**
 * Draws the diagram inside an SVG or PNG again and compares. A picture of our own says how it was drawn and must come
 * out the same, byte for byte; one by draw.io must show the same words and shapes. Throws MxsvgError where there is no
 * diagram inside, or the picture can't be read.
 */
export async function verifyPicture(
  picture: Uint8Array,
  settings: Pick<RenderOptions, 'fonts' | 'assets'>,
  tools: VerifyTools,
): Promise<Verdict> {
  const diagram = tools.parse(picture);
  const png = isPng(picture);
  const draw = (recipe: Recipe): Promise<string | Uint8Array> =>
    png
      ? tools.renderPng(diagram, { ...recipe, ...settings })
      : Promise.resolve(tools.render(diagram, { ...recipe, ...settings }));
  const recipe = readRecipe(picture);
  if (recipe) {
    const again = await draw(recipe);
    const fresh = sameBytes(picture, typeof again === 'string' ? new TextEncoder().encode(again) : again);
    const reason = fresh ? 'drawn again, it is the same' : 'drawn again, it is another picture';
    return { state: fresh ? 'fresh' : 'stale', reason, redraw: () => Promise.resolve(again) };
  }
  const redraw = (page: number) => draw({ embedDiagram: 'compressed', embedPages: 'all', page });
  for (const [index] of diagram.pages.entries()) {
    const alike = png
      ? await sameShapes(pngDocument(picture), diagram, index + 1, 'outline', settings, tools)
      : await sameSvg(picture, diagram, index + 1, settings, tools);
    if (alike) return { state: 'fresh', reason: 'it shows the same', redraw: () => redraw(index + 1) };
  }
  return { state: 'stale', reason: 'it shows something else', redraw: () => redraw(1) };
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

async function sameSvg(
  picture: Uint8Array,
  diagram: Diagram,
  page: number,
  settings: RenderOptions,
  tools: VerifyTools,
): Promise<boolean> {
  const svg = new TextDecoder().decode(picture);
  const ours = tools.render(diagram, { ...settings, page });
  if (charactersOf(svg) !== charactersOf(ours)) return false;
  return sameShapes(svg, diagram, page, 'none', settings, tools);
}

/** Compares pixels at the picture's own scale, whatever border it has. The text of an SVG is compared by itself. */
async function sameShapes(
  theirs: string,
  diagram: Diagram,
  page: number,
  text: 'none' | 'outline',
  settings: RenderOptions,
  tools: VerifyTools,
): Promise<boolean> {
  const simplified = (svg: string) => (text === 'none' ? withoutEffects(svg) : svg);
  const draw = (fit: Fit) => tools.pixels(simplified(tools.render(diagram, { ...settings, page, text, ...fit })));
  const picture = await tools.pixels(simplified(theirs));
  const plain = await draw({ scale: 1, border: 0 });
  for (const fit of fitsOf(picture, plain)) {
    if (looksAlike(picture, fit.scale === 1 && fit.border === 0 ? plain : await draw(fit))) return true;
  }
  return false;
}

/** A document that shows nothing but a PNG, pixel for pixel. */
function pngDocument(png: Uint8Array): string {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  if (png.length < 24) throw new MxsvgError('not-a-diagram', 'The PNG is cut off.');
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const href = `data:image/png;base64,${toBase64(png)}`;
  const size = `width="${width}" height="${height}"`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size}>` +
    `<image ${size} xlink:href="${escapeXml(href)}"/></svg>`
  );
}
