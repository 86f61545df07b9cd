/** The markup of text blocks that was written before: equal labels share a block, from one drawing to the next. */
import type { TextBlock } from '../../drawing/textBlock.js';
import { BoundedCache } from '../../primitives/boundedCache.js';

/** What the markup that is remembered may take, bytes. */
const KEPT_MARKUP = 24 * 1024 * 1024;

export class BlockMarkup {
  readonly #known = new BoundedCache<string, string>(KEPT_MARKUP, ({ length }) => 2 * length);
  /** Blocks have no names of their own; one that nobody holds any longer is never asked for again. */
  readonly #numbers = new WeakMap<TextBlock, number>();
  #count = 0;

  /** A block's markup. `key`: all else that it depends on. */
  remember(block: TextBlock, key: string, write: () => string): string {
    const number = this.#numbers.get(block);
    if (number !== undefined) return this.#known.remember(`${number} ${key}`, write);
    // What is seen for the first time is seldom seen again.
    this.#numbers.set(block, this.#count);
    this.#count += 1;
    return write();
  }
}
