/** The diagram inside a PNG that draw.io exported: a text chunk named mxfile or mxGraphModel. */
import { MxsvgError } from '../diagnostics.js';
import { latin1 } from './bytes.js';
import { decodeUri, type Inflation, inflate } from './compression.js';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const KEYWORDS: ReadonlySet<string> = new Set(['mxfile', 'mxGraphModel']);
const ORIGIN = 'The PNG';

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, index) => bytes[index] === byte);

/** The XML embedded in the PNG. Throws MxsvgError 'not-a-diagram' where there is none. */
export function diagramInPng(bytes: Uint8Array, inflation: Inflation): string {
  for (const chunk of pngChunks(bytes)) {
    const text = chunkText(textChunk(chunk), inflation);
    // draw.io's Java exporter wrote '+' for a space, and some files are URI-encoded twice.
    if (text === undefined) continue;
    const xml = decodeTwice(text.startsWith('%') ? text.replaceAll('+', ' ') : text);
    if (xml.trimStart().startsWith('<')) return xml;
    throw new MxsvgError('not-a-diagram', 'The PNG holds no diagram: what it has in place of one isn’t XML.');
  }
  throw new MxsvgError(
    'not-a-diagram',
    'The PNG holds no diagram: export it from draw.io with "Include a copy of my diagram".',
  );
}

export interface PngChunk {
  readonly type: string;
  readonly data: Uint8Array;
  /** Where the chunk begins in the file, at its length, and where the next one does. */
  readonly start: number;
  readonly end: number;
}

/** The chunks of a PNG in order; the last one may be cut off. */
export function* pngChunks(bytes: Uint8Array): Generator<PngChunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let start = SIGNATURE.length;
  while (start + 12 <= bytes.length) {
    const length = view.getUint32(start);
    const end = start + 12 + length;
    yield { type: latin1(bytes.subarray(start + 4, start + 8)), data: bytes.subarray(start + 8, end - 4), start, end };
    start = end;
  }
}

export interface TextChunk {
  readonly type: 'tEXt' | 'zTXt' | 'iTXt';
  readonly keyword: string;
  /** What follows the keyword's closing zero. */
  readonly data: Uint8Array;
}

/** A chunk as a text chunk; undefined where it is another. */
export function textChunk({ type, data }: PngChunk): TextChunk | undefined {
  if (type !== 'tEXt' && type !== 'zTXt' && type !== 'iTXt') return undefined;
  const zero = data.indexOf(0);
  return zero > 0 ? { type, keyword: latin1(data.subarray(0, zero)), data: data.subarray(zero + 1) } : undefined;
}

/** True of a text chunk that draw.io reads a diagram from. */
export const holdsDiagram = ({ keyword }: TextChunk): boolean => KEYWORDS.has(keyword);

function chunkText(chunk: TextChunk | undefined, inflation: Inflation): string | undefined {
  if (!chunk || !holdsDiagram(chunk)) return undefined;
  const { type, data } = chunk;
  // The first byte of zTXt's data is its compression method, which is always deflate.
  if (type === 'zTXt') return utf8(inflate(data.subarray(1), ORIGIN, inflation));
  if (type === 'tEXt') return utf8OrLatin1(data);
  const compressed = data[0] === 1;
  const language = data.indexOf(0, 2);
  const translated = data.indexOf(0, language + 1);
  const text = data.subarray(translated + 1);
  return utf8(compressed ? inflate(text, ORIGIN, inflation) : text);
}

function decodeTwice(text: string): string {
  const once = text.startsWith('%') ? decodeUri(text) : text;
  return once.startsWith('%') ? decodeUri(once) : once;
}

const utf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** A tEXt chunk is Latin-1, but some tools write UTF-8 into it. */
function utf8OrLatin1(bytes: Uint8Array): string {
  const text = utf8(bytes);
  return text.includes('\ufffd') ? latin1(bytes) : text;
}
