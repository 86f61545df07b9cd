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
  const { fontSize, labelBoxHeight, labelBoxWidth, boxMargin, boxTextMargin } = settings;
  const frame = cells.id(id);
  const stroke = theme.color('labelBoxBorderColor', theme.nodeStroke).slice(0, 7);
  const tagWidth = Math.max(labelBoxWidth, LEAST_TAG);
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
      width: tagWidth,
      height: labelBoxHeight || 20,
      // A pixel or so below the middle, as Mermaid has it.
      spacingTop: 2,
      fillColor: theme.color('labelBoxBkgColor', theme.nodeFill).slice(0, 7),
      strokeColor: stroke,
      ...textKeys(theme, theme.color('labelTextColor', theme.nodeText), fontSize),
    },
  });
  /** A text whose first baseline is so far below `y`. */
  const condition = (name: string, content: string, x: number, y: number): void => {
    if (content === '') return;
    const line = drawnLineHeight(fontSize);
    const lines = textLines(content).length;
    const first = Math.round(y + boxMargin + 1.5 * boxTextMargin) - MIDDLE * fontSize;
    const middle = first + ((lines - 1) * line) / 2;
    const width = context.measure(textHtml(content, line), { fontFamily: theme.fontFamily, fontSize }).width;
    const height = Math.max(LINE * fontSize, lines * line);
    cells.vertex({
      id: cells.id(`${frame}-${name}`),
      parent: frame,
      label: textHtml(content, line),
      box: rect(x - width / 2, middle - height / 2, width, height),
      style: { ...CONDITION, ...textKeys(theme, theme.color('loopTextColor', theme.nodeText), fontSize) },
    });
  };
  const center = box.x + box.width / 2;
  condition('condition', text, center + labelBoxWidth / 2, box.y);
  for (const [index, section] of sections.entries()) {
    cells.vertex({
      id: cells.id(`${frame}-divider-${index + 1}`),
      parent: frame,
      box: rect(box.x, section.y - DIVIDER_HEIGHT / 2, box.width, DIVIDER_HEIGHT),
      style: {
        line: '',
        strokeWidth: 2,
        ...DASHES,
        dashPattern: '3 3',
        html: 1,
        fillColor: 'none',
        strokeColor: stroke,
        rotatable: 0,
        pointerEvents: 0,
      },
    });
    condition(`condition-${index + 2}`, section.text, center, section.y);
  }
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
