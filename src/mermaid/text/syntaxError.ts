/** What Mermaid's grammars say of a text that they can't read, as one error with its place in the text as given. */
import { MxsvgError } from '../../diagnostics.js';
import { type GrammarFault, langiumFault } from './langiumError.js';

/** What Mermaid's generated parsers throw with their errors. */
interface ParserHash {
  readonly token?: string | number | null;
  readonly text?: string;
  /** 0-based. */
  readonly line?: number;
  readonly loc?: {
    readonly first_line: number;
    readonly first_column: number;
    readonly last_line: number;
    readonly last_column: number;
  };
  readonly expected?: readonly string[];
}

/** What tokens are to a reader; those of one name are one thing to him. */
const TOKENS: Readonly<Record<string, string>> = {
  'the end of the line': 'NEWLINE NL',
  'the end of the text': 'EOF',
  '";"': 'SEMI',
  'a space': 'SPACE',
  '"["': 'SQS SQUARE_BRACES_START',
  '"]"': 'SQE SQUARE_BRACES_END',
  '"("': 'PS',
  '")"': 'PE',
  '"{"': 'DIAMOND_START STRUCT_START BLOCK_START',
  '"}"': 'DIAMOND_STOP STRUCT_STOP BLOCK_STOP',
  '"-)"': 'ELLIPSE_END',
  '")))"': 'DOUBLECIRCLEEND',
  '"])"': 'STADIUMEND',
  '"]]"': 'SUBROUTINEEND',
  '")]"': 'CYLINDEREND',
  '"/]"': 'TRAPEND',
  '"\\]"': 'INVTRAPEND',
  '"|"': 'PIPE',
  '">"': 'TAGEND',
  '"&"': 'AMP',
  '":"': 'COLON SEPARATOR',
  '","': 'COMMA_SEPARATOR COMMA',
  '"-->"': 'ARROW_DELIMITER',
  'a quote': 'DQUOTE',
  '"x-axis"': 'X_AXIS',
  '"y-axis"': 'Y_AXIS',
  '"bar"': 'BAR',
  'a line': 'LINE',
  '":::"': 'STYLE_SEPARATOR',
  'a link such as "-->"': 'LINK START_LINK LINK_ID EDGE_TEXT',
  'an arrow such as "->>"':
    'SOLID_OPEN_ARROW DOTTED_OPEN_ARROW SOLID_ARROW DOTTED_ARROW SOLID_CROSS DOTTED_CROSS SOLID_POINT DOTTED_POINT ' +
    'BIDIRECTIONAL_SOLID_ARROW BIDIRECTIONAL_DOTTED_ARROW SOLID_ARROW_TOP SOLID_ARROW_BOTTOM STICK_ARROW_TOP ' +
    'STICK_ARROW_BOTTOM SOLID_ARROW_TOP_DOTTED SOLID_ARROW_BOTTOM_DOTTED STICK_ARROW_TOP_DOTTED ' +
    'STICK_ARROW_BOTTOM_DOTTED SOLID_ARROW_TOP_REVERSE SOLID_ARROW_BOTTOM_REVERSE STICK_ARROW_TOP_REVERSE ' +
    'STICK_ARROW_BOTTOM_REVERSE SOLID_ARROW_TOP_REVERSE_DOTTED SOLID_ARROW_BOTTOM_REVERSE_DOTTED ' +
    'STICK_ARROW_TOP_REVERSE_DOTTED STICK_ARROW_BOTTOM_REVERSE_DOTTED',
  'a name':
    'NODE_STRING UNICODE_TEXT NUM MINUS MULT BRKT DOWN DEFAULT TESTSTR ID ALPHA BQUOTE_STR ENTITY_NAME ' +
    'ATTRIBUTE_WORD DECIMAL_NUM ENTITY_ONE ID2 IDENTIFIER NAME_WITH_SPACES EM_ID',
  'a quoted text': 'STR MD_STR STRING STRING2',
  'a number': 'NUMBER NUMBER_PIE NUMBER_WITH_DECIMAL INT FLOAT NUMBER2 WARDLEY_NUMBER EM_FID',
  text: 'ESCAPED_TEXT NON_ESCAPED_TEXT TEXT TXT DESCR TEXT_WITHOUT_TAGS TAGSTART textToken',
  'a participant': 'ACTOR',
  'a member': 'MEMBER',
  'a key such as PK': 'ATTRIBUTE_KEY',
  'a state': 'COMPOSIT_STATE STATE_DESCR EDGE_STATE',
  'a direction': 'direction_tb direction_bt direction_rl direction_lr direction_td',
  'a description for readers': 'acc_title acc_descr acc_descr_multiline_value',
  'a relation such as "<|--"': 'AGGREGATION EXTENSION COMPOSITION DEPENDENCY LOLLIPOP DOTTED_LINE',
  'a relation such as "||--o{"': 'ZERO_OR_ONE ZERO_OR_MORE ONE_OR_MORE ONLY_ONE MD_PARENT IDENTIFYING NON_IDENTIFYING',
  '"note"': 'NOTE NOTE_FOR note',
  '"click"': 'CLICK LINK_CLICK CALLBACK HREF',
  '"style"': 'STYLE LINKSTYLE STYLECLASS',
  'a unit': 'UNIT',
  '"%"': 'PCT',
  '"class"': 'CLASS CLASSDEF',
  '"classDef"': 'CLASS_DEF',
};

