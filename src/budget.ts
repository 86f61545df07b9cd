/** The budget of work of a drawing: what is counted is the same on every machine, as a clock's time is not. */
import { type Limits, limitExceeded } from './limits.js';

export interface Budget {
  /** Takes some of the budget. Throws MxsvgError 'limit-exceeded' where that is more than is left. */
  spend(units: number): void;
}

/**
 * A budget of as many units as the limit `work` allows. A unit is about what a glyph costs that is set, some microseconds;
 * work of other kinds is weighed by that.
 */
export function createBudget(limits: Limits): Budget {
  let left = limits.work;
  return {
    spend(units) {
      left -= units;
      if (left < 0) throw limitExceeded(limits, 'work', 'The drawing');
    },
  };
}

/** A budget that also counts what is taken from another one. */
export function metered(budget: Budget): Budget & { readonly spent: number } {
  let spent = 0;
  return {
    get spent() {
      return spent;
    },
    spend(units) {
      spent += units;
      budget.spend(units);
    },
  };
}

/** What has no end to its budget: a part that is drawn by itself. */
export const NO_BUDGET: Budget = { spend() {} };
