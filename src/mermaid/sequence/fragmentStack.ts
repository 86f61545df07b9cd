/** Fragments that are open while a sequence diagram is laid out: each stands around what is added in it. */

import { rect } from '../../geometry/plane.js';
import { largest, smallest } from '../../primitives/lists.js';
import type { OpenFrame, SequenceBounds } from './bounds.js';
import type { Columns } from './columns.js';
import type { Spans } from './ends.js';
import type { FragmentKind, SequenceEvent } from './events.js';
import type { Fragment, Section } from './picture.js';
import type { SequenceSettings } from './settings.js';
import type { SequenceTexts } from './texts.js';

interface OpenFragment {
  readonly id: string;
  readonly kind: FragmentKind;
  readonly text: string;
  readonly color: string | undefined;
  readonly frame: OpenFrame;
  readonly place: number;
  readonly sections: Section[];
}

export class FragmentStack {
  readonly #columns: Columns;
  readonly #rooms: Spans['conditions'];
  readonly #settings: SequenceSettings;
  readonly #texts: SequenceTexts;
  readonly #bounds: SequenceBounds;
  readonly #placed: (Fragment | undefined)[] = [];
  readonly #open: OpenFragment[] = [];

  constructor(
    columns: Columns,
    rooms: Spans['conditions'],
    settings: SequenceSettings,
    texts: SequenceTexts,
    bounds: SequenceBounds,
  ) {
    this.#columns = columns;
    this.#rooms = rooms;
    this.#settings = settings;
    this.#texts = texts;
    this.#bounds = bounds;
  }

  open(event: Extract<SequenceEvent, { readonly kind: 'open' }>): void {
    const { boxMargin, boxTextMargin } = this.#settings;
    this.#bounds.down(boxMargin);
    const condition = this.#condition(event, event.text);
    const place = this.#placed.push(undefined) - 1;
    const { id, fragment: kind, color } = event;
    const frame = this.#bounds.openFrame();
    this.#open.push({ id, kind, text: condition.text, color, frame, place, sections: [] });
    this.#bounds.down(boxMargin + condition.height + (kind === 'rect' ? 0 : boxTextMargin));
  }

  divide(event: Extract<SequenceEvent, { readonly kind: 'divide' }>): void {
    const { boxMargin, boxTextMargin } = this.#settings;
    this.#bounds.down(boxMargin + boxTextMargin);
    const condition = this.#condition(event, event.text);
    this.#open.at(-1)?.sections.push({ y: this.#bounds.y, text: condition.text });
    this.#bounds.down(boxMargin + condition.height);
  }

  close(): void {
    const open = this.#open.pop();
    if (!open) return;
    const { id, kind, text, color, sections, place, frame } = open;
    this.#bounds.closeFrame();
    const all = this.#columns.columns.flatMap(({ x, width }) => [x, x + width]);
    const { top } = frame;
    // Nothing is in it: it stands across the diagram.
    const { left = smallest(all, 0), right = largest(all, 0), bottom = Math.max(top, this.#bounds.y) } = frame;
    this.#placed[place] = { id, kind, text, color, box: rect(left, top, right - left, bottom - top), sections };
  }

  closeAll(): void {
    while (this.#open.length > 0) this.close();
  }

  /** Outer before inner. */
  placed(): readonly Fragment[] {
    return this.#placed.filter((fragment) => fragment !== undefined);
  }

  /** A condition in brackets, with the lines that its fragment has room for, and its height, px. */
  #condition(event: SequenceEvent, text: string): { readonly text: string; readonly height: number } {
    const room = this.#rooms.get(event);
    if (text === '' || room === undefined) return { text, height: 0 };
    const wrapped = this.#texts.wrap(`[${text}]`, room - 2 * this.#settings.wrapPadding);
    return { text: wrapped, height: Math.max(this.#texts.extent(wrapped).height, this.#settings.labelBoxHeight) };
  }
}