/** Tokens that no text is to have. */
const NO_TOKENS = new Set(['INVALID', 'error']);

const NAMES_OF_TOKENS: ReadonlyMap<string, string> = new Map(
  Object.entries(TOKENS).flatMap(([name, tokens]) => tokens.split(' ').map((token) => [token, name])),
);

/** So many of what could have followed are named. */
const MOST_EXPECTED = 8;

/**
 * The error for what a parser threw. `code` is what it read; the place is given in `text`, which still has the front
 * matter, directives and comments, and whose first line is `firstLine` of its document.
 */
export function syntaxError(error: unknown, code: string, text: string, firstLine: number): MxsvgError {
  const message = error instanceof Error ? error.message : String(error);
  const fault = langiumFault(error);
  if (fault) {
    const place = fault.place ?? endOf(code);
    const at = `line ${originalLine(code, text, place.line) + firstLine - 1}, column ${place.column}`;
    return unexpected(at, faultText(fault, code), fault.expected, error);
  }
  const hash = hashOf(error);
  const [, own, reason = ''] = /^Line (\d+): (.+)/.exec(message) ?? [];
  if (own !== undefined) {
    const at = originalLine(code, text, Number(own)) + firstLine - 1;
    return new MxsvgError('mermaid-syntax', `Mermaid text, line ${at}: ${reasonOf(error, reason)}.`, { cause: error });
  }
  const { line, column } = placeOf(hash, code, message);
  if (line === undefined) {
    const reason = reasonOf(error, message);
    return new MxsvgError(
      'mermaid-syntax',
      `Mermaid text can't be read${lineOf(reason, text, firstLine)}: ${reason}.`,
      {
        cause: error,
      },
    );
  }
  const place = `line ${originalLine(code, text, line) + firstLine - 1}, column ${column}`;
  const found = foundText(hash, code.split('\n')[line - 1] ?? '', column);
  const expected = (hash?.expected ?? []).map((name) => name.replace(/^'(.*)'$/s, '$1'));
  return unexpected(place, found, expected, error);
}

/** `expected` are names of tokens. */
function unexpected(place: string, found: string, expected: readonly string[], cause: unknown): MxsvgError {
  // In a flowchart, a comma is a sign of a name as others are.
  const isOther = (name: string): boolean => name === 'COMMA' && expected.includes('NODE_STRING');
  const tokens = expected.filter((name) => !NO_TOKENS.has(name) && !isOther(name));
  const known = [...new Set(tokens.map(expectedName))];
  // Where a text ends too early, what would have closed it says most.
  const names = [...known.filter((name) => CLOSING.test(name)), ...known.filter((name) => !CLOSING.test(name))];
  const wanted = names.length === 0 ? '' : `; expected ${listed(names)}`;
  return new MxsvgError('mermaid-syntax', `Mermaid text, ${place}: unexpected ${found}${wanted}.`, { cause });
}

/** What a reader sees at the place of a fault. */
function faultText({ place, found }: GrammarFault, code: string): string {
  if (place === undefined) return 'end of the text';
  if (found !== undefined) return JSON.stringify(found.slice(0, 40));
  return foundText(undefined, code.split('\n')[place.line - 1] ?? '', place.column);
}

const CLOSING = /^"(?:end|[\])}|/\\]+)"$/;

/** What the grammars and models say themselves; what they break over they don't explain. */
const reasonOf = (error: unknown, message: string): string =>
  error instanceof TypeError || error instanceof ReferenceError
    ? "Mermaid's own parser breaks over it"
    : beginningOf(message).slice(0, LONGEST_REASON).replace(/\.$/, '');

const LONGEST_REASON = 200;

