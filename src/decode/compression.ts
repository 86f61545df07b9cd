/** draw.io's compressed text: base64 around raw deflate around URI-encoded XML. */

import { MxsvgError } from '../diagnostics.js';
import { type Limits, limitExceeded } from '../limits.js';
import { percentEncoded } from '../primitives/percentEncoded.js';
import { plainBase64Bytes, toBase64 } from './base64.js';
import { joinedBytes } from './bytes.js';
import { deflatedText, inflater } from './deflate.js';
import { uriDecoded } from './uriBytes.js';

/** How much the compressed parts of an input have inflated to. A part that is read again counts once. */
export class Inflation {
  readonly #lengths = new Map<string, number>();
  #total = 0;

  constructor(readonly limits: Limits) {}

  /** How many there are. */
  get parts(): number {
    return this.#lengths.size;
  }

  /** Bytes that a part may inflate to. */
  roomFor(part: string): number {
    return this.limits.inflatedBytes - this.#total + (this.#lengths.get(part) ?? 0);
  }

  /** Bytes that a part inflated to; 0 where it hasn't been. */
  lengthOf(part: string): number {
    return this.#lengths.get(part) ?? 0;
  }

  /** Notes a part that is known already. Throws MxsvgError 'limit-exceeded' as inflating it would. */
  take(part: string, length: number, origin: string): void {
    if (length > this.roomFor(part)) throw limitExceeded(this.limits, 'inflatedBytes', origin);
    this.note(part, length);
  }

  note(part: string, length: number): void {
    const before = this.#lengths.get(part) ?? 0;
    this.#total += Math.max(0, length - before);
    this.#lengths.set(part, Math.max(before, length));
  }
}

/** Undoes draw.io's compression of a page. `origin` says in error messages what the text belongs to. */
export function decompressPage(text: string, origin: string, inflation: Inflation, part = origin): string {
  const bytes = inflate(base64Bytes(text, origin), origin, inflation, part);
  return uriDecoded(bytes) ?? decodeUri(new TextDecoder().decode(bytes));
}

/** Compresses XML as draw.io does. */
export const compressPage = (xml: string): string => toBase64(deflatedText(percentEncoded(xml)));

/**
 * Inflates raw deflate, or zlib where its header says so; stops at the limit instead of filling the memory. `part` is what
 * it is counted as, once.
 */
export function inflate(bytes: Uint8Array, origin: string, inflation: Inflation, part = origin): Uint8Array {
  const room = inflation.roomFor(part);
  const inflating = inflater(!hasZlibHeader(bytes), chunkSizeFor(bytes));
  const chunks: Uint8Array[] = [];
  let length = 0;
  inflating.onData = (chunk) => {
    const piece = chunk as Uint8Array;
    length += piece.length;
    if (length > room) throw limitExceeded(inflation.limits, 'inflatedBytes', origin);
    chunks.push(piece);
  };
  let finished = false;
  inflating.onEnd = (status) => {
    finished = status === 0;
  };
  inflating.push(bytes, true);
  if (!finished) {
    const reason = inflating.msg || 'the data ends too early';
    throw new MxsvgError('broken-page', `${origin} holds compressed data that can't be inflated (${reason}).`);
  }
  inflation.note(part, length);
  return joinedBytes(chunks);
}

/** Most pages fit into one piece: URI-encoded XML deflates to an eighth or so. */
const chunkSizeFor = ({ length }: Uint8Array): number => Math.min(256, Math.max(16, Math.ceil(length / 128))) * 1024;

/** URI decoding that leaves a text alone when it isn't URI-encoded (a bare % in XML that was never encoded). */
export function decodeUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    if (cause instanceof URIError) return text;
    throw cause;
  }
}

/** The bytes of a base64 text. Throws MxsvgError 'broken-page' for what isn't one. */
export function base64Bytes(text: string, origin: string): Uint8Array {
  const plain = plainBase64Bytes(text);
  if (plain) return plain;
  let binary: string;
  try {
    binary = atob(text);
  } catch (cause) {
    const start = text.slice(0, 20);
    const message = `${origin} is neither XML nor compressed XML: it begins with ${JSON.stringify(start)}.`;
    throw new MxsvgError('broken-page', message, { cause });
  }
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

function hasZlibHeader(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  return (first & 0x0f) === 8 && first >> 4 <= 7 && ((first << 8) | second) % 31 === 0;
}
