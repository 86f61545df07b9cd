/** Random choices that a seed decides: the same seed makes the same choices on every machine. */
import { randomNumbers } from '../../src/primitives/random.js';

export class Random {
  /** From 0 up to 1. */
  readonly next: () => number;

  constructor(seed: number) {
    this.next = randomNumbers(seed);
  }

  /** A whole number from 0 to below the bound. */
  below(bound: number): number {
    return Math.floor(this.next() * bound);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }

  /** Up to that many of what a function makes, at least one. */
  some<T>(most: number, make: () => T): T[] {
    return Array.from({ length: 1 + this.below(most) }, make);
  }
}

/** The random choices of one input of a run. */
export const randomOf = (seed: number, index: number): Random => new Random(Math.imul(seed + 1, 0x9e3779b1) ^ index);
