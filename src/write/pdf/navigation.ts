/** What leads through a PDF file: links on its pages, and the outline of their names. */

import { PDFHexString, PDFName, type PDFPage, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import { linkedPage } from '../../decode/pageLink.js';
import { safeHref } from '../links.js';
import type { LiteralDictionary, PdfObjects } from './objects.js';
import type { LinkArea } from './painter.js';

export interface WrittenPage {
  readonly page: PDFPage;
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly links: readonly LinkArea[];
}

/** Makes the links of a file's pages work; those to pages that it doesn't have are left out. */
export function addLinks(objects: PdfObjects, pages: readonly WrittenPage[]): void {
  // A page of several sheets begins with the first.
  const targets = new Map([...pages].reverse().map((page) => [page.id, page]));
  for (const page of pages) addPageLinks(objects, page, targets);
}

type Targets = ReadonlyMap<string | undefined, WrittenPage>;

function addPageLinks(objects: PdfObjects, { page, links }: WrittenPage, targets: Targets): void {
  const { width, height } = page.getSize();
  const annotations = links.flatMap(({ href, box }) => {
    const visible = box.x < width && box.y < height && box.x + box.width > 0 && box.y + box.height > 0;
    const action = visible ? linkAction(href, targets) : undefined;
    if (!action) return [];
    const Rect = [box.x, box.y, box.x + box.width, box.y + box.height].map((value) => Math.round(value * 100) / 100);
    return [objects.register({ Type: 'Annot', Subtype: 'Link', Rect, Border: [0, 0, 0], ...action })];
  });
  if (annotations.length > 0) page.node.set(PDFName.of('Annots'), objects.object(annotations));
}

function linkAction(href: string, targets: Targets): LiteralDictionary | undefined {
  const id = linkedPage(href);
  if (id !== undefined) {
    const target = targets.get(id);
    return target && { Dest: [target.page.ref, 'Fit'] };
  }
  const safe = safeHref(href);
  return safe === undefined ? undefined : { A: { S: 'URI', URI: PDFString.of(escaped(asciiUri(safe))) } };
}

/** A URI in a PDF has no other characters than ASCII's. */
const asciiUri = (href: string): string =>
  href.replace(/\p{Cs}/gu, '').replace(/[^\u0021-\u007e]/gu, (character) => encodeURIComponent(character));

const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&');

/** An outline of the pages' names, where there are several; the sheets of one page have one entry. */
export function addOutline(objects: PdfObjects, pages: readonly WrittenPage[]): void {
  const { context, catalog } = objects.document;
  const entries = pages.filter(
    ({ id, name }, i) => name !== undefined && (i === 0 || id === undefined || id !== pages[i - 1]?.id),
  );
  if (entries.length < 2) return;
  const root = context.nextRef();
  const refs = entries.map(() => context.nextRef());
  for (const [i, { page, name = '' }] of entries.entries()) {
    const entry = {
      Title: PDFHexString.fromText(name),
      Parent: root,
      Dest: [page.ref, 'Fit'],
      Prev: refs[i - 1],
      Next: refs[i + 1],
    };
    context.assign(refs[i] as PDFRef, objects.object(entry));
  }
  const last = refs[refs.length - 1];
  context.assign(root, objects.object({ Type: 'Outlines', First: refs[0], Last: last, Count: refs.length }));
  catalog.set(PDFName.of('Outlines'), root);
}
