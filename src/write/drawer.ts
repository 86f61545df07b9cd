/** Pictures as pixels, for what a format can't say otherwise. */

/** Red, green, blue and alpha of each pixel, row by row from the top left; colours are not multiplied by alpha. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Draws SVG documents whose text is outlined. */
export interface SvgDrawer {
  /** Throws where the document can't be read, or is too large to draw. */
  pixels(svg: string): Pixels;
  /** The document in few words: groups, paths, gradients, clips and masks, its styles worked out. Throws as `pixels` does. */
  simplified(svg: string): string;
}
