/** The file around the pages: mxfile, mxlibrary, a bare mxGraphModel, and SVG, PNG, HTML and PDF with a diagram inside. */
import { MxsvgError } from '../diagnostics.js';
import { decodeUri } from './compression.js';
import { refuseForeignBytes, refuseForeignElement, refuseForeignText } from './foreign.js';
import { diagramInHtml, isHtml } from './html.js';
import { librarySheet } from './library.js';
import { MAX_INPUT_LENGTH } from './limits.js';
import { lonePage, type MxFile, type MxPage, pageOf } from './page.js';
import { diagramInPdf, isPdf } from './pdf.js';
import { diagramInPng, isPng } from './png.js';
import { diagramInSvg } from './svg.js';
import { decodeText } from './text.js';
import { childElement, childElements, ownText, parseXml, type XmlElement } from './xml.js';

export type { MxFile, MxPage } from './page.js';

/**
 * Reads a diagram file. Accepts .drawio and .xml (mxfile or mxGraphModel; UTF-8, UTF-16 or what the XML declaration
 * names), libraries (as a sheet of their entries), and SVG, PNG, HTML and PDF that draw.io exported with the diagram
 * inside. Pages are decoded when asked for.
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
  if (isPdf(bytes)) return diagramInPdf(bytes);
  refuseForeignBytes(bytes);
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
  if (isHtml(text)) return fileFromText(diagramInHtml(text), wrappers + 1);
  if (/^%3c/i.test(text)) return fileFromText(decodeUri(text), wrappers + 1);
  if (!text.startsWith('<')) {
    refuseForeignText(text);
    const start = JSON.stringify(text.slice(0, 20));
    throw new MxsvgError('not-a-diagram', `The input isn't XML: it begins with ${start}. A .drawio file is expected.`);
  }
  const root = parseDocument(text, false);
  switch (root.name) {
    case 'mxfile':
      return { attributes: root.attributes, pages: pagesOf(root, text), others: othersIn(root) };
    case 'diagram':
      return fileOfPage(pageOf(root, 0));
    case 'mxGraphModel':
      return fileOfPage(
        lonePage(
          () => root,
          () => parseDocument(text, true),
        ),
      );
    case 'mxlibrary':
      return fileOfPage(libraryPage(root, wrappers));
    case 'svg':
      return fileFromText(diagramInSvg(root), wrappers + 1);
    default:
      refuseForeignElement(root);
      throw new MxsvgError(
        'not-a-diagram',
        `The input is XML, but its first element is <${root.name}> where <mxfile> or <mxGraphModel> is expected.`,
      );
  }
}

const fileOfPage = (page: MxPage): MxFile => ({ attributes: new Map(), pages: [page], others: [] });

function parseDocument(text: string, comments: boolean): XmlElement {
  try {
    return parseXml(text, { origin: 'The input', opaque: ['mxfile.diagram', 'diagram'], comments });
  } catch (cause) {
    if (cause instanceof MxsvgError && cause.code === 'malformed-xml' && /^<{7} /m.test(text) && /^>{7} /m.test(text)) {
      const message = 'The input holds an unresolved merge conflict (<<<<<<< … >>>>>>>): resolve it first.';
      throw new MxsvgError('malformed-xml', message, { cause });
    }
    throw cause;
  }
}

function pagesOf(root: XmlElement, text: string): readonly MxPage[] {
  const diagrams = childElements(root, 'diagram');
  const model = childElement(root, 'mxGraphModel');
  if (diagrams.length === 0 && model !== undefined) {
    const annotated = (): XmlElement => childElement(parseDocument(text, true), 'mxGraphModel') as XmlElement;
    return [lonePage(() => model, annotated)];
  }
  if (diagrams.length === 0) {
    throw new MxsvgError('not-a-diagram', 'The file has an <mxfile> but no page: no <diagram> element inside.');
  }
  return diagrams.map(pageOf);
}

const othersIn = (root: XmlElement): readonly XmlElement[] =>
  childElements(root).filter(({ name }) => name !== 'diagram' && name !== 'mxGraphModel');

/** The sheet is laid out when it is asked for. An entry may be anything that draw.io opens as a file of text. */
function libraryPage(root: XmlElement, wrappers: number): MxPage {
  let sheet: XmlElement | undefined;
  const title = root.attributes.get('title');
  const page = lonePage(() => {
    sheet ??= librarySheet(ownText(root), (xml) => fileFromText(xml, wrappers + 1).pages[0] as MxPage);
    return sheet;
  });
  return title ? { ...page, name: title } : page;
}
