/** Colours for formats that take them as numbers or as CSS. */
import { printColor, sidesOf } from '../style/color.js';
import { numbersOf } from '../style/colorAttributes.js';

/** A colour of CSS with its alpha multiplied, and so each side of a pair. */
export function withOpacity(color: string, opacity: number): string {
  const faint = (side: string): string => {
    const numbers = numbersOf(side);
    return printColor({ ...numbers, alpha: numbers.alpha * opacity });
  };
  const sides = sidesOf(color);
  return sides ? `light-dark(${faint(sides[0])}, ${faint(sides[1])})` : faint(color);
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
  const { red, green, blue, alpha } = numbersOf(color);
  return { red: red / 255, green: green / 255, blue: blue / 255, alpha };
}
