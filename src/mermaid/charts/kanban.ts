/** Kanban boards: columns of cards. */
import { rect } from '../../geometry/plane.js';
import { largest } from '../../primitives/lists.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import type { Size } from '../graph/graph.js';
import { defineKind } from '../kind.js';
import { escapeHtml, labelHtml } from '../text/labels.js';
import { LINE_HEIGHT, linesOf, wrappedLines } from '../text/measure.js';
import { optionsOf } from './chartOptions.js';
import { type KanbanModel, type KanbanNode, readKanban } from './kanbanModel.js';
import { branchColors } from './sectionColors.js';

/** Px. */
const COLUMN = 200;
const GAP = 5;
const LEAST_TITLE = 25;
const LEAST_HEIGHT = 50;
const PADDING = 10;
/** Below the last card. */
const BELOW = 30;
/** Beside cards, and beside their texts, on both sides. */
const CARD_MARGIN = 15;
const TEXT_MARGIN = 10;
/** draw.io's lines are so high, of the font size; labels stand this far from their cell's edge, px. */
const LINE = 1.2;
const SPACING = 2;
/** And those at the top so far. */
const TOP_SPACING = 7;
const MARGIN = 10;
/** Columns show so much of their colour, in percent. */
const PALE = 50;

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
  margins: [0],
  // Mermaid draws none.
  titleSize: 'own',
});

function drawKanban({ nodes }: KanbanModel, context: DrawContext): void {
  const { cells, config } = context;
  const { theme } = context;
  const width = optionsOf(config.kanban).length('sectionWidth', COLUMN) || COLUMN;
  const columns = nodes.filter(({ isGroup }) => isGroup);
  const titles = columns.map((column) => labelOf(column.label ?? '', column.labelType, width, context));
  const titleHeight = largest(
    titles.map(({ size }) => size.height),
    LEAST_TITLE,
  );
  for (const [index, column] of columns.entries()) {
    const title = titles[index] as Label;
    const center = width * (index + 1) + index * GAP;
    const cards = nodes.filter(({ isGroup, parentId }) => !isGroup && parentId === column.id);
    const described = cards.map((node) => describe(node, width - CARD_MARGIN, context));
    const filled = described.reduce((sum, { height }) => sum + height + GAP, 0);
    const height = Math.max(filled + BELOW, LEAST_HEIGHT) + titleHeight - LEAST_TITLE;
    const own = Math.max(width, title.size.width + PADDING);
    const id = cells.id(column.id);
    const colors = branchColors(index + 2, theme);
    cells.vertex({
      id,
      identity: `column:${column.id}`,
      label: title.html,
      box: rect(center - own / 2, 0, own, height),
      style: {
        swimlane: '',
        startSize: Math.round(title.size.height * 100) / 100,
        rounded: 1,
        absoluteArcSize: 1,
        arcSize: 10,
        swimlaneLine: 0,
        html: 1,
        collapsible: 0,
        fillColor: colors.fill,
        swimlaneFillColor: colors.fill,
        fillOpacity: PALE,
        strokeColor: 'none',
        fontStyle: 0,
        fontColor: theme.text,
        fontFamily: theme.fontFamily,
        fontSize: theme.fontSize,
      },
    });
    let top = titleHeight;
    for (const card of described) {
      drawCard(card, { x: center - (width - CARD_MARGIN) / 2, y: top, width: width - CARD_MARGIN }, id, context);
      top += card.height + GAP;
    }
  }
  const { bounds } = cells;
  if (!bounds) return;
  const { x, y, width: whole, height } = bounds;
  cells.reserve(rect(x - MARGIN, y - MARGIN, whole + 2 * MARGIN, height + 2 * MARGIN));
}

interface Label {
  readonly html: string;
  readonly size: Size;
}

