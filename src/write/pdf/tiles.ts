/** draw.io's fill patterns, drawn line by line: viewers show tilings of PDF's own with seams, or lose their thin lines. */

import type { FillPattern } from '../../drawing/scene.js';
import { mapPath } from '../../geometry/path.js';
import {
  intersection,
  type Point,
  point,
  type Rect,
  rect,
  rotation,
  transformPoint,
  translation,
} from '../../geometry/plane.js';
import { colorParts } from '../outputColor.js';
import { type FillTile, fillTile } from '../svg/fillTiles.js';
import { Content } from './contentStream.js';
import type { PdfObjects, Resource } from './objects.js';
import { drawGroup, plainForm } from './states.js';

/** Tiles to a side of the block that is written once and drawn wherever it is needed. */
const BLOCK = 16;

/** Fills an area of the user space, to which is clipped already, with a pattern. */
export function drawTiles(
  content: Content,
  objects: PdfObjects,
  area: Rect,
  paint: { readonly pattern: FillPattern; readonly color: string; readonly strokeWidth: number },
  opacity: number,
): void {
  const seen = intersection(area, content.reach);
  if (seen.width === 0 || seen.height === 0) return;
  const tile = fillTile(paint.pattern, paint.strokeWidth);
  const color = colorParts(paint.color);
  drawGroup(content, objects, opacity * color.alpha, (into) => {
    into.strokeColor(color);
    into.fillColor(color);
    const { x, y } = content.patternOrigin;
    into.transform(translation(x, y));
    if (tile.turned) into.transform(rotation(45));
    const shown = rect(seen.x - x, seen.y - y, seen.width, seen.height);
    const room = tile.turned ? turnedBack(shown) : shown;
    const { whole, size } = tile;
    if (whole.kind === 'grid') drawGrid(into, whole, size, room);
    else drawBlocks(into, block(objects, tile), size * BLOCK, room);
  });
}

/** The box around an area in a frame that is turned by 45°. */
function turnedBack({ x, y, width, height }: Rect): Rect {
  const center = transformPoint(rotation(-45), point(x + width / 2, y + height / 2));
  const side = (width + height) * Math.SQRT1_2;
  return rect(center.x - side / 2, center.y - side / 2, side, side);
}

/** The multiples of a step that lie between two places, and one more on each side. */
function multiples(from: number, to: number, step: number): readonly number[] {
  const first = Math.floor(from / step) - 1;
  const count = Math.ceil(to / step) + 2 - first;
  return Array.from({ length: count }, (_, i) => (first + i) * step);
}

function drawGrid(content: Content, grid: FillTile['whole'] & { kind: 'grid' }, size: number, room: Rect): void {
  const [right, bottom] = [room.x + room.width, room.y + room.height];
  const line = (from: Point, to: Point): void =>
    content.path([
      { kind: 'move', to: from },
      { kind: 'line', to },
    ]);
  content.lineWidth(grid.width);
  for (const x of multiples(room.x, right, size)) line(point(x + grid.x, room.y), point(x + grid.x, bottom));
  const { y: offset } = grid;
  if (offset !== undefined) {
    for (const y of multiples(room.y, bottom, size)) line(point(room.x, y + offset), point(right, y + offset));
  }
  content.write('S');
}

function drawBlocks(content: Content, resource: Resource, side: number, room: Rect): void {
  for (const y of multiples(room.y, room.y + room.height, side)) {
    for (const x of multiples(room.x, room.x + room.width, side)) {
      content.isolated(() => {
        content.transform({ a: 1, b: 0, c: 0, d: 1, e: x, f: y });
        content.paint(resource);
      });
    }
  }
}

/** A block of tiles, in the colour that is set where it is drawn. */
function block(objects: PdfObjects, { whole, size }: FillTile): Resource {
  return objects.resource('XObject', JSON.stringify(['tiles', whole, size]), () => {
    const content = new Content();
    for (let i = 0; i < BLOCK * BLOCK; i++) {
      const [dx, dy] = [(i % BLOCK) * size, Math.floor(i / BLOCK) * size];
      if (whole.kind === 'dots') {
        const { center, radius } = whole;
        const box = rect(center.x + dx - radius, center.y + dy - radius, radius * 2, radius * 2);
        content.outline({ kind: 'ellipse', box });
      } else if (whole.kind === 'tiles') {
        content.lineWidth(whole.width);
        content.path(mapPath(whole.path, (p) => point(p.x + dx, p.y + dy)));
        content.write('S');
      }
    }
    if (whole.kind === 'dots') content.write('f');
    const side = size * BLOCK;
    return plainForm(objects, content, rect(-size, -size, side + 2 * size, side + 2 * size));
  });
}
