/** Mends PNG images whose checksums are wrong: browsers draw them all the same, resvg refuses them. */
import { deflate, Inflate } from 'pako';
import { joinedBytes } from '../../decode/bytes.js';
import { checksum } from '../file/checksum.js';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
  readonly sound: boolean;
}

/** The image with right checksums; undefined where nothing is wrong, or too much to read it. */
export function repairedPng(png: Uint8Array): Uint8Array | undefined {
  const chunks = readChunks(png);
  if (!chunks || chunks.every(({ sound }) => sound)) return undefined;
  const compressed = joinedBytes(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const pixels = inflatedLeniently(compressed);
  if (!pixels) return undefined;
  const first = chunks.findIndex(({ type }) => type === 'IDAT');
  const written = chunks.flatMap(({ type, data }, i) => {
    if (type !== 'IDAT') return [writeChunk(type, data)];
    return first === i ? [writeChunk('IDAT', deflate(pixels))] : [];
  });
  return joinedBytes([Uint8Array.from(SIGNATURE), ...written]);
}

/** The pixels of an image that is as large as a picture may be. */
const MOST_BYTES = 512 * 1024 * 1024;

function readChunks(png: Uint8Array): Chunk[] | undefined {
  if (SIGNATURE.some((byte, i) => png[i] !== byte)) return undefined;
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at + 12 <= png.length; ) {
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > png.length) return undefined;
    const sound = checksum(png.subarray(at + 4, end)) === view.getUint32(end);
    chunks.push({ type: String.fromCharCode(...png.subarray(at + 4, at + 8)), data: png.subarray(at + 8, end), sound });
    at = end + 4;
  }
  return chunks;
}

/** The pixels of zlib data, as far as it goes; its header and its own checksum aren't looked at. */
function inflatedLeniently(data: Uint8Array): Uint8Array | undefined {
  const inflater = new Inflate({ raw: true, chunkSize: 1024 * 1024 });
  const pieces: Uint8Array[] = [];
  let length = 0;
  inflater.onData = (piece) => {
    length += (piece as Uint8Array).length;
    if (length > MOST_BYTES) throw new TooLong();
    pieces.push(piece as Uint8Array);
  };
  try {
    // Data that is cut off gives what there is of it.
    inflater.push(data.subarray(2), FLUSH);
  } catch (error) {
    if (!(error instanceof TooLong)) throw error;
    return undefined;
  }
  // Broken beyond its checksums: the image is left out, as resvg leaves it out.
  return inflater.err < 0 && inflater.err !== OUT_OF_DATA ? undefined : joinedBytes(pieces);
}

class TooLong extends Error {}

/** zlib's own numbers: Z_SYNC_FLUSH and Z_BUF_ERROR. */
const FLUSH = 2;
const OUT_OF_DATA = -5;

function writeChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(data.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) chunk[4 + i] = type.charCodeAt(i);
  chunk.set(data, 8);
  view.setUint32(data.length + 8, checksum(chunk.subarray(4, data.length + 8)));
  return chunk;
}
