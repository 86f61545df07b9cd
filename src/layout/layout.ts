/** The order of work of layout: every visible cell of a page gets its place, its shape and its label. */
import type { Diagnostic, Report } from '../diagnostics.js';
import { center, type Point, point, type Rect, rect, rotatePoint } from '../geometry/plane.js';
import { DEFAULT_LIMITS, type Limits, requireWithin } from '../limits.js';
import type { Cell, CellGraph, EdgeCell, VertexCell } from '../model/cell.js';
import { isCurved } from '../shapes/edges/curve.js';
import { stencilEdge } from '../shapes/edges/stencilEdge.js';
import { EDGE_SHAPES, edgeShapeOf, SHAPES } from '../shapes/registry.js';
import type { EdgeDrawing, EdgeShape, Shape, ShapeChild } from '../shapes/shape.js';
import { darkSides, darkStyle } from '../style/darkColor.js';
import { resolveStyle } from '../style/resolve.js';
import type { Style } from '../style/style.js';
import type { FontLibrary } from '../text/fonts.js';
import type { FormulaSetter } from '../text/formulaSetter.js';
import { routeEdge } from './edge.js';
import { edgeLabelPoint, pointOnEdge } from './edgePoint.js';
import { type LabelRequest, type PlacedLabel, placeLabel } from './label.js';
import { angleAlongEdge } from './labelAngle.js';
import { crossingsOf } from './lineJumps.js';
import type { PlacedTerminal } from './perimeter.js';
import { labelText, type PageVariables } from './placeholders.js';
import { visibleTerminal } from './terminal.js';
import { geometryOrigin, vertexLabelBox } from './vertex.js';

export interface PlacedVertex {
  readonly kind: 'vertex';
  readonly cell: VertexCell;
  readonly style: Style;
  /** The unrotated box, page px. */
  readonly box: Rect;
  readonly shape: Shape;
  readonly label: PlacedLabel | undefined;
}

export interface RoutedEdge {
  readonly kind: 'edge';
  readonly cell: EdgeCell;
  readonly style: Style;
  /** The route clipped at both terminals, page px. */
  readonly points: readonly Point[];
  readonly jumps: EdgeDrawing['jumps'];
  readonly shape: EdgeShape;
  readonly label: PlacedLabel | undefined;
}

export type PlacedCell = PlacedVertex | RoutedEdge;

export interface Layout {
  /** Every placed cell by id, in drawing order. */
  readonly cells: ReadonlyMap<string, PlacedCell>;
}

export interface LayoutContext {
  readonly fonts: FontLibrary;
  readonly variables: PageVariables;
  readonly report: Report;
  /** Typesets the formulas of pages that have them. */
  readonly math?: FormulaSetter;
  /** Takes the colours that the file gives for dark pages. */
  readonly dark?: boolean;
  /** Default: those that hold where nobody sets any. */
  readonly limits?: Limits;
  /** A stencil by its full name ("mxgraph.cisco.routers.router"), or one inline in the style. */
  stencil(shapeName: string): Shape | undefined;
}

/** Lays out one page. Cells that draw.io leaves out (hidden, in collapsed groups, edges without ends) are left out. */
export function layoutPage(graph: CellGraph, context: LayoutContext): Layout {
  return new PageLayout(graph, context).run();
}

/** What is known of a cell before its label is set. */
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

/** Points of edges that jump over others: their number grows with the square of the edges'. */
const MOST_JUMPS = 200_000;

class PageLayout {
  #labelCharacters = 0;
  #jumped = 0;
  readonly #places = new Map<Cell, Place | undefined>();
  readonly #styles = new Map<Cell, Style>();
  readonly #routedEarlier: { style: Style; points: readonly Point[] }[] = [];

  constructor(
    readonly graph: CellGraph,
    readonly context: LayoutContext,
  ) {}

