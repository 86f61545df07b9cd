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
  const { columns, rows, comments } = context;
  const bars = new ZenumlBars(columns);
  const frames: Frame[] = [];
  const dividers: Divider[] = [];
  const placedComments: PlacedComment[] = [];
  const ends: number[] = [];

  const block = (body: readonly ZenStatement[], before: string, first = 0): void => {
    for (const [index, statement] of body.entries()) {
      const number = `${before === '' ? '' : `${before}.`}${first + index + 1}`;
      placeStatement(statement, rows.of(statement), number);
    }
  };
  const lines = new ZenumlLines(context, bars, block);

  const placeStatement = (statement: ZenStatement, row: Row, number: string): void => {
    const comment = comments.get(statement);
    if (comment && comment.text !== '' && statement.type !== 'fragment') placeComment(statement, comment, row);
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
        dividers.push({ y, width: columns.width, text: statement.text });
        ends.push(y);
        return;
      }
      case 'fragment':
        placeFragment(statement, comment, number);
    }
  };

  const placeFragment = (statement: FragmentStatement, comment: ZenComment | undefined, number: string): void => {
    const frame = context.frame(statement, number);
    if (frame) {
      frames.push(frame);
      ends.push(bottom(frame.box));
      const at = point(frame.box.x + 1, frame.box.y + 1 + ASCENT);
      const { text = '', look = {} } = comment ?? {};
      if (text !== '') placedComments.push({ text, look, at, isOfFrame: true });
    }
    let first = 0;
    for (const { body } of statement.sections) {
      block(body, number, first);
      first += body.length;
    }
  };

  /** At the lifeline of who sends, or to the left of what is created there. */
  const placeComment = (
    statement: Exclude<ZenStatement, FragmentStatement>,
    { text, look }: ZenComment,
    { top, shift }: Row,
  ): void => {
    if (statement.type === 'divider') return;
    const { center } = columns;
    const { from, to } = statement;
    const owner = statement.type === 'creation' && center(from) > center(to) ? to : from;
    const aside = bars.depth(from) > 0 ? BAR_SIDE + 1 : 1;
    const code = text.startsWith('`') ? CODE : 0;
    const at = point(center(owner) + aside + code, top + shift + ASCENT);
    placedComments.push({ text, look, at, isOfFrame: false });
  };

  block(statements, '');
  lines.settle();
  const { lines: placedLines, loops, selfReturns, reaches, bottoms, returnBottoms } = lines;
  return {
    placed: {
      bars: bars.all,
      lines: placedLines,
      loops,
      selfReturns,
      frames,
      dividers,
      comments: placedComments,
    },
    reaches,
    bottoms: [...bottoms, ...ends],
    returnBottoms,
  };
}
