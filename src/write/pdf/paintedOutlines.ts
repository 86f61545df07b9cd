/** Outlines filled and stroked, each paint in the way that PDF has for it. */

import type { Drawing, Fill, Outline, Stroke } from '../../drawing/scene.js';
import { grow, type Rect } from '../../geometry/plane.js';
import { colorParts } from '../outputColor.js';
import { outlineBox } from '../sceneBounds.js';
import type { Content, FillRule } from './contentStream.js';
import { type Gradient, gradientOver, isSpread, setGradient } from './gradients.js';
import type { PdfObjects } from './objects.js';
import { setBlendMode, setOpacity } from './states.js';
import { drawTiles } from './tiles.js';

/** How a line is drawn, apart from its paint. */
export type Pen = Omit<Stroke, 'color' | 'opacity'> & { readonly dashOffset?: number };

const CAPS = { butt: 0, round: 1, square: 2 } as const;
const JOINS = { miter: 0, round: 1, bevel: 2 } as const;

/** A drawing of the scene. SVG draws no rectangle or ellipse without extent, not even its stroke. */
export function drawDrawing(
  content: Content,
  objects: PdfObjects,
  { outline, transform, fill, stroke, blend }: Drawing,
): void {
  if (outline.kind !== 'path' && !(outline.box.width > 0 && outline.box.height > 0)) return;
  if (!fill && !stroke) return;
  content.isolated(() => {
    content.transform(transform);
    if (blend) setBlendMode(content, objects, blend);
    if (fill && stroke && isPlain(fill, stroke)) {
      content.fillColor(colorParts((fill.paint as { color: string }).color));
      content.strokeColor(colorParts(stroke.color));
      setPen(content, stroke);
      content.outline(outline);
      content.write('B');
      return;
    }
    if (fill) content.isolated(() => fillOutline(content, objects, outline, fill));
    if (stroke && stroke.width > 0) content.isolated(() => strokeOutline(content, objects, outline, stroke));
  });
}

/** Whether fill and stroke can be drawn by one operator: see-through ones would show where they overlap. */
const isPlain = ({ paint, opacity }: Fill, stroke: Stroke): boolean =>
  paint.kind === 'solid' &&
  opacity >= 1 &&
  stroke.opacity >= 1 &&
  stroke.width > 0 &&
  colorParts(paint.color).alpha === 1 &&
  colorParts(stroke.color).alpha === 1;

function fillOutline(content: Content, objects: PdfObjects, outline: Outline, { paint, opacity }: Fill): void {
  switch (paint.kind) {
    case 'solid':
      setSolidFill(content, objects, paint.color, opacity);
      break;
    case 'gradient': {
      const box = outlineBox(outline);
      const gradient = box && gradientOver(paint, box);
      // SVG paints no gradient across a box without extent.
      if (!gradient || !isSpread(gradient)) return;
      setGradient(content, objects, gradient, { use: 'fill', area: box, opacity: opacity });
      break;
    }
    case 'pattern': {
      const box = outlineBox(outline);
      content.clip(outline);
      if (box) drawTiles(content, objects, box, paint, opacity);
      return;
    }
  }
  content.outline(outline);
  fillPath(content);
}

function strokeOutline(content: Content, objects: PdfObjects, outline: Outline, stroke: Stroke): void {
  setSolidStroke(content, objects, stroke.color, stroke.opacity);
  setPen(content, stroke);
  content.outline(outline);
  content.write('S');
}

export function setSolidFill(content: Content, objects: PdfObjects, color: string, opacity: number): void {
  const parts = colorParts(color);
  setOpacity(content, objects, parts.alpha * opacity);
  content.fillColor(parts);
}

export function setSolidStroke(content: Content, objects: PdfObjects, color: string, opacity: number): void {
  const parts = colorParts(color);
  setOpacity(content, objects, parts.alpha * opacity);
  content.strokeColor(parts);
}

/** Makes a gradient the paint of a stroke around an outline's box. */
export const setGradientStroke = (
  content: Content,
  objects: PdfObjects,
  gradient: Gradient,
  { box, width }: { readonly box: Rect; readonly width: number },
  opacity: number,
): void =>
  setGradient(content, objects, gradient, { use: 'stroke', area: grow(box, width * MITER_ROOM), opacity: opacity });

/** How far a stroke may reach past its outline, in widths. */
const MITER_ROOM = 5;

export function setPen(content: Content, pen: Pen): void {
  content.lineWidth(pen.width);
  if (pen.lineCap !== 'butt') content.write(`${CAPS[pen.lineCap]} J`);
  if (pen.lineJoin === 'miter') content.miterLimit(Math.max(1, pen.miterLimit));
  else content.write(`${JOINS[pen.lineJoin]} j`);
  // Lengths that SVG passes over, PDF forbids.
  const dashed = pen.dash.some((length) => length > 0) && pen.dash.every((length) => length >= 0);
  if (dashed) content.dash(pen.dash, pen.dashOffset ?? 0);
}

export const fillPath = (content: Content, rule: FillRule = 'nonzero'): void =>
  content.write(rule === 'evenodd' ? 'f*' : 'f');
