/** Flex containers as labels use them: items in one row or column, grown, shrunk and aligned. */

import type { ComputedStyle } from '../html/computedStyle.js';
import { type Content, type ElementContent, isInFlow, isInlineLevel } from '../html/content.js';
import { inheritStyle } from '../html/initialStyle.js';
import { AUTO, type Length, resolveLength } from '../html/lengths.js';
import { largest } from '../primitives/lists.js';
import type { BlockLayout } from './blocks.js';
import type { IntrinsicWidths } from './boxContext.js';
import { borderBoxSize, boxEdges, type Space } from './boxSizes.js';
import { childPart, type Fragment, type Part } from './fragment.js';

const items = new WeakMap<ElementContent, readonly ElementContent[]>();

/** The items of a container: its elements, and stretches of loose text wrapped in blocks. */
function itemsOf(container: ElementContent): readonly ElementContent[] {
  let found = items.get(container);
  if (!found) {
    found = collectItems(container);
    items.set(container, found);
  }
  return found;
}

function collectItems({ children, style }: ElementContent): ElementContent[] {
  const result: ElementContent[] = [];
  let loose: Content[] = [];
  const flush = (): void => {
    const blank = loose.every((content) => content.kind === 'text' && content.text.trim() === '');
    if (!blank) result.push(block(style, loose));
    loose = [];
  };
  for (const child of children) {
    if (!isInFlow(child) && child.kind === 'element' && child.style.outOfFlow) continue;
    if (child.kind === 'element') {
      flush();
      result.push(
        isInlineLevel(child) ? { ...child, style: { ...child.style, display: blockDisplay(child.style) } } : child,
      );
    } else if (child.kind === 'image') {
      flush();
      // An item is a block: nothing is kept free below the image for letters that reach lower.
      const image = { ...child, style: { ...child.style, display: 'block' as const } };
      const wrapper = block(style, [image]);
      result.push({ ...wrapper, style: { ...wrapper.style, flex: child.style.flex } });
    } else loose.push(child);
  }
  flush();
  return result;
}

const block = (parent: ComputedStyle, children: readonly Content[]): ElementContent => ({
  kind: 'element',
  tag: 'div',
  style: { ...inheritStyle(parent), display: 'block' },
  children,
});

function blockDisplay({ display }: ComputedStyle): ComputedStyle['display'] {
  return display === 'inline-flex' ? 'flex' : display === 'inline-table' ? 'table' : 'block';
}

const sideMargins = ({ margin }: ComputedStyle): number =>
  (resolveLength(margin.left, 0) ?? 0) + (resolveLength(margin.right, 0) ?? 0);

const endMargins = ({ margin }: ComputedStyle): number =>
  (resolveLength(margin.top, 0) ?? 0) + (resolveLength(margin.bottom, 0) ?? 0);

export function flexIntrinsicWidths(container: ElementContent, layout: BlockLayout): IntrinsicWidths {
  const { flex } = container.style;
  let min = 0;
  let max = 0;
  const all = itemsOf(container);
  for (const item of all) {
    const widths = layout.intrinsic(item);
    const outside = sideMargins(item.style);
    if (flex.column) {
      min = Math.max(min, widths.min + outside);
      max = Math.max(max, widths.max + outside);
    } else {
      min = flex.wrap ? Math.max(min, widths.min + outside) : min + widths.min + outside;
      max += widths.max + outside;
    }
  }
  const gaps = flex.column ? 0 : flex.columnGap * Math.max(0, all.length - 1);
  return { min: min + (flex.wrap ? 0 : gaps), max: max + gaps };
}

interface FlexContent {
  readonly parts: readonly Part[];
  readonly height: number;
  readonly firstBaseline: number | undefined;
  readonly lastBaseline: number | undefined;
}

export function layoutFlex(container: ElementContent, space: Space, layout: BlockLayout): FlexContent {
  const all = itemsOf(container);
  return container.style.flex.column
    ? layoutColumn(container, all, space, layout)
    : layoutRows(container, all, space, layout);
}

/** Where the free space of an axis goes: before the first item, and between items. */
function justification(value: string, free: number, count: number): { before: number; between: number } {
  const word = value.replace(/^(unsafe|safe)\s+/, '');
  if (word === 'center') return { before: free / 2, between: 0 };
  if (word === 'flex-end' || word === 'end' || word === 'right') return { before: free, between: 0 };
  if (free <= 0) return { before: 0, between: 0 };
  if (word === 'space-between') return { before: 0, between: count > 1 ? free / (count - 1) : 0 };
  if (word === 'space-around') return { before: free / count / 2, between: free / count };
  if (word === 'space-evenly') return { before: free / (count + 1), between: free / (count + 1) };
  return { before: 0, between: 0 };
}

