/** A bundled archive: named entries packed into small compressed blocks, so that reading one inflates one block. */

import { BoundedCache } from '../primitives/boundedCache.js';
import { inflatedRaw } from './deflate.js';

/** The first bytes of an archive: "MXA1". */
export const ARCHIVE_MAGIC = [0x4d, 0x58, 0x41, 0x31] as const;

/** Magic and the index's compressed length (32 bits, little endian). */
export const ARCHIVE_HEADER_BYTES = 8;

/**
 * What the deflated JSON after the header says. The blocks follow it without gaps; each is raw deflate data on its own.
 */
export interface ArchiveIndex {
  /** The compressed length of each block. */
  readonly blocks: readonly number[];
  /**
   * Entry name → block, and the entry's start and length in the inflated block, bytes; or the name of an entry, of this or
   * another archive of the pack, that has the same bytes.
   */
  readonly entries: Readonly<Record<string, readonly [block: number, start: number, length: number] | string>>;
}

/** What inflated blocks that are kept may take, so that neighbours are read once, bytes. */
const KEPT_BLOCKS = 1024 * 1024;

export class Archive {
  readonly #data: Uint8Array;
  /** Where each block starts, and where the last one ends. */
  readonly #offsets: readonly number[];
  readonly #entries: ArchiveIndex['entries'];
  readonly #inflated = new BoundedCache<number, Uint8Array>(KEPT_BLOCKS, ({ length }) => length);

  private constructor(data: Uint8Array, index: ArchiveIndex, start: number) {
    this.#data = data;
    const offsets = [start];
    for (const length of index.blocks) offsets.push((offsets[offsets.length - 1] as number) + length);
    this.#offsets = offsets;
    this.#entries = index.entries;
  }

  /** Reads the index. Throws when the bytes aren't an archive. */
  static open(data: Uint8Array): Archive {
    if (data.length < ARCHIVE_HEADER_BYTES || ARCHIVE_MAGIC.some((byte, i) => data[i] !== byte)) {
      throw new Error('not an asset archive: its first bytes differ');
    }
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    const end = ARCHIVE_HEADER_BYTES + view.getUint32(4, true);
    const index: ArchiveIndex = JSON.parse(
      new TextDecoder().decode(inflatedRaw(data.subarray(ARCHIVE_HEADER_BYTES, end))),
    );
    return new Archive(data, index, end);
  }

  /** What it takes at most with what it keeps, bytes. */
  get size(): number {
    return this.#data.length + KEPT_BLOCKS;
  }

  names(): readonly string[] {
    return Object.keys(this.#entries);
  }

  /** Another entry's name, where that one has the bytes. */
  sameAs(name: string): string | undefined {
    const place = Object.hasOwn(this.#entries, name) ? this.#entries[name] : undefined;
    return typeof place === 'string' ? place : undefined;
  }

  /** The bytes that the archive itself has. */
  entry(name: string): Uint8Array | undefined {
    const place = Object.hasOwn(this.#entries, name) ? this.#entries[name] : undefined;
    if (place === undefined || typeof place === 'string') return undefined;
    const [block, start, length] = place;
    return this.#block(block).subarray(start, start + length);
  }

  #block(number: number): Uint8Array {
    const [start, end] = [this.#offsets[number], this.#offsets[number + 1]];
    return this.#inflated.remember(number, () => inflatedRaw(this.#data.subarray(start, end)));
  }
}
