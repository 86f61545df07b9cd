/** The pieces of one line: stretches of text of one direction, objects, and the edges of the inline boxes around them. */
import type { TextAlign } from '../../html/computedStyle.js';
import { ceilUnit } from '../../html/layoutUnits.js';
import { type AtomicItem, edgeWidth, type InlineBox, type InlineItem, type TextItem } from './inlineItems.js';
import { type Line, levelsOf, type MeasuredInline } from './lineBreaking.js';

/** A stretch of a line that keeps together when its direction is resolved. */
export type Piece =
  | {
      readonly kind: 'text';
      readonly item: TextItem;
      readonly start: number;
      readonly end: number;
      readonly width: number;
      readonly level: number;
    }
  | { readonly kind: 'atomic'; readonly item: AtomicItem; readonly width: number; readonly level: number }
  | {
      readonly kind: 'edge';
      readonly box: InlineBox;
      readonly opens: boolean;
      readonly width: number;
      readonly level: number;
    };

export type TextPiece = Piece & { readonly kind: 'text' };

/** In the order of the text. */
export function collectPieces(measured: MeasuredInline, line: Line): Piece[] {
  const { content, advances } = measured;
  const { text, items } = content;
  const levelAt = levelsOf(measured.levels, content);
  const pieces: Piece[] = [];
  const endsInFeed = line.next > line.start && measured.itemAt[line.next - 1]?.kind === 'break';
  for (let k = firstItemOn(items, line); k < items.length; k++) {
    const item = items[k] as InlineItem;
    const { start } = item;
    if (start > line.next || (start === line.next && start !== text.length && item.kind !== 'close')) break;
    switch (item.kind) {
      case 'text':
        addText(item, pieces, measured, line, levelAt);
        break;
      case 'atomic':
        if (start >= line.start && start < line.next) {
          pieces.push({ kind: 'atomic', item, width: advances[start] as number, level: levelAt(start) });
        }
        break;
      case 'open':
        if (start >= line.start && !(start === line.next && endsInFeed)) {
          pieces.push(edgePiece(item.box, true, levelAt(start)));
        }
        break;
      case 'close':
        if (start > line.start || (start === line.start && line.start === 0)) {
          pieces.push(edgePiece(item.box, false, levelAt(start - 1)));
        }
        break;
      case 'break':
      case 'float':
        break;
    }
  }
  return pieces;
}

const edgePiece = (box: InlineBox, opens: boolean, level: number): Piece => ({
  kind: 'edge',
  box,
  opens,
  width: edgeWidth(box, opens, level),
  level,
});

/** Tabs only move on; word spacing and changes of direction begin pieces of their own. */
function addText(
  item: TextItem,
  pieces: Piece[],
  { content: { text }, advances }: MeasuredInline,
  line: Line,
  levelAt: (index: number) => number,
): void {
  const end = Math.min(item.end, line.end);
  let start = Math.max(item.start, line.start);
  const spaced = item.box.style.wordSpacing !== 0;
  for (let i = start; i < end; i++) {
    const cut =
      (spaced && isGap(text[i])) ||
      text[i] === '\t' ||
      text[i + 1] === '\t' ||
      (i + 1 < end && levelAt(i + 1) !== levelAt(i));
    if (!cut && i + 1 < end) continue;
    const width = ceilUnit(sum(advances, start, i + 1)) + hyphenAfter(i, line);
    pieces.push({ kind: 'text', item, start, end: i + 1, width, level: levelAt(start) });
    start = i + 1;
  }
}

/** The width of the hyphen that the line ends with, behind its last character. */
const hyphenAfter = (index: number, line: Line): number => (index + 1 === line.end ? (line.hyphen?.width ?? 0) : 0);

/** Items stand in the order of the text: the first that reaches the line is found by halving. */
function firstItemOn(items: readonly InlineItem[], line: Line): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle] as InlineItem).end < line.start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sum(values: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let i = from; i < to; i++) total += values[i] as number;
  return total;
}

/** The inline boxes on a line, each after the one around it. */
export function boxesOf(pieces: readonly Piece[], { itemAt }: MeasuredInline, line: Line): InlineBox[] {
  const found = new Set<InlineBox>();
  const add = (box: InlineBox): void => {
    if (found.has(box)) return;
    if (box.parent) add(box.parent);
    found.add(box);
  };
  for (const piece of pieces) add(piece.kind === 'edge' ? piece.box : piece.item.box);
  const feed = itemAt[line.next - 1];
  if (feed?.kind === 'break' && line.next > line.start) add(feed.box);
  return [...found];
}

const isGap = (character: string | undefined): boolean => character === ' ' || character === '\u00a0';

/** A line, and the room that it may fill. */
export interface JustifiedLine {
  readonly measured: MeasuredInline;
  readonly line: Line;
  /** The space between the block's edges, px. */
  readonly available: number;
  readonly indent: number;
  readonly align: TextAlign;
}

/** Shares the space left on a justified line among its spaces; each word then is a run of its own. */
export function justify(pieces: readonly Piece[], request: JustifiedLine): { pieces: readonly Piece[]; width: number } {
  const { align, line, available, indent, measured } = request;
  const { text } = measured.content;
  const space = available - indent - line.width;
  let gaps = 0;
  for (let i = line.start; i < line.end; i++) if (isGap(text[i])) gaps++;
  if (align !== 'justify' || line.forced || gaps === 0 || !(space > 0) || !Number.isFinite(space)) {
    return { pieces, width: line.width };
  }
  const share = space / gaps;
  const result: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind !== 'text') {
      result.push(piece);
      continue;
    }
    let start = piece.start;
    for (let i = piece.start; i < piece.end; i++) {
      if (!isGap(text[i]) && i + 1 < piece.end) continue;
      const width = sum(measured.advances, start, i + 1) + (isGap(text[i]) ? share : 0) + hyphenAfter(i, line);
      result.push({ ...piece, start, end: i + 1, width });
      start = i + 1;
    }
  }
  return { pieces: result, width: line.width + space };
}
