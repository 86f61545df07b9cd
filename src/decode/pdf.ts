/** The diagram inside a PDF that draw.io exported: an attached file, or the document's Subject. */
import { MxsvgError } from '../diagnostics.js';
import { DEFAULT_LIMITS, requireWithin } from '../limits.js';
import { latin1 } from './bytes.js';
import { base64Bytes, decodeUri, Inflation, inflate } from './compression.js';

const ORIGIN = 'The PDF';

/** A file has one Subject, and one more each time it was changed. */
const MAX_SUBJECTS = 16;

/** Deflate makes data this much smaller at most. */
const MAX_DEFLATE_RATIO = 1032;

/**
 * The text of the file inside the PDF. draw.io attaches it since 2022, with the media type of its files; before, it wrote
 * it URI-encoded as the Subject of the document's information. Throws MxsvgError 'not-a-diagram' where there is none.
 */
export function diagramInPdf(bytes: Uint8Array, inflation = new Inflation(DEFAULT_LIMITS)): string {
  const objects = new PdfObjects(bytes, inflation);
  const found = objects.attachedDiagram() ?? objects.subject();
  if (found !== undefined) return found;
  if (objects.isEncrypted) {
    throw new MxsvgError(
      'not-a-diagram',
      'The PDF is encrypted, so a diagram inside can’t be found: decrypt it first.',
    );
  }
  throw new MxsvgError(
    'not-a-diagram',
    'The PDF holds no diagram: export it from draw.io with "Include a copy of my diagram".',
  );
}

interface PdfObject {
  /** The object without its stream, one character a byte. */
  readonly text: string;
  /** The stream as it is stored; undefined where the object has none. */
  readonly stream: Uint8Array | undefined;
}

/**
 * The objects of a PDF by number, found by their "n g obj" rather than by the file's index: indexes come in several
 * forms, and what is looked for stands in few objects.
 */
class PdfObjects {
  readonly #bytes: Uint8Array;
  readonly #text: string;
  readonly #objects = new Map<string, PdfObject>();
  #inflated = 0;

  constructor(
    bytes: Uint8Array,
    readonly inflation: Inflation,
  ) {
    this.#bytes = bytes;
    this.#text = latin1(bytes);
    this.#findObjects();
    this.#openObjectStreams();
  }

