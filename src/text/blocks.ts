/** Block layout: blocks under each other with collapsing margins, lines of inline content, and boxes sized to fit. */
import { blockBoxParts } from './boxPaint.js';
import { AUTO, type ComputedStyle, inheritStyle, resolveLength, usedBorderWidth } from './computedStyle.js';
import {
  type Content,
  type ElementContent,
  holdsBlock,
  type ImageContent,
  isInFlow,
  isInlineLevel,
} from './content.js';
import { flexIntrinsicWidths, layoutFlex } from './flex.js';
import { childPart, type Fragment, type Part } from './fragment.js';
import { type AtomicItem, collectInline, type InlineItem } from './inlineItems.js';
import type { IntrinsicWidths, LayoutContext } from './layoutContext.js';
import { placeLine } from './lineBoxes.js';
import type { AtomicExtent } from './lineHeights.js';
import { breakLines, inlineIntrinsicWidths, type MeasuredInline, measureInline } from './lines.js';
import { markerParts } from './listMarker.js';
import { joinStruts, type MarginStrut, NO_MARGIN, strutOf, strutSize } from './marginStrut.js';
import { layoutTable, tableIntrinsicWidths } from './table.js';
import { floorUnit } from './units.js';

/** The space a box is laid out in: the containing block's content box. */
export interface Space {
  readonly width: number;
  /** Undefined where the height follows the content. */
  readonly height: number | undefined;
}

export interface LaidOutBlock {
  readonly fragment: Fragment;
  readonly marginTop: MarginStrut;
  readonly marginBottom: MarginStrut;
  /** Nothing in it keeps its margins apart: they collapse through it. */
  readonly empty: boolean;
}

/** Padding and border of each side, px. */
export interface BoxEdges {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export function boxEdges(style: ComputedStyle, reference: number): BoxEdges {
  const side = (name: 'top' | 'right' | 'bottom' | 'left'): number =>
    usedBorderWidth(style.border[name]) + floorUnit(resolveLength(style.padding[name], reference) ?? 0);
  return { top: side('top'), right: side('right'), bottom: side('bottom'), left: side('left') };
}

/** A declared width or height as the border box's size. */
export function borderBoxSize(declared: number, style: ComputedStyle, edges: number): number {
  return style.borderBox ? Math.max(declared, edges) : Math.max(0, declared) + edges;
}

type Group =
  | { readonly kind: 'lines'; readonly contents: readonly Content[] }
  | { readonly kind: 'block'; readonly content: ElementContent | ImageContent };

export class BlockLayout {
  readonly #groups = new WeakMap<readonly Content[], readonly Group[]>();
  readonly #measured = new WeakMap<readonly Content[], MeasuredInline>();

  constructor(readonly context: LayoutContext) {}

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

  #contentIntrinsic(content: ElementContent): IntrinsicWidths {
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
    for (const group of this.#groupsOf(children)) {
      let widths: IntrinsicWidths;
      if (group.kind === 'lines') {
        const measured = this.#measure(group.contents, style, (item) => this.#atomicIntrinsic(item).min);
        widths = inlineIntrinsicWidths(measured, indentOf(style, 0));
        if (measured.content.items.some((item) => item.kind === 'atomic')) {
          const widest = this.#measure(group.contents, style, (item) => this.#atomicIntrinsic(item).max);
          widths = { min: widths.min, max: inlineIntrinsicWidths(widest, indentOf(style, 0)).max };
        }
      } else {
        const { margin } = group.content.style;
        const outside = (resolveLength(margin.left, 0) ?? 0) + (resolveLength(margin.right, 0) ?? 0);
        const inner = this.intrinsic(group.content);
        widths = { min: inner.min + outside, max: inner.max + outside };
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
  block(content: ElementContent | ImageContent, space: Space): LaidOutBlock {
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
    return this.#sized(content, width, space, marginTop, marginBottom);
  }

  /** A box whose width is settled and whose margins stay its own: inline blocks, cells, items, floats. */
  independent(content: ElementContent, width: number, space: Space, height?: number): Fragment {
    if (content.style.display === 'table' || content.style.display === 'inline-table') {
      return layoutTable(content, { ...space, width }, this);
    }
    return this.#sized(content, width, space, NO_MARGIN, NO_MARGIN, true, height).fragment;
  }

  #sized(
    content: ElementContent,
    width: number,
    space: Space,
    ownTop: MarginStrut,
    ownBottom: MarginStrut,
    isolated = false,
    givenHeight?: number,
  ): LaidOutBlock {
    const { style } = content;
    const edges = boxEdges(style, space.width);
    const vertical = edges.top + edges.bottom;
    const declaredHeight = resolveLength(style.height, space.height);
    const declared =
      givenHeight ?? (declaredHeight === undefined ? undefined : borderBoxSize(declaredHeight, style, vertical));
    const contentWidth = Math.max(0, width - edges.left - edges.right);
    const inner: Space = {
      width: contentWidth,
      height: declared === undefined ? undefined : Math.max(0, declared - vertical),
    };
    const flows = isolated || style.clips;
    const flex = style.display === 'flex' || style.display === 'inline-flex';
    const children = flex
      ? { ...layoutFlex(content, inner, this), top: NO_MARGIN, bottom: NO_MARGIN, empty: false }
      : this.children(content.children, style, inner, {
          joinsTop: !flows && edges.top === 0,
          joinsBottom: !flows && edges.bottom === 0 && declared === undefined,
        });
    let height = declared ?? children.height + vertical;
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
      marginTop: joinStruts(ownTop, children.top),
      marginBottom: joinStruts(ownBottom, children.bottom),
      empty,
    };
  }

