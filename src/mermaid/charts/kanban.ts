/** Kanban boards: columns of cards. */

import { rect } from '../../geometry/plane.js';
import { largest } from '../../primitives/lists.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { defineKind } from '../kind.js';
import { escapeHtml, labelHtml } from '../text/labels.js';
import { type KanbanModel, type KanbanNode, readKanban } from './kanbanModel.js';
import { branchColors } from './sectionColors.js';

/** Px. */
const COLUMN = 200;
const GAP = 12;
const PADDING = 10;
const TITLE = 32;
const CARD_FONT = 14;

/** Mermaid's colours for the edge of a card. */
const PRIORITIES: Readonly<Record<string, string>> = {
  'Very High': '#ff0000',
  High: '#ffa500',
  Low: '#0000ff',
  'Very Low': '#add8e6',
};

export const kanban = defineKind({
  beginning: 'kanban',
  names: ['kanban'],
  grammar: 'src/diagrams/kanban/kanban-definition.ts',
  read: readKanban,
  draw: drawKanban,
});

function drawKanban({ nodes }: KanbanModel, context: DrawContext): void {
  const { cells, theme, report } = context;
  const columns = nodes.filter(({ isGroup }) => isGroup);
  const cards = nodes.filter(({ isGroup }) => !isGroup).map((node) => ({ node, ...cardOf(node, context) }));
  const heights = columns.map(({ id }) =>
    cards.filter(({ node }) => node.parentId === id).reduce((sum, { height }) => sum + height + PADDING, PADDING),
  );
  const height = TITLE + largest(heights, 0);
  for (const [index, column] of columns.entries()) {
    const id = cells.id(column.id);
    const left = index * (COLUMN + GAP);
    const colors = branchColors(index + 2, theme);
    cells.vertex({
      id,
      label: labelHtml({ text: column.label ?? '', type: column.labelType }, report, id),
      box: rect(left, 0, COLUMN, height),
      style: {
        swimlane: '',
        startSize: TITLE,
        rounded: 1,
        absoluteArcSize: 1,
        arcSize: 10,
        swimlaneLine: 0,
        html: 1,
        whiteSpace: 'wrap',
        collapsible: 0,
        fillColor: colors.fill,
        swimlaneFillColor: colors.fill,
        fillOpacity: 50,
        strokeColor: 'none',
        fontStyle: 0,
        fontColor: theme.nodeText,
        fontFamily: theme.fontFamily,
        fontSize: theme.fontSize,
      },
    });
    let top = TITLE;
    for (const card of cards.filter(({ node }) => node.parentId === column.id)) {
      const cell = cells.id(card.node.id);
      const box = rect(left + PADDING, top, COLUMN - 2 * PADDING, card.height);
      cells.vertex({ id: cell, parent: id, label: card.html, box, style: cardStyle(context) });
      const color = PRIORITIES[card.node.priority ?? ''];
      if (color !== undefined) {
        const edge: CellStyle = { rounded: 0, html: 1, fillColor: color, strokeColor: 'none' };
        cells.vertex({
          id: cells.id(`${cell}-priority`),
          parent: cell,
          box: rect(box.x, box.y + 3, 4, box.height - 6),
          style: edge,
        });
      }
      top += card.height + PADDING;
    }
  }
}

/** A card's title, and below it the ticket and who has it. */
function cardOf(
  node: KanbanNode,
  { measure, report, theme }: DrawContext,
): { readonly html: string; readonly height: number } {
  const title = labelHtml({ text: node.label ?? '', type: node.labelType }, report, node.id);
  const details = [node.ticket, node.assigned].filter((text) => text).map((text) => escapeHtml(text ?? ''));
  const html = details.length === 0 ? title : `${title}<br><font style="font-size:12px">${details.join(' · ')}</font>`;
  if (node.icon) {
    report({
      code: 'mermaid-ignored',
      cellId: node.id,
      message: `The icon ${node.icon} is left out: it needs a font that is not at hand.`,
    });
  }
  const maxWidth = COLUMN - 4 * PADDING;
  return {
    html,
    height: measure(html, { fontFamily: theme.fontFamily, fontSize: CARD_FONT, maxWidth }).height + 2 * PADDING,
  };
}

const cardStyle = ({ theme }: DrawContext): CellStyle => ({
  rounded: 1,
  absoluteArcSize: 1,
  arcSize: 10,
  whiteSpace: 'wrap',
  html: 1,
  align: 'left',
  spacingLeft: PADDING - 2,
  spacingRight: PADDING - 2,
  fillColor: theme.background.slice(0, 7),
  strokeColor: theme.nodeStroke,
  fontColor: theme.nodeText,
  fontFamily: theme.fontFamily,
  fontSize: CARD_FONT,
});
