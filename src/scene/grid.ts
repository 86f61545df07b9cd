/** The grid of a page, drawn behind its cells as draw.io prints it. */

import type { Drawing, Group, Scene } from '../drawing/scene.js';
import type { Segment } from '../geometry/path.js';
import { IDENTITY, point, type Rect } from '../geometry/plane.js';

export interface Grid {
  /** Between two lines, px. */
  readonly size: number;
  /** Every so many lines one is strong. */
  readonly steps: number;
  readonly color: string;
}

/** draw.io's own: every fourth line is strong, in one gray on light pages and another on dark ones. */
export const GRID_STEPS = 4;
export const GRID_COLOR = 'light-dark(#d0d0d0, #424242)';

/** Denser grids lose every other line, as in draw.io's editor, px. */
const LEAST_SIZE = 4;

const LINE_WIDTH = 0.5;
const FAINT = 0.2;

const PLAIN_LINE = { dash: [], lineCap: 'butt', lineJoin: 'miter', miterLimit: 10 } as const;

/** More lines than any screen or sheet shows apart; past it there is no grid. */
export const MOST_GRID_LINES = 20_000;

/** How many lines a grid has in a picture. */
export const gridLines = ({ viewBox: { width, height } }: Scene, grid: Grid): number => (width + height) / sizeOf(grid);

const sizeOf = ({ size }: Grid): number => size * 2 ** Math.max(0, Math.ceil(Math.log2(LEAST_SIZE / size)));

/** The picture with a grid that begins at its page's origin. `spend` is told of each line. */
export function withGrid(scene: Scene, grid: Grid, spend: (lines: number) => void): Scene {
  const { root, viewBox } = scene;
  return { ...scene, root: { kind: 'group', children: [gridOver(viewBox, grid, spend), root] } };
}

/** Of the lines from one place up to another; counted, since far off a number plus one is that number. */
function* indexes(from: number, to: number, size: number): Generator<number> {
  const first = Math.ceil(from / size);
  const most = Math.ceil((to - from) / size);
  for (let n = 0; n <= most && (first + n) * size < to; n++) yield first + n;
}

function gridOver(area: Rect, grid: Grid, spend: (lines: number) => void): Group {
  const { steps, color } = grid;
  const size = sizeOf(grid);
  spend(area.width / size + area.height / size);
  const faint: Segment[] = [];
  const strong: Segment[] = [];
  const right = area.x + area.width;
  const bottom = area.y + area.height;
  const line = (index: number, from: readonly [number, number], to: readonly [number, number]): void => {
    (index % steps === 0 ? strong : faint).push(
      { kind: 'move', to: point(...from) },
      { kind: 'line', to: point(...to) },
    );
  };
  for (const i of indexes(area.y, bottom, size)) line(i, [area.x, i * size], [right, i * size]);
  for (const i of indexes(area.x, right, size)) line(i, [i * size, area.y], [i * size, bottom]);
  const lines = (path: readonly Segment[], opacity: number): readonly Drawing[] => {
    if (path.length === 0) return [];
    const stroke = { color, opacity, width: LINE_WIDTH, ...PLAIN_LINE } as const;
    return [{ kind: 'drawing', outline: { kind: 'path', path }, transform: IDENTITY, stroke }];
  };
  return { kind: 'group', children: [...lines(faint, FAINT), ...lines(strong, 1)] };
}
