/** What boxes paint behind their text: backgrounds and borders. */
import type { Rect } from '../geometry/plane.js';
import { borderShades } from './borderShades.js';
import {
  type BorderSide,
  type ComputedStyle,
  resolveLength,
  SIDES,
  type SideName,
  usedBorderWidth,
} from './computedStyle.js';
import type { Part } from './fragment.js';
import type { TextBox } from './textBlock.js';

const boxPart = (box: TextBox): Part => ({ kind: 'box', box });

/** The background and border of a block; `frame` is its border box. */
export function blockBoxParts(style: ComputedStyle, frame: Rect): Part[] {
  return style.visible ? paintBox(style, frame, SIDES) : [];
}

/** The same for the part of an inline element on one line; its ends are open where it continues on another. */
export function inlineBoxParts(style: ComputedStyle, frame: Rect, opened: boolean, closed: boolean): Part[] {
  if (!style.visible) return [];
  const drawn = SIDES.filter((side) => (side === 'left' ? opened : side === 'right' ? closed : true));
  return paintBox(style, frame, drawn);
}

function paintBox(style: ComputedStyle, frame: Rect, drawn: readonly SideName[]): Part[] {
  const { border, background } = style;
  const radius = resolveLength(style.radius, Math.min(frame.width, frame.height)) ?? 0;
  const widths = drawn.map((side) => usedBorderWidth(border[side]));
  if (background === undefined && widths.every((width) => width === 0)) return [];
  const parts: Part[] = [];
  if (background !== undefined) parts.push(boxPart({ box: frame, fill: background, radius: radius || undefined }));
  // Straight solid borders are strips, which browsers fit to whole pixels; the others are stroked.
  if (drawn.length === 4 && isUniform(style) && (radius > 0 || style.border.top.style !== 'solid')) {
    const side = border.top;
    const width = usedBorderWidth(side);
    if (width > 0) {
      const inset = width / 2;
      parts.push(
        boxPart({
          box: {
            x: frame.x + inset,
            y: frame.y + inset,
            width: Math.max(0, frame.width - width),
            height: Math.max(0, frame.height - width),
          },
          stroke: shade(side, style.color, 'top'),
          strokeWidth: width,
          dash: dashOf(side),
          radius: radius > 0 ? Math.max(0, radius - inset) : undefined,
        }),
      );
    }
    return parts;
  }
  for (const side of drawn) {
    parts.push(...sideParts(style, frame, side));
  }
  return parts;
}

const UNEVEN_STYLES = new Set(['inset', 'outset', 'groove', 'ridge', 'double']);

function isUniform({ border: { top, right, bottom, left } }: ComputedStyle): boolean {
  if (UNEVEN_STYLES.has(top.style)) return false;
  return [right, bottom, left].every(
    (side) => side.width === top.width && side.style === top.style && side.color === top.color,
  );
}

function sideParts(style: ComputedStyle, frame: Rect, name: SideName): Part[] {
  const side = style.border[name];
  const width = usedBorderWidth(side);
  if (width === 0) return [];
  const strip = (inset: number, stripWidth: number, stripStyle: string): Part[] =>
    stripParts({ ...side, style: stripStyle, width: stripWidth }, style.color, shrunk(frame, inset), name);
  const half = Math.ceil(width / 2);
  const third = Math.ceil(width / 3);
  switch (side.style) {
    case 'groove':
      return [...strip(0, half, 'inset'), ...strip(half, width - half, 'outset')];
    case 'ridge':
      return [...strip(0, half, 'outset'), ...strip(half, width - half, 'inset')];
    case 'double':
      return width < 3
        ? strip(0, width, 'solid')
        : [...strip(0, third, 'solid'), ...strip(width - third, third, 'solid')];
    default:
      return strip(0, width, side.style);
  }
}

const shrunk = ({ x, y, width, height }: Rect, inset: number): Rect => ({
  x: x + inset,
  y: y + inset,
  width: Math.max(0, width - 2 * inset),
  height: Math.max(0, height - 2 * inset),
});

/** One strip along a side of a frame: its whole border, or one of the lines that make it up. */
function stripParts(side: BorderSide, color: string, frame: Rect, name: SideName): Part[] {
  const { width } = side;
  if (width <= 0) return [];
  const { x, y } = frame;
  const box: Rect =
    name === 'top'
      ? { x, y, width: frame.width, height: width }
      : name === 'bottom'
        ? { x, y: y + frame.height - width, width: frame.width, height: width }
        : name === 'left'
          ? { x, y, width, height: frame.height }
          : { x: x + frame.width - width, y, width, height: frame.height };
  const fill = shade(side, color, name);
  const along = name === 'top' || name === 'bottom';
  return dashesOf(side, along ? box.width : box.height).map(({ from, length }) =>
    boxPart({
      box: along ? { ...box, x: x + from, width: length } : { ...box, y: y + from, height: length },
      fill,
    }),
  );
}

/** Longer sides are drawn unbroken: their dashes would fill the picture's file. */
const MOST_DASHES = 500;

/** The dashes of a side, with gaps such that the last one ends at its corner, as Chromium fits them. */
function dashesOf({ style, width }: BorderSide, length: number): { readonly from: number; readonly length: number }[] {
  const thick = width >= 3;
  const dash = style === 'dashed' ? width * (thick ? 2 : 3) : width;
  const wanted = style === 'dashed' ? width * (thick ? 1 : 2) : width;
  const fewest = Math.floor((length + wanted) / (dash + wanted));
  if ((style !== 'dashed' && style !== 'dotted') || fewest < 2 || fewest > MOST_DASHES) return [{ from: 0, length }];
  const gapOf = (count: number): number => (length - count * dash) / (count - 1);
  const wide = gapOf(fewest);
  const narrow = gapOf(fewest + 1);
  const count = narrow > 0 && Math.abs(narrow - wanted) < Math.abs(wide - wanted) ? fewest + 1 : fewest;
  const gap = gapOf(count);
  return Array.from({ length: count }, (_, index) => ({ from: index * (dash + gap), length: dash }));
}

function dashOf({ style, width }: BorderSide): readonly number[] | undefined {
  if (style === 'dashed') return width > 1 ? [width * 2, width] : [3, 3];
  return style === 'dotted' ? [width, width] : undefined;
}

const SHADED_STYLES = new Set(['inset', 'outset']);
/** Chromium shades borders whose colour isn't given as if it were this one, whatever the text's colour. */
const SHADED_WITHOUT_COLOR = '#eeeeee';

/** The colour of a side: inset and outset borders are darker where the light doesn't fall. */
function shade({ style, color }: BorderSide, current: string, name: SideName): string {
  if (!SHADED_STYLES.has(style)) return color ?? current;
  const base = color ?? SHADED_WITHOUT_COLOR;
  const upper = name === 'top' || name === 'left';
  const { lit, shadowed } = borderShades(base);
  return upper === (style === 'outset') ? lit : shadowed;
}
