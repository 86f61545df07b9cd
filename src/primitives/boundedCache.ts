/** A bounded memory of what has been computed, for results that depend on nothing but their key. */

/** What an entry takes beside its key and its value, bytes. */
const ENTRY = 120;

interface Entry<Value> {
  readonly value: Value;
  readonly size: number;
}

/**
 * Keeps what was asked for lately in at most so many bytes, keys counted, by what `sizeOf` says that values take: half
 * of them at least, unless there is less. When the younger half is full, the older half, of which nothing was asked for
 * meanwhile, is dropped. What takes more than a half is not kept.
 */
export class BoundedCache<Key extends string | number, Value> {
  #young = new Map<Key, Entry<Value>>();
  #old = new Map<Key, Entry<Value>>();
  #size = 0;

  constructor(
    readonly bytes: number,
    readonly sizeOf: (value: Value) => number,
  ) {}

  /** Undefined where it isn't known, or known as undefined. */
  get(key: Key): Value | undefined {
    return this.#entry(key)?.value;
  }

  /** Keeps a value in place of the one that was known. */
  set(key: Key, value: Value): void {
    this.#add(ownCopy(key), value);
  }

  /** The value that is known for a key, or else is made. What is made of a text has to be made of the one it is given. */
  remember(key: Key, make: (key: Key) => Value): Value {
    const known = this.#entry(key);
    if (known) return known.value;
    const own = ownCopy(key);
    const value = make(own);
    this.#add(own, value);
    return value;
  }

  #add(key: Key, value: Value): void {
    this.#keep(key, { value, size: ENTRY + (typeof key === 'string' ? 2 * key.length : 8) + this.sizeOf(value) });
  }

  #entry(key: Key): Entry<Value> | undefined {
    const young = this.#young.get(key);
    if (young) return young;
    const old = this.#old.get(key);
    if (old) this.#keep(key, old);
    return old;
  }

  #keep(key: Key, entry: Entry<Value>): void {
    this.#size -= this.#young.get(key)?.size ?? 0;
    this.#young.delete(key);
    const half = this.bytes / 2;
    if (entry.size > half) {
      this.#old.delete(key);
      return;
    }
    if (this.#size + entry.size > half) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#size = 0;
    }
    this.#young.set(key, entry);
    this.#size += entry.size;
  }
}

/** The same text in memory of its own: a part of a text is a window on it, and keeps all of it there. */
export function ownCopy<Text extends string | number>(text: Text): Text {
  return typeof text === 'string' ? (` ${text}`.slice(1) as Text) : text;
}

/** About what plain data takes, bytes. */
export function dataSize(data: unknown): number {
  if (typeof data === 'string') return 2 * data.length + 16;
  if (typeof data !== 'object' || data === null) return 8;
  if (ArrayBuffer.isView(data)) return data.byteLength + 64;
  let size = 32;
  if (data instanceof Map) for (const [key, value] of data) size += 40 + dataSize(key) + dataSize(value);
  else for (const value of Object.values(data)) size += 8 + dataSize(value);
  return size;
}
