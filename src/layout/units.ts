/** draw.io's units of length: a hundred pixels to the inch. */

const PIXELS_PER_INCH = 100;
const PIXELS_PER_MM = 3.937;

/** A length as draw.io shows it in a unit: inches and millimetres to a hundredth, metres to a thousandth, else pixels. */
export function inUnit(pixels: number, unit: string): number {
  switch (unit) {
    case 'in':
      return Math.round((pixels * 100) / PIXELS_PER_INCH) / 100;
    case 'mm':
      return Math.round((pixels * 100) / PIXELS_PER_MM) / 100;
    case 'm':
      return Math.round((pixels * 1000) / (PIXELS_PER_MM * 1000)) / 1000;
    default:
      return Math.round(pixels);
  }
}
