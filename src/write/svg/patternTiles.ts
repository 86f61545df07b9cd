/** The tile of an SVG pattern: one tile of draw.io's, or a block of them that is a whole number of pixels large. */

import type { FillPattern } from '../../drawing/scene.js';
import { formatNumber as n } from '../../geometry/numbers.js';
import { mapPath, type Path, pathData } from '../../geometry/path.js';
import { type Point, point } from '../../geometry/plane.js';
import { colorAttributes } from '../../style/colorAttributes.js';
import { type FillTile, fillTile } from './fillTiles.js';

/** How patterns are laid out in a document. */
export interface TileLayout {
  /** Where they begin, user space. */
  readonly origin: Point;
  /** How many tiles a block has to a side, by the side of a tile in user space; 1: the tile itself is repeated. */
  tilesAcross(size: number): number;
}

const MOST_TILES = 16;
/** Off by so little, the thousandth tile is where it should be. */
const CLOSE_ENOUGH = 1e-3;

/** How many tiles together are closest to a whole number of pixels: resvg repeats what it rounds to one. */
export function tilesToWholePixels(pixels: number): number {
  let best = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let count = 1; count <= MOST_TILES && least > CLOSE_ENOUGH; count++) {
    const off = Math.abs(count * pixels - Math.round(count * pixels)) / count;
    if (off < least) [best, least] = [count, off];
  }
  return best;
}

/** A fill pattern's attributes and content, as far as they follow `<pattern …`. */
export function patternMarkup(
  paint: { readonly pattern: FillPattern; readonly color: string; readonly strokeWidth: number },
  { origin, tilesAcross }: TileLayout,
): string {
  const tile = fillTile(paint.pattern, paint.strokeWidth);
  const count = tilesAcross(tile.size);
  const moved = origin.x === 0 && origin.y === 0 ? [] : [`translate(${n(origin.x)} ${n(origin.y)})`];
  const transform = [...moved, ...(tile.turned ? ['rotate(45)'] : [])].join(' ');
  const placed = transform === '' ? '' : ` patternTransform="${transform}"`;
  const side = n(tile.size * count);
  const ink = count === 1 ? inkOf(tile, paint.color) : blockOf(tile, count, paint.color);
  return `width="${side}" height="${side}"${placed}>${ink}`;
}

function inkOf({ ink }: FillTile, color: string): string {
  return ink.kind === 'lines' ? lines(ink.path, ink.width, color) : dot(ink.center, ink.radius, color);
}

function blockOf({ whole, size }: FillTile, count: number, color: string): string {
  const steps = Array.from({ length: count }, (_, i) => i * size);
  const side = count * size;
  if (whole.kind === 'grid') {
    // Of a line along the edge, one half is at either side of the block.
    const across = [...steps, side].map((x) => line(point(x + whole.x, 0), point(x + whole.x, side)));
    const { y: offset } = whole;
    const along =
      offset === undefined ? [] : [...steps, side].map((y) => line(point(0, y + offset), point(side, y + offset)));
    return lines([...across, ...along].flat(), whole.width, color);
  }
  const places = steps.flatMap((y) => steps.map((x) => point(x, y)));
  if (whole.kind === 'dots') {
    const { center, radius } = whole;
    return places.map(({ x, y }) => dot(point(center.x + x, center.y + y), radius, color)).join('');
  }
  const path = places.flatMap(({ x, y }) => mapPath(whole.path, (p) => point(p.x + x, p.y + y)));
  return lines(path, whole.width, color);
}

const line = (from: Point, to: Point): Path => [
  { kind: 'move', to: from },
  { kind: 'line', to },
];

const lines = (path: Path, width: number, color: string): string =>
  `<path d="${pathData(path)}" fill="none"${colorAttributes('stroke', color)} stroke-width="${n(width)}"/>`;

const dot = (center: Point, radius: number, color: string): string =>
  `<circle cx="${n(center.x)}" cy="${n(center.y)}" r="${n(radius)}"${colorAttributes('fill', color)}/>`;
