/** Places the items of one line: horizontally by alignment, vertically about a common baseline. */

import type { TextDecoration, TextRun } from '../../drawing/textBlock.js';
import type { Point } from '../../geometry/plane.js';
import { type ComputedStyle, type TextAlign, usedBorderWidth } from '../../html/computedStyle.js';
import { ceilUnit, floorUnit } from '../../html/layoutUnits.js';
import { append } from '../../primitives/lists.js';
import { visualOrder } from '../../shaping/bidi.js';
import { inlineBoxParts } from '../boxPaint.js';
import { childPart, groupOf, type Part } from '../fragment.js';
import { relativeShift } from '../positioned.js';
import { baselineExtent, letterShift } from './fontMetrics.js';
import { type AtomicItem, edgeSide, edgeWidth, type InlineBox, type InlineItem, type TextItem } from './inlineItems.js';
import { type AtomicExtent, alignVertically } from './lineHeights.js';
import { type Line, levelsOf, type MeasuredInline } from './lines.js';

export interface PlacedLine {
  readonly height: number;
  /** From the line's top. */
  readonly baseline: number;
  readonly parts: readonly Part[];
}

export interface LineRequest {
  readonly measured: MeasuredInline;
  readonly line: Line;
  /** The space between the block's edges, px. */
  readonly available: number;
  readonly indent: number;
  readonly align: TextAlign;
  readonly rightToLeft: boolean;
  /** The fragment and margins of an object on the line. */
  atomic(item: AtomicItem): AtomicExtent;
  /** The decorations of a run of that width, px, as far as they can be drawn. */
  decorated(decorations: readonly TextDecoration[], width: number): readonly TextDecoration[];
}

/** A stretch of a line that keeps together when its direction is resolved. */
type Piece =
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

export function placeLine(request: LineRequest): PlacedLine {
  const { measured, line } = request;
  const pieces = collectPieces(request);
  const boxes = boxesOf(pieces, measured, line);
  const heights = alignVertically(boxes, measured.content.root, atomicsOf(pieces), request.atomic);
  const justified = justify(pieces, request);
  const parts: Part[] = [];
  const extents = new Map<InlineBox, { left: number; right: number; opened: boolean; closed: boolean }>();
  const reach = (box: InlineBox | undefined, left: number, right: number): void => {
    for (let current = box; current?.parent; current = current.parent) {
      const extent = extents.get(current);
      if (!extent) extents.set(current, { left, right, opened: false, closed: false });
      else {
        extent.left = Math.min(extent.left, left);
        extent.right = Math.max(extent.right, right);
      }
    }
  };
  let x = request.indent * (request.rightToLeft ? 0 : 1) + lineOffset(request, justified.width);
  for (const piece of visualOrder(justified.pieces)) {
    const right = x + piece.width;
    switch (piece.kind) {
      case 'text':
        reach(piece.item.box, x, right);
        if (piece.item.box.style.visible) {
          const run = textRun(
            piece,
            measured,
            line,
            x + shiftOf(piece.item.box).x,
            heights.baseline +
              heights.shiftOf(piece.item.box) +
              letterShift(piece.item.box.style, piece.item.box.face) +
              shiftOf(piece.item.box).y,
            heights.shiftOf,
          );
          const decorations = request.decorated(run.decorations, run.width);
          parts.push(withShadow({ kind: 'run', run: { ...run, decorations } }, piece.item.box.style));
        }
        break;
      case 'atomic': {
        reach(piece.item.box, x, right);
        const { fragment, marginLeft } = request.atomic(piece.item);
        const around = shiftOf(piece.item.box);
        const own = ownShift(piece.item.content.style);
        const top = heights.atomicTop(piece.item) + around.y + own.y;
        parts.push(childPart(fragment, x + marginLeft + around.x + own.x, top));
        break;
      }
      case 'edge': {
        const { style } = piece.box;
        const isLeft = edgeSide(piece.opens, piece.level) === 'left';
        const margin = style.margin[isLeft ? 'left' : 'right'];
        const outside = margin.kind === 'px' ? margin.value : 0;
        reach(piece.box, x + (isLeft ? outside : 0), right - (isLeft ? 0 : outside));
        const extent = extents.get(piece.box);
        if (extent) extent[isLeft ? 'opened' : 'closed'] = true;
        break;
      }
    }
    x = right;
  }
  const behind: Part[] = [];
  for (const box of boxes) {
    const extent = extents.get(box);
    if (!extent) continue;
    const { left, right, opened, closed } = extent;
    const { style, face } = box;
    const font = baselineExtent(style, face);
    const baseline = heights.baseline + heights.shiftOf(box);
    const above = (style.padding.top.kind === 'px' ? style.padding.top.value : 0) + usedBorderWidth(style.border.top);
    const below =
      (style.padding.bottom.kind === 'px' ? style.padding.bottom.value : 0) + usedBorderWidth(style.border.bottom);
    const shift = shiftOf(box);
    const frame = {
      x: left + shift.x,
      y: baseline - font.ascent - above + shift.y,
      width: right - left,
      height: font.ascent + font.descent + above + below,
    };
    append(behind, inlineBoxParts(style, frame, opened, closed));
  }
  return { height: heights.height, baseline: heights.baseline, parts: [...behind, ...parts] };
}

