/** The code that V8 compiled, kept for the next start: where, when, by whom it is used, and that nothing depends on it. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CodeKeeper, keptCodeFolder } from '../../../src/platform/node/keptCode.js';

const FILE = '/anywhere/engine-Ab_3-x9Z.cjs';
const SOURCE = '(function (n) { return (() => n * 2)(); })';
const DAY = 24 * 60 * 60 * 1000;

let home = '';
let folder = '';

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'mxsvg-'));
  folder = path.join(home, 'mxsvg/code-v1-x64');
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(home, { recursive: true, force: true });
});

/** A start of a program that has one file, and its end; returns what that gives for 21. */
function start(file = FILE, source = SOURCE): unknown {
  const keeper = new CodeKeeper(folder);
  const double = keeper.run(file, source) as (n: number) => number;
  const result = double(21);
  keeper.keep();
  return result;
}

const kept = (): string => path.join(folder, 'engine-Ab_3-x9Z');

describe('the folder', () => {
  const posix = { platform: 'linux', version: 'v22.1.0', arch: 'arm64' };

  test.each([
    [{ HOME: '/home/ann' }, '/home/ann/.cache/mxsvg/code-v22.1.0-arm64'],
    [{ HOME: '/home/ann', XDG_CACHE_HOME: '/fast' }, '/fast/mxsvg/code-v22.1.0-arm64'],
    [{ HOME: '/home/ann', XDG_CACHE_HOME: 'relative' }, '/home/ann/.cache/mxsvg/code-v22.1.0-arm64'],
    [{ HOME: '/home/ann', NODE_COMPILE_CACHE: '/kept' }, '/kept/mxsvg/code-v22.1.0-arm64'],
    [{ HOME: '/home/ann', NODE_DISABLE_COMPILE_CACHE: '1' }, undefined],
    [{ HOME: '/home/ann', NODE_V8_COVERAGE: '/coverage' }, undefined],
    [{ HOME: '' }, undefined],
    [{}, undefined],
  ])('with %j', (env, expected) => {
    expect(keptCodeFolder({ ...posix, env })).toBe(expected);
  });

  test('is the system\u2019s own', () => {
    const env = { HOME: '/Users/ann', LOCALAPPDATA: '/ann/Local', XDG_CACHE_HOME: '/fast' };
    expect(keptCodeFolder({ ...posix, platform: 'darwin', env })).toBe(
      '/Users/ann/Library/Caches/mxsvg/code-v22.1.0-arm64',
    );
    expect(keptCodeFolder({ ...posix, platform: 'win32', env })).toBe('/ann/Local/mxsvg/code-v22.1.0-arm64');
  });
});

