/** Fragments of sequence diagrams: frames with a tag, their sections, and coloured grounds. */
import { rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { drawioColor } from '../css.js';
import type { SequenceLabel } from './events.js';
import { textKeys } from './heads.js';
import type { Fragment } from './picture.js';
import { TAG_HEIGHT, TAG_PADDING } from './rows.js';

/** The line between two sections is drawn in the middle of its cell, px. */
const DIVIDER_HEIGHT = 10;
const TAG_FONT_SIZE = 14;

export function drawGround({ id, box, color }: Fragment, { cells }: DrawContext): void {
  const fill = drawioColor(color) ?? 'none';
  cells.vertex({
    id: cells.id(id),
    box,
    style: {
      rounded: 0,
      html: 1,
      fillColor: fill.slice(0, 7),
      fillOpacity: fill.length === 9 ? Math.round((100 * Number.parseInt(fill.slice(7), 16)) / 255) : undefined,
      strokeColor: 'none',
      pointerEvents: 0,
    },
  });
}

export function drawFragment({ id, box, tag, label, sections }: Fragment, context: DrawContext): void {
  const { cells, theme } = context;
  const frame = cells.id(id);
  const stroke = theme.color('labelBoxBorderColor', theme.nodeStroke).slice(0, 7);
  const tagWidth = tag.width + 2 * TAG_PADDING;
  cells.vertex({
    id: frame,
    label: tag.html,
    box,
    style: {
      shape: 'umlFrame',
      whiteSpace: 'wrap',
      html: 1,
      pointerEvents: 0,
      width: tagWidth,
      height: TAG_HEIGHT,
      recursiveResize: 0,
      fillColor: theme.color('labelBoxBkgColor', theme.nodeFill).slice(0, 7),
      strokeColor: stroke,
      ...textKeys(theme, theme.color('labelTextColor', theme.nodeText)),
      fontSize: TAG_FONT_SIZE,
    },
  });
  const text = (name: string, content: SequenceLabel, x: number, y: number, height: number): void => {
    if (content.html === '') return;
    cells.vertex({
      id: cells.id(`${frame}-${name}`),
      parent: frame,
      label: content.html,
      box: rect(x, y, content.width + 8, height),
      style: conditionStyle(context),
    });
  };
  text('condition', label, box.x + tagWidth + 4, box.y, Math.max(TAG_HEIGHT, label.height + 4));
  for (const [index, section] of sections.entries()) {
    cells.vertex({
      id: cells.id(`${frame}-divider-${index + 1}`),
      parent: frame,
      box: rect(box.x, section.y - DIVIDER_HEIGHT / 2, box.width, DIVIDER_HEIGHT),
      style: {
        line: '',
        strokeWidth: 1,
        dashed: 1,
        html: 1,
        fillColor: 'none',
        strokeColor: stroke,
        rotatable: 0,
        pointerEvents: 0,
      },
    });
    text(`condition-${index + 2}`, section.label, box.x + tagWidth + 4, section.y + 2, section.label.height + 2);
  }
}

const conditionStyle = ({ theme }: DrawContext): CellStyle => ({
  text: '',
  html: 1,
  align: 'left',
  verticalAlign: 'middle',
  spacingLeft: 2,
  strokeColor: 'none',
  fillColor: 'none',
  pointerEvents: 0,
  ...textKeys(theme, theme.color('loopTextColor', theme.nodeText)),
});
