/**
 * Scores the build against pictures that draw.io itself drew, where the yardstick is at hand: a folder with run.mjs,
 * named by DRAWIO_FIDELITY or beside this project in shared/fidelity. Further arguments go to the yardstick.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PROJECT = path.resolve(import.meta.dirname, '..');
const FOLDER = process.env.DRAWIO_FIDELITY ?? path.resolve(PROJECT, '../shared/fidelity');
const DIST = process.env.MXSVG_DIST ?? path.join(PROJECT, 'dist');

const script = path.join(FOLDER, 'run.mjs');
if (!existsSync(script)) {
  console.error(`There is no yardstick at ${script}: set DRAWIO_FIDELITY to its folder.`);
  process.exit(1);
}

const out = mkdtempSync(path.join(tmpdir(), 'mxsvg-fidelity-'));
const engine = path.join(DIST, 'index.js');
const { status } = spawnSync(process.execPath, [script, '--engine', engine, '--out', out, ...process.argv.slice(2)], {
  cwd: PROJECT,
  stdio: 'inherit',
});
if (status === 0) printSummary(path.join(out, 'summary.json'));
rmSync(out, { recursive: true, force: true });
process.exitCode = status ?? 1;

interface Suite {
  readonly pages: number;
  readonly errors: number;
  readonly vertices: number;
  readonly placed: number;
  readonly edges: number;
  readonly routed: number;
}

function printSummary(file: string): void {
  const summary = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Suite>>;
  const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`);
  console.log('| suite | pages | errors | vertices placed | edges routed |\n|---|--:|--:|--:|--:|');
  for (const [name, { pages, errors, vertices, placed, edges, routed }] of Object.entries(summary)) {
    console.log(`| ${name} | ${pages} | ${errors} | ${share(placed, vertices)} | ${share(routed, edges)} |`);
  }
}