describe('code', () => {
  test('is kept for its user alone, and used again as it is', () => {
    expect(start()).toBe(42);
    const before = readFileSync(kept());
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(kept()).mode & 0o777).toBe(0o600);
    expect(start()).toBe(42);
    expect(readFileSync(kept())).toEqual(before);
    expect(readdirSync(folder)).toEqual([path.basename(kept())]);
  });

  test('of a file that its name doesn\u2019t tell from its next version is not kept', () => {
    expect(start('/anywhere/command.cjs')).toBe(42);
    expect(existsSync(folder)).toBe(false);
  });

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 9)],
    ['empty', () => Buffer.alloc(0)],
    ['changed in a bit', (bytes: Buffer) => bytes.fill((bytes.at(-40) ?? 0) ^ 1, bytes.length - 40, bytes.length - 39)],
    ['something else', () => Buffer.from('What is this doing here, in this folder?')],
  ])('that is %s is not used, and mended', (_, spoil) => {
    start();
    const before = readFileSync(kept());
    writeFileSync(kept(), spoil(Buffer.from(before)));
    expect(start()).toBe(42);
    expect(start()).toBe(42);
    expect(readFileSync(kept()).length).toBe(before.length);
  });

  test('of another text is refused by V8', () => {
    start();
    expect(start(FILE, '(function (n) { return n * 3 + 1; })')).toBe(64);
  });

  test('gets the functions that ran since, at first soon, then seldom', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000_000_000 });
    const source =
      '(function (n) { function seldom() { return [1, 2, 3].map((x) => x * n); } return n > 100 ? seldom() : n * 2; })';
    const run = (n: number): number => {
      const keeper = new CodeKeeper(folder);
      (keeper.run(FILE, source) as (n: number) => unknown)(n);
      keeper.keep();
      return readFileSync(kept()).length;
    };
    const first = run(1);
    vi.advanceTimersByTime(9_000);
    expect(run(101)).toBe(first);
    vi.advanceTimersByTime(2_000);
    expect(run(101)).toBeGreaterThan(first);
    const written = (): number => new Float64Array(new Uint8Array(readFileSync(kept())).buffer, 0, 2)[1] as number;
    expect(written()).toBe(1_000_000_011_000);
    vi.advanceTimersByTime(10_500);
    run(101);
    expect(written()).toBe(1_000_000_011_000);
    vi.advanceTimersByTime(1_000);
    run(101);
    expect(written()).toBe(1_000_000_022_500);
    vi.advanceTimersByTime(300 * DAY);
    run(101);
    vi.advanceTimersByTime(DAY + 1);
    run(101);
    expect(written()).toBe(1_000_000_022_500 + 301 * DAY + 1);
  });

  test('in a folder that others may write to is neither used nor kept', () => {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o777);
    expect(start()).toBe(42);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('can\u2019t be kept where a file stands in the way, which is no failure', () => {
    writeFileSync(path.join(home, 'mxsvg'), '');
    expect(start()).toBe(42);
  });

  test('of a Node that nobody starts any more is removed when another comes', () => {
    const [old, recent, other] = ['code-v0-x64', 'code-v2-x64', 'notes'].map((name) => path.join(home, 'mxsvg', name));
    for (const each of [old, recent, other] as string[]) mkdirSync(each, { recursive: true });
    const longAgo = new Date(Date.now() - 61 * DAY);
    for (const each of [old, other] as string[]) utimesSync(each, longAgo, longAgo);
    start();
    expect(readdirSync(path.join(home, 'mxsvg')).sort()).toEqual(['code-v1-x64', 'code-v2-x64', 'notes']);
  });

  test('of a version of ours that nobody starts any more is removed when another comes', () => {
    start('/anywhere/engine-OldOldOl.cjs');
    start('/anywhere/engine-Recently.cjs');
    const longAgo = new Date(Date.now() - 61 * DAY);
    utimesSync(path.join(folder, 'engine-OldOldOl'), longAgo, longAgo);
    start('/anywhere/engine-Recently.cjs');
    expect(readdirSync(folder).sort()).toEqual(['engine-OldOldOl', 'engine-Recently']);
    start();
    expect(readdirSync(folder).sort()).toEqual([path.basename(kept()), 'engine-Recently']);
  });

  test('is kept of the other files where one can\u2019t be', () => {
    const [file, other] = ['/anywhere/engine-Occupied.cjs', '/anywhere/engine-LastLast.cjs'];
    mkdirSync(path.join(folder, 'engine-Occupied'), { recursive: true });
    chmodSync(folder, 0o700);
    const keeper = new CodeKeeper(folder);
    for (const each of [file, other]) keeper.run(each, SOURCE);
    keeper.keep();
    expect(readdirSync(folder).sort()).toEqual(['engine-LastLast', 'engine-Occupied']);
  });

  test('goes from a folder past what is there of something else', () => {
    start('/anywhere/engine-OldOldOl.cjs');
    symlinkSync('/nowhere', path.join(folder, 'aaa'));
    const longAgo = new Date(Date.now() - 61 * DAY);
    utimesSync(path.join(folder, 'engine-OldOldOl'), longAgo, longAgo);
    start();
    expect(readdirSync(folder).sort()).toEqual(['aaa', path.basename(kept())]);
  });

  test.skipIf(process.platform === 'win32')('is not waited for', () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    execFileSync('mkfifo', [kept()]);
    expect(start()).toBe(42);
    expect(statSync(kept()).isFile()).toBe(true);
  });
});
