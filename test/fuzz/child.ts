/** A process that tries cases, one message each, and now and then one that it tried long ago. */
import { type Case, Cases } from './cases.js';
import { judge, type Verdict } from './judge.js';
import { closeBrowser } from './oracles/browser.js';
import { StateCheck } from './state.js';

export type Request =
  | { readonly kind: 'index'; readonly seed: number; readonly index: number; readonly inBrowser: boolean }
  | { readonly kind: 'case'; readonly each: Case }
  | { readonly kind: 'end' };

const cases = new Cases();
const state = new StateCheck(100);

/** Outputs whose options are those of SVG. */
const OPENED: ReadonlySet<string> = new Set(['svg', 'html', 'layout']);

async function answer(request: Exclude<Request, { kind: 'end' }>): Promise<Verdict> {
  if (request.kind === 'case') return judge(request.each);
  const chosen = cases.case(request.seed, request.index);
  const each: Case = request.inBrowser && OPENED.has(chosen.output) ? { ...chosen, output: 'browser' } : chosen;
  const verdict = await judge(each);
  const changed = await state.note(each, verdict, judge);
  return changed ? { ...verdict, finding: changed } : verdict;
}

process.on('message', (request: Request) => {
  if (request.kind === 'end') void closeBrowser().finally(() => process.exit());
  else void answer(request).then((verdict) => process.send?.(verdict));
});
process.send?.('ready');
