/** Breaks measured inline content into lines, greedily, as Chromium does. */

import { ceilUnit } from '../../html/layoutUnits.js';
import { graphemesFrom } from '../../primitives/textSegments.js';
import { bidiLevels } from '../../shaping/bidi.js';
import { type Breaks, findBreaks } from './inlineBreaks.js';
import { edgeWidth, type InlineBox, type InlineContent, type InlineItem } from './inlineItems.js';
import { measureText } from './measureInline.js';

/** A line as a range of the text; `end` leaves out what hangs or collapses at its end, `next` is where the next one begins. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
  /** Of what counts: hanging spaces are left out, px. */
  readonly width: number;
  /** Ended by a line feed or the content's end rather than by wrapping. */
  readonly forced: boolean;
  /** Shown at the end of a line that is broken at a soft hyphen; its width is part of the line's. */
  readonly hyphen?: Hyphen;
}

export interface Hyphen {
  readonly text: string;
  readonly width: number;
}

const SOFT_HYPHEN = 0xad;
const HYPHEN = 0x2010;

/** The hyphen that a line shows if it is broken before `end`, which a soft hyphen allows. */
function hyphenAt({ content: { text }, itemAt }: MeasuredInline, end: number): Hyphen | undefined {
  if (end >= text.length || text.charCodeAt(end - 1) !== SOFT_HYPHEN || itemAt[end]?.kind === 'break') return undefined;
  const item = itemAt[end - 1];
  if (item?.kind !== 'text') return undefined;
  const hyphen = item.face.hasGlyph(HYPHEN) ? String.fromCodePoint(HYPHEN) : '-';
  return { text: hyphen, width: ceilUnit(item.face.advance(hyphen, item.box.style.fontSize)) };
}

/** How far a line reaches past its available width before it is broken: Chromium's smallest unit. */
const EPSILON = 1 / 64;

/** Inline content with what breaking it needs, computed once. */
export interface MeasuredInline {
  readonly content: InlineContent;
  /** The advance of each UTF-16 unit: glyphs and objects, without the edges of inline boxes. */
  readonly advances: Float64Array;
  /** Edges of inline boxes that open before, or close after, a character. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Where a line may be broken. */
  readonly breaks: Breaks;
  /** The direction of each character, where not all run left to right. */
  readonly levels: Uint8Array | undefined;
  /** The text item of each character; undefined for objects and line feeds. */
  readonly itemAt: readonly (InlineItem | undefined)[];
}

export function measureInline(content: InlineContent, atomicWidth: (item: InlineItem) => number): MeasuredInline {
  const { text, items } = content;
  const advances = measureText(content);
  if (text.includes('\t')) alignTabs(content, advances);
  const before = new Float64Array(text.length + 1);
  const after = new Float64Array(text.length + 1);
  const levels = withOverrides(bidiLevels(text, content.root.style.rightToLeft), content);
  const levelAt = levelsOf(levels, content);
  const itemAt: (InlineItem | undefined)[] = new Array<InlineItem | undefined>(text.length);
  for (const item of items) {
    switch (item.kind) {
      case 'text':
        for (let i = item.start; i < item.end; i++) itemAt[i] = item;
        break;
      case 'atomic':
        itemAt[item.start] = item;
        advances[item.start] = atomicWidth(item);
        break;
      case 'break':
        itemAt[item.start] = item;
        break;
      case 'open':
        before[item.start] = (before[item.start] as number) + edgeWidth(item.box, true, levelAt(item.start));
        break;
      case 'close':
        if (item.start === 0) before[0] = (before[0] as number) + edgeWidth(item.box, false, levelAt(0));
        else {
          const width = edgeWidth(item.box, false, levelAt(item.start - 1));
          after[item.start - 1] = (after[item.start - 1] as number) + width;
        }
        break;
      case 'float':
        break;
    }
  }
  return {
    content,
    advances,
    before,
    after,
    breaks: findBreaks(content, itemAt),
    levels,
    itemAt,
  };
}

/** The level at an index of the text, or at its end that of what is before. */
export function levelsOf(levels: Uint8Array | undefined, { text, root }: InlineContent): (index: number) => number {
  const usual = root.style.rightToLeft ? 1 : 0;
  return (index) => levels?.[Math.min(index, text.length - 1)] ?? usual;
}

/** The levels with those of text whose element gives all of its characters one direction (bdo). */
function withOverrides(levels: Uint8Array | undefined, { text, items }: InlineContent): Uint8Array | undefined {
  let changed = levels;
  for (const item of items) {
    if (item.kind !== 'text') continue;
    const direction = overriddenDirection(item.box);
    if (direction === undefined) continue;
    changed ??= new Uint8Array(text.length);
    changed.fill(direction === 'rtl' ? 1 : 2, item.start, item.end);
  }
  return changed;
}

