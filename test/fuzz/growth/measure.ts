/** Measures how the work of a pattern grows: the processor's time at a size, at twice and at four times that. */
import {
  compare,
  drawioXml,
  layout,
  MxsvgError,
  render,
  renderHtml,
  renderPdf,
  renderPng,
  verify,
} from '../../../src/index.js';
import { renderMermaid } from '../../../src/mermaid/index.js';
import type { GrowthPattern, Output, Source } from './pattern.js';

export interface Growth {
  readonly n: number;
  /** ms at n, 2n and 4n. */
  readonly times: readonly [number, number, number];
  /** How often it is drawn for each of these: more than once where limits keep it small. */
  readonly repeated: number;
  /** The limit that ends it at the next size, where it could not be made as long as was wanted. */
  readonly limit: string | undefined;
}

/** How many times what is linear a doubling may take. */
export const MOST = 1.2;

/** Times per doubling, over what would be linear. */
export const growthOf = ({ times: [one, two, four] }: Growth): readonly [number, number] => [
  two / one / 2,
  four / two / 2,
];

const MAKE: Readonly<Record<Output, (source: Source, second: Source) => unknown>> = {
  svg: (source) => render(source),
  outline: (source) => render(source, { text: 'outline' }),
  auto: (source) => render(source, { theme: 'auto', pretty: true }),
  fonts: (source) => render(source, { embedFonts: true }),
  embed: (source) => render(source, { embedDiagram: 'compressed' }),
  png: (source) => renderPng(source, { width: 400, height: 400 }),
  pdf: (source) => renderPdf(source),
  sheets: (source) => renderPdf(source, { size: 'page' }),
  html: (source) => renderHtml(source),
  xml: (source) => drawioXml(source),
  packed: (source) => drawioXml(source, { compressed: true }),
  layout: (source) => layout(source),
  compare: (before, after) => compare(before, after).svg(),
  verify: (source) => verify(source as Uint8Array),
  mermaid: (source) => renderMermaid(source as string),
};

let drawn = 0;

/** ms of the processor that drawing an input of that size takes, of as many times as asked. */
export async function timeOf(pattern: GrowthPattern, n: number, repeated: number): Promise<number> {
  let microseconds = 0;
  for (let i = 0; i < repeated; i++) {
    const made = await pattern.source(n, `m${drawn++}`);
    const [source, second] = Array.isArray(made) ? made : [made, ''];
    globalThis.gc?.();
    const before = process.cpuUsage();
    await MAKE[pattern.output](source, second);
    const { user, system } = process.cpuUsage(before);
    microseconds += user + system;
  }
  return microseconds / 1000;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] as number;

/** ms of drawing until the engine has compiled what is used. */
const WARM_UP = 200;

/** ms of the processor at n, 2n and 4n, or the name of the limit that one of them is past. */
async function timesAt(pattern: GrowthPattern, n: number, repeated: number): Promise<Growth['times'] | string> {
  const at = async (size: number): Promise<number> => {
    const samples: number[] = [];
    for (let i = 0; i < 3; i++) samples.push(await timeOf(pattern, size, repeated));
    return median(samples);
  };
  try {
    const four = await at(4 * n);
    return [await at(n), await at(2 * n), four];
  } catch (error) {
    if (error instanceof MxsvgError && error.code === 'limit-exceeded') return error.limit ?? '';
    throw error;
  }
}

/** @param least ms that the smallest size takes at least, if the limits allow it */
export async function measureGrowth(pattern: GrowthPattern, least: number): Promise<Growth> {
  let n = pattern.from;
  let time = 0;
  for (let spent = 0, times = 0; spent < WARM_UP && times < 20; times++) {
    time = await timeOf(pattern, n, 1);
    spent += time;
  }
  let limit: string | undefined;
  while (n > 1) {
    // The size is guessed from what a small one takes, and halved where that is past a limit.
    const wanted = limit === undefined ? n * Math.max(1, Math.ceil(least / time)) : n >> 1;
    const repeated = limit === undefined ? 1 : Math.ceil(least / ((time / n) * wanted));
    const times = await timesAt(pattern, wanted, Math.max(1, repeated));
    if (typeof times !== 'string') {
      if (times[0] >= least || limit !== undefined) return { n: wanted, times, repeated, limit };
      time = times[0];
    } else {
      limit = times;
      time *= wanted / n;
    }
    n = wanted;
  }
  throw new Error(`${pattern.name}: limits.${limit} leaves nothing of it`);
}
