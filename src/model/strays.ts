/** What a page's XML has beside the cells that draw.io reads: the children of its root element. */

import { childElement, childElements, type XmlElement } from '../decode/xml.js';
import { MxsvgError, type Report } from '../diagnostics.js';
import { append } from '../primitives/lists.js';

/** The cells' elements. A second root adds to the first. */
export const cellElements = (model: XmlElement): readonly XmlElement[] =>
  childElements(model, 'root').flatMap((root) => childElements(root));

/** The mxCell of an element of the root: itself, or its child. */
export const cellOf = (element: XmlElement): XmlElement | undefined =>
  element.name === 'mxCell' ? element : childElement(element, 'mxCell');

/** The ids that a page's elements have. */
export interface PageIds {
  readonly all: ReadonlySet<string>;
  /** Those of several elements. draw.io finds none of them by such an id. */
  readonly several: ReadonlySet<string>;
}

/** Looks through a page. Cells that stand where draw.io doesn't look for them are reported. */
export function readIds(model: XmlElement, report: Report): PageIds {
  const all = new Set<string>();
  const several = new Set<string>();
  const read = new Set(cellElements(model).map(cellOf));
  const pending: { readonly element: XmlElement; readonly within: string | undefined }[] = [
    { element: model, within: undefined },
  ];
  for (let item = pending.pop(); item; item = pending.pop()) {
    const { element, within } = item;
    const id = element.attributes.get('id');
    if (id !== undefined) (all.has(id) ? several : all).add(id);
    if (element.name === 'mxCell' && !read.has(element)) {
      const place = within === undefined ? 'outside of <root>' : `inside of "${within}"`;
      report({
        code: 'invalid-structure',
        cellId: id ?? within,
        message: `An mxCell stands ${place}, and draw.io reads none but the children of <root>: left out.`,
      });
    }
    for (const child of childElements(element).toReversed()) pending.push({ element: child, within: id ?? within });
  }
  return { all, several };
}

/** How many names of elements are told. */
const MOST_NAMES = 5;

/** Throws MxsvgError 'broken-page' for a page without cells whose XML has something in place of them. */
export function requireCells(model: XmlElement): void {
  const counts = new Map<string, number>();
  const pending: XmlElement[] = [...childElements(model)];
  for (let element = pending.pop(); element; element = pending.pop()) {
    if (!isFrame(element)) counts.set(element.name, (counts.get(element.name) ?? 0) + 1);
    append(pending, childElements(element));
  }
  if (counts.size === 0) return;
  const names = [...counts]
    .slice(0, MOST_NAMES)
    .map(([name, count]) => `<${name}>${count > 1 ? ` (${count} times)` : ''}`);
  const more = counts.size > MOST_NAMES ? ' and others' : '';
  const root = childElement(model, 'root') ? '' : ', and no <root> in its <mxGraphModel>';
  throw new MxsvgError(
    'broken-page',
    `The page has no vertex and no edge that draw.io would read: <mxCell vertex="1"> or <mxCell edge="1">, each a child of <root>. It has ${names.join(', ')}${more}${root}.`,
  );
}

/** What says nothing of a cell: it is part of one that is looked at itself, or of a page without any. */
const PARTS: ReadonlySet<string> = new Set(['root', 'defs', 'def', 'mxGeometry', 'mxPoint', 'mxRectangle', 'Array']);

/** What a page without cells has as well: its root and its layers. */
function isFrame(element: XmlElement): boolean {
  if (PARTS.has(element.name)) return true;
  if (element.name !== 'mxCell') return cellOf(element) !== undefined;
  return !element.attributes.has('vertex') && !element.attributes.has('edge');
}
