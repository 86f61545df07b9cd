/** Many conversions, with a progress bar, warnings and a summary. */
import path from 'node:path';
import type { Options } from './commandLine.js';
import type { Outcome, Task } from './convert.js';
import { type Claim, claimDiagnostics, type FileNames } from './fileNames.js';
import { STANDARD_STREAM } from './files.js';
import { findInputs, type Input } from './inputs.js';
import { nameOutput } from './outputs.js';
import { tell } from './print.js';
import { DiagnosticsLog, printFailure, printHints, printRenamed, printSummary, printWarnings } from './report.js';
import { convertAll, type Threads } from './threads.js';

/** The exit code of a run in which some file could not be drawn. */
export const FAILURE = 1;
/** The exit code of a command line that asks for what can't be done. */
export const WRONG_USAGE = 2;
/** With --strict: all was drawn, but not all of it faithfully. */
export const UNFAITHFUL = 3;

/** What became of a run. */
export interface RunResult {
  readonly code: number;
  readonly written: readonly string[];
}

/** Draws all that the command line names, under names of `names`; with `only`, those of these absolute paths. */
export async function run(
  operands: readonly string[],
  options: Options,
  threads: Threads,
  names: FileNames,
  only?: ReadonlySet<string>,
): Promise<RunResult> {
  // What was drawn before, while watching, is in the folders as well.
  const inputs = (await findInputs(operands, options)).filter(({ file }) => !names.isWritten(file));
  protectSources(inputs, options, names);
  const tasks = planTasks(inputs, operands, options).filter(({ input }) => !only || only.has(path.resolve(input.file)));
  for (const { input } of tasks) names.release(input.file);
  const log = new DiagnosticsLog(options.diagnostics);
  const outcomes: Outcome[] = [];
  const bar = await progressBar(tasks.length, options);
  const claimFor =
    ({ input }: Task): Claim =>
    (wanted) =>
      Promise.resolve(names.claim(input.file, wanted, options.check));
  await convertAll(tasks, threads, claimFor, (outcome) => {
    outcomes.push(outcome);
    log.add(outcome);
    bar?.increment();
    if (bar) return;
    tellOf(outcome, options);
  });
  bar?.stop();
  // A bar and lines on the same terminal would write over each other.
  if (bar) for (const outcome of outcomes) tellOf(outcome, options);
  await log.write();
  if (!options.quiet) printHints(outcomes, options);
  if (tasks.length > 1 && !options.quiet) printSummary(outcomes);
  return { code: exitCode(outcomes, options), written: outcomes.flatMap(({ written }) => written) };
}

/** Nothing that the command reads is written over, and what it tells is not written over by a picture. */
function protectSources(inputs: readonly Input[], options: Options, names: FileNames): void {
  const { diagnostics, font = [], assets = [] } = options;
  names.protect([...inputs.map(({ file }) => file).filter((file) => file !== STANDARD_STREAM), ...font].concat(assets));
  claimDiagnostics(names, diagnostics);
}

/** Which input goes where. */
function planTasks(inputs: readonly Input[], operands: readonly string[], options: Options): readonly Task[] {
  // However many there are now: what a folder holds changes.
  const several = inputs.length > 1 || operands.length > 1 || inputs.some(({ searched }) => searched);
  return inputs.map((input) => ({ input, name: nameOutput(input, options, several), options }));
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

function tellOf(outcome: Outcome, options: Options): void {
  if (options.verbose) for (const file of outcome.written) tell(`${outcome.input} -> ${file}`);
  if (!options.quiet) {
    printRenamed(outcome);
    printWarnings(outcome);
  }
  if (outcome.failure) printFailure(outcome);
}

function exitCode(outcomes: readonly Outcome[], options: Options): number {
  const failures = outcomes.flatMap(({ failure }) => failure ?? []);
  if (failures.some(({ kind }) => kind === 'usage')) return WRONG_USAGE;
  if (failures.length > 0) return FAILURE;
  return options.strict && outcomes.some(({ diagnostics }) => diagnostics.length > 0) ? UNFAITHFUL : 0;
}
