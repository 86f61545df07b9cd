/** The shapes of topics in mind maps, and the room that Mermaid gives each around its text. */
import type { CellStyle } from '../cells.js';
import type { Size } from '../graph/graph.js';

export interface TopicShape {
  readonly style: CellStyle;
  /** Px. */
  readonly size: Size;
}

type MakeTopic = (label: Size) => TopicShape;

const rounded = (arcSize: number): CellStyle => ({ rounded: 1, absoluteArcSize: 1, arcSize });

const box =
  (across: number, down: number, style: CellStyle): MakeTopic =>
  ({ width, height }) => ({ style, size: { width: width + across, height: height + down } });

const plain = box(40, 10, rounded(10));

const circle: MakeTopic = ({ width }) => ({
  style: { ellipse: '', perimeter: 'ellipsePerimeter' },
  size: { width: width + 20, height: width + 20 },
});

const hexagon: MakeTopic = ({ width, height }) => {
  const whole = height + 20;
  const point = whole / 4;
  return {
    style: { shape: 'hexagon', perimeter: 'hexagonPerimeter2', fixedSize: 1, size: Math.round(point * 100) / 100 },
    size: { width: width + 2 * point + 20, height: whole },
  };
};

/** Spikes stand out of the body by an eighth of it on each side. */
const bang: MakeTopic = ({ width, height }) => ({
  style: { shape: 'mindmapBang' },
  size: { width: 1.25 * (width + 50), height: 1.25 * (height + 40) },
});

interface Arc {
  readonly rx: number;
  readonly ry: number;
  readonly dx: number;
  readonly dy: number;
}

/** The arcs of a cloud around a box, clockwise from its upper left corner, each the smaller part of its ellipse. */
const cloudArcs = (w: number, h: number): readonly Arc[] => {
  const arc = (rx: number, dx: number, dy: number, ry = rx): Arc => ({ rx: rx * w, ry: ry * w, dx, dy });
  return [
    arc(0.15, 0.25 * w, -0.1 * w),
    arc(0.35, 0.4 * w, -0.1 * w),
    arc(0.25, 0.35 * w, 0.2 * w),
    arc(0.15, 0.15 * w, 0.35 * h),
    arc(0.2, -0.15 * w, 0.65 * h),
    arc(0.25, -0.25 * w, 0.15 * w, 0.15),
    arc(0.35, -0.5 * w, 0),
    arc(0.15, -0.25 * w, -0.15 * w),
    arc(0.15, -0.1 * w, -0.35 * h),
    arc(0.2, 0.1 * w, -0.65 * h),
  ];
};

const cloud: MakeTopic = ({ width, height }) => {
  let [x, y] = [0, 0];
  const sides = { left: 0, top: 0, right: 0, bottom: 0 };
  const include = (px: number, py: number): void => {
    sides.left = Math.min(sides.left, px);
    sides.right = Math.max(sides.right, px);
    sides.top = Math.min(sides.top, py);
    sides.bottom = Math.max(sides.bottom, py);
  };
  for (const arc of cloudArcs(width + 10, height + 10)) {
    for (const [px, py] of farthest(arc)) include(x + px, y + py);
    [x, y] = [x + arc.dx, y + arc.dy];
    include(x, y);
  }
  return {
    style: { ellipse: '', shape: 'cloud', perimeter: 'ellipsePerimeter' },
    size: { width: sides.right - sides.left, height: sides.bottom - sides.top },
  };
};

/** The leftmost, rightmost, highest and lowest points of its ellipse that an arc passes, from where it begins. */
function farthest({ rx, ry, dx, dy }: Arc): readonly (readonly [x: number, y: number])[] {
  if (rx <= 0 || ry <= 0) return [];
  // On a circle of radius 1; an arc whose ends are too far apart grows.
  const [ex, ey] = [dx / rx, dy / ry];
  const half = Math.hypot(ex, ey) / 2;
  if (half === 0) return [];
  const scale = Math.max(1, half);
  const apart = Math.sqrt(Math.max(0, scale * scale - half * half));
  // The middle lies to the right of the way, as the arc is the smaller one and runs clockwise.
  const center = [ex / 2 - (apart * ey) / (2 * half), ey / 2 + (apart * ex) / (2 * half)] as const;
  const directions = [
    [-1, 0],
    [1, 0],
    [0, -1],
    [0, 1],
  ] as const;
  return directions
    .map(([ax, ay]) => [center[0] + ax * scale, center[1] + ay * scale] as const)
    .filter(([px, py]) => ex * py - ey * px <= 0)
    .map(([px, py]) => [px * rx, py * ry] as const);
}

/** By Mermaid's numbers. */
const TOPICS: readonly MakeTopic[] = [plain, box(30, 30, rounded(10)), box(40, 20, {}), circle, cloud, bang, hexagon];

export const topicShape = (type: number, label: Size): TopicShape => (TOPICS[type] ?? box(40, 20, {}))(label);

/** Whether a line is drawn below it. */
export const isUnderlined = (type: number): boolean => type === 0;

/** Whether draw.io's lines would end beside its outline, which no perimeter follows: a cloud's and a bang's. */
export const hasJaggedOutline = (type: number): boolean => TOPICS[type] === cloud || TOPICS[type] === bang;
