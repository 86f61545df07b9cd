/** The lines under, over and through text as Chromium draws them: SVG's own decorations stand elsewhere. */

import type { TextDecoration, TextRun } from '../../drawing/textBlock.js';
import { type Wave, waveOf } from '../../drawing/waves.js';
import { fittedDashes } from '../../geometry/dashes.js';
import { formatNumber as n } from '../../geometry/numbers.js';
import { type Rect, rect } from '../../geometry/plane.js';
import type { Snap } from '../textGeometry.js';

/** A piece of a line along text. */
export type DecorationMark = {
  readonly color: string;
  readonly opacity: number;
} /** A radius rounds its corners: dots. */ & (
  | { readonly kind: 'bar'; readonly box: Rect; readonly radius?: number }
  /** SVG path data of a line. */
  | { readonly kind: 'wave'; readonly data: string; readonly width: number }
);

/** The lines under or over runs (drawn before the text), or those through them (drawn after). */
export function decorationMarks(runs: readonly TextRun[], through: boolean, snap: Snap): readonly DecorationMark[] {
  return runs.flatMap((run) =>
    run.width <= 0
      ? []
      : run.decorations.flatMap((decoration) =>
          (decoration.line === 'line-through') === through ? marksOf(decoration, run, snap) : [],
        ),
  );
}

/** Wider dots are round. */
const WIDEST_SQUARE_DOT = 3;

function marksOf(decoration: TextDecoration, run: TextRun, snap: Snap): DecorationMark[] {
  const { color, line, style = 'solid', exact: place } = decoration;
  const { opacity, x, width } = run;
  if (place) {
    const box = rect(x, run.baseline + place.top, width, place.thickness);
    return [{ kind: 'bar', box, color, opacity }];
  }
  const exact = Math.max(1, decoration.thickness ?? decoration.fontSize / 10);
  const thickness = Math.max(1, Math.floor(exact));
  const top = decorationTop(decoration, exact, run);
  const round = style === 'dotted' && thickness > WIDEST_SQUARE_DOT;
  const bar = (left: number, y: number, length: number): DecorationMark => ({
    kind: 'bar',
    ...(round && { radius: thickness / 2 }),
    box: rect(left, snap.y(y), length, thickness),
    color,
    opacity,
  });
  /** Second lines and waves keep out of the text. */
  const apart = (thickness + 1) * (line === 'overline' ? -1 : 1);
  switch (style) {
    case 'solid':
      return [bar(x, top, width)];
    case 'double':
      return line === 'line-through'
        ? [bar(x, top - Math.floor(apart / 2), width), bar(x, top - Math.floor(apart / 2) + apart, width)]
        : [bar(x, top, width), bar(x, top + apart, width)];
    case 'dotted':
    case 'dashed':
      return fittedDashes(style, thickness, width).map(({ from, length }) => bar(x + from, top, length));
    case 'wavy': {
      const middle = top + (line === 'line-through' ? 0 : apart) + exact / 2;
      return [{ kind: 'wave', data: wave(x, middle, width, waveOf(decoration)), width: exact, color, opacity }];
    }
  }
}

/** Where the upper edge of a line is. */
function decorationTop({ line, fontSize, offset, below = 0 }: TextDecoration, thickness: number, run: TextRun): number {
  const { baseline, face } = run;
  const em = face.ascent / face.unitsPerEm;
  const top = baseline - Math.round(em * run.fontSize);
  switch (line) {
    case 'underline':
      return baseline + below + (offset ?? Math.max(1, Math.ceil(thickness / 2)));
    case 'line-through':
      // Two thirds of the decorated element's ascent, below the top of the text itself.
      return top + (2 * em * fontSize) / 3 - thickness / 2;
    case 'overline':
      return top;
  }
}

/** Waves begin with the text, and end where it does. */
function wave(x: number, y: number, width: number, { step, reach }: Wave): string {
  let data = `M${n(x)} ${n(y)}`;
  for (let at = 0; at < width; at += 2 * step) {
    const part = Math.min(1, partOfWave((width - at) / step));
    // The control points of the curve's beginning, up to that part of it (de Casteljau).
    const firstX = part * step;
    const firstY = part * reach;
    const secondX = firstX + part * (step - firstX);
    const secondY = (1 - part) * firstY + part * ((1 - part) * reach - part * reach);
    const endX = step * (3 * part - 3 * part ** 2 + 2 * part ** 3);
    const endY = 3 * reach * part * (1 - part) * (1 - 2 * part);
    const point = (px: number, py: number): string => `${n(x + at + px)} ${n(y + py)}`;
    data += `C${point(firstX, firstY)} ${point(secondX, secondY)} ${point(endX, endY)}`;
  }
  return data;
}

/** How much of a wave's curve covers a length, in steps: a wave is two of them long. */
function partOfWave(length: number): number {
  if (length >= 2) return 1;
  let low = 0;
  let high = 1;
  for (let i = 0; i < 20; i++) {
    const middle = (low + high) / 2;
    if (3 * middle - 3 * middle ** 2 + 2 * middle ** 3 < length) low = middle;
    else high = middle;
  }
  return high;
}
