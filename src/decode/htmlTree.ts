/** HTML as a tree of bounded size: a parser opens formatting again in every block, and so makes more than is written. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { DEFAULT_LIMITS, type Limits, limitExceeded } from '../limits.js';
import { fragmentNodes, wholeDocument } from './htmlParser.js';
import { simpleNodes } from './simpleHtml.js';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlDocument = DefaultTreeAdapterTypes.Document;

/** As many elements are read for each cell that there may be, in XML as in HTML. */
export const ELEMENTS_PER_CELL = 10;

/** Counts the elements of all HTML of a page. */
export class HtmlElements {
  #count = 0;

  constructor(readonly limits: Limits = DEFAULT_LIMITS) {}

  /** How many there are so far. */
  get count(): number {
    return this.#count;
  }

  /**
   * The nodes of a label's HTML, or a tooltip's. Throws MxsvgError 'limit-exceeded' as soon as it has too many elements,
   * or all that were read before and it have.
   */
  parse(source: string, cellId: string): readonly HtmlNode[] {
    const before = this.#count;
    const count = (): void => this.#require(before, this.#count + 1, cellId);
    return simpleNodes(source, count) ?? fragmentNodes(source, count);
  }

  /** Counts those of a label that needs no parsing, since it is known already. Throws as parsing it would. */
  add(count: number, cellId: string): void {
    this.#require(this.#count, this.#count + count, cellId);
  }

  #require(before: number, after: number, cellId: string): void {
    const { limits } = this;
    const most = limits.cells * ELEMENTS_PER_CELL;
    this.#count = after;
    if (after - before > limits.htmlElements) {
      throw limitExceeded(limits, 'htmlElements', cellId === '' ? 'A label' : `Cell "${cellId}"`);
    }
    if (after > most) throw limitExceeded(limits, 'cells', `The page, whose labels have more than ${most} elements,`);
  }
}

/** A page of HTML. Throws MxsvgError 'limit-exceeded' as soon as it has too many elements, or many more than tags. */
export function parseHtmlDocument(html: string, limits: Limits): HtmlDocument {
  const most = limits.cells * ELEMENTS_PER_CELL;
  const mostAdded = html.split('<').length + limits.htmlElements;
  let elements = 0;
  const count = (): void => {
    elements += 1;
    if (elements > most) throw limitExceeded(limits, 'cells', `The HTML page, which has more than ${most} elements,`);
    if (elements > mostAdded) throw limitExceeded(limits, 'htmlElements', 'The HTML page');
  };
  return wholeDocument(html, count);
}
