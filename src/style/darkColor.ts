/** How draw.io adapts colours to a dark page: each colour has a dark counterpart, given by the file or worked out. */
import { printColor, readColor, sidesOf } from './color.js';

/**
 * Which colours of a page adapt: all ('auto'), those that the file itself gives for both ('simple': default and
 * light-dark()), or none.
 */
export type ColorAdaption = 'auto' | 'simple' | 'none';

/** The colour behind a dark picture whose page has none of its own. */
export const DARK_PAGE = '#121212';

/** Of the colour 255, this share is turned into its opposite: white becomes a soft black. */
const INVERSION = 0.93;

/** Rec. 709 luminance of red, green and blue, which a turn of the hue keeps. */
const LUMINANCE = [0.2126, 0.7152, 0.0722] as const;

/** The part of a turn of the hue that goes with the sine of its angle. */
const HUE_SINE = [
  [-0.2126, -0.7152, 0.9278],
  [0.143, 0.14, -0.283],
  [-0.7874, 0.7152, 0.0722],
] as const;

/** Half a turn of the hue. Its sine isn't quite zero, which decides how draw.io rounds what lies between two colours. */
const HALF_TURN = HUE_SINE.map((sines, row) =>
  sines.map((sine, column) => {
    const luminance = LUMINANCE[column] as number;
    const own = row === column ? 1 - luminance : -luminance;
    return luminance + own * Math.cos(Math.PI) + sine * Math.sin(Math.PI);
  }),
);

/** draw.io's dark counterpart of a colour: inverted by 93 %, then its hue turned by 180°. */
export function inverseColor(color: string): string {
  // draw.io reads two digits for each channel, and misses the last of them here.
  if (/^#[0-9a-f]{3,4}$/i.test(color)) return '#000000';
  const parsed = readColor(color);
  if (!parsed) return color;
  const { red, green, blue, alpha } = parsed;
  const inverted = [red, green, blue].map((value) => Math.round((255 - value) * INVERSION + value * (1 - INVERSION)));
  const [r, g, b] = HALF_TURN.map((factors) => {
    const turned = factors.reduce((sum, factor, i) => sum + factor * (inverted[i] as number), 0);
    return Math.round(Math.min(255, Math.max(0, turned)));
  });
  return printColor({ red: r as number, green: g as number, blue: b as number, alpha });
}

/** What is painted on a dark page in place of a colour: the side that the file gives, else as the page's colours adapt. */
export const darkSide = (color: string, adaption: ColorAdaption): string =>
  sidesOf(color)?.[1] ?? (adaption === 'auto' ? inverseColor(color) : color);
