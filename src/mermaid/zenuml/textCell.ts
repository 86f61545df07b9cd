/** Texts of ZenUML diagrams that are cells of their own. */
import { type Point, rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { MIDDLE, ZENUML_FONT } from './zenumlTexts.js';

/** draw.io sets lines so far apart, of the font size. */
export const LINE = 1.2;

export interface TextPlace {
  /** Of its left end or its right one, and its baseline, px of the page. */
  readonly at: Point;
  readonly size: number;
  readonly color: string;
  readonly align?: 'left' | 'right';
  readonly parent?: string;
}

/** `wanted`: the id that the cell gets where no other has it. */
export function drawTextCell(html: string, wanted: string, place: TextPlace, { cells, measure }: DrawContext): void {
  const { at, size, color, align = 'left', parent } = place;
  const { width } = measure(html, { fontFamily: ZENUML_FONT, fontSize: size });
  const height = LINE * size;
  const left = align === 'left' ? at.x : at.x - width;
  const style: CellStyle = {
    text: '',
    html: 1,
    align,
    verticalAlign: 'middle',
    spacing: 0,
    fillColor: 'none',
    strokeColor: 'none',
    fontFamily: ZENUML_FONT,
    fontSize: size,
    fontColor: color,
  };
  const box = rect(left, at.y - MIDDLE * size - height / 2, width, height);
  cells.vertex({ id: cells.id(wanted), parent, label: html, box, style });
}
