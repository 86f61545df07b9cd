/** Where the parts of a text block stand as a screen draws them, for every writer. */
import { toBase64 } from '../decode/base64.js';
import type { Picture } from '../drawing/scene.js';
import type { GlyphPaint, GlyphPlacement, TextBox, TextImage, TextRun } from '../drawing/textBlock.js';
import { IDENTITY, type Matrix, type Point, type Rect } from '../geometry/plane.js';

/** Moves a place across or down to where browsers snap what is upright: to a whole device pixel. */
export interface Snap {
  x(value: number): number;
  y(value: number): number;
}

const UNSNAPPED: Snap = { x: (value) => value, y: (value) => value };

/** Device pixels per px of the page, and the picture's top left corner on the page. */
export interface Device {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/**
 * Rounds places of an upright block to device pixels. What is turned is rounded before it is turned, if `origin` tells
 * where its frame lies then; what is scaled stays where it is.
 */
export function snapTo({ scale, left, top }: Device, block: Matrix, origin: Point | undefined): Snap {
  const along = (start: number, unit: number) => (value: number) => Math.round((value + start) * unit) / unit - start;
  if (block.a === 1 && block.b === 0 && block.c === 0 && block.d === 1) {
    return { x: along(block.e - left, scale), y: along(block.f - top, scale) };
  }
  return origin ? { x: along(origin.x, 1), y: along(origin.y, 1) } : UNSNAPPED;
}

/** The snapping of a run: what is turned by itself stays where it is. */
export const snapOf = ({ angle }: TextRun, snap: Snap): Snap => (angle ? UNSNAPPED : snap);

/** A box between whole pixels, as browsers place images and what they clip to. */
export function snappedRect({ x, y, width, height }: Rect, snap: Snap): Rect {
  const left = snap.x(x);
  const top = snap.y(y);
  return { x: left, y: top, width: snap.x(x + width) - left, height: snap.y(y + height) - top };
}

/** A rectangle between whole pixels, as browsers paint backgrounds and borders; a stroke lies inside them. */
export function snappedBox(box: TextBox, snap: Snap): TextBox {
  const { x: left, y: top, width, height } = box.box;
  if (width === 0 || height === 0) return box;
  const inset = box.stroke === undefined ? 0 : (box.strokeWidth ?? 1) / 2;
  const x = snap.x(left - inset) + inset;
  const y = snap.y(top - inset) + inset;
  const right = snap.x(left + width + inset) - inset;
  const bottom = snap.y(top + height + inset) - inset;
  return { ...box, box: { x, y, width: right - x, height: bottom - y } };
}

/** A run of a block; what is text inside a drawing moves as the drawing is snapped. */
export function snappedRun(run: TextRun, snap: Snap): TextRun {
  const { inDrawing } = run;
  if (!inDrawing) return run;
  const x = snap.x(run.x - inDrawing.x) + inDrawing.x;
  const baseline = snap.y(run.baseline - inDrawing.y) + inDrawing.y;
  return { ...run, x, baseline };
}

/** An image of a label: HTML stretches a raster image over its box; an SVG one is laid out in it, with its own proportions. */
export const labelPicture = ({ href, box, transform = IDENTITY }: TextImage): Picture => ({
  kind: 'picture',
  href,
  box,
  transform,
  opacity: 1,
  keepAspect: /^data:image\/svg/i.test(href),
});

/** Where a run's glyphs are drawn. */
export const placementOf = (run: TextRun, baseline: number): GlyphPlacement => ({
  text: run.text,
  x: run.x,
  y: baseline,
  fontSize: run.fontSize,
  letterSpacing: run.letterSpacing,
  rightToLeft: run.rightToLeft,
});

/** A glyph's picture as the images of labels are drawn. */
export const glyphImage = ({
  mediaType,
  data,
  box,
  transform,
}: GlyphPaint & { readonly kind: 'picture' }): TextImage => ({
  href: `data:${mediaType};base64,${toBase64(data)}`,
  box,
  transform,
});
