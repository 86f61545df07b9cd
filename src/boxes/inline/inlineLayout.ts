/** Lines of inline content: gathered, measured, broken in the room that floats leave, and placed under each other. */

import type { ComputedStyle, TextAlign } from '../../html/computedStyle.js';
import type { Content, ElementContent, ImageContent } from '../../html/content.js';
import { resolveLength } from '../../html/lengths.js';
import type { BoxContext } from '../boxContext.js';
import type { Space } from '../boxSizes.js';
import { boundedDecorations } from '../decorationLimit.js';
import type { FloatFrame } from '../floats.js';
import { childPart, type Fragment, type Part } from '../fragment.js';
import { imageFragment } from '../imageFragment.js';
import { indentOf } from '../intrinsicWidths.js';
import { usedLineHeight } from './fontMetrics.js';
import { type AtomicItem, collectInline, type InlineItem } from './inlineItems.js';
import { type PlacedLine, placeLine } from './lineBoxes.js';
import { type Line, LineBreaker, type MeasuredInline, measureInline } from './lineBreaking.js';
import type { AtomicExtent } from './lineHeights.js';
import { type FittedLine, type LineRoom, lineAlongShapes } from './shapedLines.js';

/** Lays out the boxes that stand on lines. */
export interface AtomicLayout {
  fitWidth(content: ElementContent, available: number): number;
  independent(content: ElementContent, width: number, space: Space): Fragment;
}

/** In units of the budget: shaping a character, looking at it when lines are broken, and a line of its own. */
const GLYPH_COST = 1;
const BREAKING_COST = 0.3;
const LINE_COST = 3;

export class InlineLayout {
  readonly #measured = new WeakMap<readonly Content[], MeasuredInline>();

  constructor(
    readonly context: BoxContext,
    readonly boxes: AtomicLayout,
  ) {}

  measure(
    contents: readonly Content[],
    style: ComputedStyle,
    atomicWidth: (item: InlineItem) => number,
  ): MeasuredInline {
    const known = this.#measured.get(contents);
    if (known) return known;
    this.context.budget.spend(contents.length);
    const measured = measureInline(collectInline(contents, style, this.context), atomicWidth);
    this.context.budget.spend(GLYPH_COST * measured.content.text.length + measured.content.items.length);
    // Objects are as wide as the space lets them: only pure text is kept.
    if (!measured.content.items.some((item) => item.kind === 'atomic')) this.#measured.set(contents, measured);
    return measured;
  }

  /** The lines of inline content; undefined if there are none (only collapsed white space). */
  lines(contents: readonly Content[], style: ComputedStyle, space: Space, floats: FloatFrame): Fragment | undefined {
    const atomic = this.#atomicExtents(space);
    const measured = this.measure(contents, style, (item) => {
      const { content } = item as AtomicItem;
      const { margin } = content.style;
      return (
        atomic(item as AtomicItem).fragment.width +
        (resolveLength(margin.left, space.width) ?? 0) +
        (resolveLength(margin.right, space.width) ?? 0)
      );
    });
    const indent = indentOf(style, space.width);
    const lineHeight = usedLineHeight(style, measured.content.root.face);
    if (!hasContent(measured)) return undefined;
    this.context.budget.spend(BREAKING_COST * measured.content.text.length);
    const breaker = new LineBreaker(measured);
    const parts: Part[] = [];
    let y = 0;
    let firstBaseline: number | undefined;
    let lastBaseline: number | undefined;
    let start = 0;
    do {
      const lineIndent = start === 0 ? indent : 0;
      const breakLine = (width: number): Line => breaker.line(start, width - lineIndent);
      const place = (line: Line, width: number): PlacedLine => {
        const shown = style.ellipsis && style.clips ? withEllipsis(breaker, line, width - lineIndent) : line;
        return placeLine({
          measured,
          line: shown,
          available: width,
          indent: lineIndent,
          align: alignOf(style, line),
          rightToLeft: style.rightToLeft,
          atomic,
          decorated: (decorations, length) => boundedDecorations(decorations, length, this.context),
        });
      };
      const beside = floats.area.hasShapes
        ? lineAlongShapes(floats, space.width, y, style.wraps, { breakLine, heightOf: (...at) => place(...at).height })
        : lineBeside(floats, space.width, y, lineHeight, breakLine);
      const { line, room, top } = beside;
      const placed = place(line, room.width);
      this.context.budget.spend(LINE_COST);
      const fragment: Fragment = {
        width: space.width,
        height: placed.height,
        firstBaseline: placed.baseline,
        lastBaseline: placed.baseline,
        parts: placed.parts,
        isLine: true,
      };
      parts.push(childPart(fragment, room.left, top));
      firstBaseline ??= top + placed.baseline;
      lastBaseline = top + placed.baseline;
      y = top + placed.height;
      start = line.next;
    } while (start < breaker.length);
    return { width: space.width, height: y, firstBaseline, lastBaseline, parts };
  }

