/** Where the messages and returns of a ZenUML diagram stand, and the bars of what they begin. */
import { bottom, centerY, point, rect } from '../../geometry/plane.js';
import type { ZenumlBars } from './zenumlBars.js';
import { BAR_SIDE, type Columns } from './zenumlColumns.js';
import type { ZenComment } from './zenumlComment.js';
import type {
  AsyncStatement,
  CallStatement,
  CreationStatement,
  FragmentStatement,
  ReturnStatement,
  ZenStatement,
} from './zenumlModel.js';
import type { Bar, Frame, Head, Line, LineEnd, Loop, PlacedText, Reach, SelfReturn } from './zenumlPicture.js';
import type { Row, Rows } from './zenumlRows.js';

export interface StatementContext {
  readonly columns: Columns;
  readonly rows: Rows;
  readonly comments: ReadonlyMap<ZenStatement, ZenComment>;
  readonly heads: readonly Head[];
  /** The frame of a fragment with its number. */
  frame(fragment: FragmentStatement, number: string): Frame | undefined;
}

/** Px. */
const MESSAGE = 16;
const SELF_CALL = 30;
const SELF_ASYNC = 44;
const CREATION = 40;
const LEAST_BAR = 24;
const RETURN_GAP = 16;
const BELOW_RESULT = 46;
const ABOVE_LINE = 3;
const BEFORE_LINE = 4;
const LOOP = { sync: 14, async: 20, upper: 2, lower: 15, right: 29, label: 6, baseline: 12, asyncBaseline: 15 };
/** Texts stand so far from the middle of their line, to where it begins. */
const ASIDE = 3.5;
const NO_LOOK = {};

/** A line that is drawn when it is known how high it is: returns are kept apart. */
interface PendingReturn {
  readonly y: number;
  draw(y: number): void;
}

export class ZenumlLines {
  readonly lines: Line[] = [];
  readonly loops: Loop[] = [];
  readonly selfReturns: SelfReturn[] = [];
  readonly reaches: Reach[] = [];
  /** Where things end, px. */
  readonly bottoms: number[] = [];
  /** Where the diagram ends at least, for its returns, px. */
  readonly returnBottoms: number[] = [];
  readonly #bars: ZenumlBars;
  readonly #returns: PendingReturn[] = [];
  readonly #context: StatementContext;
  readonly #heads: ReadonlyMap<string, Head>;
  readonly #block: (body: readonly ZenStatement[], number: string) => void;

  /** `block` places what goes on while a bar is there. */
  constructor(
    context: StatementContext,
    bars: ZenumlBars,
    block: (body: readonly ZenStatement[], number: string) => void,
  ) {
    this.#context = context;
    this.#bars = bars;
    this.#block = block;
    this.#heads = new Map(context.heads.map((head) => [head.participant.name, head]));
  }

