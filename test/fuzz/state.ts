/** Tries cases again long after: no state may outlive a call, so they must end as they did. */
import type { Case } from './cases.js';
import type { Finding, Verdict } from './judge.js';

export class StateCheck {
  #tried = 0;
  #remembered: { readonly each: Case; readonly outcome: string } | undefined;

  /** Every so many cases one is remembered, and tried again as many cases later. */
  constructor(readonly every: number) {}

  /** Notes how a case ended. A finding where the one that was remembered ends otherwise now. */
  async note(
    each: Case,
    { outcome, finding }: Verdict,
    judge: (each: Case) => Promise<Verdict>,
  ): Promise<Finding | undefined> {
    this.#tried += 1;
    // A browser shows a picture, and makes none.
    if (this.#tried % this.every !== 0 || finding || each.output === 'browser') return undefined;
    const before = this.#remembered;
    this.#remembered = { each, outcome };
    if (!before) return undefined;
    const again = await judge({ ...before.each, twice: false });
    if (again.outcome === before.outcome) return undefined;
    const cause = `${before.each.output} ended as ${before.outcome}, and ${this.every} cases later as ${again.outcome}`;
    return { oracle: 'state', cause: cause.replace(/[\da-f]{40}/g, '…'), detail: before.each.input.text };
  }
}
