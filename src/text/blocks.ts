/** Block layout: blocks under each other with collapsing margins, lines of inline content, and boxes sized to fit. */

import { BlockStack, type StackedContent } from './blockStack.js';
import { blockBoxParts } from './boxPaint.js';
import { borderBoxSize, boxEdges, limitWidth, type Space } from './boxSizes.js';
import { type ComputedStyle, resolveLength, type SideName } from './computedStyle.js';
import type { Content, ElementContent, ImageContent } from './content.js';
import { flexIntrinsicWidths, layoutFlex } from './flex.js';
import { FloatArea, type FloatFrame } from './floats.js';
import { usedLineHeight } from './fontMetrics.js';
import { childPart, type Fragment, movedPart, type Part } from './fragment.js';
import { type Group, groupChildren } from './grouping.js';
import { imageBox, imageFragment } from './images.js';
import { type AtomicItem, collectInline, type InlineItem } from './inlineItems.js';
import type { IntrinsicWidths, LayoutContext } from './layoutContext.js';
import { placeLine } from './lineBoxes.js';
import type { AtomicExtent } from './lineHeights.js';
import { breakLines, inlineIntrinsicWidths, type MeasuredInline, measureInline } from './lines.js';
import { markerParts } from './listMarker.js';
import { joinStruts, type MarginStrut, NO_MARGIN, strutOf } from './marginStrut.js';
import { layoutTable, tableIntrinsicWidths } from './table.js';

export interface LaidOutBlock {
  readonly fragment: Fragment;
  readonly marginTop: MarginStrut;
  readonly marginBottom: MarginStrut;
  /** Nothing in it keeps its margins apart: they collapse through it. */
  readonly empty: boolean;
}

/** How many boxes of a label may be laid out twice: nested ones double the work at every level. */
const MOST_REPEATS = 200;

export class BlockLayout {
  readonly #groups = new WeakMap<readonly Content[], readonly Group[]>();
  #repeats = 0;
  readonly #intrinsics = new WeakMap<readonly Content[], IntrinsicWidths>();
  readonly #measured = new WeakMap<readonly Content[], MeasuredInline>();

  constructor(readonly context: LayoutContext) {}

  /** Whether a box may be laid out once more to be stretched; a label that asks for too much of it is refused. */
  mayRepeat(): boolean {
    return this.#repeats++ < MOST_REPEATS;
  }

  // ---- sizes

  /** The narrowest and widest border box of a block-level or atomic box. */
  intrinsic(content: ElementContent | ImageContent): IntrinsicWidths {
    const { style } = content;
    if (content.kind === 'image') {
      const { width } = imageBox(content, { width: 0, height: undefined });
      return { min: width, max: width };
    }
    const table = style.display === 'table' || style.display === 'inline-table';
    const edges = boxEdges(style, 0);
    // A table counts its own edges: collapsed borders change them.
    const horizontal = table ? 0 : edges.left + edges.right;
    const declared = resolveLength(style.width, undefined);
    const inside = declared === undefined ? this.#contentIntrinsic(content) : undefined;
    let min = inside ? inside.min + horizontal : borderBoxSize(declared as number, style, horizontal);
    let max = inside ? inside.max + horizontal : min;
    if (table && !inside) min = max = Math.max(min, tableIntrinsicWidths(content, this).min);
    const most = resolveLength(style.maxWidth, undefined);
    const least = resolveLength(style.minWidth, undefined);
    if (most !== undefined) {
      min = Math.min(min, borderBoxSize(most, style, horizontal));
      max = Math.min(max, borderBoxSize(most, style, horizontal));
    }
    if (least !== undefined) {
      min = Math.max(min, borderBoxSize(least, style, horizontal));
      max = Math.max(max, borderBoxSize(least, style, horizontal));
    }
    return { min, max };
  }

