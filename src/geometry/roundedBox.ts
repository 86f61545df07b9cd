/** The outline of a box with round corners. */
import { formatNumber as n } from './numbers.js';
import type { Rect } from './plane.js';

/** Of an ellipse that rounds a corner, px. */
export interface CornerRadius {
  readonly x: number;
  readonly y: number;
}

/** Clockwise from the top left. */
export type Corners<T> = readonly [topLeft: T, topRight: T, bottomRight: T, bottomLeft: T];

/** SVG path data, clockwise from the top left corner. */
export function cornerPath({ x, y, width, height }: Rect, corners: Corners<CornerRadius>): string {
  const [topLeft, topRight, bottomRight, bottomLeft] = corners;
  const right = x + width;
  const bottom = y + height;
  const arc = ({ x: rx, y: ry }: CornerRadius, toX: number, toY: number): string =>
    rx > 0 && ry > 0 ? `A${n(rx)} ${n(ry)} 0 0 1 ${n(toX)} ${n(toY)}` : `L${n(toX)} ${n(toY)}`;
  return (
    `M${n(x + topLeft.x)} ${n(y)}L${n(right - topRight.x)} ${n(y)}${arc(topRight, right, y + topRight.y)}` +
    `L${n(right)} ${n(bottom - bottomRight.y)}${arc(bottomRight, right - bottomRight.x, bottom)}` +
    `L${n(x + bottomLeft.x)} ${n(bottom)}${arc(bottomLeft, x, bottom - bottomLeft.y)}` +
    `L${n(x)} ${n(y + topLeft.y)}${arc(topLeft, x + topLeft.x, y)}Z`
  );
}
