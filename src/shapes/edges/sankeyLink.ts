/** The band of a Sankey diagram's flow, between the ends of an edge (shape=mermaidSankeyLink). */
import { type Point, point } from '../../geometry/plane.js';
import type { Style } from '../../style/style.js';
import { styleStrokeWidth } from '../general/outline.js';
import type { EdgeShape } from '../shape.js';
import { boundsAlongLine } from './edgeBounds.js';

const WIDTH = 10;
/** How many straight pieces a side of the band is drawn with. */
const PIECES = 32;

const widthOf = (style: Style): number => Math.max(1, style.number('width', WIDTH));

/** Places beside the curve that leaves its first end and reaches its last one horizontally. */
function sideOf(start: Point, end: Point, aside: number): readonly Point[] {
  const middle = (start.x + end.x) / 2;
  return Array.from({ length: PIECES + 1 }, (_, i) => {
    const t = i / PIECES;
    const u = 1 - t;
    const x = u ** 3 * start.x + 3 * u * t * middle + t ** 3 * end.x;
    const y = u * u * (u + 3 * t) * start.y + t * t * (t + 3 * u) * end.y;
    const dx = 3 * u * u * (middle - start.x) + 3 * t * t * (end.x - middle);
    const dy = 6 * u * t * (end.y - start.y);
    const length = Math.hypot(dx, dy);
    return length === 0 ? point(x, y + aside) : point(x - (dy / length) * aside, y + (dx / length) * aside);
  });
}

/** Bands darken one another where they cross. */
const mermaidSankeyLink: EdgeShape = {
  draw(canvas, points, style) {
    const [start, end] = [points[0], points[points.length - 1]];
    if (!start || !end) return;
    const half = widthOf(style) / 2;
    canvas.save();
    // A shadow is a filter, within which there is nothing to mix with.
    if (!style.flag('shadow')) canvas.setBlend('multiply');
    canvas.begin();
    [...sideOf(start, end, half), ...sideOf(start, end, -half).toReversed()].forEach(({ x, y }, index) => {
      if (index === 0) canvas.moveTo(x, y);
      else canvas.lineTo(x, y);
    });
    canvas.close();
    canvas.fillAndStroke();
    canvas.restore();
  },
  bounds(points, style) {
    const box = boundsAlongLine(points, 0);
    const room = widthOf(style) / 2 + styleStrokeWidth(style);
    return { ...box, y: box.y - room, height: box.height + 2 * room };
  },
  boundsFromDrawing: 'curved',
  shiftsForStroke: false,
};

export const SANKEY_LINKS: Readonly<Record<string, EdgeShape>> = { mermaidSankeyLink };