/** Where errors without a place name what they are about: a shape that isn't there, a date, a colour, a task. */
const NAMING = [/^No such \w+: (\S+)/, /^Invalid date:(.+)/, /^[^"]*"([^"]+)"/];

/** The line of a text that an error without a place is about. */
function lineOf(reason: string, text: string, firstLine: number): string {
  const named = NAMING.map((pattern) => pattern.exec(reason)?.[1]).find((name) => name !== undefined);
  const line = named === undefined ? -1 : text.split(/\r\n?|\n/).findIndex((each) => hasWord(each, named));
  return line < 0 ? '' : `, line ${line + firstLine}`;
}

/** Whether a line has these words: not as a part of others, as "a" is of "sankey". */
function hasWord(line: string, word: string): boolean {
  const isPart = (at: number, side: string): boolean => /\w/.test(line[at] ?? '') && /\w/.test(side);
  for (let at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1)) {
    if (!isPart(at - 1, word[0] ?? '') && !isPart(at + word.length, word.at(-1) ?? '')) return true;
  }
  return false;
}

interface Place {
  /** 1-based; undefined where the error has no place. */
  readonly line: number | undefined;
  readonly column: number;
}

function placeOf(hash: ParserHash | undefined, code: string, message: string): Place {
  const line = hash?.loc?.first_line ?? (hash?.line === undefined ? lineIn(message) : hash.line + 1);
  if (line === undefined) return { line, column: 1 };
  if (isEnd(hash)) return endOf(code);
  return { line, column: columnOf(code.split('\n')[line - 1] ?? '', hash, message) };
}

/** After the last sign of a text. */
function endOf(code: string): { readonly line: number; readonly column: number } {
  const lines = code.split('\n');
  const last = lines.findLastIndex((each) => each.trim() !== '');
  return { line: last + 1, column: (lines[last] ?? '').trimEnd().length + 1 };
}

/** The number that grammars give to the end of the text, or a name of theirs for it. */
const isEnd = (hash: ParserHash | undefined): boolean =>
  hash?.token === 1 || (typeof hash?.token === 'string' && hash.token.startsWith('EOF'));

const hashOf = (error: unknown): ParserHash | undefined =>
  typeof error === 'object' && error !== null && 'hash' in error
    ? ((error as { hash?: ParserHash }).hash ?? undefined)
    : undefined;

function lineIn(message: string): number | undefined {
  const line = /\bline (\d+)/.exec(message)?.[1];
  return line === undefined ? undefined : Number(line);
}

const beginningOf = (message: string): string => message.split('\n', 1)[0] ?? '';

/** 1-based. Parsers show the text around the place, line breaks left out, and a mark below it. */
function columnOf(line: string, hash: ParserHash | undefined, message: string): number {
  const lines = message.split('\n');
  const mark = lines.findIndex((each) => /^-*\^/.test(each));
  const shown = lines[mark - 1];
  const token = hash?.text?.trim() ?? '';
  if (mark < 0 || shown === undefined) {
    const at = token === '' ? -1 : line.indexOf(token);
    return (at < 0 ? line.length : at) + 1;
  }
  const marked = (lines[mark] ?? '').indexOf('^');
  const [before, after] = [shown.slice(0, marked).replace(/^\.\.\./, ''), shown.slice(marked)];
  const matching = Array.from({ length: line.length + 1 }, (_, at) => {
    const tail = token !== '' && line.slice(at - token.length, at) === token ? at - token.length : at;
    return { column: tail + 1, length: commonEnd(line.slice(0, at), before) + commonStart(line.slice(at), after) };
  });
  return matching.reduce((best, each) => (each.length >= best.length ? each : best)).column;
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length;
}

function foundText(hash: ParserHash | undefined, line: string, column: number): string {
  if (isEnd(hash)) return 'end of the text';
  const text = hash?.text?.trim() ?? '';
  if (text !== '') return JSON.stringify(text.slice(0, 40));
  const rest = line.slice(column - 1, column + 19).trim();
  return rest === '' ? 'end of the line' : JSON.stringify(rest);
}

function expectedName(token: string): string {
  const known = NAMES_OF_TOKENS.get(token);
  if (known !== undefined) return known;
  return /^[A-Z_]+$/.test(token) ? token.toLowerCase().replaceAll('_', ' ') : JSON.stringify(token);
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_EXPECTED);
  const left = names.length - shown.length;
  const more = left === 0 ? '' : ` or ${left} ${left === 1 ? 'other' : 'others'}`;
  const [last, ...others] = shown.reverse();
  if (others.length === 0) return `${last}${more}`;
  return more === '' ? `${others.reverse().join(', ')} or ${last}` : `${others.reverse().join(', ')}, ${last}${more}`;
}

/**
 * The 1-based line of the text that a line of the code stands on. Front matter, directives and comments are missing from
 * the code, so lines are found from the last one up.
 */
function originalLine(code: string, text: string, line: number): number {
  const ours = code.split('\n').map(comparable);
  const given = text.replace(/\r\n?/g, '\n').split('\n').map(comparable);
  let at = given.length;
  for (let index = ours.length - 1; index >= line - 1; index--) {
    const before = given.lastIndexOf(ours[index] ?? '', at - 1);
    if (before >= 0) at = before;
  }
  return Math.min(at + 1, given.length);
}

/** Mermaid turns the quotes in HTML tags, and cuts space at the text's beginning. */
const comparable = (line: string): string => line.trim().replaceAll('"', "'");