  run(): Layout {
    const cells = new Map<string, PlacedCell>();
    for (const cell of drawingOrder(this.graph.root)) {
      const place = this.#place(cell);
      if (place?.kind === 'vertex') cells.set(cell.id, this.#finishVertex(cell as VertexCell, place));
      else if (place?.kind === 'edge') cells.set(cell.id, this.#finishEdge(cell as EdgeCell, place));
    }
    return { cells };
  }

  #style(cell: Cell): Style {
    const known = this.#styles.get(cell);
    if (known) return known;
    const { parent } = cell;
    const needsContext = cell.style.includes('inherit') || cell.style.includes('swimlane');
    const resolved = resolveStyle(
      cell.style,
      cell.kind === 'edge',
      needsContext
        ? {
            parent: parent && parent.kind !== 'layer' ? this.#style(parent) : undefined,
            swimlane: this.#swimlaneStyle(cell),
          }
        : {},
    );
    const style = this.context.dark ? darkStyle(resolved) : resolved;
    this.#styles.set(cell, style);
    return style;
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
    const begun = new Set<Cell>();
    const pending = [cell];
    for (let next = pending[pending.length - 1]; next; next = pending[pending.length - 1]) {
      const needed = begun.has(next) || this.#places.has(next) ? [] : this.#dependencies(next);
      begun.add(next);
      const missing = needed.filter((other) => !this.#places.has(other) && !begun.has(other));
      if (missing.length > 0) {
        pending.push(...missing);
        continue;
      }
      pending.pop();
      if (!this.#places.has(next)) this.#places.set(next, this.#computePlace(next));
    }
    return this.#places.get(cell);
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
    if (!parent) return { kind: 'layer', origin: point(0, 0) };
    const parentPlace = this.#places.get(parent);
    if (!parentPlace || (parent.collapsed && parent.kind !== 'layer')) return undefined;
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

  #placeVertex(cell: VertexCell, parent: Place): Place | undefined {
    const { geometry } = cell;
    if (!geometry) return undefined;
    const style = this.#style(cell);
    const origin =
      geometry.relative && parent.kind === 'edge'
        ? pointOnEdge(parent.points, geometry)
        : geometryOrigin(geometry, parent.origin, parent.kind === 'vertex' ? parent.box : undefined);
    let box = rect(origin.x, origin.y, geometry.width, geometry.height);
    if (geometry.relative && parent.kind === 'vertex') {
      // Relative children turn with their parent about its centre, but stay upright themselves.
      const turn = parent.style.number('rotation', 0);
      const middle = point(box.x + box.width / 2, box.y + box.height / 2);
      const about = point(parent.box.x + parent.box.width / 2, parent.box.y + parent.box.height / 2);
      const turned = rotatePoint(middle, turn, about);
      box = rect(turned.x - box.width / 2, turned.y - box.height / 2, box.width, box.height);
    }
    return { kind: 'vertex', origin, box, style, shape: this.#vertexShape(cell, style) };
  }

  #vertexShape(cell: Cell, style: Style): Shape {
    const name = style.string('shape', '');
    const shape = SHAPES.get(name) ?? this.context.stencil(name);
    if (shape) return shape;
    if (name !== '') this.context.report(unknownShape(cell.id, name));
    return SHAPES.get('rectangle') as Shape;
  }

  #edgeShape(cell: Cell, name: string): EdgeShape {
    const shape = edgeShapeOf(name);
    if (shape) return shape;
    const stencil = this.context.stencil(name);
    if (stencil) return stencilEdge(stencil);
    this.context.report({
      code: 'unknown-shape',
      cellId: cell.id,
      message: `Edge shape "${name}" is not known; drawn as a connector.`,
    });
    return EDGE_SHAPES.get('connector') as EdgeShape;
  }

  #placeEdge(cell: EdgeCell, origin: Point): Place | undefined {
    const source = this.#terminal(cell.source);
    const target = this.#terminal(cell.target);
    // draw.io drops an edge whose terminal exists but is hidden, and one without any end.
    if ((cell.source && !source) || (cell.target && !target)) return undefined;
    const style = this.#style(cell);
    const points = routeEdge({
      cell,
      style,
      origin,
      source,
      target,
      sourcePort: this.#port(style.get('sourcePort')),
      targetPort: this.#port(style.get('targetPort')),
      gridSize: this.graph.settings.gridSize,
      report: this.context.report,
    });
    return points && points.length > 1 ? { kind: 'edge', origin, points, style } : undefined;
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
    const { box, style, shape } = place;
    return {
      kind: 'vertex',
      cell,
      style,
      box,
      shape,
      label: this.#label(cell, style, () => ({
        box: vertexLabelBox(box, cell.geometry, style, shape),
        rotationDegrees: style.number('rotation', 0),
        angleAlongEdge: this.#angleAlongParent(cell, style, box),
        pivotBox: box,
      })),
    };
  }

  /** The angle of the label of an edge's child that follows the edge. */
  #angleAlongParent({ parent }: VertexCell, style: Style, box: Rect): number | undefined {
    const edge = parent && this.#places.get(parent);
    return edge?.kind === 'edge' ? angleAlongEdge(style, center(box), edge) : undefined;
  }

  #finishEdge(cell: EdgeCell, place: Place & { kind: 'edge' }): RoutedEdge {
    const { points, style } = place;
    const name = style.string('shape', 'connector');
    const shape = this.#edgeShape(cell, name);
    const jumps = this.#jumps(cell, style, points);
    if (!isCurved(style)) this.#routedEarlier.push({ style, points });
    return {
      kind: 'edge',
      cell,
      style,
      points,
      jumps,
      shape,
      label: this.#label(cell, style, () => {
        const at = edgeLabelPoint(points, cell.geometry);
        const size = cell.geometry;
        return {
          box: rect(at.x, at.y, size?.width ?? 0, size?.height ?? 0),
          rotationDegrees: shape.turns ? style.number('rotation', 0) : 0,
          angleAlongEdge: angleAlongEdge(style, at, place),
          pivotBox: undefined,
        };
      }),
    };
  }

  #jumps(cell: EdgeCell, style: Style, points: readonly Point[]): RoutedEdge['jumps'] {
    if (this.#jumped > MOST_JUMPS) return undefined;
    const jumps = crossingsOf({ style, points }, this.#routedEarlier);
    this.#jumped += jumps?.length ?? 0;
    if (this.#jumped > MOST_JUMPS) {
      const message = `Edges cross more than ${MOST_JUMPS} times: the rest is drawn without line jumps.`;
      this.context.report({ code: 'invalid-structure', cellId: cell.id, message });
    }
    return jumps;
  }

  #label(
    cell: VertexCell | EdgeCell,
    style: Style,
    frame: () => Pick<LabelRequest, 'box' | 'rotationDegrees' | 'angleAlongEdge' | 'pivotBox'>,
  ): PlacedLabel | undefined {
    if (style.flag('noLabel')) return undefined;
    const { variables, limits = DEFAULT_LIMITS } = this.context;
    const text = labelText(cell, variables, limits);
    if (text === '') return undefined;
    this.#labelCharacters += text.length;
    requireWithin(limits, 'inflatedBytes', this.#labelCharacters, 'The text of all labels, placeholders replaced,');
    const value = this.context.dark ? darkSides(text) : text;
    const { fonts, report, math } = this.context;
    return placeLabel({ cellId: cell.id, value, style, isEdge: cell.kind === 'edge', fonts, report, math, ...frame() });
  }
}

