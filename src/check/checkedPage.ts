/** A page as rules look at it: its XML, its cells, their places and its picture, each made when it is first asked for. */
import type { Budget } from '../budget.js';
import type { XmlElement } from '../decode/xml.js';
import type { Diagnostic } from '../diagnostics.js';
import type { Scene } from '../drawing/scene.js';
import { BoxIndex } from '../geometry/boxIndex.js';
import { bottom, boundsOfPoints, grow, type Point, type Rect, rect, right, rotatedBounds } from '../geometry/plane.js';
import type { PlacedVertex, RoutedEdge } from '../layout/placed.js';
import type { Cell } from '../model/cell.js';
import { type CellRecord, readRecord } from '../model/record.js';
import { cellElements } from '../model/strays.js';
import type { CheckOptions } from '../options.js';
import type { LaidOutPage } from '../pipeline/layOut.js';
import { readColor } from '../style/color.js';
import { type CellText, cellText, painted } from './pictureTexts.js';
import { Surfaces } from './surfaces.js';

/** What a page is checked with. */
export interface PageUse {
  readonly page: LaidOutPage;
  readonly options: CheckOptions;
  readonly budget: Budget;
  /** What laying out and drawing told, complete once the scene is there. */
  readonly diagnostics: readonly Diagnostic[];
  draw(): Scene;
  /** The names of the stencils in a library. */
  stencilNames(library: string): readonly string[];
}

/** One straight piece of an edge's route. */
export interface RouteSegment {
  readonly edge: RoutedEdge;
  readonly from: Point;
  readonly to: Point;
}

/** What is painted, in order. */
export interface Paint {
  readonly texts: readonly CellText[];
  readonly surfaces: Surfaces;
  /** Where in the order of painting a cell begins. */
  readonly orders: ReadonlyMap<string, number>;
}

/** How many neighbours are looked at for one search: the work grows with the cells, however many lie in one place. */
const MOST_NEIGHBOURS = 64;

/** What looking at a neighbour costs, in units of the budget. */
const COMPARISON = 0.05;

export class CheckedPage {
  readonly vertices: readonly PlacedVertex[];
  readonly edges: readonly RoutedEdge[];
  readonly #lazy = new Map<string, unknown>();

  constructor(readonly use: PageUse) {
    const placed = [...use.page.layout.cells.values()];
    this.vertices = placed.filter((cell) => cell.kind === 'vertex');
    this.edges = placed.filter((cell) => cell.kind === 'edge');
  }

  #once<T>(name: string, make: () => T): T {
    if (!this.#lazy.has(name)) this.#lazy.set(name, make());
    return this.#lazy.get(name) as T;
  }

  cell(id: string): Cell | undefined {
    return this.use.page.graph.cells.get(id);
  }

  /** The elements of cells as the file has them; their places in this list are the ordinals of edits. */
  get elements(): readonly XmlElement[] {
    const { file, index } = this.use.page;
    return this.#once('elements', () => cellElements((file.pages[index] as (typeof file.pages)[number]).model()));
  }

  get records(): readonly CellRecord[] {
    return this.#once('records', () => this.elements.map((element) => readRecord(element, () => {})));
  }

