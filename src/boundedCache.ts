/** A bounded memory of what has been computed, for results that depend on nothing but their key. */

/**
 * Keeps what was asked for lately: at least `limit` values and at most twice as many. When the younger half is full,
 * the older half, of which nothing was asked for meanwhile, is dropped.
 */
export class BoundedCache<Value> {
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();

  constructor(readonly limit: number) {}

  get(key: string): Value | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: string, value: Value): void {
    if (this.#young.size >= this.limit) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
  }
}
