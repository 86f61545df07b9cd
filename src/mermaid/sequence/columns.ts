/** The columns of a sequence diagram: where each lifeline stands, by Mermaid's rules. */
import { largest } from '../../primitives/lists.js';
import type { Message, Note, Participant, SequenceModel } from './events.js';
import type { SequenceSettings } from './settings.js';
import type { SequenceTexts } from './texts.js';

export interface Column {
  readonly participant: Participant;
  /** As it is drawn. */
  readonly label: string;
  readonly x: number;
  readonly width: number;
  readonly center: number;
}

/** A group's room beside its participants; its title is drawn in it. */
export interface GroupColumn {
  /** In the model's boxes. */
  readonly index: number;
  readonly title: string;
  readonly x: number;
  readonly width: number;
}

export interface Columns {
  readonly columns: readonly Column[];
  readonly byKey: ReadonlyMap<string, Column>;
  readonly groups: readonly GroupColumn[];
  /** Of all heads. */
  readonly headHeight: number;
  /** Of the tallest title of a group. */
  readonly titleHeight: number;
}

interface Head {
  readonly participant: Participant;
  readonly label: string;
  readonly width: number;
  /** To the next one; undefined: what is set. */
  readonly margin: number | undefined;
}

export function layoutColumns(model: SequenceModel, settings: SequenceSettings, texts: SequenceTexts): Columns {
  const { participants, boxes } = model;
  const widest = messageWidths(model, settings, texts);
  let headHeight = settings.height;
  const widths = participants.map(({ label }) => {
    const text = label.wraps ? texts.wrap(label.text, settings.width - 2 * settings.wrapPadding) : label.text;
    const { width, height } = texts.extent(text);
    if (label.wraps) headHeight = Math.max(headHeight, height);
    return {
      text,
      width: label.wraps ? settings.width : Math.max(settings.width, width + 2 * settings.wrapPadding),
    };
  });
  const heads: readonly Head[] = participants.map((participant, index) => {
    const { text, width } = widths[index] as (typeof widths)[number];
    const message = widest.get(index);
    const beside = (width + (widths[index + 1]?.width ?? 0)) / 2;
    const margin =
      message === undefined ? undefined : Math.max(settings.actorMargin, message + settings.actorMargin - beside);
    return { participant, label: text, width, margin };
  });
  const titles = boxes.map(({ label }, index) => {
    const members = heads.filter(({ participant }) => participant.box === index);
    const room =
      members.reduce((sum, { width, margin = 0 }) => sum + width + margin, 0) +
      8 * settings.boxMargin -
      2 * settings.boxTextMargin;
    const text = label.wraps ? texts.wrap(label.text, room - 2 * settings.wrapPadding) : label.text;
    const { width, height } = texts.extent(text);
    const missing = Math.max(0, width + 2 * settings.wrapPadding - room) / 2;
    return { text, height, margin: settings.boxTextMargin + missing };
  });
  return {
    ...placeHeads(heads, titles, model, settings),
    headHeight,
    titleHeight: largest(
      titles.map(({ height }) => height),
      0,
    ),
  };
}

/** From left to right: a head takes its width, and the margins of groups that begin or end there. */
function placeHeads(
  heads: readonly Head[],
  titles: readonly { readonly text: string; readonly margin: number }[],
  { events }: SequenceModel,
  { boxMargin, actorMargin }: SequenceSettings,
): Pick<Columns, 'columns' | 'byKey' | 'groups'> {
  const created = createdLater(events);
  const groups = new Map<number, { x: number; width: number }>();
  const columns: Column[] = [];
  let end = 0;
  let margin = 0;
  let before: number | undefined;
  for (const { participant, label, width, margin: own } of heads) {
    const { box } = participant;
    if (before !== undefined && before !== box) margin += boxMargin + (titles[before]?.margin ?? 0);
    if (box !== undefined && box !== before) {
      groups.set(box, { x: end + margin, width: 0 });
      margin += titles[box]?.margin ?? 0;
    }
    if (created.has(participant.key)) margin += width / 2;
    const x = end + margin;
    columns.push({ participant, label, x, width, center: x + width / 2 });
    end = x + width;
    const group = box === undefined ? undefined : groups.get(box);
    if (group) group.width = end + (titles[box as number]?.margin ?? 0) - group.x;
    margin = own ?? actorMargin;
    before = box;
  }
  return {
    columns,
    byKey: new Map(columns.map((column) => [column.participant.key, column])),
    groups: [...groups].map(([index, { x, width }]) => ({ index, title: titles[index]?.text ?? '', x, width })),
  };
}

/** Participants that a message creates; the very first of a diagram's events gets no room for it. */
const createdLater = (events: SequenceModel['events']): ReadonlySet<string> =>
  new Set(
    events.flatMap((event, index) =>
      event.kind === 'message' && event.creates !== undefined && index > 0 ? [event.creates] : [],
    ),
  );

/** The widest text between a participant and the next one, px, by the participants' places. */
function messageWidths(
  { participants, events }: SequenceModel,
  settings: SequenceSettings,
  texts: SequenceTexts,
): ReadonlyMap<number, number> {
  const places = new Map(participants.map(({ key }, index) => [key, index]));
  const widths = new Map<number, number>();
  const last = participants.length - 1;
  const need = (place: number, width: number): void => {
    widths.set(place, Math.max(widths.get(place) ?? 0, width));
  };
  const widthOf = ({ label }: Message | Note): number => {
    const text = label.wraps ? texts.wrap(label.text, settings.width - 2 * settings.wrapPadding) : label.text;
    return texts.extent(text).width + 2 * settings.wrapPadding;
  };
  for (const event of events) {
    if (event.kind !== 'message' && event.kind !== 'note') continue;
    const [from, to] = [places.get(event.from), places.get(event.to)];
    if (from === undefined || to === undefined) continue;
    const width = widthOf(event);
    if (event.kind === 'message') {
      if (from === to + 1) need(to, width);
      else if (from === to - 1) need(from, width);
      else if (from === to) need(from, width / 2);
    } else if (event.side === 'right') {
      if (to < last) need(from, width);
    } else if (event.side === 'left') {
      if (to > 0) need(to - 1, width);
    } else {
      if (to > 0) need(to - 1, width / 2);
      if (to < last) need(from, width / 2);
    }
  }
  return widths;
}
