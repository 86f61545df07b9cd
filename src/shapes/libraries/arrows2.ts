/** The block arrows of the library arrows2. */

import { type Rect, rect } from '../../geometry/plane.js';
import { lookupTable } from '../../primitives/lookupTable.js';
import type { NumberKey } from '../../style/keys.js';
import type { Style } from '../../style/style.js';
import { drawPath, framed, pathShape } from '../general/frame.js';
import { isVertical } from '../general/labelMargins.js';
import { clamp } from '../general/outline.js';
import type { Shape } from '../shape.js';

/** A length from the style, in 0…limit. */
const length = (style: Style, key: NumberKey, fallback: number, limit: number): number =>
  clamp(style.number(key, fallback), 0, limit);

/** A length which the style gives as a fraction of half of `full`. */
const halfShare = (style: Style, key: NumberKey, full: number): number => (full / 2) * length(style, key, 0.5, 1);

const OPPOSITE = lookupTable<string>({ east: 'west', west: 'east', north: 'south', south: 'north' });

/** The direction in which the arrow points on the page. */
function pointing(style: Style): string {
  const direction = style.string('direction', 'east');
  const flipped = style.flag(isVertical(style) ? 'flipV' : 'flipH');
  return flipped ? (OPPOSITE[direction] ?? direction) : direction;
}

/** The shaft of an arrow, or both its heads' distance where it has two; with boundedLbl=1. */
function shaftBox(box: Rect, style: Style, heads: 1 | 2): Rect {
  if (!style.flag('boundedLbl')) return box;
  const direction = pointing(style);
  const vertical = isVertical(style);
  const [along, across] = vertical ? [box.height, box.width] : [box.width, box.height];
  const side = halfShare(style, 'dy', across);
  const head = length(style, 'dx', 0.5, along);
  const before = heads === 2 || direction === 'west' || direction === 'north' ? head : 0;
  const shaft = along - heads * head;
  return vertical
    ? rect(box.x + side, box.y + before, across - 2 * side, shaft)
    : rect(box.x + before, box.y + side, shaft, across - 2 * side);
}

const arrow = framed(
  ({ canvas, w, h, style }) => {
    const dy = halfShare(style, 'dy', h);
    const neck = w - length(style, 'dx', 0.5, w);
    const notch = length(style, 'notch', 0, w);
    drawPath(canvas, `M 0 ${dy} H ${neck} V 0 L ${w} ${h / 2} ${neck} ${h} V ${h - dy} H 0 L ${notch} ${h / 2} Z`);
    if (style.flag('headCrossline')) drawPath(canvas, `M ${neck} ${dy} V ${h - dy}`, 'stroke');
    if (style.flag('tailCrossline')) drawPath(canvas, `M ${notch} ${dy} V ${h - dy}`, 'stroke');
  },
  { labelBox: (box, style) => shaftBox(box, style, 1) },
);

const twoWayArrow = pathShape(
  (w, h, style) => {
    const dy = halfShare(style, 'dy', h);
    const dx = length(style, 'dx', 0.5, w);
    return (
      `M ${dx} ${dy} H ${w - dx} V 0 L ${w} ${h / 2} ${w - dx} ${h} V ${h - dy} H ${dx} V ${h} ` +
      `L 0 ${h / 2} ${dx} 0 Z`
    );
  },
  { labelBox: (box, style) => shaftBox(box, style, 2) },
);

const stylisedArrow = pathShape((w, h, style) => {
  const dy = halfShare(style, 'dy', h);
  const neck = w - length(style, 'dx', 0.5, w);
  const notch = length(style, 'notch', 0, w);
  const feather = halfShare(style, 'feather', h);
  return (
    `M 0 ${feather} L ${neck} ${dy} ${neck - 10} 0 ${w} ${h / 2} ${neck - 10} ${h} ${neck} ${h - dy} ` +
    `0 ${h - feather} ${notch} ${h / 2} Z`
  );
});

