/** The CSS that Mermaid's style, classDef and linkStyle statements hold, as keys of draw.io's styles. */

import { beforeImportant, splitSemicolons } from '../html/css.js';
import { printColor, readColor } from '../style/color.js';
import type { CellStyle } from './cells.js';

/** A CSS colour as #rrggbb, with opacity #rrggbbaa, 'none' for a transparent one; undefined for what is no colour. */
export function drawioColor(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = beforeImportant(value.trim()) ?? value.trim();
  if (/^(?:none|transparent)$/i.test(text)) return 'none';
  const color = readColor(text);
  return color && printColor(color);
}

/** Declarations by property, the last of each; `important` is dropped. */
export function declarationsOf(styles: readonly (string | undefined)[]): ReadonlyMap<string, string> {
  const declarations = new Map<string, string>();
  for (const text of styles.flatMap((style) => splitSemicolons(style ?? ''))) {
    const colon = text.indexOf(':');
    if (colon < 0) continue;
    const property = text.slice(0, colon).trim().toLowerCase();
    const value = text.slice(colon + 1).trim();
    declarations.set(property, beforeImportant(value) ?? value);
  }
  return declarations;
}

/** An opacity in percent, as draw.io has it. */
function percent(value: string): string | undefined {
  const number = Number.parseFloat(value);
  if (!Number.isFinite(number)) return undefined;
  return String(Math.round(100 * Math.max(0, Math.min(1, value.trim().endsWith('%') ? number / 100 : number))));
}

/** Beyond what any picture is, px or em. */
const LONGEST = 10_000;

const length = (value: string): number | undefined => {
  const number = Number.parseFloat(value);
  if (!(number >= 0 && number <= LONGEST)) return undefined;
  return /r?em$/i.test(value) ? number * 16 : number;
};

/** What of a shape's CSS draw.io has keys for; the text's too, where they stand on the same element. */
export function shapeStyle(declarations: ReadonlyMap<string, string>): CellStyle {
  const style: Record<string, string | number | undefined> = { ...textStyle(declarations) };
  const paint = (property: string, key: string, opacityKey: string): void => {
    const color = drawioColor(declarations.get(property));
    if (color === undefined) return;
    style[key] = color.slice(0, 7);
    if (color.length === 9) style[opacityKey] = String(Math.round((100 * Number.parseInt(color.slice(7), 16)) / 255));
  };
  if (declarations.has('background-color')) paint('background-color', 'fillColor', 'fillOpacity');
  if (declarations.has('background')) paint('background', 'fillColor', 'fillOpacity');
  paint('fill', 'fillColor', 'fillOpacity');
  paint('stroke', 'strokeColor', 'strokeOpacity');
  const width = length(declarations.get('stroke-width') ?? '');
  if (width !== undefined) style.strokeWidth = width;
  const dashes = (declarations.get('stroke-dasharray') ?? '').match(/[\d.]+/g);
  if (dashes?.some((dash) => Number(dash) > 0))
    Object.assign(style, { dashed: 1, fixDash: 1, dashPattern: dashes.join(' ') });
  const radius = length(declarations.get('rx') ?? declarations.get('border-radius') ?? '');
  if (radius !== undefined && radius > 0) Object.assign(style, { rounded: 1, absoluteArcSize: 1, arcSize: 2 * radius });
  for (const [property, key] of [
    ['opacity', 'opacity'],
    ['fill-opacity', 'fillOpacity'],
    ['stroke-opacity', 'strokeOpacity'],
  ] as const) {
    const opacity = percent(declarations.get(property) ?? '');
    if (opacity !== undefined) style[key] = opacity;
  }
  return style;
}

const BOLD = 1;
const ITALIC = 2;
const UNDERLINE = 4;
const STRIKETHROUGH = 8;

/** What of a text's CSS draw.io has keys for. */
export function textStyle(declarations: ReadonlyMap<string, string>): CellStyle {
  const style: Record<string, string | number> = {};
  const color = drawioColor(declarations.get('color'));
  if (color !== undefined && color !== 'none') style.fontColor = color.slice(0, 7);
  const size = length(declarations.get('font-size') ?? '');
  if (size !== undefined && size > 0) style.fontSize = size;
  const family = declarations.get('font-family');
  if (family !== undefined) style.fontFamily = family.replace(/["']/g, '');
  const weight = declarations.get('font-weight') ?? '';
  const decoration = `${declarations.get('text-decoration') ?? ''} ${declarations.get('text-decoration-line') ?? ''}`;
  const bits =
    (/^bold/.test(weight) || Number.parseInt(weight, 10) >= 600 ? BOLD : 0) |
    (/italic|oblique/.test(declarations.get('font-style') ?? '') ? ITALIC : 0) |
    (decoration.includes('underline') ? UNDERLINE : 0) |
    (decoration.includes('line-through') ? STRIKETHROUGH : 0);
  if (bits !== 0) style.fontStyle = bits;
  const align = declarations.get('text-align');
  if (align === 'left' || align === 'right' || align === 'center') style.align = align;
  return style;
}