function unknownShape(cellId: string, name: string): Diagnostic {
  const stencil = name.startsWith('mxgraph.') || name.startsWith('stencil(');
  const shown = name.length > 60 ? `${name.slice(0, 57)}...` : name;
  return stencil
    ? { code: 'missing-stencil', cellId, message: `Stencil "${shown}" can't be had; drawn as a rectangle.` }
    : { code: 'unknown-shape', cellId, message: `Shape "${shown}" is not known; drawn as a rectangle.` };
}

/** Cells in painting order: each before its children, siblings in file order. */
export function* drawingOrder(root: Cell): Generator<Cell> {
  const stack: Cell[] = [root];
  for (let cell = stack.pop(); cell; cell = stack.pop()) {
    yield cell;
    for (let i = cell.children.length - 1; i >= 0; i--) stack.push(cell.children[i] as Cell);
  }
}

/** A cell's placed children as its shape may see them. */
export function shapeChildren(cell: Cell, cells: ReadonlyMap<string, PlacedCell>): ShapeChild[] {
  const children: ShapeChild[] = [];
  for (const child of cell.children) {
    const placed = cells.get(child.id);
    if (placed?.kind !== 'vertex') continue;
    const { style, box } = placed;
    children.push({
      style,
      box,
      collapsed: child.collapsed,
      children: shapeChildren(child, cells),
      alternateBounds: child.geometry?.alternateBounds,
    });
  }
  return children;
}