  /** Kept by content: boxes that shrink to fit ask for the widths of what is in them again at every level. */
  #contentIntrinsic(content: ElementContent): IntrinsicWidths {
    let widths = this.#intrinsics.get(content.children);
    if (!widths) {
      widths = this.#computeIntrinsic(content);
      this.#intrinsics.set(content.children, widths);
    }
    return widths;
  }

  #computeIntrinsic(content: ElementContent): IntrinsicWidths {
    switch (content.style.display) {
      case 'table':
      case 'inline-table':
        return tableIntrinsicWidths(content, this);
      case 'flex':
      case 'inline-flex':
        return flexIntrinsicWidths(content, this);
      default:
        return this.intrinsicOfChildren(content.children, content.style);
    }
  }

  intrinsicOfChildren(children: readonly Content[], style: ComputedStyle): IntrinsicWidths {
    let min = 0;
    let max = 0;
    /** The floats that stand beside the next lines. */
    let floats = 0;
    for (const group of this.#groupsOf(children)) {
      let widths: IntrinsicWidths;
      if (group.kind === 'lines') {
        const measured = this.#measure(group.contents, style, (item) => this.#atomicIntrinsic(item).min);
        widths = inlineIntrinsicWidths(measured, indentOf(style, 0));
        if (measured.content.items.some((item) => item.kind === 'atomic')) {
          const widest = this.#measure(group.contents, style, (item) => this.#atomicIntrinsic(item).max);
          widths = { min: widths.min, max: inlineIntrinsicWidths(widest, indentOf(style, 0)).max };
        }
        widths = { min: widths.min, max: widths.max + floats };
      } else {
        const { margin } = group.content.style;
        const outside = (resolveLength(margin.left, 0) ?? 0) + (resolveLength(margin.right, 0) ?? 0);
        const inner = this.intrinsic(group.content);
        floats = group.kind === 'float' ? floats + inner.max + outside : 0;
        widths = { min: inner.min + outside, max: Math.max(inner.max + outside, floats) };
      }
      min = Math.max(min, widths.min);
      max = Math.max(max, widths.max);
    }
    return { min, max: Math.max(min, max) };
  }

  #atomicIntrinsic(item: InlineItem): IntrinsicWidths {
    const content = (item as AtomicItem).content;
    const { margin } = content.style;
    const outside = (resolveLength(margin.left, 0) ?? 0) + (resolveLength(margin.right, 0) ?? 0);
    const { min, max } = this.intrinsic(content);
    return { min: min + outside, max: max + outside };
  }

  /** The border box's width of a box that shrinks to fit its content. */
  fitWidth(content: ElementContent, available: number): number {
    const { style } = content;
    const edges = boxEdges(style, available);
    const declared = resolveLength(style.width, available);
    const horizontal = edges.left + edges.right;
    let width: number;
    if (declared === undefined) {
      const { min, max } = this.intrinsic(content);
      width = Math.max(min, Math.min(max, available));
    } else width = borderBoxSize(declared, style, horizontal);
    return limitWidth(width, style, available, horizontal);
  }

  // ---- blocks

  /** A block-level box in normal flow. */
  block(content: ElementContent | ImageContent, space: Space, floats?: FloatFrame): LaidOutBlock {
    const { style } = content;
    const marginTop = strutOf(resolveLength(style.margin.top, space.width) ?? 0);
    const marginBottom = strutOf(resolveLength(style.margin.bottom, space.width) ?? 0);
    if (content.kind === 'image') {
      return { fragment: imageFragment(content, space), marginTop, marginBottom, empty: false };
    }
    const sideMargins =
      (resolveLength(style.margin.left, space.width) ?? 0) + (resolveLength(style.margin.right, space.width) ?? 0);
    const room = space.width - sideMargins;
    const { display } = style;
    if (display === 'table' || display === 'inline-table') {
      return { fragment: layoutTable(content, { ...space, width: room }, this), marginTop, marginBottom, empty: false };
    }
    const edges = boxEdges(style, space.width);
    const horizontal = edges.left + edges.right;
    const declared = resolveLength(style.width, space.width);
    const width = limitWidth(
      declared === undefined ? Math.max(room, horizontal) : borderBoxSize(declared, style, horizontal),
      style,
      space.width,
      horizontal,
    );
    return this.#sized(content, width, space, { marginTop, marginBottom, floats });
  }

  /** A box whose width is settled and whose margins stay its own: inline blocks, cells, items, floats. */
  independent(content: ElementContent, width: number, space: Space, height?: number): Fragment {
    if (content.style.display === 'table' || content.style.display === 'inline-table') {
      return layoutTable(content, { ...space, width }, this);
    }
    return this.#sized(content, width, space, { marginTop: NO_MARGIN, marginBottom: NO_MARGIN, height }, true).fragment;
  }

  #sized(
    content: ElementContent,
    width: number,
    space: Space,
    given: {
      readonly marginTop: MarginStrut;
      readonly marginBottom: MarginStrut;
      readonly height?: number;
      readonly floats?: FloatFrame;
    },
    isolated = false,
  ): LaidOutBlock {
    const { style } = content;
    const edges = boxEdges(style, space.width);
    const vertical = edges.top + edges.bottom;
    const declaredHeight = resolveLength(style.height, space.height);
    const declared =
      given.height ?? (declaredHeight === undefined ? undefined : borderBoxSize(declaredHeight, style, vertical));
    const contentWidth = Math.max(0, width - edges.left - edges.right);
    const inner: Space = {
      width: contentWidth,
      height: declared === undefined ? undefined : Math.max(0, declared - vertical),
    };
    const flows = isolated || style.clips;
    const flex = style.display === 'flex' || style.display === 'inline-flex';
    const outer = flows ? undefined : given.floats;
    const left = (resolveLength(style.margin.left, space.width) ?? 0) + edges.left;
    const floats: FloatFrame = outer
      ? { area: outer.area, x: outer.x + left, y: outer.y + edges.top }
      : { area: new FloatArea(contentWidth), x: 0, y: 0 };
    const children = flex
      ? { ...layoutFlex(content, inner, this), top: NO_MARGIN, bottom: NO_MARGIN, empty: false }
      : this.#children(
          content,
          inner,
          new BlockStack(!flows && edges.top === 0, !flows && edges.bottom === 0 && declared === undefined),
          floats,
        );
    // A context of its own reaches around its floats.
    const inside = flows ? Math.max(children.height, floats.area.bottom('both')) : children.height;
    let height = declared ?? inside + vertical;
    const most = resolveLength(style.maxHeight, space.height);
    const least = resolveLength(style.minHeight, space.height);
    if (most !== undefined) height = Math.min(height, borderBoxSize(most, style, vertical));
    if (least !== undefined) height = Math.max(height, borderBoxSize(least, style, vertical));
    const shiftBaseline = (baseline: number | undefined): number | undefined =>
      baseline === undefined ? undefined : baseline + edges.top;
    const parts: Part[] = [
      ...blockBoxParts(style, { x: 0, y: 0, width, height }),
      ...children.parts.map((part) => movedPart(part, edges.left, edges.top)),
    ];
    const firstBaseline = shiftBaseline(children.firstBaseline);
    if (style.display === 'list-item') parts.push(...markerParts(content, firstBaseline, edges, this.context));
    const fragment: Fragment = {
      width,
      height,
      firstBaseline,
      lastBaseline: shiftBaseline(children.lastBaseline),
      parts,
    };
    const empty = children.empty && height === 0 && !flows;
    return {
      fragment,
      marginTop: joinStruts(given.marginTop, children.top),
      marginBottom: joinStruts(given.marginBottom, children.bottom),
      empty,
    };
  }

  /** Lays out children under each other; parts are in the frame of the content box. */
  #children(content: ElementContent, space: Space, stack: BlockStack, floats: FloatFrame): StackedContent {
    const { style } = content;
    for (const group of this.#groupsOf(content.children)) {
      switch (group.kind) {
        case 'lines': {
          const lines = this.#lines(group.contents, style, space, {
            ...floats,
            y: floats.y + stack.nextTop(NO_MARGIN),
          });
          if (lines) stack.add(lines, 0, { top: NO_MARGIN, bottom: NO_MARGIN });
          break;
        }
        case 'float':
          this.#float(group.content, space, stack, floats);
          break;
        case 'block':
          this.#stackBlock(group.content, style, space, stack, floats);
          break;
      }
    }
    return stack.finish();
  }

  #stackBlock(
    child: ElementContent | ImageContent,
    parent: ComputedStyle,
    space: Space,
    stack: BlockStack,
    floats: FloatFrame,
  ): void {
    const { style } = child;
    if (style.clear !== 'none') stack.advanceTo(floats.area.bottom(style.clear) - floats.y);
    const top = stack.nextTop(strutOf(resolveLength(style.margin.top, space.width) ?? 0));
    const { fragment, marginTop, marginBottom, empty } = this.block(child, space, { ...floats, y: floats.y + top });
    const margins = { top: marginTop, bottom: marginBottom };
    if (empty) {
      stack.addEmpty(margins);
      return;
    }
    const shift = relativeShift(style, space);
    stack.add(fragment, blockLeft(style, fragment.width, space.width, parent) + shift.x, margins, shift.y);
  }

  #float(content: ElementContent | ImageContent, space: Space, stack: BlockStack, floats: FloatFrame): void {
    const { float, margin } = content.style;
    const marginOf = (side: SideName): number => resolveLength(margin[side], space.width) ?? 0;
    const outside = marginOf('left') + marginOf('right');
    const fragment =
      content.kind === 'image'
        ? imageFragment(content, space)
        : this.independent(content, this.fitWidth(content, space.width - outside), space);
    const { x, y } = floats.area.place(
      float === 'right' ? 'right' : 'left',
      fragment.width + outside,
      fragment.height + marginOf('top') + marginOf('bottom'),
      floats.y + stack.nextTop(NO_MARGIN),
    );
    stack.addApart(fragment, x - floats.x + marginOf('left'), y - floats.y + marginOf('top'));
  }

  #groupsOf(children: readonly Content[]): readonly Group[] {
    let groups = this.#groups.get(children);
    if (!groups) {
      groups = groupChildren(children);
      this.#groups.set(children, groups);
    }
    return groups;
  }

  // ---- lines

  #measure(
    contents: readonly Content[],
    style: ComputedStyle,
    atomicWidth: (item: InlineItem) => number,
  ): MeasuredInline {
    const known = this.#measured.get(contents);
    if (known) return known;
    const measured = measureInline(collectInline(contents, style, this.context), atomicWidth);
    // Objects are as wide as the space lets them: only pure text is kept.
    if (!measured.content.items.some((item) => item.kind === 'atomic')) this.#measured.set(contents, measured);
    return measured;
  }

  /** The lines of inline content; undefined if there are none (only collapsed white space). */
  #lines(contents: readonly Content[], style: ComputedStyle, space: Space, floats: FloatFrame): Fragment | undefined {
    const atomics = new Map<ElementContent | ImageContent, AtomicExtent>();
    const atomic = (item: AtomicItem): AtomicExtent => {
      let extent = atomics.get(item.content);
      if (!extent) {
        extent = this.#atomicExtent(item.content, space);
        atomics.set(item.content, extent);
      }
      return extent;
    };
    const measured = this.#measure(contents, style, (item) => {
      const { content } = item as AtomicItem;
      const { margin } = content.style;
      return (
        atomic(item as AtomicItem).fragment.width +
        (resolveLength(margin.left, space.width) ?? 0) +
        (resolveLength(margin.right, space.width) ?? 0)
      );
    });
    const indent = indentOf(style, space.width);
    const room = lineRoom(floats, space.width, usedLineHeight(style, measured.content.root.face));
    const lines = breakLines(measured, (line) => room(line).width, indent);
    const visible = lines.filter((line) => line.next > line.start);
    if (visible.length === 0 || !hasContent(measured)) return undefined;
    const parts: Part[] = [];
    let y = 0;
    let firstBaseline: number | undefined;
    let lastBaseline: number | undefined;
    for (const [index, line] of visible.entries()) {
      const placed = placeLine({
        measured,
        line,
        available: room(index).width,
        indent: index === 0 ? indent : 0,
        align: style.textAlign,
        rightToLeft: style.rightToLeft,
        atomic,
      });
      const fragment: Fragment = {
        width: space.width,
        height: placed.height,
        firstBaseline: placed.baseline,
        lastBaseline: placed.baseline,
        parts: placed.parts,
        isLine: true,
      };
      parts.push(childPart(fragment, room(index).left, y));
      firstBaseline ??= y + placed.baseline;
      lastBaseline = y + placed.baseline;
      y += placed.height;
    }
    return { width: space.width, height: y, firstBaseline, lastBaseline, parts };
  }

  #atomicExtent(content: ElementContent | ImageContent, space: Space): AtomicExtent {
    const { margin } = content.style;
    const marginOf = (side: 'top' | 'right' | 'bottom' | 'left'): number =>
      resolveLength(margin[side], space.width) ?? 0;
    const marginTop = marginOf('top');
    const marginBottom = marginOf('bottom');
    const marginLeft = marginOf('left');
    if (content.kind === 'image') {
      const fragment = imageFragment(content, space);
      return { fragment, marginLeft, marginTop, ascent: marginTop + fragment.height + marginBottom, descent: 0 };
    }
    const width = this.fitWidth(content, Math.max(0, space.width - marginLeft - marginOf('right')));
    const fragment = this.independent(content, width, space);
    const table = content.style.display === 'inline-table';
    const baseline = content.style.clips ? undefined : table ? fragment.firstBaseline : fragment.lastBaseline;
    return baseline === undefined
      ? { fragment, marginLeft, marginTop, ascent: marginTop + fragment.height + marginBottom, descent: 0 }
      : {
          fragment,
          marginLeft,
          marginTop,
          ascent: marginTop + baseline,
          descent: fragment.height - baseline + marginBottom,
        };
  }
}

