/** Places the items of one line: horizontally by alignment, vertically about a common baseline. */

import type { TextDecoration, TextRun } from '../../drawing/textBlock.js';
import type { Point } from '../../geometry/plane.js';
import { type ComputedStyle, type TextAlign, usedBorderWidth } from '../../html/computedStyle.js';
import { floorUnit } from '../../html/layoutUnits.js';
import { visualOrder } from '../../shaping/bidi.js';
import { inlineBoxParts } from '../boxPaint.js';
import { childPart, groupOf, type Part } from '../fragment.js';
import { relativeShift } from '../positioned.js';
import { baselineExtent, letterShift } from './fontMetrics.js';
import { type AtomicItem, edgeSide, type InlineBox } from './inlineItems.js';
import type { Line, MeasuredInline } from './lineBreaking.js';
import { type AtomicExtent, alignVertically, type LineHeights } from './lineHeights.js';
import { boxesOf, collectPieces, type JustifiedLine, justify, type Piece, type TextPiece } from './linePieces.js';

export interface PlacedLine {
  readonly height: number;
  /** From the line's top. */
  readonly baseline: number;
  readonly parts: readonly Part[];
}

export interface LineRequest extends JustifiedLine {
  readonly rightToLeft: boolean;
  /** The fragment and margins of an object on the line. */
  atomic(item: AtomicItem): AtomicExtent;
  /** The decorations of a run of that width, px, as far as they can be drawn. */
  decorated(decorations: readonly TextDecoration[], width: number): readonly TextDecoration[];
}

export function placeLine(request: LineRequest): PlacedLine {
  const { measured, line } = request;
  const pieces = collectPieces(measured, line);
  const boxes = boxesOf(pieces, measured, line);
  const heights = alignVertically(boxes, measured.content.root, atomicsOf(pieces), request.atomic);
  const justified = justify(pieces, request);
  const placer = new LinePlacer(request, heights);
  let x = request.indent * (request.rightToLeft ? 0 : 1) + lineOffset(request, justified.width);
  for (const piece of visualOrder(justified.pieces)) {
    placer.place(piece, x);
    x += piece.width;
  }
  const behind = boxes.flatMap((box) => placer.partsBehind(box));
  return { height: heights.height, baseline: heights.baseline, parts: [...behind, ...placer.parts] };
}

/** What an inline box covers of a line, and which of its ends are on it. */
interface Extent {
  left: number;
  right: number;
  opened: boolean;
  closed: boolean;
}

class LinePlacer {
  readonly parts: Part[] = [];
  readonly #extents = new Map<InlineBox, Extent>();

  constructor(
    readonly request: LineRequest,
    readonly heights: LineHeights,
  ) {}

  /** `x`: where the piece begins, px from the block's left edge. */
  place(piece: Piece, x: number): void {
    switch (piece.kind) {
      case 'text':
        this.#placeText(piece, x);
        break;
      case 'atomic':
        this.#placeAtomic(piece.item, x, x + piece.width);
        break;
      case 'edge':
        this.#placeEdge(piece, x);
        break;
    }
  }

  #placeText(piece: TextPiece, x: number): void {
    const { box } = piece.item;
    this.#reach(box, x, x + piece.width);
    if (!box.style.visible) return;
    const { baseline, shiftOf: raisedBy } = this.heights;
    const shift = shiftOf(box);
    const y = baseline + raisedBy(box) + letterShift(box.style, box.face) + shift.y;
    const run = textRun(piece, this.request, { x: x + shift.x, y }, raisedBy);
    const decorations = this.request.decorated(run.decorations, run.width);
    this.parts.push(withShadow({ kind: 'run', run: { ...run, decorations } }, box.style));
  }

  #placeAtomic(item: AtomicItem, x: number, right: number): void {
    this.#reach(item.box, x, right);
    const { fragment, marginLeft } = this.request.atomic(item);
    const around = shiftOf(item.box);
    const own = ownShift(item.content.style);
    const top = this.heights.atomicTop(item) + around.y + own.y;
    this.parts.push(childPart(fragment, x + marginLeft + around.x + own.x, top));
  }

  #placeEdge({ box, opens, level, width }: Piece & { kind: 'edge' }, x: number): void {
    const isLeft = edgeSide(opens, level) === 'left';
    const margin = box.style.margin[isLeft ? 'left' : 'right'];
    const outside = margin.kind === 'px' ? margin.value : 0;
    this.#reach(box, x + (isLeft ? outside : 0), x + width - (isLeft ? 0 : outside));
    const extent = this.#extents.get(box);
    if (extent) extent[isLeft ? 'opened' : 'closed'] = true;
  }

  #reach(box: InlineBox, left: number, right: number): void {
    for (let current: InlineBox | undefined = box; current?.parent; current = current.parent) {
      const extent = this.#extents.get(current);
      if (!extent) this.#extents.set(current, { left, right, opened: false, closed: false });
      else {
        extent.left = Math.min(extent.left, left);
        extent.right = Math.max(extent.right, right);
      }
    }
  }

  /** Background and border of a box, once all of the line is placed. */
  partsBehind(box: InlineBox): readonly Part[] {
    const extent = this.#extents.get(box);
    if (!extent) return [];
    const { left, right, opened, closed } = extent;
    const { style, face } = box;
    const font = baselineExtent(style, face);
    const baseline = this.heights.baseline + this.heights.shiftOf(box);
    const above = pixels(style.padding.top) + usedBorderWidth(style.border.top);
    const below = pixels(style.padding.bottom) + usedBorderWidth(style.border.bottom);
    const shift = shiftOf(box);
    const frame = {
      x: left + shift.x,
      y: baseline - font.ascent - above + shift.y,
      width: right - left,
      height: font.ascent + font.descent + above + below,
    };
    return inlineBoxParts(style, frame, opened, closed);
  }
}

/** Percentages count for nothing here. */
const pixels = (length: ComputedStyle['padding']['top']): number => (length.kind === 'px' ? length.value : 0);

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

const atomicsOf = (pieces: readonly Piece[]): AtomicItem[] =>
  pieces.flatMap((piece) => (piece.kind === 'atomic' ? [piece.item] : []));

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

/** Whether the line before ended inside a word of the same text. */
function continuesWord({ item, start }: TextPiece, { content }: MeasuredInline, line: Line): boolean {
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
  piece: TextPiece,
  { measured, line }: LineRequest,
  { x, y: baseline }: Point,
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
