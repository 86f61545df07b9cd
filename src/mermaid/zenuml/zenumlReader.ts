/** Reads tokens of ZenUML one after the other, and says where one can't stand. */
import { type Budget, NO_BUDGET } from '../../budget.js';
import { shownText, type Token, type TokenKind, tokensOf } from './zenumlTokens.js';

/** So many signs before and after a fault are in its message, which its column is found by. */
const SHOWN = 60;

/** Thrown for a token that can't stand where it does, in the form in which Mermaid's own parsers tell that. */
export class ZenumlFault extends Error {
  readonly hash: { readonly line: number; readonly token?: string; readonly text: string; readonly expected: string[] };

  constructor(text: string, { kind, text: found, start }: Token, expected: readonly string[]) {
    const before = text.slice(0, start).split('\n');
    const shown = (before.at(-1) ?? '').slice(-SHOWN);
    const after = text.slice(start, start + SHOWN).split('\n', 1)[0] ?? '';
    super(`Unexpected token\n${shown}${after}\n${'-'.repeat(shown.length)}^`);
    const end = kind === 'end' ? { token: 'EOF' } : {};
    this.hash = { line: before.length - 1, ...end, text: found, expected: [...expected] };
  }
}

export class ZenumlReader {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #budget: Budget;
  #at = 0;

  /** Reads from `start` on. */
  constructor(text: string, start: number, budget: Budget = NO_BUDGET) {
    this.#text = text;
    this.#tokens = tokensOf(text, start);
    this.#budget = budget;
  }

  /** The token that is next, or so many after it. */
  peek(ahead = 0): Token {
    return this.#tokens[Math.min(this.#at + ahead, this.#tokens.length - 1)] as Token;
  }

  next(): Token {
    this.#budget.spend(1);
    const token = this.peek();
    this.#at = Math.min(this.#at + 1, this.#tokens.length - 1);
    return token;
  }

  isAt(kind: TokenKind, text?: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === kind && (text === undefined || token.text === text);
  }

  isSign(text: string, ahead = 0): boolean {
    return this.isAt('sign', text, ahead);
  }

  isKeyword(text: string, ahead = 0): boolean {
    return this.isAt('keyword', text, ahead);
  }

  /** Passes over a sign; false where there is another token. */
  sign(text: string): boolean {
    if (!this.isSign(text)) return false;
    this.next();
    return true;
  }

  keyword(text: string): boolean {
    if (!this.isKeyword(text)) return false;
    this.next();
    return true;
  }

  /** Throws where another token is next. */
  require(text: string): void {
    if (!this.sign(text)) throw this.fault([text]);
  }

  name(expected: string): string {
    if (!this.isAt('name')) throw this.fault([expected]);
    return shownText(this.next().text);
  }

  fault(expected: readonly string[]): ZenumlFault {
    return new ZenumlFault(this.#text, this.peek(), expected);
  }

  /** What has been read since a token, as it is shown. */
  since({ start }: Token): string {
    const last = this.#tokens[this.#at - 1];
    return last === undefined || last.end <= start ? '' : shownText(this.#text.slice(start, last.end));
  }

  /** What is between parentheses that open here, as it is shown; undefined where none do. */
  inParentheses(): string | undefined {
    if (!this.isSign('(')) return undefined;
    const open = this.next();
    for (let depth = 1; depth > 0; ) {
      const token = this.peek();
      if (token.kind === 'end') throw this.fault([')']);
      if (token.text === '(' && token.kind === 'sign') depth++;
      if (token.text === ')' && token.kind === 'sign') depth--;
      this.next();
    }
    const last = this.#tokens[this.#at - 1] as Token;
    return shownText(this.#text.slice(open.end, last.start)).trim();
  }
}
