/** The shadows of cells, labels and pages, as draw.io casts them. */

import type { Shadow } from '../drawing/scene.js';
import { type Rect, rect } from '../geometry/plane.js';
import { colorPair, paintedColor, sidesOf, withoutBlanks } from '../style/color.js';
import { inverseColor } from '../style/darkColor.js';
import type { Style } from '../style/style.js';

/** draw.io's default drop shadow of a cell. */
const CELL_SHADOW: Shadow = { color: '#000000', opacity: 0.25, dx: 2, dy: 3, blur: 2 };

/** The shadow that a page with shadow="1" casts, and the room that draw.io's export gives it. */
export const PAGE_SHADOW: Shadow = { color: colorPair('#3d4574', '#a8afd8'), opacity: 0.4, dx: 3, dy: 3, blur: 1.7 };
export const PAGE_SHADOW_ROOM = 11;

/** The shadow of a cell's shape (shadow=1). */
export const cellShadow = (style: Style): Shadow | undefined => (style.flag('shadow') ? shadowOf(style) : undefined);

/** The shadow of a cell's label (textShadow=1). */
export const labelShadow = (style: Style): Shadow | undefined =>
  style.flag('textShadow') ? shadowOf(style) : undefined;

function shadowOf(style: Style): Shadow | undefined {
  const color = shadowColor(style.get('shadowColor') ?? CELL_SHADOW.color);
  return color === undefined
    ? undefined
    : { color, opacity: style.number('shadowOpacity', CELL_SHADOW.opacity * 100) / 100, ...extentOf(style) };
}

const extentOf = (style: Style): Pick<Shadow, 'dx' | 'dy' | 'blur'> => ({
  dx: style.number('shadowOffsetX', CELL_SHADOW.dx),
  dy: style.number('shadowOffsetY', CELL_SHADOW.dy),
  blur: style.number('shadowBlur', CELL_SHADOW.blur),
});

/** Shadows have dark counterparts wherever colours adapt. What is no colour is black. */
function shadowColor(value: string): string | undefined {
  // draw.io can't add an opacity to colours of one digit a channel: they cast no shadow.
  if (/^#[0-9a-f]{3,4}$/i.test(value.trim())) return undefined;
  const color = paintedColor(withoutBlanks(value)) ?? CELL_SHADOW.color;
  return sidesOf(color) ? color : colorPair(color, inverseColor(color));
}

/** The room that draw.io's bounding box keeps for a shadow: twice the blur around it, and its offset. */
export function growForShadow(box: Rect, style: Style): Rect {
  if (!style.flag('shadow')) return box;
  const { dx, dy, blur } = extentOf(style);
  const room = 2 * blur;
  return rect(box.x - room, box.y - room, box.width + 2 * room + dx, box.height + 2 * room + dy);
}