function overriddenDirection(box: InlineBox): 'ltr' | 'rtl' | undefined {
  for (let current: InlineBox | undefined = box; current; current = current.parent) {
    if (current.style.overridesDirection) return current.style.rightToLeft ? 'rtl' : 'ltr';
  }
  return undefined;
}

/** A tab reaches to the next tab stop after the last line feed. */
function alignTabs({ text, items }: InlineContent, advances: Float64Array): void {
  let x = 0;
  for (const item of items) {
    if (item.kind === 'break') x = 0;
    if (item.kind !== 'text') continue;
    const stop = item.box.style.tabSize * item.face.advance(' ', item.box.style.fontSize);
    for (let i = item.start; i < item.end; i++) {
      if (text[i] === '\t') advances[i] = stop > 0 ? stop - (x % stop) : 0;
      x += advances[i] as number;
    }
  }
}

const SPACE = 0x20;
const TAB = 0x09;
const IDEOGRAPHIC_SPACE = 0x3000;

/** What lines are broken for: to be placed, or to find the narrowest or widest that content can usefully be. */
export type Purpose = 'lines' | 'narrowest' | 'widest';

/** Breaks content into lines of a width, px (Infinity: only at line feeds). */
function breakLines(measured: MeasuredInline, width: number, indent: number, purpose: Purpose): Line[] {
  const breaker = new LineBreaker(measured, purpose);
  const lines: Line[] = [];
  let start = 0;
  do {
    const line = breaker.line(start, lines.length === 0 ? width - indent : width);
    lines.push(line);
    start = line.next;
  } while (start < breaker.length);
  return lines;
}

export class LineBreaker {
  readonly #text: string;
  /** The width of the text before each index, box edges included. */
  readonly #sums: Float64Array;

