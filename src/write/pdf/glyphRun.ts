/** A run of text as PDF shows it: real text, each glyph at the place that layout gave it. */
import { formatNumber } from '../../geometry/numbers.js';
import { parsePathData } from '../../geometry/pathData.js';
import type { RunGlyph, TextRun } from '../../text/textBlock.js';
import { colorParts } from '../color.js';
import type { Content } from './content.js';
import { hexCode, type PdfFont, type PdfFonts } from './fonts.js';
import type { PdfObjects } from './objects.js';
import { setOpacity } from './states.js';

const n = (value: number): string => formatNumber(value, 3);

/** Viewers that put text on whole pixels round down: a baseline that is one must not fall short of it by rounding. */
const NUDGE = 0.01;

/** Shows a run with its baseline at `baseline`. Where its font can't be embedded, its glyphs are drawn as outlines. */
export function showRun(content: Content, objects: PdfObjects, fonts: PdfFonts, run: TextRun, baseline: number): void {
  const shown = run.visualText ?? run.text;
  if (shown.trim() === '') return;
  const font = fonts.get(run.face);
  const color = colorParts(run.color);
  const draw = (): void => {
    setOpacity(content, objects, color.alpha * run.opacity);
    content.fillColor(color);
    if (font) {
      showText(content, font, run, shown, baseline);
    } else {
      content.path(parsePathData(run.face.outline(shown, run.x, baseline, run.fontSize, run.letterSpacing)));
      content.write('f');
    }
  };
  content.isolated(draw);
}

function showText(content: Content, font: PdfFont, run: TextRun, shown: string, baseline: number): void {
  const glyphs = run.face.glyphs(shown);
  if (glyphs.length === 0) return;
  content.write(
    `BT\n${content.use(font.resource)} ${n(run.fontSize)} Tf\n` +
      // Text stands upright in a plane whose y points down.
      `1 0 0 -1 ${n(run.x)} ${n(baseline + NUDGE)} Tm\n[${shownGlyphs(font, run, shown, glyphs)}] TJ\nET`,
  );
}

/**
 * The operand of TJ: codes, and between them by how much the next glyph moves left, in thousandths of the font size,
 * where kerning and letter spacing place it other than its own width does.
 */
function shownGlyphs(font: PdfFont, run: TextRun, shown: string, glyphs: readonly RunGlyph[]): string {
  const { fontSize, letterSpacing, face } = run;
  const texts = glyphTexts(shown, glyphs);
  let operand = '<';
  // Where the glyph should stand and where the viewer's pen is, thousandths of the font size.
  let place = 0;
  let pen = 0;
  for (const [i, { glyph, advance }] of glyphs.entries()) {
    const correction = Math.round(pen - place);
    if (correction !== 0 && i > 0) {
      operand += `> ${correction} <`;
      pen -= correction;
    }
    operand += hexCode(font.code(glyph, texts[i] as string));
    pen += font.width(glyph);
    place += (advance * 1000) / face.unitsPerEm + (letterSpacing * 1000) / fontSize;
  }
  return `${operand}>`;
}

/** The characters that each glyph stands for; where several glyphs share some, the first of them has them. */
function glyphTexts(shown: string, glyphs: readonly RunGlyph[]): readonly string[] {
  const starts = [...new Set(glyphs.map(({ cluster }) => cluster))].sort((a, b) => a - b);
  const ends = new Map(starts.map((start, i) => [start, starts[i + 1] ?? shown.length]));
  const taken = new Set<number>();
  return glyphs.map(({ cluster }) => {
    if (taken.has(cluster)) return '';
    taken.add(cluster);
    return shown.slice(cluster, ends.get(cluster)).replace(INVISIBLE, '');
  });
}

/** Soft hyphens and spaces without width would come along when text is copied. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;
