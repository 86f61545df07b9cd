/** How high each statement of a ZenUML diagram stands, as Mermaid's package for it counts. */
import type { ZenComment } from './zenumlComment.js';
import { bodiesOf, type FragmentStatement, type ZenStatement } from './zenumlModel.js';

export interface Row {
  /** Px, with the comment. */
  readonly top: number;
  readonly height: number;
  /** How much lower it is drawn, since returns before it take room, px. */
  readonly shift: number;
  /** How much longer its bar is, since returns in it take room, px. */
  readonly growth: number;
}

export interface Rows {
  of(statement: ZenStatement): Row;
  /** Where the heads of participants stand that are created, px. */
  readonly heads: ReadonlyMap<string, number>;
  /** Where the last statement ends, px. */
  readonly end: number;
}

/** Px. */
const START = 56;
const GAP = 16;
const MESSAGE = 16;
const SELF_CALL = 30;
const SELF_ASYNC = 44;
const SELF_RETURN = 20;
const RETURN = 16;
const CREATION = 40;
const EMPTY_BAR = 22;
const BAR_END = 2;
const ASSIGNED = 12;
/** A result that is assigned takes more than is counted for it. */
const MORE_ASSIGNED = 4;
const DIVIDER = 40;
const FRAME = { border: 1, header: 25, bottom: 11, condition: 20, section: 29, reference: 35 };

type Blocks = 'bar' | FragmentStatement['kind'];

export function rowsOf(statements: readonly ZenStatement[], comments: ReadonlyMap<ZenStatement, ZenComment>): Rows {
  const counted = new CountedHeights(comments);
  const end = counted.block(statements, START, undefined, false);
  const { heights, heads } = counted;
  const shifts = shiftsOf(statements, (statement) => heights.get(statement)?.height ?? 0);
  return {
    of: (statement) => ({
      top: 0,
      height: 0,
      shift: 0,
      growth: 0,
      ...heights.get(statement),
      ...shifts.get(statement),
    }),
    heads,
    end,
  };
}

/** What Mermaid's package counts for the statements, before returns push anything down. */
class CountedHeights {
  readonly heights = new Map<ZenStatement, { readonly top: number; readonly height: number }>();
  /** Where the heads of participants stand that are created, px. */
  readonly heads = new Map<string, number>();
  readonly #comments: ReadonlyMap<ZenStatement, ZenComment>;

  constructor(comments: ReadonlyMap<ZenStatement, ZenComment>) {
    this.#comments = comments;
  }

  /** Gives where the block ends. */
  block(body: readonly ZenStatement[], start: number, inside: Blocks | undefined, isInBar: boolean): number {
    if (body.length === 0) return start;
    let y = start + GAP;
    for (const [index, statement] of body.entries()) {
      if (inside === 'par' && index > 0) y++;
      const height = this.#heightOf(statement, y, isInBar && index === body.length - 1, isInBar);
      this.heights.set(statement, { top: y, height });
      y += height + GAP;
    }
    return y;
  }

  #heightOf(statement: ZenStatement, top: number, isLastInBar: boolean, isInBar: boolean): number {
    const comment = this.#comments.get(statement)?.height ?? 0;
    switch (statement.type) {
      case 'call': {
        const isSelf = statement.from === statement.to;
        const end = this.#bar(statement.body, top + comment + (isSelf ? SELF_CALL : MESSAGE));
        return end - top + (statement.assignee !== undefined && !isSelf ? ASSIGNED : 0);
      }
      case 'creation': {
        this.heads.set(statement.to, top + comment);
        const end = this.#bar(statement.body, top + comment + CREATION);
        return end - top + (statement.assignee === undefined ? 0 : ASSIGNED);
      }
      case 'async':
        return comment + (statement.from === statement.to ? SELF_ASYNC : MESSAGE);
      case 'return':
        if (statement.from === statement.to) return comment + SELF_RETURN;
        return comment + (isLastInBar ? 0 : RETURN);
      case 'divider':
        return DIVIDER;
      case 'fragment':
        return this.#frame(statement, top, comment, isInBar);
    }
  }

  /** Gives where the bar ends. */
  #bar(body: readonly ZenStatement[], start: number): number {
    return body.length === 0 ? start + EMPTY_BAR : this.block(body, start, 'bar', true) + BAR_END;
  }

  #frame({ kind, sections, condition }: FragmentStatement, top: number, comment: number, isInBar: boolean): number {
    if (kind === 'ref') return comment + FRAME.reference;
    let y = top + FRAME.border + FRAME.header + comment;
    if (kind === 'alt' || condition !== undefined) y += FRAME.condition;
    for (const [index, { body, title }] of sections.entries()) {
      const isDrawn = body.length > 0 || (title !== '[else]' && title !== 'finally');
      if (index > 0 && isDrawn) y += FRAME.section;
      y = this.block(body, y, kind, isInBar);
    }
    return y + FRAME.bottom - top;
  }
}

interface Shift {
  readonly shift: number;
  readonly growth: number;
}

/** What is missing for the returns in a block. */
interface Debt {
  /** Of all that is in it. */
  all: number;
  /** Of its own returns. */
  own: number;
  /** A pixel for some first ones, which counts for what follows them, and for nothing around. */
  extra: number;
}

/** Returns to whom no height was given push down what follows them, and make the bars around longer. */
function shiftsOf(
  statements: readonly ZenStatement[],
  heightOf: (statement: ZenStatement) => number,
): ReadonlyMap<ZenStatement, Shift> {
  const shifts = new Map<ZenStatement, Shift>();
  const walk = (body: readonly ZenStatement[], before: number, isCall: boolean, extra: number): Debt => {
    const debt: Debt = { all: 0, own: 0, extra };
    for (const statement of body) {
      const shift = before + debt.all + debt.extra;
      shifts.set(statement, { shift, growth: statement.type === 'fragment' ? 0 : grown(statement, shift, debt) });
      if (statement.type === 'fragment') {
        let more = 0;
        for (const part of bodiesOf(statement)) more = walk(part, shift, false, more).extra;
      }
      if (statement.type !== 'return' || statement.from === statement.to || heightOf(statement) > 0) continue;
      if (debt.own === 0 && shift !== 0 && isCall) debt.extra++;
      debt.all += RETURN;
      debt.own += RETURN;
    }
    return debt;
  };
  /** Of a bar, by what is in it. */
  const grown = (statement: ZenStatement, shift: number, debt: Debt): number => {
    if (statement.type !== 'call' && statement.type !== 'creation') return 0;
    if (statement.body.length === 0) return 0;
    const { all, own } = walk(statement.body, shift, statement.type === 'call', 0);
    const growth = all - own + Math.max(own - RETURN, 0);
    if (statement.type === 'creation') return 0;
    const isAssigned = statement.assignee !== undefined && statement.from !== statement.to;
    debt.all += growth + (isAssigned ? MORE_ASSIGNED : 0);
    return growth;
  };
  walk(statements, 0, false, 0);
  return shifts;
}
