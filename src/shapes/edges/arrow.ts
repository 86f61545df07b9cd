/** The plain block arrow from an edge's first point to its last (shape=arrow). */

import { styleStrokeWidth } from '../general/outline.js';
import type { EdgeShape } from '../shape.js';
import { boundsAlongLine } from './edgeBounds.js';

/** Width of the head and length of the head, px; the shaft is a third as wide. */
const WIDTH = 30;
const HEAD_LENGTH = 30;

/** draw.io keeps room for the head all around, whatever the arrow's direction; `endSize` may ask for more. */
export const BLOCK_ARROW_BOUNDS: EdgeShape['bounds'] = (points, style) =>
  boundsAlongLine(points, Math.max(WIDTH, style.number('endSize', HEAD_LENGTH)) / 2 + styleStrokeWidth(style));

const arrow: EdgeShape = {
  draw(canvas, points) {
    const start = points[0];
    const end = points[points.length - 1];
    if (!start || !end) return;
    const length = Math.hypot(end.x - start.x, end.y - start.y);
    if (length === 0) return;
    const ux = (end.x - start.x) / length;
    const uy = (end.y - start.y) / length;
    // Places along the arrow from its start, and to the left of it.
    const place = (along: number, left: number) =>
      [start.x + along * ux + left * uy, start.y + along * uy - left * ux] as const;
    const neck = length - HEAD_LENGTH;
    canvas.begin();
    canvas.moveTo(...place(0, -WIDTH / 6));
    canvas.lineTo(...place(0, WIDTH / 6));
    canvas.lineTo(...place(neck, WIDTH / 6));
    canvas.lineTo(...place(neck, WIDTH / 2));
    canvas.lineTo(end.x, end.y);
    canvas.lineTo(...place(neck, -WIDTH / 2));
    canvas.lineTo(...place(neck, -WIDTH / 6));
    canvas.close();
    canvas.fillAndStroke();
  },
  bounds: BLOCK_ARROW_BOUNDS,
  turns: true,
};

export const BLOCK_ARROWS: Readonly<Record<string, EdgeShape>> = { arrow };
