/** The boxes of the ArchiMate libraries: with a symbol in their corner, as cubes, as sheets with lines. */
import { framed } from '../../general/frame.js';
import { type Glyph, rectangle } from '../../general/glyph.js';
import { paintPath, strokePath } from '../../general/widgets.js';
import type { Shape } from '../../shape.js';

/** Symbols in a corner are 15 px wide and high. */
export const CORNER = 15;

/** A box with a symbol of the older kind in its corner. */
export const boxed = (box: Glyph, x: number, y: number, symbol: Glyph): Shape =>
  framed(({ canvas, w, h, style }) => {
    box(canvas, w, h, style);
    canvas.setDashed(false);
    canvas.translate(w - x, y);
    symbol(canvas, CORNER, CORNER, style);
  });

export const OLD_LOCATION =
  'M.5 1A.1775 .3 0 0 0 .345 .7A.538 .364 0 0 1 .5 0A.538 .364 0 0 1 .655 .7A.1775 .3 0 0 0 .5 1';

/** A cube's face with its top and right side. */
export const cubeBox: Glyph = (canvas, w, h) =>
  paintPath(
    canvas,
    `M0 10L10 0L${w} 0L${w} ${h - 10}L${w - 10} ${h}L0 ${h}Z` + `M0 10L${w - 10} 10L${w - 10} ${h}M${w} 0L${w - 10} 10`,
  );

/** A sheet with lines across it, as far as its height leaves room. */
export const sheet = (outline: Glyph, lines: (w: number, h: number) => readonly string[]): Shape =>
  framed(({ canvas, w, h, style }) => {
    outline(canvas, w, h, style);
    for (const line of lines(w, h)) strokePath(canvas, line);
  });

export const fullRectangle = rectangle(0, 0, 1, 1);
