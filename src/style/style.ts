/** The resolved style of one cell: every key that draw.io's style string can hold, read through typed accessors. */
import { concreteColor, swappedPair } from './color.js';
import type { ColorKey, FlagKey, NumberKey, StyleKey, TextKey } from './keys.js';

const NO_KEYS: ReadonlySet<string> = new Set();

/** A number past this is a broken file's: what is computed from it would not stay finite. */
const MAX_NUMBER = 1e9;

/**
 * A cell's style after named styles and defaults were merged. Keys whose value was 'none' are absent, as in draw.io,
 * so an accessor's fallback is what a shape uses when the key is missing or none.
 */
export class Style {
  constructor(
    readonly entries: ReadonlyMap<string, string>,
    /** The keys that the cell's style string itself set to 'none'. */
    readonly noneKeys: ReadonlySet<string> = NO_KEYS,
  ) {}

  has(key: StyleKey): boolean {
    return this.entries.has(key);
  }

  /** Tells a key set to 'none' from one that isn't set at all. */
  isNone(key: StyleKey): boolean {
    return this.noneKeys.has(key);
  }

  get(key: StyleKey): string | undefined {
    return this.entries.get(key);
  }

  /** The value of a key that data names: a stencil's colour, an image's variable. */
  own(key: string): string | undefined {
    return this.entries.get(key);
  }

  string(key: TextKey, fallback: string): string {
    return this.entries.get(key) ?? fallback;
  }

  /** A finite number (leading digits count, as in parseFloat); the fallback where there is none. */
  number(key: NumberKey, fallback: number): number {
    const value = Number.parseFloat(this.entries.get(key) ?? '');
    return Math.abs(value) <= MAX_NUMBER ? value : fallback;
  }

  /** True for '1' (or 'true'). */
  flag(key: FlagKey, fallback = false): boolean {
    const value = this.entries.get(key);
    return value === undefined ? fallback : value === '1' || value === 'true';
  }

  /**
   * The colour to paint with, or a pair of one for light and one for dark pages (see concreteColor); undefined paints
   * nothing. 'default' is a pair: white and a soft black for backgrounds, black and white for lines and text.
   */
  color(key: ColorKey, fallback?: string): string | undefined {
    const value = this.entries.get(key) ?? fallback;
    if (value === undefined) return undefined;
    const color = concreteColor(value, key);
    return color !== undefined && value === 'default' && this.#inverts(key) ? swappedPair(color) : color;
  }

  /** defaultFillColor=invert and the like: the colours for light and dark pages change places. */
  #inverts(key: string): boolean {
    return this.entries.get(`default${key.charAt(0).toUpperCase()}${key.slice(1)}`) === 'invert';
  }

  /** A copy with some keys set or (undefined) removed. */
  with(changes: { readonly [Key in StyleKey]?: string | undefined }): Style {
    const entries = new Map(this.entries);
    for (const [key, value] of Object.entries(changes)) {
      if (value === undefined) entries.delete(key);
      else entries.set(key, value);
    }
    return new Style(entries, this.noneKeys);
  }
}
