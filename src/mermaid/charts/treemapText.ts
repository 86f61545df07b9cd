/** The texts of treemaps: how large the label of a box may be, how a title is cut, how values are written. */
import { type FormatSpecifier, format, formatSpecifier } from 'd3-format';
import type { DrawContext } from '../context.js';
import { textWidth } from './chartText.js';

/** Px. */
interface LeafSizes {
  readonly label: number;
  readonly leastLabel: number;
  readonly value: number;
  readonly leastValue: number;
  readonly padding: number;
  /** Smaller boxes have no label. */
  readonly leastRoom: number;
  readonly gap: number;
}

const FEW: LeafSizes = { label: 38, leastLabel: 8, value: 28, leastValue: 6, padding: 4, leastRoom: 10, gap: 2 };
const MANY: LeafSizes = { label: 16, leastLabel: 4, value: 14, leastValue: 4, padding: 2, leastRoom: 8, gap: 1 };
const MOST_OF_FEW = 20;
/** A value's font is so large, of its label's. */
const VALUE_PART = 0.6;
/** Below a value, px. */
const BOTTOM = 4;

/** The texts of a leaf: their sizes, and where the value begins below the box's middle, px. */
export interface LeafTexts {
  readonly label: number;
  /** Undefined where it has no room. */
  readonly value?: number;
  readonly valueTop: number;
}

/** The largest texts that a box has room for, of whole pixels; undefined where it has room for none. */
export function leafTexts(
  { label, value, fontSize }: { readonly label: string; readonly value: string; readonly fontSize?: number },
  box: { readonly width: number; readonly height: number },
  leaves: number,
  context: DrawContext,
): LeafTexts | undefined {
  const isMany = leaves > MOST_OF_FEW;
  const sizes = isMany ? MANY : FEW;
  const [width, height] = [box.width - 2 * sizes.padding, box.height - 2 * sizes.padding];
  if (width < sizes.leastRoom || height < sizes.leastRoom) return undefined;
  const wanted = Math.floor(fontSize ?? sizes.label);
  const unit = textWidth(label, { fontSize: wanted }, context) / wanted;
  const valueSize = (size: number): number =>
    Math.max(sizes.leastValue, Math.min(sizes.value, Math.round(size * VALUE_PART)));
  let size = wanted;
  while (unit * size > width && size > sizes.leastLabel) size--;
  while (size + sizes.gap + valueSize(size) > height && size > sizes.leastLabel) size--;
  const fits = isMany ? height >= sizes.leastLabel : unit * size <= width && height >= size;
  if (size < sizes.leastLabel || !fits) return undefined;
  const [below, top] = [valueSize(size), size / 2 + sizes.gap];
  const hasValue =
    value !== '' &&
    textWidth(value, { fontSize: below }, context) <= width &&
    box.height / 2 + top + below <= box.height - BOTTOM;
  return { label: size, value: hasValue ? below : undefined, valueTop: top };
}

const ELLIPSIS = '...';

/** As much of a text as has room, with dots where it is cut; '' where not even these have. */
export function cutText(
  text: string,
  room: number,
  font: { readonly fontSize: number; readonly bold: boolean },
  context: DrawContext,
): string {
  const fits = (part: string): boolean => textWidth(part, font, context) <= room;
  if (fits(text)) return text;
  let [least, most] = [0, text.length - 1];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(text.slice(0, middle) + ELLIPSIS)) least = middle;
    else most = middle - 1;
  }
  return least === 0 && !fits(ELLIPSIS) ? '' : text.slice(0, least) + ELLIPSIS;
}

/** Wider fields are no numbers for a reader: filling them up takes what room their width says. */
const WIDEST = 100;

/** How a setting writes values, in d3's language, with a "$" before it that stands for itself. ',' where it can't be read. */
export function valueFormat(setting: string): (value: number) => string {
  const isMoney = setting.startsWith('$');
  const language = !isMoney
    ? setting
    : setting === '$0,0'
      ? ','
      : setting.includes(',')
        ? `,${/\.\d+/.exec(setting)?.[0] ?? ''}`
        : setting.slice(1);
  const specifier = specifierOf(language);
  if (!specifier || (specifier.width ?? 0) > WIDEST) return format(',');
  const written = format(specifier.toString());
  return (value) => (isMoney ? `$${written(value)}` : written(value));
}

function specifierOf(language: string): FormatSpecifier | undefined {
  try {
    return formatSpecifier(language);
  } catch {
    // That is how d3 says that it is none of its language.
    return undefined;
  }
}
