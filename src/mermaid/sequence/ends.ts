/** Where messages and notes of a sequence diagram begin and end across: at lifelines, or at the activations on them. */
import type { Column, Columns } from './columns.js';
import type { Message, MessageHead, Note, SequenceModel } from './events.js';
import type { SequenceSettings } from './settings.js';
import type { SequenceTexts } from './texts.js';

/** Px from the left. */
export interface MessageSpan {
  readonly text: string;
  readonly start: number;
  readonly stop: number;
  /** Of the lifelines that it joins, with their activations. */
  readonly left: number;
  readonly right: number;
  /** What it is taken for in the fragments around. */
  readonly width: number;
}

export interface NoteSpan {
  readonly text: string;
  readonly x: number;
  readonly width: number;
}

export interface Spans {
  readonly messages: ReadonlyMap<Message, MessageSpan>;
  readonly notes: ReadonlyMap<Note, NoteSpan>;
  /** The room of a fragment's condition, by the events that open and divide it. */
  readonly conditions: ReadonlyMap<SequenceModel['events'][number], number>;
}

interface OpenFragment {
  from: number;
  to: number;
  width: number;
  readonly events: SequenceModel['events'][number][];
}

export function measureSpans(
  { events }: SequenceModel,
  columns: Columns,
  settings: SequenceSettings,
  texts: SequenceTexts,
): Spans {
  const messages = new Map<Message, MessageSpan>();
  const notes = new Map<Note, NoteSpan>();
  const conditions = new Map<SequenceModel['events'][number], number>();
  const fragments: (OpenFragment | undefined)[] = [];
  const active = new ActiveSpans(settings.activationWidth);
  const widen = (grow: (fragment: OpenFragment) => number): void => {
    for (const fragment of fragments) {
      if (fragment) fragment.width = Math.max(fragment.width, grow(fragment)) - settings.labelBoxWidth;
    }
  };
  const include = (fragment: OpenFragment, from: number, to: number): void => {
    fragment.from = Math.min(fragment.from, from);
    fragment.to = Math.max(fragment.to, to);
  };
  for (const event of events) {
    const column = 'participant' in event ? columns.byKey.get(event.participant) : undefined;
    if (event.kind === 'activate' && column) active.open(column);
    if (event.kind === 'deactivate' && column) active.close(column);
    if (event.kind === 'open') {
      const isGround = event.fragment === 'rect';
      const extent = { from: Number.MAX_SAFE_INTEGER, to: Number.MIN_SAFE_INTEGER, width: 0, events: [event] };
      fragments.push(isGround ? undefined : extent);
    }
    if (event.kind === 'divide') fragments.at(-1)?.events.push(event);
    if (event.kind === 'close') {
      const closed = fragments.pop();
      for (const each of closed?.events ?? []) conditions.set(each, (closed as OpenFragment).width);
    }
    if (event.kind === 'note') {
      const span = noteSpan(event, columns, settings, texts);
      if (!span) continue;
      notes.set(event, span);
      widen((fragment) => {
        include(fragment, span.x, span.x + span.width);
        return Math.abs(fragment.from - fragment.to);
      });
    }
    if (event.kind === 'message') {
      const [from, to] = [columns.byKey.get(event.from), columns.byKey.get(event.to)];
      if (!from || !to) continue;
      const span = messageSpan(event, from, to, active, settings, texts);
      messages.set(event, span);
      widen((fragment) => {
        if (span.start !== span.stop) {
          include(fragment, span.start, span.stop);
          return span.width;
        }
        include(fragment, from.x - Math.max(span.width, from.width) / 2, to.x + Math.max(span.width, from.width) / 2);
        return Math.abs(fragment.to - fragment.from);
      });
    }
  }
  return { messages, notes, conditions };
}

/** Activations that are open: each stands half of its width to the right of the one below it. */
export class ActiveSpans {
  readonly #width: number;
  readonly #open = new Map<string, number>();

  constructor(width: number) {
    this.#width = width;
  }

