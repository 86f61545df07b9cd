/** Runs the command in a folder of its own: in this process, or the built one in its own. MXSVG_COMMAND names another build than dist/cli.cjs. */
import { spawnSync } from 'node:child_process';
import {
  createReadStream,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, vi } from 'vitest';
import { main, type Program } from '../../src/cli/main.js';
import { serve as serveModels } from '../../src/mcp/serve.js';

export const PROJECT = path.resolve(import.meta.dirname, '../..');
export const COMMAND = process.env.MXSVG_COMMAND ?? path.join(PROJECT, 'dist/cli.cjs');

const WORKER = pathToFileURL(path.join(PROJECT, 'dist/cli/worker.js'));
const { version: VERSION } = JSON.parse(readFileSync(path.join(PROJECT, 'package.json'), 'utf8')) as {
  readonly version: string;
};

export const golden = (name: string): string => path.join(PROJECT, 'golden', name);

export interface Result {
  readonly code: number | null;
  readonly output: string;
  readonly bytes: Uint8Array;
  readonly errors: string;
}

/** A folder for each test, in which the command runs. */
export interface Place {
  /** What the command does with these words, in this process; `input`: what it finds in standard input. */
  run(args: readonly string[], input?: Uint8Array): Promise<Result>;
  /** Runs the built command as a process. */
  runProcess(args: readonly string[], input?: Uint8Array): Result;
  /** The path of a file in the folder. */
  at(name: string): string;
  read(name: string): string;
  bytes(name: string): Uint8Array;
  /** Every file in the folder and below, sorted. */
  files(): string[];
  /** The variables that the command runs with: what the user of this machine added is none of its business. */
  env(): NodeJS.ProcessEnv;
}

/** To be called at the top of a test file. */
export function commandPlace(): Place {
  if (!existsSync(COMMAND)) throw new Error(`${COMMAND} isn't there: npm run build makes it.`);
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'mxsvg-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const at = (name: string): string => path.join(folder, name);
  const env = (): NodeJS.ProcessEnv => ({ ...process.env, MXSVG_ASSETS: at('user-assets') });
  const runProcess: Place['runProcess'] = (args, input) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
      cwd: folder,
      input,
      env: env(),
      timeout: 120_000,
    });
    return { code: status, output: stdout.toString(), bytes: stdout, errors: stderr.toString() };
  };
  const inProcess = process.env.MXSVG_COMMAND === undefined;
  return {
    env,
    run: async (args, input) =>
      inProcess ? runHere(args, folder, at('user-assets'), undefined, input) : runProcess(args, input),
    runProcess,
    at,
    read: (name) => readFileSync(at(name), 'utf8'),
    bytes: (name) => readFileSync(at(name)),
    files: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => !entry.isDirectory())
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
        .sort(),
  };
}

/**
 * Runs the source of the command in this process, in a folder. `queue`: its part on a queue; default: it has none.
 * `input`: what stands in standard input; default: this process's own.
 */
export async function runHere(
  args: readonly string[],
  folder: string,
  assets: string,
  queue: Program['queue'] = onItsOwn,
  input?: Uint8Array,
): Promise<Result> {
  const before = process.cwd();
  const printed = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  process.chdir(folder);
  const stdin = input && vi.spyOn(process, 'stdin', 'get').mockReturnValue(standardInput(input));
  vi.stubEnv('MXSVG_ASSETS', assets);
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation(((text: string | Uint8Array, done?: () => void) => {
      printed[name].push(Buffer.from(text as string));
      if (typeof done === 'function') done();
      return true;
    }) as typeof process.stdout.write),
  );
  try {
    const code = await main(['node', 'mxsvg', ...args], {
      version: VERSION,
      executable: COMMAND,
      worker: WORKER,
      serveModels,
      serve: onItsOwn,
      queue,
    });
    const bytes = Buffer.concat(printed.stdout);
    return { code, output: bytes.toString(), bytes, errors: Buffer.concat(printed.stderr).toString() };
  } finally {
    for (const spy of spies) spy.mockRestore();
    stdin?.mockRestore();
    vi.unstubAllEnvs();
    process.chdir(before);
  }
}

/** A stream of these bytes that has a file behind it, as standard input has one. */
function standardInput(input: Uint8Array): typeof process.stdin {
  const folder = mkdtempSync(path.join(tmpdir(), 'mxsvg-stdin-'));
  const file = path.join(folder, 'stdin');
  writeFileSync(file, input);
  const stream = createReadStream('', { fd: openSync(file, 'r') });
  rmSync(folder, { recursive: true });
  return stream as unknown as typeof process.stdin;
}

/** What goes on until a signal ends it has a process to itself. */
function onItsOwn(): Promise<number> {
  return Promise.reject(new Error('This is to be run in a process of its own.'));
}

export const isPng = (bytes: Uint8Array): boolean => Buffer.from(bytes).subarray(1, 4).toString() === 'PNG';
export const widthOf = (svg: string): number => Number(/<svg[^>]*\bwidth="([\d.]+)/.exec(svg)?.[1]);
export const heightOf = (svg: string): number => Number(/<svg[^>]*\bheight="([\d.]+)/.exec(svg)?.[1]);
