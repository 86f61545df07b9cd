/** Puts a diagram's XML into its PNG in the form that draw.io opens again. */

import { deflate } from 'pako';
import { joinedBytes } from '../../decode/bytes.js';
import { holdsDiagram, isPng, type PngChunk, pngChunks, textChunk } from '../../decode/png.js';
import { percentEncoded } from '../../primitives/percentEncoded.js';
import { checksum } from './checksum.js';

/**
 * The PNG with the diagram before its pixels, URI-encoded, twice: in a tEXt chunk "mxfile", as draw.io's editor writes and
 * reads it, and in a zTXt chunk "mxGraphModel", as draw.io desktop's command and the export server do. Chunks with a diagram
 * that are there already are left out. Throws RangeError for bytes that are no PNG.
 */
export function embedInPng(png: Uint8Array, xml: string): Uint8Array {
  const text = percentEncoded(xml);
  // A zero for the one way of compressing that there is.
  const compressed = joinedBytes([ascii('mxGraphModel\0\0'), deflate(ascii(text))]);
  const chunks = [textChunkBytes('mxfile', text), chunkBytes('zTXt', compressed)];
  return withChunks(png, chunks, (chunk) => !isDiagram(chunk));
}

/** The PNG with a text chunk more before its pixels. The text is ASCII. Throws RangeError for bytes that are no PNG. */
export const addPngText = (png: Uint8Array, keyword: string, text: string): Uint8Array =>
  withChunks(png, [textChunkBytes(keyword, text)], () => true);

/** The PNG with a chunk more before its pixels. Throws RangeError for bytes that are no PNG. */
export const addPngChunk = (png: Uint8Array, type: string, data: Uint8Array): Uint8Array =>
  withChunks(png, [chunkBytes(type, data)], () => true);

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

const textChunkBytes = (keyword: string, text: string): Uint8Array => chunkBytes('tEXt', ascii(`${keyword}\0${text}`));

function withChunks(png: Uint8Array, added: readonly Uint8Array[], keeps: (chunk: PngChunk) => boolean): Uint8Array {
  const chunks = isPng(png) ? [...pngChunks(png)] : [];
  const first = chunks.findIndex(({ type }) => type === 'IDAT');
  if (first === -1) throw new RangeError('The bytes are no PNG with pixels.');
  const part = ({ start, end }: PngChunk): Uint8Array => png.subarray(start, end);
  const kept = (some: readonly PngChunk[]): Uint8Array[] => some.filter(keeps).map(part);
  const signature = png.subarray(0, chunks[0]?.start);
  return joinedBytes([signature, ...kept(chunks.slice(0, first)), ...added, ...kept(chunks.slice(first))]);
}

function isDiagram(chunk: PngChunk): boolean {
  const text = textChunk(chunk);
  return text !== undefined && holdsDiagram(text);
}

function chunkBytes(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, checksum(bytes.subarray(4, data.length + 8)));
  return bytes;
}
