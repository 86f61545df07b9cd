/** Formulas as SVG: the outlines of their glyphs and rules, in both text modes. */

import type { FormulaPath, TextFormula } from '../../drawing/textBlock.js';
import { formatNumber } from '../../geometry/numbers.js';
import { type Matrix, multiply, type Rect, scaling, translation } from '../../geometry/plane.js';
import { colorAttributes } from '../../style/colorAttributes.js';
import { escapeXml } from '../format.js';
import { transformAttribute } from './transform.js';

/** The stroke of most paths: a hair's breadth that MathJax gives to glyphs. */
export const COMMON_STROKE = 3;

/** A formula's group, its box with the top left corner at x, y; `clipId` names the clip of a box. */
export function formulaMarkup(formula: TextFormula, x: number, y: number, clipId: (box: Rect) => string): string {
  const { source, color, opacity, paths } = formula;
  if (paths.length === 0) return '';
  const ink = colorAttributes('fill', color) + colorAttributes('stroke', color);
  const faint = opacity < 1 ? ` opacity="${formatNumber(opacity, 3)}"` : '';
  const place = transformAttribute(formulaPlacement(formula, x, y));
  const body = paths.map((path) => pathMarkup(path, clipId)).join('');
  return (
    `<g role="img" aria-label="${escapeXml(source)}" ${ink.trimStart()} stroke-width="${COMMON_STROKE}"` +
    `${faint}${place}>${body}</g>`
  );
}

/** From the formula's frame to its block's, its box with the top left corner at x, y. */
export function formulaPlacement({ box, viewBox }: TextFormula, x: number, y: number): Matrix {
  const scale = Math.min(box.width / viewBox.width, box.height / viewBox.height);
  const left = (box.width - viewBox.width * scale) / 2 - viewBox.x * scale;
  const top = (box.height - viewBox.height * scale) / 2 - viewBox.y * scale;
  return multiply(translation(x + left, y + top), scaling(scale, scale));
}

function pathMarkup({ data, transform, fill, stroke, clip }: FormulaPath, clipId: (box: Rect) => string): string {
  const filled = fill === undefined ? '' : paintAttributes('fill', fill);
  const path = `<path d="${escapeXml(data)}"${filled}${strokeAttributes(stroke)}${transformAttribute(transform)}/>`;
  return clip ? `<g clip-path="url(#${clipId(clip.box)})"${transformAttribute(clip.transform)}>${path}</g>` : path;
}

const paintAttributes = (property: 'fill' | 'stroke', color: string): string =>
  color === 'none' ? ` ${property}="none"` : colorAttributes(property, color);

function strokeAttributes(stroke: FormulaPath['stroke']): string {
  if (!stroke) return ' stroke="none"';
  const { color, width, dash, round } = stroke;
  return (
    (color === undefined ? '' : paintAttributes('stroke', color)) +
    (width === COMMON_STROKE ? '' : ` stroke-width="${formatNumber(width)}"`) +
    (dash ? ` stroke-dasharray="${dash.map((length) => formatNumber(length)).join(' ')}"` : '') +
    (round ? ' stroke-linecap="round"' : '')
  );
}