  /** Where the only cell with an id stands in the file. */
  get ordinals(): ReadonlyMap<string, number> {
    return this.#once('ordinals', () => {
      const found = new Map<string, number>();
      const several = new Set<string>();
      for (const [ordinal, { id }] of this.records.entries()) {
        if (id === undefined) continue;
        if (found.has(id)) several.add(id);
        found.set(id, ordinal);
      }
      for (const id of several) found.delete(id);
      return found;
    });
  }

  /** The picture in its light colours. */
  get scene(): Scene {
    return this.#once('scene', () => this.use.draw());
  }

  /** What drawing the page told. */
  get diagnostics(): readonly Diagnostic[] {
    return this.scene && this.use.diagnostics;
  }

  get paint(): Paint {
    return this.#once('paint', () => {
      const { root, background } = this.scene;
      const surfaces = new Surfaces((background === undefined ? undefined : readColor(background)) ?? WHITE);
      const texts: CellText[] = [];
      const orders = new Map<string, number>();
      let order = 0;
      for (const { node, cellId } of painted(root)) {
        order += 1;
        if (node.kind === 'group' && node.cellId !== undefined) orders.set(node.cellId, order);
        surfaces.add(node, order, cellId);
        const text = node.kind === 'text' && cellId !== undefined ? cellText(node, cellId, order) : undefined;
        if (text) texts.push(text);
      }
      return { texts, surfaces, orders };
    });
  }

  /** The texts, by their places. */
  get textIndex(): BoxIndex<CellText> {
    return this.#once('textIndex', () => indexOf(this.paint.texts, ({ box }) => box));
  }

  /** The cells whose labels show a word. */
  get labelled(): ReadonlySet<string> {
    return this.#once('labelled', () => new Set(this.paint.texts.map(({ cellId }) => cellId)));
  }

  /** What a cell's label says, on one line. */
  get words(): ReadonlyMap<string, string> {
    return this.#once('words', () => {
      const words = new Map<string, string>();
      for (const { cellId, runs } of this.paint.texts) {
        if (!words.has(cellId)) words.set(cellId, runs.map(({ run }) => run.text.trim()).join(' '));
      }
      return words;
    });
  }

  /** The cells that edges end at. */
  get connected(): ReadonlySet<string> {
    return this.#once('connected', () => {
      const ends = this.edges.flatMap(({ cell: { source, target } }) => [source?.id, target?.id]);
      return new Set(ends.filter((id) => id !== undefined));
    });
  }

  get vertexIndex(): BoxIndex<PlacedVertex> {
    return this.#once('vertexIndex', () => indexOf(this.vertices, boxOf));
  }

  /** The straight pieces of all routes but curved ones. */
  get segments(): BoxIndex<RouteSegment> {
    return this.#once('segments', () => {
      const segments = this.edges.filter(({ style }) => !style.flag('curved')).flatMap(segmentsOf);
      return indexOf(segments, ({ from, to }) => boundsOfPoints([from, to]) as Rect);
    });
  }

  /** The vertices that lie around others as the picture shows it, whatever holds what in the file. */
  get holders(): ReadonlySet<PlacedVertex> {
    return this.#once('holders', () => {
      const holders = new Set<PlacedVertex>();
      for (const vertex of this.vertices) {
        if (vertex.cell.parent?.kind === 'edge' || isText(vertex)) continue;
        const box = boxOf(vertex);
        for (const other of this.near(this.vertexIndex, box)) {
          if (other !== vertex && isInside(box, boxOf(other)) && !isInside(boxOf(other), box)) holders.add(other);
        }
      }
      return holders;
    });
  }

  /** What lies at most `distance` px from a box, so far as it is looked at. */
  *near<T>(index: BoxIndex<T>, box: Rect, distance = 0): Generator<T> {
    let looked = 0;
    for (const item of index.each(grow(box, distance))) {
      this.use.budget.spend(COMPARISON);
      looked += 1;
      if (looked > MOST_NEIGHBOURS) return;
      yield item;
    }
  }
}

const WHITE = { red: 255, green: 255, blue: 255, alpha: 1 };

function indexOf<T>(items: readonly T[], placeOf: (item: T) => Rect): BoxIndex<T> {
  const index = new BoxIndex<T>();
  for (const item of items) index.add(item, placeOf(item));
  return index;
}

/** The upright box around a vertex as it is turned, page px. */
export const boxOf = ({ box, style }: PlacedVertex): Rect => rotatedBounds(box, style.number('rotation', 0));

/** Px by which neighbours may overlap all the same: a line's width and roundings. */
export const TOUCHING = 3;

export const isInside = (inner: Rect, outer: Rect): boolean =>
  inner.x >= outer.x - TOUCHING &&
  inner.y >= outer.y - TOUCHING &&
  right(inner) <= right(outer) + TOUCHING &&
  bottom(inner) <= bottom(outer) + TOUCHING;

/** Whether a vertex is nothing but its words. */
export const isText = ({ cell, style }: PlacedVertex): boolean =>
  style.string('shape', '') === 'text' || /^(?:text|edgeLabel);/.test(cell.style);

export const segmentsOf = (edge: RoutedEdge): RouteSegment[] =>
  edge.points.slice(1).map((to, i) => ({ edge, from: edge.points[i] as Point, to }));

/** The box around an edge's route, page px. */
export const routeBox = ({ points }: RoutedEdge): Rect => boundsOfPoints(points) ?? rect(0, 0, 0, 0);

/** Whether a cell lies in another one, however deep, or is it. */
export function isWithin(cell: Cell | undefined, other: Cell): boolean {
  for (let at = cell; at; at = at.parent) if (at === other) return true;
  return false;
}

/** Whether one of two cells lies in the other one, or they are the same. */
export const areKin = (a: Cell | undefined, b: Cell): boolean => isWithin(a, b) || (a !== undefined && isWithin(b, a));

/** How many characters of a label are quoted. */
const QUOTED = 30;

/** What a reader knows a cell by: its id, and how its label begins. */
export function nameOf(page: CheckedPage, id: string): string {
  const words = page.words.get(id) ?? '';
  if (words === '') return `"${id}"`;
  return `"${id}" (${words.length > QUOTED ? `${words.slice(0, QUOTED - 1)}…` : words})`;
}
