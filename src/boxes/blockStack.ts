/** Stacks the boxes of a block under each other, their vertical margins collapsing as CSS lets them. */
import type { ElementContent } from '../html/content.js';
import { childPart, type Fragment, movedPart, type Part } from './fragment.js';
import { joinStruts, type MarginStrut, NO_MARGIN, strutSize } from './marginStrut.js';

/** What a block's children come to; parts are in the frame of its content box. */
/** What stands in a box, in the frame of its content. */
export interface Stacked {
  readonly parts: readonly Part[];
  readonly height: number;
  readonly firstBaseline: number | undefined;
  readonly lastBaseline: number | undefined;
}

export interface StackedContent extends Stacked {
  /** Margins of the first and last child that become the block's own. */
  readonly top: MarginStrut;
  readonly bottom: MarginStrut;
  readonly empty: boolean;
}

export class BlockStack {
  readonly #parts: Part[] = [];
  #y = 0;
  #pending = NO_MARGIN;
  #top = NO_MARGIN;
  #started = false;
  #firstBaseline: number | undefined;
  #lastBaseline: number | undefined;

  constructor(
    /** Whether the first child's top margin, and the last one's bottom margin, reach out of the block. */
    readonly joinsTop: boolean,
    readonly joinsBottom: boolean,
  ) {}

  /** Where a box with that top margin would begin. */
  nextTop(margin: MarginStrut): number {
    if (!this.#started && this.joinsTop) return this.#y;
    return this.#y + strutSize(joinStruts(this.#pending, margin));
  }

  add(
    fragment: Fragment,
    x: number,
    margins: { readonly top: MarginStrut; readonly bottom: MarginStrut },
    dy = 0,
  ): void {
    this.#pending = joinStruts(this.#pending, margins.top);
    if (!this.#started && this.joinsTop) this.#top = this.#pending;
    else this.#y += strutSize(this.#pending);
    this.#started = true;
    this.#parts.push(childPart(fragment, x, this.#y + dy));
    if (fragment.firstBaseline !== undefined) this.#firstBaseline ??= this.#y + fragment.firstBaseline;
    if (fragment.lastBaseline !== undefined) this.#lastBaseline = this.#y + fragment.lastBaseline;
    this.#y += fragment.height;
    this.#pending = margins.bottom;
  }

  /** A box without height: its margins meet those around it. */
  addEmpty(margins: { readonly top: MarginStrut; readonly bottom: MarginStrut }): void {
    this.#pending = joinStruts(joinStruts(this.#pending, margins.top), margins.bottom);
  }

  /** A box out of the stack's flow, at a place of its own. */
  addApart(fragment: Fragment, x: number, y: number): void {
    this.#parts.push(childPart(fragment, x, y));
  }

  /** Marks where a box that is taken out of the flow would begin. */
  addAnchor(content: ElementContent): void {
    this.#parts.push({ kind: 'anchor', content, x: 0, y: this.nextTop(NO_MARGIN) });
  }

  /** Leaves room down to `y`, as a box cleared of floats does. */
  advanceTo(y: number): void {
    if (y <= this.nextTop(NO_MARGIN)) return;
    this.#started = true;
    this.#y = y;
    this.#pending = NO_MARGIN;
  }

  finish(): StackedContent {
    const baselines = { firstBaseline: this.#firstBaseline, lastBaseline: this.#lastBaseline };
    const parts = this.#parts;
    if (!this.#started && this.joinsTop && this.joinsBottom) {
      return { parts, height: 0, ...baselines, top: this.#pending, bottom: NO_MARGIN, empty: true };
    }
    const height = Math.max(0, this.joinsBottom ? this.#y : this.#y + strutSize(this.#pending));
    const bottom = this.joinsBottom ? this.#pending : NO_MARGIN;
    return { parts, height, ...baselines, top: this.#top, bottom, empty: !this.#started };
  }
}

/** The same content further down in its box. */
export function movedDown<T extends Stacked>(content: T, by: number): T {
  if (by === 0) return content;
  const { parts, height, firstBaseline, lastBaseline } = content;
  const below = (baseline: number | undefined): number | undefined =>
    baseline === undefined ? undefined : baseline + by;
  return {
    ...content,
    parts: parts.map((part) => movedPart(part, 0, by)),
    height: height + by,
    firstBaseline: below(firstBaseline),
    lastBaseline: below(lastBaseline),
  };
}
