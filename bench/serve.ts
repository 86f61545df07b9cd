/**
 * Loads `mxsvg serve` with autocannon, on this machine: requests a second and the 99th percentile of latency for SVG and PNG
 * of a seed diagram, and memory over many requests. Each request is another diagram (a comment with a number tells them
 * apart), so that each is drawn; a last row asks for the same one. Beside it draw.io's viewer draws in a pool of pages,
 * where there is Chromium. Prints tables in Markdown. --seconds N for each row (default 10), --requests N for memory
 * (default 100000), --jobs N drawing threads (default: one a processor), --no-viewer.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { findChromium } from './chromium.js';
import { table } from './report.js';
import { timingOf } from './statistics.js';
import { serveViewer, Viewer } from './viewer.js';

const PROJECT = path.resolve(import.meta.dirname, '..');
const COMMAND = path.join(process.env.MXSVG_DIST ?? path.join(PROJECT, 'dist'), 'cli.cjs');
const DIAGRAM = readFileSync(path.join(PROJECT, 'golden/seed/deepseek-r1-phases.drawio'), 'utf8');
const PORT = 8791;
const ADDRESS = `http://127.0.0.1:${PORT}`;
const CONNECTIONS = [1, 16, 256];

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    requests: { type: 'string', default: '100000' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    'no-viewer': { type: 'boolean', default: false },
  },
});
const seconds = Number(values.seconds);

if (!existsSync(COMMAND)) throw new Error(`${COMMAND} isn't there: npm run build makes it.`);
const server = spawn(process.execPath, [COMMAND, 'serve', '--port', String(PORT), '--jobs', values.jobs, '--quiet'], {
  stdio: 'inherit',
});
try {
  await isListening();
  await load({ format: 'svg', connections: 16, duration: Math.min(5, seconds) });
  await load({ format: 'png', connections: 4, duration: Math.min(5, seconds) });
  console.log(await loadTable());
  if (Number(values.requests) > 0) console.log(`\n${await memoryTable(Number(values.requests))}`);
} finally {
  server.kill('SIGTERM');
  await once(server, 'exit');
}
const browser = values['no-viewer'] ? undefined : findChromium();
if (browser) console.log(`\n${await viewerTable(browser, Number(values.jobs))}`);

async function isListening(): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (
      await fetch(`${ADDRESS}/health`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the server does not answer.');
}

interface Load {
  readonly format: 'svg' | 'png';
  readonly connections: number;
  readonly duration?: number;
  readonly amount?: number;
  /** Whether all requests are of one diagram. */
  readonly same?: boolean;
}

async function load({ format, connections, duration, amount, same = false }: Load): Promise<autocannon.Result> {
  let number = process.hrtime()[1];
  const result = await autocannon({
    url: ADDRESS,
    connections,
    ...(amount ? { amount } : { duration }),
    requests: [
      {
        method: 'POST',
        path: `/render?format=${format}`,
        body: DIAGRAM,
        setupRequest: (request) => (same ? request : { ...request, body: `${DIAGRAM}<!--${number++}-->` }),
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${result.non2xx} answers are no pictures, ${result.errors} requests failed.`);
  }
  return result;
}

async function loadTable(): Promise<string> {
  const rows: string[][] = [];
  for (const format of ['svg', 'png'] as const) {
    for (const connections of CONNECTIONS)
      rows.push(rowOf(format, connections, await load({ format, connections, duration: seconds })));
  }
  const again = await load({ format: 'svg', connections: 16, duration: seconds, same: true });
  rows.push(rowOf('svg, the same diagram', 16, again));
  return table(['drawn', 'connections', 'requests a second', 'median, ms', 'p99, ms'], rows);
}

function rowOf(name: string, connections: number, { requests, latency }: autocannon.Result): string[] {
  return [name, connections, Math.round(requests.average), latency.p50, latency.p99].map(String);
}

/** MiB that the server holds. */
function memory(): string {
  const pages = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1];
  return (Number(pages) / 1024).toFixed(0);
}

/** Linux alone tells it. */
async function memoryTable(requests: number): Promise<string> {
  const rows = [['0', memory()]];
  for (let part = 1; part <= 10; part++) {
    await load({ format: 'svg', connections: 16, amount: Math.round(requests / 10) });
    rows.push([String(Math.round((requests * part) / 10)), memory()]);
  }
  await load({ format: 'png', connections: 16, amount: Math.round(requests / 50) });
  rows.push([`${Math.round(requests / 50)} PNG more`, memory()]);
  return table(['SVG requests', 'memory, MiB'], rows);
}

/** The same diagram drawn to SVG inside of pages that have drawn before, without HTTP. */
async function viewerTable(executable: string, pages: number): Promise<string> {
  const files = await serveViewer();
  const viewers = await Promise.all(Array.from({ length: pages }, () => Viewer.open(executable, files.address)));
  try {
    const latencies: number[] = [];
    await Promise.all(viewers.map((viewer) => viewer.draw(DIAGRAM)));
    const start = performance.now();
    const drawUntilEnd = async (viewer: Viewer): Promise<void> => {
      while (performance.now() - start < seconds * 1000) {
        const begun = performance.now();
        await viewer.draw(DIAGRAM);
        latencies.push(performance.now() - begun);
      }
    };
    await Promise.all(viewers.map(drawUntilEnd));
    const perSecond = (latencies.length / (performance.now() - start)) * 1000;
    const { median, p95 } = timingOf(latencies);
    const row = ['svg', String(pages), perSecond.toFixed(0), median.toFixed(0), p95.toFixed(0)];
    return table(['viewer', 'pages', 'drawings a second', 'median, ms', 'p95, ms'], [row]);
  } finally {
    await Promise.all(viewers.map((viewer) => viewer.close()));
    files.close();
  }
}
