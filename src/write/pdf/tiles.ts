/** draw.io's fill patterns as tilings. */
import { multiply, rect, rotation } from '../../geometry/plane.js';
import type { FillPattern } from '../../scene/scene.js';
import { colorParts } from '../color.js';
import { type FillTile, fillTile } from '../fillTiles.js';
import { Content } from './content.js';
import { matrixEntries, type PdfObjects } from './objects.js';
import { setOpacity } from './states.js';

/** Makes a fill pattern the paint of what is filled next. */
export function setTiles(
  content: Content,
  objects: PdfObjects,
  pattern: FillPattern,
  color: string,
  strokeWidth: number,
): void {
  const tile = fillTile(pattern, strokeWidth);
  const matrix = matrixEntries(tile.turned ? multiply(content.matrix, rotation(45)) : content.matrix);
  const key = JSON.stringify(['tiles', pattern, color, strokeWidth, matrix]);
  const tiling = objects.resource('Pattern', key, () => {
    const drawn = drawnTile(objects, tile, color);
    return objects.stream(drawn.operators, {
      Type: 'Pattern',
      PatternType: 1,
      PaintType: 1,
      TilingType: 1,
      BBox: [0, 0, tile.size, tile.size],
      XStep: tile.size,
      YStep: tile.size,
      Resources: objects.dictionary(drawn.resources),
      Matrix: matrix,
    });
  });
  content.pattern(tiling, 'fill');
}

function drawnTile(objects: PdfObjects, { ink }: FillTile, color: string): Content {
  const content = new Content();
  const parts = colorParts(color);
  setOpacity(content, objects, parts.alpha);
  if (ink.kind === 'lines') {
    content.strokeColor(parts);
    content.lineWidth(ink.width);
    content.path(ink.path);
    content.write('S');
  } else {
    const { center, radius } = ink;
    content.fillColor(parts);
    content.outline({ kind: 'ellipse', box: rect(center.x - radius, center.y - radius, radius * 2, radius * 2) });
    content.write('f');
  }
  return content;
}
