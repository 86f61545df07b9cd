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
  const tokens: Token[] = [];
  let comments: string[] = [];
  let at = start;
  /** Within parentheses, a colon is a sign. */
  let depth = 0;
  const add = (kind: TokenKind, end: number, shown = text.slice(at, end)): void => {
    tokens.push({ kind, text: shown, start: at, end, comments });
    comments = [];
    at = end;
  };
  while (at < text.length) {
    const blanks = found(BLANKS, text, at);
    if (blanks !== undefined) {
      at += blanks.length;
      continue;
    }
    if (text.startsWith('//', at)) {
      const line = found(LINE, text, at) ?? '';
      comments.push(line.slice(2));
      at += line.length;
      continue;
    }
    const divider = depth === 0 && isLineStart(text, at) ? found(DIVIDER, text, at) : undefined;
    if (divider !== undefined) {
      add('divider', at + divider.length);
      continue;
    }
    const word = found(WORD, text, at);
    if (word !== undefined) {
      const end = at + word.length;
      if (word === 'title' && tokens.length === 0 && isTitle(text, end)) {
        const line = found(LINE, text, end) ?? '';
        add('title', end + line.length, line.trim());
      } else if (MODIFIERS.has(word)) at = end;
      else add(KEYWORDS.has(word) ? 'keyword' : 'name', end);
      continue;
    }
    const number = found(NUMBER, text, at);
    if (number !== undefined) {
      const unit = found(WORD, text, at + number.length) ?? '';
      add(unit === '' ? 'number' : 'name', at + number.length + unit.length);
      continue;
    }
    const color = found(COLOR, text, at);
    const annotation = color === undefined ? found(ANNOTATION, text, at) : undefined;
    if (color !== undefined) add('color', at + color.length);
    else if (annotation !== undefined) add('annotation', at + annotation.length);
    else if (text[at] === '"') add('name', quoteEnd(text, at));
    else if (text[at] === ':' && depth === 0) {
      add('sign', at + 1);
      const content = found(LINE, text, at) ?? '';
      if (content !== '') add('content', at + content.length);
    } else {
      const sign = SIGNS.find((each) => text.startsWith(each, at)) ?? String.fromCodePoint(text.codePointAt(at) ?? 0);
      if (sign === '(') depth++;
      else if (sign === ')') depth = Math.max(0, depth - 1);
      add('sign', at + sign.length);
    }
  }
  add('end', at, '');
  return tokens;
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
