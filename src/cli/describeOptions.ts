/** The command line of `mxsvg describe`. */
import { Command, Option } from 'commander';
import type { Limits } from '../limits.js';

export type DescriptionFormat = 'text' | 'json' | 'mermaid' | 'dot';

/** What `mxsvg describe` is asked. */
export interface DescribeCommandOptions {
  readonly format: DescriptionFormat;
  /** Undefined: all pages, or the first where the format takes one. */
  readonly page?: string;
  readonly limit?: Partial<Limits>;
}

interface Flags {
  readonly format: DescriptionFormat;
  readonly pageIndex?: string;
  readonly limit?: Partial<Limits>;
}

/** `like`: makes a command as all are. */
export function defineDescribe(
  like: (command: Command) => Command,
  limit: Option,
  done: (input: string, options: DescribeCommandOptions) => void,
): Command {
  const command = new Command('describe')
    .description('Tells what a diagram says: its pages, shapes and connections.')
    .argument('<diagram>', 'a file; - reads standard input')
    .addOption(
      new Option('-f, --format <format>', 'text, json, mermaid (a flowchart of one page) or dot (for Graphviz)')
        .choices(['text', 'json', 'mermaid', 'dot'])
        .default('text'),
    )
    .addOption(new Option('-p, --page-index <page>', 'only this page: number, name or id'))
    .addOption(limit);
  return like(command).action((input: string, { format, pageIndex: page, limit: limits }: Flags) =>
    done(input, { format, page, limit: limits }),
  );
}