  /** Lays out children under each other; parts are in the frame of the content box. */
  children(
    children: readonly Content[],
    style: ComputedStyle,
    space: Space,
    margins: { readonly joinsTop: boolean; readonly joinsBottom: boolean },
  ): {
    readonly parts: readonly Part[];
    readonly height: number;
    readonly firstBaseline: number | undefined;
    readonly lastBaseline: number | undefined;
    readonly top: MarginStrut;
    readonly bottom: MarginStrut;
    readonly empty: boolean;
  } {
    const parts: Part[] = [];
    let y = 0;
    let pending = NO_MARGIN;
    let top = NO_MARGIN;
    let started = false;
    let firstBaseline: number | undefined;
    let lastBaseline: number | undefined;
    const settle = (): void => {
      if (!started && margins.joinsTop) top = pending;
      else y += strutSize(pending);
      pending = NO_MARGIN;
      started = true;
    };
    const baselines = (first: number | undefined, last: number | undefined): void => {
      firstBaseline ??= first === undefined ? undefined : y + first;
      if (last !== undefined) lastBaseline = y + last;
    };
    for (const group of this.#groupsOf(children)) {
      if (group.kind === 'lines') {
        const lines = this.#lines(group.contents, style, space);
        if (!lines) continue;
        settle();
        parts.push(childPart(lines, 0, y));
        baselines(lines.firstBaseline, lines.lastBaseline);
        y += lines.height;
        continue;
      }
      const laidOut = this.block(group.content, space);
      const { fragment } = laidOut;
      pending = joinStruts(pending, laidOut.marginTop);
      if (laidOut.empty) {
        pending = joinStruts(pending, laidOut.marginBottom);
        continue;
      }
      settle();
      const shift = relativeShift(group.content.style, space);
      parts.push(
        childPart(fragment, blockLeft(group.content.style, fragment.width, space.width, style) + shift.x, y + shift.y),
      );
      baselines(fragment.firstBaseline, fragment.lastBaseline);
      y += fragment.height;
      pending = laidOut.marginBottom;
    }
    if (!started && margins.joinsTop && margins.joinsBottom) {
      return { parts, height: 0, firstBaseline, lastBaseline, top: pending, bottom: NO_MARGIN, empty: true };
    }
    let bottom = NO_MARGIN;
    if (margins.joinsBottom) bottom = pending;
    else y += strutSize(pending);
    return { parts, height: Math.max(0, y), firstBaseline, lastBaseline, top, bottom, empty: !started };
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
  #lines(contents: readonly Content[], style: ComputedStyle, space: Space): Fragment | undefined {
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
    const lines = breakLines(measured, () => space.width, indent);
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
        available: space.width,
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
      parts.push(childPart(fragment, 0, y));
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

const indentOf = (style: ComputedStyle, reference: number): number => resolveLength(style.textIndent, reference) ?? 0;

function limitWidth(width: number, style: ComputedStyle, reference: number, horizontal: number): number {
  const most = resolveLength(style.maxWidth, reference);
  const least = resolveLength(style.minWidth, reference);
  let result = width;
  if (most !== undefined) result = Math.min(result, borderBoxSize(most, style, horizontal));
  if (least !== undefined) result = Math.max(result, borderBoxSize(least, style, horizontal));
  return result;
}

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

export function movedPart(part: Part, dx: number, dy: number): Part {
  if (dx === 0 && dy === 0) return part;
  switch (part.kind) {
    case 'run':
      return { kind: 'run', run: { ...part.run, x: part.run.x + dx, baseline: part.run.baseline + dy } };
    case 'box':
      return {
        kind: 'box',
        box: { ...part.box, box: { ...part.box.box, x: part.box.box.x + dx, y: part.box.box.y + dy } },
      };
    case 'image':
      return {
        kind: 'image',
        image: { ...part.image, box: { ...part.image.box, x: part.image.box.x + dx, y: part.image.box.y + dy } },
      };
    case 'formula':
      return {
        kind: 'formula',
        formula: {
          ...part.formula,
          box: { ...part.formula.box, x: part.formula.box.x + dx, y: part.formula.box.y + dy },
        },
      };
    case 'child':
      return { ...part, x: part.x + dx, y: part.y + dy };
  }
}

// ---- grouping

/** Splits children into stretches of inline content and blocks; an inline element around a block is split with it. */
function groupChildren(children: readonly Content[]): Group[] {
  const groups: Group[] = [];
  let run: Content[] = [];
  const flush = (): void => {
    if (run.length > 0) groups.push({ kind: 'lines', contents: run });
    run = [];
  };
  const visit = (content: Content): void => {
    if ((content.kind === 'element' || content.kind === 'image') && content.style.outOfFlow) return;
    if (content.kind === 'element' && content.style.display === 'contents') {
      for (const child of content.children) visit(child);
    } else if (holdsBlock(content)) {
      splitInline(content as ElementContent, visit);
    } else if (isInlineLevel(content) && isInFlow(content)) {
      run.push(content);
    } else {
      flush();
      groups.push({ kind: 'block', content: asBlock(content as ElementContent | ImageContent) });
    }
  };
  for (const child of children) visit(child);
  flush();
  return groups;
}

/** Hands on an inline element's blocks as they are, and its inline content wrapped in copies of the element. */
function splitInline(element: ElementContent, visit: (content: Content) => void): void {
  let inline: Content[] = [];
  const flush = (): void => {
    if (inline.length > 0) visit({ ...element, children: inline });
    inline = [];
  };
  for (const child of element.children) {
    if (holdsBlock(child)) {
      flush();
      splitInline(child as ElementContent, visit);
    } else if (isInlineLevel(child)) inline.push(child);
    else {
      flush();
      visit(child);
    }
  }
  flush();
}

/** Parts of a table outside one become a table around them. */
function asBlock(content: ElementContent | ImageContent): ElementContent | ImageContent {
  if (content.kind === 'image') return content;
  const { display } = content.style;
  if (!display.startsWith('table-')) return content;
  const style = { ...inheritStyle(content.style), display: 'table' as const, width: AUTO };
  return { kind: 'element', tag: 'table', style, children: [content] };
}

// ---- images

const UNKNOWN_IMAGE = { width: 16, height: 16 };

/** An image's border box: its own size, unless width and height say otherwise; one of them keeps the proportions. */
function imageBox({ style, naturalSize }: ImageContent, space: Space): { width: number; height: number } {
  const natural = naturalSize ?? UNKNOWN_IMAGE;
  const edges = boxEdges(style, space.width);
  const horizontal = edges.left + edges.right;
  const vertical = edges.top + edges.bottom;
  const ratio = natural.height > 0 ? natural.width / natural.height : 1;
  const declared = (length: number | undefined, around: number): number | undefined =>
    length === undefined ? undefined : style.borderBox ? Math.max(0, length - around) : length;
  let width = declared(resolveLength(style.width, space.width || undefined), horizontal);
  let height = declared(resolveLength(style.height, space.height), vertical);
  const widthGiven = width !== undefined;
  const heightGiven = height !== undefined;
  width ??= height === undefined ? natural.width : height * ratio;
  height ??= width / ratio;
  const most = declared(resolveLength(style.maxWidth, space.width || undefined), horizontal);
  const tallest = declared(resolveLength(style.maxHeight, space.height), vertical);
  if (most !== undefined && width > most) {
    width = most;
    if (!heightGiven) height = width / ratio;
  }
  if (tallest !== undefined && height > tallest) {
    height = tallest;
    if (!widthGiven) width = height * ratio;
  }
  return { width: width + horizontal, height: height + vertical };
}

function imageFragment(content: ImageContent, space: Space): Fragment {
  const { width, height } = imageBox(content, space);
  const { style } = content;
  const edges = boxEdges(style, space.width);
  const parts: Part[] = [...blockBoxParts(style, { x: 0, y: 0, width, height })];
  if (style.visible) {
    const box = {
      x: edges.left,
      y: edges.top,
      width: width - edges.left - edges.right,
      height: height - edges.top - edges.bottom,
    };
    if (content.formula) {
      const { drawing, runs } = content.formula;
      const set: Part[] = [{ kind: 'formula', formula: drawing }, ...runs.map((run): Part => ({ kind: 'run', run }))];
      parts.push(...set.map((part) => movedPart(part, box.x, box.y)));
    } else parts.push({ kind: 'image', image: { box, href: content.href } });
  }
  return { width, height, firstBaseline: undefined, lastBaseline: undefined, parts };
}
