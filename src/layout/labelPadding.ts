/** How far a label's background and border reach beyond its text (labelPadding), as draw.io 31 reads it. */
import type { Style } from '../style/style.js';

export interface LabelPadding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** One to four lengths in CSS's order of sides, px; undefined where they come to nothing. */
export function labelPadding(style: Style): LabelPadding | undefined {
  const value = style.get('labelPadding');
  if (value === undefined) return undefined;
  const lengths = value
    .trim()
    .split(/\s+/)
    .map((token) => Math.min(MOST, Math.max(0, Number.parseFloat(token) || 0)));
  const [top = 0, right = top, bottom = top, left = right] = lengths;
  return top + right + bottom + left > 0 ? { top, right, bottom, left } : undefined;
}

/** Far more than any label needs: a broken file's number is no reason to paint without end. */
const MOST = 10_000;
