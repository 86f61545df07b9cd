/** The borders of boxes as Chromium paints them: strips, dashes, dots, and the two tones of raised and sunk sides. */

import type { TextBox } from '../drawing/textBlock.js';
import { fittedDashes } from '../geometry/dashes.js';
import type { Rect } from '../geometry/plane.js';
import { ringDashes } from '../geometry/ringDashes.js';
import type { CornerRadius, Corners } from '../geometry/roundedBox.js';
import { borderShades } from '../html/borderShades.js';
import { type BorderSide, type ComputedStyle, usedBorderWidth } from '../html/computedStyle.js';
import type { SideName } from '../html/lengths.js';
import { fixedColor, isSeeThrough } from '../style/color.js';
import type { Part } from './fragment.js';

export const boxPart = (box: TextBox): Part => ({ kind: 'box', box });

/** The borders of a box on some of its sides. */
export function borderParts(
  style: ComputedStyle,
  frame: Rect,
  drawn: readonly SideName[],
  corners: Corners<CornerRadius> | undefined,
): Part[] {
  const side = style.border.top;
  const width = usedBorderWidth(side);
  const broken = side.style === 'dashed' || side.style === 'dotted';
  // Chromium leads dashes around a corner only where the border's inner edge is round there.
  const straight = broken && !corners?.some(({ x, y }) => x > width && y > width);
  if (!corners || straight || drawn.length < 4 || !isUniform(style)) {
    return drawn.flatMap((name) => sideParts(style, frame, name));
  }
  if (width === 0) return [];
  const dashes = ringDashes(side.style, width, frame, corners);
  const stroke = (inset: number, strokeWidth: number): Part =>
    boxPart({
      box: shrunk(frame, inset + strokeWidth / 2),
      stroke: shade(side, style.color, 'top'),
      strokeWidth,
      ...(dashes.lengths.length > 0 && { dash: dashes.lengths, roundDash: dashes.round }),
      ...cornersOf(shrunkCorners(corners, inset + strokeWidth / 2)),
    });
  if (side.style !== 'double' || width < 3) return [stroke(0, width)];
  const third = Math.ceil(width / 3);
  return [stroke(0, third), stroke(width - third, third)];
}

/** The corners of a box as its parts tell them: one radius where they are alike. */
export function cornersOf(corners: Corners<CornerRadius> | undefined): Pick<TextBox, 'radius' | 'corners'> {
  if (!corners) return {};
  const [{ x }] = corners;
  return corners.every((corner) => corner.x === x && corner.y === x) ? { radius: x } : { corners };
}

const shrunkCorners = (corners: Corners<CornerRadius>, inset: number): Corners<CornerRadius> =>
  corners.map(({ x, y }) => ({
    x: Math.max(0, x - inset),
    y: Math.max(0, y - inset),
  })) as unknown as Corners<CornerRadius>;

const UNEVEN_STYLES = new Set(['inset', 'outset', 'groove', 'ridge']);

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

/** Styles whose sides meet in the corners. */
const JOINED_STYLES = new Set(['solid', 'inset', 'outset']);

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
  // Where something shows through, the corners may not be painted twice.
  const ends = !along && JOINED_STYLES.has(side.style) && isSeeThrough(fill) ? width : 0;
  const round = side.style === 'dotted' && width > WIDEST_SQUARE_DOT;
  return fittedDashes(side.style, width, along ? box.width : box.height - 2 * ends).map(({ from, length }) =>
    boxPart({
      box: along ? { ...box, x: x + from, width: length } : { ...box, y: y + ends + from, height: length },
      fill,
      ...(round && length === width && { radius: width / 2 }),
    }),
  );
}

/** Wider dots are round. */
const WIDEST_SQUARE_DOT = 3;

const SHADED_STYLES = new Set(['inset', 'outset']);
/** Chromium shades borders whose colour isn't given as if it were this one, whatever the text's colour. */
const SHADED_WITHOUT_COLOR = fixedColor('#eeeeee');

/** The colour of a side: inset and outset borders are darker where the light doesn't fall. */
function shade({ style, color }: BorderSide, current: string, name: SideName): string {
  if (!SHADED_STYLES.has(style)) return color ?? current;
  const base = color ?? SHADED_WITHOUT_COLOR;
  const upper = name === 'top' || name === 'left';
  const { lit, shadowed } = borderShades(base);
  return upper === (style === 'outset') ? lit : shadowed;
}
