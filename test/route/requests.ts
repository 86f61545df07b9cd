/** Short forms of what routers and edges are asked in the routing tests. */
import { type Point, point, rect } from '../../src/geometry/plane.js';
import { type EdgeRequest, routeEdge } from '../../src/layout/edge.js';
import type { PlacedTerminal } from '../../src/layout/perimeter.js';
import type { EdgeCell, Geometry } from '../../src/model/cell.js';
import type { RouteRequest, Router, RouteTerminal } from '../../src/route/router.js';
import type { Shape } from '../../src/shapes/shape.js';
import { resolveStyle } from '../../src/style/resolve.js';

type Box = readonly [x: number, y: number, width: number, height: number];
export type Pair = readonly [x: number, y: number];

export const at = ([x, y]: Pair): Point => point(x, y);

export const pairs = (points: readonly Point[] | undefined): number[][] | undefined =>
  points?.map(({ x, y }) => [Math.round(x * 100) / 100 + 0, Math.round(y * 100) / 100 + 0]);

export const terminal = (box: Box, style = ''): RouteTerminal => ({
  box: rect(...box),
  style: resolveStyle(style, false),
});

interface Ends {
  readonly source?: RouteTerminal;
  readonly target?: RouteTerminal;
  readonly from?: Pair;
  readonly to?: Pair;
  readonly through?: readonly Pair[];
}

/** The bends of a router between two ends. */
export function bends(route: Router, style: string, { source, target, from, to, through = [] }: Ends) {
  const request: RouteRequest = {
    style: resolveStyle(style, true),
    source,
    target,
    sourcePoint: from && at(from),
    targetPoint: to && at(to),
    waypoints: through.map(at),
    gridSize: 10,
  };
  return pairs(route(request));
}

export const vertex = (box: Box, style = '', shape: Partial<Shape> = {}, id = box.join()): PlacedTerminal => ({
  kind: 'vertex',
  id,
  box: rect(...box),
  style: resolveStyle(style, false),
  shape,
});

interface EdgeEnds {
  readonly source?: PlacedTerminal;
  readonly target?: PlacedTerminal;
  readonly geometry?: Partial<Geometry>;
  readonly origin?: Point;
}

const NO_GEOMETRY: Geometry = { x: 0, y: 0, width: 0, height: 0, relative: true, points: [] };

const cellBase = {
  id: 'edge',
  value: '',
  attributes: new Map<string, string>(),
  parent: undefined,
  children: [],
  visible: true,
  collapsed: false,
  connectable: true,
} as const;

/** The whole route of an edge, and the messages about it. */
export function edgeRoute(style: string, { source, target, geometry, origin = point(0, 0) }: EdgeEnds) {
  const messages: string[] = [];
  const cell: EdgeCell = {
    ...cellBase,
    kind: 'edge',
    style,
    source: undefined,
    target: undefined,
    geometry: { ...NO_GEOMETRY, ...geometry },
  } as EdgeCell;
  const request: EdgeRequest = {
    cell,
    style: resolveStyle(style, true),
    origin,
    source,
    target,
    report: ({ code }) => messages.push(code),
  };
  return { points: pairs(routeEdge(request)), messages };
}