  /** Lays out each box that stands on lines when it is first asked for. */
  #atomicExtents(space: Space): (item: AtomicItem) => AtomicExtent {
    const known = new Map<ElementContent | ImageContent, AtomicExtent>();
    return ({ content }) => {
      let extent = known.get(content);
      if (!extent) {
        extent = this.#atomicExtent(content, space);
        known.set(content, extent);
      }
      return extent;
    };
  }

  #atomicExtent(content: ElementContent | ImageContent, space: Space): AtomicExtent {
    const { margin } = content.style;
    const marginOf = (side: 'top' | 'right' | 'bottom' | 'left'): number =>
      resolveLength(margin[side], space.width) ?? 0;
    const marginTop = marginOf('top');
    const marginBottom = marginOf('bottom');
    const marginLeft = marginOf('left');
    const whole = (fragment: Fragment): AtomicExtent => {
      const height = marginTop + fragment.height + marginBottom;
      const descent = content.style.centralBaseline ? height / 2 : 0;
      return { fragment, marginLeft, marginTop, ascent: height - descent, descent };
    };
    if (content.kind === 'image') return whole(imageFragment(content, space));
    const width = this.boxes.fitWidth(content, Math.max(0, space.width - marginLeft - marginOf('right')));
    const fragment = this.boxes.independent(content, width, space);
    const table = content.style.display === 'inline-table';
    const baseline = content.style.clips ? undefined : table ? fragment.firstBaseline : fragment.lastBaseline;
    if (baseline === undefined) return whole(fragment);
    const ascent = marginTop + baseline;
    return { fragment, marginLeft, marginTop, ascent, descent: fragment.height - baseline + marginBottom };
  }
}

const hasContent = ({ content: { text, items } }: MeasuredInline): boolean =>
  items.some(
    (item) =>
      item.kind === 'atomic' ||
      item.kind === 'break' ||
      (item.kind === 'open' && item.box.leftEdge !== 0) ||
      (item.kind === 'close' && item.box.rightEdge !== 0) ||
      (item.kind === 'text' &&
        (item.box.style.whiteSpaceCollapse !== 'collapse' ||
          text.slice(item.start, item.end).trim() !== '' ||
          text.slice(item.start, item.end).includes('\u00a0'))),
  );

/** The last line of a block, and lines before a break, may be aligned in a way of their own. */
const alignOf = ({ textAlign, textAlignLast }: ComputedStyle, { forced }: Line): TextAlign =>
  forced && textAlignLast ? textAlignLast : textAlign;

/** The next line, beside the floats at its height or, where they leave its first word too little room, below them. */
function lineBeside(
  floats: FloatFrame,
  width: number,
  y: number,
  lineHeight: number,
  breakLine: (width: number) => Line,
): FittedLine {
  if (floats.area.isEmpty) return { line: breakLine(width), room: { left: 0, width }, top: y };
  let top = y;
  for (;;) {
    const room = roomAt(floats, width, top, lineHeight);
    const line = breakLine(room.width);
    const next = floats.area.nextBottom(floats.y + top + TOLERANCE);
    if (room.width >= width || line.width <= room.width + TOLERANCE || next === undefined) return { line, room, top };
    top = next - floats.y;
  }
}

const TOLERANCE = 1 / 64;

function roomAt({ area, x, y }: FloatFrame, width: number, top: number, lineHeight: number): LineRoom {
  const left = Math.max(0, area.reach('left', y + top, lineHeight) - x);
  const right = Math.max(0, area.reach('right', y + top, lineHeight) - (area.width - x - width));
  return { left, width: Math.max(0, width - left - right) };
}

const ELLIPSIS = '\u2026';

/** A line that is too long for its room, ended by an ellipsis where that still fits. */
function withEllipsis(breaker: LineBreaker, line: Line, room: number): Line {
  if (line.width <= room + TOLERANCE) return line;
  const { face, style } = breaker.measured.content.root;
  const width = face.advance(ELLIPSIS, style.fontSize);
  const end = breaker.fittingEnd(line, room - width);
  return { ...line, end, width: breaker.width(line.start, end) + width, hyphen: { text: ELLIPSIS, width } };
}
