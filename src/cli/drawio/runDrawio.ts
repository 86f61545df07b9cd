/** Runs a command line as draw.io desktop's command would: its names, its words, its exit codes. */
import { lstatSync } from 'node:fs';
import path from 'node:path';
import type { Options } from '../commandLine.js';
import type { Outcome, Task } from '../convert.js';
import { FAILURE, UNFAITHFUL } from '../convertAll.js';
import { type Claim, claimDiagnostics, FileNames } from '../fileNames.js';
import { STANDARD_STREAM } from '../files.js';
import type { Input } from '../inputs.js';
import { literal, type OutputName, unescaped } from '../outputs.js';
import { answer, tell } from '../print.js';
import { DiagnosticsLog, printFailure, printHints, printRenamed, printWarnings } from '../report.js';
import { convertAll, type Threads } from '../threads.js';
import { findDrawioInputs } from './drawioInputs.js';
import { type DrawioCommand, DrawioError } from './drawioOptions.js';
import { earlierFiles } from './earlierFiles.js';

/** Returns the exit code: 0, 1 where anything failed, 3 see --strict. Throws DrawioError where nothing is begun. */
export async function runLikeDrawio(command: DrawioCommand, worker: URL): Promise<number> {
  const { options, passedOver } = command;
  if (passedOver.length > 0) tell(`mxsvg: without a meaning here: ${passedOver.join(', ')}.`);
  const inputs = findDrawioInputs(command.inputs, options.recursive);
  if (inputs.length > 1 && namesOneFile(options) && !options.check) {
    throw new DrawioError('Error: output must be a folder when exporting multiple files');
  }
  const planned = inputs.map((input): Task => ({ input, name: nameOf(input, options), options }));
  const skipped = options.check ? [] : await earlierFiles(planned, holdsDiagram(options), options.limit);
  for (const { task, why } of skipped) answer(`Skipping ${task.input.file} (${why})`);
  const wanted = planned.filter((task) => !skipped.some((each) => each.task === task));
  const tasks = wanted.filter((task) => namesOneFile(options) || !leadsElsewhere(task));
  const log = new DiagnosticsLog(options.diagnostics);
  const outcomes: Outcome[] = [];
  const threads: Threads = { worker, jobs: command.jobs };
  await convertAll(tasks, threads, claimer(wanted, options), (outcome) => {
    outcomes.push(outcome);
    log.add(outcome);
    tellOf(outcome, inputs, options);
  });
  await log.write();
  if (!options.quiet) printHints(outcomes, options);
  if (tasks.length < wanted.length || outcomes.some((outcome) => outcome.failure && !isSkipped(outcome, inputs)))
    return FAILURE;
  return options.strict && outcomes.some(({ diagnostics }) => diagnostics.length > 0) ? UNFAITHFUL : 0;
}

const namesOneFile = ({ output, drawio }: DrawioCommand['options']): boolean =>
  output !== undefined && output !== STANDARD_STREAM && !drawio.intoFolder;

/** Whoever filled a folder chose where its links lead: none is written through under a name that is made up. */
function leadsElsewhere({ name: { template } }: Task): boolean {
  const file = unescaped(template);
  if (file === STANDARD_STREAM || !lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) return false;
  tell(`Error: output file is a symbolic link: ${file}`);
  return true;
}

/** Of the input's name the last ending is replaced, whatever stands before it. */
function nameOf({ file }: Input, options: DrawioCommand['options']): OutputName {
  const { output, drawio, format = 'pdf' } = options;
  const given = (template: string): OutputName => ({ template, format, isMadeUp: false, makesFolders: false });
  if (output === STANDARD_STREAM || (output === undefined && file === STANDARD_STREAM)) return given(STANDARD_STREAM);
  if (namesOneFile(options)) return given(literal(output as string));
  const { dir, name } = path.parse(file);
  const made = path.join(output ?? dir, `${name === STANDARD_STREAM ? 'stdin' : name}.${drawio.ending}`);
  return { ...given(literal(made)), isMadeUp: true };
}

const holdsDiagram = ({ format, embedDiagram }: Options): boolean =>
  format === 'xml' || (embedDiagram && format !== 'jpg');

/** A file may take the place of the diagram that it is drawn from where it holds the diagram in turn. */
function claimer(tasks: readonly Task[], options: DrawioCommand['options']): (task: Task) => Claim {
  const names = new FileNames();
  const { font = [], assets = [], check } = options;
  const read = tasks.map(({ input }) => input.file).filter((file) => file !== STANDARD_STREAM);
  names.protect([...read, ...font].concat(assets));
  claimDiagnostics(names, options.diagnostics);
  return ({ input: { file } }) =>
    (wanted) =>
      Promise.resolve(names.claim(file, wanted, check, holdsDiagram(options) ? file : undefined));
}

/** Found in a folder, and no diagram. */
const isSkipped = ({ input, failure }: Outcome, inputs: readonly Input[]): boolean =>
  failure?.code === 'not-a-diagram' &&
  /\.(?:png|svg|pdf|xml)$/i.test(input) &&
  inputs.some(({ file, searched }) => searched && file === input);

function tellOf(outcome: Outcome, inputs: readonly Input[], options: Options): void {
  const { input, written, failure } = outcome;
  for (const file of written) if (file !== STANDARD_STREAM) answer(`${input} -> ${file}`);
  if (isSkipped(outcome, inputs)) {
    answer(`Skipping ${input} (no diagram data)`);
    return;
  }
  if (!options.quiet) {
    printRenamed(outcome);
    printWarnings(outcome);
  }
  if (!failure) return;
  tell(wordsOf(outcome));
  // draw.io says no more than that.
  printFailure(outcome);
}

function wordsOf({ input, failure }: Outcome): string {
  if (failure?.output !== undefined) return `Error writing to file: ${failure.output}`;
  if (failure?.code === 'file') return `Error reading file: ${input}`;
  return `Error: ${/\.vsdx$/i.test(input) ? 'cannot import VSDX file' : 'Export failed'}: ${input}`;
}
