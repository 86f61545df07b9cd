/** What an edge style is given, and what it gives back. */
import type { Point, Rect } from '../geometry/plane.js';
import type { Style } from '../style/style.js';

/** A vertex (or edge) that an edge ends at, as routing sees it. */
export interface RouteTerminal {
  /** The unrotated box in page pixels; for a stencil of fixed aspect the part of it that the stencil fills. */
  readonly box: Rect;
  readonly style: Style;
  /** The x of a relative geometry (a child's place across its parent, an edge's label); undefined for an absolute one. */
  readonly relativeX?: number | undefined;
}

export interface RouteRequest {
  /** The edge's own style. */
  readonly style: Style;
  readonly source: RouteTerminal | undefined;
  /** The same object as the source where the edge ends at the cell that it leaves. */
  readonly target: RouteTerminal | undefined;
  /** The end point where it is fixed by a constraint or a dangling end; undefined where it floats on a terminal. */
  readonly sourcePoint: Point | undefined;
  readonly targetPoint: Point | undefined;
  /** Waypoints in page pixels. */
  readonly waypoints: readonly Point[];
  /** The page's grid size in px: half the width of a loop that names no size. */
  readonly gridSize: number;
}

/** The points between the two ends. */
export type Router = (request: RouteRequest) => readonly Point[];
