/**
 * Reads XML as draw.io writes it, in one go: elements, attributes, text, comments and CDATA. What is certainly well-formed
 * becomes a tree; what isn't, or holds more, is for a parser of all XML to judge.
 */
import { DEFAULT_LIMITS } from '../limits.js';
import { attributeText, decodeEntities } from './xmlText.js';
import { COMMENT, type XmlElement, type XmlOptions } from './xmlTree.js';

const BLANK = 0x20;
const EXCLAMATION = 0x21;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const GREATER = 0x3e;

/** An element with more attributes is left to the parser: each is compared with those before it. */
const MOST_ATTRIBUTES = 64;

/** Of ASCII letters, digits and signs. In expressions, since a loop over characters is slow before it is compiled. */
const NAME = /[A-Za-z_:][\w:.-]*/y;
const SPACE = /[\t\n\r ]+/y;

const DECLARATION = /<\?xml[\t\n\r ][^<>?]*\?>/y;
/** Names of elements that the parser may refuse, or not keep. */
const REFUSED = /^(?:__.*|constructor|prototype)$/;

const REFERENCE = /&(?:#\d+|#x[\da-fA-F]+|\w{1,20});/y;

/**
 * The root of a text that is one element with text, comments, CDATA and elements inside, all of it closed, its names plain
 * letters. Undefined says nothing: the text may be broken, or use what draw.io's files don't.
 */
export const readPlainXml = (text: string, options: XmlOptions = {}): XmlElement | undefined =>
  new Reader(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text, options).read();

interface OpenElement {
  readonly name: string;
  readonly children: (XmlElement | string)[];
  readonly path: string;
  /** Where the content begins that stays one raw string. */
  readonly rawFrom: number | undefined;
}

class Reader {
  readonly #open: OpenElement[] = [];
  readonly #names: string[] = [];
  readonly #opaque: readonly string[];
  readonly #comments: boolean;
  readonly #nesting: number;
  #at = 0;
  /** How many of the open elements are inside one whose content stays raw, itself included. */
  #raw = 0;
  #root: XmlElement | undefined;
  /** Whether the innermost element's last child is text that may go on. */
  #inText = false;
  #name = '';
  #value = '';

  constructor(
    readonly text: string,
    { opaque = [], comments = false, limits = DEFAULT_LIMITS }: XmlOptions,
  ) {
    this.#opaque = opaque;
    this.#comments = comments;
    this.#nesting = limits.nesting;
  }

  read(): XmlElement | undefined {
    return this.#run() ? this.#root : undefined;
  }

  #run(): boolean {
    const { text } = this;
    DECLARATION.lastIndex = 0;
    if (DECLARATION.test(text)) this.#at = DECLARATION.lastIndex;
    for (;;) {
      const found = text.indexOf('<', this.#at);
      if (!this.#isText(found < 0 ? text.length : found)) return false;
      if (found < 0) return this.#root !== undefined && this.#open.length === 0;
      if (!this.#markup(found)) return false;
    }
  }

  /** White space outside of the root; inside, any text whose ampersands begin references. */
  #isText(end: number): boolean {
    const { text } = this;
    const outside = this.#open.length === 0;
    const start = this.#at;
    if (outside) return skip(SPACE, text, start) === end;
    if (start === end) return true;
    const content = text.slice(start, end);
    for (let i = content.indexOf('&'); i >= 0; i = content.indexOf('&', i + 1)) {
      REFERENCE.lastIndex = i;
      if (!REFERENCE.test(content)) return false;
    }
    this.#text(decodeEntities(content));
    return true;
  }

  /** Adds text to the innermost element; what a comment was left out of is one text. */
  #text(text: string): void {
    const children = this.#raw === 0 ? this.#open.at(-1)?.children : undefined;
    if (!children) return;
    if (this.#inText) children.push(`${children.pop() as string}${text}`);
    else children.push(text);
    this.#inText = true;
  }

  #markup(start: number): boolean {
    const code = this.text.charCodeAt(start + 1);
    if (code === SLASH) return this.#closingTag(start);
    if (code !== EXCLAMATION) return this.#openingTag(start + 1);
    if (this.text.startsWith('--', start + 2)) return this.#comment(start + 4);
    return this.#open.length > 0 && this.text.startsWith('[CDATA[', start + 2) && this.#characterData(start + 9);
  }

  #comment(start: number): boolean {
    const end = this.#skipTo('-->', start);
    if (end < 0) return false;
    if (!this.#comments || this.#raw > 0) return true;
    this.#inText = false;
    this.#open.at(-1)?.children.push({ name: COMMENT, attributes: new Map(), children: [this.text.slice(start, end)] });
    return true;
  }

  #characterData(start: number): boolean {
    const end = this.#skipTo(']]>', start);
    if (end < 0) return false;
    this.#inText = false;
    if (this.#raw === 0) this.#open.at(-1)?.children.push(this.text.slice(start, end));
    return true;
  }

  /** Where the next such characters are, which it goes on behind; -1 where none are. */
  #skipTo(end: string, from: number): number {
    const found = this.text.indexOf(end, from);
    this.#at = found + end.length;
    return found;
  }

  #closingTag(start: number): boolean {
    const element = this.#open.pop();
    this.#inText = false;
    if (element === undefined || !this.text.startsWith(element.name, start + 2)) return false;
    const end = this.#skipSpace(start + 2 + element.name.length);
    this.#at = end + 1;
    if (this.text.charCodeAt(end) !== GREATER) return false;
    if (this.#raw > 0) this.#raw -= 1;
    if (element.rawFrom !== undefined) element.children.push(this.text.slice(element.rawFrom, start));
    return true;
  }

  #openingTag(start: number): boolean {
    // The document ends with its first element.
    if (this.#root !== undefined && this.#open.length === 0) return false;
    const { text } = this;
    let at = skip(NAME, text, start);
    const name = text.slice(start, at);
    if (name === '' || REFUSED.test(name) || this.#open.length >= this.#nesting) return false;
    const attributes = new Map<string, string>();
    this.#names.length = 0;
    for (;;) {
      const next = this.#skipSpace(at);
      const code = text.charCodeAt(next);
      if (code === GREATER) return this.#begin(name, attributes, next + 1, true);
      if (code === SLASH) {
        return text.charCodeAt(next + 1) === GREATER && this.#begin(name, attributes, next + 2, false);
      }
      // An attribute stands apart from what is before it.
      if (next === at) return false;
      at = this.#attribute(next);
      if (at < 0) return false;
      if (this.#raw === 0) attributes.set(this.#name, attributeText(this.#value));
    }
  }

  /** Adds an element, which stays open where it has content. */
  #begin(name: string, attributes: ReadonlyMap<string, string>, end: number, isOpen: boolean): boolean {
    this.#at = end;
    this.#inText = false;
    const parent = this.#open.at(-1);
    const path = parent ? `${parent.path}.${name}` : name;
    const isOpaque = this.#raw === 0 && this.#opaque.includes(path);
    const children: (XmlElement | string)[] = [];
    if (this.#raw === 0) {
      const element: XmlElement = { name, attributes, children };
      if (parent) parent.children.push(element);
      else this.#root = element;
    }
    if (!isOpen) {
      if (isOpaque) children.push('');
      return true;
    }
    this.#open.push({ name, children, path, rawFrom: isOpaque ? end : undefined });
    if (isOpaque || this.#raw > 0) this.#raw += 1;
    return true;
  }

  /** Where an attribute ends, whose name and value it notes; -1 if it isn't a plain one, or is there twice. */
  #attribute(start: number): number {
    const { text } = this;
    const nameEnd = skip(NAME, text, start);
    const name = text.slice(start, nameEnd);
    if (name === '' || this.#names.length >= MOST_ATTRIBUTES || this.#names.includes(name)) return -1;
    this.#names.push(name);
    const equals = this.#skipSpace(nameEnd);
    if (text.charCodeAt(equals) !== EQUALS) return -1;
    const value = this.#skipSpace(equals + 1);
    const quote = text.charCodeAt(value);
    if (quote !== QUOTE && quote !== APOSTROPHE) return -1;
    const end = text.indexOf(quote === QUOTE ? '"' : "'", value + 1);
    if (end < 0) return -1;
    this.#name = name;
    this.#value = text.slice(value + 1, end);
    return end + 1;
  }

  #skipSpace(from: number): number {
    const { text } = this;
    const code = text.charCodeAt(from);
    // Mostly there is none, or one.
    if (code > BLANK) return from;
    return code === BLANK && text.charCodeAt(from + 1) > BLANK ? from + 1 : skip(SPACE, text, from);
  }
}

/** Where ends what a sticky expression finds; `from` if that is nothing. */
function skip(expression: RegExp, text: string, from: number): number {
  expression.lastIndex = from;
  return expression.test(text) ? expression.lastIndex : from;
}
