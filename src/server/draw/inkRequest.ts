/** What a request to mermaid.ink says: the text in its path, and its options. */
import type { MermaidThemeName } from '../../mermaid/index.js';
import { FaceError } from './tools.js';

export interface InkText {
  readonly code: string;
  /** Mermaid's configuration. */
  readonly config: Readonly<Record<string, unknown>> | undefined;
}

/**
 * The diagram in a path: base64 or base64url of a text or of JSON with `code` and `mermaid`, "pako:" before what is packed
 * with zlib. Throws FaceError for what is neither.
 */
export function inkText(payload: string, inflate: (bytes: Uint8Array) => Uint8Array): InkText {
  const [, kind, data = ''] = /^(?:([^:]*):)?(.*)$/s.exec(unescaped(payload)) ?? [];
  if (kind !== undefined && kind !== 'pako' && kind !== 'base64') throw bad(`Unknown serde type: ${kind.slice(0, 40)}`);
  const bytes = new Uint8Array(Buffer.from(data, 'base64'));
  const text = new TextDecoder().decode(kind === 'pako' ? inflate(bytes) : bytes);
  return stateIn(text) ?? { code: text, config: undefined };
}

const bad = (message: string): FaceError => new FaceError('bad-request', message);

function unescaped(payload: string): string {
  try {
    return decodeURIComponent(payload);
  } catch (error) {
    if (error instanceof URIError) throw bad('The path is no text.');
    throw error;
  }
}

/** What Mermaid's live editor packs; undefined for a text of Mermaid's. */
function stateIn(text: string): InkText | undefined {
  const state = parsed(text);
  if (typeof state !== 'object' || state === null || !('code' in state)) return undefined;
  const { code, mermaid } = state as { readonly code: unknown; readonly mermaid?: unknown };
  const config = typeof mermaid === 'string' ? parsed(mermaid) : mermaid;
  const isObject = typeof config === 'object' && config !== null && !Array.isArray(config);
  return { code: String(code), config: isObject ? (config as Readonly<Record<string, unknown>>) : undefined };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export interface InkOptions {
  readonly type: 'jpeg' | 'png' | 'webp';
  readonly theme: MermaidThemeName | undefined;
  readonly background: string | undefined;
  /** px, scaled. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly fit: boolean;
  /** Inches. */
  readonly paper: { readonly width: number; readonly height: number };
}

const THEMES = ['default', 'neutral', 'dark', 'forest'] as const;

/** px, as many as may be asked for. */
const LONGEST = 10_000;

/** Throws FaceError for what can't be done; other values that there are not count as none, as there. */
export function readInkOptions(query: string): InkOptions {
  const given = new URLSearchParams(query);
  const type = given.get('type')?.toLowerCase();
  const theme = given.get('theme')?.toLowerCase();
  return {
    type: type === 'png' || type === 'webp' ? type : 'jpeg',
    theme: THEMES.find((each) => each === theme),
    background: backgroundOf(given.get('bgColor')?.trim() ?? ''),
    ...sizeOf(given),
    fit: given.has('fit'),
    paper: paperOf(given.get('paper')?.toLowerCase(), given.has('landscape')),
  };
}

/** "!red", or digits of a hexadecimal colour. */
function backgroundOf(text: string): string | undefined {
  if (/^![a-z]+$/i.test(text)) return text.slice(1);
  return /^(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(text) ? `#${text}` : undefined;
}

function sizeOf(given: URLSearchParams): Pick<InkOptions, 'width' | 'height'> {
  const [width, height] = [lengthOf('width', given), lengthOf('height', given)];
  const scale = scaleOf(given.get('scale'), width !== undefined || height !== undefined);
  return { width: scaled('width', width, scale), height: scaled('height', height, scale) };
}

function lengthOf(name: 'width' | 'height', given: URLSearchParams): number | undefined {
  const text = given.get(name);
  if (!text) return undefined;
  const length = Number.parseInt(text, 10);
  if (length > 0) return length;
  throw bad(`invalid ${name} value`);
}

function scaleOf(text: string | null, hasSize: boolean): number {
  if (!text) return 1;
  if (!hasSize) throw bad('scale can only be set when either width or height is set');
  const scale = Number.parseFloat(text);
  if (scale >= 1 && scale <= 3) return Math.round(scale * 100) / 100;
  throw bad('invalid scale value - must be a number between 1 and 3');
}

function scaled(name: 'width' | 'height', length: number | undefined, scale: number): number | undefined {
  if (length === undefined || length * scale <= LONGEST) return length && length * scale;
  throw bad(`the scaled ${name} must be between 1 and ${LONGEST}`);
}

/** Inches. */
const PAPERS: Readonly<Record<string, readonly [number, number]>> = {
  letter: [8.5, 11],
  legal: [8.5, 14],
  tabloid: [11, 17],
  ledger: [17, 11],
  a0: [33.11, 46.81],
  a1: [23.39, 33.11],
  a2: [16.54, 23.39],
  a3: [11.69, 16.54],
  a4: [8.27, 11.69],
  a5: [5.83, 8.27],
  a6: [4.13, 5.83],
};

function paperOf(name: string | undefined, landscape: boolean): InkOptions['paper'] {
  const known = name !== undefined && Object.hasOwn(PAPERS, name) ? PAPERS[name] : PAPERS.a4;
  const [width = 0, height = 0] = known ?? [];
  return landscape ? { width: height, height: width } : { width, height };
}