const sharpArrow = pathShape((w, h, style) => {
  const dy = halfShare(style, 'dy1', h);
  const neck = length(style, 'dx1', 0.5, w);
  const tip = length(style, 'dx2', 0.5, w);
  // The barbs are parallel to the head's sides.
  const barb = h === 0 ? 0 : neck + tip * length(style, 'dy1', 0.5, h);
  return (
    `M 0 ${dy} H ${w - neck} L ${w - barb} 0 H ${w - tip} L ${w} ${h / 2} ${w - tip} ${h} H ${w - barb} ` +
    `L ${w - neck} ${h - dy} H 0 L ${length(style, 'notch', 0, w)} ${h / 2} Z`
  );
});

const sharpArrow2 = pathShape((w, h, style) => {
  const dy = halfShare(style, 'dy1', h);
  const neck = w - length(style, 'dx1', 0.5, w);
  const tip = w - length(style, 'dx2', 0.5, w);
  const barbX = w - length(style, 'dx3', 0.5, w);
  const barbY = halfShare(style, 'dy3', h);
  return (
    `M 0 ${dy} H ${neck} L ${barbX} ${barbY} ${tip} 0 ${w} ${h / 2} ${tip} ${h} ${barbX} ${h - barbY} ` +
    `${neck} ${h - dy} H 0 L ${length(style, 'notch', 0, w)} ${h / 2} Z`
  );
});

/** Lengths that most callout and multiple arrows share. */
interface ArrowSizes {
  /** Half of the shaft's breadth, px. */
  readonly dy: number;
  /** The head's length, px. */
  readonly dx: number;
  readonly notch: number;
  readonly head: number;
}

const sizesOf = (style: Style, w: number, h: number, head = 0): ArrowSizes => ({
  dy: length(style, 'dy', 0.5, h),
  dx: length(style, 'dx', 0.5, w),
  notch: length(style, 'notch', 0, w),
  head: length(style, 'arrowHead', head, h),
});

/** A head that points to the right, from the upper side of its shaft to the lower one. */
const headRight = (w: number, y: number, { dy, dx, head }: ArrowSizes): string =>
  `${w - dx} ${y - dy} L ${w - dx} ${y - dy - head} ${w} ${y} ${w - dx} ${y + dy + head} ${w - dx} ${y + dy}`;

const headLeft = (y: number, { dy, dx, head }: ArrowSizes): string =>
  `${dx} ${y + dy} L ${dx} ${y + dy + head} 0 ${y} ${dx} ${y - dy - head} ${dx} ${y - dy}`;

const headDown = (x: number, h: number, { dy, dx, head }: ArrowSizes): string =>
  `${x + dy} ${h - dx} L ${x + dy + head} ${h - dx} ${x} ${h} ${x - dy - head} ${h - dx} ${x - dy} ${h - dx}`;

const headUp = (x: number, { dy, dx, head }: ArrowSizes): string =>
  `${x - dy} ${dx} L ${x - dy - head} ${dx} ${x} 0 ${x + dy + head} ${dx} ${x + dy} ${dx}`;

const calloutArrow = pathShape((w, h, style) => {
  const sizes = sizesOf(style, w, h);
  const { dy, notch } = sizes;
  return `M 0 0 H ${notch} V ${h / 2 - dy} L ${headRight(w, h / 2, sizes)} L ${notch} ${h / 2 + dy} ` + `V ${h} H 0 Z`;
});

const bendArrow = pathShape((w, h, style) => {
  const { dy, dx, head } = sizesOf(style, w, h, 40);
  const notch = length(style, 'notch', 0, h);
  const middle = head / 2;
  const rounded = style.flag('rounded');
  const inner = rounded
    ? `H ${dy * 2.2} A ${dy * 0.2} ${dy * 0.2} 0 0 0 ${dy * 2} ${middle + dy * 1.2}`
    : `H ${dy * 2}`;
  const outer = rounded ? `V ${middle + dy} A ${dy * 2} ${dy * 2} 0 0 1 ${dy * 2} ${middle - dy}` : `V ${middle - dy}`;
  return (
    `M ${w - dx} 0 L ${w} ${middle} ${w - dx} ${head} V ${middle + dy} ${inner} ` +
    `L ${dy * 2} ${h} ${dy} ${h - notch} 0 ${h} ${outer} H ${w - dx} Z`
  );
});

