/** Many conversions: one after the other or on worker threads, with a progress bar, warnings and a summary. */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { convert, type Outcome, type Task } from './convert.js';
import { STANDARD_STREAM } from './files.js';
import { findInputs, type Input } from './inputs.js';
import type { Options } from './options.js';
import { nameOutput } from './outputs.js';
import { DiagnosticsLog, printFailure, printSummary, printWarnings } from './report.js';

/** The exit code of a run in which some file could not be drawn. */
export const FAILURE = 1;
/** The exit code of a command line that asks for what can't be done. */
export const WRONG_USAGE = 2;
/** With --strict: all was drawn, but not all of it faithfully. */
export const UNFAITHFUL = 3;

/** Below this many files, starting threads takes longer than they save. */
const WORTH_THREADS = 8;

/** What became of a run. */
export interface RunResult {
  readonly code: number;
  readonly written: readonly string[];
}

/** Draws all that the command line names; with `only`, those of these absolute paths. */
export async function run(
  operands: readonly string[],
  options: Options,
  threads: { readonly worker: URL; readonly jobs: number | undefined },
  only?: ReadonlySet<string>,
): Promise<RunResult> {
  const found = await findInputs(operands, options);
  const inputs = only ? found.filter(({ file }) => only.has(path.resolve(file))) : found;
  const tasks = planTasks(inputs, operands, options);
  const log = new DiagnosticsLog(options.diagnostics);
  const outcomes: Outcome[] = [];
  const bar = await progressBar(tasks.length, options);
  await convertAll(tasks, threads.worker, threads.jobs ?? availableParallelism(), (outcome) => {
    outcomes.push(outcome);
    log.add(outcome);
    bar?.increment();
    if (bar) return;
    tell(outcome, options);
  });
  bar?.stop();
  // A bar and lines on the same terminal would write over each other.
  if (bar) for (const outcome of outcomes) tell(outcome, options);
  await log.write();
  if (tasks.length > 1 && !options.quiet) printSummary(outcomes);
  return { code: exitCode(outcomes, options), written: outcomes.flatMap(({ written }) => written) };
}

/** Which input goes where. Two of the same output name would write over each other: the later one fails. */
function planTasks(inputs: readonly Input[], operands: readonly string[], options: Options): readonly Task[] {
  const several = inputs.length > 1 || operands.length > 1;
  const taken = new Map<string, Input>();
  return inputs.map((input) => {
    const name = nameOutput(input, options, several);
    const other = name.template === STANDARD_STREAM ? undefined : taken.get(name.template);
    taken.set(name.template, other ?? input);
    return { input, name, options, sameOutputAs: other?.file };
  });
}

async function convertAll(
  tasks: readonly Task[],
  worker: URL,
  jobs: number,
  done: (outcome: Outcome) => void,
): Promise<void> {
  if (jobs < 2 || tasks.length < WORTH_THREADS) {
    for (const task of tasks) done(await convert(task));
    return;
  }
  const { Piscina } = await import('piscina');
  const pool = new Piscina<Task, Outcome>({
    filename: worker.href,
    maxThreads: Math.min(jobs, tasks.length),
  });
  try {
    // Standard input belongs to the command's own thread.
    const started = tasks.map((task) => (task.input.file === STANDARD_STREAM ? convert(task) : pool.run(task)));
    for (const outcome of started) done(await outcome);
  } finally {
    await pool.close();
  }
}

interface Bar {
  increment(): void;
  stop(): void;
}

/** On a terminal, for more than one file. */
async function progressBar(total: number, options: Options): Promise<Bar | undefined> {
  if (total < 2 || options.quiet || options.verbose || !process.stderr.isTTY) return undefined;
  const { SingleBar } = await import('cli-progress');
  const bar = new SingleBar({ format: '{bar} {value}/{total} files, {eta_formatted} left', stream: process.stderr });
  bar.start(total, 0);
  return bar;
}

function tell(outcome: Outcome, options: Options): void {
  if (options.verbose) {
    for (const file of outcome.written) process.stderr.write(`${outcome.input} -> ${file}\n`);
  }
  if (!options.quiet) printWarnings(outcome);
  if (outcome.failure) printFailure(outcome);
}

function exitCode(outcomes: readonly Outcome[], options: Options): number {
  const failures = outcomes.flatMap(({ failure }) => failure ?? []);
  if (failures.some(({ kind }) => kind === 'usage')) return WRONG_USAGE;
  if (failures.length > 0) return FAILURE;
  return options.strict && outcomes.some(({ diagnostics }) => diagnostics.length > 0) ? UNFAITHFUL : 0;
}
