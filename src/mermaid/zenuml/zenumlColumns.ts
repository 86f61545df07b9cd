/** Where the lifelines of a ZenUML diagram stand: as near to each other as their names and messages allow, and evenly. */
import type { Budget } from '../../budget.js';
import type { ZenMessage, ZenModel, ZenParticipant } from './zenumlModel.js';

/** Px. */
const LEAST_WIDTH = 80;
const MARGIN = 20;
const ICON = 40;
const EMOJI = 24;
const ARROW_HEAD = 10;
export const BAR_WIDTH = 15;
/** On each side of a lifeline's own pixel. */
export const BAR_SIDE = 7;
const LEAST_TOTAL = 200;

export interface Columns {
  readonly participants: readonly ZenParticipant[];
  /** The place of a participant in the row; -1 for a name that is none's. */
  indexOf(name: string): number;
  /** Of its lifeline, px from the left of the first one's room; 0 for a name that is none's. */
  center(name: string): number;
  /** Half the room that it takes, px. */
  half(name: string): number;
  /** From the lifeline of one to that of another, px. */
  distance(from: string, to: string): number;
  /** What the text of a message takes, px. */
  messageWidth(message: ZenMessage): number;
  /** Of all of them, px. */
  readonly width: number;
}

/** `widthOf` gives the width of a text as participants' names are set, whole px. */
export function columnsOf(model: ZenModel, widthOf: (text: string) => number, budget: Budget): Columns {
  const { participants, messages } = model;
  const indices = new Map(participants.map(({ name }, index) => [name, index]));
  const halves = participants.map(({ name, label, type, emoji }) => {
    const width = widthOf(label ?? name) + (type === undefined ? 0 : ICON) + (emoji === undefined ? 0 : EMOJI);
    return (Math.max(width, LEAST_WIDTH) + MARGIN) / 2;
  });
  const indexOf = (name: string): number => indices.get(name) ?? -1;
  const half = (name: string): number => halves[indexOf(name)] ?? 0;
  const messageWidth = ({ text, to, isCreation }: ZenMessage): number => widthOf(text) + (isCreation ? half(to) : 0);
  const spans: Span[] = halves.slice(1).map((each, index) => ({
    from: index,
    to: index + 1,
    length: (halves[index] ?? 0) + each,
  }));
  for (const message of messages) {
    const [from, to] = [indexOf(message.from), indexOf(message.to)].sort((a, b) => a - b) as [number, number];
    if (from < 0 || from === to) continue;
    spans.push({ from, to, length: messageWidth(message) + ARROW_HEAD + BAR_WIDTH });
  }
  const places = placesOf(participants.length, spans, budget);
  const first = halves[0] ?? 0;
  const center = (name: string): number => {
    const place = places[indexOf(name)];
    return place === undefined ? 0 : first + place;
  };
  const last = participants.at(-1)?.name ?? '';
  return {
    participants,
    indexOf,
    center,
    half,
    distance: (from, to) => center(to) - center(from),
    messageWidth,
    width: Math.max(LEAST_TOTAL, center(last) + half(last)),
  };
}

/** Two places in a row that are at least so far apart, px. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/**
 * Places in a row: all together take no more room than they must, and the smallest gap between two neighbours is as large
 * as it can be then; so are, one after the other, the gaps that are larger. Each is at least as far from the next as a
 * span between the two says.
 */
export function placesOf(count: number, spans: readonly Span[], budget: Budget): readonly number[] {
  const longest = new Map<number, Span>();
  for (const span of spans) {
    const key = span.from * count + span.to;
    if (span.length > (longest.get(key)?.length ?? 0)) longest.set(key, span);
  }
  const ending: Span[][] = Array.from({ length: count }, () => []);
  /** How far spans reach that begin before a place. */
  const reach: number[] = Array(count).fill(0);
  for (const span of longest.values()) {
    ending[span.to]?.push(span);
    reach[span.from] = Math.max(reach[span.from] ?? 0, span.to);
  }
  const places: number[] = [0];
  // Where no span reaches over a place, what is before it and what is after it know nothing of each other.
  for (let start = 0; start < count - 1; ) {
    let end = start + 1;
    for (let at = start; at < end; at++) end = Math.max(end, reach[at] ?? 0);
    const part = evenPlaces(start, end, ending, budget);
    const offset = places[start] ?? 0;
    for (let at = start + 1; at <= end; at++) places[at] = offset + (part[at - start] ?? 0);
    start = end;
  }
  return places;
}

const NEARLY = 1e-6;

interface Path {
  /** From the first place of the part, px. */
  readonly places: readonly number[];
  /** How many gaps that still grow are on the longest way to the last place. */
  readonly growing: readonly number[];
  /** The place that a span leads from to each on that way; -1 where the gap before it does. */
  readonly before: readonly number[];
}

/** A part of the row, whose places are counted from its first one. */
interface Part {
  readonly count: number;
  /** The spans that end at a place. */
  readonly ending: readonly (readonly Span[])[];
  /** Gaps that have their size; the others have all the same, which grows. */
  readonly sizes: (number | undefined)[];
}

/** The places of a part of the row, from its first one. */
function evenPlaces(
  start: number,
  end: number,
  allEnding: readonly (readonly Span[])[],
  budget: Budget,
): readonly number[] {
  const count = end - start + 1;
  const ending = allEnding
    .slice(start, end + 1)
    .map((spans, at) =>
      at === 0 ? [] : spans.map(({ from, to, length }) => ({ from: from - start, to: to - start, length })),
    );
  const part: Part = { count, ending, sizes: Array(count - 1).fill(undefined) };
  const cost = (count + ending.reduce((sum, spans) => sum + spans.length, 0)) / 16;
  const pathOf = (size: number): Path => {
    budget.spend(cost);
    return longestPath(part, size);
  };
  const total = pathOf(0).places[count - 1] ?? 0;
  for (;;) {
    let size = total;
    let path = pathOf(size);
    for (;;) {
      const [length, growing] = [path.places[count - 1] ?? 0, path.growing[count - 1] ?? 0];
      if (length <= total + NEARLY || growing === 0) break;
      size -= (length - total) / growing;
      path = pathOf(size);
    }
    const settled = settle(part, path, size);
    if (settled === 0 || part.sizes.every((each) => each !== undefined)) return path.places;
  }
}

/** The longest way to each place, with that size for the gaps that still grow. */
function longestPath({ count, ending, sizes }: Part, size: number): Path {
  const places = [0];
  const growing = [0];
  const before = [-1];
  for (let at = 1; at < count; at++) {
    let place = (places[at - 1] ?? 0) + (sizes[at - 1] ?? size);
    let grows = (growing[at - 1] ?? 0) + (sizes[at - 1] === undefined ? 1 : 0);
    let previous = -1;
    for (const { from, length } of ending[at] ?? []) {
      const wanted = (places[from] ?? 0) + length;
      const more = wanted - place;
      if (more < -NEARLY || (more <= NEARLY && (growing[from] ?? 0) <= grows)) continue;
      place = wanted;
      grows = growing[from] ?? 0;
      previous = from;
    }
    places.push(place);
    growing.push(grows);
    before.push(previous);
  }
  return { places, growing, before };
}

/** Gives the growing gaps on the longest way to the last place that size; tells how many those are. */
function settle({ count, sizes }: Part, { before }: Path, size: number): number {
  let settled = 0;
  for (let at = count - 1; at > 0; ) {
    const previous = before[at] ?? -1;
    if (previous >= 0) at = previous;
    else {
      at--;
      if (sizes[at] !== undefined) continue;
      sizes[at] = size;
      settled++;
    }
  }
  return settled;
}
