/** Texts of sequence diagrams: plain text in lines, measured and broken as Mermaid does it. */
import { append, largest } from '../../primitives/lists.js';
import type { DrawContext } from '../context.js';
import { hasFormula } from '../text/formulas.js';
import { escapeHtml } from '../text/labels.js';
import { lineHtml } from '../text/svgText.js';
import type { SequenceSettings } from './settings.js';

export interface TextExtent {
  readonly width: number;
  readonly height: number;
}

export interface SequenceTexts {
  /** What Mermaid's layout takes a text for, whole px. */
  extent(text: string): TextExtent;
  /** With line breaks put in between words, and in words that are wider than that, px. A text with breaks of its own stays. */
  wrap(text: string, maxWidth: number): string;
  /** As wide as it is drawn, px. */
  drawnWidth(text: string): number;
}

const LINE_BREAK = /<br\s*\/?>/gi;
const BREAK = '<br/>';

export const textLines = (text: string): readonly string[] => text.split(LINE_BREAK);

/** Its lines a font size, or so many px, apart. */
export function textHtml(text: string, lineHeight: number): string {
  const lines = textLines(text);
  const html = lines.map(lineHtml).join('<br>');
  return lines.length > 1 ? `<div style="line-height:${lineHeight}px">${html}</div>` : html;
}

/** As SVG draws lines of such texts below each other, px. */
export const drawnLineHeight = (fontSize: number): number =>
  Math.round(0.905 * fontSize) + Math.round(0.212 * fontSize);

/**
 * The box that browsers say a line of SVG text takes has its font's ascent and descent, whole px, and the letters that
 * reach beyond: of the font size.
 */
interface LineBox {
  readonly ascent: number;
  readonly descent: number;
  readonly low: RegExp;
  readonly lowest: number;
  readonly high: RegExp;
  readonly highest: number;
}

const HIGH = /[À-ÂÈ-ÊÌ-ÎÒ-ÔÙ-ÝĂĆĈČĎĔĚĜĞĤĥĬĴĹĺŃŇŎŐŔŘŚŜŠŤŬŮŰŴŶŹŽЀЃЌЍЎЙ]/u;

const SERIF: LineBox = {
  ascent: 0.891,
  descent: 0.216,
  low: /[()@gjpqy|¡¦µ¸¿ÇçýþÿĄąĘęĝğġĢģĮįĳĵĶķĻļŅņŋŖŗŞşŢţŲųŷήβγζημρφχψЂЏДЦЩдруфцщђјўџ]/u,
  lowest: 0.217,
  high: HIGH,
  highest: 0.92,
};

const SANS: LineBox = {
  ascent: 0.905,
  descent: 0.212,
  low: /[_¸ζξ]/u,
  lowest: 0.22,
  high: HIGH,
  highest: 0.93,
};

function lineHeight(line: string, fontSize: number, box: LineBox): number {
  const above = Math.round(box.ascent * fontSize);
  const below = Math.round(box.descent * fontSize);
  return (
    (box.high.test(line) ? Math.max(above, Math.ceil(box.highest * fontSize)) : above) +
    (box.low.test(line) ? Math.max(below, Math.ceil(box.lowest * fontSize)) : below)
  );
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Words of more letters are as wide as anything. */
const LONGEST_WORD = 2000;

export function sequenceTexts(
  { fontSize, measuredFont }: Pick<SequenceSettings, 'fontSize' | 'measuredFont'>,
  { measure, theme }: DrawContext,
): SequenceTexts {
  const widthIn = (line: string, fontFamily: string): number =>
    measure.width(hasFormula(line) ? lineHtml(line) : escapeHtml(line.trim()), { fontFamily, fontSize });
  const known = new Map<string, TextExtent>();

  const measured = (text: string): TextExtent => {
    if (text === '') return { width: 0, height: 0 };
    const lines = textLines(text);
    const heightsIn = (box: LineBox): readonly number[] => lines.map((line) => lineHeight(line, fontSize, box));
    const extentIn = (family: string, heights: readonly number[]): TextExtent => ({
      width: Math.round(largest(lines.map((line) => widthIn(line, family)))),
      height: sum(heights),
    });
    const heights = heightsIn(SERIF);
    const own = extentIn(measuredFont, heights);
    const plainHeights = heightsIn(SANS);
    // Mermaid takes the plain font where it is larger in all. It is measured where it may be: that takes long.
    if (sum(plainHeights) <= own.height || largest(plainHeights) <= largest(heights)) return own;
    const plain = extentIn('Helvetica', plainHeights);
    return plain.width > own.width ? plain : own;
  };

  const extent = (text: string): TextExtent => {
    const found = known.get(text) ?? measured(text);
    known.set(text, found);
    return found;
  };

  const wrap = (text: string, maxWidth: number): string => {
    if (text === '' || textLines(text).length > 1) return text;
    const lines: string[] = [];
    let current = '';
    for (const word of text.split(' ').filter((each) => each !== '')) {
      const width = extent(word).width;
      if (width > maxWidth && word.length <= LONGEST_WORD) {
        const parts = hyphenated(word, maxWidth, (part) => extent(part).width);
        append(lines, [current, ...parts.slice(0, -1)]);
        current = parts.at(-1) as string;
      } else if (extent(current).width + width >= maxWidth) {
        lines.push(current);
        current = word;
      } else current = current === '' ? word : `${current} ${word}`;
    }
    return [...lines, current].filter((line) => line !== '').join(BREAK);
  };

  const drawnWidth = (text: string): number =>
    largest(textLines(text).map((line) => measure.width(lineHtml(line), { fontFamily: theme.fontFamily, fontSize })));
  return { extent, wrap, drawnWidth };
}

/** The parts of a word, and what is left of it for the next line. */
function hyphenated(word: string, maxWidth: number, widthOf: (part: string) => number): readonly string[] {
  const letters = [...word];
  const parts: string[] = [];
  let current = '';
  for (const [index, letter] of letters.entries()) {
    const next = current + letter;
    if (widthOf(next) < maxWidth) current = next;
    else {
      parts.push(index === letters.length - 1 ? next : `${next}-`);
      current = '';
    }
  }
  return [...parts, current];
}
