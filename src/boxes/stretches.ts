/** Splits the children of a block into stretches of inline content and blocks. */

import type { ComputedStyle } from '../html/computedStyle.js';
import {
  type Content,
  type ElementContent,
  holdsBlock,
  type ImageContent,
  isInFlow,
  isInlineLevel,
} from '../html/content.js';
import { inheritStyle } from '../html/initialStyle.js';
import { AUTO, px } from '../html/lengths.js';
import { append } from '../primitives/lists.js';

/** A float stands before the line that it was met in, and so does a box that is taken out of the flow. */
export type Group =
  | { readonly kind: 'positioned'; readonly content: ElementContent }
  | {
      readonly kind: 'float';
      readonly content: ElementContent | ImageContent;
      /** The text before it on its line, which it may leave too little room for. */
      readonly after?: readonly Content[];
    }
  | { readonly kind: 'lines'; readonly contents: readonly Content[] }
  | { readonly kind: 'block'; readonly content: ElementContent | ImageContent };

/** How many pieces of text before a float are measured. */
const MOST_BEFORE = 50;

const BLOCK_TAGS = /^(div|p|ul|ol|dl|table|pre|blockquote|section|article|header|footer|figure|h[1-6]|hr|center)$/;

/** Splits children into stretches of inline content and blocks; an inline element around a block is split with it. */
export function groupChildren(children: readonly Content[]): Group[] {
  const groups: Group[] = [];
  let run: Content[] = [];
  /** What was met below the lines before it, and stands there unless more lines follow. */
  let waiting: Group[] = [];
  const flush = (): void => {
    if (run.length > 0) groups.push({ kind: 'lines', contents: run });
    run = [];
    append(groups, waiting);
    waiting = [];
  };
  const visit = (content: Content): void => {
    const apart = apartGroup(content);
    if (apart && standsBelow(apart, run)) waiting.push(apart);
    else if (apart)
      groups.push(
        apart.kind === 'float' && run.length > 0 && run.length <= MOST_BEFORE ? { ...apart, after: [...run] } : apart,
      );
    else if (content.kind === 'element' && content.style.display === 'contents') {
      for (const child of content.children) visit(child);
    } else if (holdsBlock(content)) {
      splitInline(content as ElementContent, visit);
    } else if (isInlineLevel(content) && isInFlow(content)) {
      append(groups, waiting);
      append(groups, apartInside(content));
      waiting = [];
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

/** Whether a box apart begins below what stands before it: blocks out of the flow do, and floats after a line break. */
function standsBelow(apart: Group, run: readonly Content[]): boolean {
  const last = run[run.length - 1];
  if (!last) return false;
  if (apart.kind === 'positioned') return BLOCK_TAGS.test(apart.content.tag);
  return endsWithBreak(last);
}

function endsWithBreak(content: Content): boolean {
  if (content.kind === 'break') return true;
  const last = content.kind === 'element' ? content.children[content.children.length - 1] : undefined;
  return last !== undefined && endsWithBreak(last);
}

/** A float or a box out of the flow as a group of its own; undefined for what flows. */
function apartGroup(content: Content): Group | undefined {
  if (content.kind !== 'element' && content.kind !== 'image') return undefined;
  if (content.style.outOfFlow) {
    const block: ElementContent = content.kind === 'element' ? content : imageBlock(content);
    return { kind: 'positioned', content: block };
  }
  return content.style.float === 'none' ? undefined : { kind: 'float', content };
}

/** The same of what stands in an inline element. */
function apartInside(content: Content): Group[] {
  if (content.kind !== 'element' || content.style.display !== 'inline') return [];
  return content.children.flatMap((child) => apartGroup(child) ?? apartInside(child));
}

/** A block around an image that is taken out of the flow. */
function imageBlock(image: ImageContent): ElementContent {
  const style = { ...inheritStyle(image.style), display: 'block' as const, outOfFlow: true, inset: image.style.inset };
  const flowing = { ...image, style: { ...image.style, outOfFlow: false, display: 'block' as const } };
  return { kind: 'element', tag: 'div', style, children: [flowing] };
}

/**
 * Hands on an inline element's blocks as they are, and what is around them wrapped in copies of the element: the first has
 * its left edge, the last its right one, and all of them their height where there is a line at all.
 */
function splitInline(element: ElementContent, visit: (content: Content) => void): void {
  let inline: Content[] = [];
  let opened = false;
  const flush = (last: boolean): void => {
    const style = withoutSides(element.style, [
      ...(opened ? (['left'] as const) : []),
      ...(last ? [] : (['right'] as const)),
    ]);
    visit({ ...element, style, children: inline });
    inline = [];
    opened = true;
  };
  for (const child of element.children) {
    if (holdsBlock(child)) {
      flush(false);
      splitInline(child as ElementContent, visit);
    } else if (isInlineLevel(child)) inline.push(child);
    else {
      flush(false);
      visit(child);
    }
  }
  flush(true);
}

type Side = 'left' | 'right';

const NO_BORDER = { width: 0, style: 'none', color: undefined } as const;

function withoutSides(style: ComputedStyle, sides: readonly Side[]): ComputedStyle {
  const { margin, padding, border } = style;
  const none = <T>(value: T): Partial<Record<Side, T>> => Object.fromEntries(sides.map((side) => [side, value]));
  return {
    ...style,
    margin: { ...margin, ...none(px(0)) },
    padding: { ...padding, ...none(px(0)) },
    border: { ...border, ...none(NO_BORDER) },
  };
}

/** Parts of a table outside one become a table around them. */
function asBlock(content: ElementContent | ImageContent): ElementContent | ImageContent {
  if (content.kind === 'image') return content;
  const { display } = content.style;
  if (!display.startsWith('table-')) return content;
  const style = { ...inheritStyle(content.style), display: 'table' as const, width: AUTO };
  return { kind: 'element', tag: 'table', style, children: [content] };
}
