/** A bounded memory of what has been computed, for results that depend on nothing but their key. */

/**
 * Keeps what was asked for lately: values of at least `limit` in weight and at most of twice as much; a value weighs 1
 * unless it is said otherwise. When the younger half is full, the older half, of which nothing was asked for
 * meanwhile, is dropped.
 */
export class BoundedCache<Value> {
  #young = new Map<string, { readonly value: Value; readonly weight: number }>();
  #old = new Map<string, { readonly value: Value; readonly weight: number }>();
  #weight = 0;

  constructor(readonly limit: number) {}

  get(key: string): Value | undefined {
    const young = this.#young.get(key);
    if (young) return young.value;
    const old = this.#old.get(key);
    if (old) this.set(key, old.value, old.weight);
    return old?.value;
  }

  /** The key must not be known yet. */
  set(key: string, value: Value, weight = 1): void {
    if (weight > this.limit) return;
    if (this.#weight + weight > this.limit) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#weight = 0;
    }
    this.#young.set(key, { value, weight });
    this.#weight += weight;
  }
}
