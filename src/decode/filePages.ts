/** The pages of a file: diagram elements, whose content is plain, escaped, URI-encoded or compressed XML. */
import { MxsvgError } from '../diagnostics.js';
import { decodeUri, decompressPage, type Inflation } from './compression.js';
import { COMMENT, ownText, parseXml, type XmlElement } from './xml.js';

export interface MxPage {
  /** The diagram element's id; empty where it has none. */
  readonly id: string;
  /** The name on the page's tab; "Page-1", "Page-2" … where the file gives none, as draw.io calls them. */
  readonly name: string;
  /** The diagram element's attributes as the file has them. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Decodes the page: its mxGraphModel element. Throws MxsvgError 'broken-page', 'malformed-xml', 'limit-exceeded'. */
  model(): XmlElement;
  /** The same with its comments, as COMMENT elements: nothing draws them, but a file written anew keeps them. */
  annotatedModel(): XmlElement;
}

export interface MxFile {
  readonly attributes: ReadonlyMap<string, string>;
  readonly pages: readonly MxPage[];
  /** What else the mxfile element holds. draw.io writes nothing there. */
  readonly others: readonly XmlElement[];
}

/** The name that draw.io shows for a page without one. */
export const numberedName = (index: number): string => `Page-${index + 1}`;

/** The id by which links name a page: where the file gives none, draw.io counts pages from 0. */
export const pageId = ({ id }: Pick<MxPage, 'id'>, index: number): string => id || String(index);

/** The page of a diagram element whose content was read as one raw string. */
export function pageOf(diagram: XmlElement, index: number, inflation: Inflation): MxPage {
  const name = diagram.attributes.get('name') ?? numberedName(index);
  const origin = `Page ${index + 1} (${name})`;
  const content = ownText(diagram);
  const model = keptModel(content.length, () => modelFromContent(content, origin, false, inflation));
  return {
    id: diagram.attributes.get('id') ?? '',
    name,
    attributes: diagram.attributes,
    model,
    annotatedModel: () => modelFromContent(content, origin, true, inflation),
  };
}

/** The tree of a page whose text is longer is not kept: it takes ten times as much, beside all that is made of it. */
const LONGEST_KEPT = 2 * 1024 * 1024;

/**
 * Gives a page's model, which is read once where it isn't too large to be kept. `first`: one that is there already, which
 * is given once in any case.
 */
export function keptModel(length: number, read: () => XmlElement, first?: XmlElement): () => XmlElement {
  let known = first;
  return () => {
    const model = known ?? read();
    known = length > LONGEST_KEPT ? undefined : model;
    return model;
  };
}

/** The only page of a file that has no diagram element. */
export function lonePage(model: () => XmlElement, annotatedModel = model): MxPage {
  return { id: '', name: numberedName(0), attributes: new Map(), model, annotatedModel };
}

const EMPTY_MODEL: XmlElement = { name: 'mxGraphModel', attributes: new Map(), children: [] };

function modelFromContent(content: string, origin: string, comments: boolean, inflation: Inflation): XmlElement {
  const { limits } = inflation;
  const nodes: XmlElement['children'] = /[<&]/.test(content)
    ? parseXml(`<diagram>${content}</diagram>`, { origin, trusted: true, comments, limits }).children
    : [content];
  const child = nodes.find((node): node is XmlElement => typeof node !== 'string' && node.name !== COMMENT);
  if (child !== undefined) return requireModel(child, origin);
  const text = nodes
    .filter((node) => typeof node === 'string')
    .join('')
    .trim();
  // draw.io shows a page without content as an empty one.
  if (text === '') return EMPTY_MODEL;
  return requireModel(parseXml(plainXml(text, origin, inflation), { origin, comments, limits }), origin);
}

/** XML that may be URI-encoded or compressed. */
export function plainXml(text: string, origin: string, inflation: Inflation): string {
  if (text.startsWith('<')) return text;
  return text.startsWith('%') ? decodeUri(text) : decompressPage(text, origin, inflation);
}

function requireModel(element: XmlElement, origin: string): XmlElement {
  if (element.name === 'mxGraphModel') return element;
  throw new MxsvgError('broken-page', `${origin} holds <${element.name}> where <mxGraphModel> is expected.`);
}
