/** Lays a ZenUML diagram out as Mermaid's package for it draws it, without a browser. */
import { largest } from '../../primitives/lists.js';
import type { DrawContext } from '../context.js';
import { type Columns, columnsOf } from './zenumlColumns.js';
import { commentOf, type ZenComment } from './zenumlComment.js';
import { FrameExtents, frameOf, LEAST_WIDTH, moveFrames, selfWidth } from './zenumlFrames.js';
import { groupsOf, headsOf } from './zenumlHeads.js';
import { bodiesOf, type FragmentStatement, type ZenModel, type ZenStatement } from './zenumlModel.js';
import type { Frame, Reach, ZenumlPicture } from './zenumlPicture.js';
import { rowsOf } from './zenumlRows.js';
import { placeStatements } from './zenumlStatements.js';
import { ZENUML_FONT, zenumlHtml } from './zenumlTexts.js';

/** Px. */
const NAME_SIZE = 16;
const BELOW = { others: 13, all: 28 };
const BESIDE_LABEL = 10;

export function layoutZenuml(model: ZenModel, context: DrawContext): ZenumlPicture {
  const { measure, budget } = context;
  const widthOf = (text: string): number =>
    measure(zenumlHtml(text), { fontFamily: ZENUML_FONT, fontSize: NAME_SIZE }).width;
  const known = new Map<string, number>();
  const wholeWidth = (text: string): number => {
    const width = known.get(text) ?? Math.round(widthOf(text));
    known.set(text, width);
    return width;
  };
  const columns = columnsOf(model, wholeWidth, budget);
  const comments = commentsOf(model.statements, context);
  const rows = rowsOf(model.statements, comments);
  const extents = new FrameExtents(model.statements, columns);
  const heads = headsOf(columns, rows.heads, widthOf);
  const frame = (fragment: FragmentStatement, number: string): Frame | undefined => {
    const extent = extents.of(fragment);
    const commentHeight = comments.get(fragment)?.height ?? 0;
    return extent && frameOf(fragment, extent, rows, columns, { commentHeight, number });
  };
  const { placed, reaches, bottoms, returnBottoms } = placeStatements(model.statements, {
    columns,
    rows,
    comments,
    heads,
    frame,
  });
  const height = Math.max(rows.end + BELOW.all, largest(bottoms, 0) + BELOW.others, largest(returnBottoms, 0));
  const width = widthOfAll(model, columns, reaches, wholeWidth);
  const { border } = extents;
  moveFrames(placed.frames, placed.comments, border, width, budget);
  return { ...placed, heads, groups: groupsOf(heads, height), width, height, border };
}

/** Comments that say or ask for something. */
function commentsOf(
  statements: readonly ZenStatement[],
  { report }: DrawContext,
): ReadonlyMap<ZenStatement, ZenComment> {
  const comments = new Map<ZenStatement, ZenComment>();
  const walk = (body: readonly ZenStatement[]): void => {
    for (const statement of body) {
      // A divider has none.
      if (statement.comment !== '' && statement.type !== 'divider') {
        const comment = commentOf(statement.comment);
        comments.set(statement, comment);
        for (const word of comment.unknown) {
          report({
            code: 'mermaid-ignored',
            message: `"${word}" in a comment is no colour and nothing else that texts can look like: it doesn’t count.`,
          });
        }
      }
      for (const each of bodiesOf(statement)) walk(each);
    }
  };
  walk(statements);
  return comments;
}

/** From the first participant's room to the last one's, and beyond where messages reach further, px. */
function widthOfAll(
  model: ZenModel,
  columns: Columns,
  reaches: readonly Reach[],
  widthOf: (text: string) => number,
): number {
  const { participants } = columns;
  const [first, last] = [participants[0]?.name ?? '', participants.at(-1)?.name ?? ''];
  const room = columns.distance(first, last) + columns.half(first) + columns.half(last);
  const selves = model.messages.filter(({ from, to }) => from === to);
  const width = Math.max(room, LEAST_WIDTH) + selfWidth(selves, last, columns);
  const ends = reaches.map(({ middle, text }) => middle + widthOf(text) / 2 + BESIDE_LABEL);
  return largest(ends, width);
}
