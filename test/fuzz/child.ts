/** A process that tries cases, one message each, and now and then one that it tried long ago: it must end the same. */
import type { Case } from './cases.js';
import { Cases } from './cases.js';
import { judge, type Verdict } from './judge.js';

export type Request =
  | { readonly kind: 'index'; readonly seed: number; readonly index: number; readonly inBrowser: boolean }
  | { readonly kind: 'case'; readonly each: Case };

const cases = new Cases();

/** Every so many cases one is remembered, and tried again as many cases later. */
const REMEMBERED_FOR = 100;
let tried = 0;
let remembered: { readonly each: Case; readonly outcome: string } | undefined;

async function answer(request: Request): Promise<Verdict> {
  if (request.kind === 'case') return judge(request.each);
  const chosen = cases.case(request.seed, request.index);
  const each: Case = request.inBrowser && OPENED.has(chosen.output) ? { ...chosen, output: 'browser' } : chosen;
  const verdict = await judge(each);
  tried += 1;
  if (tried % REMEMBERED_FOR !== 0 || verdict.finding) return verdict;
  const changed = await sinceChanged();
  remembered = { each, outcome: verdict.outcome };
  return changed ? { ...verdict, finding: changed } : verdict;
}

/** Outputs whose options are those of SVG. */
const OPENED: ReadonlySet<string> = new Set(['svg', 'html', 'layout']);

async function sinceChanged(): Promise<Verdict['finding']> {
  if (!remembered || remembered.each.output === 'browser') return undefined;
  const { each, outcome } = remembered;
  const again = await judge({ ...each, twice: false });
  if (again.outcome === outcome) return undefined;
  const cause = `${each.output} ended as ${outcome}, and ${REMEMBERED_FOR} cases later as ${again.outcome}`;
  return { oracle: 'state', cause: cause.replace(/[\da-f]{40}/g, '…'), detail: each.input.text };
}

process.on('message', (request: Request) => {
  void answer(request).then((verdict) => process.send?.(verdict));
});
process.send?.('ready');