/** Text with its first shadow; further ones are left out. */
function withShadow(part: Part, { textShadows: [shadow] }: ComputedStyle): Part {
  if (!shadow) return part;
  return { kind: 'layer', fragment: groupOf([part], 0, 0), x: 0, y: 0, effect: { shadow } };
}

/** How far relative positioning moves an element from where it stands. */
const ownShift = (style: ComputedStyle): Point => relativeShift(style, {});

/** The same of an inline element with those around it; the block itself is moved as a whole. */
function shiftOf(box: InlineBox): Point {
  let x = 0;
  let y = 0;
  for (let current = box; current.parent; current = current.parent) {
    const own = ownShift(current.style);
    x += own.x;
    y += own.y;
  }
  return { x, y };
}

function collectPieces({ measured, line }: LineRequest): Piece[] {
  const { content, advances } = measured;
  const { text, items } = content;
  const levelAt = levelsOf(measured.levels, content);
  const pieces: Piece[] = [];
  const endsInFeed = line.next > line.start && measured.itemAt[line.next - 1]?.kind === 'break';
  for (let k = firstItemOn(items, line); k < items.length; k++) {
    const item = items[k] as InlineItem;
    if (item.start > line.next || (item.start === line.next && item.start !== text.length && item.kind !== 'close'))
      break;
    switch (item.kind) {
      case 'text': {
        const end = Math.min(item.end, line.end);
        let start = Math.max(item.start, line.start);
        if (start >= end) break;
        const spaced = item.box.style.wordSpacing !== 0;
        for (let i = start; i < end; i++) {
          // Tabs only move on; word spacing and changes of direction begin runs of their own.
          const cut =
            (spaced && isGap(text[i])) ||
            text[i] === '\t' ||
            text[i + 1] === '\t' ||
            (i + 1 < end && levelAt(i + 1) !== levelAt(i));
          if (!cut && i + 1 < end) continue;
          pieces.push({
            kind: 'text',
            item,
            start,
            end: i + 1,
            width: ceilUnit(sum(advances, start, i + 1)) + (i + 1 === line.end ? (line.hyphen?.width ?? 0) : 0),
            level: levelAt(start),
          });
          start = i + 1;
        }
        break;
      }
      case 'atomic':
        if (item.start >= line.start && item.start < line.next) {
          pieces.push({ kind: 'atomic', item, width: advances[item.start] as number, level: levelAt(item.start) });
        }
        break;
      case 'open':
        if (item.start >= line.start && !(item.start === line.next && endsInFeed)) {
          pieces.push({
            kind: 'edge',
            box: item.box,
            opens: true,
            width: edgeWidth(item.box, true, levelAt(item.start)),
            level: levelAt(item.start),
          });
        }
        break;
      case 'close':
        if (item.start > line.start || (item.start === line.start && line.start === 0)) {
          pieces.push({
            kind: 'edge',
            box: item.box,
            opens: false,
            width: edgeWidth(item.box, false, levelAt(item.start - 1)),
            level: levelAt(item.start - 1),
          });
        }
        break;
      case 'break':
      case 'float':
        break;
    }
  }
  return pieces;
}

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

