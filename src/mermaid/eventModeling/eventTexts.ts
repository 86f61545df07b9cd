/** The texts in the boxes of an event model, and the sizes that they give them. */
import { append, largest } from '../../primitives/lists.js';
import type { DrawContext } from '../context.js';
import type { Size } from '../graph/graph.js';
import { decodeEntities } from '../text/entities.js';
import { escapeHtml } from '../text/labels.js';
import { lineExtent } from '../text/svgText.js';
import type { EventFrame } from './eventModel.js';

/** Px. */
const FONT_SIZE = 16;
const WIDEST = 430;

export interface FrameText {
  /** HTML. */
  readonly name: string;
  /** HTML, in letters of one width; undefined for a frame without data. */
  readonly data: string | undefined;
  /** What Mermaid takes the text for, px: its markup is measured as if it were text, and data by a third of that. */
  readonly size: Size;
}

export function frameText({ title, data, isBlock }: EventFrame, context: DrawContext): FrameText {
  const name = wrapped(title, context);
  const code = data === undefined ? undefined : wrapped(data, context);
  const measured = [
    ...around('<b>', name, '</b>'),
    ...(code === undefined ? [] : ['', ...around(CODE, code.map(unbroken), isBlock ? '' : '</code>')]),
    ...(code !== undefined && isBlock ? ['</code>'] : []),
  ];
  const width = largest(measured.map((line) => widthOf(line, context)));
  const { ascent, descent } = lineExtent(FONT_SIZE);
  const htmlOf = (line: string): string => decodeEntities(escapeHtml(line));
  return {
    name: name.map(htmlOf).join('<br>'),
    data: code?.map((line) => withoutBreaks(unbroken(htmlOf(line)))).join('<br>'),
    size: { width: code === undefined ? width : width / 3, height: measured.length * (ascent + descent) },
  };
}

const CODE = `<code style="text-align: left; display: block;max-width:${WIDEST}px">`;

/** Lines with something before the first and behind the last. */
const around = (before: string, lines: readonly string[], after: string): readonly string[] =>
  lines.map((line, index) => (index === 0 ? before : '') + line + (index === lines.length - 1 ? after : ''));

const unbroken = (line: string): string => line.replaceAll(' ', '&nbsp;');
/** In draw.io's labels, a line break in the text is one. */
const withoutBreaks = (line: string): string => line.replaceAll('\n', ' ');

/** Whole px. */
const widthOf = (line: string, { measure, theme }: DrawContext): number =>
  Math.round(measure(escapeHtml(line), { fontFamily: theme.fontFamily, fontSize: FONT_SIZE, bold: true }).width);

/** Lines that are broken between words, and in words that are too wide for one. Breaks of the text are none. */
function wrapped(text: string, context: DrawContext): readonly string[] {
  if (/<br\s*\/?>/i.test(text)) return text.split(/<br\s*\/?>/i);
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(' ').filter((each) => each !== '')) {
    const width = widthOf(word, context);
    if (width > WIDEST) {
      const { parts, rest } = hyphenated(word, context);
      lines.push(current);
      append(lines, parts);
      current = rest;
    } else if (widthOf(current, context) + width >= WIDEST) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  const shown = [...lines, current].filter((line) => line !== '');
  return shown.length === 0 ? [''] : shown;
}

function hyphenated(word: string, context: DrawContext): { readonly parts: string[]; readonly rest: string } {
  const letters = [...word];
  const parts: string[] = [];
  let current = '';
  for (const [index, letter] of letters.entries()) {
    current += letter;
    if (widthOf(current, context) < WIDEST) continue;
    parts.push(index === letters.length - 1 ? current : `${current}-`);
    current = '';
  }
  return { parts, rest: current };
}
