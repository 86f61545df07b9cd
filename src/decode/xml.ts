/** XML text → a small element tree, as a browser's parser reads it, through fast-xml-parser. */

import { XMLParser, XMLValidator } from 'fast-xml-parser';
import he from 'he';
import { MxsvgError } from '../diagnostics.js';
import { DEFAULT_LIMITS, type Limits, limitExceeded } from '../limits.js';
import { BoundedCache } from '../primitives/boundedCache.js';
import { withoutForbidden } from '../primitives/xmlCharacters.js';
import { withoutDoctype } from './doctype.js';
import { ELEMENTS_PER_CELL } from './htmlTree.js';
import { isSurelyWellFormed } from './wellFormed.js';

export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

export interface XmlOptions {
  /** What the text is, for error messages, e.g. "page 2 (Overview)". */
  readonly origin?: string;
  /** Paths such as "mxfile.diagram" of elements whose content stays one raw string: markup and entities unread. */
  readonly opaque?: readonly string[];
  /** True: the text was part of a document already found well-formed. */
  readonly trusted?: boolean;
  /** True: comments stay, each an element of the name COMMENT around its text. */
  readonly comments?: boolean;
  /** Default: those that hold where nobody sets any. */
  readonly limits?: Limits;
}

/** The name, which no element can have, of what stands for a comment. */
export const COMMENT = '#comment';

/** Elements that a cell has at most, on average; draw.io writes three or four. */

// '#' can't begin an element's name.
const TEXT = '#text';
const CDATA = '#cdata';

/**
 * Reads one XML document. Characters that XML has no place for are dropped, as draw.io drops them from pages that it
 * decompressed: what is drawn is what can be written again. Throws MxsvgError 'malformed-xml' with line and column, or
 * 'limit-exceeded'.
 */
export function parseXml(source: string, options: XmlOptions = {}): XmlElement {
  const origin = options.origin ?? 'the XML';
  const limits = options.limits ?? DEFAULT_LIMITS;
  const text = withoutForbidden(withoutDoctype(source, origin, limits));
  requireFewElements(text, origin, limits);
  if (options.trusted !== true) requireWellFormed(text, origin);
  const root = readNodes(text, origin, options).find((node) => isElement(node) && node.name !== COMMENT);
  if (root === undefined) throw new MxsvgError('malformed-xml', `${origin} holds no element.`);
  return root as XmlElement;
}

/** The child elements, of one name where it is given. */
export function childElements(element: XmlElement, name?: string): readonly XmlElement[] {
  const elements = element.children.filter(isElement);
  return name === undefined ? elements : elements.filter((child) => child.name === name);
}

/** The first child element of that name. */
export const childElement = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((child): child is XmlElement => isElement(child) && child.name === name);

/** The element's own text, child elements left out. */
export const ownText = (element: XmlElement): string =>
  element.children.filter((child) => typeof child === 'string').join('');

function isElement(node: XmlElement | string): node is XmlElement {
  return typeof node !== 'string';
}

/** Counted ahead of everything, since a tree of very many elements fills the memory. */
function requireFewElements(text: string, origin: string, limits: Limits): void {
  const most = limits.cells * ELEMENTS_PER_CELL;
  // The shortest element has four characters.
  if (text.length / 4 <= most) return;
  let count = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    if (text.charCodeAt(at + 1) === SLASH) continue;
    count += 1;
    if (count > most) throw limitExceeded(limits, 'cells', `${origin}, which has more than ${most} elements,`);
  }
}

const SLASH = 0x2f;

function requireWellFormed(text: string, origin: string): void {
  if (isSurelyWellFormed(text)) return;
  const verdict = XMLValidator.validate(text);
  if (verdict === true) return;
  const { msg, line, col } = verdict.err;
  const open = stillOpen(msg);
  if (open !== undefined) {
    throw new MxsvgError('malformed-xml', `${origin} ends with <${open}> still open: is it complete?`);
  }
  // An empty document's position is NaN.
  const place = Number.isFinite(line) && Number.isFinite(col) ? ` at line ${line}, column ${col}` : '';
  throw new MxsvgError('malformed-xml', `${origin} isn't well-formed${place}: ${msg}`);
}

/** The innermost element left open at the end, from the validator's `Invalid '["mxfile", "diagram"]' found.` */
const stillOpen = (message: string): string | undefined =>
  message.startsWith("Invalid '[") ? /"([^"]*)"\]' found\.$/.exec(message)?.[1] : undefined;

/** What a parser's settings take, bytes; documents want one of few. */
const SETTINGS_SIZE = 2000;

const parsers = new BoundedCache<string, XMLParser>(32 * SETTINGS_SIZE, () => SETTINGS_SIZE);

/** Parsers hold settings alone, which take longer to work out than a short document. */
const parserFor = (opaque: readonly string[], comments: boolean, nesting: number): XMLParser =>
  parsers.remember(`${opaque.join(' ')}|${comments}|${nesting}`, () => createParser(opaque, comments, nesting));

const createParser = (opaque: readonly string[], comments: boolean, nesting: number): XMLParser =>
  new XMLParser({
    preserveOrder: true,
    // Attributes are read below, from where fast-xml-parser says that an element starts: it takes twice as long.
    ignoreAttributes: true,
    captureMetaData: true,
    cdataPropName: CDATA,
    commentPropName: comments ? COMMENT : false,
    // Values are decoded below: fast-xml-parser would leave out character references, and trim.
    processEntities: false,
    parseTagValue: false,
    trimValues: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    jPath: false,
    maxNestedTags: nesting,
    stopNodes: [...opaque],
    entityDecoder: UNDECODED,
    onDangerousProperty: (name: string) => name,
  });

