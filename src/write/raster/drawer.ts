/** Pictures as pixels, for what a format can't say otherwise. */
import type { Scene } from '../../drawing/scene.js';

/** Red, green, blue and alpha of each pixel, row by row from the top left; colours are not multiplied by alpha. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Draws pictures. */
export interface SvgDrawer {
  /** A picture as a document to be drawn, with so many pixels for one px of the page. */
  document(scene: Scene, scale: number): string;
  /** The pixels of a document. Throws where it can't be read, or is too large to draw. */
  pixels(svg: string): Pixels;
  /** The document in few words: groups, paths, gradients, clips and masks, its styles worked out. Throws as `pixels` does. */
  simplified(svg: string): string;
}
