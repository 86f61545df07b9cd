/** The grid of a page, drawn behind its cells as draw.io prints it. */
import type { Segment } from '../geometry/path.js';
import { IDENTITY, point, type Rect } from '../geometry/plane.js';
import type { Drawing, Group, Scene } from './scene.js';

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

/** The picture with a grid that begins at its page's origin. `spend` is told of each line. */
export function withGrid(scene: Scene, grid: Grid, spend: (lines: number) => void): Scene {
  const { root, viewBox } = scene;
  return { ...scene, root: { kind: 'group', children: [gridOver(viewBox, grid, spend), root] } };
}

function gridOver(area: Rect, { size: wanted, steps, color }: Grid, spend: (lines: number) => void): Group {
  const size = wanted * 2 ** Math.max(0, Math.ceil(Math.log2(LEAST_SIZE / wanted)));
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
  for (let i = Math.ceil(area.y / size); i * size < bottom; i++) line(i, [area.x, i * size], [right, i * size]);
  for (let i = Math.ceil(area.x / size); i * size < right; i++) line(i, [i * size, area.y], [i * size, bottom]);
  const lines = (path: readonly Segment[], opacity: number): readonly Drawing[] => {
    if (path.length === 0) return [];
    const stroke = { color, opacity, width: LINE_WIDTH, ...PLAIN_LINE } as const;
    return [{ kind: 'drawing', outline: { kind: 'path', path }, transform: IDENTITY, stroke }];
  };
  return { kind: 'group', children: [...lines(faint, FAINT), ...lines(strong, 1)] };
}
