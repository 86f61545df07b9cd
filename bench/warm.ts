/** Times drawings in a process that has drawn before. */
import type { Resvg as ResvgClass } from '@resvg/resvg-js';
import type * as Mxsvg from '../src/index.js';
import type { Timing } from './statistics.js';
import { type TimingOptions, timeAll } from './timing.js';

export interface WarmTimes {
  readonly svg: Timing;
  /** SVG with text as outlines; this and the next are undefined where it is longer than a string can be. */
  readonly outlines: Timing | undefined;
  /** PNG; its text is outlines always. */
  readonly png: Timing | undefined;
  /** resvg alone, on the SVG that the PNG is made of. */
  readonly resvg: Timing | undefined;
}

/** The largest picture that is drawn as PNG, pixels: larger ones are fitted into it. */
const MOST_PIXELS = 40_000_000;

export async function timeWarm(
  mxsvg: typeof Mxsvg,
  Resvg: typeof ResvgClass,
  source: string | Uint8Array,
  options: TimingOptions,
): Promise<WarmTimes> {
  const works: (() => unknown)[] = [() => mxsvg.render(source)];
  const outlined = attempt(() => mxsvg.render(source, { text: 'outline' }));
  if (outlined !== undefined) {
    const scale = fittingScale(outlined);
    const same = mxsvg.render(source, { text: 'outline', scale });
    works.push(
      () => mxsvg.render(source, { text: 'outline' }),
      () => mxsvg.renderPng(source, { scale }),
      () =>
        new Resvg(same, { shapeRendering: 2, imageRendering: 0, font: { loadSystemFonts: false } }).render().asPng(),
    );
  }
  const [svg, outlines, png, resvg] = await timeAll(works, options);
  return { svg: svg as Timing, outlines, png, resvg };
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'limit-exceeded') return undefined;
    throw error;
  }
}

function fittingScale(svg: string): number {
  const [, width = 1, height = 1] = /^<svg [^>]*? width="([\d.]+)" height="([\d.]+)"/.exec(svg)?.map(Number) ?? [];
  return Math.min(1, Math.sqrt(MOST_PIXELS / (width * height)));
}
