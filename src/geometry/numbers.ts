/** How numbers are written: few decimals, no exponents, the same on every machine. */

/** Powers of ten by number of decimals. */
const FACTORS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6];

/**
 * What is written behind a whole number, by the hundredths or thousandths that it has more, once it was asked for; by the
 * numbers of decimals that most numbers are written with.
 */
const ENDINGS: readonly (string[] | undefined)[] = [undefined, undefined, new Array(100), new Array(1000)];

/** What a half may lack of one: machines differ in the last bits of what they compute, and all are to round it alike. */
export const HALF_RESIDUE = 1e-6;

/** Up to here a number of hundredths or thousandths is exact. */
const MOST_PARTS = 1e9;

/**
 * A number with at most `decimals` places (six at most) and no trailing zeros; never "-0" or an exponent. Throws
 * RangeError for what is not finite: such numbers end where a scene is built, with a report.
 */
export function formatNumber(value: number, decimals = 2): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} can't be written: it isn't finite.`);
  const factor = FACTORS[decimals] as number;
  const parts = Math.round(value * factor + HALF_RESIDUE);
  const endings = ENDINGS[decimals];
  if (endings !== undefined) {
    // Whole numbers are written faster than fractions.
    if (parts > 0 && parts < MOST_PARTS) return fromParts(parts, factor, endings);
    if (parts < 0 && parts > -MOST_PARTS) return `-${fromParts(-parts, factor, endings)}`;
  }
  // An integer over a power of ten prints as the shortest decimal, which has no more places than the power.
  const rounded = parts / factor;
  return Math.abs(rounded) < 1e21 && rounded !== 0 ? String(rounded) : '0';
}

function fromParts(parts: number, factor: number, endings: string[]): string {
  const whole = Math.floor(parts / factor);
  const left = parts - whole * factor;
  endings[left] ??= left === 0 ? '' : String(left / factor).slice(1);
  return `${whole}${endings[left]}`;
}
