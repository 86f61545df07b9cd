/** Tries one case in this process, and judges what came of it: how it ended, and what it took. */
import type { Case } from './cases.js';
import { Fault } from './fault.js';
import { outcomeOf } from './outputs.js';
import type { Library } from './trial.js';

/** What went wrong. */
export interface Finding {
  /** Which promise is broken. */
  readonly oracle: string;
  /** A line that is the same for the same cause, but for numbers. */
  readonly cause: string;
  readonly detail: string;
}

export interface Verdict {
  /** A digest of what was made, or the code of an error of ours. */
  readonly outcome: string;
  readonly finding?: Finding;
  /** Seconds that all threads computed, together. */
  readonly seconds: number;
}

export interface Budgets {
  /** Seconds of computing that a case may take. */
  readonly seconds: number;
  /** MiB that a process may have taken at its highest. */
  readonly memory: number;
}

export const BUDGETS: Budgets = { seconds: 12, memory: 1800 };

const peak = (): number => process.resourceUsage().maxRSS / 1024;

export async function judge(each: Case, budgets: Budgets = BUDGETS, library?: Library): Promise<Verdict> {
  const before = { cpu: process.cpuUsage(), peak: peak() };
  let outcome = '';
  let finding: Finding | undefined;
  try {
    outcome = await outcomeOf(each, library);
  } catch (error) {
    finding = findingOf(error);
  }
  const { user, system } = process.cpuUsage(before.cpu);
  const seconds = (user + system) / 1e6;
  finding ??= excess(budgets, seconds, before.peak);
  return { outcome, finding, seconds };
}

function excess(budgets: Budgets, seconds: number, peakBefore: number): Finding | undefined {
  if (seconds > budgets.seconds) {
    return { oracle: 'time', cause: `more than ${budgets.seconds} s of computing`, detail: `${seconds} s` };
  }
  const now = peak();
  if (now <= budgets.memory || now <= peakBefore) return undefined;
  return { oracle: 'memory', cause: `more than ${budgets.memory} MiB of memory`, detail: `${peakBefore} → ${now} MiB` };
}

function findingOf(error: unknown): Finding {
  if (error instanceof Fault) return { oracle: error.oracle, cause: error.message, detail: error.stack ?? '' };
  if (!(error instanceof Error)) return { oracle: 'thrown', cause: String(error).slice(0, 200), detail: '' };
  const stack = error.stack ?? '';
  const place = /\/src\/([^\s()]+:\d+)/.exec(stack)?.[1] ?? /at (.*)/.exec(stack)?.[1] ?? '';
  const message = error.message.split('\n')[0]?.slice(0, 300) ?? '';
  return { oracle: 'thrown', cause: `${error.name} at ${place}: ${message}`, detail: stack };
}

/** Findings of one key are of one kind. */
export const keyOf = ({ oracle, cause }: Finding): string =>
  `${oracle}: ${cause
    .replace(/"(?:[^"\\]|\\.)*"|of \S+$/g, '…')
    .replace(/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/g, '#')
    .slice(0, 160)}`;
