/** Texts of charts: single lines that stand where Mermaid's SVG has them, by anchor and baseline. */
import { rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { decodeEntities } from '../text/entities.js';
import { escapeHtml } from '../text/labels.js';

export interface ChartText {
  readonly text: string;
  /** Of the anchor, px. */
  readonly x: number;
  readonly y: number;
  /** Px. */
  readonly fontSize: number;
  /** A CSS family list; default: the theme's. */
  readonly fontFamily?: string;
  readonly color: string;
  /** Which end of the line the anchor is at; default 'middle'. */
  readonly anchor?: 'start' | 'middle' | 'end';
  /** As SVG's dominant-baseline; 'top' is text-before-edge. Default 'alphabetic'. */
  readonly baseline?: Baseline;
  /** Degrees clockwise about the anchor; default 0. */
  readonly rotation?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** In percent; default all. */
  readonly opacity?: number;
  /** The id of the cell that it is in. */
  readonly parent?: string;
}

type Baseline = 'alphabetic' | 'middle' | 'central' | 'hanging' | 'top';

/**
 * How far below the anchor the middle of the line is, of the font size, in the font that Mermaid's default becomes where
 * there is no Trebuchet: Arial, whose letters reach from 0.905 above the baseline to 0.212 below it, an x to 0.519.
 */
const MIDDLES: Readonly<Record<Baseline, number>> = {
  alphabetic: -0.3465,
  middle: -0.087,
  central: 0,
  hanging: 0.3775,
  top: 0.5585,
};

/** The height of a line as SVG measures it, px: that above the baseline and that below it are each whole pixels. */
export const lineHeight = (fontSize: number): number => Math.round(0.905 * fontSize) + Math.round(0.212 * fontSize);

/** A text of a chart as HTML: it is no markup, and a line break is a space. */
export const chartHtml = (text: string): string => decodeEntities(escapeHtml(text.replace(/\s+/g, ' ').trim()));

/** Px. */
export const textWidth = (
  text: string,
  { fontSize, fontFamily, bold, italic }: Pick<ChartText, 'fontSize' | 'fontFamily' | 'bold' | 'italic'>,
  { measure, theme }: DrawContext,
): number => measure(chartHtml(text), { fontFamily: fontFamily ?? theme.fontFamily, fontSize, bold, italic }).width;

/** draw.io sets lines so far apart, of the font size. */
const LINE = 1.2;

const ALIGNMENTS = { start: 'left', middle: 'center', end: 'right' } as const;
/** Where the middle of a line is from its anchor, of its width. */
const ASIDE = { start: 0.5, middle: 0, end: -0.5 } as const;

/** Adds a text cell. A text of nothing has none. */
export function drawText(each: ChartText, context: DrawContext): void {
  const { text, x, y, fontSize, color, anchor = 'middle', baseline = 'alphabetic', rotation = 0 } = each;
  const label = chartHtml(text);
  if (label === '' || fontSize <= 0) return;
  const [width, height] = [textWidth(text, each, context), LINE * fontSize];
  // Such are signs that show nothing.
  if (width === 0) return;
  const [across, down] = [ASIDE[anchor] * width, MIDDLES[baseline] * fontSize];
  const [sin, cos] = [Math.sin((rotation * Math.PI) / 180), Math.cos((rotation * Math.PI) / 180)];
  const middle = { x: x + across * cos - down * sin, y: y + across * sin + down * cos };
  // What stands upright is no turned cell: groups take those for as wide as they were before.
  const isUpright = rotation === -90 || rotation === 270;
  const [boxWidth, boxHeight] = isUpright ? [height, width] : [width, height];
  const box = rect(middle.x - boxWidth / 2, middle.y - boxHeight / 2, boxWidth, boxHeight);
  const style: CellStyle = {
    text: '',
    html: 1,
    strokeColor: 'none',
    fillColor: 'none',
    align: isUpright ? 'center' : ALIGNMENTS[anchor],
    verticalAlign: 'middle',
    spacing: 0,
    ...(isUpright ? { horizontal: 0 } : rotation === 0 ? {} : { rotation }),
    fontFamily: each.fontFamily ?? context.theme.fontFamily,
    fontSize,
    fontStyle: each.bold || each.italic ? (each.bold ? 1 : 0) + (each.italic ? 2 : 0) : undefined,
    fontColor: color,
    textOpacity: each.opacity,
  };
  context.cells.vertex({ id: context.cells.id(text), label, box, style, parent: each.parent });
}
