/** Lines of inline content: gathered, measured, broken in the room that floats leave, and placed under each other. */
import type { Space } from './boxSizes.js';
import { type ComputedStyle, resolveLength } from './computedStyle.js';
import type { Content, ElementContent, ImageContent } from './content.js';
import type { FloatFrame } from './floats.js';
import { usedLineHeight } from './fontMetrics.js';
import { childPart, type Fragment, type Part } from './fragment.js';
import { imageFragment } from './images.js';
import { type AtomicItem, collectInline, type InlineItem } from './inlineItems.js';
import { indentOf } from './intrinsicWidths.js';
import type { LayoutContext } from './layoutContext.js';
import { placeLine } from './lineBoxes.js';
import type { AtomicExtent } from './lineHeights.js';
import { breakLines, type MeasuredInline, measureInline } from './lines.js';

/** Lays out the boxes that stand on lines. */
export interface AtomicLayout {
  fitWidth(content: ElementContent, available: number): number;
  independent(content: ElementContent, width: number, space: Space): Fragment;
}

export class InlineLayout {
  readonly #measured = new WeakMap<readonly Content[], MeasuredInline>();

  constructor(
    readonly context: LayoutContext,
    readonly boxes: AtomicLayout,
  ) {}

  measure(
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
  lines(contents: readonly Content[], style: ComputedStyle, space: Space, floats: FloatFrame): Fragment | undefined {
    const atomics = new Map<ElementContent | ImageContent, AtomicExtent>();
    const atomic = (item: AtomicItem): AtomicExtent => {
      let extent = atomics.get(item.content);
      if (!extent) {
        extent = this.#atomicExtent(item.content, space);
        atomics.set(item.content, extent);
      }
      return extent;
    };
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
    const width = this.boxes.fitWidth(content, Math.max(0, space.width - marginLeft - marginOf('right')));
    const fragment = this.boxes.independent(content, width, space);
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
