/** The command line of `mxsvg verify`. */
import { Command } from 'commander';
import type { Limits } from '../limits.js';
import { collect } from './flagValues.js';
import { allowFilesOption, allowNetOption, assetsOption, likeMain, limitOption, option } from './sharedOptions.js';

/** What `mxsvg verify` is asked. */
export interface VerifyOptions {
  readonly update: boolean;
  readonly recursive: boolean;
  readonly quiet: boolean;
  readonly font?: readonly string[];
  readonly assets?: string;
  readonly allowFiles?: readonly string[];
  readonly allowNet?: boolean;
  readonly limit?: Partial<Limits>;
}

export function defineVerify(done: (inputs: readonly string[], options: VerifyOptions) => void): Command {
  const command = new Command('verify')
    .description('Lists the pictures (.drawio.svg, .drawio.png) that no longer show the diagram inside them.')
    .argument('<picture...>', 'files, folders or patterns')
    .addOption(option('--update', 'draw the stale ones again'))
    .addOption(option('-r, --recursive', 'folders with all that is in them'))
    .addOption(option('--quiet', 'leave out the summary'))
    .addOption(option('--font <file>', 'a font to use before the bundled ones; may be repeated').argParser(collect))
    .addOption(assetsOption())
    .addOption(allowFilesOption())
    .addOption(allowNetOption())
    .addOption(limitOption());
  return likeMain(command).action((inputs: readonly string[], flags: Partial<VerifyOptions>) => {
    const { update = false, recursive = false, quiet = false } = flags;
    done(inputs, { ...flags, update, recursive, quiet });
  });
}
