/** How a picture was drawn, noted in the picture itself, so that it can be drawn again and compared. */
import { latin1 } from '../decode/bytes.js';
import { isPng, pngChunks, textChunk } from '../decode/png.js';
import type { RenderOptions } from '../options.js';
import { addPngText } from '../write/embed.js';
import { escapeXml } from '../write/format.js';

/** The options of drawing that decide on a picture of an embedded diagram and are plain data. */
const KEYS = [
  'page',
  'layers',
  'cells',
  'scale',
  'width',
  'height',
  'border',
  'size',
  'background',
  'theme',
  'linkTarget',
  'pretty',
  'animate',
  'embedFonts',
  'idPrefix',
  'text',
  'systemFonts',
  'embedDiagram',
  'embedPages',
] as const satisfies readonly (keyof RenderOptions)[];

export type Recipe = Pick<RenderOptions, (typeof KEYS)[number]>;

/** The note of a picture drawn with these options; `page` is the drawn page's 1-based place in the embedded file. */
export function recipeText(options: RenderOptions, page: number): string {
  const entries = KEYS.map((key) => [key, key === 'page' ? page : options[key]] as const);
  return JSON.stringify(Object.fromEntries(entries.filter(([, value]) => value !== undefined)));
}

const ATTRIBUTE = 'data-mxsvg';
const KEYWORD = 'mxsvg';

/** An SVG with a note on its first element. */
export const withSvgRecipe = (svg: string, recipe: string): string =>
  svg.replace(/<svg(?=[\s/>])/, () => `<svg ${ATTRIBUTE}="${escapeXml(recipe)}"`);

/** A PNG with a note in a text chunk of its own. */
export const withPngRecipe = (png: Uint8Array, recipe: string): Uint8Array =>
  addPngText(png, KEYWORD, encodeURIComponent(recipe));

/** The note in a picture; undefined where it has none, or none that can be read. */
export function readRecipe(picture: Uint8Array): Recipe | undefined {
  const text = isPng(picture) ? pngNote(picture) : svgNote(new TextDecoder().decode(picture));
  return text === undefined ? undefined : parsed(text);
}

function pngNote(png: Uint8Array): string | undefined {
  for (const chunk of pngChunks(png)) {
    const text = textChunk(chunk);
    if (text?.type === 'tEXt' && text.keyword === KEYWORD) return decodeURIComponent(latin1(text.data));
  }
  return undefined;
}

function svgNote(svg: string): string | undefined {
  const note = new RegExp(`<svg ${ATTRIBUTE}="([^"]*)"`).exec(svg)?.[1];
  return note?.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function parsed(text: string): Recipe | undefined {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) return undefined;
  const known = Object.entries(value).filter(([key]) => (KEYS as readonly string[]).includes(key));
  return Object.fromEntries(known) as Recipe;
}
