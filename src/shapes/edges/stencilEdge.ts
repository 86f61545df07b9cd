/** An edge with a stencil for its shape, which draw.io draws in the box around the edge's points. */
import { turnQuarter } from '../../geometry/plane.js';
import type { EdgeShape, Shape } from '../shape.js';
import { boundsAlongLine } from './edgeBounds.js';

export const stencilEdge = (stencil: Shape): EdgeShape => ({
  draw(canvas, points, style, { cell }) {
    const box = boundsAlongLine(points, 0);
    const direction = style.get('direction');
    const turned = direction === 'north' || direction === 'south';
    if (cell) stencil.draw(canvas, turned ? turnQuarter(box) : box, style, cell);
  },
  bounds: (points) => boundsAlongLine(points, 0),
  turns: true,
  stencilSize: stencil.stencilSize,
});
