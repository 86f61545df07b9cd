/** ZenUML text → tokens: words, signs, and what a colon, a divider or the title has up to the end of its line. */

export type TokenKind =
  | 'name'
  | 'number'
  | 'color'
  | 'annotation'
  | 'keyword'
  | 'sign'
  /** What stands after a colon, up to the end of the line. */
  | 'content'
  | 'divider'
  | 'title'
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** As it is written; a title without its keyword. */
  readonly text: string;
  /** Where it begins and ends in the text. */
  readonly start: number;
  readonly end: number;
  /** Comments since the token before, a line each, without their slashes. */
  readonly comments: readonly string[];
}

const KEYWORDS = new Set(
  'if else while for foreach forEach loop return new par group opt critical section frame ref as try catch finally in'.split(
    ' ',
  ),
);

/** Words that count for nothing, before what they belong to. */
const MODIFIERS = new Set(['const', 'readonly', 'static', 'await']);

/** Of several letters first. */
const SIGNS = ['-->', '->', '<<', '>>', '||', '&&', '==', '!=', '>=', '<='];

const BLANKS = /[ \t\n\r]+/y;
const WORD = /[\p{L}_][\p{L}\p{N}_]*/uy;
/** "3", "3.5", "10ms", "2nd". */
const NUMBER = /\$?\d+(?:\.\d+)?/y;
const COLOR = /#[0-9a-fA-F]+/y;
const ANNOTATION = /@\w*/y;
const LINE = /[^\n]*/y;
const DIVIDER = /==[^\n]*/y;

/** The text that an expression finds just there; undefined where it finds none. */
function found(expression: RegExp, text: string, at: number): string | undefined {
  expression.lastIndex = at;
  return expression.exec(text)?.[0];
}

/** All tokens from `start` on, the last of the kind 'end'. Lines end with "\n". */
export function tokensOf(text: string, start: number): readonly Token[] {
  const reader = new TokenReader(text, start);
  while (reader.isWithin()) reader.read();
  return reader.finish();
}

class TokenReader {
  readonly #text: string;
  readonly #tokens: Token[] = [];
  #comments: string[] = [];
  #at: number;
  /** Within parentheses, a colon is a sign. */
  #depth = 0;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#at = start;
  }

  isWithin(): boolean {
    return this.#at < this.#text.length;
  }

  finish(): readonly Token[] {
    this.#add('end', this.#at, '');
    return this.#tokens;
  }

  /** What stands next: blanks, a comment, or a token. */
  read(): void {
    const [text, at] = [this.#text, this.#at];
    const blanks = found(BLANKS, text, at);
    if (blanks !== undefined) {
      this.#at += blanks.length;
      return;
    }
    if (text.startsWith('//', at)) {
      const line = found(LINE, text, at) ?? '';
      this.#comments.push(line.slice(2));
      this.#at += line.length;
      return;
    }
    const divider = this.#depth === 0 && isLineStart(text, at) ? found(DIVIDER, text, at) : undefined;
    if (divider !== undefined) this.#add('divider', at + divider.length);
    else if (!this.#word() && !this.#literal()) this.#sign();
  }

  #add(kind: TokenKind, end: number, shown = this.#text.slice(this.#at, end)): void {
    this.#tokens.push({ kind, text: shown, start: this.#at, end, comments: this.#comments });
    this.#comments = [];
    this.#at = end;
  }

  /** False where no word stands. */
  #word(): boolean {
    const [text, at] = [this.#text, this.#at];
    const word = found(WORD, text, at);
    if (word === undefined) return false;
    const end = at + word.length;
    if (word === 'title' && this.#tokens.length === 0 && isTitle(text, end)) {
      const line = found(LINE, text, end) ?? '';
      this.#add('title', end + line.length, line.trim());
    } else if (MODIFIERS.has(word)) this.#at = end;
    else this.#add(KEYWORDS.has(word) ? 'keyword' : 'name', end);
    return true;
  }

  /** A number, a colour, an annotation or a quoted name; false where none stands. */
  #literal(): boolean {
    const [text, at] = [this.#text, this.#at];
    const number = found(NUMBER, text, at);
    if (number !== undefined) {
      const unit = found(WORD, text, at + number.length) ?? '';
      this.#add(unit === '' ? 'number' : 'name', at + number.length + unit.length);
      return true;
    }
    const color = found(COLOR, text, at);
    const annotation = color === undefined ? found(ANNOTATION, text, at) : undefined;
    if (color !== undefined) this.#add('color', at + color.length);
    else if (annotation !== undefined) this.#add('annotation', at + annotation.length);
    else if (text[at] === '"') this.#add('name', quoteEnd(text, at));
    else return false;
    return true;
  }

  /** A sign, and what follows a colon. */
  #sign(): void {
    const [text, at] = [this.#text, this.#at];
    if (text[at] === ':' && this.#depth === 0) {
      this.#add('sign', at + 1);
      const content = found(LINE, text, at + 1) ?? '';
      if (content !== '') this.#add('content', at + 1 + content.length);
      return;
    }
    const sign = SIGNS.find((each) => text.startsWith(each, at)) ?? String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (sign === '(') this.#depth++;
    else if (sign === ')') this.#depth = Math.max(0, this.#depth - 1);
    this.#add('sign', at + sign.length);
  }
}

/** Whether nothing but blanks stands before it on its line. */
function isLineStart(text: string, at: number): boolean {
  let before = at - 1;
  while (text[before] === ' ' || text[before] === '\t') before--;
  return before < 0 || text[before] === '\n';
}

/** A participant, a method and a variable may be called "title". */
function isTitle(text: string, end: number): boolean {
  const next = text.slice(end).match(/^[ \t]*([.=(]?)/)?.[1];
  return next === '';
}

/** After the closing quote, which a doubled one isn't; what isn't closed ends with its line. */
function quoteEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\n') return at;
    if (text[at] !== '"') continue;
    if (text[at + 1] !== '"') return at + 1;
    at++;
  }
  return text.length;
}

/** A part of a text as ZenUML shows it: blanks are made short, those around some signs and quotes around it all go. */
export function shownText(source: string): string {
  const short = source
    .replace(/\s+/g, ' ')
    .replace(/ ?([,;.(]) ?/g, '$1')
    .replaceAll(' )', ')')
    .trimEnd();
  return short.length > 1 && short.startsWith('"') && short.endsWith('"') ? short.slice(1, -1) : short;
}
