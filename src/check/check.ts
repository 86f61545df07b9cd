/** Checks a file: every rule that is asked for, on every page. */
import type { Budget } from '../budget.js';
import { type Diagnostic, MxsvgError } from '../diagnostics.js';
import { type CheckOptions, findPage } from '../options.js';
import { clockOf, type DrawingTools } from '../pipeline/layOut.js';
import { drawPage } from '../pipeline/pageScene.js';
import { fileOf, type Source } from '../pipeline/source.js';
import { CheckedPage } from './checkedPage.js';
import type { Finding, Problem } from './finding.js';
import { type Setting, settingsOf } from './ruleSettings.js';
import { RULES } from './rules.js';

/** How many findings of one rule on one page are listed. */
const MOST_FINDINGS = 100;

/**
 * What is wrong with a file, page by page, in the order of the rules. Throws MxsvgError for a file that can't be read and
 * for options that make no sense; a page that can't be read is a finding. Of one rule on one page,
 * `most` findings are listed.
 */
export function checkFile(
  tools: DrawingTools,
  source: Source,
  options: CheckOptions,
  budget: Budget,
  most = MOST_FINDINGS,
): readonly Finding[] {
  const settings = settingsOf(RULES, options);
  const file = fileOf(source, options);
  const length = typeof source === 'string' || source instanceof Uint8Array ? source.length : undefined;
  const pages = options.page === undefined ? [...file.pages.keys()] : [findPage(file.pages, options.page)];
  const found = new Findings(most);
  for (const setting of settings) {
    if (setting.rule.scope === 'file')
      found.add(setting, setting.rule.find({ file, length, options }, setting.threshold));
  }
  const clock = clockOf(options);
  for (const index of pages) {
    const diagnostics: Diagnostic[] = [];
    const settled = { ...options, diagnostics };
    const open = () => tools.layOut(file, index, settled, { budget, clock });
    const page = opened(open, settings, (setting, problem) => found.add(setting, [problem], index + 1));
    if (!page) continue;
    const draw = () => drawPage(tools, page, { ...settled, theme: 'light' }, clock);
    const stencilNames = (library: string) => tools.stencilNames(library, options);
    const checked = new CheckedPage({ page, options, budget, diagnostics, draw, stencilNames });
    for (const setting of settings) {
      if (setting.rule.scope === 'page') found.add(setting, setting.rule.find(checked, setting.threshold), index + 1);
    }
  }
  return found.list;
}

/** What opening a page gives; undefined where it can't be read, and a rule tells that. */
function opened<T>(
  open: () => T,
  settings: readonly Setting[],
  tell: (setting: Setting, problem: Problem) => void,
): T | undefined {
  try {
    return open();
  } catch (error) {
    const broken = error instanceof MxsvgError && (error.code === 'broken-page' || error.code === 'malformed-xml');
    const telling = settings.filter(({ rule }) => rule.scope === 'opening');
    if (!broken || telling.length === 0) throw error;
    for (const setting of telling) if (setting.rule.scope === 'opening') tell(setting, setting.rule.tell(error));
    return undefined;
  }
}

class Findings {
  readonly list: Finding[] = [];

  constructor(readonly most: number) {}

  /** Adds what a rule says; `page` is counted from 1. */
  add({ rule, severity }: Setting, problems: Iterable<Problem & { readonly page?: number }>, page?: number): void {
    let count = 0;
    for (const problem of problems) {
      count += 1;
      if (count > this.most) {
        const message = `There is more of this: the first ${this.most} are listed.`;
        this.list.push({ rule: rule.name, severity, page, cells: [], message });
        return;
      }
      this.list.push({ rule: rule.name, severity, page, ...problem });
    }
  }
}
