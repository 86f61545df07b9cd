/** Where draw.io's view puts a page's origin: it moves a drawing to its own corner, by whole pixels. */
import { grow, type Point, PointBounds, point, type Rect, rotatedBounds } from '../geometry/plane.js';
import type { ColorKey } from '../style/keys.js';
import type { Style } from '../style/style.js';
import type { PlacedCell } from './placed.js';

/** In px of the view, from the places that the cells have on the page. */
export function viewOrigin(cells: Iterable<PlacedCell>): Point {
  const bounds = new PointBounds();
  for (const placed of cells) {
    bounds.add(drawnBox(placed));
    if (placed.label?.bounds) bounds.add(placed.label.bounds);
  }
  const corner = bounds.rect() ?? point(0, 0);
  return point(-Math.floor(corner.x), -Math.floor(corner.y));
}

/** What a cell fills with its line and shadow; of a curve the box of its points, which is large enough. */
function drawnBox(placed: PlacedCell): Rect {
  const { style } = placed;
  if (placed.kind === 'edge') return grow(placed.shape.bounds(placed.points, style), lineAndShadow(style));
  const room = lineAndShadow(style, placed.shape.strokeKey);
  return rotatedBounds(grow(placed.box, room), style.number('rotation', 0));
}

const lineAndShadow = (style: Style, strokeKey: ColorKey = 'strokeColor'): number =>
  (style.has(strokeKey) ? style.number('strokeWidth', 1) / 2 : 0) +
  (style.flag('shadow') ? 2 * style.number('shadowBlur', 2) : 0);
