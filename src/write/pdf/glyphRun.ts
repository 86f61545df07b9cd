/** A run of text as PDF shows it: real text, each glyph at the place that layout gave it. */

import { glyphSize } from '../../drawing/fontSizes.js';
import type { GlyphPaint, RunGlyph, TextRun } from '../../drawing/textBlock.js';
import { formatNumber } from '../../geometry/numbers.js';
import { parsePathData } from '../../geometry/pathData.js';
import { colorParts } from '../outputColor.js';
import { glyphImage, labelPicture, placementOf } from '../textGeometry.js';
import type { Content } from './contentStream.js';
import { hexCode, type PdfFont, type PdfFonts } from './fonts.js';
import type { PdfObjects } from './objects.js';
import { setSolidFill } from './paintedOutlines.js';
import type { Pictures } from './pdfImages.js';
import { setOpacity } from './states.js';

/** What text is shown with. */
export interface TextTools {
  readonly objects: PdfObjects;
  readonly fonts: PdfFonts;
  readonly pictures: Pictures;
}

const n = (value: number): string => formatNumber(value, 3);

/** Viewers that put text on whole pixels round down: a baseline that is one must not fall short of it by rounding. */
const NUDGE = 0.01;

/** The text rendering mode in which glyphs are filled and stroked. */
const FILL_AND_STROKE = 2;

/** Shows a run with its baseline at `baseline`. Where its font can't be embedded, its glyphs are drawn as outlines. */
export function showRun(content: Content, tools: TextTools, run: TextRun, baseline: number): void {
  // Smaller than a 64th of a px, letters have no size, and neither have the spaces between them.
  if (run.text.trim() === '' || glyphSize(run.fontSize) === 0) return;
  const font = run.face.isColored ? undefined : tools.fonts.get(run.face);
  if (font) content.isolated(() => showText(content, tools.objects, font, run, baseline));
  else drawGlyphs(content, tools, run, baseline);
}

function showText(content: Content, objects: PdfObjects, font: PdfFont, run: TextRun, baseline: number): void {
  const { face, x } = run;
  const fontSize = glyphSize(run.fontSize);
  const color = colorParts(run.color);
  setOpacity(content, objects, color.alpha * run.opacity);
  content.fillColor(color);
  if (face.bolder > 0) {
    content.strokeColor(color);
    content.lineWidth(face.bolder * fontSize);
  }
  content.write('BT');
  content.write(`${content.use(font.resource)} ${n(fontSize)} Tf`);
  if (face.bolder > 0) content.write(`${FILL_AND_STROKE} Tr`);
  // Text stands upright in a plane whose y points down.
  content.write(`1 0 ${n(face.slant)} -1 ${n(x)} ${n(baseline + NUDGE)} Tm`);
  for (const { rise, operand } of shownGlyphs(font, run)) {
    if (rise !== 0) content.write(`${n(rise)} Ts`);
    content.write(`[${operand}] TJ`);
    if (rise !== 0) content.write('0 Ts');
  }
  content.write('ET');
}

/** Glyphs in a row at one height. */
interface Row {
  /** How far above the baseline, px. */
  readonly rise: number;
  /**
   * The operand of TJ: codes, and between them by how much the next glyph moves left, in thousandths of the font size,
   * where kerning and letter spacing place it other than its own width does.
   */
  operand: string;
}

function shownGlyphs(font: PdfFont, run: TextRun): readonly Row[] {
  const { text, rightToLeft, letterSpacing, face } = run;
  const fontSize = glyphSize(run.fontSize);
  const glyphs = face.glyphs(text, rightToLeft);
  const texts = glyphTexts(text, glyphs);
  const thousandths = 1000 / face.unitsPerEm;
  const rows: Row[] = [];
  // Where the glyph should stand and where the viewer's pen is, thousandths of the font size.
  let place = 0;
  let pen = 0;
  for (const [i, { glyph, cluster, advance, dx = 0, dy = 0 }] of glyphs.entries()) {
    const rise = (dy * fontSize) / face.unitsPerEm;
    let row = rows[rows.length - 1];
    if (row?.rise !== rise) {
      row = { rise, operand: '' };
      rows.push(row);
    }
    const correction = Math.round(pen - place - dx * thousandths);
    if (correction !== 0) {
      row.operand += ` ${correction} `;
      pen -= correction;
    }
    row.operand += `<${hexCode(font.code(glyph, texts[i] as string))}>`;
    pen += font.width(glyph);
    place += advance * thousandths;
    if (glyphs[i + 1]?.cluster !== cluster) place += (letterSpacing * 1000) / fontSize;
  }
  for (const row of rows) row.operand = row.operand.replaceAll('><', '');
  return rows;
}

/** The characters that each glyph stands for; where several glyphs share some, the first of them has them. */
function glyphTexts(text: string, glyphs: readonly RunGlyph[]): readonly string[] {
  const starts = [...new Set(glyphs.map(({ cluster }) => cluster))].sort((a, b) => a - b);
  const ends = new Map(starts.map((start, i) => [start, starts[i + 1] ?? text.length]));
  const taken = new Set<number>();
  return glyphs.map(({ cluster }) => {
    if (taken.has(cluster)) return '';
    taken.add(cluster);
    return text.slice(cluster, ends.get(cluster)).replace(INVISIBLE, '');
  });
}

/** Soft hyphens and spaces without width would come along when text is copied. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

/** Draws the glyphs of a run as outlines, and those that are pictures as these. */
function drawGlyphs(content: Content, tools: TextTools, run: TextRun, baseline: number): void {
  for (const paint of run.face.paint(placementOf(run, baseline)))
    content.isolated(() => drawPaint(content, tools, run, paint));
}

function drawPaint(content: Content, { objects, pictures }: TextTools, run: TextRun, paint: GlyphPaint): void {
  if (paint.kind === 'picture') {
    pictures.paint(content, { ...labelPicture(glyphImage(paint)), opacity: run.opacity });
    return;
  }
  const { data, color = run.color, opacity, strokeWidth } = paint;
  setSolidFill(content, objects, color, opacity * run.opacity);
  if (strokeWidth > 0) {
    content.strokeColor(colorParts(color));
    content.lineWidth(strokeWidth);
  }
  content.path(parsePathData(data));
  content.write(strokeWidth > 0 ? 'B' : 'f');
}
