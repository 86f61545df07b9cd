/** Times every diagram of a folder of suites: DIR/SUITE/in/NAME.drawio. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type * as Mxsvg from '../src/index.js';
import type { MeasuredSuite } from './report.js';
import { timingOf } from './statistics.js';
import { serveViewer, Viewer } from './viewer.js';

/** Each file is drawn so often; the first time doesn't count. */
const DRAWINGS = 4;

export async function timeSuites(
  mxsvg: typeof Mxsvg,
  folder: string,
  browser: string | undefined,
  /** ms that each suite may take with each program. */
  time: number,
): Promise<readonly MeasuredSuite[]> {
  const measured: MeasuredSuite[] = [];
  for (const name of readdirSync(folder).sort()) {
    const inputs = path.join(folder, name, 'in');
    if (!existsSync(inputs)) continue;
    const files = readdirSync(inputs)
      .filter((file) => file.endsWith('.drawio'))
      .sort();
    const sources = files.map((file) => readFileSync(path.join(inputs, file), 'utf8'));
    const svg = await medians(sources, time, (source) => mxsvg.render(source));
    const png = await medians(sources, time, (source) => mxsvg.renderPng(source));
    const viewer = browser === undefined ? undefined : await viewerMedians(browser, sources, time);
    const timings = { svg: timingOf(svg), png: timingOf(png), viewer: viewer && timingOf(viewer) };
    measured.push({ name, files: files.length, ...timings });
  }
  return measured;
}

/** A few files of a suite stand for all where time is short: every n-th. */
async function medians(
  sources: readonly string[],
  time: number,
  draw: (source: string) => unknown,
  drawings = DRAWINGS,
): Promise<number[]> {
  const found: number[] = [];
  const end = performance.now() + time;
  for (const source of spread(sources)) {
    if (performance.now() > end) break;
    const samples: number[] = [];
    for (let i = 0; i < drawings; i++) {
      const start = performance.now();
      await draw(source);
      if (i > 0) samples.push(performance.now() - start);
    }
    found.push(timingOf(samples).median);
  }
  return found;
}

/** The same in an order in which every beginning is spread over the whole. */
function spread<T>(all: readonly T[]): readonly T[] {
  const step = 7;
  return Array.from({ length: step }, (_, first) => all.filter((_, i) => i % step === first)).flat();
}

async function viewerMedians(executable: string, sources: readonly string[], time: number): Promise<number[]> {
  const server = await serveViewer();
  const viewer = await Viewer.open(executable, server.address);
  try {
    return await medians(sources, time, (source) => viewer.draw(source).catch(() => undefined), 3);
  } finally {
    await viewer.close();
    server.close();
  }
}
