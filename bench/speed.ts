/**
 * Times mxsvg beside draw.io's own viewer in headless Chromium: on the seed diagrams, on generated ones of 100 to 50,000
 * cells, on what diagrams hold besides, on starts of the command, on 200,000 cells and on a folder of 1,000 files; with
 * --suites DIR on folders of diagrams. Prints tables in Markdown. Needs a build (MXSVG_DIST names it); the viewer's
 * columns need Chromium (CHROMIUM names it).
 *
 * --only seed,cells,libraries,tables,formulas,mermaid,pdf,start,large,files measures some of it. --json FILE keeps all
 * numbers, --check FILE compares with a run that was kept, in multiples of a yardstick that both timed, and ends with 1
 * where something got slower by more than 15 %. --sizes 100,1000 chooses other sizes, --viewer-cells N the largest that the
 * viewer draws (default 1000: it takes minutes for more; 0: none), --quick measures a tenth as long.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Resvg } from '@resvg/resvg-js';
import type * as Mxsvg from '../src/index.js';
import type * as Mermaid from '../src/mermaid/index.js';
import { timeViewer } from './browser.js';
import { checkRun, checkText, readRows } from './check.js';
import { findChromium } from './chromium.js';
import { timeCommand } from './cold.js';
import { features } from './features.js';
import { timeFiles } from './files.js';
import { generateDiagram } from './generate.js';
import {
  coldTable,
  featureTable,
  filesTable,
  type Measured,
  type MeasuredFeature,
  rowsOf,
  startTable,
  suiteTable,
  warmTable,
} from './report.js';
import { type Start, timeStarts } from './start.js';
import { timeSuites } from './suites.js';
import { timeAll } from './timing.js';
import { timeWarm } from './warm.js';

const PROJECT = path.resolve(import.meta.dirname, '..');
const DIST = process.env.MXSVG_DIST ?? path.join(PROJECT, 'dist');
const GOLDENS = path.join(PROJECT, 'golden');
const DIAGRAMS = path.join(GOLDENS, 'seed');

/** Larger than what is drawn warm. */
const LARGE = 200_000;
const MANY_FILES = 1000;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    suites: { type: 'string' },
    json: { type: 'string' },
    check: { type: 'string' },
    sizes: { type: 'string', default: '100,1000,10000,50000' },
    'viewer-cells': { type: 'string', default: '1000' },
    quick: { type: 'boolean', default: false },
  },
});
const haste = values.quick ? 0.1 : 1;
const kept = values.check === undefined ? undefined : readRows(readFileSync(values.check, 'utf8'));

if (!existsSync(path.join(DIST, 'index.js'))) throw new Error(`${DIST} holds no build: npm run build makes it.`);
const load = (file: string): Promise<unknown> => import(pathToFileURL(path.join(DIST, file)).href);
const mxsvg = (await load('index.js')) as typeof Mxsvg;
const rows = features(mxsvg, (await load('mermaid/index.js')) as typeof Mermaid, GOLDENS);

const GROUPS = ['seed', 'cells', ...Object.keys(rows), 'start', 'large', 'files'];
const chosen = new Set(values.only?.split(',') ?? GROUPS);
const unknown = [...chosen].filter((name) => !GROUPS.includes(name));
if (unknown.length > 0) throw new Error(`--only knows no ${unknown.join(', ')}. There are: ${GROUPS.join(', ')}.`);

const viewerCells = Number(values['viewer-cells']);
const browser = viewerCells > 0 ? findChromium() : undefined;
if (viewerCells > 0 && browser === undefined) {
  console.error('No Chromium found (CHROMIUM names it): the viewer is left out.');
}

