/** Runs the built command in a folder of its own. MXSVG_COMMAND names another build than dist/cli.js. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';

export const PROJECT = path.resolve(import.meta.dirname, '../..');
export const COMMAND = process.env.MXSVG_COMMAND ?? path.join(PROJECT, 'dist/cli.js');

export const golden = (name: string): string => path.join(PROJECT, 'golden', name);

export interface Result {
  readonly code: number | null;
  readonly output: string;
  readonly bytes: Uint8Array;
  readonly errors: string;
}

/** A folder for each test, in which the command runs. */
export interface Place {
  /** Runs the command. */
  run(args: readonly string[], input?: Uint8Array): Result;
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
  return {
    env,
    run: (args, input) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
        cwd: folder,
        input,
        env: env(),
        timeout: 120_000,
      });
      return { code: status, output: stdout.toString(), bytes: stdout, errors: stderr.toString() };
    },
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

export const isPng = (bytes: Uint8Array): boolean => Buffer.from(bytes).subarray(1, 4).toString() === 'PNG';
export const widthOf = (svg: string): number => Number(/<svg[^>]*\bwidth="([\d.]+)/.exec(svg)?.[1]);
export const heightOf = (svg: string): number => Number(/<svg[^>]*\bheight="([\d.]+)/.exec(svg)?.[1]);
