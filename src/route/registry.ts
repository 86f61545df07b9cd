/** The one table from the names of draw.io's edge styles to routers. */
import { routeElbow } from './elbow.js';
import { routeEntityRelation } from './entityRelation.js';
import { routeIsometric } from './isometric.js';
import { routeLoop } from './loop.js';
import { routeOrthogonal } from './orthogonal.js';
import type { Router } from './router.js';
import { routeSegment } from './segment.js';
import { routeSideToSide } from './sideToSide.js';
import { routeTopToBottom } from './topToBottom.js';

export interface EdgeStyle {
  readonly route: Router;
  /** Whether floating ends meet a perimeter straight across rather than on the way to its centre. */
  readonly orthogonal: boolean;
}

export const EDGE_STYLES: ReadonlyMap<string, EdgeStyle> = new Map(
  Object.entries<EdgeStyle>({
    orthogonalEdgeStyle: { route: routeOrthogonal, orthogonal: true },
    segmentEdgeStyle: { route: routeSegment, orthogonal: true },
    elbowEdgeStyle: { route: routeElbow, orthogonal: true },
    sideToSideEdgeStyle: { route: routeSideToSide, orthogonal: true },
    topToBottomEdgeStyle: { route: routeTopToBottom, orthogonal: true },
    entityRelationEdgeStyle: { route: routeEntityRelation, orthogonal: true },
    isometricEdgeStyle: { route: routeIsometric, orthogonal: false },
    loopEdgeStyle: { route: routeLoop, orthogonal: false },
  }),
);