function crossOffset(align: string, free: number): number {
  const word = align.replace(/^(unsafe|safe)\s+/, '');
  if (word === 'center') return free / 2;
  return word === 'flex-end' || word === 'end' ? free : 0;
}

const isOnBaseline = (align: string): boolean => align.endsWith('baseline');

/** Of an item without a line, its lower edge. */
const baselineOf = ({ firstBaseline, height }: Fragment): number => firstBaseline ?? height;

/** How far the items that are aligned by their baselines reach above and below the one that they share. */
function sharedBaseline(
  items: readonly { readonly item: ElementContent; readonly fragment: Fragment }[],
  container: ElementContent,
): { readonly ascent: number; readonly descent: number } {
  let ascent = 0;
  let descent = 0;
  for (const { item, fragment } of items) {
    if (!isOnBaseline(alignOf(item, container))) continue;
    const above = (resolveLength(item.style.margin.top, 0) ?? 0) + baselineOf(fragment);
    ascent = Math.max(ascent, above);
    descent = Math.max(descent, fragment.height + endMargins(item.style) - above);
  }
  return { ascent, descent };
}

const isStretched = (align: string, { style }: ElementContent): boolean =>
  (align === 'normal' || align === 'stretch') && style.height.kind === 'auto';

const alignOf = (item: ElementContent, container: ElementContent): string =>
  item.style.flex.alignSelf === 'auto' ? container.style.flex.align : item.style.flex.alignSelf;

function layoutRows(
  container: ElementContent,
  all: readonly ElementContent[],
  space: Space,
  layout: BlockLayout,
): FlexContent {
  const { flex } = container.style;
  const parts: Part[] = [];
  let y = 0;
  let baseline: number | undefined;
  for (const line of flexLines(container, all, space, layout)) {
    const widths = mainSizes(line, space.width - flex.columnGap * (line.length - 1), layout);
    const fragments = line.map((item, i) => {
      const width = widths[i] as number;
      return layout.independent(item, width, { width: space.width, height: space.height });
    });
    const shared = sharedBaseline(
      line.map((item, i) => ({ item, fragment: fragments[i] as Fragment })),
      container,
    );
    const tallest = largest(
      fragments.map((fragment, i) => fragment.height + endMargins((line[i] as ElementContent).style)),
      shared.ascent + shared.descent,
    );
    const height = flex.wrap ? tallest : Math.max(tallest, space.height ?? 0);
    const used = widths.reduce((sum, width, i) => sum + width + sideMargins((line[i] as ElementContent).style), 0);
    const { before, between } = justification(
      flex.justify,
      space.width - used - flex.columnGap * (line.length - 1),
      line.length,
    );
    let x = before;
    for (const [i, item] of line.entries()) {
      let fragment = fragments[i] as Fragment;
      const align = alignOf(item, container);
      const stretched = height - endMargins(item.style);
      if (isStretched(align, item) && fragment.height < stretched && layout.mayRepeat()) {
        fragment = layout.independent(item, fragment.width, { width: space.width, height: space.height }, stretched);
      }
      const top = isOnBaseline(align)
        ? shared.ascent - baselineOf(fragment)
        : (resolveLength(item.style.margin.top, 0) ?? 0) +
          crossOffset(align, height - fragment.height - endMargins(item.style));
      const left = resolveLength(item.style.margin.left, 0) ?? 0;
      parts.push(childPart(fragment, x + left, y + top));
      baseline ??= fragment.firstBaseline === undefined ? undefined : y + top + fragment.firstBaseline;
      x += fragment.width + sideMargins(item.style) + between + flex.columnGap;
    }
    y += height + flex.rowGap;
  }
  const height = Math.max(0, y - (all.length > 0 ? flex.rowGap : 0));
  return { parts, height, firstBaseline: baseline, lastBaseline: baseline };
}

function flexLines(
  container: ElementContent,
  all: readonly ElementContent[],
  space: Space,
  layout: BlockLayout,
): ElementContent[][] {
  if (!container.style.flex.wrap) return all.length > 0 ? [[...all]] : [];
  const lines: ElementContent[][] = [];
  let room = 0;
  for (const item of all) {
    const width = basis(item, space.width, layout) + sideMargins(item.style);
    const line = lines[lines.length - 1];
    if (line && width <= room) line.push(item);
    else {
      lines.push([item]);
      room = space.width;
    }
    room -= width + container.style.flex.columnGap;
  }
  return lines;
}

function basis(item: ElementContent, available: number, layout: BlockLayout): number {
  const { style } = item;
  const declared = resolveLength(style.flex.basis, available) ?? resolveLength(style.width, available);
  if (declared === undefined) return layout.intrinsic(item).max;
  const { left, right } = boxEdges(style, available);
  return borderBoxSize(declared, style, left + right);
}

