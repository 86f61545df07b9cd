/** Sets a label that isn't HTML as draw.io's export writes it: one SVG text element a line, never wrapped. */

import { createBoxContext } from '../boxes/boxContext.js';
import { fontExtent } from '../boxes/inline/fontMetrics.js';
import type { FontFace, TextBlock, TextBox, TextRun } from '../drawing/textBlock.js';
import type { Rect } from '../geometry/plane.js';
import { ceilUnit } from '../html/layoutUnits.js';
import { bidiLevels, visualOrder } from '../shaping/bidi.js';
import { type FaceChoice, faceRuns } from '../shaping/fontRuns.js';
import { decorationsOf, familiesOf } from './labelFont.js';
import { padded } from './paddedBox.js';
import type { TextRequest } from './textRequest.js';

export interface PlainLabelRequest extends TextRequest {
  readonly text: string;
  readonly rightToLeft: boolean;
}

export interface PlainLabel {
  /** In the frame of the anchor. */
  readonly block: TextBlock;
  /** Around the lines of text, in the same frame; undefined if there is none. */
  readonly bounds: Rect | undefined;
  readonly clip: Rect | undefined;
}

const LINE_HEIGHT = 1.2;

/** What shaping a character costs, in units of the budget: each is shaped to be measured, and to find its ink. */
const GLYPH_COST = 2;

const OTHER_SIDE = { left: 'right', center: 'center', right: 'left' } as const;

/** draw.io writes a coordinate with two decimals, and measures what it wrote. */
const printed = (value: number): number => Math.round(value * 100) / 100;

export function setPlainLabel(request: PlainLabelRequest): PlainLabel {
  const { font, rightToLeft } = request;
  request.budget?.spend(GLYPH_COST * request.text.length);
  // Text of a right-to-left label is anchored where it starts or ends, and so stands on the other side of the anchor.
  const align = rightToLeft ? OTHER_SIDE[request.align] : request.align;
  const x = printed(request.x);
  const families = familiesOf(font);
  const weight = font.bold ? 700 : 400;
  const face = request.fonts.match({ families, weight, italic: font.italic });
  const { size } = font;
  const lines = request.text.split('\n').map(withoutBlanks);
  const lineHeight = Math.round(size * LINE_HEIGHT);
  const textHeight = size + (lines.length - 1) * lineHeight;
  const baseline = firstBaseline(request, textHeight);
  const extent = fontExtent(face, size);
  const choice = {
    fonts: request.fonts,
    request: { families, weight, italic: font.italic },
    face,
    reportMissing: createBoxContext(request.fonts, request.cellId, request.report).reportMissing,
  };
  const shared = runLook(font, families, weight);
  const runs: TextRun[] = [];
  let bounds: Rect | undefined;
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const pieces = linePieces(line, rightToLeft, choice);
    const width = ceilUnit(pieces.reduce((sum, piece) => sum + piece.face.advance(piece.text, size), 0));
    let left = align === 'center' ? x - width / 2 : align === 'right' ? x - width : x;
    const lineBaseline = baseline + index * lineHeight;
    for (const { text, face: own, level } of pieces) {
      const advance = pieces.length === 1 ? width : own.advance(text, size);
      const place = { x: left, baseline: lineBaseline, width: advance };
      runs.push({ ...shared, ...place, text, face: own, rightToLeft: level % 2 === 1 });
      const ink = own.inkReach(text, size);
      const box = {
        x: left + ink.left,
        y: lineBaseline - extent.ascent,
        width: Math.max(advance, ink.right) - ink.left,
        height: extent.ascent + extent.descent,
      };
      bounds = bounds ? joined(bounds, box) : box;
      left += advance;
    }
  }
  const frame = bounds && backgroundBox(request, bounds, lines.length * lineHeight, textHeight);
  return {
    block: { width: request.width, height: request.height, runs, boxes: frame ? [frame] : [], images: [] },
    bounds: bounds && frame ? joined(bounds, countedBackground(request, bounds, frame)) : bounds,
    clip: clipOf(request),
  };
}

/** A line as SVG shows it: blanks are one, and none at its ends. */
const withoutBlanks = (line: string): string => line.replace(/[\t\r ]+/g, ' ').replace(/^ | $/g, '');

