/** Lengths of boxes, and the sides that have them. */

export type Length =
  | { readonly kind: 'auto' }
  | { readonly kind: 'px'; readonly value: number }
  | { readonly kind: 'percent'; readonly value: number };

export const AUTO: Length = { kind: 'auto' };
export const px = (value: number): Length => ({ kind: 'px', value });
export const ZERO: Length = px(0);

/** In CSS's order of sides. */
export interface Sides<T> {
  readonly top: T;
  readonly right: T;
  readonly bottom: T;
  readonly left: T;
}

export type SideName = keyof Sides<unknown>;
export const SIDES: readonly SideName[] = ['top', 'right', 'bottom', 'left'];

/** A length against what percentages refer to; undefined for auto, and for a percentage of nothing. */
export function resolveLength(length: Length, reference: number | undefined): number | undefined {
  switch (length.kind) {
    case 'auto':
      return undefined;
    case 'px':
      return length.value;
    case 'percent':
      return reference === undefined ? undefined : (length.value / 100) * reference;
  }
}
