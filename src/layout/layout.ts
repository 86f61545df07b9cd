/** The order of work of layout: every visible cell of a page gets its place, its shape and its label. */

import { type Budget, NO_BUDGET } from '../budget.js';
import { HtmlElements } from '../decode/htmlTree.js';
import { ignoreDiagnostics, type Report } from '../diagnostics.js';
import { center, distance, type Point, point, type Rect, rect, rotatePoint } from '../geometry/plane.js';
import type { FormulaSetter } from '../html/content.js';
import { DEFAULT_LIMITS, type Limits, requireWithin } from '../limits.js';
import type { Cell, CellGraph, EdgeCell, VertexCell } from '../model/cell.js';
import { append } from '../primitives/lists.js';
import type { Shape } from '../shapes/shape.js';
import type { FontLibrary } from '../shaping/fontLibrary.js';
import { isColorValue } from '../style/color.js';
import { resolveStyle } from '../style/resolve.js';
import type { Style } from '../style/style.js';
import { Badges } from './badge.js';
import { DerivedBounds, hasDerivedBounds } from './derivedBounds.js';
import { routeEdge } from './edge.js';
import { edgeLabelPoint, lineLength, pointOnEdge } from './edgePoint.js';
import { type LabelRequest, type PlacedLabel, placeLabel } from './label.js';
import { angleAlongEdge } from './labelAngle.js';
import { LineJumps } from './lineJumps.js';
import type { PlacedTerminal } from './perimeter.js';
import { drawingOrder, type Layout, type PlacedCell, type PlacedVertex, type RoutedEdge } from './placed.js';
import { labelText, type PlaceholderSource } from './placeholders.js';
import { connectorOf, vertexShapeOf } from './shapeOf.js';
import { visibleTerminal } from './terminal.js';
import type { PageVariables } from './variables.js';
import { geometryOrigin, vertexLabelBox } from './vertex.js';
import { viewOrigin } from './viewOrigin.js';

export interface LayoutContext {
  readonly fonts: FontLibrary;
  readonly variables: PageVariables;
  readonly report: Report;
  /** Typesets the formulas of pages that have them. */
  readonly math?: FormulaSetter;
  /** Default: those that hold where nobody sets any. */
  readonly limits?: Limits;
  /** What the work is taken from; default: it has no end. */
  readonly budget?: Budget;
  /** A stencil by its full name ("mxgraph.cisco.routers.router"), or one inline in the style. */
  stencil(shapeName: string): Shape | undefined;
}

/** Lays out one page. Cells that draw.io leaves out (hidden, in collapsed groups, edges without ends) are left out. */
export function layoutPage(graph: CellGraph, context: LayoutContext): Layout {
  const first = new PageLayout(graph, context);
  const layout = first.run();
  // draw.io finds a drawing's corner as well before it moves its view there. What the first layout reported isn't said twice.
  const moved = first.movedTo(viewOrigin(layout.cells.values()));
  return moved.agreesWith(layout) ? layout : moved.run();
}

/** What is known of a cell before its label is set. Origins are the page's; boxes and points stand in draw.io's view. */
type Place =
  | { readonly kind: 'layer'; readonly origin: Point }
  | {
      readonly kind: 'vertex';
      readonly origin: Point;
      readonly box: Rect;
      readonly style: Style;
      readonly shape: Shape;
    }
  | { readonly kind: 'edge'; readonly origin: Point; readonly points: readonly Point[]; readonly style: Style };

/** Words that stand for colours of cells around. */
const COLOR_WORDS = ['inherit', 'swimlane', '=fillColor', '=strokeColor'] as const;

/** The keys of styles whose values are colours. */
const COLOR_KEY = /^(?!default).*Color$|^image(?:Border|Background)$/;

type Entries = Style['entries'];

const knownUnreadable = new WeakMap<Entries, readonly (readonly [key: string, value: string])[]>();

/** The entries of a style that should be colours and are none. Cells with the same style share its entries. */
function unreadableColors(entries: Entries): readonly (readonly [key: string, value: string])[] {
  const known =
    knownUnreadable.get(entries) ??
    [...entries].filter(([key, value]) => COLOR_KEY.test(key) && !isColorValue(value, key));
  knownUnreadable.set(entries, known);
  return known;
}

/** What a cell without a parent counts from. */
const AROUND_PAGE: Place = { kind: 'layer', origin: point(0, 0) };

/** What placing a cell costs, in units of the budget; each point of an edge costs one more. */
const CELL_COST = 5;

const pointsOf = (cell: Cell): number => (cell.kind === 'edge' ? (cell.geometry?.points?.length ?? 0) : 0);

/** Px by which places may differ and count as the same. */
const RESIDUE = 1e-3;

