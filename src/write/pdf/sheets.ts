/** The sheets of paper that draw.io prints a page on. */

import type { Scene } from '../../drawing/scene.js';
import { type Rect, rect } from '../../geometry/plane.js';

/** Points (1/72 inch) for a px of paper: draw.io's paper formats are in hundredths of an inch. */
const POINTS_PER_PAPER_PIXEL = 0.72;

export interface PaperSheet {
  /** What of the scene's plane is on the sheet, px. */
  readonly view: Rect;
  /** Prints a sheet in the size of its paper. */
  readonly pointsPerPixel: number;
}

/** What draw.io adds to the size of a drawing for the paper that it crops to, px. */
const ROOM = 1.5;

/** A scene on paper cropped to it: draw.io's is a little larger, in whole px of the print, so that no line is cut off. */
export function paperAround(scene: Scene, scale: number): Scene {
  const paper = (length: number): number => Math.floor((length + ROOM) * scale) / scale;
  const width = paper(scene.width);
  const height = paper(scene.height);
  return { ...scene, width, height, viewBox: { ...scene.viewBox, width, height } };
}

/** How many sheets a scene that shows whole ones has in each direction: a few cells far apart have very many. */
export function sheetsIn({ viewBox, sheet: { width, height } }: Scene): {
  readonly across: number;
  readonly down: number;
} {
  return {
    across: Math.max(1, Math.round(viewBox.width / width)),
    down: Math.max(1, Math.round(viewBox.height / height)),
  };
}

/**
 * The sheets of a scene that shows whole ones (the crop 'page', without a border), row by row, blank ones between others
 * included, as draw.io's print preview lays them out.
 */
export function sheetsOf(scene: Scene): readonly PaperSheet[] {
  const { viewBox, sheet } = scene;
  const { width, height, pageScale } = sheet;
  const { across, down } = sheetsIn(scene);
  return Array.from({ length: across * down }, (_, i) => ({
    view: rect(viewBox.x + (i % across) * width, viewBox.y + Math.floor(i / across) * height, width, height),
    pointsPerPixel: POINTS_PER_PAPER_PIXEL / pageScale,
  }));
}