/** Its lines are broken at this width, px. */
function labelOf(text: string, type: string | undefined, width: number, context: DrawContext): Label {
  const { theme, measure, icons, report } = context;
  const { fontFamily, fontSize } = theme;
  const html = labelHtml({ text, type }, report, undefined, icons);
  const natural = measure(html, { fontFamily, fontSize, lineHeight: LINE_HEIGHT });
  if (natural.width <= width) return { html: linesOf(html, natural.height, fontSize), size: natural };
  const broken = wrappedLines(html, width);
  return { html: broken, size: { width, height: measure(broken, { fontFamily, fontSize }).height } };
}

interface Card {
  readonly node: KanbanNode;
  readonly title: Label;
  readonly ticket: Label;
  readonly assigned: Label;
  /** Px; half of the line below the title is added to the card. */
  readonly lower: number;
  readonly height: number;
}

function describe(node: KanbanNode, width: number, context: DrawContext): Card {
  if (node.icon) {
    context.report({
      code: 'mermaid-ignored',
      cellId: node.id,
      message: `The icon ${node.icon} is left out, as Mermaid 11 draws none on boards.`,
    });
  }
  const room = width - TEXT_MARGIN;
  const title = labelOf(node.label ?? '', node.labelType, room, context);
  const [ticket, assigned] = [node.ticket, node.assigned].map((text) =>
    labelOf(escapeHtml(text ?? ''), undefined, room, context),
  ) as [Label, Label];
  const lower = Math.max(ticket.size.height, assigned.size.height) / 2;
  return { node, title, ticket, assigned, lower, height: title.size.height + 2 * PADDING + lower };
}

/** The ticket, and who has it. */
const BELOW_TITLE: CellStyle = {
  text: '',
  html: 1,
  strokeColor: 'none',
  fillColor: 'none',
  align: undefined,
  verticalAlign: 'middle',
  spacing: 0,
};

function drawCard(
  { node, title, ticket, assigned, lower, height }: Card,
  at: { readonly x: number; readonly y: number; readonly width: number },
  column: string,
  { cells, theme }: DrawContext,
): void {
  const id = cells.id(node.id);
  const box = rect(at.x, at.y, at.width, height);
  const font: CellStyle = { fontColor: theme.text, fontFamily: theme.fontFamily, fontSize: theme.fontSize };
  const single = LINE * theme.fontSize;
  const isSingle = title.size.height < 1.5 * LINE_HEIGHT * theme.fontSize;
  const above = PADDING - lower / 2 + (isSingle ? (title.size.height - single) / 2 : 0);
  cells.vertex({
    id,
    identity: `card:${node.id}`,
    parent: column,
    label: title.html,
    box,
    style: {
      rounded: 1,
      absoluteArcSize: 1,
      arcSize: 10,
      html: 1,
      align: 'left',
      verticalAlign: 'top',
      spacingLeft: PADDING - SPACING,
      spacingTop: Math.round((above - TOP_SPACING) * 10) / 10,
      fillColor: theme.background.slice(0, 7),
      strokeColor: theme.nodeStroke,
      ...font,
    },
  });
  const middle = box.y + height / 2 - lower + title.size.height / 2 + LINE_HEIGHT * theme.fontSize * 0.5;
  const below = (name: string, { html, size }: Label, align: 'left' | 'right'): void => {
    if (html === '') return;
    const x = align === 'left' ? box.x + PADDING : box.x + box.width - PADDING - size.width;
    cells.vertex({
      id: cells.id(`${id}-${name}`),
      parent: id,
      label: html,
      box: rect(x, middle - size.height / 2, size.width, size.height),
      style: { ...BELOW_TITLE, align, ...font },
    });
  };
  below('ticket', ticket, 'left');
  below('assigned', assigned, 'right');
  const color = PRIORITIES[node.priority ?? ''];
  if (color === undefined) return;
  cells.vertex({
    id: cells.id(`${id}-priority`),
    parent: id,
    box: rect(box.x, box.y + 2, 4, height - 4),
    style: { rounded: 0, html: 1, fillColor: color, strokeColor: 'none' },
  });
}
