/** XML that draw.io's files seldom hold → its nodes, or what is wrong with it, through fast-xml-parser. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { MxsvgError } from '../diagnostics.js';
import { DEFAULT_LIMITS, limitExceeded } from '../limits.js';
import { BoundedCache } from '../primitives/boundedCache.js';
import { attributeText, decodeEntities } from './xmlText.js';
import { COMMENT, type XmlElement, type XmlOptions } from './xmlTree.js';

// '#' can't begin an element's name.
const TEXT = '#text';
const CDATA = '#cdata';

/** Throws MxsvgError 'malformed-xml' with line and column. */
export function requireWellFormed(text: string, origin: string): void {
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

/** The nodes of a document that was found well-formed. Throws MxsvgError 'limit-exceeded'. */
export function readNodes(text: string, origin: string, options: XmlOptions): (XmlElement | string)[] {
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
