/** Text that Mermaid sets as SVG's own, without HTML: what its box is in a browser. */
import { append } from '../../primitives/lists.js';
import type { Size } from '../graph/graph.js';
import { decodeEntities } from './entities.js';
import { formulasAside } from './formulas.js';
import { escapeHtml } from './labels.js';
import type { Measure, MeasureOptions } from './measure.js';

/** Arial's, of the font size; browsers round both to px. */
const ASCENT = 0.905;
const DESCENT = 0.212;

const LINE_BREAK = /\\n|\n|<br\s*\/?>/i;

/** Such text as a label: its lines as they are written, entities apart. */
export const svgTextHtml = (text: string): string => text.split(LINE_BREAK).map(lineHtml).join('<br>');

/** One line, with formulas as draw.io reads them. */
export function lineHtml(line: string): string {
  const { text, restore } = formulasAside(line.trim());
  return restore(decodeEntities(escapeHtml(text)));
}

/** Such text with its lines broken between words, and in words that are wider than a line, px. */
export function brokenHtml(text: string, maxWidth: number, options: MeasureOptions, measure: Measure): string {
  const fits = (part: string): boolean => measure(lineHtml(part), options).width <= maxWidth;
  return text
    .split(LINE_BREAK)
    .flatMap((line) => (fits(line) ? [line] : brokenLine(line.trim(), fits)))
    .map(lineHtml)
    .join('<br>');
}

function brokenLine(line: string, fits: (part: string) => boolean): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(/\s+/)) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (fits(longer)) {
      current = longer;
      continue;
    }
    if (current !== '') lines.push(current);
    const parts = brokenWord(word, fits);
    append(lines, parts.slice(0, -1));
    current = parts.at(-1) ?? '';
  }
  return current === '' ? lines : [...lines, current];
}

/** Entities are not taken apart. */
const LETTERS = /ﬂ°+\w+¶ß|./gsu;

function brokenWord(word: string, fits: (part: string) => boolean): readonly string[] {
  const parts: string[] = [];
  let current = '';
  for (const letter of word.match(LETTERS) ?? []) {
    if (current !== '' && !fits(current + letter)) {
      parts.push(current);
      current = '';
    }
    current += letter;
  }
  return current === '' ? parts : [...parts, current];
}

/** From the baseline to the middle of small letters, of the font size. */
export const HALF_X_HEIGHT = 0.264;

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
