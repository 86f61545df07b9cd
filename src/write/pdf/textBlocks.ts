/** Text blocks in a PDF: their boxes, images, formulas and lines, and the runs as real text. */

import type { FormulaPath, TextBlock, TextBox, TextFormula, TextRun } from '../../drawing/textBlock.js';
import { parsePathData } from '../../geometry/pathData.js';
import { type Matrix, point, type Rect, rotation } from '../../geometry/plane.js';
import { cornerPath } from '../../geometry/roundedBox.js';
import { type DecorationMark, decorationMarks } from '../svg/decorations.js';
import { COMMON_STROKE, formulaPlacement } from '../svg/formula.js';
import { labelPicture, type Snap, snapOf, snappedBox, snappedRect, snappedRun } from '../textGeometry.js';
import type { Content } from './contentStream.js';
import { showRun, type TextTools } from './glyphRun.js';
import type { PdfObjects } from './objects.js';
import { drawDrawing, fillPath, setPen, setSolidFill, setSolidStroke } from './paintedOutlines.js';
import { drawGroup } from './states.js';

/** Everything of a block in its own frame, in the order in which the SVG writer draws it. */
export function drawTextBlock(content: Content, tools: TextTools, block: TextBlock, snap: Snap): void {
  const { objects, pictures } = tools;
  for (const box of block.boxes) drawBox(content, objects, snappedBox(box, snap));
  for (const image of block.images)
    pictures.paint(content, labelPicture({ ...image, box: snappedRect(image.box, snap) }));
  for (const formula of block.formulas ?? []) {
    drawFormula(content, objects, formula, formulaPlacement(formula, snap.x(formula.box.x), snap.y(formula.box.y)));
  }
  const decorate = (through: boolean): void => {
    for (const run of block.runs) {
      const marks = decorationMarks([run], through, snapOf(run, snap));
      if (marks.length > 0) turned(content, run, () => drawDecorations(content, objects, marks));
    }
  };
  decorate(false);
  for (const run of block.runs.map((each) => snappedRun(each, snap))) {
    turned(content, run, () => showRun(content, tools, run, snapOf(run, snap).y(run.baseline)));
  }
  decorate(true);
}

/** Draws a run in its upright frame, turned as it is. */
function turned(content: Content, { angle = 0, x, baseline }: TextRun, draw: () => void): void {
  if (angle === 0) {
    draw();
    return;
  }
  content.isolated(() => {
    content.transform(rotation(angle, point(x, baseline)));
    draw();
  });
}

function drawBox(content: Content, objects: PdfObjects, text: TextBox): void {
  const { box, fill, stroke, strokeWidth = 1, dash = [], roundDash, radius = 0, corners } = text;
  const lineCap = roundDash ? 'round' : 'butt';
  drawDrawing(content, objects, {
    kind: 'drawing',
    outline: corners
      ? { kind: 'path', path: parsePathData(cornerPath(box, corners)) }
      : { kind: 'rect', box, radiusX: radius, radiusY: radius },
    transform: UNMOVED,
    fill: fill === undefined ? undefined : { paint: { kind: 'solid', color: fill }, opacity: 1 },
    stroke:
      stroke === undefined
        ? undefined
        : { color: stroke, opacity: 1, width: strokeWidth, dash, lineCap, lineJoin: 'miter', miterLimit: 4 },
  });
}

const UNMOVED: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

function drawDecorations(content: Content, objects: PdfObjects, marks: readonly DecorationMark[]): void {
  for (const mark of marks) {
    content.isolated(() => {
      if (mark.kind === 'bar') {
        setSolidFill(content, objects, mark.color, mark.opacity);
        content.rectangle(mark.box);
        fillPath(content);
        return;
      }
      setSolidStroke(content, objects, mark.color, mark.opacity);
      setPen(content, { width: mark.width, dash: [], lineCap: 'butt', lineJoin: 'miter', miterLimit: 4 });
      content.path(parsePathData(mark.data));
      content.write('S');
    });
  }
}

/** A formula's glyphs and rules. */
function drawFormula(content: Content, objects: PdfObjects, formula: TextFormula, placement: Matrix): void {
  content.isolated(() => {
    content.transform(placement);
    drawGroup(content, objects, formula.opacity, (into) => {
      for (const path of formula.paths) drawFormulaPath(into, objects, path, formula.color);
    });
  });
}

function drawFormulaPath(content: Content, objects: PdfObjects, path: FormulaPath, color: string): void {
  const { data, transform, fill = color, stroke, clip } = path;
  const outline = parsePathData(data);
  content.isolated(() => {
    if (clip) {
      content.transform(clip.transform);
      content.clip(plainRect(clip.box));
    }
    content.transform(transform);
    if (fill !== 'none') {
      setSolidFill(content, objects, fill, 1);
      content.path(outline);
      fillPath(content);
    }
    // Many viewers draw no line thinner than a pixel: the hair's breadth around glyphs would make them bold.
    const isHair = fill !== 'none' && stroke?.width === COMMON_STROKE;
    if (stroke && stroke.color !== 'none' && !isHair) {
      const { width, dash = [], round } = stroke;
      setSolidStroke(content, objects, stroke.color ?? color, 1);
      setPen(content, { width, dash, lineCap: round ? 'round' : 'butt', lineJoin: 'miter', miterLimit: 4 });
      content.path(outline);
      content.write('S');
    }
  });
}

export const plainRect = (box: Rect) => ({ kind: 'rect', box, radiusX: 0, radiusY: 0 }) as const;