/** The items' widths: from their basis, grown or shrunk by their factors; what reaches its limit leaves the rest to others. */
function mainSizes(line: readonly ElementContent[], available: number, layout: BlockLayout): number[] {
  const bases = line.map((item) => basis(item, available, layout));
  const limits = line.map((item) => mainLimits(item, available, layout));
  const limited = (width: number, i: number): number => {
    const { least, most } = limits[i] as MainLimits;
    return Math.max(least, Math.min(most, width));
  };
  const room = available - line.reduce((sum, item) => sum + sideMargins(item.style), 0);
  const grows = bases.reduce((sum, width, i) => sum + limited(width, i), 0) < room;
  const factorOf = ({ style }: ElementContent, i: number): number =>
    grows ? style.flex.grow : style.flex.shrink * (bases[i] as number);
  const sizes = bases.map((width, i) => (factorOf(line[i] as ElementContent, i) === 0 ? limited(width, i) : width));
  const open = new Set(line.keys());
  for (const [i, item] of line.entries()) if (factorOf(item, i) === 0) open.delete(i);
  // Each round settles an item.
  for (let round = 0; open.size > 0 && round < line.length; round++) {
    const free = room - sizes.reduce((sum, width, i) => sum + (open.has(i) ? (bases[i] as number) : width), 0);
    const weight = [...open].reduce((sum, i) => sum + factorOf(line[i] as ElementContent, i), 0);
    // Factors of less than one in all leave some of the room free.
    const shared = grows && weight < 1 ? free * weight : free;
    const wanted = new Map(
      [...open].map((i) => [i, (bases[i] as number) + (shared * factorOf(line[i] as ElementContent, i)) / weight]),
    );
    const excess = [...wanted].reduce((sum, [i, width]) => sum + limited(width, i) - width, 0);
    for (const [i, width] of wanted) {
      const used = limited(width, i);
      sizes[i] = used;
      const settled = excess === 0 || (excess > 0 ? used > width : used < width);
      if (settled) open.delete(i);
    }
  }
  return sizes;
}

interface MainLimits {
  readonly least: number;
  readonly most: number;
}

/** An item isn't made narrower than its content, unless it clips it or is declared narrower. */
function mainLimits(item: ElementContent, available: number, layout: BlockLayout): MainLimits {
  const { style } = item;
  const edges = boxEdges(style, available);
  const horizontal = edges.left + edges.right;
  const declared = (length: Length): number | undefined => {
    const value = resolveLength(length, available);
    return value === undefined ? undefined : borderBoxSize(value, style, horizontal);
  };
  const content = style.clips
    ? 0
    : Math.min(
        layout.intrinsic({ ...item, style: { ...style, width: AUTO } }).min,
        declared(style.width) ?? Number.POSITIVE_INFINITY,
      );
  return { least: declared(style.minWidth) ?? content, most: declared(style.maxWidth) ?? Number.POSITIVE_INFINITY };
}

function layoutColumn(
  container: ElementContent,
  all: readonly ElementContent[],
  space: Space,
  layout: BlockLayout,
): FlexContent {
  const { flex } = container.style;
  const fragments = all.map((item) => {
    const align = alignOf(item, container);
    const stretched = (align === 'normal' || align === 'stretch') && item.style.width.kind === 'auto';
    const room = space.width - sideMargins(item.style);
    return layout.independent(item, stretched ? room : layout.fitWidth(item, room), space);
  });
  const used =
    fragments.reduce((sum, fragment, i) => sum + fragment.height + endMargins((all[i] as ElementContent).style), 0) +
    flex.rowGap * Math.max(0, all.length - 1);
  const { before, between } = justification(flex.justify, Math.max(0, (space.height ?? used) - used), all.length);
  const parts: Part[] = [];
  let y = before;
  let baseline: number | undefined;
  for (const [i, item] of all.entries()) {
    const fragment = fragments[i] as Fragment;
    const top = y + (resolveLength(item.style.margin.top, 0) ?? 0);
    const left =
      (resolveLength(item.style.margin.left, 0) ?? 0) +
      crossOffset(alignOf(item, container), space.width - fragment.width - sideMargins(item.style));
    parts.push(childPart(fragment, left, top));
    baseline ??= fragment.firstBaseline === undefined ? undefined : top + fragment.firstBaseline;
    y += fragment.height + endMargins(item.style) + between + flex.rowGap;
  }
  return { parts, height: Math.max(used, space.height ?? 0), firstBaseline: baseline, lastBaseline: baseline };
}
