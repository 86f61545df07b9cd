/** Routes one edge: fixed ends first, then the edge style's bends, then the ends that float on a perimeter. */
import type { Report } from '../diagnostics.js';
import { center, type Point, point } from '../geometry/plane.js';
import type { EdgeCell } from '../model/cell.js';
import { routeLoop } from '../route/loop.js';
import { EDGE_STYLES } from '../route/registry.js';
import type { Router, RouteTerminal } from '../route/router.js';
import { routeStraight } from '../route/straight.js';
import type { Style } from '../style/style.js';
import { type PlacedTerminal, routingBox, terminalBox } from './perimeter.js';
import { fixedPoint, floatingPoint, snapsToPoint, styledConnection } from './terminal.js';

export { edgeLabelPoint } from './edgePoint.js';
export type { PlacedTerminal } from './perimeter.js';

export interface EdgeRequest {
  readonly cell: EdgeCell;
  readonly style: Style;
  /** The absolute origin of the edge's parent, page px: waypoints and dangling ends count from it. */
  readonly origin: Point;
  /** Where draw.io's view puts the page's origin; by default at its own. */
  readonly view?: Point | undefined;
  /** The cells where the edge visibly ends (visibleTerminal), in the view. */
  readonly source: PlacedTerminal | undefined;
  readonly target: PlacedTerminal | undefined;
  /** Cells named by sourcePort and targetPort: routes and perimeters use them in place of the terminals. */
  readonly sourcePort?: PlacedTerminal | undefined;
  readonly targetPort?: PlacedTerminal | undefined;
  /** The page's grid size, px: 10 unless the page says otherwise. */
  readonly gridSize?: number | undefined;
  readonly report: Report;
}

/**
 * The points of an edge as draw.io's mxGraphView computes them: in its view, clipped at both terminals, before rounding,
 * markers and line jumps. Undefined where draw.io shows nothing: an end that is neither on a visible cell nor has a
 * point of its own.
 */
export function routeEdge(request: EdgeRequest): readonly Point[] | undefined {
  const { cell, style, source, target } = request;
  const sourcePoint = fixedEnd(request, true);
  const targetPoint = fixedEnd(request, false);
  if (cell.source && !source) return undefined;
  if (cell.target && !target) return undefined;
  if ((!source && !sourcePoint) || (!target && !targetPoint)) return undefined;

  const sourcePort = request.sourcePort ?? source;
  const targetPort = request.targetPort ?? target;
  const from = sourcePort && routeTerminal(sourcePort);
  const bends = chooseRouter(request)({
    style,
    source: from,
    target: targetPort && targetPort.id === sourcePort?.id ? from : targetPort && routeTerminal(targetPort),
    sourcePoint,
    targetPoint,
    waypoints: (cell.geometry?.points ?? []).map((p) => inView(p, request)),
    gridSize: request.gridSize ?? 10,
  });

  // The target floats first, so that a straight edge's source looks at the point found for the target.
  const orthogonal = isOrthogonal(style);
  const float = (port: PlacedTerminal | undefined, isSource: boolean, next: Point | undefined): Point | undefined => {
    // A port stands in for its terminal everywhere but here.
    const snaps = snapsToPoint((isSource ? source : target)?.style, style);
    return port && next && floatingPoint({ terminal: port, edge: style, isSource, next, orthogonal, snaps });
  };
  const end = targetPoint ?? float(targetPort, false, bends[bends.length - 1] ?? sourcePoint ?? centerOf(source));
  const start = sourcePoint ?? float(sourcePort, true, bends[0] ?? end);
  return start && end && [start, ...bends, end];
}

const centerOf = (terminal: PlacedTerminal | undefined): Point | undefined => terminal && center(terminalBox(terminal));

/** Added up in the order in which draw.io does: the residues of fractions depend on it. */
const inView = (p: Point, { origin, view }: EdgeRequest): Point =>
  point(p.x + (view?.x ?? 0) + origin.x, p.y + (view?.y ?? 0) + origin.y);

function fixedEnd(request: EdgeRequest, isSource: boolean): Point | undefined {
  const { cell, style, source, target } = request;
  const dangling = isSource ? cell.geometry?.sourcePoint : cell.geometry?.targetPoint;
  return fixedPoint(
    isSource ? source : target,
    styledConnection(style, isSource),
    dangling && inView(dangling, request),
  );
}

const routeTerminal = (terminal: PlacedTerminal): RouteTerminal => ({
  box: routingBox(terminal),
  style: terminal.style,
  relativeX: terminal.relativeX,
});

/**
 * An edge from a cell to itself is a loop, unless it has two waypoints or more, or orthogonalLoop is set and an end is
 * tied to a connection point.
 */
function isLoop({ cell, style, source, target }: EdgeRequest): boolean {
  if (!source || source.id !== target?.id) return false;
  if ((cell.geometry?.points.length ?? 0) > 1) return false;
  const tied = styledConnection(style, true) !== undefined || styledConnection(style, false) !== undefined;
  return !(style.flag('orthogonalLoop') && tied);
}

function chooseRouter(request: EdgeRequest): Router {
  const { cell, style, report } = request;
  const loop = isLoop(request);
  if (!loop && style.flag('noEdgeStyle')) return routeStraight;
  const name = style.get(loop ? 'loopStyle' : 'edgeStyle');
  if (name === undefined) return loop ? routeLoop : routeStraight;
  const edgeStyle = EDGE_STYLES.get(name);
  if (edgeStyle) return edgeStyle.route;
  report({ code: 'unknown-edge-style', cellId: cell.id, message: `Unknown edge style "${name}": drawn straight` });
  return routeStraight;
}

/** Whether ends meet a perimeter straight across: by the style's `orthogonal`, else by its edge style. */
function isOrthogonal(style: Style): boolean {
  if (style.has('orthogonal')) return style.flag('orthogonal');
  if (style.flag('noEdgeStyle')) return false;
  return EDGE_STYLES.get(style.string('edgeStyle', ''))?.orthogonal ?? false;
}