const hasContent = ({ content: { text, items } }: MeasuredInline): boolean =>
  items.some(
    (item) =>
      item.kind === 'atomic' ||
      item.kind === 'break' ||
      (item.kind === 'text' &&
        (item.box.style.whiteSpaceCollapse !== 'collapse' ||
          text.slice(item.start, item.end).trim() !== '' ||
          text.slice(item.start, item.end).includes('\u00a0'))),
  );

/** Where each line of a height stands between the floats beside it. */
function lineRoom(
  { area, x, y }: FloatFrame,
  width: number,
  lineHeight: number,
): (line: number) => { readonly left: number; readonly width: number } {
  if (area.isEmpty) return () => ({ left: 0, width });
  return (line) => {
    const top = y + line * lineHeight;
    const left = Math.max(0, area.reach('left', top, lineHeight) - x);
    const right = Math.max(0, area.reach('right', top, lineHeight) - (area.width - x - width));
    return { left, width: Math.max(0, width - left - right) };
  };
}

const indentOf = (style: ComputedStyle, reference: number): number => resolveLength(style.textIndent, reference) ?? 0;

/** Where a block stands in its container: automatic margins centre it, and so does an aligning container. */
function blockLeft(style: ComputedStyle, width: number, available: number, parent: ComputedStyle): number {
  const left = resolveLength(style.margin.left, available);
  const right = resolveLength(style.margin.right, available);
  const free = available - width;
  if (left === undefined && right === undefined) return Math.max(0, free / 2);
  if (left === undefined) return Math.max(0, free - (right ?? 0));
  if (right === undefined) return left;
  if (parent.textAlign === 'block-center') return left + Math.max(0, (free - left - right) / 2);
  if (parent.textAlign === 'block-right' || parent.rightToLeft) return Math.max(left, free - right);
  return left;
}

function relativeShift(style: ComputedStyle, space: Space): { x: number; y: number } {
  if (!style.relative) return { x: 0, y: 0 };
  return { x: resolveLength(style.shift.x, space.width) ?? 0, y: resolveLength(style.shift.y, space.height) ?? 0 };
}
