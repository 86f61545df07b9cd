/** The command line of `mxsvg check`. */
import { Command } from 'commander';
import type { Limits } from '../limits.js';
import { SEVERITIES, type Severity } from '../options.js';
import { collect, positive, ruleWords } from './flagValues.js';
import { assetsOption, likeMain, limitOption, option } from './sharedOptions.js';

/** What `mxsvg check` is asked. */
export interface CheckOptions {
  readonly format: 'text' | 'json' | 'sarif' | 'github';
  readonly fix: boolean;
  readonly rules?: readonly string[];
  readonly severity?: Severity;
  readonly page?: string;
  readonly scale?: number;
  readonly recursive: boolean;
  readonly quiet: boolean;
  readonly font?: readonly string[];
  readonly assets?: string;
  readonly limit?: Partial<Limits>;
}

interface CheckFlags extends Partial<Omit<CheckOptions, 'format' | 'page'>> {
  readonly json?: boolean;
  readonly sarif?: boolean;
  readonly github?: boolean;
  readonly pageIndex?: string;
}

export function defineCheck(done: (inputs: readonly string[], options: CheckOptions) => void): Command {
  const command = new Command('check')
    .description('Tells what is wrong with diagrams, by rules: exit with 3 where there are errors or warnings.')
    .argument(
      '<diagram...>',
      'files, folders or patterns; - reads standard input; of Mermaid text only whether it can be drawn',
    )
    .addOption(
      option(
        '--rules <words>',
        'with commas between: name or family (only these), -name, name=off, name=error, warning or info, name=number',
      ).argParser(ruleWords),
    )
    .addOption(option('--severity <severity>', 'the least that is told (default: warning)').choices([...SEVERITIES]))
    .addOption(option('--fix', 'mend what has one right answer, in the file itself'))
    .addOption(option('--json', 'findings as JSON').conflicts(['sarif', 'github']))
    .addOption(option('--sarif', 'findings as SARIF 2.1.0').conflicts(['json', 'github']))
    .addOption(option('--github', 'findings as workflow commands of GitHub').conflicts(['json', 'sarif']))
    .addOption(option('-p, --page-index <page>', 'only this page: number, name or id'))
    .addOption(option('-s, --scale <factor>', 'the size at which pictures are shown').argParser(positive))
    .addOption(option('-r, --recursive', 'folders with all that is in them'))
    .addOption(option('--quiet', 'leave out the summary'))
    .addOption(option('--font <file>', 'a font to use before the bundled ones; may be repeated').argParser(collect))
    .addOption(assetsOption())
    .addOption(limitOption());
  return likeMain(command).action((inputs: readonly string[], flags: CheckFlags) => {
    const { json, sarif, github, pageIndex: page, fix = false, recursive = false, quiet = false, ...others } = flags;
    const format = json ? 'json' : sarif ? 'sarif' : github ? 'github' : 'text';
    done(inputs, { ...others, page, fix, recursive, quiet, format });
  });
}
