/** How numbers are written: few decimals, no exponents, the same on every machine. */

/** Powers of ten by number of decimals. */
const FACTORS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6];

/** What is written behind a whole number, by hundredths. */
const HUNDREDTHS = Array.from({ length: 100 }, (_, i) => (i === 0 ? '' : String(i / 100).slice(1)));

/** Up to here a number of hundredths is exact. */
const MOST_HUNDREDTHS = 1e9;

/** A number with at most `decimals` places (six at most) and no trailing zeros; never "-0", an exponent or NaN. */
export function formatNumber(value: number, decimals = 2): string {
  if (decimals === 2) {
    // Nearly all numbers are like this, and whole numbers are written faster than fractions.
    const hundredths = Math.round(value * 100);
    if (hundredths > 0 && hundredths < MOST_HUNDREDTHS) return fromHundredths(hundredths);
    if (hundredths < 0 && hundredths > -MOST_HUNDREDTHS) return `-${fromHundredths(-hundredths)}`;
  }
  const factor = FACTORS[decimals] as number;
  // An integer over a power of ten prints as the shortest decimal, which has no more places than the power.
  const rounded = Math.round(value * factor) / factor;
  return Math.abs(rounded) < 1e21 && rounded !== 0 ? String(rounded) : '0';
}

function fromHundredths(hundredths: number): string {
  const whole = Math.floor(hundredths / 100);
  return `${whole}${HUNDREDTHS[hundredths - whole * 100]}`;
}
