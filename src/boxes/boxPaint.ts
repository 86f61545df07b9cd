/** What boxes paint behind their text: shadows, backgrounds and borders. */

import { grow, type Rect } from '../geometry/plane.js';
import type { CornerRadius, Corners } from '../geometry/roundedBox.js';
import { type ComputedStyle, type RadiusLengths, usedBorderWidth } from '../html/computedStyle.js';
import { resolveLength, SIDES, type SideName } from '../html/lengths.js';
import { append } from '../primitives/lists.js';
import { borderParts, boxPart, cornersOf } from './borders.js';
import { gradientPart } from './cssGradients.js';
import { groupOf, type Part } from './fragment.js';

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
  const { border, background, gradients, boxShadows, outline } = style;
  const bordered = drawn.some((side) => usedBorderWidth(border[side]) > 0);
  const outlined = usedBorderWidth(outline);
  if (background === undefined && gradients.length === 0 && !bordered && outlined === 0) return [];
  const corners = cornerRadii(style.radii, frame);
  const parts: Part[] = [];
  if (background !== undefined) {
    append(parts, shadowParts(style, frame, corners, background, boxShadows));
    parts.push(boxPart({ box: frame, fill: background, ...cornersOf(corners) }));
  }
  // The first gradient lies uppermost.
  for (const gradient of [...gradients].reverse()) {
    const part = gradientPart(gradient, frame, corners);
    if (part) parts.push(part);
  }
  append(parts, borderParts(style, frame, drawn, corners));
  if (outlined > 0) {
    const around = { ...style, border: { top: outline, right: outline, bottom: outline, left: outline } };
    append(parts, borderParts(around, grow(frame, outlined), drawn, undefined));
  }
  return parts;
}

/** The shadows that a box with a background casts. */
function shadowParts(
  style: ComputedStyle,
  frame: Rect,
  corners: Corners<CornerRadius> | undefined,
  background: string,
  shadows: ComputedStyle['boxShadows'],
): Part[] {
  return [...shadows].reverse().map(({ spread, ...shadow }) => {
    const box = {
      x: frame.x - spread,
      y: frame.y - spread,
      width: frame.width + 2 * spread,
      height: frame.height + 2 * spread,
    };
    const cast = boxPart({ box, fill: spread > 0 ? shadow.color : background, ...cornersOf(corners) });
    const { width, height } = frame;
    return {
      kind: 'layer',
      fragment: groupOf([cast], width, height),
      x: 0,
      y: 0,
      effect: { shadow, opacity: style.opacity },
    } as const;
  });
}

/** The radii of a box's corners, made smaller together where they would overlap; undefined if none is round. */
function cornerRadii(radii: Corners<RadiusLengths>, { width, height }: Rect): Corners<CornerRadius> | undefined {
  const [topLeft, topRight, bottomRight, bottomLeft] = radii.map(({ across, down }) => ({
    x: Math.max(0, resolveLength(across, width) ?? 0),
    y: Math.max(0, resolveLength(down, height) ?? 0),
  })) as unknown as Corners<CornerRadius>;
  const corners = [topLeft, topRight, bottomRight, bottomLeft] as const;
  if (corners.every(({ x, y }) => x === 0 || y === 0)) return undefined;
  const shrinkage = (room: number, a: number, b: number): number =>
    a + b > Math.max(0, room) ? Math.max(0, room) / (a + b) : 1;
  const factor = Math.min(
    shrinkage(width, topLeft.x, topRight.x),
    shrinkage(width, bottomLeft.x, bottomRight.x),
    shrinkage(height, topLeft.y, bottomLeft.y),
    shrinkage(height, topRight.y, bottomRight.y),
  );
  return corners.map(({ x, y }) => ({ x: x * factor, y: y * factor })) as unknown as Corners<CornerRadius>;
}
