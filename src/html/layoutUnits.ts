/** Chromium's layout unit: lengths are kept in 64ths of a pixel, and rounded to them in ways that differ by place. */

const PER_PIXEL = 64;

/** How a computed length (a line height, a padding) becomes a layout length. */
export const floorUnit = (value: number): number => Math.floor(value * PER_PIXEL + 1e-6) / PER_PIXEL;

/** How a computed offset, or half of a layout length, becomes a layout length: towards zero. */
export const truncateUnit = (value: number): number => Math.sign(value) * floorUnit(Math.abs(value));

/** How the width of shaped text becomes a layout length. */
export const ceilUnit = (value: number): number => Math.ceil(value * PER_PIXEL - 1e-6) / PER_PIXEL;

/** How a font size becomes a layout length, for what is reckoned from it. */
export const roundUnit = (value: number): number => Math.round(value * PER_PIXEL) / PER_PIXEL;

/** Half of a length in layout units, the odd unit dropped: half of the smallest negative one is nothing. */
export const halvedUnit = (length: number): number => Math.trunc(Math.round(length * PER_PIXEL) / 2) / PER_PIXEL;
