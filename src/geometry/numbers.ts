/** How numbers are written: few decimals, no exponents, the same on every machine. */

/** Powers of ten by number of decimals. */
const FACTORS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6];

/** A number with at most `decimals` places (six at most) and no trailing zeros; never "-0", an exponent or NaN. */
export function formatNumber(value: number, decimals = 2): string {
  const factor = FACTORS[decimals] as number;
  // An integer over a power of ten prints as the shortest decimal, which has no more places than the power.
  const rounded = Math.round(value * factor) / factor;
  return Math.abs(rounded) < 1e21 && rounded !== 0 ? String(rounded) : '0';
}
