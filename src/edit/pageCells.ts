/** The cells of a page while they are edited: their elements by id, what they are in, and where that stands. */
import type { XmlElement } from '../decode/xml.js';
import { MxsvgError } from '../diagnostics.js';
import { type Point, point } from '../geometry/plane.js';
import { isOn } from '../model/cellGeometry.js';
import { bareCell, cellAttribute, geometryOf } from './cellElement.js';

/** The error of an operation that can't be done. */
export const wrong = (message: string): MxsvgError => new MxsvgError('invalid-option', message);

/** A place among the children of a root; undefined where a cell was removed. */
interface Slot {
  element: XmlElement | string | undefined;
}

const isRoot = (child: XmlElement | string): child is XmlElement => typeof child !== 'string' && child.name === 'root';

export class PageCells {
  readonly #model: XmlElement;
  readonly #slots: Slot[] = [];
  /** Of several cells with one id: undefined, since none of them is meant for sure. */
  readonly #byId = new Map<string, Slot | undefined>();
  #counter = 0;

  constructor(model: XmlElement) {
    this.#model = model;
    for (const child of model.children.filter(isRoot).flatMap(({ children }) => children)) this.append(child);
    if (this.#byId.size === 0) for (const cell of [bareCell('0'), bareCell('1', '0')]) this.append(cell);
  }

  /** The page's XML as it is now. */
  model(): XmlElement {
    const children = this.#slots.flatMap(({ element }) => (element === undefined ? [] : [element]));
    const root: XmlElement = { name: 'root', attributes: new Map(), children };
    const others = this.#model.children.filter((child) => !isRoot(child));
    const at = Math.max(0, this.#model.children.findIndex(isRoot));
    return { ...this.#model, children: [...others.slice(0, at), root, ...others.slice(at)] };
  }

  append(element: XmlElement | string): void {
    const slot: Slot = { element };
    this.#slots.push(slot);
    const id = typeof element === 'string' ? undefined : element.attributes.get('id');
    if (id !== undefined) this.#byId.set(id, this.#byId.has(id) ? undefined : slot);
  }

  /** Throws MxsvgError where no cell, or none alone, has the id. */
  get(id: string): XmlElement {
    const element = this.#byId.get(id)?.element;
    if (typeof element === 'object') return element;
    if (this.#byId.has(id)) throw wrong(`several cells have the id "${id}": none of them can be told from the others.`);
    throw new MxsvgError('cell-not-found', `there is no cell "${id}" on the page.`);
  }

  set(id: string, element: XmlElement): void {
    const slot = this.#byId.get(id);
    if (slot) slot.element = element;
  }

  delete(id: string): void {
    const slot = this.#byId.get(id);
    if (slot) slot.element = undefined;
    this.#byId.delete(id);
  }

  /** The ids of the cells that name another in an attribute, by that one's id. */
  idsBy(attribute: string): ReadonlyMap<string, readonly string[]> {
    const lists = new Map<string, string[]>();
    for (const [id, element] of this.#known()) {
      const named = cellAttribute(element, attribute);
      if (named === undefined) continue;
      const list = lists.get(named);
      if (list) list.push(id);
      else lists.set(named, [id]);
    }
    return lists;
  }

  *#known(): Generator<readonly [string, XmlElement]> {
    for (const [id, slot] of this.#byId) if (typeof slot?.element === 'object') yield [id, slot.element];
  }

  isEdge(id: string): boolean {
    return isOn(cellAttribute(this.get(id), 'edge'));
  }

  /** A cell that edges can end at; throws where it is none. */
  requireDrawn(id: string): void {
    const element = this.get(id);
    if (['vertex', 'edge'].some((kind) => isOn(cellAttribute(element, kind)))) return;
    throw wrong(`"${id}" is a layer: an edge can't end there.`);
  }

  parentOf(id: string): string | undefined {
    return cellAttribute(this.get(id), 'parent');
  }

  /** The parent of a new cell: the one named, else the page's first layer. */
  parentFor(named: string | undefined): string {
    if (named !== undefined) {
      this.get(named);
      return named;
    }
    const roots = new Set<string>();
    for (const [id, element] of this.#known()) {
      const parent = cellAttribute(element, 'parent');
      if (parent === undefined) roots.add(id);
      else if (roots.has(parent)) return id;
    }
    throw wrong('the page has no layer to put it into: name a parent.');
  }

  /** A cell's id and those of what it is in; throws where one isn't there. */
  *upFrom(id: string): Generator<string> {
    const seen = new Set<string>();
    for (let next: string | undefined = id; next !== undefined && !seen.has(next); next = this.parentOf(next)) {
      seen.add(next);
      yield next;
    }
  }

  /** Where on the page the children of a cell count from. */
  origin(id: string | undefined): Point {
    let origin = point(0, 0);
    if (id === undefined) return origin;
    for (const each of this.upFrom(id)) {
      const geometry = geometryOf(this.get(each));
      if (!geometry || this.isEdge(each)) continue;
      if (geometry.relative) throw wrong(`"${each}" stands relative to another cell: nothing in it can be placed.`);
      origin = point(origin.x + geometry.x, origin.y + geometry.y);
    }
    return origin;
  }

  /** An id for a new cell: the one wanted, or one that no cell has. */
  newId(wanted: string | undefined): string {
    if (wanted !== undefined) {
      if (this.#byId.has(wanted)) throw wrong(`the page has a cell "${wanted}" already: choose another id.`);
      return wanted;
    }
    for (;;) {
      this.#counter += 1;
      const id = `cell-${this.#counter}`;
      if (!this.#byId.has(id)) return id;
    }
  }
}
