/** Times whole processes from their start to the finished picture, and what memory they take. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Timing, timingOf } from './statistics.js';
import { Pace } from './yardstick.js';

export interface ColdTimes {
  readonly time: Timing;
  /** The most memory that the process held, MiB. */
  readonly memory: number;
}

/**
 * Writes the process's own peak, KiB, when it ends. Under Linux the peak that getrusage tells is that of the process that
 * started this one, if that was larger.
 */
const REPORTER = `
import { existsSync, readFileSync, writeSync } from 'node:fs';
process.on('exit', () => {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const peak = /VmHWM:\\s+(\\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS;
  writeSync(2, 'PEAK ' + peak + '\\n');
});`;

/** The environment of what is timed: certificates that Node reads at each start would be timed with it. */
export const plainEnvironment = (): NodeJS.ProcessEnv => {
  const { NODE_EXTRA_CA_CERTS: _, ...others } = process.env;
  return others;
};

/** The command, drawing a file to standard output. `more`: other flags. */
export function timeCommand(
  dist: string,
  file: string,
  format: 'svg' | 'png',
  runs: number,
  more: readonly string[] = [],
): ColdTimes {
  const command = [path.join(dist, 'cli.cjs'), '--quiet', ...more, '-f', format, '-o', '-', file];
  const draw = (flags: readonly string[]): string => {
    const { status, stderr } = spawnSync(process.execPath, [...flags, ...command], {
      env: plainEnvironment(),
      maxBuffer: 2 ** 30,
    });
    if (status !== 0) throw new Error(stderr.toString());
    return stderr.toString();
  };
  const pace = new Pace();
  const samples = Array.from({ length: runs }, () => {
    pace.keep();
    const start = performance.now();
    draw([]);
    return performance.now() - start;
  });
  const peak = /PEAK (\d+)/.exec(draw(['--import', `data:text/javascript,${encodeURIComponent(REPORTER)}`]))?.[1];
  return { time: timingOf(samples, pace.samples), memory: Number(peak) / 1024 };
}

/** MiB that this process's descendants hold, shared memory split among those that share it; NaN outside of Linux. */
export function memoryOfDescendants(): number {
  try {
    const parents = new Map(
      readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .flatMap((name) => {
          const parent = read(`/proc/${name}/stat`)
            .replace(/^.*\) /, '')
            .split(' ')[1];
          return parent ? [[name, parent] as const] : [];
        }),
    );
    const isOurs = (id: string | undefined): boolean =>
      id !== undefined && (id === `${process.pid}` || isOurs(parents.get(id)));
    return [...parents.keys()]
      .filter((id) => id !== `${process.pid}` && isOurs(id))
      .reduce((sum, id) => sum + Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${id}/smaps_rollup`))?.[1] ?? 0) / 1024, 0);
  } catch {
    return Number.NaN;
  }
}

/** Empty for a process that has ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