  constructor(
    readonly measured: MeasuredInline,
    readonly purpose: Purpose = 'lines',
  ) {
    this.#text = measured.content.text;
    const { advances, before, after } = measured;
    const sums = new Float64Array(this.#text.length + 1);
    for (let i = 0; i < this.#text.length; i++) {
      sums[i + 1] = (sums[i] as number) + (before[i] as number) + (advances[i] as number) + (after[i] as number);
    }
    this.#sums = sums;
  }

  get length(): number {
    return this.#text.length;
  }

  /** The line that begins at `start` and has that much room, px. */
  line(start: number, room: number): Line {
    const limit = room + EPSILON;
    const { breaks, itemAt } = this.measured;
    const breakable = this.purpose === 'narrowest' ? breaks.narrowest : breaks.lines;
    let fitting = start;
    for (let i = start; i < this.#text.length; i++) {
      const item = itemAt[i];
      if (item?.kind === 'break') {
        if (!this.#fits(start, i, limit)) return this.#overflow(start, fitting, i, limit);
        return this.#lineTo(start, i, i + 1, limit);
      }
      if (i === start) continue;
      if (breakable[i] === 1) {
        if (!this.#fits(start, i, limit)) return this.#overflow(start, fitting, i, limit);
        fitting = i;
      } else if (fitting === start && this.#breaksAnywhere(item) && !this.#fits(start, i, limit)) {
        return this.#overflow(start, fitting, i, limit);
      }
    }
    if (!this.#fits(start, this.#text.length, limit)) return this.#overflow(start, fitting, this.#text.length, limit);
    return this.#lineTo(start, this.#text.length, this.#text.length, limit);
  }

  /** What stands between `fitting` and `to` is too wide for the line. */
  #overflow(start: number, fitting: number, to: number, limit: number): Line {
    if (fitting > start) return this.#lineTo(start, fitting, fitting);
    const inside = this.#breakInside(start, to, limit);
    if (inside > start) return this.#lineTo(start, inside, inside);
    const feed = this.measured.itemAt[to]?.kind === 'break';
    if (feed) return this.#lineTo(start, to, to + 1, limit);
    return to === this.#text.length ? this.#lineTo(start, to, to, limit) : this.#lineTo(start, to, to);
  }

  /** Where a word that is too long is broken between characters; `start` if it may not be. */
  #breakInside(start: number, to: number, limit: number): number {
    const { itemAt } = this.measured;
    let last = start;
    for (const i of graphemesFrom(this.#text, start, to)) {
      if (i === start || !this.#breaksAnywhere(itemAt[i])) continue;
      if (!this.#fits(start, i, limit)) return last > start ? last : i;
      last = i;
    }
    return last;
  }

  /** In the narrowest width, overflow-wrap: break-word does not count (anywhere does). */
  #breaksAnywhere(item: InlineItem | undefined): boolean {
    if (item?.kind !== 'text') return false;
    const { wraps, overflowWrap, wordBreak } = item.box.style;
    if (!wraps) return false;
    return (
      overflowWrap === 'anywhere' ||
      wordBreak === 'break-word' ||
      (overflowWrap === 'break-word' && this.purpose !== 'narrowest')
    );
  }

  #fits(start: number, end: number, limit: number): boolean {
    return (
      limit === Number.POSITIVE_INFINITY ||
      this.width(start, this.#trimmedEnd(start, end)) + (hyphenAt(this.measured, end)?.width ?? 0) <= limit
    );
  }

  /** How much of a line fits into a room, broken between any two characters; at least its first one. */
  fittingEnd({ start, end }: Line, room: number): number {
    let last = start;
    for (const i of graphemesFrom(this.#text, start, end)) {
      if (i > start && this.width(start, i) > room) break;
      last = i;
    }
    return last > start ? last : Math.min(end, start + 1);
  }

  width(start: number, end: number): number {
    return end <= start ? 0 : (this.#sums[end] as number) - (this.#sums[start] as number);
  }

  /** Where a line that ends at `end` stops counting: spaces at its end hang or collapse, unless they are kept. */
  #trimmedEnd(start: number, end: number): number {
    let i = end;
    while (i > start && this.#vanishes(i - 1)) i--;
    return i;
  }

  #vanishes(index: number): boolean {
    const code = this.#text.charCodeAt(index);
    if (code !== SPACE && code !== TAB && (code !== IDEOGRAPHIC_SPACE || this.purpose !== 'lines')) return false;
    const style = this.measured.itemAt[index]?.box.style;
    return (
      style?.whiteSpaceCollapse !== 'break-spaces' && (style?.whiteSpaceCollapse !== 'preserve' || style.wraps === true)
    );
  }

  /** `limit`: the room of a line that is ended by a line feed or the content's end. */
  #lineTo(start: number, end: number, next: number, limit?: number): Line {
    const trimmed = this.#trimmedEnd(start, end);
    const hyphen = limit === undefined ? hyphenAt(this.measured, trimmed) : undefined;
    // Of elements that open at the text's end, or close behind a line feed.
    const opened = next === this.#text.length ? (this.measured.before[next] as number) : 0;
    const edges = opened + (next > end && limit !== undefined ? (this.measured.after[next - 1] as number) : 0);
    const lead = this.purpose === 'narrowest' ? this.#widthBefore(start) : 0;
    const width = snappedWidth(this.measured, start, trimmed, lead) + edges + (hyphen?.width ?? 0);
    const hanging = limit === undefined ? 0 : Math.min(this.#keptWidth(trimmed, end), Math.max(0, limit - width));
    return { start, end: trimmed, next, width: width + hanging, forced: limit !== undefined, hyphen };
  }

  /** How much text of an item stands before a line that begins inside it, px. */
  #widthBefore(start: number): number {
    const { itemAt, before, levels } = this.measured;
    const item = itemAt[start];
    if (item?.kind !== 'text' || start === item.start || levels) return 0;
    return this.width(item.start, start) - (before[item.start] as number);
  }

  /** Preserved spaces before a line feed or the content's end count as far as there is room for them. */
  #keptWidth(from: number, to: number): number {
    const kept = this.purpose !== 'narrowest' && this.measured.itemAt[to - 1]?.box.style.whiteSpaceCollapse;
    return kept === 'preserve' ? snappedWidth(this.measured, from, to) : 0;
  }
}

/**
 * A line's width as Chromium adds it up: each item rounded up to a layout unit. For the narrowest width it takes text from
 * the place where it begins in its item, `lead` px from the item's start, to where it ends, each rounded up: such a word
 * can be a unit narrower than by itself.
 */
export function snappedWidth(
  { advances, before, after, itemAt }: MeasuredInline,
  start: number,
  end: number,
  lead = 0,
): number {
  let total = -ceilUnit(lead);
  let sum = lead;
  let current = itemAt[start];
  for (let i = start; i < end; i++) {
    const item = itemAt[i];
    if (item !== current) {
      total += ceilUnit(sum);
      sum = 0;
      current = item;
    }
    sum += advances[i] as number;
    total += (before[i] as number) + (after[i] as number);
  }
  return total + ceilUnit(sum);
}

/** The width of the widest stretch that can't be broken, and of the longest line if nothing wraps. */
export function inlineIntrinsicWidths(measured: MeasuredInline, indent: number): { min: number; max: number } {
  const widest = (lines: readonly Line[]): number =>
    lines.reduce((width, line, index) => Math.max(width, line.width + (index === 0 ? indent : 0)), 0);
  const max = widest(breakLines(measured, Number.POSITIVE_INFINITY, indent, 'widest'));
  return { min: widest(breakLines(measured, 0, 0, 'narrowest')), max };
}
