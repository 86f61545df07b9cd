/** Where the statements of a ZenUML diagram stand: messages with their bars, frames, dividers and comments. */
import { bottom, point } from '../../geometry/plane.js';
import { ZenumlBars } from './zenumlBars.js';
import { BAR_SIDE } from './zenumlColumns.js';
import type { ZenComment } from './zenumlComment.js';
import { type StatementContext, ZenumlLines } from './zenumlLines.js';
import type { FragmentStatement, ZenStatement } from './zenumlModel.js';
import type { Divider, Frame, PlacedComment, PlacedStatements, Reach } from './zenumlPicture.js';
import type { Row } from './zenumlRows.js';

export interface StatementPlaces {
  readonly placed: PlacedStatements;
  readonly reaches: readonly Reach[];
  /** Where things end, px. */
  readonly bottoms: readonly number[];
  /** Where the diagram ends at least, for its returns, px. */
  readonly returnBottoms: readonly number[];
}

/** Px. */
const DIVIDER = 40;
/** Of a comment's first line, above its baseline. */
const ASCENT = 15;
/** Around code. */
const CODE = 2;

export function placeStatements(statements: readonly ZenStatement[], context: StatementContext): StatementPlaces {
  const placing = new StatementPlacing(context);
  placing.block(statements, '');
  return placing.finish();
}

/** What has been placed so far. */
class StatementPlacing {
  readonly #context: StatementContext;
  readonly #bars: ZenumlBars;
  readonly #lines: ZenumlLines;
  readonly #frames: Frame[] = [];
  readonly #dividers: Divider[] = [];
  readonly #comments: PlacedComment[] = [];
  readonly #ends: number[] = [];

  constructor(context: StatementContext) {
    this.#context = context;
    this.#bars = new ZenumlBars(context.columns);
    this.#lines = new ZenumlLines(context, this.#bars, (body, before) => this.block(body, before));
  }

  /** Statements one after the other; their numbers go on from those of `first` others, after the number before. */
  block(body: readonly ZenStatement[], before: string, first = 0): void {
    for (const [index, statement] of body.entries()) {
      const number = `${before === '' ? '' : `${before}.`}${first + index + 1}`;
      this.#statement(statement, this.#context.rows.of(statement), number);
    }
  }

  finish(): StatementPlaces {
    this.#lines.settle();
    const { lines, loops, selfReturns, reaches, bottoms, returnBottoms } = this.#lines;
    return {
      placed: {
        bars: this.#bars.all,
        lines,
        loops,
        selfReturns,
        frames: this.#frames,
        dividers: this.#dividers,
        comments: this.#comments,
      },
      reaches,
      bottoms: [...bottoms, ...this.#ends],
      returnBottoms,
    };
  }

  #statement(statement: ZenStatement, row: Row, number: string): void {
    const comment = this.#context.comments.get(statement);
    if (comment && comment.text !== '' && statement.type !== 'fragment') this.#comment(statement, comment, row);
    const lines = this.#lines;
    switch (statement.type) {
      case 'call':
        if (statement.from === statement.to) lines.selfCall(statement, row, number);
        else lines.call(statement, row, number);
        return;
      case 'async':
        if (statement.from === statement.to) lines.selfAsync(statement, row, number);
        else lines.async(statement, row, number);
        return;
      case 'creation':
        lines.creation(statement, row, number);
        return;
      case 'return':
        lines.return(statement, row, number);
        return;
      case 'divider': {
        const y = row.top + row.shift + DIVIDER / 2;
        this.#dividers.push({ y, width: this.#context.columns.width, text: statement.text });
        this.#ends.push(y);
        return;
      }
      case 'fragment':
        this.#fragment(statement, comment, number);
    }
  }

  #fragment(statement: FragmentStatement, comment: ZenComment | undefined, number: string): void {
    const frame = this.#context.frame(statement, number);
    if (frame) {
      this.#frames.push(frame);
      this.#ends.push(bottom(frame.box));
      const at = point(frame.box.x + 1, frame.box.y + 1 + ASCENT);
      const { text = '', look = {} } = comment ?? {};
      if (text !== '') this.#comments.push({ text, look, at, isOfFrame: true });
    }
    let first = 0;
    for (const { body } of statement.sections) {
      this.block(body, number, first);
      first += body.length;
    }
  }

  /** At the lifeline of who sends, or to the left of what is created there. */
  #comment(statement: Exclude<ZenStatement, FragmentStatement>, { text, look }: ZenComment, { top, shift }: Row): void {
    if (statement.type === 'divider') return;
    const { center } = this.#context.columns;
    const { from, to } = statement;
    const owner = statement.type === 'creation' && center(from) > center(to) ? to : from;
    const aside = this.#bars.depth(from) > 0 ? BAR_SIDE + 1 : 1;
    const code = text.startsWith('`') ? CODE : 0;
    const at = point(center(owner) + aside + code, top + shift + ASCENT);
    this.#comments.push({ text, look, at, isOfFrame: false });
  }
}
