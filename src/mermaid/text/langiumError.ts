/** What the grammars of Mermaid's second parser package, made by Langium, throw for a text: where it is wrong, and how. */
import { list, type Reader, record, text } from './readers.js';

export interface GrammarFault {
  /** 1-based; undefined for the end of the text. */
  readonly place: { readonly line: number; readonly column: number } | undefined;
  /** The token that can't stand there; undefined where signs make none, or at the end. */
  readonly found: string | undefined;
  /** Tokens that could, by their names in the grammar. */
  readonly expected: readonly string[];
}

/** 1-based: at the end of a text, tokens have no numbers. */
const count: Reader<number> = (value) => (typeof value === 'number' && value >= 1 ? value : undefined);

type Token = { readonly image?: string; readonly startLine?: number; readonly startColumn?: number };
type ParserError = { readonly message?: string; readonly token?: Token };
type LexerError = { readonly line?: number; readonly column?: number };

const parseResult = record<{
  readonly lexerErrors?: readonly LexerError[];
  readonly parserErrors?: readonly ParserError[];
}>({
  lexerErrors: list(record<LexerError>({ line: count, column: count })),
  parserErrors: list(
    record<ParserError>({
      message: text,
      token: record<Token>({ image: text, startLine: count, startColumn: count }),
    }),
  ),
});

const thrown = record<{ readonly result?: NonNullable<ReturnType<typeof parseResult>> }>({ result: parseResult });

/** The first thing that is wrong; undefined for an error of another kind. */
export function langiumFault(error: unknown): GrammarFault | undefined {
  const { lexerErrors = [], parserErrors = [] } = thrown(error)?.result ?? {};
  const [unread, unexpected] = [placeOf(lexerErrors[0]), placeOf(parserErrors[0]?.token)];
  if (lexerErrors.length === 0 && parserErrors.length === 0) return undefined;
  // Signs that make no token are left out before the grammar looks at the rest: what it misses there, they stand for.
  const isUnread = unread !== undefined && (unexpected === undefined || isBefore(unread, unexpected));
  const { message = '', token } = parserErrors[0] ?? {};
  const expected = expectedIn(message);
  return {
    place: isUnread ? unread : unexpected,
    found: isUnread ? undefined : token?.image?.trim() || undefined,
    // Where statements may follow each other without an end, it says nothing that the text could end instead.
    expected: expected.length === 1 && expected[0] === 'EOF' ? [] : expected,
  };
}

type Place = NonNullable<GrammarFault['place']>;

function placeOf(at: { readonly [key: string]: unknown } | undefined): Place | undefined {
  const [line, column] = [count(at?.line ?? at?.startLine), count(at?.column ?? at?.startColumn)];
  return line === undefined || column === undefined ? undefined : { line, column };
}

const isBefore = (a: Place, b: Place): boolean => a.line < b.line || (a.line === b.line && a.column < b.column);

/** "Expecting token of type 'ID' but found …", or a list of sequences of tokens, "1. [NEWLINE]", of which the first counts. */
function expectedIn(message: string): readonly string[] {
  const one = /^Expecting token of type '(.+)' but found/.exec(message)?.[1];
  if (one !== undefined) return [one];
  return message.split('\n').flatMap((line) => {
    const [, quoted, name] = /^(?:\d+\. )?\[(?:'([^']+)'|(\w+))/.exec(line.trim()) ?? [];
    return quoted ?? name ?? [];
  });
}
