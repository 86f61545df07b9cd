/** Writes a diagram file as draw.io's own XML: every page and attribute that was read, in one normal form. */
import { compressPage } from '../../decode/compression.js';
import type { MxFile, MxPage } from '../../decode/container.js';
import { pageId } from '../../decode/filePages.js';
import type { XmlElement } from '../../decode/xml.js';
import { MxsvgError } from '../../diagnostics.js';
import { compactXml, indentedXml } from './xml.js';

export interface MxfileOptions {
  /** Packs each page, as draw.io does to save space, and leaves out line breaks; default false. */
  readonly compressed?: boolean;
  /** The 0-based indexes of the pages to write, in this order; default all. */
  readonly pages?: readonly number[];
}

/**
 * The text of an mxfile. Written again, it stays the same. A file without an mxfile element around its model gets one,
 * and pages without id or name get those that draw.io gives them. Throws MxsvgError 'page-not-found', and as a page's
 * model() does.
 */
export function mxfileXml(file: MxFile, options: MxfileOptions = {}): string {
  const { compressed = false, pages } = options;
  const indexes = pages ?? file.pages.map((_, index) => index);
  const diagrams = indexes.map((index) => diagramOf(file.pages[index], index, compressed));
  const children = [...diagrams, ...file.others];
  const attributes = fileAttributes(file, indexes.length);
  const root: XmlElement = { name: 'mxfile', attributes, children };
  return compressed ? compactXml(root) : indentedXml(root);
}

/** draw.io counts the pages where there are several, and removes the count where only one is left. */
function fileAttributes({ attributes, pages }: MxFile, count: number): ReadonlyMap<string, string> {
  if (count === pages.length || !attributes.has('pages')) return attributes;
  const kept = [...attributes].filter(([name]) => name !== 'pages');
  return new Map(count > 1 ? [...kept, ['pages', `${count}`]] : kept);
}

function diagramOf(page: MxPage | undefined, index: number, compressed: boolean): XmlElement {
  if (!page) throw new MxsvgError('page-not-found', `There is no page ${index + 1}.`);
  const attributes = new Map(page.attributes);
  if (!attributes.has('name')) attributes.set('name', page.name);
  if (!attributes.get('id')) attributes.set('id', pageId(page, index));
  if (compressed) return { name: 'diagram', attributes, children: [compressPage(compactXml(page.annotatedModel()))] };
  return { name: 'diagram', attributes, children: [page.annotatedModel()] };
}
