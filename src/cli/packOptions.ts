/** The command line of `mxsvg report`. */
import { Command } from 'commander';
import type { Limits } from '../limits.js';
import { likeMain, limitOption, option } from './sharedOptions.js';

/** What `mxsvg report` is asked. */
export interface ReportOptions {
  /** Default: beside the diagram, NAME-report.zip. */
  readonly output?: string;
  /** Default: the first. */
  readonly page?: string;
  readonly theme?: 'light' | 'dark';
  readonly keepText: boolean;
  readonly limit?: Partial<Limits>;
}

interface Flags extends Partial<Omit<ReportOptions, 'page'>> {
  readonly pageIndex?: string;
}

export function defineReport(done: (input: string, options: ReportOptions) => void): Command {
  const command = new Command('report')
    .description(
      'Packs what helps to mend a wrong picture: the diagram with other words of the same width, the picture, versions.',
    )
    .argument('<diagram>', 'a file')
    .addOption(option('-o, --output <file>', 'the archive (default: NAME-report.zip beside the diagram)'))
    .addOption(option('-p, --page-index <page>', 'the page that is wrong: number, name or id (default: 1)'))
    .addOption(option('--theme <theme>', 'as it was drawn (default: light)').choices(['light', 'dark']))
    .addOption(option('--keep-text', 'leave the words of the diagram as they are'))
    .addOption(limitOption());
  return likeMain(command).action((input: string, { pageIndex: page, keepText = false, ...others }: Flags) =>
    done(input, { ...others, page, keepText }),
  );
}
