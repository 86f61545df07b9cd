/** How many pieces of hand-drawn lines a picture may have: past it, shapes are drawn plain, and that is told. */

export interface StrokeAllowance {
  /** Whether so many pieces more may be drawn. */
  allows(pieces: number): boolean;
  /** Counts pieces that are drawn. */
  take(pieces: number): void;
}

export function createStrokeAllowance(most: number): StrokeAllowance {
  let left = most;
  return {
    allows: (pieces) => pieces <= left,
    take(pieces) {
      left -= pieces;
    },
  };
}