function readNodes(text: string, origin: string, options: XmlOptions): (XmlElement | string)[] {
  const { opaque = [], comments = false, limits = DEFAULT_LIMITS } = options;
  const source = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const parser = parserFor(opaque, comments, limits.nesting);
  try {
    return convertNodes(parser.parse(source), { source, opaque: new Set(opaque) }, '');
  } catch (cause) {
    if (cause instanceof MxsvgError) throw cause;
    const message = cause instanceof Error ? cause.message : String(cause);
    if (/nested tags/.test(message)) {
      throw limitExceeded(limits, 'nesting', origin);
    }
    throw new MxsvgError('malformed-xml', `${origin} can't be read: ${message}`, { cause });
  }
}

/** Stands in for the tables of entities that fast-xml-parser would make for each document. */
const UNDECODED = {
  setExternalEntities: () => {},
  addInputEntities: () => {},
  setXmlVersion: () => {},
  reset: () => {},
  decode: (text: string) => text,
};

/** Where fast-xml-parser's nodes say at which character of the text they start. */
const META = XMLParser.getMetaDataSymbol() as unknown as symbol;

/** fast-xml-parser's node in document order: `{ name: children, [META]: { startIndex } }`, `{ '#text': text }`. */
type OrderedNode = Readonly<Record<string | symbol, unknown>>;

interface Conversion {
  readonly source: string;
  readonly opaque: ReadonlySet<string>;
}

function convertNodes(nodes: unknown, conversion: Conversion, path: string): (XmlElement | string)[] {
  const converted: (XmlElement | string)[] = [];
  for (const node of nodes as readonly OrderedNode[]) {
    const name = nameOf(node);
    if (name === undefined) continue;
    if (name === TEXT) converted.push(decodeEntities(String(node[TEXT])));
    else if (name === CDATA) converted.push(rawText(node[CDATA]));
    else if (name === COMMENT) converted.push({ name, attributes: new Map(), children: [rawText(node[COMMENT])] });
    else converted.push(convertElement(name, node, conversion, path === '' ? name : `${path}.${name}`));
  }
  return converted;
}

function nameOf(node: OrderedNode): string | undefined {
  for (const key in node) return key;
  return undefined;
}

function convertElement(name: string, node: OrderedNode, conversion: Conversion, path: string): XmlElement {
  const { startIndex } = node[META] as { readonly startIndex: number };
  const attributes = readAttributes(conversion.source, startIndex + 1 + name.length);
  const children = conversion.opaque.has(path) ? [rawText(node[name])] : convertNodes(node[name], conversion, path);
  return { name, attributes, children };
}

const rawText = (nodes: unknown): string =>
  (nodes as readonly OrderedNode[]).map((node) => String(node[TEXT] ?? '')).join('');

/** An attribute of a tag that was found well-formed; the validator passes over an "=" without a name. */
const ATTRIBUTE = /[\s=]*([^\s=<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;

/** The attributes of a tag, from the end of its name on. */
function readAttributes(source: string, from: number): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  ATTRIBUTE.lastIndex = from;
  for (let match = ATTRIBUTE.exec(source); match; match = ATTRIBUTE.exec(source)) {
    attributes.set(match[1] as string, attributeText(match[2] ?? match[3] ?? ''));
  }
  return attributes;
}

/** Literal line breaks and tabs in an attribute are spaces in XML; those written as references stay. */
const attributeText = (value: string): string => decodeEntities(value.replace(/[\t\n]/g, ' '));

/**
 * Character references and the five entities of XML; the names of HTML too, since hand-written files use them. An
 * unknown name stays as it is.
 */
function decodeEntities(text: string): string {
  let ampersand = text.indexOf('&');
  if (ampersand < 0) return text;
  let decoded = '';
  let from = 0;
  for (; ampersand >= 0; ampersand = text.indexOf('&', from)) {
    decoded += text.slice(from, ampersand);
    const entity = namedEntity(text, ampersand + 1);
    if (entity) {
      decoded += entity.character;
      from = ampersand + 1 + entity.name.length;
      continue;
    }
    REFERENCE.lastIndex = ampersand;
    const match = REFERENCE.exec(text);
    decoded += match ? decodeReference(match) : '&';
    from = match ? REFERENCE.lastIndex : ampersand + 1;
  }
  // References may have named what can't stand there.
  return withoutForbidden(decoded + text.slice(from));
}

function namedEntity(text: string, at: number): (typeof NAMED)[number] | undefined {
  for (const entity of NAMED) if (text.startsWith(entity.name, at)) return entity;
  return undefined;
}

/** XML's own entities, those that labels have most first. */
const NAMED = [
  { name: 'lt;', character: '<' },
  { name: 'gt;', character: '>' },
  { name: 'quot;', character: '"' },
  { name: 'amp;', character: '&' },
  { name: 'apos;', character: "'" },
] as const;

const REFERENCE = /&(?:#([0-9]{1,8})|#x([0-9a-fA-F]{1,8})|[A-Za-z][A-Za-z0-9]{0,31});/y;

function decodeReference([whole, decimal, hexadecimal]: RegExpExecArray): string {
  if (decimal === undefined && hexadecimal === undefined) return he.decode(whole);
  const codePoint = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10);
  return codePoint > 0 && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '\ufffd';
}
