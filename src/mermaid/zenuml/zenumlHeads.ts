/** The heads of a ZenUML diagram's lifelines, and the groups around them. */
import { bottom, type Rect, rect, right, union } from '../../geometry/plane.js';
import type { Columns } from './zenumlColumns.js';
import { STARTER, type ZenParticipant } from './zenumlModel.js';
import type { Head, PlacedGroup } from './zenumlPicture.js';

/** Px. */
export const HEAD_HEIGHT = 40;
const TOP = 28;
const LEAST_WIDTH = 80;
const MOST_WIDTH = 250;
const PADDING = 16;
const STEREOTYPE_PADDING = 8;
const MARGIN = 20;
export const ICON_ROOM = 28;
export const EMOJI_ROOM = 20;

/** `tops`: where those begin that are created. */
export function headsOf(
  { participants, center, half }: Columns,
  tops: ReadonlyMap<string, number>,
  widthOf: (text: string) => number,
): readonly Head[] {
  return participants.map((participant) => {
    const { name, label = name } = participant;
    const textWidth = name === STARTER ? 0 : widthOf(label);
    const width =
      name === STARTER ? Math.min(2 * half(name) - MARGIN, LEAST_WIDTH) : headWidth(participant, textWidth, widthOf);
    const created = tops.get(name);
    const x = center(name);
    return {
      participant,
      center: x,
      box: rect(x - width / 2, Math.max(TOP, created ?? TOP), width, HEAD_HEIGHT),
      textWidth,
      isCreated: created !== undefined,
    };
  });
}

function headWidth(
  { type, emoji, stereotype }: ZenParticipant,
  textWidth: number,
  widthOf: (text: string) => number,
): number {
  const row = textWidth + PADDING + (type === undefined ? 0 : ICON_ROOM) + (emoji === undefined ? 0 : EMOJI_ROOM);
  const above = stereotype === undefined ? 0 : widthOf(stereotypeText(stereotype)) + STEREOTYPE_PADDING;
  return Math.min(Math.max(row, above, LEAST_WIDTH), MOST_WIDTH);
}

export const stereotypeText = (stereotype: string): string => `«${stereotype}»`;

const GROUP = { beside: 2.5, above: 20.5, below: 12.5 };

/** Groups reach down to `end`, px. */
export function groupsOf(heads: readonly Head[], end: number): readonly PlacedGroup[] {
  const boxes = new Map<string, Rect>();
  for (const { participant, box } of heads) {
    const { group } = participant;
    if (group === undefined) continue;
    const known = boxes.get(group);
    boxes.set(group, known ? union(known, box) : box);
  }
  return [...boxes].map(([name, box]) => {
    const y = box.y - GROUP.above;
    const height = Math.max(end + GROUP.below, bottom(box)) - y;
    return { name, box: rect(box.x - GROUP.beside, y, right(box) - box.x + 2 * GROUP.beside, height) };
  });
}
