/** `mxsvg link`, and the command behind the link. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { linkDrawio } from '../../../src/cli/drawio/link.js';
import { COMMAND, commandPlace, golden } from '../command.js';

const place = commandPlace();
const { at } = place;

const quietly = async (act: () => Promise<unknown>): Promise<void> => {
  const spy = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    await act();
  } finally {
    spy.mockRestore();
  }
};

test.skipIf(process.platform === 'win32')('puts a drawio into a folder that draws as draw.io does', () => {
  expect(place.runProcess(['link', 'bin'])).toMatchObject({ code: 0, errors: '' });
  copyFileSync(golden('decode/compressed.drawio'), at('a.drawio'));
  const drawio = (...words: string[]) => spawnSync(at('bin/drawio'), words, { cwd: at('.'), encoding: 'utf8' });
  expect(drawio('-x', '-f', 'svg', 'a.drawio', '--no-sandbox', '--user-data-dir=/tmp/x')).toMatchObject({
    status: 0,
    stdout: 'a.drawio -> a.svg\n',
    stderr: '',
  });
  expect(drawio('--version')).toMatchObject({ status: 0, stdout: '30.2.7\n' });
  expect(drawio('a.drawio')).toMatchObject({ status: 1, stdout: '' });
});

describe('the link', () => {
  const ofOurs = ['/elsewhere/cli.cjs', '/elsewhere/cli.js'];
  test.skipIf(process.platform === 'win32').each(ofOurs)('is made anew where it leads to %s', async (target) => {
    mkdirSync(at('bin'));
    symlinkSync(target, at('bin/drawio'));
    await quietly(() => linkDrawio(at('bin'), COMMAND, 'linux'));
    expect(readlinkSync(at('bin/drawio'))).toBe(COMMAND);
  });

  test.skipIf(process.platform === 'win32')('needs no say over the command’s own file', async () => {
    const executable = at('cli.cjs');
    writeFileSync(executable, '');
    chmodSync(executable, 0o555);
    await quietly(() => linkDrawio(at('bin'), executable, 'linux'));
    // For others it may be left as it is; where it can't be run, it can from now on.
    expect(statSync(executable).mode & 0o777).toBe(0o555);
    chmodSync(executable, 0o444);
    await quietly(() => linkDrawio(at('bin'), executable, 'linux'));
    expect(statSync(executable).mode & 0o111).toBe(0o111);
  });

  test('says where no folder can be', async () => {
    writeFileSync(at('file'), '');
    await expect(linkDrawio(at('file'), COMMAND, 'linux')).rejects.toThrow(/a part of its path is a file/);
  });

  test.runIf(process.platform === 'linux')('comes to an end where a file system takes none', async () => {
    await expect(linkDrawio('/proc/none/below', COMMAND, 'linux')).rejects.toThrow(/its folder does not exist/);
  });

  test('takes no other program’s place', async () => {
    mkdirSync(at('bin'));
    for (const [platform, name] of [
      ['linux', 'drawio'],
      ['win32', 'drawio.cmd'],
    ] as const) {
      writeFileSync(at(`bin/${name}`), 'draw.io itself');
      await expect(linkDrawio(at('bin'), COMMAND, platform)).rejects.toThrow(/is there already/);
      expect(readFileSync(at(`bin/${name}`), 'utf8')).toBe('draw.io itself');
    }
  });

  test('on Windows is a command file that says what it stands for', async () => {
    const executable = path.win32.join('C:\\Program Files', '100% mxsvg', 'dist', 'cli.cjs');
    for (const _ of ['once', 'again']) await quietly(() => linkDrawio(at('bin'), executable, 'win32'));
    const lines = readFileSync(at('bin/drawio.cmd'), 'utf8').split('\r\n');
    expect(lines).toContain('@set "MXSVG_CALLED_AS=drawio"');
    expect(lines).toContain(`@node "${executable.replace('%', '%%')}" %*`);
    expect(lines).toContain('@exit /b %ERRORLEVEL%');
  });
});

test('what a link stands for, a variable can say', () => {
  const env = { ...place.env(), MXSVG_CALLED_AS: 'drawio' };
  const { status, stdout } = spawnSync(process.execPath, [COMMAND, '--version'], { env, encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '30.2.7\n' });
});
