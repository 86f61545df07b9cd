/** The file around the pages: mxfile, a bare mxGraphModel, and SVG, PNG or HTML with a diagram inside. */
import he from 'he';
import { MxsvgError } from '../diagnostics.js';
import { base64Bytes, decodeUri, decompressPage } from './compression.js';
import { MAX_INPUT_LENGTH } from './limits.js';
import { diagramInPng, isPng } from './png.js';
import { decodeText } from './text.js';
import { childElement, childElements, ownText, parseXml, type XmlElement } from './xml.js';

export interface MxPage {
  /** The diagram element's id; empty where it has none. */
  readonly id: string;
  /** The name on the page's tab; "Page-1", "Page-2" … where the file gives none, as draw.io calls them. */
  readonly name: string;
  /** Decodes the page: its mxGraphModel element. Throws MxsvgError 'broken-page', 'malformed-xml', 'limit-exceeded'. */
  model(): XmlElement;
}

export interface MxFile {
  readonly attributes: ReadonlyMap<string, string>;
  readonly pages: readonly MxPage[];
}

/**
 * Reads a diagram file. Accepts .drawio and .xml (mxfile or mxGraphModel; UTF-8, UTF-16 or what the XML declaration
 * names), and SVG, PNG and HTML that draw.io exported with the diagram inside. Pages are decoded when asked for.
 * Throws MxsvgError 'not-a-diagram', 'malformed-xml', 'broken-page' or 'limit-exceeded'.
 */
export function readContainer(source: string | Uint8Array): MxFile {
  if (source.length > MAX_INPUT_LENGTH) {
    const limit = MAX_INPUT_LENGTH / 1024 / 1024;
    throw new MxsvgError('limit-exceeded', `The input is larger than ${limit} MiB, so it was not read.`);
  }
  return fileFromText(typeof source === 'string' ? source : textOf(source), 0);
}

function textOf(bytes: Uint8Array): string {
  if (isPng(bytes)) return diagramInPng(bytes);
  const [first, second] = bytes;
  if (first === 0x50 && second === 0x4b) {
    throw new MxsvgError('not-a-diagram', 'The input is a ZIP archive (a Visio file?): save it as .drawio in draw.io.');
  }
  return decodeText(bytes);
}

/** A wrapper holds a file that may be a wrapper again, once or twice in practice. */
const MAX_WRAPPERS = 4;

function fileFromText(source: string, wrappers: number): MxFile {
  const text = source.replace(/^[\s\ufeff]+/, '');
  if (text === '') throw new MxsvgError('not-a-diagram', 'The input is empty.');
  if (wrappers > MAX_WRAPPERS) {
    throw new MxsvgError('limit-exceeded', 'The input wraps one file in another too many times.');
  }
  if (/^(?:<!doctype html|<html)\b/i.test(text)) return fileFromText(diagramInHtml(text), wrappers + 1);
  if (!text.startsWith('<')) {
    const start = JSON.stringify(text.slice(0, 20));
    throw new MxsvgError('not-a-diagram', `The input isn't XML: it begins with ${start}. A .drawio file is expected.`);
  }
  const root = parseXml(text, { origin: 'The input', opaque: ['mxfile.diagram'] });
  switch (root.name) {
    case 'mxfile':
      return { attributes: root.attributes, pages: pagesOf(root) };
    case 'mxGraphModel':
      return { attributes: new Map(), pages: [{ id: '', name: 'Page-1', model: () => root }] };
    case 'svg':
      return fileFromText(diagramInSvg(root), wrappers + 1);
    default:
      throw new MxsvgError(
        'not-a-diagram',
        `The input is XML, but its first element is <${root.name}> where <mxfile> or <mxGraphModel> is expected.`,
      );
  }
}

function pagesOf(root: XmlElement): readonly MxPage[] {
  const diagrams = childElements(root, 'diagram');
  const model = childElement(root, 'mxGraphModel');
  if (diagrams.length === 0 && model !== undefined) return [{ id: '', name: 'Page-1', model: () => model }];
  if (diagrams.length === 0) {
    throw new MxsvgError('not-a-diagram', 'The file has an <mxfile> but no page: no <diagram> element inside.');
  }
  return diagrams.map(pageOf);
}

function pageOf(diagram: XmlElement, index: number): MxPage {
  const name = diagram.attributes.get('name') ?? `Page-${index + 1}`;
  const origin = `Page ${index + 1} (${name})`;
  let decoded: XmlElement | undefined;
  return {
    id: diagram.attributes.get('id') ?? '',
    name,
    model: () => {
      decoded ??= modelFromContent(ownText(diagram), origin);
      return decoded;
    },
  };
}

const EMPTY_MODEL: XmlElement = { name: 'mxGraphModel', attributes: new Map(), children: [] };

/** The model inside a diagram element, whose content is plain, escaped, URI-encoded or compressed XML. */
function modelFromContent(content: string, origin: string): XmlElement {
  const nodes: XmlElement['children'] = /[<&]/.test(content)
    ? parseXml(`<diagram>${content}</diagram>`, { origin, trusted: true }).children
    : [content];
  const child = nodes.find((node): node is XmlElement => typeof node !== 'string');
  if (child !== undefined) return requireModel(child, origin);
  const text = nodes.join('').trim();
  // draw.io shows a page without content as an empty one.
  if (text === '') return EMPTY_MODEL;
  return requireModel(parseXml(plainXml(text, origin), { origin }), origin);
}

function plainXml(text: string, origin: string): string {
  if (text.startsWith('<')) return text;
  return withoutControls(text.startsWith('%') ? decodeUri(text) : decompressPage(text, origin));
}

/** draw.io drops the control characters that XML forbids from a page it decompressed. */
function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being removed
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

function requireModel(element: XmlElement, origin: string): XmlElement {
  if (element.name === 'mxGraphModel') return element;
  throw new MxsvgError('broken-page', `${origin} holds <${element.name}> where <mxGraphModel> is expected.`);
}

function diagramInSvg(root: XmlElement): string {
  const content = root.attributes.get('content')?.trim() ?? '';
  if (content === '') {
    throw new MxsvgError(
      'not-a-diagram',
      'The SVG holds no diagram: export it from draw.io with "Include a copy of my diagram".',
    );
  }
  if (content.startsWith('<')) return content;
  if (content.startsWith('%')) return decodeUri(content);
  return decodeUri(new TextDecoder().decode(base64Bytes(content, 'The SVG’s content')));
}

/** draw.io's HTML export: a JSON object with the key xml, in the attribute data-mxgraph. */
function diagramInHtml(html: string): string {
  const attribute = /\bdata-mxgraph\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(html);
  const value = attribute?.[1] ?? attribute?.[2];
  if (value === undefined) {
    throw new MxsvgError('not-a-diagram', 'The input is an HTML page without a draw.io diagram (data-mxgraph).');
  }
  let configuration: unknown;
  try {
    configuration = JSON.parse(he.decode(value, { isAttributeValue: true }));
  } catch (cause) {
    throw new MxsvgError('not-a-diagram', 'The HTML page’s data-mxgraph attribute isn’t valid JSON.', { cause });
  }
  const xml = (configuration as { readonly xml?: unknown } | null)?.xml;
  if (typeof xml === 'string') return xml;
  throw new MxsvgError('not-a-diagram', 'The HTML page’s data-mxgraph attribute holds no "xml".');
}
