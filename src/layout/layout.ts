/** The order of work of layout: every visible cell of a page gets its place, its shape and its label. */

import { NO_BUDGET } from '../budget.js';
import { HtmlElements } from '../decode/htmlTree.js';
import { ignoreDiagnostics } from '../diagnostics.js';
import { center, distance, type Point, point, type Rect, rect } from '../geometry/plane.js';
import { DEFAULT_LIMITS, requireWithin } from '../limits.js';
import type { Cell, CellGraph, EdgeCell, VertexCell } from '../model/cell.js';
import type { Style } from '../style/style.js';
import { Badges } from './badge.js';
import { type CellPlace, CellPlaces } from './cellPlaces.js';
import { CellStyles } from './cellStyles.js';
import { edgeLabelPoint, lineLength } from './edgePoint.js';
import { type PlacedLabel, placeLabel } from './label.js';
import { angleAlongEdge } from './labelAngle.js';
import type { LabelRequest } from './labelRequest.js';
import { LineJumps } from './lineJumps.js';
import type { PageLayoutContext } from './pageLayoutContext.js';
import { drawingOrder, type Layout, type PlacedCell, type PlacedVertex, type RoutedEdge } from './placed.js';
import { labelText, type PlaceholderSource } from './placeholders.js';
import { connectorOf } from './shapeOf.js';
import { vertexLabelBox } from './vertex.js';
import { viewOrigin } from './viewOrigin.js';

/** Lays out one page. Cells that draw.io leaves out (hidden, in collapsed groups, edges without ends) are left out. */
export function layoutPage(graph: CellGraph, context: PageLayoutContext): Layout {
  const first = new PageLayout(graph, context);
  const layout = first.run();
  // draw.io finds a drawing's corner as well before it moves its view there. What the first layout reported isn't said twice.
  const moved = first.movedTo(viewOrigin(layout.cells.values()));
  return moved.agreesWith(layout) ? layout : moved.run();
}

/** What placing a cell costs, in units of the budget; each point of an edge costs one more. */
const CELL_COST = 5;

const pointsOf = (cell: Cell): number => (cell.kind === 'edge' ? (cell.geometry?.points?.length ?? 0) : 0);

/** Px by which places may differ and count as the same. */
const RESIDUE = 1e-3;

class PageLayout {
  #labelCharacters = 0;
  readonly #elements: HtmlElements;
  readonly #places: CellPlaces;
  readonly #lineJumps: LineJumps;
  readonly #placeholders: PlaceholderSource;

  /** `view`: where it puts the page's origin; see CellPlaces. */
  constructor(
    readonly graph: CellGraph,
    readonly context: PageLayoutContext,
    view = point(0, 0),
    readonly styles = new CellStyles(context.report),
  ) {
    this.#places = new CellPlaces(graph, context, styles, view);
    this.#elements = new HtmlElements(context.limits);
    this.#lineJumps = new LineJumps(context.budget);
    this.#placeholders = {
      variables: context.variables,
      edgeLength: (edge) => {
        const place = this.#places.known(edge);
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
      const place = this.#places.of(other.cell);
      const agrees = other.kind === 'edge' ? this.#routesLike(place, other) : this.#standsLike(place, other);
      if (!agrees) return false;
    }
    return true;
  }

  #standsLike(place: CellPlace | undefined, { box }: PlacedVertex): boolean {
    return place?.kind === 'vertex' && distance(this.#places.onPage(place.box), box) < RESIDUE;
  }

  #routesLike(place: CellPlace | undefined, { cell, points, label }: RoutedEdge): boolean {
    if (place?.kind !== 'edge' || place.points.length !== points.length) return false;
    const near = (inView: Point, onPage: Point): boolean => distance(this.#places.onPage(inView), onPage) < RESIDUE;
    if (!place.points.every((p, index) => near(p, points[index] as Point))) return false;
    return !label || near(edgeLabelPoint(place.points, cell.geometry), edgeLabelPoint(points, cell.geometry));
  }

  run(): Layout {
    const { budget = NO_BUDGET } = this.context;
    const cells = new Map<string, PlacedCell>();
    const badges = new Badges();
    for (const cell of drawingOrder(this.graph.root)) {
      budget.spend(CELL_COST + pointsOf(cell));
      const place = this.#places.of(cell);
      if (!place || place.kind === 'layer') continue;
      const placed =
        place.kind === 'vertex'
          ? this.#finishVertex(cell as VertexCell, place)
          : this.#finishEdge(cell as EdgeCell, place);
      const onEdge = (): Point =>
        place.kind === 'edge' ? this.#places.onPage(edgeLabelPoint(place.points, undefined)) : place.origin;
      const badge = badges.of(placed, onEdge, { ...this.context, elements: this.#elements });
      cells.set(cell.id, badge ? { ...placed, badge } : placed);
    }
    return { cells };
  }

  #finishVertex(cell: VertexCell, place: CellPlace & { kind: 'vertex' }): PlacedVertex {
    const { style, shape } = place;
    const { x, y } = this.#places.onPage(place.box);
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
    const edge = parent && this.#places.known(parent);
    return edge?.kind === 'edge' ? angleAlongEdge(style, center(box), edge) : undefined;
  }

  #finishEdge(cell: EdgeCell, place: CellPlace & { kind: 'edge' }): RoutedEdge {
    const { style } = place;
    const points = place.points.map((p) => this.#places.onPage(p));
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
        const at = this.#places.onPage(inView);
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
