/** Colours with an opacity, in the form that every SVG reader knows. */
import { colord, extend } from 'colord';
import names from 'colord/plugins/names';

extend([names]);

/** A colour with its alpha multiplied, as #rrggbbaa, which every SVG reader knows; black for what is no colour. */
export function withOpacity(color: string, opacity: number): string {
  const parsed = colord(color);
  return colord({ ...parsed.toRgb(), a: parsed.alpha() * opacity }).toHex();
}

/** A colour's parts, 0 to 1. */
export interface Rgb {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** The parts of a colour; opaque black for what is no colour. */
export function colorParts(color: string): Rgb {
  const { r, g, b, a } = colord(color).toRgb();
  return { red: r / 255, green: g / 255, blue: b / 255, alpha: a };
}
