/** Tries SVG images of strangers in a process of its own: resvg ends a process, or never ends, over some of them. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

/** Parts that take long to draw where they are meant to: filters, patterns, dashes, and what is used many times. */
const COSTLY = /<(?:[\w-]+:)?(?:pattern|filter|mask|marker|image)\b|dasharray/;
const USE = /<(?:[\w-]+:)?use\b/g;
const MANY_USES = 100;

/** A larger image takes long whatever is in it. */
const LARGE = 500_000;

/** Groups that resvg draws apart; it ends the process over one that is far outside of the image. */
const LAYERED = /\b(?:opacity|clip-path|mask|filter|mix-blend-mode)\b/;

/** ms. */
const LONGEST = 10_000;

const verdicts = new Map<string, boolean>();
const KEPT = 200;

/** True of an image that resvg can draw so wide, px; false of one over which it would end or hang. */
export function isDrawable(svg: string, width: number): boolean {
  if (!isSuspicious(svg)) return true;
  const key = `${width} ${svg}`;
  const known = verdicts.get(key);
  if (known !== undefined) return known;
  if (verdicts.size >= KEPT) verdicts.clear();
  const verdict = survives(svg, width);
  verdicts.set(key, verdict);
  return verdict;
}

const isSuspicious = (svg: string): boolean =>
  svg.length > LARGE ||
  COSTLY.test(svg) ||
  (svg.match(USE)?.length ?? 0) > MANY_USES ||
  (LAYERED.test(svg) && reachesFar(svg));

const ROOT = /<(?:[\w-]+:)?svg\b(?:"[^"]*"|'[^']*'|[^>"'])*>/;

/** True where a number is larger than anything inside the image needs. */
function reachesFar(svg: string): boolean {
  const root = ROOT.exec(svg)?.[0] ?? '';
  const content = svg.slice(svg.indexOf(root) + root.length);
  const view = /\sviewBox\s*=\s*["']([^"']*)["']/.exec(root)?.[1];
  const sides = view ?? [...root.matchAll(/\s(?:width|height)\s*=\s*["']([\d.]+)/g)].map(([, side]) => side).join(' ');
  const reach = numbersIn(sides).reduce((sum, number) => Math.max(sum, Math.abs(number)), 0);
  return numbersIn(content).some((number) => Math.abs(number) > 1.5 * reach);
}

const numbersIn = (text: string): number[] =>
  (text.match(/(?<![#\w])[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number);

/** An image that can't be read is no matter: that it is left out is found out without harm. */
const TRIAL = `
try {
  const { Resvg } = require(process.argv[1]);
  const value = Number(process.argv[2]);
  const svg = require('node:fs').readFileSync(0, 'utf8');
  new Resvg(svg, { fitTo: { mode: 'width', value }, font: { loadSystemFonts: false } }).render();
} catch {}
process.exit(0);`;

function survives(svg: string, width: number): boolean {
  const resvg = createRequire(import.meta.url).resolve('@resvg/resvg-js');
  const { status } = spawnSync(process.execPath, ['-e', TRIAL, resvg, `${width}`], {
    input: svg,
    stdio: ['pipe', 'ignore', 'ignore'],
    timeout: LONGEST,
    killSignal: 'SIGKILL',
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  return status === 0;
}
