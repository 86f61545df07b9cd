/** Lifelines with their heads, activations, and the heads again below them. */
import { rect } from '../../geometry/plane.js';
import type { CellLink, CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { ACTIVATION, LIFELINE } from '../lifelineStyle.js';
import { type MermaidTheme, pixels } from '../theme.js';
import { PARTICIPANT_SHAPES, type ParticipantShape } from './participants.js';
import type { Lifeline } from './picture.js';
import { textHtml, textLines } from './texts.js';

/** The name of the lifeline's own shape: draw.io then draws its line only. */
const NO_HEAD = 'umlLifeline';
/** draw.io's lines are so high, of the font size; labels stand this far from their cell's edge, px. */
const LINE = 1.2;
const SPACING = 2;
/** Of lifelines, whatever the theme's borders, px. */
const LIFELINE_WIDTH = 2;

export const textKeys = (theme: MermaidTheme, color: string, fontSize: number): CellStyle => ({
  fontColor: color.slice(0, 7),
  fontFamily: theme.fontFamily,
  fontSize,
});

/** What messages join. */
export interface LifelineCells {
  /** The cells of participants by their keys, and of activations by their ids. */
  readonly ids: Map<string, string>;
  /** Where those cells begin, page px. */
  readonly lefts: Map<string, number>;
  readonly tops: Map<string, number>;
}

const headStyle = (shape: ParticipantShape, fontSize: number, { theme, config }: DrawContext): CellStyle => ({
  strokeWidth: shape.strokeWidth ?? pixels(config.themeVariables?.strokeWidth) ?? 1,
  fillColor: theme.color('actorBkg', theme.nodeFill).slice(0, 7),
  strokeColor: theme.color('actorBorder', theme.nodeStroke).slice(0, 7),
  ...textKeys(theme, theme.color('actorTextColor', theme.nodeText), fontSize),
});

/** A text at the bottom of its cell, with its middle so far above the lower edge, px. */
const aboveBottom = (text: string, distance: number, fontSize: number): CellStyle => {
  const lines = textLines(text).length;
  const height = lines === 1 ? LINE * fontSize : lines * fontSize;
  return { verticalAlign: 'bottom', spacingBottom: Math.round((distance - height / 2 - SPACING) * 10) / 10 };
};

export function drawLifeline(lifeline: Lifeline, cell: LifelineCells, fontSize: number, context: DrawContext): void {
  const { cells, theme } = context;
  const { participant, label, head, bottom, activations } = lifeline;
  const shape = PARTICIPANT_SHAPES[participant.kind];
  const id = cells.id(participant.key);
  cell.ids.set(participant.key, id);
  const places = shape.head(head.height);
  const top = head.y + places.top;
  const line = shape.line(head.height) - places.top;
  cell.lefts.set(participant.key, head.x);
  cell.tops.set(participant.key, top);
  const html = textHtml(label, fontSize);
  const isApart = shape.shift !== undefined;
  const { rounded, absoluteArcSize, arcSize, shape: figure } = shape.style;
  const look = headStyle(shape, fontSize, context);
  const lineLook: CellStyle = {
    strokeWidth: LIFELINE_WIDTH,
    strokeColor: theme.color('actorLineColor', String(look.strokeColor)).slice(0, 7),
  };
  cells.vertex({
    id,
    identity: participant.key,
    label: isApart ? '' : html,
    box: rect(head.x, top, head.width, Math.max(line, bottom - top)),
    style: {
      shape: 'umlLifeline',
      ...LIFELINE,
      lifelineDashed: 0,
      ...(isApart ? { participant: NO_HEAD } : figure === undefined ? {} : { participant: figure }),
      rounded,
      absoluteArcSize,
      arcSize,
      size: line,
      ...(shape.isIcon && aboveBottom(label, line - (places.text - places.top), fontSize)),
      ...look,
      ...(isApart && lineLook),
    },
    link: linkOf(participant.links),
  });
  const isLikeHead = lineLook.strokeWidth === look.strokeWidth && lineLook.strokeColor === look.strokeColor;
  if (!(isApart || isLikeHead)) drawLine(lifeline, { y: top + line, id, style: lineLook }, context);
  if (isApart) drawHead(lifeline, { y: head.y, id: `${id}-head`, parent: id }, fontSize, context);
  for (const activation of activations) {
    const own = cells.id(activation.id);
    cell.ids.set(activation.id, own);
    cell.lefts.set(activation.id, activation.box.x);
    cell.tops.set(activation.id, activation.box.y);
    cells.vertex({ id: own, parent: id, box: activation.box, style: activationStyle(context) });
  }
}

/** A lifeline from `y` on over that of draw.io's shape, which has one width and colour for the line and the head. */
function drawLine(
  { participant, center, bottom }: Lifeline,
  { y, id, style }: { readonly y: number; readonly id: string; readonly style: CellStyle },
  { cells }: DrawContext,
): void {
  cells.vertex({
    id: cells.id(`${participant.key}-line`),
    parent: id,
    box: rect(center - LIFELINE_WIDTH / 2, y, LIFELINE_WIDTH, Math.max(0, bottom - y)),
    // Clicks go to the lifeline below it.
    style: { shape: 'line', direction: 'south', html: 1, part: 1, pointerEvents: 0, fillColor: 'none', ...style },
  });
}

/** The head again, below its lifeline. */
export function drawFoot(lifeline: Lifeline, fontSize: number, context: DrawContext): void {
  const { participant, foot } = lifeline;
  if (foot === undefined) return;
  drawHead(lifeline, { y: foot, id: `${participant.key}-foot` }, fontSize, context);
}

/** A head by itself, its top at `y`, in a cell or in none. */
function drawHead(
  { participant, head, label }: Lifeline,
  { y, id, parent }: { readonly y: number; readonly id: string; readonly parent?: string },
  fontSize: number,
  context: DrawContext,
): void {
  const { cells } = context;
  const shape = PARTICIPANT_SHAPES[participant.kind];
  const { shift = 0 } = shape;
  const { top, text } = shape.foot(head.width, head.height);
  const lines = textLines(label).length;
  // The cell of an icon ends below its text.
  const height = shape.isIcon ? text - top + (lines * fontSize) / 2 + SPACING : head.height;
  cells.vertex({
    id: cells.id(id),
    parent,
    label: textHtml(label, fontSize),
    box: rect(head.x + shift, y + top - shift, head.width, height),
    style: {
      ...shape.style,
      html: 1,
      ...(shape.isIcon && aboveBottom(label, height - (text - top), fontSize)),
      ...headStyle(shape, fontSize, context),
    },
  });
}

const activationStyle = ({ theme }: DrawContext): CellStyle => ({
  ...ACTIVATION,
  fillColor: theme.color('activationBkgColor', '#f4f4f4').slice(0, 7),
  strokeColor: theme.color('activationBorderColor', '#666666').slice(0, 7),
});

/** draw.io has one link for a cell: the first; the tooltip names them all. */
function linkOf(links: readonly (readonly [name: string, href: string])[]): CellLink | undefined {
  const [first] = links;
  if (!first) return undefined;
  return { href: first[1], tooltip: links.map(([name, href]) => `${name}: ${href}`).join('\n') };
}
