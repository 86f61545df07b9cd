/** Places a sequence diagram: columns first, then its events from top to bottom. */

import { type Rect, rect, union } from '../../geometry/plane.js';
import { largest, smallest } from '../../primitives/lists.js';
import {
  BESIDE,
  BOX_PADDING,
  type Columns,
  LOOP_LABEL_GAP,
  LOOP_WIDTH,
  layoutColumns,
  membersOf,
  NOTE_OVERHANG,
  NOTE_PADDING,
  noteWidth,
} from './columns.js';
import type { FragmentKind, Message, Note, Participant, SequenceLabel, SequenceModel } from './events.js';
import type {
  Activation,
  Fragment,
  Lifeline,
  MessageEnd,
  PlacedMessage,
  PlacedNote,
  Section,
  SequencePicture,
  SequenceSettings,
} from './picture.js';

/** What an icon takes of a head's height, with its gap; px. */
export const ICON_HEIGHT = 44;
const HEAD_PADDING = 10;
export const ACTIVATION_WIDTH = 10;
/** An activation in another one stands this much to the right of it, px. */
const ACTIVATION_STEP = 5;
const LEAST_ACTIVATION = 16;
/** Px between one thing and the next below it. */
const GAP = 14;
const LABEL_GAP = 4;
const LEAST_LOOP = 24;
/** A frame's tag and its border, px. */
export const TAG_HEIGHT = 22;
export const TAG_PADDING = 8;
const FRAME_PADDING = 14;
/** How far below its last message a destroyed lifeline ends, px. */
const DESTROY_DEPTH = 16;

const ICONS = new Set(['actor', 'boundary', 'control', 'entity', 'database']);
/** Whether a participant is an icon with its name below. */
export const isIcon = ({ kind }: Participant): boolean => ICONS.has(kind);

export function layoutSequence(model: SequenceModel, settings: SequenceSettings): SequencePicture {
  const columns = layoutColumns(model, settings);
  const rows = new Rows(model, columns, settings);
  for (const event of model.events) rows.add(event);
  return rows.finish();
}

interface OpenActivation {
  readonly id: string;
  readonly depth: number;
  readonly top: number;
}

interface OpenFragment {
  readonly id: string;
  readonly kind: FragmentKind;
  readonly tag: SequenceLabel;
  readonly label: SequenceLabel;
  readonly color: string | undefined;
  readonly top: number;
  readonly place: number;
  readonly sections: Section[];
  left: number;
  right: number;
}

interface Track {
  readonly participant: Participant;
  readonly center: number;
  readonly width: number;
  head: Rect;
  /** What stands beside it, its own messages and notes. */
  left: number;
  right: number;
  end: number | undefined;
  readonly open: OpenActivation[];
  readonly done: Activation[];
  count: number;
}

/** Goes down the diagram event by event. */
class Rows {
  readonly #model: SequenceModel;
  readonly #settings: SequenceSettings;
  readonly #tracks: ReadonlyMap<string, Track>;
  readonly #headHeight: number;
  readonly #messages: PlacedMessage[] = [];
  readonly #notes: PlacedNote[] = [];
  readonly #fragments: (Fragment | undefined)[] = [];
  readonly #stack: OpenFragment[] = [];
  /** Where the next event may begin. */
  #y: number;

  constructor(model: SequenceModel, columns: Columns, settings: SequenceSettings) {
    this.#model = model;
    this.#settings = settings;
    this.#headHeight = largest(model.participants.map(headHeight), settings.height);
    this.#tracks = new Map(
      model.participants.map((participant): [string, Track] => {
        const center = columns.centers.get(participant.key) as number;
        const width = columns.widths.get(participant.key) as number;
        const head = rect(center - width / 2, 0, width, this.#headHeight);
        return [
          participant.key,
          {
            participant,
            center,
            width,
            head,
            left: center,
            right: center,
            end: undefined,
            open: [],
            done: [],
            count: 0,
          },
        ];
      }),
    );
    this.#y = this.#headHeight;
  }

  add(event: SequenceModel['events'][number]): void {
    switch (event.kind) {
      case 'message':
        this.#message(event);
        break;
      case 'note':
        this.#note(event);
        break;
      case 'activate':
        this.#activate(event.participant);
        break;
      case 'deactivate':
        this.#deactivate(event.participant);
        break;
      case 'open':
        this.#open(event);
        break;
      case 'divide':
        this.#divide(event.label);
        break;
      case 'close':
        this.#close();
        break;
    }
  }

