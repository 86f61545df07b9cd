/** Where cells stand: each after those that its place depends on. */
import { type Point, point, type Rect, rect, rotatePoint } from '../geometry/plane.js';
import type { Cell, CellGraph, EdgeCell, VertexCell } from '../model/cell.js';
import { append } from '../primitives/lists.js';
import type { Shape } from '../shapes/shape.js';
import type { Style } from '../style/style.js';
import type { CellStyles } from './cellStyles.js';
import { DerivedBounds, hasDerivedBounds } from './derivedBounds.js';
import { routeEdge } from './edge.js';
import { pointOnEdge } from './edgePoint.js';
import type { PageLayoutContext } from './pageLayoutContext.js';
import type { PlacedTerminal } from './perimeter.js';
import { vertexShapeOf } from './shapeOf.js';
import { visibleTerminal } from './terminal.js';
import { geometryOrigin } from './vertex.js';

/** What is known of a cell before its label is set. Origins are the page's; boxes and points stand in draw.io's view. */
export type CellPlace =
  | { readonly kind: 'layer'; readonly origin: Point }
  | {
      readonly kind: 'vertex';
      readonly origin: Point;
      readonly box: Rect;
      readonly style: Style;
      readonly shape: Shape;
    }
  | { readonly kind: 'edge'; readonly origin: Point; readonly points: readonly Point[]; readonly style: Style };

/** What a cell without a parent counts from. */
const AROUND_PAGE: CellPlace = { kind: 'layer', origin: point(0, 0) };

/** The places of a page's cells, reckoned in one view. */
export class CellPlaces {
  readonly #places = new Map<Cell, CellPlace | undefined>();
  /** Cells that aren't drawn though nobody hid them. */
  readonly #lost = new Set<Cell>();
  readonly #derived: DerivedBounds;

  constructor(
    readonly graph: CellGraph,
    readonly context: Pick<PageLayoutContext, 'report' | 'stencil'>,
    readonly styles: CellStyles,
    /**
     * Where the view puts the page's origin. All is reckoned there, since draw.io asks of such numbers whether they are
     * equal, or what their first digit is, and the residues of fractions are others there than on the page.
     */
    readonly view: Point,
  ) {
    this.#derived = new DerivedBounds((cell) => styles.of(cell));
  }

  /**
   * Places a cell after those that it depends on, without recursion: chains of edges on edges may be long. A cell that
   * depends on itself finds nothing of its own.
   */
  of(cell: Cell): CellPlace | undefined {
    if (!this.#places.has(cell)) this.#placeWithOthers(cell);
    return this.#places.get(cell);
  }

  /** The place of a cell where it has been asked for already; undefined too where the cell has none. */
  known(cell: Cell): CellPlace | undefined {
    return this.#places.get(cell);
  }

  #placeWithOthers(cell: Cell): void {
    const begun = new Set<Cell>();
    const pending = [cell];
    for (let next = pending[pending.length - 1]; next; next = pending[pending.length - 1]) {
      const needed = begun.has(next) || this.#places.has(next) ? [] : this.#dependencies(next);
      begun.add(next);
      const missing = needed.filter((other) => !this.#places.has(other) && !begun.has(other));
      if (missing.length > 0) {
        append(pending, missing);
        continue;
      }
      pending.pop();
      if (!this.#places.has(next)) this.#places.set(next, this.#computePlace(next));
    }
  }

  /** The cells whose places decide on a cell's own: its parent, and an edge's terminals and ports. */
  #dependencies(cell: Cell): Cell[] {
    const { root } = this.graph;
    const cells = [cell.parent];
    if (cell.kind === 'edge') {
      const style = this.styles.of(cell);
      cells.push(visibleTerminal(cell.source, root), visibleTerminal(cell.target, root));
      cells.push(this.#cellOf(style.get('sourcePort')), this.#cellOf(style.get('targetPort')));
    }
    return cells.filter((other) => other !== undefined);
  }

  #cellOf(id: string | undefined): Cell | undefined {
    return id === undefined ? undefined : this.graph.cells.get(id);
  }

  #computePlace(cell: Cell): CellPlace | undefined {
    if (!cell.visible) return undefined;
    const { parent } = cell;
    const parentPlace = parent ? this.#places.get(parent) : AROUND_PAGE;
    if (parent && this.#lost.has(parent)) return this.#lose(cell, 'It stands on an edge that isn’t drawn: left out.');
    if (!parentPlace || (parent?.collapsed && parent.kind !== 'layer')) return undefined;
    switch (cell.kind) {
      case 'layer': {
        const { geometry } = cell;
        const { origin } = parentPlace;
        return { kind: 'layer', origin: geometry ? point(origin.x + geometry.x, origin.y + geometry.y) : origin };
      }
      case 'vertex':
        return this.#placeVertex(cell, parentPlace);
      case 'edge':
        return this.#placeEdge(cell, parentPlace.origin);
    }
  }

  /** Notes and tells a cell that isn't drawn though nobody hid it. */
  #lose(cell: Cell, message: string): undefined {
    this.#lost.add(cell);
    this.context.report({ code: 'invalid-geometry', cellId: cell.id, message });
  }

