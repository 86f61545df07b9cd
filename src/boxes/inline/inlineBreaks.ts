/** Where lines of inline content may be broken: what its text allows, its elements' white space, and about objects. */

import { applyWordBreak, breakOpportunities } from '../../shaping/linebreak.js';
import type { InlineBox, InlineContent, InlineItem } from './inlineItems.js';

/** 1 where a line may be broken before the character. */
export interface Breaks {
  readonly lines: Uint8Array;
  /** The same for the narrowest that content can be: an object stays with an opening bracket or the like before it. */
  readonly narrowest: Uint8Array;
}

export function findBreaks({ text, items }: InlineContent, itemAt: readonly (InlineItem | undefined)[]): Breaks {
  const allowed = breakOpportunities(text);
  let objects = false;
  for (const item of items) {
    if (item.kind === 'atomic') {
      objects = true;
      if (!isSpace(text[item.end])) allowed[item.end] = 1;
    }
    if (item.kind !== 'text') continue;
    const { wordBreak, whiteSpaceCollapse } = item.box.style;
    if (wordBreak === 'break-all' || wordBreak === 'keep-all') {
      applyWordBreak(allowed, text, item.start, item.end, wordBreak);
    }
    if (whiteSpaceCollapse === 'break-spaces') {
      for (let i = item.start; i < item.end; i++) if (text[i] === ' ') allowed[i + 1] = 1;
    }
  }
  const narrowest = objects ? Uint8Array.from(allowed) : allowed;
  for (const item of items) if (item.kind === 'atomic') allowed[item.start] = 1;
  for (const breaks of new Set([allowed, narrowest])) withinWrapping(breaks, text, itemAt);
  return { lines: allowed, narrowest };
}

const isSpace = (character: string | undefined): boolean => character === ' ' || character === '\t';

/** Takes away the breaks that elements which don't wrap have in them. */
function withinWrapping(breaks: Uint8Array, text: string, itemAt: readonly (InlineItem | undefined)[]): void {
  for (let i = 1; i < text.length; i++) {
    if (breaks[i] === 0) continue;
    const left = itemAt[i - 1];
    const right = itemAt[i];
    if (left && right && !wrapsBetween(left.box, right.box, text[i - 1] === ' ')) breaks[i] = 0;
  }
}

/**
 * Whether a line wraps between two characters: the element of the first one decides. Where it doesn't wrap, but ends
 * there, those around it that go on do, unless it ends in a space: that is where the line would be broken.
 */
function wrapsBetween(left: InlineBox, right: InlineBox, afterSpace: boolean): boolean {
  if (left.style.wraps) return true;
  if (left === right || afterSpace) return false;
  const around = new Set<InlineBox>();
  for (let box: InlineBox | undefined = right; box; box = box.parent) around.add(box);
  for (let box: InlineBox | undefined = left; box && !around.has(box); box = box.parent) {
    if (box.parent?.style.wraps) return true;
  }
  return false;
}
