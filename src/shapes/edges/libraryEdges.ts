/** Edges of libraries: links of networks, information flows of lean mapping, wedges of the arrow library. */

import type { Canvas } from '../../drawing/canvas.js';
import { type Point, point } from '../../geometry/plane.js';
import type { Style } from '../../style/style.js';
import type { EdgeShape } from '../shape.js';
import { BLOCK_ARROW_BOUNDS } from './arrow.js';

/** The stretch between an edge's ends, cut by a twentieth at either end, and a frame along it. */
interface Stretch {
  readonly start: Point;
  readonly end: Point;
  /** A place given in lengths of the stretch: from its middle on, and to the right of it. */
  place(along: number, right: number): readonly [number, number];
}

const CUT = 0.05;

function stretchOf(points: readonly Point[]): Stretch | undefined {
  const first = points[0];
  const last = points[points.length - 1];
  if (!first || !last || (first.x === last.x && first.y === last.y)) return undefined;
  const between = (t: number): Point => point(first.x + (last.x - first.x) * t, first.y + (last.y - first.y) * t);
  const start = between(CUT);
  const end = between(1 - CUT);
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const middle = between(0.5);
  return {
    start,
    end,
    place: (along, right) => [middle.x + dx * along - dy * right, middle.y + dy * along + dx * right],
  };
}

function traceLine(canvas: Canvas, first: Point, ...rest: readonly (readonly [number, number])[]): void {
  canvas.begin();
  canvas.moveTo(first.x, first.y);
  for (const [x, y] of rest) canvas.lineTo(x, y);
}

/** A flash of lightning. */
const communicationLink: EdgeShape = {
  draw(canvas, points) {
    const stretch = stretchOf(points);
    if (!stretch) return;
    const { start, end, place } = stretch;
    traceLine(
      canvas,
      start,
      place(0.1, -0.1),
      place(1 / 30, 1 / 30),
      [end.x, end.y],
      place(-0.1, 0.1),
      place(-1 / 30, -1 / 30),
    );
    canvas.close();
    canvas.fillAndStroke();
  },
  bounds: BLOCK_ARROW_BOUNDS,
  turns: true,
};

const HEAD_LENGTH = 10;
const HEAD_WIDTH = 10;

/** A solid arrowhead at `tip` for a line that comes from `from`. */
function drawHead(canvas: Canvas, from: Point, tip: Point, style: Style): void {
  const length = Math.hypot(tip.x - from.x, tip.y - from.y);
  if (length === 0) return;
  const [ux, uy] = [(tip.x - from.x) / length, (tip.y - from.y) / length];
  const base = point(tip.x - ux * HEAD_LENGTH, tip.y - uy * HEAD_LENGTH);
  const half = HEAD_WIDTH / 2;
  canvas.setFillColor(style.color('strokeColor', '#000000'));
  traceLine(
    canvas,
    point(base.x - uy * half, base.y + ux * half),
    [tip.x, tip.y],
    [base.x + uy * half, base.y - ux * half],
  );
  canvas.fillAndStroke();
}

/** A straight arrow; electronic information makes a zigzag in its middle. */
const informationFlow = (electronic: boolean): EdgeShape => ({
  draw(canvas, points, style) {
    const stretch = stretchOf(points);
    if (!stretch) return;
    const { start, end, place } = stretch;
    const [backX, backY] = place(-0.1, 1 / 30);
    const zigzag = electronic ? [place(0.1, -1 / 30), [backX, backY] as const] : [];
    traceLine(canvas, start, ...zigzag, [end.x, end.y]);
    canvas.stroke();
    drawHead(canvas, electronic ? point(backX, backY) : start, end, style);
  },
  bounds: BLOCK_ARROW_BOUNDS,
  turns: true,
});

/** A wedge: `startWidth` px to either side at the start, nothing at the end. */
function wedgeOf(points: readonly Point[], style: Style) {
  const start = points[0];
  const end = points[points.length - 1];
  if (!start || !end) return undefined;
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  if (length === 0) return undefined;
  const [ux, uy] = [(end.x - start.x) / length, (end.y - start.y) / length];
  const halfWidth = Math.max(0, style.number('startWidth', 20));
  /** A place along the wedge (0…1) and to the left of it (in its half width at the start). */
  const place = (along: number, left: number): Point =>
    point(start.x + ux * length * along + uy * halfWidth * left, start.y + uy * length * along - ux * halfWidth * left);
  return { length, place };
}

const wedgeBounds: Pick<EdgeShape, 'bounds' | 'boundsFromDrawing' | 'turns'> = {
  bounds: BLOCK_ARROW_BOUNDS,
  boundsFromDrawing: 'always',
  turns: true,
};

const wedge: EdgeShape = {
  ...wedgeBounds,
  draw(canvas, points, style) {
    const shape = wedgeOf(points, style);
    if (!shape) return;
    const [right, tip] = [shape.place(0, -1), shape.place(1, 0)];
    traceLine(canvas, shape.place(0, 1), [right.x, right.y], [tip.x, tip.y]);
    canvas.close();
    canvas.fillAndStroke();
  },
};

/** How wide the last line is, at the tip, in widths of the first. */
const TIP_WIDTH = 0.02;
/** Keeps absurdly fine steps from drawing for ever. */
const MAXIMUM_STEPS = 10_000;

/** A wedge of lines across it, in as many steps as given. */
const dashedWedge = (stepsOf: (length: number, style: Style) => number): EdgeShape => ({
  ...wedgeBounds,
  draw(canvas, points, style) {
    const shape = wedgeOf(points, style);
    if (!shape) return;
    const steps = Math.min(stepsOf(shape.length, style), MAXIMUM_STEPS);
    if (steps < 1) return;
    canvas.begin();
    for (let i = 0; i <= steps; i++) {
      const width = i === steps ? TIP_WIDTH : 1 - i / steps;
      const [left, right] = [shape.place(i / steps, width), shape.place(i / steps, -width)];
      canvas.moveTo(left.x, left.y);
      canvas.lineTo(right.x, right.y);
    }
    canvas.stroke();
  },
});

export const LIBRARY_EDGES: Readonly<Record<string, EdgeShape>> = {
  'mxgraph.networks.comm_link_edge': communicationLink,
  'mxgraph.lean_mapping.electronic_info_flow_edge': informationFlow(true),
  'mxgraph.lean_mapping.manual_info_flow_edge': informationFlow(false),
  'mxgraph.arrows2.wedgeArrow': wedge,
  'mxgraph.arrows2.wedgeArrowDashed': dashedWedge(() => 8),
  'mxgraph.arrows2.wedgeArrowDashed2': dashedWedge((length, style) =>
    Math.floor(length / style.number('stepSize', 10)),
  ),
};
