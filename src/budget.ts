/** The budget of work of a drawing: what is counted is the same on every machine, as a clock's time is not. */
import { type Limits, limitExceeded } from './limits.js';

export interface Budget {
  /** Takes some of the budget. Throws MxsvgError 'limit-exceeded' where that is more than is left. */
  spend(units: number): void;
}

/** A budget of as many units as the limit `work` allows; a unit is about a glyph that is set, or a point of an outline. */
export function createBudget(limits: Limits): Budget {
  let left = limits.work;
  return {
    spend(units) {
      left -= units;
      if (left < 0) throw limitExceeded(limits, 'work', 'The drawing');
    },
  };
}

/** What has no end to its budget: a part that is drawn by itself. */
export const NO_BUDGET: Budget = { spend() {} };
