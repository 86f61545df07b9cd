/** The columns of a sequence diagram: where each lifeline stands, so that all texts fit between them. */
import { largest } from '../../primitives/lists.js';
import type { Message, Note, Participant, ParticipantBox, SequenceModel } from './events.js';

/** A participant's box at least, px; Mermaid's "width". */
export const HEAD_WIDTH = 150;
const HEAD_PADDING = 10;

/** What is free around a label on a line: the arrow's heads and activations too, px. */
const MESSAGE_MARGIN = 30;
/** The circle that a number is in, px. */
export const NUMBER_SIZE = 20;
/** How far a message from a lifeline to itself stands out, px. */
export const LOOP_WIDTH = 40;
/** Between a lifeline and what stands beside it, px. */
export const BESIDE = 15;
/** Between a loop and its label, px. */
export const LOOP_LABEL_GAP = 4;
export const NOTE_PADDING = 10;
/** How far a note over several lifelines reaches beyond the outer two, at least, px. */
export const NOTE_OVERHANG = 30;
/** Between a group's border and what is in it, px. */
export const BOX_PADDING = 10;

export interface Columns {
  /** Participants' keys, from left to right. */
  readonly keys: readonly string[];
  readonly centers: ReadonlyMap<string, number>;
  /** The width of each head. */
  readonly widths: ReadonlyMap<string, number>;
}

/** Two columns must stand this far apart. */
interface Distance {
  readonly from: number;
  readonly to: number;
  readonly least: number;
}

/** What the shape of a head takes of its width, px. */
const SHAPE_WIDTHS: { readonly [Kind in Participant['kind']]?: number } = { collections: 16, queue: 30 };

const headWidth = ({ kind, label }: Participant, least: number): number =>
  Math.max(least, label.width + 2 * HEAD_PADDING + (SHAPE_WIDTHS[kind] ?? 0));

export const noteWidth = ({ label }: Note): number => label.width + 2 * NOTE_PADDING;

export function layoutColumns(
  model: SequenceModel,
  settings: { readonly width: number; readonly margin: number },
): Columns {
  const { participants, boxes, events } = model;
  const keys = participants.map(({ key }) => key);
  const places = new Map(keys.map((key, index) => [key, index]));
  const widths = participants.map((participant) => headWidth(participant, settings.width));
  const distances: Distance[] = [];
  const require = (from: number, to: number, least: number): void => {
    if (from >= 0 && to < keys.length && from < to) distances.push({ from, to, least });
  };
  /** How far each reaches to both sides, with what stands beside it. */
  const reaches = widths.map((width) => ({ left: width / 2, right: width / 2 }));
  const requireBeside = (index: number, side: -1 | 1, width: number): void => {
    require(Math.min(index, index + side), Math.max(index, index + side), width);
    const reach = reaches[index];
    if (reach && side < 0) reach.left = Math.max(reach.left, width - BESIDE);
    if (reach && side > 0) reach.right = Math.max(reach.right, width - BESIDE);
  };
  for (const event of events) {
    if (event.kind === 'message') messageDistance(event, places, widths, require, requireBeside);
    if (event.kind === 'note') noteDistance(event, places, require, requireBeside);
  }
  for (const [index, box] of boxes.entries()) boxDistance(box, membersOf(participants, index), widths, require);
  /** What stands beside a lifeline of a group is in the group. */
  const apart = (index: number): number => {
    const [before, after] = [participants[index - 1], participants[index]];
    const heads = ((widths[index - 1] ?? 0) + (widths[index] ?? 0)) / 2;
    if (before?.box === after?.box) return heads + settings.margin;
    const borders = [before?.box, after?.box].filter((box) => box !== undefined).length * BOX_PADDING;
    const reach = (reaches[index - 1]?.right ?? 0) + (reaches[index]?.left ?? 0);
    return Math.max(heads + settings.margin + borders, reach + borders + BOX_PADDING);
  };
  const centers: number[] = [];
  for (const index of keys.keys()) {
    const needed = distances
      .filter(({ to }) => to === index)
      .map(({ from, least }) => (centers[from] as number) + least);
    const beside = index === 0 ? (widths[0] as number) / 2 : (centers[index - 1] as number) + apart(index);
    centers.push(Math.round(largest(needed, beside)));
  }
  return {
    keys,
    centers: new Map(keys.map((key, index) => [key, centers[index] as number])),
    widths: new Map(keys.map((key, index) => [key, widths[index] as number])),
  };
}

type Require = (from: number, to: number, least: number) => void;
type RequireBeside = (index: number, side: -1 | 1, width: number) => void;

function messageDistance(
  { from, to, label, number, creates }: Message,
  places: ReadonlyMap<string, number>,
  widths: readonly number[],
  require: Require,
  requireBeside: RequireBeside,
): void {
  const [a, b] = [places.get(from), places.get(to)];
  if (a === undefined || b === undefined) return;
  if (a === b) {
    requireBeside(a, 1, BESIDE + LOOP_WIDTH + LOOP_LABEL_GAP + label.width + BESIDE);
    return;
  }
  const head = creates === to ? (widths[b] as number) / 2 : 0;
  const badge = number === undefined ? 0 : NUMBER_SIZE;
  require(Math.min(a, b), Math.max(a, b), label.width + MESSAGE_MARGIN + badge + head);
}

function noteDistance(
  note: Note,
  places: ReadonlyMap<string, number>,
  require: Require,
  requireBeside: RequireBeside,
): void {
  const [a, b] = [places.get(note.from), places.get(note.to)];
  if (a === undefined || b === undefined) return;
  const [first, last] = [Math.min(a, b), Math.max(a, b)];
  const width = noteWidth(note);
  if (note.side === 'right') requireBeside(last, 1, width + 2 * BESIDE);
  else if (note.side === 'left') requireBeside(first, -1, width + 2 * BESIDE);
  else if (first === last) {
    requireBeside(first, -1, width / 2 + BESIDE);
    requireBeside(first, 1, width / 2 + BESIDE);
  } else require(first, last, width - 2 * NOTE_OVERHANG);
}

function boxDistance(
  { label }: ParticipantBox,
  members: readonly number[],
  widths: readonly number[],
  require: Require,
): void {
  const [first, last] = [members[0], members.at(-1)];
  if (first === undefined || last === undefined) return;
  const needed = label.width + 2 * BOX_PADDING;
  const outer = ((widths[first] as number) + (widths[last] as number)) / 2;
  require(first, last, needed - outer);
  // A single head can't be pushed apart: its neighbours are.
  const spare = (needed - (widths[first] as number)) / 2;
  if (first !== last || spare <= 0) return;
  const apart = (neighbour: number): number =>
    ((widths[first] as number) + (widths[neighbour] ?? 0)) / 2 + spare + 3 * BOX_PADDING;
  require(first - 1, first, apart(first - 1));
  require(first, first + 1, apart(first + 1));
}

export const membersOf = (participants: readonly Participant[], box: number): readonly number[] =>
  participants.flatMap((participant, index) => (participant.box === box ? [index] : []));
