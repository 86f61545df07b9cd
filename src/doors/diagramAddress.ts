/** The addresses of diagrams in documents and imports: a path, and how the diagram is to be drawn. */
import { MxsvgError } from '../diagnostics.js';
import type { CropSize, RenderOptions, Theme } from '../options.js';

/** What a diagram is written in. */
export type DiagramKind = 'drawio' | 'mermaid';

/** How one picture is drawn, as far as an address or the words after a fence can say it. */
export type PictureSettings = Pick<
  RenderOptions,
  'page' | 'layers' | 'theme' | 'scale' | 'width' | 'height' | 'border' | 'size' | 'background'
>;

export interface DiagramAddress {
  /** The file, as the address names it, without percent-encoding. */
  readonly path: string;
  readonly kind: DiagramKind;
  readonly settings: PictureSettings;
}

const KINDS: Readonly<Record<string, DiagramKind>> = {
  drawio: 'drawio',
  dio: 'drawio',
  mmd: 'mermaid',
  mermaid: 'mermaid',
};

/** How the value of each setting is read; names that aren't here are others' business. */
const SETTINGS: { readonly [Name in keyof PictureSettings]-?: (value: string) => PictureSettings[Name] } = {
  page: (value) => value,
  layers: (value) => value.split(','),
  // What these may be is checked with the other options, where they are used.
  theme: (value) => value as Theme,
  size: (value) => value as CropSize,
  background: (value) => value,
  scale: Number,
  width: Number,
  height: Number,
  border: Number,
};

/** The settings among pairs of names and values. */
export function readSettings(pairs: Iterable<readonly [string, string]>): PictureSettings {
  const settings: Record<string, unknown> = {};
  for (const [name, value] of pairs) {
    if (Object.hasOwn(SETTINGS, name)) settings[name] = SETTINGS[name as keyof PictureSettings](value);
  }
  return settings;
}

/** The kind of diagram in a file of that name; undefined for others, `x.drawio.svg` among them. */
export function kindOfFile(path: string): DiagramKind | undefined {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(KINDS, ending) ? KINDS[ending] : undefined;
}

/**
 * What an address such as "plan.drawio?theme=dark#page-2" names; undefined for what is no diagram, or lies on another host.
 * A fragment is a page: "#page-2", "#2", or its name.
 */
export function readDiagramAddress(address: string): DiagramAddress | undefined {
  if (/^(?:[a-z][a-z\d+.-]+:|\/\/)/i.test(address)) return undefined;
  const [, encoded = '', query = '', fragment] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(address) ?? [];
  const kind = kindOfFile(encoded);
  if (kind === undefined) return undefined;
  const page = fragment ? { page: decoded(fragment).replace(/^page-(?=\d+$)/, '') } : {};
  return { path: decoded(encoded), kind, settings: { ...page, ...readSettings(new URLSearchParams(query)) } };
}

/** The words after a fence's language: page=2 theme=dark title="How it works". */
export function readFenceWords(words: string): { readonly settings: PictureSettings; readonly title: string } {
  const pairs = namedWords(words);
  const title = pairs.find(([name]) => name === 'title' || name === 'alt')?.[1] ?? '';
  return { settings: readSettings(pairs), title };
}

/** name=value, name="some words" and name='some words', with blanks between; other words are passed over. */
function namedWords(words: string): readonly (readonly [name: string, value: string])[] {
  const pairs: [string, string][] = [];
  for (let rest = words.trimStart(); rest !== ''; rest = rest.trimStart()) {
    const end = rest.search(/[\s=]/);
    if (end < 0) break;
    const name = rest.slice(0, end);
    const isNamed = rest[end] === '=';
    rest = rest.slice(end + 1);
    if (!isNamed) continue;
    const quote = rest[0];
    const isQuoted = quote === '"' || quote === "'";
    const close = isQuoted ? rest.indexOf(quote, 1) : rest.search(/\s/);
    const until = close < 0 ? rest.length : close;
    if (/^[\w-]+$/.test(name)) pairs.push([name, rest.slice(isQuoted ? 1 : 0, until)]);
    rest = rest.slice(until + (isQuoted ? 1 : 0));
  }
  return pairs;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new MxsvgError('invalid-option', `${JSON.stringify(text.slice(0, 60))} is no address: a "%" is left over.`, {
      cause,
    });
  }
}
