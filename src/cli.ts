#!/usr/bin/env node
/** The command `mxsvg`: draws diagram files as SVG or PNG. */
import { readFileSync } from 'node:fs';
import { convert } from './cli/convert.js';
import { FileError, UsageError } from './cli/files.js';
import { parseArguments } from './cli/options.js';
import { MxsvgError } from './diagnostics.js';

const FAILURE = 1;
const WRONG_USAGE = 2;

/** Returns the exit code: 0, 1 where a file couldn't be drawn, 2 where the command line is wrong. */
async function main(argv: readonly string[]): Promise<number> {
  const parsed = parseArguments(argv, version());
  if (parsed.kind === 'exit') return parsed.code === 0 ? 0 : WRONG_USAGE;
  let code = 0;
  for (const input of parsed.inputs) {
    try {
      await convert(input, parsed.options);
    } catch (error) {
      // Anything else is a defect of ours and shows its stack.
      if (!(error instanceof MxsvgError || error instanceof UsageError || error instanceof FileError)) throw error;
      process.stderr.write(`mxsvg: ${input === '-' ? 'standard input' : input}: ${error.message}\n`);
      code = Math.max(code, error instanceof UsageError ? WRONG_USAGE : FAILURE);
    }
  }
  return code;
}

function version(): string {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
  return manifest.version;
}

// A reader that closes the pipe early, such as head, is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await main(process.argv);
