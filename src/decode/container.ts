/** The file around the pages: mxfile, mxlibrary, a bare mxGraphModel, and SVG, PNG, HTML and PDF with a diagram inside. */
import { MxsvgError } from '../diagnostics.js';
import { DEFAULT_LIMITS, type Limits, requireWithin } from '../limits.js';
import { decodeUri, Inflation } from './compression.js';
import { decodeText } from './decodeText.js';
import { keptModel, lonePage, type MxFile, type MxPage, pageOf } from './filePages.js';
import { diagramInHtml, isHtml } from './html.js';
import { refuseForeignBytes, refuseForeignElement, refuseForeignText } from './mistakenFiles.js';
import { diagramInPdf } from './pdf.js';
import { isPdf } from './pdfMark.js';
import { diagramInPng, isPng } from './png.js';
import { librarySheet } from './shapeLibrary.js';
import { diagramInSvg } from './svg.js';
import { childElement, childElements, ownText, parseXml, type XmlElement } from './xml.js';

export type { MxFile, MxPage } from './filePages.js';

/**
 * Reads a diagram file. Accepts .drawio and .xml (mxfile or mxGraphModel; UTF-8, UTF-16 or what the XML declaration
 * names), libraries (as a sheet of their entries), and SVG, PNG, HTML and PDF that draw.io exported with the diagram
 * inside. Pages are decoded when asked for.
 * Throws MxsvgError 'not-a-diagram', 'malformed-xml', 'broken-page' or 'limit-exceeded'.
 */
export function readContainer(source: string | Uint8Array, limits: Limits = DEFAULT_LIMITS): MxFile {
  requireWithin(limits, 'inputBytes', source.length, 'The input');
  const inflation = new Inflation(limits);
  return fileFromText(typeof source === 'string' ? source : textOf(source, inflation), 0, inflation);
}

function textOf(bytes: Uint8Array, inflation: Inflation): string {
  if (isPng(bytes)) return diagramInPng(bytes, inflation);
  if (isPdf(bytes)) return diagramInPdf(bytes, inflation);
  refuseForeignBytes(bytes);
  return decodeText(bytes);
}

/** A wrapper holds a file that may be a wrapper again, once or twice in practice. */
const MAX_WRAPPERS = 4;

function fileFromText(source: string, wrappers: number, inflation: Inflation): MxFile {
  const { limits } = inflation;
  const text = source.replace(/^[\s\ufeff]+/, '');
  if (text === '') throw new MxsvgError('not-a-diagram', 'The input is empty.');
  if (wrappers > MAX_WRAPPERS) {
    throw new MxsvgError('limit-exceeded', `The input wraps one file in another more than ${MAX_WRAPPERS} times.`);
  }
  if (isHtml(text)) return fileFromText(diagramInHtml(text, inflation), wrappers + 1, inflation);
  if (/^%3c/i.test(text)) return fileFromText(decodeUri(text), wrappers + 1, inflation);
  if (!text.startsWith('<')) {
    refuseForeignText(text);
    const start = JSON.stringify(text.slice(0, 20));
    throw new MxsvgError('not-a-diagram', `The input isn't XML: it begins with ${start}. A .drawio file is expected.`);
  }
  const root = parseDocument(text, false, limits);
  switch (root.name) {
    case 'mxfile':
      return { attributes: root.attributes, pages: pagesOf(root, text, inflation), others: othersIn(root) };
    case 'diagram':
      return fileOfPage(pageOf(root, 0, inflation));
    case 'mxGraphModel':
      return fileOfPage(
        lonePage(
          keptModel(text.length, () => parseDocument(text, false, limits), root),
          () => parseDocument(text, true, limits),
        ),
      );
    case 'mxlibrary':
      return fileOfPage(libraryPage(root, wrappers, inflation));
    case 'svg':
      return fileFromText(diagramInSvg(root), wrappers + 1, inflation);
    default:
      refuseForeignElement(root);
      throw new MxsvgError(
        'not-a-diagram',
        `The input is XML, but its first element is <${root.name}> where <mxfile> or <mxGraphModel> is expected.`,
      );
  }
}

const fileOfPage = (page: MxPage): MxFile => ({ attributes: new Map(), pages: [page], others: [] });

function parseDocument(text: string, comments: boolean, limits: Limits): XmlElement {
  try {
    return parseXml(text, { origin: 'The input', opaque: ['mxfile.diagram', 'diagram'], comments, limits });
  } catch (cause) {
    if (cause instanceof MxsvgError && cause.code === 'malformed-xml' && /^<{7} /m.test(text) && /^>{7} /m.test(text)) {
      const message = 'The input holds an unresolved merge conflict (<<<<<<< … >>>>>>>): resolve it first.';
      throw new MxsvgError('malformed-xml', message, { cause });
    }
    throw cause;
  }
}

function pagesOf(root: XmlElement, text: string, inflation: Inflation): readonly MxPage[] {
  const diagrams = childElements(root, 'diagram');
  const model = childElement(root, 'mxGraphModel');
  if (diagrams.length === 0 && model !== undefined) {
    const annotated = (): XmlElement =>
      childElement(parseDocument(text, true, inflation.limits), 'mxGraphModel') as XmlElement;
    return [lonePage(() => model, annotated)];
  }
  if (diagrams.length === 0) {
    throw new MxsvgError('not-a-diagram', 'The file has an <mxfile> but no page: no <diagram> element inside.');
  }
  return diagrams.map((diagram, index) => pageOf(diagram, index, inflation));
}

const othersIn = (root: XmlElement): readonly XmlElement[] =>
  childElements(root).filter(({ name }) => name !== 'diagram' && name !== 'mxGraphModel');

/** The sheet is laid out when it is asked for. An entry may be anything that draw.io opens as a file of text. */
function libraryPage(root: XmlElement, wrappers: number, inflation: Inflation): MxPage {
  let sheet: XmlElement | undefined;
  const title = root.attributes.get('title');
  const page = lonePage(() => {
    sheet ??= librarySheet(
      ownText(root),
      inflation,
      (xml) => fileFromText(xml, wrappers + 1, inflation).pages[0] as MxPage,
    );
    return sheet;
  });
  return title ? { ...page, name: title } : page;
}
