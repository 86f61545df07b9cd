/** What stands around parts of sequence diagrams: groups of participants, and fragments, coloured grounds or frames. */
import { rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { drawioColor } from '../css.js';
import { textKeys } from './heads.js';
import type { Fragment, PlacedGroup } from './picture.js';
import type { SequenceSettings } from './settings.js';
import { drawnLineHeight, textHtml, textLines } from './texts.js';

/** The line between two sections is drawn in the middle of its cell, px. */
const DIVIDER_HEIGHT = 10;
/** draw.io's lines are so high, of the font size; labels stand this far from their cell's edge, px. */
const LINE = 1.2;
const SPACING = 2;
/** And those at the top so much more. */
const TOP_SPACING = 5;
/** A tag is at least so wide, px. */
const LEAST_TAG = 50;
/** Of a line's middle above its baseline, of the font size. */
const MIDDLE = 0.3465;

/** In percent, of a colour with opacity. */
const opacityOf = (color: string): number | undefined =>
  color.length === 9 ? Math.round((100 * Number.parseInt(color.slice(7), 16)) / 255) : undefined;

export function drawGroup({ box, title, titleY, area }: PlacedGroup, fontSize: number, context: DrawContext): void {
  const { cells, theme } = context;
  const color = drawioColor(box.color) ?? 'none';
  const lines = textLines(title).length;
  const height = lines === 1 ? LINE * fontSize : lines * fontSize;
  cells.vertex({
    id: cells.id('box'),
    label: textHtml(title, fontSize),
    box: area,
    style: {
      rounded: 0,
      html: 1,
      verticalAlign: 'top',
      spacingTop: Math.round(titleY - area.y - height / 2 - SPACING - TOP_SPACING),
      fillColor: color.slice(0, 7),
      fillOpacity: opacityOf(color),
      strokeColor: theme.nodeStroke.slice(0, 7),
      ...textKeys(theme, theme.color('textColor', theme.nodeText), fontSize),
    },
  });
}

export function drawGround({ id, box, color }: Fragment, { cells, theme }: DrawContext): void {
  const named = color === undefined || color === '' ? undefined : drawioColor(color);
  const fill = named ?? (color ? 'none' : theme.color('rectBkgColor', theme.color('actorBkg', theme.nodeFill)));
  cells.vertex({
    id: cells.id(id),
    box,
    style: {
      rounded: 0,
      html: 1,
      fillColor: fill.slice(0, 7),
      fillOpacity: opacityOf(fill),
      strokeColor: 'none',
      pointerEvents: 0,
    },
  });
}

const DASHES: CellStyle = { dashed: 1, fixDash: 1, dashPattern: '2 2' };

/** `index` is the fragment's among all, coloured grounds too. */
export function drawFragment(
  fragment: Fragment,
  index: number,
  settings: SequenceSettings,
  context: DrawContext,
): void {
  const { id, kind, box, text, sections } = fragment;
  const { cells, theme } = context;
  const { fontSize, labelBoxHeight, labelBoxWidth } = settings;
  const frame = cells.id(id);
  const stroke = theme.color('labelBoxBorderColor', theme.nodeStroke).slice(0, 7);
  cells.vertex({
    id: frame,
    identity: `f${index}`,
    label: kind,
    box,
    style: {
      shape: 'umlFrame',
      html: 1,
      pointerEvents: 0,
      dropTarget: 0,
      recursiveResize: 0,
      ...DASHES,
      strokeWidth: 2,
      width: Math.max(labelBoxWidth, LEAST_TAG),
      height: labelBoxHeight || 20,
      // A pixel or so below the middle, as Mermaid has it.
      spacingTop: 2,
      fillColor: theme.color('labelBoxBkgColor', theme.nodeFill).slice(0, 7),
      strokeColor: stroke,
      ...textKeys(theme, theme.color('labelTextColor', theme.nodeText), fontSize),
    },
  });
  const center = box.x + box.width / 2;
  drawCondition({ text, frame, name: 'condition', x: center + labelBoxWidth / 2, y: box.y }, settings, context);
  for (const [index, section] of sections.entries()) {
    cells.vertex({
      id: cells.id(`${frame}-divider-${index + 1}`),
      parent: frame,
      box: rect(box.x, section.y - DIVIDER_HEIGHT / 2, box.width, DIVIDER_HEIGHT),
      style: dividerStyle(stroke),
    });
    const name = `condition-${index + 2}`;
    drawCondition({ text: section.text, frame, name, x: center, y: section.y }, settings, context);
  }
}

const dividerStyle = (strokeColor: string): CellStyle => ({
  line: '',
  strokeWidth: 2,
  ...DASHES,
  dashPattern: '3 3',
  html: 1,
  fillColor: 'none',
  strokeColor,
  rotatable: 0,
  pointerEvents: 0,
});

interface Condition {
  readonly text: string;
  /** The id of the frame that it belongs to. */
  readonly frame: string;
  readonly name: string;
  /** Its middle. */
  readonly x: number;
  /** The edge of the section that it stands below. */
  readonly y: number;
}

function drawCondition(
  { text, frame, name, x, y }: Condition,
  { fontSize, boxMargin, boxTextMargin }: SequenceSettings,
  { cells, theme, measure }: DrawContext,
): void {
  if (text === '') return;
  const line = drawnLineHeight(fontSize);
  const lines = textLines(text).length;
  const first = Math.round(y + boxMargin + 1.5 * boxTextMargin) - MIDDLE * fontSize;
  const middle = first + ((lines - 1) * line) / 2;
  const { width } = measure(textHtml(text, line), { fontFamily: theme.fontFamily, fontSize });
  const height = Math.max(LINE * fontSize, lines * line);
  cells.vertex({
    id: cells.id(`${frame}-${name}`),
    parent: frame,
    label: textHtml(text, line),
    box: rect(x - width / 2, middle - height / 2, width, height),
    style: { ...CONDITION, ...textKeys(theme, theme.color('loopTextColor', theme.nodeText), fontSize) },
  });
}

const CONDITION: CellStyle = {
  text: '',
  html: 1,
  align: 'center',
  verticalAlign: 'middle',
  spacing: 0,
  strokeColor: 'none',
  fillColor: 'none',
  pointerEvents: 0,
};
