/** How numbers are written: few decimals, no exponents, the same on every machine. */

/** A number with at most `decimals` places and no trailing zeros; never "-0", an exponent or NaN. */
export function formatNumber(value: number, decimals = 2): string {
  if (!Number.isFinite(value)) return '0';
  const factor = 10 ** decimals;
  const rounded = Math.round(value * factor) / factor;
  if (Number.isInteger(rounded)) return Math.abs(rounded) < 1e21 ? String(rounded === 0 ? 0 : rounded) : '0';
  return String(Number(rounded.toFixed(decimals)));
}