  /** Widens the frames around. */
  #cover(left: number, right: number): void {
    const inner = this.#stack.at(-1);
    if (!inner) return;
    inner.left = Math.min(inner.left, left);
    inner.right = Math.max(inner.right, right);
  }

  #message(message: Message): void {
    const [from, to] = [this.#tracks.get(message.from), this.#tracks.get(message.to)];
    if (!from || !to) return;
    if (from === to) {
      this.#selfMessage(message, from);
      return;
    }
    let y = this.#y + GAP + message.label.height + LABEL_GAP;
    const creates = message.creates === message.to;
    if (creates) {
      y = Math.max(y, this.#y + GAP + this.#headHeight / 2);
      to.head = rect(to.head.x, y - this.#headHeight / 2, to.width, this.#headHeight);
    }
    const rightwards = from.center < to.center;
    const start = endAt(from, rightwards);
    const end = creates
      ? { participant: message.to, activation: undefined, x: to.center - (rightwards ? 1 : -1) * (to.width / 2) }
      : endAt(to, !rightwards);
    this.#messages.push({ message, from: start, to: end, y, loop: undefined });
    const middle = (from.center + to.center) / 2;
    const half = message.label.width / 2;
    this.#cover(Math.min(from.center, to.center, middle - half), Math.max(from.center, to.center, middle + half));
    this.#y = creates ? y + this.#headHeight / 2 : y;
    if (creates) this.#cover(to.head.x, to.head.x + to.width);
    this.#destroy(message, y);
  }

  #selfMessage(message: Message, track: Track): void {
    const y = this.#y + GAP + 4;
    const bottom = y + Math.max(LEAST_LOOP, message.label.height);
    const end = endAt(track, true);
    const x = end.x + LOOP_WIDTH;
    this.#messages.push({ message, from: end, to: end, y, loop: { x, bottom } });
    track.right = Math.max(track.right, x + LOOP_LABEL_GAP + message.label.width);
    this.#cover(track.center - ACTIVATION_WIDTH / 2, x + LOOP_LABEL_GAP + message.label.width);
    this.#y = bottom;
    this.#destroy(message, bottom);
  }

  #destroy({ destroys }: Message, y: number): void {
    const track = destroys === undefined ? undefined : this.#tracks.get(destroys);
    if (!track) return;
    for (const _ of [...track.open]) this.#deactivate(track.participant.key);
    track.end = Math.max(y, this.#y) + DESTROY_DEPTH;
    this.#y = track.end + DESTROY_DEPTH / 2;
  }

  #note(note: Note): void {
    const ends = [this.#tracks.get(note.from), this.#tracks.get(note.to)].filter((track) => track !== undefined);
    const [a, b] = ends.sort((first, second) => first.center - second.center);
    if (!a || !b) return;
    const [left, right] = [a.center, b.center];
    const natural = noteWidth(note);
    const box = (x: number, width: number): Rect =>
      rect(x, this.#y + GAP, width, note.label.height + 2 * NOTE_PADDING - 4);
    const over = (): Rect => {
      const width = Math.max(natural, left === right ? 0 : right - left + 2 * NOTE_OVERHANG);
      return box((left + right - width) / 2, width);
    };
    const area =
      note.side === 'right'
        ? box(right + BESIDE, natural)
        : note.side === 'left'
          ? box(left - BESIDE - natural, natural)
          : over();
    this.#notes.push({ note, box: area });
    a.left = Math.min(a.left, area.x);
    b.right = Math.max(b.right, area.x + area.width);
    this.#cover(Math.min(left, area.x), Math.max(right, area.x + area.width));
    this.#y = area.y + area.height;
  }

  #activate(key: string): void {
    const track = this.#tracks.get(key);
    if (!track) return;
    const depth = track.open.length;
    track.count++;
    track.open.push({ id: `${key}-activation-${track.count}`, depth, top: this.#y });
    this.#joinLastMessage(key, track);
    this.#cover(track.center - ACTIVATION_WIDTH / 2, track.center + ACTIVATION_WIDTH / 2 + depth * ACTIVATION_STEP);
  }

  /** The message that activates a participant ends on the new activation. */
  #joinLastMessage(key: string, track: Track): void {
    const last = this.#messages.at(-1);
    if (!last || last.message.to !== key || last.message.creates === key) return;
    if ((last.loop?.bottom ?? last.y) !== this.#y) return;
    const to = last.loop ? { ...endAt(track, true) } : endAt(track, last.from.x > track.center);
    this.#messages[this.#messages.length - 1] = { ...last, to };
  }

  #deactivate(key: string): void {
    const track = this.#tracks.get(key);
    const open = track?.open.pop();
    if (!track || !open) return;
    this.#y = Math.max(this.#y, open.top + LEAST_ACTIVATION);
    track.done.push(closed(open, track, this.#y));
  }

  #open({
    id,
    fragment,
    tag,
    label,
    color,
  }: Extract<SequenceModel['events'][number], { readonly kind: 'open' }>): void {
    const top = this.#y + GAP;
    const place = this.#fragments.push(undefined) - 1;
    const range = { left: Number.POSITIVE_INFINITY, right: Number.NEGATIVE_INFINITY };
    this.#stack.push({ id, kind: fragment, tag, label, color, top, place, sections: [], ...range });
    this.#y = fragment === 'rect' ? top : top + Math.max(TAG_HEIGHT, label.height + LABEL_GAP);
  }

  #divide(label: SequenceLabel): void {
    const y = this.#y + GAP;
    this.#stack.at(-1)?.sections.push({ y, label });
    this.#y = y + label.height + LABEL_GAP;
  }

  #close(): void {
    const open = this.#stack.pop();
    if (!open) return;
    const tracks = [...this.#tracks.values()];
    // Without participants there is nothing that a frame could stand around.
    const centers = tracks.length > 0 ? tracks.map(({ center }) => center) : [0];
    const isEmpty = open.left > open.right;
    const left = (isEmpty ? smallest(centers) : open.left) - FRAME_PADDING;
    const labels = [open.label, ...open.sections.map(({ label }) => label)].map(({ width }) => width);
    const least = open.tag.width + 4 * TAG_PADDING + largest(labels, 0);
    const right = Math.max((isEmpty ? largest(centers) : open.right) + FRAME_PADDING, left + least);
    const bottom = this.#y + GAP;
    const { id, kind, tag, label, color, top, sections } = open;
    const box = rect(left, top, right - left, bottom - top);
    this.#fragments[open.place] = { id, kind, tag, label, color, box, sections };
    this.#cover(left, right);
    this.#y = bottom;
  }

  finish(): SequencePicture {
    while (this.#stack.length > 0) this.#close();
    const bottom = this.#y + GAP + 6;
    const lifelines = [...this.#tracks.values()].map((track) => this.#lifeline(track, bottom));
    const fragments = this.#fragments.filter((fragment) => fragment !== undefined);
    const boxes = this.#boxes(lifelines);
    return { lifelines, boxes, fragments, notes: this.#notes, messages: this.#messages };
  }

  #lifeline(track: Track, bottom: number): Lifeline {
    const { participant, center, width, head } = track;
    const isDestroyed = track.end !== undefined;
    const end = track.end ?? bottom;
    return {
      participant,
      center,
      head,
      bottom: end,
      foot: this.#settings.mirrors && !isDestroyed ? rect(center - width / 2, end, width, this.#headHeight) : undefined,
      isDestroyed,
      activations: [...track.done, ...track.open.map((open) => closed(open, track, end - 6))].sort(
        (a, b) => a.box.x - b.box.x || a.box.y - b.box.y,
      ),
    };
  }

  /** A lifeline's head, and as wide as what stands beside it. */
  #extentOf({ participant, head }: Lifeline): Rect {
    const { left, right } = this.#tracks.get(participant.key) as Track;
    const x = Math.min(head.x, left);
    return rect(x, head.y, Math.max(head.x + head.width, right) - x, head.height);
  }

  #boxes(lifelines: readonly Lifeline[]): SequencePicture['boxes'] {
    const { boxes, participants } = this.#model;
    const titleHeight = largest(
      boxes.map(({ label }) => label.height),
      0,
    );
    const bottom = largest(lifelines.map(({ bottom: end, foot }) => (foot ? foot.y + foot.height : end)));
    return boxes.flatMap((box, index) => {
      const members = membersOf(participants, index).map((place) => this.#extentOf(lifelines[place] as Lifeline));
      if (members.length === 0) return [];
      const { x, width } = members.reduce(union);
      const spare = Math.max(0, box.label.width - width) / 2;
      const top = -BOX_PADDING - titleHeight;
      return [
        {
          index,
          box,
          area: rect(x - BOX_PADDING - spare, top, width + 2 * (BOX_PADDING + spare), bottom + BOX_PADDING - top),
        },
      ];
    });
  }
}

const headHeight = (participant: Participant): number =>
  participant.label.height + (isIcon(participant) ? ICON_HEIGHT : 2 * HEAD_PADDING);

const closed = ({ id, depth, top }: OpenActivation, { center }: Track, bottom: number): Activation => ({
  id,
  box: rect(center - ACTIVATION_WIDTH / 2 + depth * ACTIVATION_STEP, top, ACTIVATION_WIDTH, bottom - top),
});

/** Where a message meets a lifeline, or its innermost activation, on its right side or its left. */
function endAt({ participant, center, open }: Track, onRight: boolean): MessageEnd {
  const inner = open.at(-1);
  if (!inner) return { participant: participant.key, activation: undefined, x: center };
  const side = onRight ? ACTIVATION_WIDTH / 2 : -ACTIVATION_WIDTH / 2;
  return { participant: participant.key, activation: inner.id, x: center + side + inner.depth * ACTIVATION_STEP };
}