const folder = mkdtempSync(path.join(tmpdir(), 'mxsvg-bench-'));
try {
  const measured: Measured[] = [];
  for (const { name, file, cells } of diagrams()) {
    console.error(`${name} …`);
    measured.push(await measure(name, file, cells));
  }
  const featured: MeasuredFeature[] = [];
  for (const [group, prepare] of Object.entries(rows)) if (chosen.has(group)) featured.push(await timeFeature(prepare));
  const starts = chosen.has('start') ? timeSmall() : [];
  if (chosen.has('large')) measured.push(timeLarge());
  const files = chosen.has('files') ? timeMany() : undefined;
  const suites = values.suites ? await timeSuites(mxsvg, values.suites, browser, 120_000 * haste) : [];
  const tables = [
    measured.some(({ warm }) => warm) ? warmTable(measured) : '',
    measured.length > 0 ? coldTable(measured) : '',
    featured.length > 0 ? featureTable(featured) : '',
    starts.length > 0 ? startTable(starts) : '',
    files ? filesTable(files) : '',
    suites.length > 0 ? suiteTable(suites) : '',
  ];
  console.log(tables.filter((table) => table !== '').join('\n\n'));
  const figures = rowsOf({ measured, features: featured, starts, files });
  if (values.json !== undefined) {
    const machine = { node: process.version, processor: cpus()[0]?.model, processors: cpus().length };
    writeFileSync(values.json, `${JSON.stringify({ machine, rows: figures, suites }, undefined, 2)}\n`);
  }
  if (kept) {
    const wanted =
      values.only === undefined ? kept : kept.filter(({ name }) => figures.some((row) => row.name === name));
    const checked = checkRun(wanted, figures);
    console.log(`\n${checkText(checked)}`);
    if (checked.slower.length > 0) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

interface Diagram {
  readonly name: string;
  readonly file: string;
  /** 0 of those that aren't generated. */
  readonly cells: number;
}

function diagrams(): readonly Diagram[] {
  const seed = readdirSync(DIAGRAMS)
    .filter((file) => file.endsWith('.drawio'))
    .map((file) => ({ name: path.parse(file).name, file: path.join(DIAGRAMS, file), cells: 0 }));
  const sizes = chosen.has('cells') ? values.sizes.split(',').map(Number) : [];
  return [...(chosen.has('seed') ? seed : []), ...sizes.map(generated)];
}

function generated(cells: number): Diagram {
  const file = path.join(folder, `${cells}.drawio`);
  writeFileSync(file, generateDiagram(cells));
  return { name: `${cells.toLocaleString('en-US')} cells`, file, cells };
}

async function measure(name: string, file: string, cells: number): Promise<Measured> {
  const source = readFileSync(file, 'utf8');
  const large = cells >= 10_000;
  const runs = Math.max(1, Math.round((large ? 2 : 10) * haste));
  // The largest are measured in whole processes: warm, a drawing and its PNG take a quarter of a minute.
  const warm =
    cells > 10_000 ? undefined : await timeWarm(mxsvg, Resvg, source, { time: 1500 * haste, least: large ? 2 : 10 });
  const coldSvg = timeCommand(DIST, file, 'svg', runs);
  const coldPng = warm?.png !== undefined && cells <= 1000 ? timeCommand(DIST, file, 'png', runs) : undefined;
  const asked = browser !== undefined && cells <= viewerCells;
  const viewerOptions = { starts: Math.max(1, Math.round(3 * haste)), drawings: 10, time: 20_000 * haste };
  const viewer = asked ? await timeViewer(browser, source, viewerOptions) : undefined;
  return { name, warm, coldSvg, coldPng, viewer };
}

async function timeFeature(prepare: () => { readonly name: string; run(): unknown }): Promise<MeasuredFeature> {
  const { name, run } = prepare();
  console.error(`${name} …`);
  const [time] = await timeAll([run], { time: 3000 * haste, least: 3 });
  if (time === undefined) throw new Error(`${name} wasn't timed.`);
  return { name, time };
}

function timeSmall(): readonly Start[] {
  console.error('starts …');
  return timeStarts(
    DIST,
    path.join(DIAGRAMS, 'deepseek-r1-phases.drawio'),
    folder,
    Math.max(2, Math.round(15 * haste)),
  );
}

function timeLarge(): Measured {
  const { name, file } = generated(LARGE);
  console.error(`${name} …`);
  const coldSvg = timeCommand(DIST, file, 'svg', 1, ['--limit', 'work=none']);
  return { name, warm: undefined, coldSvg, coldPng: undefined, viewer: undefined };
}

function timeMany(): ReturnType<typeof timeFiles> {
  console.error(`${MANY_FILES.toLocaleString('en-US')} files …`);
  return timeFiles(mxsvg, DIST, folder, MANY_FILES, Math.max(1, Math.round(3 * haste)));
}
