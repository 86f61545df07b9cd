/** The lifelines of ZenUML diagrams with their heads, and the bars on them. */
import { type Point, rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { drawioColor } from '../css.js';
import { ACTIVATION, LIFELINE } from '../lifelineStyle.js';
import { participantIcon } from './participantIcons.js';
import { EMOJI_ROOM, HEAD_HEIGHT, stereotypeText } from './zenumlHeads.js';
import { STARTER } from './zenumlModel.js';
import type { Bar, Head, ZenumlPicture } from './zenumlPicture.js';
import { COLORS, TEXT, ZENUML_FONT, zenumlHtml } from './zenumlTexts.js';

/** What lines join, with the left and top of cells in px of the page. */
export interface ZenumlCells {
  /** Where the first participant's room and the head of the diagram begin. */
  readonly origin: Point;
  readonly lifelines: Map<string, string>;
  readonly heads: Map<string, string>;
  readonly bars: Map<Bar, string>;
  readonly lefts: Map<string, number>;
  readonly tops: Map<string, number>;
}

/** Px. */
const BELOW = 12;
const ICON = 24;
const ICON_LEFT = 4;
const LABEL_LEFT = 8;
const LABEL_ROOM = 16;
const NAME_SIZE = 16;
/** A line of a stereotype and one of a name are so far apart. */
const LINES_APART = 16;

/** All lifelines, then the heads that are there from the beginning. */
export function drawHeads(picture: ZenumlPicture, cells: ZenumlCells, context: DrawContext): void {
  for (const head of picture.heads) drawLifeline(head, picture.height + BELOW, cells, context);
  for (const head of picture.heads) if (!head.isCreated) drawHead(head, cells, context);
}

export function drawCreatedHeads(picture: ZenumlPicture, cells: ZenumlCells, context: DrawContext): void {
  for (const head of picture.heads) if (head.isCreated) drawHead(head, cells, context);
}

/** Down to `end`, px. */
function drawLifeline(head: Head, end: number, ids: ZenumlCells, { cells }: DrawContext): void {
  const { participant, center, box } = head;
  const { origin } = ids;
  const id = cells.id(participant.name === STARTER ? 'starter' : participant.name);
  const y = origin.y + box.y;
  // The line is a pixel wide, to the right of the middle.
  const left = origin.x + center + 0.5 - box.width / 2;
  ids.lifelines.set(participant.name, id);
  ids.lefts.set(id, left);
  ids.tops.set(id, y);
  cells.vertex({
    id,
    identity: participant.name,
    box: rect(left, y, box.width, Math.max(HEAD_HEIGHT, end - box.y)),
    style: {
      shape: 'umlLifeline',
      participant: 'umlLifeline',
      ...LIFELINE,
      size: HEAD_HEIGHT,
      fixDash: 1,
      dashPattern: '5 5',
      fillColor: 'none',
      strokeColor: COLORS.border,
    },
  });
}

function drawHead(head: Head, ids: ZenumlCells, context: DrawContext): void {
  const { participant, box, center, textWidth } = head;
  const { cells, report } = context;
  const { origin } = ids;
  const { name, label = name, type, stereotype, color, emoji } = participant;
  const parent = ids.lifelines.get(name) as string;
  const id = cells.id(`${parent}-head`);
  ids.heads.set(name, id);
  const icon = name === STARTER ? participantIcon('actor') : type === undefined ? undefined : participantIcon(type);
  const isStarter = name === STARTER;
  if (type !== undefined && !icon) {
    const message = `The participant ${name} has no icon: there is none of the name ${type}, in Mermaid neither.`;
    report({ code: 'mermaid-ignored', message });
  }
  const fill = color === undefined ? undefined : drawioColor(color);
  const lines = [...(stereotype === undefined ? [] : [stereotypeText(stereotype)]), label].map(zenumlHtml);
  const row = ICON + ICON_LEFT + LABEL_ROOM + textWidth + (emoji === undefined ? 0 : EMOJI_ROOM);
  const rowLeft = center - row / 2;
  const labelLeft = icon
    ? rowLeft + ICON + ICON_LEFT + LABEL_LEFT + (emoji === undefined ? 0 : EMOJI_ROOM)
    : emoji === undefined
      ? undefined
      : center - (EMOJI_ROOM + LABEL_LEFT + textWidth) / 2 + EMOJI_ROOM + LABEL_LEFT / 2;
  const left = box.x + 1;
  cells.vertex({
    id,
    parent,
    label: isStarter
      ? ''
      : lines.length > 1
        ? `<div style="line-height:${LINES_APART}px">${lines.join('<br>')}</div>`
        : (lines[0] ?? ''),
    box: rect(origin.x + left, origin.y + box.y + 1, box.width - 2, box.height - 2),
    style: {
      rounded: 1,
      absoluteArcSize: 1,
      arcSize: 6,
      html: 1,
      strokeWidth: 2,
      ...labelPlace(labelLeft === undefined ? undefined : labelLeft + textWidth / 2 - center),
      fillColor: fill?.slice(0, 7) ?? COLORS.ground,
      strokeColor: COLORS.border,
      fontFamily: ZENUML_FONT,
      fontSize: NAME_SIZE,
      fontColor: TEXT,
    },
  });
  if (!icon) return;
  const iconLeft = isStarter ? center - ICON / 2 - 2 : rowLeft + ICON_LEFT;
  const iconTop = box.y + (box.height - ICON) / 2;
  const [x, y, width, height] = icon.box;
  cells.vertex({
    id: cells.id(`${id}-icon`),
    parent: id,
    box: rect(origin.x + iconLeft + x, origin.y + iconTop + y, width, height),
    style: { html: 1, connectable: 0, ...icon.style },
  });
}

/** The middle of the label is so far to the right of that of its cell, px. */
const labelPlace = (aside: number | undefined): CellStyle =>
  aside === undefined || aside === 0 ? { spacing: 0 } : { spacing: 0, spacingLeft: Math.round(200 * aside) / 100 };

export function drawBar(bar: Bar, ids: ZenumlCells, { cells }: DrawContext): void {
  const { origin } = ids;
  const { participant, box } = bar;
  const parent = ids.lifelines.get(participant);
  const id = cells.id(`${parent ?? participant}-bar`);
  const drawn = rect(origin.x + box.x + 1, origin.y + box.y + 1, box.width - 2, Math.max(1, box.height - 2));
  ids.bars.set(bar, id);
  ids.lefts.set(id, drawn.x);
  ids.tops.set(id, drawn.y);
  cells.vertex({
    id,
    parent,
    box: drawn,
    style: {
      ...ACTIVATION,
      strokeWidth: 2,
      fillColor: COLORS.bar,
      strokeColor: COLORS.border,
    },
  });
}
