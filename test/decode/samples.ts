/** Builds compressed pages and PNG files for tests. */
import { deflateRaw } from 'pako';
import type { MxsvgError } from '../../src/diagnostics.js';

/** A page as draw.io compresses it. */
export const compressPage = (xml: string): string => btoa(String.fromCharCode(...deflateRaw(encodeURIComponent(xml))));

/** The head of a PNG with one text chunk. */
export function pngWith(type: 'tEXt' | 'zTXt' | 'iTXt', keyword: string, data: Uint8Array): Uint8Array {
  const header = new Uint8Array(13);
  const text = new Uint8Array([...ascii(keyword), 0, ...data]);
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  return new Uint8Array([
    ...signature,
    ...chunk('IHDR', header),
    ...chunk(type, text),
    ...chunk('IEND', new Uint8Array()),
  ]);
}

/** A chunk whose checksum is left at zero: readers of text chunks don't look at it. */
function chunk(type: string, data: Uint8Array): number[] {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, data.length);
  return [...length, ...ascii(type), ...data, 0, 0, 0, 0];
}

const ascii = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));

/** What the action throws. */
export function thrown(action: () => unknown): MxsvgError {
  try {
    action();
  } catch (error) {
    return error as MxsvgError;
  }
  throw new Error('nothing was thrown');
}
