/** draw.io's fill patterns as tiles: ten px and the line's width, most of them turned by 45°, anchored to the page. */
import type { Path } from '../geometry/path.js';
import { type Point, point } from '../geometry/plane.js';
import type { FillPattern } from '../scene/scene.js';

export interface FillTile {
  /** The side of the square tile, px. */
  readonly size: number;
  /** The tiling is turned by 45°. */
  readonly turned: boolean;
  readonly ink:
    | { readonly kind: 'lines'; readonly path: Path; readonly width: number }
    | { readonly kind: 'dot'; readonly center: Point; readonly radius: number };
}

export function fillTile(pattern: FillPattern, strokeWidth: number): FillTile {
  const width = strokeWidth * 1.5;
  const size = 10 + width;
  switch (pattern) {
    case 'hatch':
      return lines(size, width, [polyline([0, 0], [0, size])]);
    case 'dashed':
      return lines(size, width, [polyline([0, size / 4], [0, (3 * size) / 4])]);
    case 'zigzag': {
      const [a, b] = [size / 4, (3 * size) / 4];
      return lines(size, width, [polyline([a, 0], [b, 0], [a, size], [b, size])]);
    }
    case 'cross-hatch': {
      const crossWidth = strokeWidth * 0.5;
      const side = 1.5 * (10 + crossWidth);
      return lines(side, crossWidth, [polyline([0, 0], [side, 0], [side, side], [0, side]), [{ kind: 'close' }]]);
    }
    case 'dots': {
      const dotsSize = 10 + strokeWidth;
      const ink = { kind: 'dot', center: point(dotsSize / 2, dotsSize / 2), radius: dotsSize / 4 } as const;
      return { size: dotsSize, turned: false, ink };
    }
  }
}

const lines = (size: number, width: number, parts: readonly Path[]): FillTile => ({
  size,
  turned: true,
  ink: { kind: 'lines', path: parts.flat(), width },
});

const polyline = (...points: readonly (readonly [number, number])[]): Path =>
  points.map(([x, y], i) => ({ kind: i === 0 ? 'move' : 'line', to: point(x, y) }));