const bendDoubleArrow = pathShape((w, h, style) => {
  const { dy, dx } = sizesOf(style, w, h);
  const head = length(style, 'arrowHead', 40, w);
  const middle = head / 2;
  const [near, far] = [middle - dy, middle + dy];
  const rounded = style.flag('rounded');
  const inner = rounded
    ? `H ${middle + dy * 1.2} A ${dy * 0.2} ${dy * 0.2} 0 0 0 ${far} ${middle + dy * 1.2}`
    : `H ${far}`;
  const outer = rounded ? `V ${far} A ${dy * 2} ${dy * 2} 0 0 1 ${far} ${near}` : `V ${near}`;
  return (
    `M ${w - dx} 0 L ${w} ${middle} ${w - dx} ${head} V ${far} ${inner} V ${h - dx} H ${head} ` +
    `L ${middle} ${h} 0 ${h - dx} H ${near} ${outer} H ${w - dx} Z`
  );
});

const calloutDoubleArrow = pathShape((w, h, style) => {
  const sizes = sizesOf(style, w, h);
  const { dy, notch } = sizes;
  const [left, right] = [w / 2 - notch, w / 2 + notch];
  return (
    `M ${left} 0 H ${right} V ${h / 2 - dy} L ${headRight(w, h / 2, sizes)} L ${right} ${h / 2 + dy} V ${h} ` +
    `H ${left} V ${h / 2 + dy} L ${headLeft(h / 2, sizes)} L ${left} ${h / 2 - dy} Z`
  );
});

const calloutQuadArrow = pathShape((w, h, style) => {
  const sizes = sizesOf(style, w, h);
  const { dy, notch } = sizes;
  const [x, y] = [w / 2, h / 2];
  return (
    `M ${x + dy} ${y - notch} H ${x + notch} V ${y - dy} L ${headRight(w, y, sizes)} L ${x + notch} ${y + dy} ` +
    `V ${y + notch} H ${x + dy} L ${headDown(x, h, sizes)} L ${x - dy} ${y + notch} H ${x - notch} V ${y + dy} ` +
    `L ${headLeft(y, sizes)} L ${x - notch} ${y - dy} V ${y - notch} H ${x - dy} L ${headUp(x, sizes)} Z`
  );
});

const calloutDouble90Arrow = pathShape((w, h, style) => {
  const right = length(style, 'dx2', 0, w);
  const foot = length(style, 'dy2', 0, w);
  const sizes: ArrowSizes = {
    dy: length(style, 'dy1', 0.5, h),
    dx: length(style, 'dx1', 0.5, w),
    notch: 0,
    head: length(style, 'arrowHead', 0, h),
  };
  const { dy } = sizes;
  return (
    `M 0 0 H ${right} V ${foot / 2 - dy} L ${headRight(w, foot / 2, sizes)} L ${right} ${foot / 2 + dy} V ${foot} ` +
    `H ${right / 2 + dy} L ${headDown(right / 2, h, sizes)} L ${right / 2 - dy} ${foot} H 0 Z`
  );
});

const quadArrow = pathShape((w, h, style) => {
  const sizes = sizesOf(style, w, h);
  const { dy } = sizes;
  const [x, y] = [w / 2, h / 2];
  return (
    `M ${x + dy} ${y - dy} L ${headRight(w, y, sizes)} L ${x + dy} ${y + dy} L ${headDown(x, h, sizes)} ` +
    `L ${x - dy} ${y + dy} L ${headLeft(y, sizes)} L ${x - dy} ${y - dy} L ${headUp(x, sizes)} Z`
  );
});

const triadArrow = pathShape((w, h, style) => {
  const { dy, dx, head } = sizesOf(style, w, h);
  const top = h - head;
  const [left, right] = [w / 2 - head / 2, w / 2 + head / 2];
  return (
    `M ${right - dy} ${top + dy} H ${w - dx} V ${top} L ${w} ${h - head / 2} ${w - dx} ${h} V ${h - dy} H ${dx} ` +
    `V ${h} L 0 ${h - head / 2} ${dx} ${top} V ${top + dy} H ${left + dy} V ${dx} H ${left} L ${w / 2} 0 ` +
    `${right} ${dx} H ${right - dy} Z`
  );
});

