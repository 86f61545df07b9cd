/** Times whole processes that do little: Node alone, and the command on small inputs. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { plainEnvironment } from './cold.js';
import { type Timing, timingOf } from './statistics.js';
import { Pace } from './yardstick.js';

export interface Start {
  readonly name: string;
  readonly time: Timing;
  /** Ms that processors worked for one process, on average; NaN outside of Linux. */
  readonly processorTime: number;
}

/** What is kept for the next start is added to ten seconds after it was begun, and then more and more seldom. */
const FIRST_STARTS = 3;
/** In ms. */
const BETWEEN = 11_000;

/** Each process `runs` times, in turn. The first is Node alone. `diagram`: a plain one; `folder`: for what is written. */
export function timeStarts(dist: string, diagram: string, folder: string, runs: number): readonly Start[] {
  const environment = { ...plainEnvironment(), NODE_COMPILE_CACHE: path.join(folder, 'kept') };
  const draw = (file: string): readonly string[] => [
    path.join(dist, 'cli.cjs'),
    '--quiet',
    '-f',
    'svg',
    '-o',
    '-',
    file,
  ];
  const written = (name: string, text: string): string => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  const name = path.parse(diagram).name;
  const works = [
    { name: 'Node alone', words: ['-e', '0'], env: environment },
    { name, words: draw(diagram), env: environment },
    {
      name: `${name}, nothing kept of an earlier start`,
      words: draw(diagram),
      env: { ...environment, NODE_DISABLE_COMPILE_CACHE: '1' },
    },
    { name: 'a flowchart of 30 nodes', words: draw(written('flow.mmd', flowchart())), env: environment },
    { name: 'a formula', words: draw(written('formula.drawio', FORMULA)), env: environment },
  ];
  const run = ({ words, env }: (typeof works)[number]): void => {
    const { status, stderr } = spawnSync(process.execPath, words, { env, maxBuffer: 2 ** 30 });
    if (status !== 0) throw new Error(stderr.toString());
  };
  for (let i = 0; i < FIRST_STARTS; i++) {
    if (i > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BETWEEN);
    for (const work of works) run(work);
  }
  const pace = new Pace();
  const samples = works.map((): number[] => []);
  const ticks = works.map(() => 0);
  for (let i = 0; i < runs; i++) {
    for (const [index, work] of works.entries()) {
      pace.keep();
      const before = childTicks();
      const start = performance.now();
      run(work);
      samples[index]?.push(performance.now() - start);
      ticks[index] = (ticks[index] ?? 0) + childTicks() - before;
    }
  }
  return works.map(({ name }, index) => ({
    name,
    time: timingOf(samples[index] ?? [], pace.samples),
    processorTime: ((ticks[index] ?? Number.NaN) * TICK) / runs,
  }));
}

/** Linux counts processor time in hundredths of a second, ms. */
const TICK = 10;

/** What processors worked for the processes that this one has seen end; NaN outside of Linux. */
function childTicks(): number {
  if (process.platform !== 'linux') return Number.NaN;
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return Number(fields[13]) + Number(fields[14]);
}

const FORMULA =
  '<mxGraphModel math="1"><root><mxCell id="0"/><mxCell id="1" parent="0"/>' +
  '<mxCell id="2" value="$$\\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}$$" style="html=1;" vertex="1" parent="1">' +
  '<mxGeometry width="200" height="80" as="geometry"/></mxCell></root></mxGraphModel>';

/** A tree of two edges from each node. */
function flowchart(): string {
  const nodes = Array.from({ length: 30 }, (_, i) => {
    const shape = i % 5 === 0 ? `{Is step ${i} ok?}` : i % 3 === 0 ? `([Stage ${i}])` : `[Step number ${i}]`;
    const edge = i === 0 ? '' : `\n  n${Math.floor((i - 1) / 2)} -->${i % 4 === 0 ? '|yes|' : ''} n${i}`;
    return `  n${i}${shape}${edge}`;
  });
  return `flowchart TD\n${nodes.join('\n')}\n`;
}
