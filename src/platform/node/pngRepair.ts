/** Mends PNG images whose checksums are wrong: browsers draw them all the same, resvg refuses them. */
import { constants, deflateSync, inflateRawSync } from 'node:zlib';
import { checksum } from '../../write/file/checksum.js';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
  readonly sound: boolean;
}

/** The image with right checksums; undefined where nothing is wrong, or too much to read it. */
export function repairedPng(png: Buffer): Buffer | undefined {
  const chunks = readChunks(png);
  if (!chunks || chunks.every(({ sound }) => sound)) return undefined;
  const compressed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const pixels = inflatedLeniently(compressed);
  if (!pixels) return undefined;
  const written = chunks.flatMap(({ type, data }, i) => {
    if (type !== 'IDAT') return [writeChunk(type, data)];
    const first = chunks.findIndex((chunk) => chunk.type === 'IDAT') === i;
    return first ? [writeChunk('IDAT', deflateSync(pixels))] : [];
  });
  return Buffer.concat([SIGNATURE, ...written]);
}

/** The pixels of an image that is as large as a picture may be. */
const MOST_BYTES = 512 * 1024 * 1024;

function readChunks(png: Buffer): Chunk[] | undefined {
  if (!png.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return undefined;
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at + 12 <= png.length; ) {
    const end = at + 8 + png.readUInt32BE(at);
    if (end + 4 > png.length) return undefined;
    const sound = checksum(png.subarray(at + 4, end)) === png.readUInt32BE(end);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, end), sound });
    at = end + 4;
  }
  return chunks;
}

/** The pixels of zlib data; its header and its own checksum aren't looked at. */
function inflatedLeniently(data: Buffer): Buffer | undefined {
  try {
    return inflateRawSync(data.subarray(2), {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: MOST_BYTES,
    });
  } catch {
    // Broken beyond its checksums: the image is left out, as resvg leaves it out.
    return undefined;
  }
}

function writeChunk(type: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(data.length + 12);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  data.copy(chunk, 8);
  chunk.writeUInt32BE(checksum(chunk.subarray(4, data.length + 8)), data.length + 8);
  return chunk;
}
