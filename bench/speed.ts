/**
 * Times mxsvg beside draw.io's own viewer in headless Chromium on the seed diagrams, and prints a Markdown table of
 * medians. Needs a build; the viewer's columns need Chromium (CHROMIUM names it) and are left out without.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Bench } from 'tinybench';
import type * as Mxsvg from '../src/index.js';
import { findChromium, serveViewer, Viewer } from './viewer.js';

const PROJECT = path.resolve(import.meta.dirname, '..');
const DIST = process.env.MXSVG_DIST ?? path.join(PROJECT, 'dist');
const DIAGRAMS = path.join(PROJECT, 'golden/seed');
const COLD_RUNS = 10;
const BROWSER_RUNS = 5;
const WARM_VIEWER_RUNS = 50;

interface Times {
  readonly cold: number;
  readonly warm: number;
}

if (!existsSync(path.join(DIST, 'index.js'))) throw new Error(`${DIST} holds no build: npm run build makes it.`);
const mxsvg = (await import(pathToFileURL(path.join(DIST, 'index.js')).href)) as typeof Mxsvg;
const browser = findChromium();
if (browser === undefined) console.error('No Chromium found (CHROMIUM names it): the viewer is left out.');

console.log('| diagram | mxsvg, whole process | mxsvg, warm | viewer, whole process | viewer, warm |');
console.log('|---|--:|--:|--:|--:|');
for (const name of readdirSync(DIAGRAMS).filter((file) => file.endsWith('.drawio'))) {
  const file = path.join(DIAGRAMS, name);
  const ours = await timeMxsvg(file);
  const theirs = browser === undefined ? undefined : await timeViewer(browser, file);
  const cells = [ours.cold, ours.warm, theirs?.cold, theirs?.warm].map((each) =>
    each === undefined ? '–' : show(each),
  );
  console.log(`| ${name} | ${cells.join(' | ')} |`);
}

async function timeMxsvg(file: string): Promise<Times> {
  const command = path.join(DIST, 'cli.js');
  const cold = Array.from({ length: COLD_RUNS }, () => {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [command, '-q', '-o', '-', file]);
    if (status !== 0) throw new Error(stderr.toString());
    return performance.now() - start;
  });
  const source = readFileSync(file);
  const bench = new Bench({ time: 1000, warmupTime: 500 });
  bench.add('render', () => {
    mxsvg.render(source);
  });
  await bench.run();
  const [task] = bench.tasks;
  if (task?.result.state !== 'completed') throw new Error('the warm runs failed');
  return { cold: median(cold), warm: task.result.latency.p50 };
}

/** Cold: from starting the browser to the finished SVG. Warm: in a page that has drawn the diagram before. */
async function timeViewer(executable: string, file: string): Promise<Times> {
  const xml = readFileSync(file, 'utf8');
  const server = await serveViewer();
  const cold: number[] = [];
  const warm: number[] = [];
  try {
    for (let run = 0; run < BROWSER_RUNS; run += 1) {
      const start = performance.now();
      const viewer = await Viewer.open(executable, server.address);
      await viewer.draw(xml);
      cold.push(performance.now() - start);
      for (let again = 0; again < WARM_VIEWER_RUNS / BROWSER_RUNS; again += 1) warm.push(await viewer.draw(xml));
      await viewer.close();
    }
  } finally {
    server.close();
  }
  return { cold: median(cold), warm: median(warm) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

function show(milliseconds: number): string {
  return `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`;
}
