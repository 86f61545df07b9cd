/** Vertical margins that meet and collapse: the largest positive one and the largest negative one count. */

export interface MarginStrut {
  readonly positive: number;
  readonly negative: number;
}

export const NO_MARGIN: MarginStrut = { positive: 0, negative: 0 };

export const strutOf = (margin: number): MarginStrut =>
  margin >= 0 ? { positive: margin, negative: 0 } : { positive: 0, negative: margin };

export const joinStruts = (a: MarginStrut, b: MarginStrut): MarginStrut => ({
  positive: Math.max(a.positive, b.positive),
  negative: Math.min(a.negative, b.negative),
});

export const strutSize = ({ positive, negative }: MarginStrut): number => positive + negative;