  /** `place` is called before what goes on while the bar is there is placed. */
  #bar(
    { to, body }: CallStatement | CreationStatement,
    number: string,
    { y, height }: { readonly y: number; readonly height: number },
    place: (bar: Bar) => void,
  ): void {
    this.bottoms.push(y + height);
    this.#bars.add(to, y, height, (bar) => {
      place(bar);
      this.#block(body, number);
    });
  }

  #line(type: Line['type'], ends: readonly [LineEnd, LineEnd], y: number, label: PlacedText, rest: LineRest): void {
    const [from, to] = ends;
    const { number, numberX, look = NO_LOOK } = rest;
    const placed = number === undefined ? undefined : { text: number, at: point(numberX - BEFORE_LINE, label.at.y) };
    this.lines.push({ type, from, to, y, label, number: placed, look });
  }

  call(statement: CallStatement, row: Row, number: string): void {
    const { from, to, text, body, assignee } = statement;
    const { center } = this.#context.columns;
    const comment = this.#context.comments.get(statement);
    const [depth, nested] = [this.#bars.depth(from), this.#bars.depth(to)];
    const isRightward = center(from) < center(to);
    const fromX = this.#bars.side(from, isRightward);
    const toX = center(to) + (isRightward ? -BAR_SIDE : BAR_SIDE) + nested * BAR_SIDE;
    const y = row.top + row.shift + (comment?.height ?? 0) + MESSAGE - 0.5;
    const isAssigned = assignee !== undefined;
    const height =
      row.height - MESSAGE - (comment?.height ?? 0) + 2 + row.growth + (isAssigned && body.length > 0 ? 4 : 0);
    const start = this.#bars.end(from, isRightward, 'last');
    const label = messageLabel(text, fromX, toX, y);
    this.reaches.push({ middle: (fromX + toX) / 2, text });
    this.bottoms.push(y);
    const numberX = Math.min(isRightward ? fromX + 1 : fromX, isRightward ? toX : toX + 1);
    this.#bar(statement, number, { y: y - 1.5, height }, (bar) => {
      const end = this.#bars.end(to, !isRightward, bar);
      this.#line('call', [start, end], y - 0.5, label, { number, numberX, look: comment?.messageLook });
      if (!isAssigned) return;
      const aside = isRightward ? 2 : depth === 0 ? 1 : 0;
      const result = { from: toX + 1, to: fromX + aside, text: assignee, number: `${number}.${body.length + 1}` };
      this.#result(bottom(bar.box) - 2, [end, start], { ...result, below: BELOW_RESULT });
    });
  }

  selfCall(statement: CallStatement, row: Row, number: string): void {
    const { from, text } = statement;
    const comment = this.#context.comments.get(statement);
    const above = comment?.height ?? 0;
    const start = this.#bars.end(from, true, 'last');
    const depth = this.#bars.depth(from);
    const x = this.#context.columns.center(from) + depth * BAR_SIDE;
    const y = row.top + row.shift + above + SELF_CALL - 0.5;
    const height = row.height - SELF_CALL - above + 2 + row.growth;
    const top = row.top + above;
    this.bottoms.push(top + SELF_CALL);
    this.#bar(statement, number, { y: y - 1.5, height }, (bar) => {
      const to = this.#bars.end(from, true, bar);
      this.#loop({ isAsync: false, from: start, to, x, top, text, number, comment, barTop: bar.box.y + 2 });
    });
  }

  selfAsync(statement: AsyncStatement, row: Row, number: string): void {
    const { from, text } = statement;
    const comment = this.#context.comments.get(statement);
    const start = this.#bars.end(from, true, 'last');
    const x = this.#context.columns.center(from) + this.#bars.depth(from) * BAR_SIDE;
    const top = row.top + (comment?.height ?? 0);
    this.#loop({ isAsync: true, from: start, to: start, x, top, text, number, comment, barTop: 0 });
    this.bottoms.push(top + SELF_ASYNC);
  }

  #loop(given: GivenLoop): void {
    const { isAsync, from, to, x, top, text, number, comment, barTop } = given;
    const line = top + (isAsync ? LOOP.async : LOOP.sync);
    this.loops.push({
      isAsync,
      from,
      to,
      top: line + LOOP.upper,
      // Where returns before it push its bar down, Mermaid leaves the line as it is: it reaches down to the bar here.
      bottom: Math.max(line + LOOP.lower, barTop),
      right: x + LOOP.right,
      label: { text, at: point(x + LOOP.label, top + (isAsync ? LOOP.asyncBaseline : LOOP.baseline)) },
      number: { text: number, at: point(x - 3, top + LOOP.baseline) },
      look: comment?.messageLook ?? NO_LOOK,
    });
  }

  async(statement: AsyncStatement, row: Row, number: string): void {
    const { from, to, text } = statement;
    const { center } = this.#context.columns;
    const comment = this.#context.comments.get(statement);
    const isRightward = center(from) < center(to);
    const fromX = this.#bars.side(from, isRightward);
    const reach = this.#bars.depth(to) > 0 ? BAR_SIDE : 0;
    const toX = center(to) + (isRightward ? -reach : reach);
    const y = row.top + row.shift + (comment?.height ?? 0) + MESSAGE - 0.5;
    this.reaches.push({ middle: (fromX + toX) / 2, text });
    this.bottoms.push(y);
    const numberX = Math.min(isRightward ? fromX + 1 : fromX, isRightward ? toX : toX + 1);
    const ends = [this.#bars.end(from, isRightward, 'last'), this.#bars.end(to, !isRightward, 'first')] as const;
    const rest = { number, numberX, look: comment?.messageLook };
    this.#line('async', ends, y - 0.5, messageLabel(text, fromX, toX, y), rest);
  }

  creation(statement: CreationStatement, row: Row, number: string): void {
    const { from, to, text, body, assignee } = statement;
    const { center } = this.#context.columns;
    const head = this.#heads.get(to);
    const top = head?.box.y ?? row.top;
    const y = head ? centerY(head.box) : row.top + CREATION / 2;
    const depth = this.#bars.depth(from);
    const isRightward = center(from) < center(to);
    const near = center(from) + (isRightward ? 1 : -1) * depth * BAR_SIDE;
    const half = (head?.box.width ?? 0) / 2;
    const start = this.#bars.end(from, isRightward, 'last');
    const comment = this.#context.comments.get(statement);
    const [fromX, toX] = [near + (isRightward ? 1 : 0), center(to) + (isRightward ? -half : half)];
    const label = { text, at: point((fromX + toX) / 2 + (isRightward ? -3 : ASIDE), y - ABOVE_LINE) };
    const ends = [start, { participant: to, bar: 'head', x: toX + (isRightward ? 1 : -1) }] as const;
    const rest = { number, numberX: Math.min(fromX, toX), look: comment?.messageLook };
    this.#line('creation', ends, y, label, rest);
    this.reaches.push({ middle: (near + center(to)) / 2, text });
    this.bottoms.push(y + CREATION);
    const barTop = top + CREATION - 2;
    const height = Math.max(row.top + row.height - barTop, LEAST_BAR);
    const sender = this.#bars.side(from, isRightward) + (depth > 0 && isRightward ? 2 : 0);
    const created = center(to) + (isRightward ? -BAR_SIDE : BAR_SIDE) + 1;
    this.#bar(statement, number, { y: barTop, height }, (bar) => {
      if (assignee === undefined) return;
      const result = { from: created, to: sender, text: assignee, number: `${number}.${body.length + 1}` };
      const end = this.#bars.end(to, !isRightward, bar);
      this.#result(bottom(bar.box) - 2, [end, start], { ...result, below: BELOW_RESULT });
    });
  }

  return(statement: ReturnStatement, row: Row, number: string): void {
    const { from, to, text } = statement;
    const { center } = this.#context.columns;
    const isLeftward = center(to) < center(from);
    const fromX = isLeftward ? this.#bars.side(from, false) : center(from) + BAR_SIDE * this.#bars.depth(from) + 1;
    const toX = isLeftward ? center(to) + BAR_SIDE * this.#bars.depth(to) + 1 : this.#bars.side(to, false);
    const isTight = row.height === 0;
    const y = row.top + row.shift + (isTight ? 16.5 : 15.5);
    const below = isTight ? 45.5 : 44.5;
    if (from !== to) {
      const ends = [this.#bars.end(from, !isLeftward, 'last'), this.#bars.end(to, isLeftward, 'last')] as const;
      this.#result(y, ends, { from: fromX, to: toX, text, number, below });
      return;
    }
    this.reaches.push({ middle: (fromX + toX) / 2, text });
    this.returnBottoms.push(y + below);
    const draw = (at: number): void => {
      const label = { text, at: point(fromX + 20, at - 1) };
      this.selfReturns.push({ sign: rect(fromX + 4, at - 12, 12, 12), label });
    };
    this.#returns.push({ y, draw });
  }

  #result(y: number, ends: readonly [LineEnd, LineEnd], given: GivenResult): void {
    const { from, to, text, number, below } = given;
    const isLeftward = to < from;
    this.reaches.push({ middle: (from + to) / 2, text });
    this.returnBottoms.push(y + below);
    const draw = (at: number): void => {
      const line = Math.floor(at);
      const label = { text, at: point((from + to) / 2 + (isLeftward ? ASIDE : -ASIDE), line - ABOVE_LINE) };
      this.#line('return', ends, line, label, { number, numberX: Math.min(from, to) });
    };
    this.#returns.push({ y, draw });
  }

  /** Draws the returns, so far apart that they don't lie on each other. */
  settle(): void {
    let last = Number.NEGATIVE_INFINITY;
    for (const { y, draw } of this.#returns.sort((a, b) => a.y - b.y)) {
      last = y - last < RETURN_GAP ? last + RETURN_GAP : y;
      draw(last);
    }
  }
}

interface LineRest {
  readonly number?: string;
  readonly numberX: number;
  readonly look?: Line['look'];
}

interface GivenLoop {
  readonly isAsync: boolean;
  readonly from: LineEnd;
  readonly to: LineEnd;
  readonly x: number;
  readonly top: number;
  readonly text: string;
  readonly number: string;
  readonly comment: ZenComment | undefined;
  /** Of the bar that it ends at. */
  readonly barTop: number;
}

interface GivenResult {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly number: string;
  /** How much the diagram has below it at least, px. */
  readonly below: number;
}

/** Above its line, and a bit towards where that begins. */
const messageLabel = (text: string, fromX: number, toX: number, y: number): PlacedText => ({
  text,
  at: point((fromX + toX) / 2 - Math.sign(toX - fromX) * ASIDE + 0.5, y - ASIDE),
});
