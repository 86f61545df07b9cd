/** A quick look at XML that tells what is certainly well-formed; what it isn't sure of is for a validator to judge. */

const SLASH = 0x2f;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const AMPERSAND = 0x26;
const EXCLAMATION = 0x21;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/** An element with more attributes is left to the validator: each is compared with those before it. */
const MOST_ATTRIBUTES = 64;

const DECLARATION = /<\?xml[\t\n\r ][^<>?]*\?>/y;
const REFERENCE = /&(?:#\d+|#x[\da-fA-F]+|\w{1,20});/y;

/**
 * True for one element with text, comments, CDATA and elements inside, all of it closed, its names plain letters. False
 * says nothing: the text may be broken, or use what draw.io's files don't.
 */
export const isSurelyWellFormed = (text: string): boolean => new Scan(text).run();

class Scan {
  readonly #open: string[] = [];
  readonly #hashes: number[] = [];
  #at = 0;
  #begun = false;

  constructor(readonly text: string) {}

  run(): boolean {
    const { text } = this;
    DECLARATION.lastIndex = 0;
    if (DECLARATION.test(text)) this.#at = DECLARATION.lastIndex;
    for (;;) {
      const found = text.indexOf('<', this.#at);
      if (!this.#isText(found < 0 ? text.length : found)) return false;
      if (found < 0) return this.#begun && this.#open.length === 0;
      if (!this.#markup(found)) return false;
    }
  }

  /** White space outside of the root; inside, any text whose ampersands begin references. */
  #isText(end: number): boolean {
    const { text } = this;
    const outside = this.#open.length === 0;
    for (let i = this.#at; i < end; i++) {
      const code = text.charCodeAt(i);
      if (outside && !isSpace(code)) return false;
      if (code !== AMPERSAND) continue;
      REFERENCE.lastIndex = i;
      if (!REFERENCE.test(text)) return false;
    }
    return true;
  }

  #markup(start: number): boolean {
    const code = this.text.charCodeAt(start + 1);
    if (code === SLASH) return this.#closingTag(start + 2);
    if (code !== EXCLAMATION) return this.#openingTag(start + 1);
    if (this.text.startsWith('--', start + 2)) return this.#skipTo('-->', start + 4);
    return this.#open.length > 0 && this.text.startsWith('[CDATA[', start + 2) && this.#skipTo(']]>', start + 9);
  }

  #skipTo(end: string, from: number): boolean {
    const found = this.text.indexOf(end, from);
    this.#at = found + end.length;
    return found >= 0;
  }

  #closingTag(start: number): boolean {
    const name = this.#open.pop();
    if (name === undefined || !this.text.startsWith(name, start)) return false;
    const end = this.#skipSpace(start + name.length);
    this.#at = end + 1;
    return this.text.charCodeAt(end) === GREATER;
  }

  #openingTag(start: number): boolean {
    // The document ends with its first element.
    if (this.#begun && this.#open.length === 0) return false;
    this.#begun = true;
    const { text } = this;
    let at = this.#skipName(start);
    const name = text.slice(start, at);
    if (name === '') return false;
    this.#hashes.length = 0;
    for (;;) {
      const next = this.#skipSpace(at);
      const code = text.charCodeAt(next);
      if (code === GREATER) {
        this.#open.push(name);
        this.#at = next + 1;
        return true;
      }
      if (code === SLASH) {
        this.#at = next + 2;
        return text.charCodeAt(next + 1) === GREATER;
      }
      // An attribute stands apart from what is before it.
      if (next === at) return false;
      at = this.#attribute(next);
      if (at < 0) return false;
    }
  }

  /** Where an attribute ends; -1 if it isn't a plain one, or seems to be there twice. */
  #attribute(start: number): number {
    const { text } = this;
    const nameEnd = this.#skipName(start);
    if (nameEnd === start || this.#hashes.length >= MOST_ATTRIBUTES) return -1;
    let hash = 0;
    for (let i = start; i < nameEnd; i++) hash = (hash * 31 + text.charCodeAt(i)) | 0;
    if (this.#hashes.includes(hash)) return -1;
    this.#hashes.push(hash);
    const equals = this.#skipSpace(nameEnd);
    if (text.charCodeAt(equals) !== EQUALS) return -1;
    const value = this.#skipSpace(equals + 1);
    const quote = text.charCodeAt(value);
    if (quote !== QUOTE && quote !== APOSTROPHE) return -1;
    const end = text.indexOf(quote === QUOTE ? '"' : "'", value + 1);
    return end < 0 ? -1 : end + 1;
  }

  #skipSpace(from: number): number {
    let at = from;
    while (isSpace(this.text.charCodeAt(at))) at++;
    return at;
  }

  /** Where a name of ASCII letters ends that begins here; `from` if none does. */
  #skipName(from: number): number {
    let at = from;
    if (!isNameStart(this.text.charCodeAt(at))) return from;
    while (isNamePart(this.text.charCodeAt(at))) at++;
    return at;
  }
}

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/** Letters, "_" and ":". */
const isNameStart = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f || code === 0x3a;

/** The same, digits, "-" and ".". */
const isNamePart = (code: number): boolean =>
  isNameStart(code) || (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e;
