/** How narrow and how wide boxes can usefully be, by their content. */

import type { ComputedStyle } from '../html/computedStyle.js';
import type { Content, ElementContent, ImageContent } from '../html/content.js';
import { resolveLength } from '../html/lengths.js';
import type { IntrinsicWidths } from './boxContext.js';
import { borderBoxSize, boxEdges, limitWidth } from './boxSizes.js';
import { imageWidths } from './imageFragment.js';
import type { AtomicItem, InlineItem } from './inline/inlineItems.js';
import { inlineIntrinsicWidths, type MeasuredInline } from './inline/lineBreaking.js';
import type { Group } from './stretches.js';

/** What the widths of boxes with layouts of their own are, and the content of the others as it is gathered. */
export interface IntrinsicSource {
  /** The widths of a table's or flex container's content; undefined for other boxes. */
  ownLayout(content: ElementContent): IntrinsicWidths | undefined;
  /** The border box's least width of a table. */
  tableLeast(content: ElementContent): number;
  groupsOf(children: readonly Content[]): readonly Group[];
  measure(
    contents: readonly Content[],
    style: ComputedStyle,
    atomicWidth: (item: InlineItem) => number,
  ): MeasuredInline;
}

export class IntrinsicSizes {
  readonly #known = new WeakMap<readonly Content[], IntrinsicWidths>();

  constructor(readonly source: IntrinsicSource) {}

  /** The narrowest and widest border box of a block-level or atomic box. */
  of(content: ElementContent | ImageContent): IntrinsicWidths {
    const { style } = content;
    if (content.kind === 'image') return imageWidths(content);
    const table = style.display === 'table' || style.display === 'inline-table';
    const edges = boxEdges(style, 0);
    // A table counts its own edges: collapsed borders change them.
    const horizontal = table ? 0 : edges.left + edges.right;
    const declared = resolveLength(style.width, undefined);
    const inside = declared === undefined ? this.#ofContent(content) : undefined;
    let min = inside ? inside.min + horizontal : borderBoxSize(declared as number, style, horizontal);
    let max = inside ? inside.max + horizontal : min;
    if (table && !inside) min = max = Math.max(min, this.source.tableLeast(content));
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
  #ofContent(content: ElementContent): IntrinsicWidths {
    let widths = this.#known.get(content.children);
    if (!widths) {
      widths = this.source.ownLayout(content) ?? this.#ofChildren(content.children, content.style);
      this.#known.set(content.children, widths);
    }
    return widths;
  }

  #ofChildren(children: readonly Content[], style: ComputedStyle): IntrinsicWidths {
    let min = 0;
    let max = 0;
    /** The floats that stand beside the next lines. */
    let floats = 0;
    for (const group of this.source.groupsOf(children)) {
      let widths: IntrinsicWidths;
      if (group.kind === 'lines') {
        const measured = this.source.measure(group.contents, style, (item) => this.#ofAtomic(item).min);
        widths = inlineIntrinsicWidths(measured, indentOf(style, 0));
        if (measured.content.items.some((item) => item.kind === 'atomic')) {
          const widest = this.source.measure(group.contents, style, (item) => this.#ofAtomic(item).max);
          widths = { min: widths.min, max: inlineIntrinsicWidths(widest, indentOf(style, 0)).max };
        }
        widths = { min: widths.min, max: widths.max + floats };
      } else {
        const { margin } = group.content.style;
        const outside = (resolveLength(margin.left, 0) ?? 0) + (resolveLength(margin.right, 0) ?? 0);
        const inner = this.of(group.content);
        floats = group.kind === 'float' ? floats + inner.max + outside : 0;
        widths = { min: inner.min + outside, max: Math.max(inner.max + outside, floats) };
      }
      min = Math.max(min, widths.min);
      max = Math.max(max, widths.max);
    }
    return { min, max: Math.max(min, max) };
  }

  #ofAtomic(item: InlineItem): IntrinsicWidths {
    const content = (item as AtomicItem).content;
    const { margin } = content.style;
    const outside = (resolveLength(margin.left, 0) ?? 0) + (resolveLength(margin.right, 0) ?? 0);
    const { min, max } = this.of(content);
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
      const { min, max } = this.of(content);
      width = Math.max(min, Math.min(max, available));
    } else width = borderBoxSize(declared, style, horizontal);
    return limitWidth(width, style, available, horizontal);
  }
}

export const indentOf = (style: ComputedStyle, reference: number): number =>
  resolveLength(style.textIndent, reference) ?? 0;
