#!/usr/bin/env node
/** The command `mxsvg`: draws diagram files. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withAssetsAtHand } from './cli/assets/use.js';
import { isForDrawio } from './cli/drawio/manner.js';
import { FileError, onLostOutput, UsageError } from './cli/files.js';
import { FileNames } from './cli/names.js';
import { type Parsed, parseArguments } from './cli/options.js';
import { tell, tellDefect } from './cli/print.js';
import { FAILURE, run, WRONG_USAGE } from './cli/run.js';
import { MxsvgError } from './diagnostics.js';

const WORKER = new URL('./cli/worker.js', import.meta.url);
const QUEUE_THREAD = new URL('./queue/thread.js', import.meta.url);
const SERVER_WORKER = new URL('./server/worker.js', import.meta.url);

/** Returns the exit code: 0, 1 where a file couldn't be drawn, 2 where the command line is wrong, 3 see --strict. */
async function main(argv: readonly string[]): Promise<number> {
  if (isForDrawio(argv)) {
    const { likeDrawio } = await import('./cli/drawio/command.js');
    return likeDrawio(argv, version(), WORKER, complain);
  }
  const parsed = parseArguments(argv, version());
  if (parsed.kind === 'exit') return parsed.code === 0 ? 0 : WRONG_USAGE;
  try {
    if (parsed.kind === 'link') {
      const { linkDrawio } = await import('./cli/drawio/link.js');
      return await linkDrawio(parsed.folder, fileURLToPath(import.meta.url));
    }
    if (parsed.kind === 'assets') {
      const { runAssetsCommand } = await import('./cli/assets/commands.js');
      return await runAssetsCommand(parsed.command);
    }
    if (parsed.kind === 'serve') {
      const { serve } = await import('./server/serve.js');
      return await withAssetsAtHand(parsed.options, (assets) => serve({ ...parsed.options, assets }, SERVER_WORKER));
    }
    if (parsed.kind === 'queue') {
      const { runQueueCommand } = await import('./queue/run.js');
      return await runQueueCommand(parsed.command, QUEUE_THREAD);
    }
    return await withAssetsAtHand(parsed.options, (assets) => draw(parsed, assets));
  } catch (error) {
    return complain(error);
  }
}

/** `assets`: what --assets names, on this machine. */
async function draw(
  parsed: Exclude<Parsed, { kind: 'assets' | 'exit' | 'link' | 'queue' | 'serve' }>,
  assets: string | undefined,
): Promise<number> {
  if (parsed.kind === 'diff') {
    const { diff } = await import('./cli/diff.js');
    return diff(parsed.before, parsed.after, { ...parsed.options, assets });
  }
  if (parsed.kind === 'verify') {
    const { verifyFiles } = await import('./cli/verify.js');
    return verifyFiles(parsed.inputs, { ...parsed.options, assets });
  }
  const { inputs, jobs } = parsed;
  const options = { ...parsed.options, assets };
  const names = new FileNames();
  const drawAll = (only?: ReadonlySet<string>) => run(inputs, options, { worker: WORKER, jobs }, names, only);
  if (!parsed.watch) return (await drawAll()).code;
  const { watch } = await import('./cli/watch.js');
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

function version(): string {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
  return manifest.version;
}

let outputIsLost = false;
onLostOutput((message) => {
  outputIsLost = true;
  tell(`mxsvg: ${message}`);
});
process.on('exit', (code) => {
  if (code === 0 && outputIsLost) process.exitCode = FAILURE;
});

process.exitCode = await main(process.argv);