  /** The left edge of the new one, px. */
  open({ participant, center }: Column): number {
    const depth = this.depth(participant.key);
    this.#open.set(participant.key, depth + 1);
    return center + ((depth - 1) * this.#width) / 2;
  }

  close({ participant }: Column): void {
    this.#open.set(participant.key, Math.max(0, this.depth(participant.key) - 1));
  }

  depth(key: string): number {
    return this.#open.get(key) ?? 0;
  }

  /** Both sides of a lifeline, px. */
  sides({ participant, center }: Column): readonly [left: number, right: number] {
    const depth = this.depth(participant.key);
    if (depth === 0) return [center - 1, center + 1];
    const left = center - this.#width / 2;
    return [Math.min(center - 1, left), Math.max(center + 1, left + ((depth - 1) * this.#width) / 2 + this.#width)];
  }
}

/** A line ends before a lifeline so that the head's tip meets it. */
const HEAD_ROOM = 3;
/** The dot of a central connection stands apart from where the line begins. */
const DOT_ROOM = 4;
const DOT_ROOM_BOTH = -6;

const STICKS = new Set<MessageHead>(['upperStick', 'lowerStick']);

function messageSpan(
  message: Message,
  from: Column,
  to: Column,
  active: ActiveSpans,
  settings: SequenceSettings,
  texts: SequenceTexts,
): MessageSpan {
  const { start: startHead, end: endHead, startsCentrally, activates, label } = message;
  const [[fromLeft, fromRight], [toLeft, toRight]] = [active.sides(from), active.sides(to)];
  const isRightwards = fromLeft <= toLeft;
  const onwards = isRightwards ? 1 : -1;
  let start = isRightwards ? fromRight : fromLeft;
  let stop = isRightwards ? toLeft : toRight;
  const isBoth = startHead !== 'none' && endHead !== 'none';
  if (startsCentrally) start += DOT_ROOM + (isBoth && !isRightwards ? DOT_ROOM_BOTH : 0);
  if (from === to) stop = start;
  else {
    if (activates && toRight - toLeft <= 2) stop -= onwards * (settings.activationWidth / 2 - 1);
    if (endHead !== 'none' && !STICKS.has(endHead)) stop -= onwards * HEAD_ROOM;
    if (startHead !== 'none' && !STICKS.has(startHead)) start += onwards * HEAD_ROOM;
  }
  const length = Math.abs(start - stop);
  const text = label.wraps
    ? texts.wrap(label.text, Math.max(length + 2 * settings.wrapPadding, settings.width))
    : label.text;
  const own = label.wraps ? 0 : texts.extent(text).width + 2 * settings.wrapPadding;
  return {
    text,
    start,
    stop,
    left: Math.min(fromLeft, toLeft),
    right: Math.max(fromRight, toRight),
    width: Math.max(own, length + 2 * settings.wrapPadding, settings.width),
  };
}

function noteSpan(
  { from: fromKey, to: toKey, side, label }: Note,
  columns: Columns,
  settings: SequenceSettings,
  texts: SequenceTexts,
): NoteSpan | undefined {
  const [from, to] = [columns.byKey.get(fromKey), columns.byKey.get(toKey)];
  if (!from || !to) return undefined;
  const { wraps } = label;
  const widthOf = (room: number): number => texts.extent(wraps ? texts.wrap(label.text, room) : label.text).width;
  const placed = (x: number, width: number): NoteSpan => ({
    text: wraps ? texts.wrap(label.text, width - 2 * settings.wrapPadding) : label.text,
    x,
    width,
  });
  const natural = widthOf(settings.width) + 2 * settings.noteMargin;
  const beside = Math.max((from.width + to.width) / 2, natural);
  if (side === 'right') {
    const width = wraps ? Math.max(settings.width, natural - 2 * settings.noteMargin) : beside;
    return placed(from.x + (from.width + settings.actorMargin) / 2, width);
  }
  if (side === 'left') {
    const width = wraps ? Math.max(settings.width, natural) : beside;
    return placed(from.x - width + (from.width - settings.actorMargin) / 2, width);
  }
  if (from === to) {
    const least = Math.max(settings.width, from.width);
    const width = wraps ? least : Math.max(least, widthOf(least) + 2 * settings.noteMargin);
    return placed(from.x + (from.width - width) / 2, width);
  }
  const width = Math.abs(from.center - to.center) + settings.actorMargin;
  return placed(Math.min(from.center, to.center) - settings.actorMargin / 2, width);
}