  get isEncrypted(): boolean {
    return /\/Encrypt\s+\d+\s+\d+\s+R/.test(this.#text);
  }

  /** A stream with the media type of draw.io's files, or else a stream of any type that is attached and holds XML. */
  attachedDiagram(): string | undefined {
    const attached = [...this.#objects.values()].filter(
      ({ text, stream }) => stream !== undefined && /\/EmbeddedFile\b|vnd\.jgraph\.mxfile/.test(text),
    );
    const marked = attached.filter(({ text }) => text.includes('vnd.jgraph.mxfile'));
    for (const each of [...marked, ...attached]) {
      const text = diagramText(this.#decodedStream(each));
      if (text !== undefined) return text;
    }
    return undefined;
  }

  subject(): string | undefined {
    let candidates = 0;
    for (const { text } of [...this.#objects.values(), { text: this.#text }]) {
      for (const match of text.matchAll(/\/Subject\s*(?=[(<]|\d+\s+\d+\s+R)/g)) {
        candidates += 1;
        if (candidates > MAX_SUBJECTS) return undefined;
        const found = diagramText(this.#stringAt(text, match.index + match[0].length));
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  #findObjects(): void {
    const heads = [...this.#text.matchAll(/(?<![\d.])(\d{1,10})\s+\d{1,5}\s+obj\b/g)];
    let within = 0;
    heads.forEach((head, index) => {
      // What looks like an object inside a stream is none.
      if (head.index < within) return;
      const start = head.index + head[0].length;
      const next = heads[index + 1]?.index ?? this.#text.length;
      const { object, end } = this.#objectAt(start, next);
      within = end;
      // A later object of the same number replaces an earlier one: PDF files are changed by appending.
      this.#objects.set(head[1] as string, object);
    });
  }

  /** The object between its head and the next one's, and where it ends. */
  #objectAt(start: number, next: number): { readonly object: PdfObject; readonly end: number } {
    const whole = this.#text.slice(start, next);
    const keyword = /\bstream\r?\n/.exec(whole);
    if (!keyword) return { object: { text: withoutEnd(whole), stream: undefined }, end: next };
    const text = whole.slice(0, keyword.index);
    const from = start + keyword.index + keyword[0].length;
    const stated = /\/Length\s+(\d+)\b(?!\s+\d+\s+R)/.exec(text)?.[1];
    const endAsStated = from + Number(stated);
    const holds = stated !== undefined && /^\s{0,2}endstream/.test(this.#text.slice(endAsStated, endAsStated + 11));
    const end = holds ? endAsStated : this.#streamEnd(from);
    return { object: { text, stream: this.#bytes.subarray(from, end) }, end };
  }

  #streamEnd(from: number): number {
    const end = this.#text.indexOf('endstream', from);
    return end === -1 ? this.#text.length : end;
  }

  /** Objects may be packed into compressed streams. */
  #openObjectStreams(): void {
    for (const each of [...this.#objects.values()]) {
      if (!/\/ObjStm\b/.test(each.text)) continue;
      const count = Number(/\/N\s+(\d+)/.exec(each.text)?.[1] ?? 0);
      const first = Number(/\/First\s+(\d+)/.exec(each.text)?.[1] ?? 0);
      const text = latin1(this.#decodedStream(each) ?? new Uint8Array());
      const header = text.slice(0, first).trim().split(/\s+/).map(Number);
      for (let index = 0; index < Math.min(count, header.length >> 1); index += 1) {
        const offset = first + (header[2 * index + 1] ?? 0);
        const next = 2 * index + 3 < header.length ? first + (header[2 * index + 3] ?? 0) : undefined;
        this.#objects.set(`${header[2 * index]}`, { text: text.slice(offset, next), stream: undefined });
      }
    }
  }

  /** The stream's bytes; undefined where it is packed in a way that draw.io doesn't use, or is broken. */
  #decodedStream({ text, stream }: PdfObject): Uint8Array | undefined {
    if (!stream) return undefined;
    const filters = /\/Filter\s*(?:\[([^[\]]*)\]|(\/\w+))/.exec(text);
    const names = (filters?.[1] ?? filters?.[2] ?? '').split('/').filter((name) => name.trim() !== '');
    if (names.length === 0) return stream;
    if (names.length > 1 || names[0]?.trim() !== 'FlateDecode' || /\/Predictor\s+[2-9]/.test(text)) return undefined;
    const { limits } = this.inflation;
    const bytes = this.#inflate(stream);
    this.#inflated += bytes?.length ?? Math.min(stream.length * MAX_DEFLATE_RATIO, limits.inflatedBytes);
    requireWithin(limits, 'inflatedBytes', this.#inflated, ORIGIN);
    return bytes;
  }

  #inflate(stream: Uint8Array): Uint8Array | undefined {
    try {
      return inflate(stream, ORIGIN, this.inflation);
    } catch (cause) {
      // One broken stream of many isn't worth the file: what is looked for may stand in another.
      if (cause instanceof MxsvgError && cause.code === 'broken-page') return undefined;
      throw cause;
    }
  }

  /** The bytes of the string at a place, which may be a reference to another object. */
  #stringAt(text: string, position: number): Uint8Array | undefined {
    const reference = /^(\d+)\s+\d+\s+R/.exec(text.slice(position, position + 24));
    if (reference) {
      const target = this.#objects.get(reference[1] as string)?.text.trim();
      return target === undefined || /^\d+\s+\d+\s+R/.test(target) ? undefined : this.#stringAt(target, 0);
    }
    if (text[position] === '(') return literalString(text, position + 1);
    return text[position] === '<' ? hexString(text, position + 1) : undefined;
  }
}

function withoutEnd(text: string): string {
  const end = text.lastIndexOf('endobj');
  return end === -1 ? text : text.slice(0, end);
}

/** XML from the bytes that hold it: as it is, URI-encoded, UTF-16 or base64. Undefined where it is no diagram. */
function diagramText(bytes: Uint8Array | undefined): string | undefined {
  if (!bytes) return undefined;
  const utf16 = bytes[0] === 0xfe && bytes[1] === 0xff;
  const text = new TextDecoder(utf16 ? 'utf-16be' : 'utf-8').decode(bytes).trim();
  if (isDiagram(text)) return text;
  if (/^%3c/i.test(text)) {
    // Programs that rewrite a PDF escape what draw.io had escaped. URI encoding itself leaves no backslash.
    const decoded = decodeUri(text.replaceAll('\\', ''));
    return isDiagram(decoded) ? decoded : undefined;
  }
  // draw.io's desktop application once attached the XML in base64.
  if (!/^(?:PD94|PG14)[A-Za-z0-9+/\s]*={0,2}$/.test(text)) return undefined;
  const decoded = new TextDecoder().decode(base64Bytes(text, ORIGIN));
  return isDiagram(decoded) ? decoded : undefined;
}

const isDiagram = (text: string): boolean => /^\ufeff?(?:<\?xml[^>]*>\s*)?<(?:mxfile|mxGraphModel)[\s>]/.test(text);

const ESCAPED: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** A string in parentheses, which nest; a backslash escapes, and takes a line break away. */
function literalString(text: string, start: number): Uint8Array {
  const bytes: number[] = [];
  let depth = 1;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at] as string;
    if (character === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0];
      const next = text[at + 1] ?? '';
      if (octal) bytes.push(Number.parseInt(octal, 8) & 0xff);
      else if (next !== '\n' && next !== '\r') bytes.push(ESCAPED[next] ?? next.charCodeAt(0));
      at += octal ? octal.length : next === '\r' && text[at + 2] === '\n' ? 2 : 1;
      continue;
    }
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth === 0) break;
    bytes.push(character.charCodeAt(0));
  }
  return Uint8Array.from(bytes);
}

function hexString(text: string, start: number): Uint8Array {
  const end = text.indexOf('>', start);
  const digits = text.slice(start, end === -1 ? undefined : end).replace(/[^0-9a-fA-F]/g, '');
  return Uint8Array.from({ length: Math.ceil(digits.length / 2) }, (_, index) =>
    Number.parseInt(digits.slice(2 * index, 2 * index + 2).padEnd(2, '0'), 16),
  );
}
