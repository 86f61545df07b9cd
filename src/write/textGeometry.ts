/** Where the parts of a text block stand as a screen draws them, for every writer. */
import { toBase64 } from '../decode/base64.js';
import { IDENTITY, type Matrix, type Rect, rect } from '../geometry/plane.js';
import type { Picture } from '../scene/scene.js';
import type { GlyphPaint, GlyphPlacement, TextBox, TextDecoration, TextImage, TextRun } from '../text/textBlock.js';

/** Moves a place across or down to where browsers snap what is upright: to a whole device pixel. */
export interface Snap {
  x(value: number): number;
  y(value: number): number;
}

/** Device pixels per px of the page, and the picture's top left corner on the page. */
export interface Device {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/** Rounds places of an upright block to device pixels; what is turned or scaled stays where it is. */
export function snapTo({ scale, left, top }: Device, block: Matrix): Snap {
  if (block.a !== 1 || block.b !== 0 || block.c !== 0 || block.d !== 1)
    return { x: (value) => value, y: (value) => value };
  const along = (origin: number) => (value: number) => Math.round((value + origin) * scale) / scale - origin;
  return { x: along(block.e - left), y: along(block.f - top) };
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

/** An image of a label: HTML stretches a raster image over its box; an SVG one is laid out in it, with its own proportions. */
export const labelPicture = ({ href, box }: TextImage): Picture => ({
  kind: 'picture',
  href,
  box,
  transform: IDENTITY,
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
export const bitmapImage = ({ png, box }: GlyphPaint & { readonly kind: 'bitmap' }): TextImage => ({
  href: `data:image/png;base64,${toBase64(png)}`,
  box,
});

export interface DecorationBar {
  readonly box: Rect;
  readonly color: string;
  readonly opacity: number;
}

/** The lines under or over runs (drawn before the text), or those through them (drawn after), as rectangles. */
export function decorationBars(runs: readonly TextRun[], through: boolean, snap: Snap): readonly DecorationBar[] {
  const bars: DecorationBar[] = [];
  for (const run of runs) {
    for (const decoration of run.decorations) {
      if ((decoration.line === 'line-through') !== through || run.width <= 0) continue;
      const thickness = Math.max(1, Math.floor(decoration.fontSize / 10));
      const y = snap.y(decorationTop(decoration, run));
      bars.push({ box: rect(run.x, y, run.width, thickness), color: decoration.color, opacity: run.opacity });
    }
  }
  return bars;
}

/** Where Chromium draws a line whose thickness is a tenth of the font size. SVG's own decorations stand elsewhere. */
function decorationTop({ line, fontSize }: TextDecoration, { baseline, face }: TextRun): number {
  const thickness = Math.max(1, fontSize / 10);
  const ascent = (face.ascent / face.unitsPerEm) * fontSize;
  switch (line) {
    case 'underline':
      return baseline + Math.max(1, Math.ceil(thickness / 2));
    case 'line-through':
      return baseline - Math.round(ascent) + (2 * ascent) / 3 - thickness / 2;
    case 'overline':
      return baseline - Math.round(ascent);
  }
}