/** An arrow with a tail; `notched` lets the tail's sides follow its notch. */
const tailed = (notched: boolean): Shape =>
  pathShape((w, h, style) => {
    const sizes: ArrowSizes = {
      dy: length(style, 'dy1', 0, h),
      dx: length(style, 'dx1', 0, w),
      notch: length(style, 'notch', 0, w),
      head: length(style, 'arrowHead', 0, h),
    };
    const tail = length(style, 'dy2', 0, h);
    const end = length(style, 'dx2', 0, w);
    const slope = notched ? sizes.notch : tail;
    const waist = tail === 0 ? 0 : end + (slope * (tail - sizes.dy)) / tail;
    const y = h / 2;
    return (
      `M 0 ${y - tail} H ${end} L ${waist} ${y - sizes.dy} ${headRight(w, y, sizes)} L ${waist} ${y + sizes.dy} ` +
      `${end} ${y + tail} H 0 L ${sizes.notch} ${y} Z`
    );
  });

const stripedArrow = pathShape((w, h, style) => {
  const dy = halfShare(style, 'dy', h);
  const neck = w - length(style, 'dx', 0.5, w);
  const notch = length(style, 'notch', 0, w);
  const stripe = (from: number, to: number): string =>
    `M ${from * notch} ${h - dy} H ${to * notch} V ${dy} H ${from * notch} Z`;
  return (
    `M ${notch} ${dy} H ${neck} V 0 L ${w} ${h / 2} ${neck} ${h} V ${h - dy} H ${notch} Z ` +
    `${stripe(0, 0.16)} ${stripe(0.32, 0.8)}`
  );
});

const jumpInArrow = pathShape((w, h, style) => {
  const { dy, dx, head } = sizesOf(style, w, h, 40);
  const neck = w - dx;
  const [upper, lower] = [head / 2 - dy, head / 2 + dy];
  return (
    `M ${neck} 0 L ${w} ${head / 2} ${neck} ${head} V ${lower} A ${neck} ${h - lower} 0 0 0 0 ${h} ` +
    `A ${neck} ${h - upper} 0 0 1 ${neck} ${upper} Z`
  );
});

const uTurnArrow = pathShape((w, h, style) => {
  const { dy, head } = sizesOf(style, w, h, 40);
  const r = (h - head / 2 + dy) / 2;
  const tip = Math.max(0, style.number('dx2', 0));
  const end = Math.max(w, r);
  return (
    `M ${r} 0 L ${r + tip} ${head / 2} ${r} ${head} V ${head / 2 + dy} A ${r - 2 * dy} ${r - 2 * dy} 0 0 0 ` +
    `${r} ${h - 2 * dy} H ${end} V ${h} H ${r} A ${r} ${r} 0 0 1 ${r} ${head / 2 - dy} Z`
  );
});

export const ARROWS2_SHAPES: Readonly<Record<string, Shape>> = {
  'mxgraph.arrows2.arrow': arrow,
  'mxgraph.arrows2.twoWayArrow': twoWayArrow,
  'mxgraph.arrows2.stylisedArrow': stylisedArrow,
  'mxgraph.arrows2.sharpArrow': sharpArrow,
  'mxgraph.arrows2.sharpArrow2': sharpArrow2,
  'mxgraph.arrows2.calloutArrow': calloutArrow,
  'mxgraph.arrows2.bendArrow': bendArrow,
  'mxgraph.arrows2.bendDoubleArrow': bendDoubleArrow,
  'mxgraph.arrows2.calloutDoubleArrow': calloutDoubleArrow,
  'mxgraph.arrows2.calloutQuadArrow': calloutQuadArrow,
  'mxgraph.arrows2.calloutDouble90Arrow': calloutDouble90Arrow,
  'mxgraph.arrows2.quadArrow': quadArrow,
  'mxgraph.arrows2.triadArrow': triadArrow,
  'mxgraph.arrows2.tailedArrow': tailed(false),
  'mxgraph.arrows2.tailedNotchedArrow': tailed(true),
  'mxgraph.arrows2.stripedArrow': stripedArrow,
  'mxgraph.arrows2.jumpInArrow': jumpInArrow,
  'mxgraph.arrows2.uTurnArrow': uTurnArrow,
};
