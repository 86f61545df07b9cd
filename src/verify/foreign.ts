/** Whether a picture that another program drew looks the same as ours, whatever scale and border it has. */
import type { Pixels } from '../write/raster/drawer.js';

/** How large another program drew a picture. */
export interface Fit {
  readonly scale: number;
  /** px of the page. */
  readonly border: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The scales and borders at which a drawing of the size `ours` may have been given the size `theirs`. */
export function fitsOf(theirs: Size, ours: Size): readonly Fit[] {
  const scales = [1, theirs.width / ours.width, (theirs.width - theirs.height) / (ours.width - ours.height)];
  const fits = scales
    .filter((scale) => Number.isFinite(scale) && scale > 0)
    .map((scale) => ({ scale, border: Math.max(0, Math.round((theirs.width / scale - ours.width) / 2)) }));
  return fits.filter(
    ({ scale, border }) =>
      Math.abs(scale * (ours.width + 2 * border) - theirs.width) <= SLACK * scale &&
      Math.abs(scale * (ours.height + 2 * border) - theirs.height) <= SLACK * scale,
  );
}

/** draw.io's pictures are up to this much larger than their crop, px of the page. */
const SLACK = 2.5;

/** The side of the squares that are compared, px: a line half a pixel off is no difference. */
const SQUARE = 6;
/** Squares differ where a channel's mean is off by more than this, channel steps. */
const DIFFERS = 40;
/** Pictures of one diagram by two programs differ in at most so many squares. */
const TOLERATED = 4;

/** True where two pictures of about the same size look alike from their top left corners on. */
export function looksAlike(a: Pixels, b: Pixels): boolean {
  let different = 0;
  for (let y = 0; y < Math.min(a.height, b.height); y += SQUARE) {
    for (let x = 0; x < Math.min(a.width, b.width); x += SQUARE) {
      if (distance(meanColor(a, x, y), meanColor(b, x, y)) > DIFFERS) different += 1;
    }
  }
  return different <= TOLERATED;
}

type Color = readonly [number, number, number];

const distance = (a: Color, b: Color): number =>
  Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]), Math.abs(a[2] - b[2]));

/** The mean colour of a square that begins inside the picture. */
function meanColor({ width, height, data }: Pixels, left: number, top: number): Color {
  let [red, green, blue, count] = [0, 0, 0, 0];
  for (let y = top; y < Math.min(height, top + SQUARE); y++) {
    for (let x = left; x < Math.min(width, left + SQUARE); x++) {
      const i = 4 * (y * width + x);
      red += data[i] as number;
      green += data[i + 1] as number;
      blue += data[i + 2] as number;
      count += 1;
    }
  }
  return [red / count, green / count, blue / count];
}
