/** The sizes that Chromium sets a font of a computed size at: whole 64ths of a px, as FreeType scales glyphs. */

/** Chromium keeps fonts by their size in hundredths of a px, in single precision. */
const PER_PIXEL_KEPT = 100;
const PER_PIXEL_SCALED = 64;

/** The size of a font's line metrics. */
export const metricSize = (fontSize: number): number =>
  Number.isInteger(fontSize)
    ? fontSize
    : Math.fround(Math.floor(Math.fround(Math.fround(fontSize) * PER_PIXEL_KEPT)) / PER_PIXEL_KEPT);

/** The size of its glyphs and how far they advance. */
export const glyphSize = (fontSize: number): number =>
  Number.isInteger(fontSize) ? fontSize : Math.floor(metricSize(fontSize) * PER_PIXEL_SCALED) / PER_PIXEL_SCALED;
