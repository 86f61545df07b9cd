/** Text that Mermaid sets as SVG's own, without HTML: what its box is in a browser. */
import type { Size } from '../graph/graphLayout.js';
import { decodeEntities } from './entities.js';
import { escapeHtml } from './labels.js';
import type { Measure, MeasureOptions } from './measure.js';

/** Arial's, of the font size; browsers round both to px. */
const ASCENT = 0.905;
const DESCENT = 0.212;

const LINE_BREAK = /\\n|\n|<br\s*\/?>/i;

/** Such text as a label: its lines as they are written, entities apart. */
export const svgTextHtml = (text: string): string =>
  text
    .split(LINE_BREAK)
    .map((line) => decodeEntities(escapeHtml(line.trim())))
    .join('<br>');

/** How far above and below its baseline a line reaches, px. */
export const lineExtent = (fontSize: number): { readonly ascent: number; readonly descent: number } => ({
  ascent: Math.round(ASCENT * fontSize),
  descent: Math.round(DESCENT * fontSize),
});

/** The box around lines that are one font size apart, px. */
export function svgTextSize(html: string, options: MeasureOptions, measure: Measure): Size {
  const { ascent, descent } = lineExtent(options.fontSize);
  const lines = html.split('<br>').length;
  return { width: measure(html, options).width, height: ascent + descent + (lines - 1) * options.fontSize };
}

/** Where the middle of a line is whose baseline is at `y`. */
export function middleOfLine(y: number, fontSize: number): number {
  const { ascent, descent } = lineExtent(fontSize);
  return y + (descent - ascent) / 2;
}
