/** Tries SVG images of strangers in a process of its own: resvg ends a process, or never ends, over some of them. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

/** Parts that take long to draw where they are meant to: filters, patterns, dashes, and what is used many times. */
const COSTLY = /<(?:[\w-]+:)?(?:pattern|filter|mask|marker|image)\b|dasharray/;
const NESTED = /<(?:[\w-]+:)?svg\b/g;
const USE = /<(?:[\w-]+:)?use\b/g;
const MANY_USES = 100;

/** A larger image takes long whatever is in it. */
const LARGE = 500_000;

/** Groups that resvg draws apart; it ends the process over one that is far outside of the image. */
const LAYERED = /(?<![\w-])(?:opacity|clip-path|mask|filter|mix-blend-mode)\s*[=:]/;

/** ms. */
const LONGEST = 10_000;

const verdicts = new Map<string, boolean>();
const KEPT = 200;

export interface TriedImage {
  readonly svg: string;
  /** px. */
  readonly width: number;
}

/** True of an image that resvg can draw; false of one over which it would end or hang. */
export function isDrawable(image: TriedImage): boolean {
  if (!isSuspicious(image.svg)) return true;
  return verdicts.get(keyOf(image)) ?? judged(image, survive([image]));
}

/** Tries images ahead, in one process where nothing is wrong with any of them: a process takes longer than an image. */
export function tryTogether(images: readonly TriedImage[]): void {
  const untried = images.filter((image) => isSuspicious(image.svg) && !verdicts.has(keyOf(image)));
  if (untried.length > 1 && survive(untried)) for (const image of untried) judged(image, true);
}

const keyOf = ({ svg, width }: TriedImage): string => `${width} ${svg}`;

function judged(image: TriedImage, verdict: boolean): boolean {
  if (verdicts.size >= KEPT) verdicts.clear();
  verdicts.set(keyOf(image), verdict);
  return verdict;
}

const isSuspicious = (svg: string): boolean =>
  svg.length > LARGE ||
  COSTLY.test(svg) ||
  (svg.match(NESTED)?.length ?? 0) > 1 ||
  (svg.match(USE)?.length ?? 0) > MANY_USES ||
  (LAYERED.test(svg) && reachesFar(svg));

const ROOT = /<(?:[\w-]+:)?svg\b(?:"[^"]*"|'[^']*'|[^>"'])*>/;

const GRADIENT = /<(?:[\w-]+:)?(?:linear|radial)Gradient\b(?:"[^"]*"|'[^']*'|[^>"'])*>/g;

/** True where a number is larger than anything inside the image needs. */
function reachesFar(svg: string): boolean {
  const root = ROOT.exec(svg)?.[0] ?? '';
  // Where gradients lie is no matter.
  const content = svg.slice(svg.indexOf(root) + root.length).replace(GRADIENT, '');
  const view = /\sviewBox\s*=\s*["']([^"']*)["']/.exec(root)?.[1];
  const sides = view ?? [...root.matchAll(/\s(?:width|height)\s*=\s*["']([\d.]+)/g)].map(([, side]) => side).join(' ');
  const reach = numbersIn(sides).reduce((sum, number) => Math.max(sum, Math.abs(number)), 0);
  // Many steps lead as far as a large one.
  const moves = numbersIn((content.match(/transform\s*=\s*(?:"[^"]*"|'[^']*')/gi) ?? []).join(' '));
  const moved = moves.reduce((sum, number) => sum + Math.abs(number), 0);
  return moved > 6 * reach || numbersIn(content).some((number) => Math.abs(number) > 1.5 * reach);
}

/** The numbers in a text, those of colours left out; in a path they may stand without anything between them. */
const numbersIn = (text: string): number[] =>
  (text.match(/#\w+|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? [])
    .filter((found) => !found.startsWith('#'))
    .map(Number);

/** An image that can't be read is no matter: that it is left out is found out without harm. */
const TRIAL = `
try {
  const { Resvg } = require(process.argv[1]);
  for (const { svg, width } of JSON.parse(require('node:fs').readFileSync(0, 'utf8'))) {
    try {
      new Resvg(svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } }).render();
    } catch {}
  }
} catch {}
process.exit(0);`;

function survive(images: readonly TriedImage[]): boolean {
  const resvg = createRequire(import.meta.url).resolve('@resvg/resvg-js');
  const { status } = spawnSync(process.execPath, ['-e', TRIAL, resvg], {
    input: JSON.stringify(images),
    stdio: ['pipe', 'ignore', 'ignore'],
    timeout: LONGEST,
    killSignal: 'SIGKILL',
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  return status === 0;
}
