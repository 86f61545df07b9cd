/** What the command does with its words: which of its parts runs, and the code that it ends with. */
import { MxsvgError } from '../diagnostics.js';
import { withAssetsAtHand } from './assets/use.js';
import { type Options, type Parsed, parseArguments } from './commandLine.js';
import { FAILURE, run, WRONG_USAGE } from './convertAll.js';
import { isForDrawio } from './drawio/manner.js';
import { FileNames } from './fileNames.js';
import { FileError, UsageError } from './files.js';
import type { McpOptions } from './mcpOptions.js';
import { tell, tellDefect } from './print.js';
import type { QueueCommand } from './queue/queueCommand.js';
import type { ServeOptions } from './server/serveCommand.js';
import { standardOutput } from './standardOutput.js';

/** What the command knows of itself. */
export interface Program {
  readonly version: string;
  /** The file that is run as the command. */
  readonly executable: string;
  /** The module of its worker threads. */
  readonly worker: URL;
  /** Serves language models until its input ends; returns the exit code. */
  serveModels(options: McpOptions, version: string): Promise<number>;
  /** Serves pictures over HTTP until a signal ends it; returns the exit code. */
  serve(options: ServeOptions): Promise<number>;
  /** Draws on many machines; returns the exit code. */
  queue(command: QueueCommand<Options>): Promise<number>;
}

/** Returns the exit code: 0, 1 where a file couldn't be drawn, 2 where the command line is wrong, 3 see --strict. */
export async function main(argv: readonly string[], program: Program): Promise<number> {
  if (isForDrawio(argv)) {
    const { likeDrawio } = await import('./drawio/command.js');
    return likeDrawio(argv, program.version, program.worker, complain);
  }
  const parsed = parseArguments(argv, program.version);
  if (parsed.kind === 'exit') return parsed.code === 0 ? 0 : WRONG_USAGE;
  try {
    if (parsed.kind === 'link') {
      const { linkDrawio } = await import('./drawio/link.js');
      return await linkDrawio(parsed.folder, program.executable);
    }
    if (parsed.kind === 'assets') {
      const { runAssetsCommand } = await import('./assets/commands.js');
      return await runAssetsCommand(parsed.command);
    }
    if (parsed.kind === 'describe') {
      const { describeDiagram } = await import('./describe.js');
      return await describeDiagram(parsed.input, parsed.options);
    }
    if (parsed.kind === 'report') {
      const { packReport } = await import('./pack.js');
      return await packReport(parsed.input, parsed.options, program.version);
    }
    if (parsed.kind === 'mcp') {
      // The protocol's own way to print knows nothing of ours.
      standardOutput();
      const { options } = parsed;
      return await withAssetsAtHand(options, (assets) => program.serveModels({ ...options, assets }, program.version));
    }
    if (parsed.kind === 'serve') {
      return await withAssetsAtHand(parsed.options, (assets) => program.serve({ ...parsed.options, assets }));
    }
    if (parsed.kind === 'queue') return await program.queue(parsed.command);
    return await withAssetsAtHand(parsed.options, (assets) => draw(parsed, assets, program));
  } catch (error) {
    return complain(error);
  }
}

/** `assets`: what --assets names, on this machine. */
async function draw(
  parsed: Exclude<Parsed, { kind: 'assets' | 'describe' | 'exit' | 'link' | 'mcp' | 'queue' | 'report' | 'serve' }>,
  assets: string | undefined,
  { worker, version }: Program,
): Promise<number> {
  if (parsed.kind === 'diff') {
    const { diff } = await import('./diff.js');
    return diff(parsed.before, parsed.after, { ...parsed.options, assets });
  }
  if (parsed.kind === 'verify') {
    const { verifyFiles } = await import('./verify.js');
    return verifyFiles(parsed.inputs, { ...parsed.options, assets });
  }
  if (parsed.kind === 'check') {
    const { checkFiles } = await import('./check.js');
    return checkFiles(parsed.inputs, { ...parsed.options, assets }, version);
  }
  const { inputs, jobs } = parsed;
  const options = { ...parsed.options, assets };
  const names = new FileNames();
  const drawAll = (only?: ReadonlySet<string>) => run(inputs, options, { worker, jobs }, names, only);
  if (!parsed.watch) return (await drawAll()).code;
  const { watch } = await import('./watch.js');
  return watch(inputs, async (only) => {
    try {
      return (await drawAll(only)).written;
    } catch (error) {
      if (only === undefined) throw error;
      // The next change may mend it.
      complain(error);
      return [];
    }
  });
}

/** Tells what a user can mend in words; anything else is a defect of ours and shows its stack. */
function complain(error: unknown): number {
  if (error instanceof UsageError || error instanceof FileError || error instanceof MxsvgError) {
    tell(`mxsvg: ${error.message}`);
  } else {
    tellDefect(error);
  }
  return error instanceof UsageError ? WRONG_USAGE : FAILURE;
}
