/** --watch: a picture follows its diagram. */
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { COMMAND, commandPlace, golden } from './command.js';

const place = commandPlace();

/** Waits until it holds; the test's own time limit ends what never does. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await wait(50);
}

test('draws again what changes, and files that are new in a folder', async () => {
  copyFileSync(golden('decode/compressed.drawio'), place.at('a.drawio'));
  const child = spawn(process.execPath, [COMMAND, '--watch', '.'], { cwd: place.at('.') });
  let told = '';
  child.stderr.on('data', (data: Buffer) => {
    told += data.toString();
  });
  try {
    await until(() => told.includes('watching'));
    const before = readFileSync(place.at('a.svg'), 'utf8');
    copyFileSync(golden('model/orphans.drawio'), place.at('a.drawio'));
    await until(() => readFileSync(place.at('a.svg'), 'utf8') !== before);
    writeFileSync(place.at('b.drawio'), readFileSync(golden('decode/compressed.drawio')));
    await until(() => existsSync(place.at('b.svg')));
    expect(readFileSync(place.at('b.svg'), 'utf8')).toBe(before);
    expect(child.exitCode).toBeNull();
  } finally {
    child.kill();
  }
});

test('standard input can’t be watched', () => {
  expect(place.runProcess(['--watch', '-'], new Uint8Array())).toMatchObject({ code: 2 });
});
