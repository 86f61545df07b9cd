/**
 * Times what the asset pack costs: whole processes that draw a plain diagram with and without the pack there, and, in
 * fresh processes, the first drawing of an AWS icon after a plain page. Prints medians. Needs a build.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const PROJECT = path.resolve(import.meta.dirname, '..');
const DIST = path.join(PROJECT, 'dist');
const PLAIN = path.join(PROJECT, 'golden/seed/deepseek-r1-phases.drawio');
const RUNS = 15;

if (!existsSync(path.join(DIST, 'assets'))) throw new Error(`${DIST} holds no asset pack: npm run build makes it.`);

/** A copy of the build without its pack. */
const bare = mkdtempSync(path.join(tmpdir(), 'mxsvg-bare-'));
try {
  for (const name of readdirSync(DIST).filter((file) => file !== 'assets')) {
    cpSync(path.join(DIST, name), path.join(bare, 'dist', name), { recursive: true });
  }
  cpSync(path.join(PROJECT, 'package.json'), path.join(bare, 'package.json'));
  symlinkSync(path.join(PROJECT, 'node_modules'), path.join(bare, 'node_modules'));

  const withPack: number[] = [];
  const withoutPack: number[] = [];
  const firstIcon: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    withPack.push(wholeProcess(path.join(DIST, 'cli.cjs')));
    withoutPack.push(wholeProcess(path.join(bare, 'dist/cli.cjs')));
    firstIcon.push(firstIconTime());
  }
  console.log('| what | median |');
  console.log('|---|--:|');
  console.log(`| a plain diagram, whole process, with the pack | ${show(withPack)} |`);
  console.log(`| the same without the pack | ${show(withoutPack)} |`);
  console.log(`| the first AWS icon of a process, beyond the same page without it | ${show(firstIcon)} |`);
} finally {
  rmSync(bare, { recursive: true, force: true });
}

function wholeProcess(command: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [command, '-q', '-o', '-', PLAIN]);
  if (status !== 0) throw new Error(stderr.toString());
  return performance.now() - start;
}

/** In a process of its own: a page with a rectangle, drawn until it is warm, then the same with an AWS icon. */
function firstIconTime(): number {
  const script = `
    const { render } = await import(${JSON.stringify(pathToFileURL(path.join(DIST, 'index.js')).href)});
    const page = (style) => '<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" style="' +
      style + '" vertex="1" parent="1"><mxGeometry width="78" height="78" as="geometry"/></mxCell></root></mxGraphModel>';
    let plain = 0;
    for (let i = 0; i < 20; i++) {
      const start = performance.now();
      render(page('fillColor=#ED7100;'));
      plain = performance.now() - start;
    }
    const start = performance.now();
    render(page('fillColor=#ED7100;shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.lambda;'));
    console.log(performance.now() - start - plain);`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script]);
  if (status !== 0) throw new Error(stderr.toString());
  return Number(stdout.toString());
}

function show(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  return `${(sorted[sorted.length >> 1] as number).toFixed(1)} ms`;
}
