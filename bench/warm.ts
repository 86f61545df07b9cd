/** Times drawings in a process that has drawn before, through tinybench. */
import type { Resvg as ResvgClass } from '@resvg/resvg-js';
import { Bench } from 'tinybench';
import type * as Mxsvg from '../src/index.js';
import { type Timing, timingOf } from './statistics.js';

export interface WarmTimes {
  readonly svg: Timing;
  /** SVG with text as outlines; this and the next are undefined where it is longer than a string can be. */
  readonly outlines: Timing | undefined;
  /** PNG; its text is outlines always. */
  readonly png: Timing | undefined;
  /** resvg alone, on the SVG that the PNG is made of. */
  readonly resvg: Timing | undefined;
}

export interface WarmOptions {
  /** Milliseconds for each kind of drawing, and drawings at least. */
  readonly time: number;
  readonly least: number;
}

/** The largest picture that is drawn as PNG, pixels: larger ones are fitted into it. */
const MOST_PIXELS = 40_000_000;

export async function timeWarm(
  mxsvg: typeof Mxsvg,
  Resvg: typeof ResvgClass,
  source: string | Uint8Array,
  { time, least }: WarmOptions,
): Promise<WarmTimes> {
  const bench = new Bench({ time, iterations: least, warmupTime: time / 4, warmupIterations: 1, retainSamples: true });
  bench.add('svg', () => void mxsvg.render(source));
  const outlined = attempt(() => mxsvg.render(source, { text: 'outline' }));
  const scale = outlined === undefined ? 1 : fittingScale(outlined);
  const same = outlined === undefined ? '' : mxsvg.render(source, { text: 'outline', scale });
  if (outlined !== undefined) bench.add('outlines', () => void mxsvg.render(source, { text: 'outline' }));
  if (outlined !== undefined) bench.add('png', async () => void (await mxsvg.renderPng(source, { scale })));
  if (outlined !== undefined)
    bench.add('resvg', () => {
      new Resvg(same, { shapeRendering: 2, imageRendering: 0, font: { loadSystemFonts: false } }).render().asPng();
    });
  await bench.run();
  const [svg, outlines, png, resvg] = bench.tasks.map(({ name, result }) => {
    if (result.state !== 'completed') throw new Error(`${name} failed: ${JSON.stringify(result)}`);
    return timingOf(result.latency.samples ?? []);
  });
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
