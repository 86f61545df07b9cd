/** draw.io's fill patterns as tiles: ten px and the line's width, most of them turned by 45°, from the picture's corner. */

import type { FillPattern } from '../../drawing/scene.js';
import type { Path } from '../../geometry/path.js';
import { type Point, point } from '../../geometry/plane.js';

export interface FillTile {
  /** The side of the square tile, px. */
  readonly size: number;
  /** The tiling is turned by 45°. */
  readonly turned: boolean;
  /** Clipped to the tile. */
  readonly ink:
    | { readonly kind: 'lines'; readonly path: Path; readonly width: number }
    | { readonly kind: 'dot'; readonly center: Point; readonly radius: number };
  /**
   * What the tiling looks like, for those who draw it without clipping tiles: lines across it, down at `x` and along at
   * `y` of each tile, or the ink of the tiles. Half of a line along the edge of a tile is clipped off.
   */
  readonly whole:
    | { readonly kind: 'grid'; readonly x: number; readonly y: number | undefined; readonly width: number }
    | { readonly kind: 'tiles'; readonly path: Path; readonly width: number }
    | { readonly kind: 'dots'; readonly center: Point; readonly radius: number };
}

export function fillTile(pattern: FillPattern, strokeWidth: number): FillTile {
  const width = strokeWidth * 1.5;
  const size = 10 + width;
  switch (pattern) {
    case 'hatch':
      return lines(size, width, polyline([0, 0], [0, size]), {
        kind: 'grid',
        x: width / 4,
        y: undefined,
        width: width / 2,
      });
    case 'dashed': {
      const dash = (x: number): Path => polyline([x, size / 4], [x, (3 * size) / 4]);
      return lines(size, width, dash(0), { kind: 'tiles', path: dash(width / 4), width: width / 2 });
    }
    case 'zigzag': {
      const [a, b] = [size / 4, (3 * size) / 4];
      const path = polyline([a, 0], [b, 0], [a, size], [b, size]);
      return lines(size, width, path, { kind: 'tiles', path, width });
    }
    case 'cross-hatch': {
      const crossWidth = strokeWidth * 0.5;
      const side = 1.5 * (10 + crossWidth);
      const square: Path = [...polyline([0, 0], [side, 0], [side, side], [0, side]), { kind: 'close' }];
      return lines(side, crossWidth, square, { kind: 'grid', x: 0, y: 0, width: crossWidth });
    }
    case 'dots': {
      const dotsSize = 10 + strokeWidth;
      const dot = { center: point(dotsSize / 2, dotsSize / 2), radius: dotsSize / 4 };
      return { size: dotsSize, turned: false, ink: { kind: 'dot', ...dot }, whole: { kind: 'dots', ...dot } };
    }
  }
}

const lines = (size: number, width: number, path: Path, whole: FillTile['whole']): FillTile => ({
  size,
  turned: true,
  ink: { kind: 'lines', path, width },
  whole,
});

const polyline = (...points: readonly (readonly [number, number])[]): Path =>
  points.map(([x, y], i) => ({ kind: i === 0 ? 'move' : 'line', to: point(x, y) }));