  #placeVertex(cell: VertexCell, parent: CellPlace): CellPlace {
    const { geometry } = cell;
    if (!geometry) this.#reportMissing(cell, 'draw.io draws only its label, in the corner of the picture');
    const style = this.styles.of(cell);
    const origin = this.#origin(geometry, parent);
    const { x, y } = this.#inView(origin);
    let box = rect(x, y, geometry?.width ?? 0, geometry?.height ?? 0);
    if (geometry?.relative && parent.kind === 'vertex') {
      // Relative children turn with their parent about its centre, but stay upright themselves.
      const turn = parent.style.number('rotation', 0);
      const middle = point(box.x + box.width / 2, box.y + box.height / 2);
      const about = point(parent.box.x + parent.box.width / 2, parent.box.y + parent.box.height / 2);
      const turned = rotatePoint(middle, turn, about);
      box = rect(turned.x - box.width / 2, turned.y - box.height / 2, box.width, box.height);
    }
    // draw.io leaves a cell without a geometry in the corner of its view; what stands in it counts from its parent.
    if (!geometry) box = rect(0, 0, 0, 0);
    if (hasDerivedBounds(style)) {
      // The children count from the origin, wherever the box around them stands.
      const derived = this.#derived.of(cell);
      box = derived ? rect(x + derived.x, y + derived.y, derived.width, derived.height) : rect(box.x, box.y, 0, 0);
    }
    return { kind: 'vertex', origin, box, style, shape: vertexShapeOf(cell, style, this.context) };
  }

  /** From where the children of a vertex count: its own top left corner, but for a group whose box is derived. */
  #origin(geometry: VertexCell['geometry'], parent: CellPlace): Point {
    if (!geometry) return parent.origin;
    return geometry.relative && parent.kind === 'edge'
      ? this.onPage(pointOnEdge(parent.points, geometry))
      : geometryOrigin(geometry, parent.origin, parent.kind === 'vertex' ? parent.box : undefined);
  }

  #placeEdge(cell: EdgeCell, origin: Point): CellPlace | undefined {
    const source = this.#terminal(cell.source);
    const target = this.#terminal(cell.target);
    const style = this.styles.of(cell);
    if (!cell.geometry) {
      this.#reportMissing(cell, 'draw.io draws only its label, in the corner of the picture');
      // There draw.io leaves an edge that it doesn't route, and makes room for its markers.
      return { kind: 'edge', origin, points: [point(0, 0)], style };
    }
    // draw.io drops an edge whose terminal exists but is hidden, and one without any end.
    if ((cell.source && !source) || (cell.target && !target)) return this.#dropEdge(cell);
    const points = routeEdge({
      cell,
      style,
      origin,
      view: this.view,
      source,
      target,
      sourcePort: this.#port(style.get('sourcePort')),
      targetPort: this.#port(style.get('targetPort')),
      gridSize: this.graph.settings.gridSize,
      report: this.context.report,
    });
    if (!points) {
      return this.#lose(cell, 'An end of the edge has neither a cell nor a point: draw.io leaves such edges out.');
    }
    return points.length > 1 ? { kind: 'edge', origin, points, style } : undefined;
  }

  /** A terminal that is hidden hides its edges; one that is a layer does as well, which hardly anybody means. */
  #dropEdge(cell: EdgeCell): undefined {
    for (const terminal of [cell.source, cell.target]) {
      if (!terminal?.visible) continue;
      if (this.#lost.has(terminal)) return this.#lose(cell, 'It ends at a cell that isn’t drawn: left out.');
      if (terminal.kind === 'layer') {
        return this.#lose(cell, `It ends at "${terminal.id}", which draws nothing: draw.io leaves such edges out.`);
      }
    }
  }

  #reportMissing(cell: Cell, consequence: string): void {
    this.context.report({
      code: 'invalid-geometry',
      cellId: cell.id,
      message: `The cell has no <mxGeometry … as="geometry">: ${consequence}.`,
    });
  }

  /** The cell that a style names as the port of an edge's end. */
  #port(id: string | undefined): PlacedTerminal | undefined {
    const cell = this.#cellOf(id);
    return cell && this.#placedTerminal(cell);
  }

  #terminal(cell: Cell | undefined): PlacedTerminal | undefined {
    const visible = visibleTerminal(cell, this.graph.root);
    return visible && this.#placedTerminal(visible);
  }

  #placedTerminal(cell: Cell): PlacedTerminal | undefined {
    const place = this.#places.get(cell);
    if (!place || place.kind === 'layer') return undefined;
    const { id, geometry } = cell;
    const { style } = place;
    const relativeX = geometry?.relative ? geometry.x : undefined;
    return place.kind === 'edge'
      ? { id, kind: 'edge', style, relativeX, points: place.points }
      : { id, kind: 'vertex', style, relativeX, box: place.box, shape: place.shape };
  }

  #inView({ x, y }: Point): Point {
    return point(this.view.x + x, this.view.y + y);
  }

  /** A point of the view, as a point of the page. */
  onPage({ x, y }: Point): Point {
    return point(x - this.view.x, y - this.view.y);
  }
}
