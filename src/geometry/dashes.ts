/** The dashes of a line between two corners, fitted as Chromium fits them. */

export interface Dash {
  readonly from: number;
  readonly length: number;
}

/** Longer lines are drawn unbroken: their dashes would fill the picture's file. */
const MOST_DASHES = 500;

/** Dashes along a line of a length, with gaps such that the last one ends at its end. */
export function fittedDashes(style: string, width: number, length: number): readonly Dash[] {
  const thick = width >= 3;
  const dash = style === 'dashed' ? width * (thick ? 2 : 3) : width;
  const wanted = style === 'dashed' ? width * (thick ? 1 : 2) : width;
  const fewest = Math.floor((length + wanted) / (dash + wanted));
  if ((style !== 'dashed' && style !== 'dotted') || fewest < 2 || fewest > MOST_DASHES) return [{ from: 0, length }];
  const gapOf = (count: number): number => (length - count * dash) / (count - 1);
  const wide = gapOf(fewest);
  const narrow = gapOf(fewest + 1);
  const count = narrow > 0 && Math.abs(narrow - wanted) < Math.abs(wide - wanted) ? fewest + 1 : fewest;
  const gap = gapOf(count);
  return Array.from({ length: count }, (_, index) => ({ from: index * (dash + gap), length: dash }));
}