const atomicsOf = (pieces: readonly Piece[]): AtomicItem[] =>
  pieces.flatMap((piece) => (piece.kind === 'atomic' ? [piece.item] : []));

/** The inline boxes on a line, each after the one around it. */
function boxesOf(pieces: readonly Piece[], { itemAt }: MeasuredInline, line: Line): InlineBox[] {
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

/** Where a line begins, by the block's alignment. One that is too wide reaches out at the end that it runs to. */
function lineOffset({ available, indent, align, rightToLeft }: LineRequest, width: number): number {
  const space = available - indent - width;
  if (!Number.isFinite(space)) return 0;
  if (space < 0) return rightToLeft ? space : 0;
  switch (physicalAlign(align, rightToLeft)) {
    case 'left':
      return 0;
    case 'center':
      return floorUnit(space / 2);
    case 'right':
      return space;
  }
}

function physicalAlign(align: TextAlign, rightToLeft: boolean): 'left' | 'center' | 'right' {
  switch (align) {
    case 'center':
    case 'block-center':
      return 'center';
    case 'right':
    case 'block-right':
      return 'right';
    case 'left':
    case 'block-left':
      return 'left';
    case 'end':
      return rightToLeft ? 'left' : 'right';
    case 'start':
    case 'justify':
      return rightToLeft ? 'right' : 'left';
  }
}

const isGap = (character: string | undefined): boolean => character === ' ' || character === '\u00a0';

/** Shares the space left on a justified line among its spaces; each word then is a run of its own. */
function justify(pieces: readonly Piece[], request: LineRequest): { pieces: readonly Piece[]; width: number } {
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
      if (!isGap(measured.content.text[i]) && i + 1 < piece.end) continue;
      const hyphen = i + 1 === line.end ? (line.hyphen?.width ?? 0) : 0;
      const width = sum(measured.advances, start, i + 1) + (isGap(measured.content.text[i]) ? share : 0) + hyphen;
      result.push({ ...piece, start, end: i + 1, width });
      start = i + 1;
    }
  }
  return { pieces: result, width: line.width + space };
}

/** Whether the line before ended inside a word of the same text. */
function continuesWord({ item, start }: Piece & { kind: 'text' }, { content }: MeasuredInline, line: Line): boolean {
  if (start !== line.start || item.start >= start) return false;
  return /\S\S/.test(content.text.slice(start - 1, start + 1));
}

/** The decorations of a run: lines under it stand below the elements that declare them, the others about the run. */
function decorationsOn(box: InlineBox, baselineOf: (box: InlineBox) => number): readonly TextDecoration[] {
  const { decorations } = box.style;
  if (decorations.length === 0) return decorations;
  return decorations.map((decoration, index) => {
    let decorated = box;
    while (decorated.parent && decorated.parent.style.decorations.length > index) decorated = decorated.parent;
    const below = decoration.line === 'underline' ? baselineOf(decorated) - baselineOf(box) : 0;
    return below === 0 ? decoration : { ...decoration, below };
  });
}

function textRun(
  piece: Piece & { kind: 'text' },
  measured: MeasuredInline,
  line: Line,
  x: number,
  baseline: number,
  shiftOf: (box: InlineBox) => number,
): TextRun {
  const { item, start, end, width, level } = piece;
  const { style } = item.box;
  const characters = measured.content.text.slice(start, end).replace(/\t/g, '');
  const text = line.hyphen && end === line.end ? characters.replace(/\u00ad$/, '') + line.hyphen.text : characters;
  const rightToLeft = level % 2 === 1;
  return {
    text,
    x,
    baseline,
    width,
    face: item.face,
    families: style.families,
    fontSize: style.fontSize,
    weight: style.weight,
    italic: style.italic,
    color: style.color,
    opacity: style.opacity,
    decorations: decorationsOn(item.box, shiftOf),
    letterSpacing: style.letterSpacing,
    rightToLeft,
    continuesWord: continuesWord(piece, measured, line) || undefined,
    href: style.href,
  };
}
