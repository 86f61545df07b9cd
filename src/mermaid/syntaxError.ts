/** What Mermaid's grammars say of a text that they can't read, as one error with its place in the text as given. */
import { MxsvgError } from '../diagnostics.js';

/** What Mermaid's generated parsers throw with their errors. */
interface ParserHash {
  readonly token?: string | null;
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

const NAMES_OF_TOKENS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    NEWLINE: 'the end of the line',
    NL: 'the end of the line',
    EOF: 'the end of the text',
    SEMI: '";"',
    SPACE: 'a space',
    PS: '"("',
    PE: '")"',
    SQS: '"["',
    SQE: '"]"',
    DIAMOND_START: '"{"',
    DIAMOND_STOP: '"}"',
    PIPE: '"|"',
    TAGEND: '">"',
    AMP: '"&"',
    COLON: '":"',
    MINUS: '"-"',
    STYLE_SEPARATOR: '":::"',
    LINK: 'a link such as "-->"',
    START_LINK: 'a link such as "-- text -->"',
    NODE_STRING: 'a name',
    UNICODE_TEXT: 'text',
    STR: 'a quoted text',
    MD_STR: 'a quoted Markdown text',
    ACTOR: 'a participant',
    TXT: '": text"',
    ID: 'a name',
    ALPHA: 'a name',
    ENTITY_NAME: 'an entity',
    WORD: 'a word',
    subgraph: '"subgraph"',
    end: '"end"',
    STRUCT_STOP: '"}"',
    STRUCT_START: '"{"',
    BLOCK_STOP: '"}"',
    BLOCK_START: '"{"',
  }),
);

/** So many of what could have followed are named. */
const MOST_EXPECTED = 8;

/**
 * The error for what a parser threw. `code` is what it read; the place is given in `text`, which still has the front
 * matter, directives and comments.
 */
export function syntaxError(error: unknown, code: string, text: string): MxsvgError {
  const message = error instanceof Error ? error.message : String(error);
  const hash = hashOf(error);
  const line = hash?.loc?.first_line ?? (hash?.line === undefined ? lineIn(message) : hash.line + 1);
  if (line === undefined)
    return new MxsvgError('mermaid-syntax', `Mermaid text can't be read: ${firstLine(message)}`, { cause: error });
  const lines = code.split('\n');
  const token = hash?.text ?? '';
  const column = columnOf(lines[line - 1] ?? '', token, hash?.loc, message);
  const place = `line ${originalLine(code, text, line)}, column ${column}`;
  const found = foundText(hash, lines[line - 1] ?? '', column);
  const expected = (hash?.expected ?? []).map(expectedName);
  const names = [...new Set(expected)];
  const wanted = names.length === 0 ? '' : `; expected ${listed(names)}`;
  return new MxsvgError('mermaid-syntax', `Mermaid text, ${place}: unexpected ${found}${wanted}.`, { cause: error });
}

const hashOf = (error: unknown): ParserHash | undefined =>
  typeof error === 'object' && error !== null && 'hash' in error
    ? ((error as { hash?: ParserHash }).hash ?? undefined)
    : undefined;

function lineIn(message: string): number | undefined {
  const line = /\bline (\d+)/.exec(message)?.[1];
  return line === undefined ? undefined : Number(line);
}

const firstLine = (message: string): string => message.split('\n', 1)[0] ?? '';

/** 1-based. Parsers give the place of the last token read, or a picture of the line with a mark below it. */
function columnOf(line: string, token: string, loc: ParserHash['loc'], message: string): number {
  const marked = /^(-*)\^/m.exec(message);
  if (marked?.[1] !== undefined) {
    // The mark stands below the end of a stretch of text: what was read, cut to its last twenty signs, and what follows.
    const shown = message.split('\n').at(message.split('\n').findIndex((each) => /^-*\^/.test(each)) - 1) ?? '';
    const before = shown.slice(0, marked[1].length).replace(/^\.\.\./, '');
    const after = shown.slice(marked[1].length).replace(/\.\.\.$/, '');
    const at = line.indexOf(after === '' ? token : after);
    const near = line.indexOf(before + after);
    if (near >= 0) return near + before.length + 1;
    if (at >= 0) return at + 1;
  }
  const at = token.trim() === '' ? -1 : line.indexOf(token.trim(), loc?.first_column ?? 0);
  return at >= 0 ? at + 1 : Math.min(loc?.last_column ?? line.length, line.length) + 1;
}

function foundText(hash: ParserHash | undefined, line: string, column: number): string {
  const token = hash?.token ?? undefined;
  if (token === 'NEWLINE' || token === 'NL' || hash?.text === '\n') return 'end of the line';
  if (token === 'EOF' || token === '1') return 'end of the text';
  const text = hash?.text?.trim() ?? '';
  if (text !== '') return JSON.stringify(text.slice(0, 40));
  const rest = line.slice(column - 1, column + 19).trim();
  return rest === '' ? 'end of the line' : JSON.stringify(rest);
}

function expectedName(quoted: string): string {
  const name = quoted.replace(/^'(.*)'$/s, '$1');
  const known = NAMES_OF_TOKENS.get(name);
  if (known !== undefined) return known;
  return /^[A-Za-z_]+$/.test(name) ? name.toLowerCase().replaceAll('_', ' ') : JSON.stringify(name);
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_EXPECTED);
  const more = names.length > shown.length ? ` or ${names.length - shown.length} others` : '';
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
