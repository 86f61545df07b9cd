/** CSS gradients behind text, as SVG images of their boxes. */

import { formatNumber as n } from '../geometry/numbers.js';
import type { Rect } from '../geometry/plane.js';
import { type CornerRadius, type Corners, cornerPath } from '../geometry/roundedBox.js';
import { splitCommas, splitWords } from '../html/css.js';
import { parseColor } from '../html/cssValues.js';
import { lookupTable } from '../primitives/lookupTable.js';
import { percentEncoded } from '../primitives/percentEncoded.js';
import { lightSide, sidesOf } from '../style/color.js';
import { colorAttributes } from '../style/colorAttributes.js';
import { groupOf, type Part } from './fragment.js';

interface Stop {
  readonly color: string;
  /** 0 at the gradient's start, 1 at its end. */
  readonly offset: number;
}

/** A gradient over a box; undefined if it can't be read. */
export function gradientPart(value: string, frame: Rect, corners: Corners<CornerRadius> | undefined): Part | undefined {
  const match = /^(?:-webkit-)?(linear|radial)-gradient\((.*)\)$/is.exec(value.trim());
  const { width, height } = frame;
  if (!match || !(width > 0) || !(height > 0)) return undefined;
  const parts = splitCommas(match[2] as string);
  const linear = (match[1] as string).toLowerCase() === 'linear';
  const direction = isStop(parts[0] ?? '') ? undefined : parts.shift();
  const axis = linear ? linearAxis(direction, width, height) : undefined;
  const stops = readStops(parts, axis?.length ?? Math.hypot(width, height) / 2);
  if (stops.length < 2) return undefined;
  const box: Rect = { x: 0, y: 0, width, height };
  const shape = corners
    ? `<path d="${cornerPath(box, corners)}" fill="url(#g)"/>`
    : `<rect width="${width}" height="${height}" fill="url(#g)"/>`;
  const picture = (side: (color: string) => string): string => {
    const colored = stops.map(({ color, offset }) => ({ color: side(color), offset }));
    const gradient = axis ? linearMarkup(axis, colored) : radialMarkup(width, height, colored);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${gradient}${shape}</svg>`;
    return `data:image/svg+xml,${percentEncoded(svg)}`;
  };
  // draw.io leaves a gradient as it is, unless it has colours of its own for dark pages.
  const adapts = stops.some(({ color }) => sidesOf(color));
  const darkHref = adapts ? picture((color) => sidesOf(color)?.[1] ?? color) : undefined;
  const image: Part = { kind: 'image', image: { box: frame, href: picture(lightSide), ...(darkHref && { darkHref }) } };
  // What is painted later lies above it, boxes as well.
  return { kind: 'layer', fragment: groupOf([image], width, height), x: 0, y: 0, effect: {} };
}

const isStop = (part: string): boolean => splitWords(part).some((word) => isColor(word));

const isColor = (word: string): boolean =>
  !/^(to|top|bottom|left|right|center|circle|ellipse|at|closest-side|farthest-corner)$/i.test(word) &&
  parseColor(word, '#000000') !== undefined;

/** Stops without a place of their own share the room between those that have one. */
function readStops(parts: readonly string[], length: number): Stop[] {
  const found: { color: string; offset: number | undefined }[] = [];
  for (const part of parts) {
    const words = splitWords(part);
    const color = words.find(isColor);
    if (color === undefined) continue;
    const places = words.filter((word) => word !== color).map((word) => placeOf(word, length));
    const parsed = parseColor(color, '#000000') as string;
    for (const offset of places.length > 0 ? places : [undefined]) found.push({ color: parsed, offset });
  }
  const last = found.length - 1;
  const known = found.map(({ offset }, i) => offset ?? (i === 0 ? 0 : i === last ? 1 : undefined));
  return found.map(({ color }, i) => {
    const own = known[i];
    if (own !== undefined) return { color, offset: own };
    let before = i;
    while (known[before] === undefined) before--;
    let after = i;
    while (known[after] === undefined) after++;
    const from = known[before] as number;
    const to = known[after] as number;
    return { color, offset: from + ((to - from) * (i - before)) / (after - before) };
  });
}

function placeOf(word: string, length: number): number | undefined {
  const match = /^([+-]?[\d.]+)(%|px)$/i.exec(word);
  if (!match) return undefined;
  return match[2] === '%' ? Number(match[1]) / 100 : Number(match[1]) / length;
}

interface Axis {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly length: number;
}

const SIDE_ANGLES = lookupTable<number>({ top: 0, right: 90, bottom: 180, left: 270 });

/** The line that a linear gradient runs along: through the centre, as long as the box is in its direction. */
function linearAxis(direction: string | undefined, width: number, height: number): Axis {
  const radians = (angleOf(direction, width, height) * Math.PI) / 180;
  const dx = Math.sin(radians);
  const dy = -Math.cos(radians);
  const length = Math.abs(width * dx) + Math.abs(height * dy);
  const x = (dx * length) / 2;
  const y = (dy * length) / 2;
  return { x1: width / 2 - x, y1: height / 2 - y, x2: width / 2 + x, y2: height / 2 + y, length };
}

/** Degrees clockwise from upwards; a corner's depends on the box's proportions. */
function angleOf(direction: string | undefined, width: number, height: number): number {
  const turn = /^([+-]?[\d.]+)(deg|turn|rad|grad)$/i.exec(direction?.trim() ?? '');
  if (turn) {
    const unit = { deg: 1, turn: 360, rad: 180 / Math.PI, grad: 0.9 }[(turn[2] as string).toLowerCase()] ?? 1;
    return Number(turn[1]) * unit;
  }
  const sides = (direction ?? 'to bottom')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word in SIDE_ANGLES);
  if (sides.length < 2) return SIDE_ANGLES[sides[0] ?? 'bottom'] ?? 180;
  const corner = (Math.atan2(height, width) * 180) / Math.PI;
  const right = sides.includes('right');
  if (sides.includes('top')) return right ? corner : 360 - corner;
  return right ? 180 - corner : 180 + corner;
}

const stopMarkup = (stops: readonly Stop[]): string =>
  stops.map(({ color, offset }) => `<stop offset="${n(offset, 4)}"${colorAttributes('stop-color', color)}/>`).join('');

const linearMarkup = ({ x1, y1, x2, y2 }: Axis, stops: readonly Stop[]): string =>
  `<linearGradient id="g" gradientUnits="userSpaceOnUse" x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}">` +
  `${stopMarkup(stops)}</linearGradient>`;

/** To the farthest corner, in the box's proportions. */
function radialMarkup(width: number, height: number, stops: readonly Stop[]): string {
  const scale = height / width;
  return (
    `<radialGradient id="g" gradientUnits="userSpaceOnUse" cx="${n(width / 2)}" cy="${n(width / 2)}" r="${n((width / 2) * Math.SQRT2)}"` +
    ` gradientTransform="scale(1 ${n(scale, 4)})">${stopMarkup(stops)}</radialGradient>`
  );
}
