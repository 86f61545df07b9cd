/** Where the frames of a ZenUML diagram's fragments stand, and which lines part them. */
import type { Budget } from '../../budget.js';
import { bottom, rect, right } from '../../geometry/plane.js';
import { largest, smallest } from '../../primitives/lists.js';
import type { Columns } from './zenumlColumns.js';
import { bodiesOf, type FragmentStatement, type ZenMessage, type ZenStatement } from './zenumlModel.js';
import type { Frame, PlacedComment, Separator } from './zenumlPicture.js';
import type { Rows } from './zenumlRows.js';

/** Px. */
const PADDING = 10;
export const LEAST_WIDTH = 100;
/** Above the first statement of a part is its title. */
const PART = 37;
/** A frame that ends so near to the edge of the diagram reaches up to it. */
const NEAR = 20;

interface Reach {
  readonly first: number;
  readonly last: number;
}

/** Of a frame with others in it: how many there are at its left edge, and at its right one, itself too. */
export interface Border {
  readonly left: number;
  readonly right: number;
}

export interface FrameExtent extends Reach {
  readonly border: Border;
  /** What calls to oneself take beyond the last participant, px. */
  readonly extra: number;
}

/** What fragments reach over. */
export class FrameExtents {
  readonly #columns: Columns;
  readonly #extents = new Map<FragmentStatement, FrameExtent>();
  /** The first fragment of all. */
  #first: FragmentStatement | undefined;

  constructor(statements: readonly ZenStatement[], columns: Columns) {
    this.#columns = columns;
    this.#walk(statements, []);
  }

  of(fragment: FragmentStatement): FrameExtent | undefined {
    return this.#extents.get(fragment);
  }

  /** What the frames need beyond the diagram's participants, px. */
  get border(): Border {
    return (this.#first && this.#extents.get(this.#first)?.border) ?? { left: 0, right: 0 };
  }

  /** Adds what is reached to `reached`, and gives messages to oneself and the outermost fragments that there are. */
  #walk(
    statements: readonly ZenStatement[],
    reached: number[],
  ): { readonly selves: readonly ZenMessage[]; readonly inner: readonly FragmentStatement[] } {
    const selves: ZenMessage[] = [];
    const inner: FragmentStatement[] = [];
    const { indexOf } = this.#columns;
    const add = (names: readonly string[]): void => {
      for (const index of names.map(indexOf)) {
        if (index < 0) continue;
        reached[0] = Math.min(reached[0] ?? index, index);
        reached[1] = Math.max(reached[1] ?? index, index);
      }
    };
    for (const statement of statements) {
      add(statement.names);
      const { message } = statement;
      if (message && message.from === message.to) selves.push(message);
      if (statement.type === 'fragment') this.#first ??= statement;
      const own: number[] = [];
      const parts = bodiesOf(statement).map((body) => this.#walk(body, own));
      if (own[0] !== undefined)
        add([own[0], own[1] as number].map((index) => this.#columns.participants[index]?.name ?? ''));
      const deeper = { selves: parts.flatMap((part) => part.selves), inner: parts.flatMap((part) => part.inner) };
      for (const each of deeper.selves) selves.push(each);
      if (statement.type !== 'fragment') {
        for (const each of deeper.inner) inner.push(each);
        continue;
      }
      inner.push(statement);
      this.#settle(statement, own, deeper.inner, deeper.selves);
    }
    return { selves, inner };
  }

  #settle(
    fragment: FragmentStatement,
    own: readonly number[],
    inner: readonly FragmentStatement[],
    selves: readonly ZenMessage[],
  ): void {
    const { indexOf, participants } = this.#columns;
    const all = [...own, ...[fragment.origin, ...fragment.names].map(indexOf)].filter((index) => index >= 0);
    const [first, last] = [smallest(all), largest(all)];
    const within = inner.flatMap((each) => this.#extents.get(each) ?? []);
    const side = (which: 'left' | 'right', isAt: (each: FrameExtent) => boolean): number =>
      PADDING +
      largest(
        within.filter(isAt).map(({ border }) => border[which]),
        0,
      );
    const border = {
      left: side('left', (each) => each.first === first),
      right: side('right', (each) => each.last === last),
    };
    const extra = selfWidth(selves, participants[last]?.name ?? '', this.#columns);
    this.#extents.set(fragment, { first, last, border, extra });
  }
}

/** What messages to oneself need beyond a participant, px. */
export const selfWidth = (selves: readonly ZenMessage[], last: string, columns: Columns): number =>
  largest(
    selves.map((message) => columns.messageWidth(message) - columns.distance(message.from, last) - columns.half(last)),
    0,
  );

/** The frame of a fragment, before it is moved aside. */
export function frameOf(
  fragment: FragmentStatement,
  { first, last, border, extra }: FrameExtent,
  rows: Rows,
  columns: Columns,
  given: { readonly commentHeight: number; readonly number: string },
): Frame {
  const { top, height, shift } = rows.of(fragment);
  const { participants, center, half } = columns;
  const [left, end] = [participants[first]?.name, participants[last]?.name];
  const y = top + shift;
  const common = { kind: fragment.kind, condition: fragment.condition, headerY: y + 1 + given.commentHeight };
  if (left === undefined || end === undefined) {
    const width = Math.max(LEAST_WIDTH, columns.width);
    return { ...common, box: rect(0, y, width, height), separators: [], number: given.number };
  }
  const room = columns.distance(left, end) + half(left) + half(end);
  const width = Math.max(room, LEAST_WIDTH) + border.left + border.right + extra;
  return {
    ...common,
    box: rect(center(left) - half(left), y, width, height),
    separators: separatorsOf(fragment, y, rows, border.left + half(left)),
    number: given.number,
  };
}

/** Between the parts of a choice or an attempt, and between what is done at once. */
function separatorsOf(fragment: FragmentStatement, top: number, rows: Rows, inset: number): readonly Separator[] {
  const { kind, sections } = fragment;
  if (kind === 'par') {
    const [, ...others] = sections[0]?.body ?? [];
    return others.map((each) => ({ y: rows.of(each).top - 1, left: inset, title: '' }));
  }
  let y = top;
  return sections.slice(1).map(({ title, body }) => {
    const [statement] = body;
    if (statement) y = rows.of(statement).top - PART;
    return { y, left: 0, title };
  });
}

/** Frames stand aside from those around them, and end where the diagram does if they are near to that. */
export function moveFrames(
  frames: readonly Frame[],
  comments: readonly PlacedComment[],
  border: Border,
  width: number,
  budget: Budget,
): void {
  for (const frame of frames) frame.box = { ...frame.box, x: frame.box.x - border.left };
  for (const comment of comments) {
    if (comment.isOfFrame) comment.at = { x: comment.at.x - border.left, y: comment.at.y };
  }
  const depths = new Map<Frame, number>();
  for (const inner of frames) {
    budget.spend(frames.length / 64);
    const depth = frames.filter((outer) => outer !== inner && contains(outer, inner)).length;
    depths.set(inner, depth);
    inner.box = { ...inner.box, x: inner.box.x + depth * PADDING };
  }
  for (const frame of frames) {
    const target = width + border.right - (depths.get(frame) ?? 0) * PADDING;
    const end = right(frame.box);
    if (end >= target - NEAR && end < target) frame.box = { ...frame.box, width: target - frame.box.x };
  }
}

const contains = ({ box: outer }: Frame, { box: inner }: Frame): boolean =>
  outer.x <= inner.x && outer.y <= inner.y && right(outer) >= right(inner) && bottom(outer) >= bottom(inner);
