/** Reads a command line as draw.io desktop 31 reads it: what it doesn't know is passed over, and nothing is an error. */
import { append } from '../../primitives/lists.js';
import { ownFlags } from '../drawingFlags.js';

/** draw.io's flags that take a value, by their long names. */
const WITH_VALUE = {
  border: 'b',
  format: 'f',
  height: undefined,
  'embed-svg-fonts': undefined,
  'html-edit-link': undefined,
  'html-fit': undefined,
  'html-layers': undefined,
  'html-lightbox': undefined,
  'html-link-color': undefined,
  'html-link-target': undefined,
  'html-tags': undefined,
  'html-theme': undefined,
  'html-zoom': undefined,
  layers: 'l',
  layout: undefined,
  'mermaid-image': undefined,
  output: 'o',
  'page-index': 'p',
  'page-range': 'g',
  quality: 'q',
  scale: 's',
  size: undefined,
  'svg-links-target': undefined,
  'svg-theme': undefined,
  theme: undefined,
  timeout: undefined,
  width: undefined,
  zoom: 'z',
} as const;

/** Those that stand alone. */
const ALONE = {
  'all-pages': 'a',
  check: 'k',
  create: 'c',
  crop: undefined,
  'embed-diagram': 'e',
  'embed-svg-images': undefined,
  export: 'x',
  help: 'h',
  normalize: undefined,
  recursive: 'r',
  transparent: 't',
  uncompressed: 'u',
  version: 'V',
} as const;

export type ValueFlag = keyof typeof WITH_VALUE;
export type LoneFlag = keyof typeof ALONE;

/** A command line taken apart. */
export interface DrawioFlags {
  /** The last value of each flag that has one. */
  readonly values: ReadonlyMap<ValueFlag, string>;
  readonly alone: ReadonlySet<LoneFlag>;
  readonly inputs: readonly string[];
  /** Flags of mxsvg's own with their values, as they stood there. */
  readonly own: readonly string[];
}

const byLetter = <Name extends string>(flags: Readonly<Record<Name, string | undefined>>): ReadonlyMap<string, Name> =>
  new Map(
    Object.entries<string | undefined>(flags).flatMap(([name, letter]) => (letter ? [[letter, name as Name]] : [])),
  );

const VALUE_LETTERS = byLetter<ValueFlag>(WITH_VALUE);
const LONE_LETTERS = byLetter<LoneFlag>(ALONE);

const isValueFlag = (name: string): name is ValueFlag => Object.hasOwn(WITH_VALUE, name);
const isLoneFlag = (name: string): name is LoneFlag => Object.hasOwn(ALONE, name);

/** What standard input and output are called, which draw.io doesn't know. */
const STREAM = '-';

/** `words`: what follows the command's name. */
export function readDrawioFlags(words: readonly string[]): DrawioFlags {
  const reader = new Reader(words);
  reader.read();
  return reader;
}

class Reader implements DrawioFlags {
  readonly values = new Map<ValueFlag, string>();
  readonly alone = new Set<LoneFlag>();
  readonly inputs: string[] = [];
  readonly own: string[] = [];
  readonly #words: string[];

  constructor(words: readonly string[]) {
    this.#words = [...words];
  }

  read(): void {
    for (let word = this.#words.shift(); word !== undefined; word = this.#words.shift()) {
      if (word === '--') {
        append(
          this.inputs,
          this.#words.filter((rest) => !rest.startsWith('-')),
        );
        return;
      }
      if (word.startsWith('--')) this.#long(word);
      else if (word.startsWith('-') && word !== STREAM) this.#letters(word.slice(1));
      else this.inputs.push(word);
    }
  }

  #long(word: string): void {
    const [name = '', given] = halves(word.slice(2), '=');
    if (isValueFlag(name)) this.#set(name, given ?? this.#nextValue());
    else if (isLoneFlag(name)) {
      if (given === undefined) this.alone.add(name);
    } else this.#ownFlag(name, given);
  }

  #ownFlag(name: string, given: string | undefined): void {
    const takes = ownFlags().get(name);
    if (takes === undefined) return;
    const value = takes === 'value' ? (given ?? this.#nextValue()) : undefined;
    if (takes === 'nothing') this.own.push(`--${name}`);
    else if (value !== undefined) this.own.push(`--${name}=${value}`);
  }

  /** Letters joined, up to one that draw.io doesn't know or one with a value: joined to it, or the next word. */
  #letters(letters: string): void {
    for (const [place, letter] of [...letters].entries()) {
      const name = VALUE_LETTERS.get(letter);
      if (name !== undefined) {
        this.#set(name, letters.slice(place + 1) || this.#nextValue());
        return;
      }
      const alone = LONE_LETTERS.get(letter);
      if (alone === undefined) return;
      this.alone.add(alone);
    }
  }

  #set(name: ValueFlag, value: string | undefined): void {
    if (value !== undefined) this.values.set(name, value);
  }

  /** A value never begins with "-": that is the next flag. */
  #nextValue(): string | undefined {
    const next = this.#words[0];
    return next === undefined || (next.startsWith('-') && next !== STREAM) ? undefined : this.#words.shift();
  }
}

function halves(text: string, mark: string): readonly [string, string | undefined] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
