/** The sheets of paper that draw.io prints a page on. */
import { type Rect, rect } from '../../geometry/plane.js';
import type { Scene } from '../../scene/scene.js';

/** Points (1/72 inch) for a px of paper: draw.io's paper formats are in hundredths of an inch. */
const POINTS_PER_PAPER_PIXEL = 0.72;

export interface PaperSheet {
  /** What of the scene's plane is on the sheet, px. */
  readonly view: Rect;
  /** Prints a sheet in the size of its paper. */
  readonly pointsPerPixel: number;
}

/**
 * The sheets of a scene that shows whole ones (the crop 'page'), row by row, blank ones between others included, as
 * draw.io's print preview lays them out. A border around them is left out, as draw.io does.
 */
export function sheetsOf({ viewBox, sheet }: Scene): readonly PaperSheet[] {
  const { width, height, pageScale } = sheet;
  // Crops are shifted by half a pixel, and so are sheets: lines one pixel wide stay crisp.
  const left = Math.round(viewBox.x / width) * width - 0.5;
  const top = Math.round(viewBox.y / height) * height - 0.5;
  const across = Math.max(1, Math.round(viewBox.width / width));
  const down = Math.max(1, Math.round(viewBox.height / height));
  return Array.from({ length: across * down }, (_, i) => ({
    view: rect(left + (i % across) * width, top + Math.floor(i / across) * height, width, height),
    pointsPerPixel: POINTS_PER_PAPER_PIXEL / pageScale,
  }));
}