class PageLayout {
  #labelCharacters = 0;
  readonly #elements: HtmlElements;
  readonly #places = new Map<Cell, Place | undefined>();
  /** Cells that aren't drawn though nobody hid them. */
  readonly #lost = new Set<Cell>();
  readonly #derived = new DerivedBounds((cell) => this.#style(cell));
  readonly #lineJumps: LineJumps;
  readonly #placeholders: PlaceholderSource;

  constructor(
    readonly graph: CellGraph,
    readonly context: LayoutContext,
    /**
     * Where the view puts the page's origin. All is reckoned there, since draw.io asks of such numbers whether they are
     * equal, or what their first digit is, and the residues of fractions are others there than on the page.
     */
    readonly view = point(0, 0),
    readonly styles = new Map<Cell, Style>(),
  ) {
    this.#elements = new HtmlElements(context.limits);
    this.#lineJumps = new LineJumps(context.budget);
    this.#placeholders = {
      variables: context.variables,
      edgeLength: (edge) => {
        const place = this.#places.get(edge);
        return place?.kind === 'edge' ? lineLength(place.points) : undefined;
      },
    };
  }

  /** The same page in another view, of which nothing is reported. */
  movedTo(view: Point): PageLayout {
    return new PageLayout(this.graph, { ...this.context, report: ignoreDiagnostics }, view, this.styles);
  }

  /** Whether every cell has the place that it has in another layout, but for residues. */
  agreesWith({ cells }: Layout): boolean {
    for (const other of cells.values()) {
      const place = this.#place(other.cell);
      const agrees = other.kind === 'edge' ? this.#routesLike(place, other) : this.#standsLike(place, other);
      if (!agrees) return false;
    }
    return true;
  }

  #standsLike(place: Place | undefined, { box }: PlacedVertex): boolean {
    return place?.kind === 'vertex' && distance(this.#onPage(place.box), box) < RESIDUE;
  }

  #routesLike(place: Place | undefined, { cell, points, label }: RoutedEdge): boolean {
    if (place?.kind !== 'edge' || place.points.length !== points.length) return false;
    const near = (inView: Point, onPage: Point): boolean => distance(this.#onPage(inView), onPage) < RESIDUE;
    if (!place.points.every((p, index) => near(p, points[index] as Point))) return false;
    return !label || near(edgeLabelPoint(place.points, cell.geometry), edgeLabelPoint(points, cell.geometry));
  }

  #inView({ x, y }: Point): Point {
    return point(this.view.x + x, this.view.y + y);
  }

  #onPage({ x, y }: Point): Point {
    return point(x - this.view.x, y - this.view.y);
  }

  run(): Layout {
    const { budget = NO_BUDGET } = this.context;
    const cells = new Map<string, PlacedCell>();
    const badges = new Badges();
    for (const cell of drawingOrder(this.graph.root)) {
      budget.spend(CELL_COST + pointsOf(cell));
      const place = this.#place(cell);
      if (!place || place.kind === 'layer') continue;
      const placed =
        place.kind === 'vertex'
          ? this.#finishVertex(cell as VertexCell, place)
          : this.#finishEdge(cell as EdgeCell, place);
      const onEdge = (): Point =>
        place.kind === 'edge' ? this.#onPage(edgeLabelPoint(place.points, undefined)) : place.origin;
      const badge = badges.of(placed, onEdge, { ...this.context, elements: this.#elements });
      cells.set(cell.id, badge ? { ...placed, badge } : placed);
    }
    return { cells };
  }

  #style(cell: Cell): Style {
    const known = this.styles.get(cell);
    if (known) return known;
    const { parent } = cell;
    const needsContext = COLOR_WORDS.some((word) => cell.style.includes(word));
    const style = resolveStyle(
      cell.style,
      cell.kind === 'edge',
      needsContext
        ? {
            parent: parent && parent.kind !== 'layer' ? this.#style(parent) : undefined,
            swimlane: this.#swimlaneStyle(cell),
          }
        : {},
    );
    this.styles.set(cell, style);
    this.#reportColors(cell, style);
    return style;
  }

  #reportColors(cell: Cell, { entries }: Style): void {
    for (const [key, value] of unreadableColors(entries)) {
      const shown = value.length > 60 ? `${value.slice(0, 57)}...` : value;
      const message = `${key} "${shown}" is no colour; passed over.`;
      this.context.report({ code: 'invalid-color', cellId: cell.id, message });
    }
  }

  /** The style of the nearest swimlane around a cell, or around an edge's target. */
  #swimlaneStyle(cell: Cell): Style | undefined {
    const start = cell.kind === 'edge' && cell.target ? cell.target : cell.parent;
    for (let current = start; current && current.kind !== 'layer'; current = current.parent) {
      const isSwimlane = current.kind === 'vertex' && resolveStyle(current.style, false).get('shape') === 'swimlane';
      if (isSwimlane) return this.#style(current);
    }
    return undefined;
  }

  /**
   * Places a cell after those that it depends on, without recursion: chains of edges on edges may be long. A cell that
   * depends on itself finds nothing of its own.
   */
  #place(cell: Cell): Place | undefined {
    if (!this.#places.has(cell)) this.#placeWithOthers(cell);
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
      const style = this.#style(cell);
      cells.push(visibleTerminal(cell.source, root), visibleTerminal(cell.target, root));
      cells.push(this.#cellOf(style.get('sourcePort')), this.#cellOf(style.get('targetPort')));
    }
    return cells.filter((other) => other !== undefined);
  }

  #cellOf(id: string | undefined): Cell | undefined {
    return id === undefined ? undefined : this.graph.cells.get(id);
  }

  #computePlace(cell: Cell): Place | undefined {
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

  #placeVertex(cell: VertexCell, parent: Place): Place {
    const { geometry } = cell;
    if (!geometry) this.#reportMissing(cell, 'draw.io draws only its label, in the corner of the picture');
    const style = this.#style(cell);
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
  #origin(geometry: VertexCell['geometry'], parent: Place): Point {
    if (!geometry) return parent.origin;
    return geometry.relative && parent.kind === 'edge'
      ? this.#onPage(pointOnEdge(parent.points, geometry))
      : geometryOrigin(geometry, parent.origin, parent.kind === 'vertex' ? parent.box : undefined);
  }

  #placeEdge(cell: EdgeCell, origin: Point): Place | undefined {
    const source = this.#terminal(cell.source);
    const target = this.#terminal(cell.target);
    const style = this.#style(cell);
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

  #finishVertex(cell: VertexCell, place: Place & { kind: 'vertex' }): PlacedVertex {
    const { style, shape } = place;
    const { x, y } = this.#onPage(place.box);
    const box = rect(x, y, place.box.width, place.box.height);
    const label = this.#label(cell, style, () => ({
      box: vertexLabelBox(box, cell.geometry, style, shape),
      rotationDegrees: style.number('rotation', 0),
      angleAlongEdge: this.#angleAlongParent(cell, style, place.box),
      pivotBox: box,
    }));
    // Groups around their children are as large as these, and nothing where there are none.
    if (!label && !style.flag('transparentBounds')) this.#reportFlat(cell, box);
    return { kind: 'vertex', cell, style, box, shape, label };
  }

  /** What stands on edges has no size as a rule, and what holds other cells need not have one. */
  #reportFlat({ id, geometry, parent, children }: VertexCell, { width, height }: Rect): void {
    if ((width > 0 && height > 0) || !geometry || parent?.kind === 'edge' || children.length > 0) return;
    const message = `Its size is ${width} × ${height}, and draw.io draws no such shape.`;
    this.context.report({ code: 'invalid-geometry', cellId: id, message });
  }

  /** The angle of the label of an edge's child that follows the edge. `box` is the view's. */
  #angleAlongParent({ parent }: VertexCell, style: Style, box: Rect): number | undefined {
    const edge = parent && this.#places.get(parent);
    return edge?.kind === 'edge' ? angleAlongEdge(style, center(box), edge) : undefined;
  }

  #finishEdge(cell: EdgeCell, place: Place & { kind: 'edge' }): RoutedEdge {
    const { style } = place;
    const points = place.points.map((p) => this.#onPage(p));
    const shape = connectorOf(cell, style, this.context);
    const jumps = this.#lineJumps.over(cell.id, { style, points }, this.context.report);
    return {
      kind: 'edge',
      cell,
      style,
      points,
      jumps,
      shape,
      label: this.#label(cell, style, () => {
        const inView = edgeLabelPoint(place.points, cell.geometry);
        const at = this.#onPage(inView);
        const size = cell.geometry;
        return {
          box: rect(at.x, at.y, size?.width ?? 0, size?.height ?? 0),
          rotationDegrees: shape.turns ? style.number('rotation', 0) : 0,
          angleAlongEdge: angleAlongEdge(style, inView, place),
          pivotBox: undefined,
        };
      }),
    };
  }

  #label(
    cell: VertexCell | EdgeCell,
    style: Style,
    frame: () => Pick<LabelRequest, 'box' | 'rotationDegrees' | 'angleAlongEdge' | 'pivotBox'>,
  ): PlacedLabel | undefined {
    if (style.flag('noLabel')) return undefined;
    const { limits = DEFAULT_LIMITS } = this.context;
    const text = labelText(cell, this.#placeholders, limits);
    if (text === '') return undefined;
    this.#labelCharacters += text.length;
    requireWithin(limits, 'inflatedBytes', this.#labelCharacters, 'The text of all labels, placeholders replaced,');
    const { fonts, report, math, budget } = this.context;
    return placeLabel({
      cellId: cell.id,
      value: text,
      style,
      isEdge: cell.kind === 'edge',
      fonts,
      report,
      elements: this.#elements,
      budget,
      math,
      ...frame(),
    });
  }
}
