/** What an edge covers on the page, as draw.io computes it to crop the picture. */
import { boundsOfPoints, grow, type Point, type Rect, rect } from '../../geometry/plane.js';

/** The bounds of a line whose points count as one pixel each, and `reach` px for what stands out from it. */
export function boundsAlongLine(points: readonly Point[], reach: number): Rect {
  const bounds = boundsOfPoints(points) ?? rect(0, 0, 0, 0);
  return grow(rect(bounds.x, bounds.y, bounds.width + 1, bounds.height + 1), reach);
}
