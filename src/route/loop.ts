/** The route of an edge from a cell to itself: a bulge beside the cell, on the side of `direction` or of a waypoint. */
import { bottom, type Point, point, right } from '../geometry/plane.js';
import { contains, routingCenter, withinWidth } from './end.js';
import type { RouteRequest, Router, RouteTerminal } from './router.js';

/** Two bends about a middle, dx and dy to either side of it. */
const bulge = (x: number, y: number, dx: number, dy: number): readonly Point[] => [
  point(x - dx, y - dy),
  point(x + dx, y + dy),
];

/** Where no waypoint says otherwise. `direction=east` is the left side, as in draw.io, and west (the default) right. */
function besideCell(terminal: RouteTerminal, direction: string, size: number): readonly Point[] {
  const { box } = terminal;
  const middle = routingCenter(terminal);
  switch (direction) {
    case 'north':
      return bulge(middle.x, box.y - 2 * size, size, 0);
    case 'south':
      return bulge(middle.x, bottom(box) + 2 * size, size, 0);
    case 'east':
      return bulge(box.x - 2 * size, middle.y, 0, size);
    default:
      return bulge(right(box) + 2 * size, middle.y, 0, size);
  }
}

function aroundWaypoint(terminal: RouteTerminal, waypoint: Point, vertical: boolean, size: number): readonly Point[] {
  const middle = routingCenter(terminal);
  if (withinWidth(terminal.box, waypoint.x)) {
    const dx = Math.max(Math.abs(middle.x - waypoint.x), vertical ? 0 : size);
    return bulge(middle.x, waypoint.y, dx, 0);
  }
  // draw.io measures a vertical loop's height from the page's top here, not from the cell.
  if (vertical) return bulge(waypoint.x, 0, size, Math.abs(waypoint.y));
  return bulge(waypoint.x, middle.y, 0, Math.max(Math.abs(middle.y - waypoint.y), size));
}

export const routeLoop: Router = (request: RouteRequest) => {
  const { style, source, waypoints, sourcePoint, targetPoint } = request;
  if (sourcePoint && targetPoint) return waypoints;
  if (!source) return [];
  const size = style.number('segment', request.gridSize);
  const direction = style.string('direction', 'west');
  const waypoint = waypoints[0];
  if (!waypoint || contains(source.box, waypoint.x, waypoint.y)) return besideCell(source, direction, size);
  return aroundWaypoint(source, waypoint, direction === 'north' || direction === 'south', size);
};
