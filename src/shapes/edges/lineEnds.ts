/** The ends of a line: the marker that the style names for each, placed and drawn. */

import type { Canvas } from '../../drawing/canvas.js';
import { type Point, point } from '../../geometry/plane.js';
import type { Style } from '../../style/style.js';
import { styleStrokeWidth } from '../general/outline.js';
import type { PlacedMarker } from './markerFrame.js';
import { MARKERS } from './markers.js';

const MARKER_SIZE = 6;

/** The keys of the style that say how one end of a line looks. */
export interface End {
  readonly arrow: 'startArrow' | 'endArrow';
  readonly size: 'startSize' | 'endSize';
  readonly fill: 'startFill' | 'endFill';
  readonly fillColor: 'startFillColor' | 'endFillColor';
}

export const START: End = {
  arrow: 'startArrow',
  size: 'startSize',
  fill: 'startFill',
  fillColor: 'startFillColor',
};

export const END: End = {
  arrow: 'endArrow',
  size: 'endSize',
  fill: 'endFill',
  fillColor: 'endFillColor',
};

export const markerSize = (style: Style, end: End): number => style.number(end.size, MARKER_SIZE);

/** draw.io fills a marker unless its fill flag is there and equals zero. */
const isFilled = (style: Style, key: End['fill']): boolean => !style.has(key) || Number(style.get(key)) !== 0;

/** The marker at the tip of a line that comes from `before`; undefined where the style names none. */
export function placeMarker(
  end: End,
  tip: Point,
  before: Point,
  style: Style,
  reportUnknown: (name: string) => void,
): PlacedMarker | undefined {
  const name = style.get(end.arrow);
  if (name === undefined) return undefined;
  const marker = MARKERS.get(name);
  if (!marker) {
    reportUnknown(name);
    return undefined;
  }
  const length = Math.hypot(tip.x - before.x, tip.y - before.y);
  if (length === 0) return undefined;
  return marker({
    tip,
    direction: point((tip.x - before.x) / length, (tip.y - before.y) / length),
    size: markerSize(style, end),
    strokeWidth: styleStrokeWidth(style),
    filled: isFilled(style, end.fill),
    atSource: end === START,
    style,
  });
}

export interface LineEnds {
  readonly start?: PlacedMarker | undefined;
  readonly end?: PlacedMarker | undefined;
}

/** Markers are filled with colours of their own, or with the line's. */
export const ownFill =
  (style: Style) =>
  (end: End): string | undefined =>
    style.color(end.fillColor) ?? style.color('strokeColor');

/** Draws the markers over the line, solid. */
export function drawMarkers(canvas: Canvas, marked: LineEnds, fillColor: (end: End) => string | undefined): void {
  for (const [end, marker] of [
    [START, marked.start],
    [END, marked.end],
  ] as const) {
    if (!marker) continue;
    canvas.save();
    canvas.setDashed(false);
    canvas.setFillColor(fillColor(end));
    marker.draw(canvas);
    canvas.restore();
  }
}
