/** The diagram inside a PNG that draw.io exported: a text chunk named mxfile or mxGraphModel. */
import { MxsvgError } from '../diagnostics.js';
import { decodeUri, inflate } from './compression.js';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const KEYWORDS: ReadonlySet<string> = new Set(['mxfile', 'mxGraphModel']);
const ORIGIN = 'The PNG';

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, index) => bytes[index] === byte);

/** The XML embedded in the PNG. Throws MxsvgError 'not-a-diagram' where there is none. */
export function diagramInPng(bytes: Uint8Array): string {
  for (const chunk of textChunks(bytes)) {
    const text = chunkText(chunk);
    // draw.io's Java exporter wrote '+' for a space, and some files are URI-encoded twice.
    if (text !== undefined) return decodeTwice(text.startsWith('%') ? text.replaceAll('+', ' ') : text);
  }
  throw new MxsvgError(
    'not-a-diagram',
    'The PNG holds no diagram: export it from draw.io with "Include a copy of my diagram".',
  );
}

interface TextChunk {
  readonly type: 'tEXt' | 'zTXt' | 'iTXt';
  readonly keyword: string;
  /** What follows the keyword's closing zero. */
  readonly data: Uint8Array;
}

function* textChunks(bytes: Uint8Array): Generator<TextChunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let position = SIGNATURE.length;
  while (position + 12 <= bytes.length) {
    const length = view.getUint32(position);
    const type = latin1(bytes.subarray(position + 4, position + 8));
    const data = bytes.subarray(position + 8, position + 8 + length);
    if (type === 'tEXt' || type === 'zTXt' || type === 'iTXt') {
      const zero = data.indexOf(0);
      if (zero > 0) yield { type, keyword: latin1(data.subarray(0, zero)), data: data.subarray(zero + 1) };
    }
    position += 12 + length;
  }
}

function chunkText(chunk: TextChunk): string | undefined {
  if (!KEYWORDS.has(chunk.keyword)) return undefined;
  const { type, data } = chunk;
  // The first byte of zTXt's data is its compression method, which is always deflate.
  if (type === 'zTXt') return utf8(inflate(data.subarray(1), ORIGIN));
  if (type === 'tEXt') return latin1(data);
  const compressed = data[0] === 1;
  const language = data.indexOf(0, 2);
  const translated = data.indexOf(0, language + 1);
  const text = data.subarray(translated + 1);
  return utf8(compressed ? inflate(text, ORIGIN) : text);
}

function decodeTwice(text: string): string {
  const once = text.startsWith('%') ? decodeUri(text) : text;
  return once.startsWith('%') ? decodeUri(once) : once;
}

const utf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** One character a byte; TextDecoder's "latin1" is Windows-1252. */
function latin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += 8192) {
    parts.push(String.fromCharCode(...bytes.subarray(start, start + 8192)));
  }
  return parts.join('');
}
