/** What the commands have in common: flags that mean the same in all, and how they complain and end. */
import { type Command, Option } from 'commander';
import { LIMIT_NAMES } from '../limits.js';
import { collect, folder, limits } from './flagValues.js';
import { tell } from './print.js';
import { standardOutput } from './standardOutput.js';

/** How all commands complain and end. */
export const likeMain = (command: Command): Command =>
  command
    .helpOption('-h, --help', 'print this help')
    .configureOutput({
      writeOut: (text) => {
        standardOutput().write(text);
      },
      outputError: (text) => {
        const lines = text
          .trimEnd()
          .replace(/^error: /, 'mxsvg: ')
          .split(/\n(?=\(Did you mean )/);
        for (const line of lines) tell(line);
      },
    })
    .showHelpAfterError(`Try ${command.name() === 'mxsvg' ? '' : 'mxsvg '}${command.name()} --help.`)
    .exitOverride();

export const option = (flags: string, description: string): Option => new Option(flags, description);

export function allowFilesOption(): Option {
  return option(
    '--allow-files <folder>',
    'images that a diagram names by their paths are read from here; may be repeated',
  ).argParser(folder);
}

export function allowNetOption(): Option {
  return option(
    '--allow-net',
    'images that a diagram names by an http(s) address are fetched, from public addresses alone',
  );
}

export function limitOption(): Option {
  return option(
    '--limit <name=number>',
    `how much is read and drawn: ${LIMIT_NAMES.join(', ')}; none lifts one; may be repeated`,
  ).argParser(limits);
}

export const fontOption = (): Option =>
  option('--font <file>', 'a TTF, OTF or TTC font to use before the bundled ones; may be repeated').argParser(collect);

export const systemFontsOption = (): Option =>
  option(
    '--system-fonts <use>',
    'fonts of this machine: named, for families that diagrams name and that are not bundled, and for characters that ' +
      'no other has; all, for all families named; fallback, for those characters alone; or none',
  )
    .choices(['named', 'all', 'fallback', 'none'])
    .default('named');

export const assetsOption = (): Option =>
  option('--assets <source>', 'stencils and icons to use before others, as mxsvg assets add takes them');