/** What all runs have of the label's font. */
const runLook = (font: PlainLabelRequest['font'], families: TextRun['families'], weight: number) => ({
  families,
  fontSize: font.size,
  weight,
  italic: font.italic,
  color: font.color,
  opacity: 1,
  decorations: decorationsOf(font),
  letterSpacing: 0,
});

/** Where the first line's baseline is: by the vertical alignment in the label's box, or in what is counted of the text. */
function firstBaseline({ font, y, verticalAlign, overflow, height }: PlainLabelRequest, textHeight: number): number {
  const top = y + font.size - 1;
  const counted = overflow === 'hidden' && height > 0 ? Math.min(textHeight, height) : textHeight;
  if (verticalAlign === 'middle') return printed(top - (overflow === 'fill' ? height / 2 : counted / 2));
  if (verticalAlign === 'bottom') return printed(top - (overflow === 'fill' ? height : counted + 1));
  return printed(top);
}

/** A part of a line in one font and direction. */
export interface LinePiece {
  readonly text: string;
  /** Where it begins in the line. */
  readonly start: number;
  readonly face: FontFace;
  readonly level: number;
}

/** A line in pieces of one font and direction, as they stand from left to right. */
export function linePieces(line: string, rightToLeft: boolean, choice: FaceChoice): readonly LinePiece[] {
  const levels = bidiLevels(line, rightToLeft);
  const pieces = faceRuns(line, choice).flatMap(({ start, end, face }): LinePiece[] => {
    const found: LinePiece[] = [];
    for (let from = start; from < end; ) {
      const level = levels?.[from] ?? 0;
      let to = from + 1;
      while (to < end && (levels?.[to] ?? 0) === level) to++;
      found.push({ text: line.slice(from, to), start: from, face, level });
      from = to;
    }
    return found;
  });
  return visualOrder(pieces);
}

function joined(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

/** The rectangle behind the text: around the label's box if the text fills it, else around a measured copy of it. */
function backgroundBox(
  { x, y, width, height, align, verticalAlign, overflow, background, border, font, padding }: PlainLabelRequest,
  text: Rect,
  measuredHeight: number,
  textHeight: number,
): TextBox | undefined {
  if (background === undefined && border === undefined) return undefined;
  const fills = overflow === 'fill' || overflow === 'width';
  const w = fills ? width : Math.round(text.width);
  const h = fills ? (overflow === 'fill' ? height : textHeight) : Math.round(measuredHeight * (font.size > 0 ? 1 : 0));
  const left = align === 'center' ? x - w / 2 : align === 'right' ? x - w : x;
  const top = verticalAlign === 'middle' ? y - h / 2 : verticalAlign === 'bottom' ? y - h : y;
  const box = fills
    ? { x: left + 1, y: top, width: w - 2, height: h + 2 }
    : padded({ x: left + 1, y: top + 2, width: w, height: h + 1 }, padding);
  return {
    box: {
      x: Math.floor(box.x - 1),
      y: Math.floor(box.y - 1),
      width: Math.max(0, Math.ceil(box.width + 2)),
      height: Math.max(0, Math.ceil(box.height)),
    },
    fill: background,
    stroke: border,
    strokeWidth: border === undefined ? undefined : 1,
  };
}

/** The rectangle behind the text as it counts for the label's bounds: on screen, draw.io measures the text itself. */
function countedBackground({ overflow, border, padding }: PlainLabelRequest, text: Rect, { box }: TextBox): Rect {
  if (overflow === 'fill' || overflow === 'width') return box;
  const crisp = border === undefined ? 0 : 0.5;
  const { x, y, width, height } = padded(text, padding);
  return {
    x: Math.floor(x - 1) + crisp,
    y: Math.floor(y) + crisp,
    width: Math.ceil(width + 2),
    height: Math.ceil(height),
  };
}

/** Two px of room around the label's box. */
function clipOf({ x, y, width, height, align, verticalAlign, overflow }: PlainLabelRequest): Rect | undefined {
  if (overflow !== 'hidden' || width <= 0 || height <= 0) return undefined;
  const left = align === 'center' ? x - width / 2 : align === 'right' ? x - width : x;
  const top = verticalAlign === 'middle' ? y - height / 2 : verticalAlign === 'bottom' ? y - height : y;
  return { x: left - 2, y: top - 2, width: width + 4, height: height + 4 };
}
