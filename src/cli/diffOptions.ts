/** The command line of `mxsvg diff`. */
import { Command } from 'commander';
import { collect, positive } from './flagValues.js';
import { assetsOption, likeMain, option } from './sharedOptions.js';

/** What `mxsvg diff` is asked. */
export interface DiffOptions {
  readonly output?: string;
  readonly page?: string;
  readonly scale?: number;
  readonly exitCode: boolean;
  readonly font?: readonly string[];
  readonly assets?: string;
}

interface DiffFlags extends Partial<Omit<DiffOptions, 'page'>> {
  readonly pageIndex?: string;
}

export function defineDiff(done: (before: string, after: string, options: DiffOptions) => void): Command {
  const command = new Command('diff')
    .description('Tells what differs between two versions of a diagram, and draws it.')
    .argument('<before>', 'a file, or a git revision of the second one')
    .argument('<after>', 'a file')
    .addOption(option('-o, --output <file>', 'an SVG or PNG with the differences marked; - for standard output'))
    .addOption(option('-p, --page-index <page>', 'only this page: number, name or id'))
    .addOption(option('-s, --scale <factor>', 'size factor of the picture').argParser(positive))
    .addOption(option('--exit-code', 'exit with 1 where something differs'))
    .addOption(option('--font <file>', 'a font to use before the bundled ones; may be repeated').argParser(collect))
    .addOption(assetsOption());
  return likeMain(command).action((before: string, after: string, flags: DiffFlags) => {
    const { pageIndex: page, exitCode, ...others } = flags;
    done(before, after, { ...others, page, exitCode: exitCode === true });
  });
}
