/**
 * Times mxsvg beside draw.io's own viewer in headless Chromium: on the seed diagrams, on generated ones of 100 to 50,000
 * cells, and with --suites DIR on folders of diagrams. Prints tables in Markdown and writes all numbers to --json FILE
 * (default bench/results.json). Needs a build (MXSVG_DIST names it); the viewer's columns need Chromium (CHROMIUM names
 * it). --sizes 100,1000 chooses other sizes, --viewer-cells N the largest that the viewer draws (default 1000: it takes
 * minutes for more), --quick measures a tenth as long.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Resvg } from '@resvg/resvg-js';
import type * as Mxsvg from '../src/index.js';
import { timeViewer } from './browser.js';
import { timeCommand } from './cold.js';
import { generateDiagram } from './generate.js';
import { coldTable, type Measured, suiteTable, warmTable } from './report.js';
import { timeSuites } from './suites.js';
import { findChromium } from './viewer.js';
import { timeWarm } from './warm.js';

const PROJECT = path.resolve(import.meta.dirname, '..');
const DIST = process.env.MXSVG_DIST ?? path.join(PROJECT, 'dist');
const DIAGRAMS = path.join(PROJECT, 'golden/seed');

const { values } = parseArgs({
  options: {
    suites: { type: 'string' },
    json: { type: 'string', default: path.join(PROJECT, 'bench/results.json') },
    sizes: { type: 'string', default: '100,1000,10000,50000' },
    'viewer-cells': { type: 'string', default: '1000' },
    quick: { type: 'boolean', default: false },
  },
});
const haste = values.quick ? 0.1 : 1;

if (!existsSync(path.join(DIST, 'index.js'))) throw new Error(`${DIST} holds no build: npm run build makes it.`);
const mxsvg = (await import(pathToFileURL(path.join(DIST, 'index.js')).href)) as typeof Mxsvg;
const browser = findChromium();
if (browser === undefined) console.error('No Chromium found (CHROMIUM names it): the viewer is left out.');

const folder = mkdtempSync(path.join(tmpdir(), 'mxsvg-bench-'));
try {
  const measured: Measured[] = [];
  for (const { name, file, cells } of diagrams(folder)) {
    console.error(`${name} …`);
    measured.push(await measure(name, file, cells));
  }
  const suites = values.suites ? await timeSuites(mxsvg, values.suites, browser, 120_000 * haste) : [];
  console.log(warmTable(measured));
  console.log(`\n${coldTable(measured)}`);
  if (suites.length > 0) console.log(`\n${suiteTable(suites)}`);
  const machine = { node: process.version, processor: cpus()[0]?.model, processors: cpus().length };
  writeFileSync(values.json, `${JSON.stringify({ machine, measured, suites }, undefined, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function diagrams(scratch: string): readonly { name: string; file: string; cells: number }[] {
  const seed = readdirSync(DIAGRAMS)
    .filter((file) => file.endsWith('.drawio'))
    .map((file) => ({ name: path.parse(file).name, file: path.join(DIAGRAMS, file), cells: 0 }));
  const generated = values.sizes.split(',').map((size) => {
    const file = path.join(scratch, `${size}.drawio`);
    writeFileSync(file, generateDiagram(Number(size)));
    return { name: `${Number(size).toLocaleString('en-US')} cells`, file, cells: Number(size) };
  });
  return [...seed, ...generated];
}

async function measure(name: string, file: string, cells: number): Promise<Measured> {
  const source = readFileSync(file, 'utf8');
  const large = cells >= 10_000;
  const runs = Math.max(1, Math.round((large ? 3 : 10) * haste));
  const warm = await timeWarm(mxsvg, Resvg, source, { time: 2000 * haste, least: large ? 3 : 10 });
  const coldSvg = timeCommand(DIST, file, 'svg', runs);
  const drawable = warm.png !== undefined && cells <= 1000;
  const coldPng = drawable ? timeCommand(DIST, file, 'png', runs) : undefined;
  const asked = browser !== undefined && cells <= Number(values['viewer-cells']);
  const viewerOptions = { starts: Math.max(1, Math.round(5 * haste)), drawings: 10, time: 60_000 * haste };
  const viewer = asked ? await timeViewer(browser, source, viewerOptions) : undefined;
  return { name, warm, coldSvg, coldPng, viewer };
}
