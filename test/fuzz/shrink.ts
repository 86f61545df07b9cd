/**
 * Makes a failing case smaller: what it is packed in, its options, and the parts of its text, from pages down to
 * characters, are left out for as long as it fails the same way.
 */
import type { Case } from './cases.js';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What is left out together. */
type Part = readonly Span[];

/** Elements that a pattern of names fits, with all that they hold, found by their tags alone. */
function elements(text: string, names: RegExp): readonly Part[] {
  const parts: Part[] = [];
  const open: { readonly name: string; readonly start: number }[] = [];
  for (const match of text.matchAll(/<(\/?)([A-Za-z][\w:-]*)[^<>]*?(\/?)>/g)) {
    const [whole, closing, name = '', empty] = match;
    const end = match.index + whole.length;
    if (empty) {
      if (names.test(name)) parts.push([{ start: match.index, end }]);
    } else if (!closing) open.push({ name, start: match.index });
    else {
      const from = open.findLastIndex((each) => each.name === name);
      if (from < 0) continue;
      if (names.test(name)) parts.push([{ start: open[from]?.start ?? 0, end }]);
      open.length = from;
    }
  }
  return parts;
}

const matches = (text: string, pattern: RegExp, from = 0): Part[] =>
  [...text.matchAll(pattern)].map(({ index, 0: whole }) => [{ start: from + index, end: from + index + whole.length }]);

/** What stands in quotes after some attribute's name. */
const valuesOf = (text: string, attributes: RegExp): readonly (Span & { readonly value: string })[] =>
  [...text.matchAll(attributes)].map((match) => {
    const value = match[1] ?? '';
    const start = match.index + match[0].length - 1 - value.length;
    return { start, end: start + value.length, value };
  });

/** The elements of a label, whose brackets are written as entities: their tags alone, then with all between. */
function labelParts(text: string): readonly Part[] {
  const parts: Part[] = [];
  for (const { start, value } of valuesOf(text, / (?:value|label)="([^"]*)"/g)) {
    const open: { readonly name: string; readonly span: Span }[] = [];
    for (const match of value.matchAll(/&lt;(\/?)([A-Za-z][\w:-]*)(?:(?!&lt;|>|&gt;).)*(?:>|&gt;)/gs)) {
      const span = { start: start + match.index, end: start + match.index + match[0].length };
      const name = match[2] as string;
      const from = match[1] ? open.findLastIndex((each) => each.name === name) : -1;
      if (!match[1]) open.push({ name, span });
      else if (from < 0) parts.push([span]);
      else {
        const first = open[from]?.span ?? span;
        parts.push([{ start: first.start, end: span.end }], [first, span]);
        open.length = from;
      }
    }
    parts.push(...open.map(({ span }) => [span]));
    parts.push(...matches(value, / ?[\w-]+=&quot;(?:(?!&quot;).)*&quot;/gs, start));
    parts.push(...matches(value, /[\w-]+:(?:(?!&quot;|;|&amp;).)+;?/gs, start));
    parts.push(...matches(value, /(?<=^|>|&gt;|;)[^<>&;]+(?=&lt;|$)/g, start));
  }
  return parts;
}

function pieces(text: string, length: number): readonly Part[] {
  const parts: Part[] = [];
  for (let start = 0; start < text.length; start += length) {
    parts.push([{ start, end: Math.min(text.length, start + length) }]);
  }
  return parts;
}

type Split = (text: string) => readonly Part[];

const DRAWIO: readonly Split[] = [
  (text) => elements(text, /^diagram$/),
  (text) => elements(text, /^(?:mxCell|UserObject|object)$/),
  (text) => elements(text, /./),
  (text) => valuesOf(text, / (?:value|label|style)="([^"]*)"/g).map(({ start, end }) => [{ start, end }]),
  (text) => valuesOf(text, / style="([^"]*)"/g).flatMap(({ start, value }) => matches(value, /[^;]+;?/g, start)),
  labelParts,
  (text) => matches(text, /\s[\w:]+="[^"]*"/g),
];

const MERMAID: readonly Split[] = [
  (text) => matches(text, /.*\n?/g),
  (text) => matches(text, /\s*\S+/g),
  (text) => matches(text, /\w+|\W/g),
];

const PIECES: readonly Split[] = [256, 64, 16, 4, 1].map((length) => (text: string) => pieces(text, length));

export type Fails = (each: Case) => Promise<boolean>;

/** The smallest case found that fails too; `most` bounds how many are tried. */
export async function shrink(each: Case, fails: Fails, most = 1500): Promise<Case> {
  let left = most;
  const check: Fails = async (candidate) => left-- > 0 && fails(candidate);
  let smallest = await simplified(each, check);
  const splits = smallest.input.language === 'mermaid' ? MERMAID : DRAWIO;
  let length: number;
  do {
    length = smallest.input.text.length;
    for (const split of [...splits, ...PIECES]) smallest = await reduced(smallest, split, check);
  } while (smallest.input.text.length < length && left > 0);
  return simplified(smallest, check);
}

/** Without its wrapping, its damage, and the options that don't matter. */
async function simplified(each: Case, fails: Fails): Promise<Case> {
  let smallest = each;
  const attempt = async (candidate: Case): Promise<void> => {
    if (await fails(candidate)) smallest = candidate;
  };
  if (smallest.input.damage !== undefined)
    await attempt({ ...smallest, input: { ...smallest.input, damage: undefined } });
  if (smallest.input.container) await attempt({ ...smallest, input: { ...smallest.input, container: undefined } });
  if (smallest.twice) await attempt({ ...smallest, twice: false });
  for (const name of Object.keys(smallest.options)) {
    const { [name]: _, ...options } = smallest.options;
    await attempt({ ...smallest, options });
  }
  return smallest;
}

/** Delta debugging: halves of the parts are left out, then quarters, down to each by itself. */
async function reduced(each: Case, split: Split, fails: Fails): Promise<Case> {
  let smallest = each;
  let size = Math.max(1, Math.ceil(split(each.input.text).length / 2));
  for (;;) {
    let parts = split(smallest.input.text);
    for (let from = 0; from < parts.length; ) {
      const text = without(smallest.input.text, parts.slice(from, from + size));
      const candidate = { ...smallest, input: { ...smallest.input, text } };
      if (text !== smallest.input.text && (await fails(candidate))) {
        smallest = candidate;
        parts = split(text);
      } else from += size;
    }
    if (size === 1) return smallest;
    size = Math.ceil(size / 2);
  }
}

function without(text: string, parts: readonly Part[]): string {
  const spans = parts.flat().sort((a, b) => a.start - b.start);
  let kept = '';
  let at = 0;
  for (const { start, end } of spans) {
    if (start > at) kept += text.slice(at, start);
    at = Math.max(at, end);
  }
  return kept + text.slice(at);
}
