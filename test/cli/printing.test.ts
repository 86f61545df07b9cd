/** What is printed: nothing of a file's acts on a terminal or on a build's log, and streams that fail are told of. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { printable } from '../../src/cli/print.js';
import { COMMAND, commandPlace } from './command.js';

const place = commandPlace();

const BOX = '<mxGeometry width="100" height="50" as="geometry"/>';
const HOSTILE = `<mxfile><diagram name="p&#27;[31m&#10;::error::hi"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
<mxCell id="a&#27;&#155;]0;pwned&#7;&#10;::add-mask::x&#x202e;##vso[x]&#x2028;" value="&#10;::warning::x" style="shape=zzz" vertex="1" parent="1">${BOX}</mxCell>
</root></mxGraphModel></diagram><diagram name="&#155;q"><mxGraphModel><root><mxCell id="0"/></root></mxGraphModel></diagram></mxfile>`;
const PLAIN = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" vertex="1" parent="1">${BOX}</mxCell></root></mxGraphModel>`;

/** Lines of printed text, with nothing in them that acts. */
function expectHarmless(text: string): void {
  for (const line of text.split('\n')) {
    expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|::|##/u);
  }
}

test('what standard input holds is drawn to standard output', () => {
  writeFileSync(place.at('p.drawio'), PLAIN);
  const { code, output, errors } = place.runProcess(['-'], new TextEncoder().encode(PLAIN));
  expect([code, errors]).toEqual([0, '']);
  expect(output).toBe(place.runProcess(['p.drawio', '-o', '-']).output);
});

describe('ids, names and paths', () => {
  const name = 'a\u001b[31m\n::error::x.drawio';

  test('are printed so that nothing in them acts', async () => {
    writeFileSync(place.at('h.drawio'), HOSTILE);
    for (const args of [
      ['-a', 'h.drawio', '--verbose'],
      ['h.drawio', '-p', '::stop-commands::x\u001b[2J'],
      ['h.drawio', '-l', 'x\u202e\n##[error]'],
      ['h.drawio', '-o', 'none\n::error::/x.svg'],
      ['h.drawio', '--diagnostics', '-', '--quiet', '-o', 'x.svg'],
      ['h.drawio', '-f', 'x\n::error::y'],
      ['--x\n::error::y', 'h.drawio'],
      ['diff', 'h.drawio', 'x\n::error::y'],
      ['verify', 'h.drawio', name],
      [name],
    ]) {
      const { output, errors } = await place.run(args);
      expect(output + errors).not.toBe('');
      expectHarmless(output);
      expectHarmless(errors);
    }
  });

  test.runIf(process.platform !== 'win32')('of files and of what differs as well', async () => {
    writeFileSync(place.at(name), HOSTILE);
    writeFileSync(place.at('p.drawio'), PLAIN);
    for (const args of [
      ['--verbose', name, 'p.drawio', '-o', 'out'],
      ['diff', 'p.drawio', name],
      ['.', '-o', 'out'],
    ]) {
      const { output, errors } = await place.run(args);
      expectHarmless(output);
      expectHarmless(errors);
      expect(output + errors).toMatch(/\\u00[19]b/);
    }
  });

  test('mean the same in JSON', async () => {
    writeFileSync(place.at('h.drawio'), HOSTILE);
    const { output } = await place.run(['h.drawio', '-o', 'x.svg', '--quiet', '--diagnostics', '-']);
    const line: unknown = JSON.parse(output.split('\n')[0] as string);
    expect(line).toMatchObject({ cell: 'a\u009b]0;pwned\n::add-mask::x\u202e##vso[x]\u2028' });
  });

  test.each([
    ['café, 図, नमस्ते and می‌خواهم', 'café, 図, नमस्ते and می‌خواهم'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
    [':::x', ':\\u003a\\u003ax'],
    ['a:b # c', 'a:b # c'],
    ['\ud800\u{e0041}', '\\ud800\\udb40\\udc41'],
  ])('are legible: %s', (text, printed) => {
    expect(printable(text)).toBe(printed);
  });
});

describe('standard input', () => {
  test('may come late and in parts', async () => {
    const child = spawn(process.execPath, [COMMAND, '-', '-o', '-'], { stdio: ['pipe', 'pipe', 'pipe'] });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    const errors: Buffer[] = [];
    child.stderr.on('data', (part: Buffer) => errors.push(part));
    const code = new Promise((resolve) => child.on('close', resolve));
    for (const part of [PLAIN.slice(0, 40), PLAIN.slice(40)]) {
      await new Promise((resolve) => setTimeout(resolve, 700));
      child.stdin.write(part);
    }
    child.stdin.end();
    expect([await code, Buffer.concat(errors).toString()]).toEqual([0, '']);
    expect(Buffer.concat(parts).toString()).toMatch(/^<svg[\s\S]*<\/svg>\n$/);
  });

  test('that has no end is read no further than an input may be long', async () => {
    const child = spawn(process.execPath, [COMMAND, '-', '-o', '-', '--limit', 'inputBytes=1k'], { stdio: 'pipe' });
    const errors: Buffer[] = [];
    child.stderr.on('data', (part: Buffer) => errors.push(part));
    child.stdin.on('error', () => {}); // it is closed while there is more to come
    const code = new Promise((resolve) => child.on('close', resolve));
    child.stdin.write(' '.repeat(5000));
    expect(await code).toBe(1);
    expect(Buffer.concat(errors).toString()).toContain('limits.inputBytes');
  });

  test.runIf(process.platform !== 'win32').each([
    ['a folder', '.', 'is a folder'],
    ['nothing', '/dev/null', 'The input is empty'],
  ])('that is %s is told of', async (_name, file, words) => {
    const input = openSync(file === '.' ? place.at('.') : file, 'r');
    const child = spawn(process.execPath, [COMMAND, '-'], { stdio: [input, 'pipe', 'pipe'] });
    const errors: Buffer[] = [];
    child.stderr?.on('data', (part: Buffer) => errors.push(part));
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(1);
    closeSync(input);
    expect(Buffer.concat(errors).toString()).toMatch(new RegExp(`^mxsvg: standard input: .*${words}.*\n$`));
  });
});

describe.runIf(existsSync('/dev/full'))('standard output that is full', () => {
  test.each([
    ['for a picture', ['p.drawio', '-o', '-']],
    ['for diagnostics', ['h.drawio', '-o', 'x.svg', '--quiet', '--diagnostics', '-']],
    ['for a comparison', ['diff', 'p.drawio', 'h.drawio']],
    ['for verdicts', ['verify', '--quiet', 'p.drawio.svg']],
    ['for help', ['--help']],
  ])('is told of once, %s', async (_name, args) => {
    writeFileSync(place.at('p.drawio'), PLAIN);
    writeFileSync(place.at('h.drawio'), HOSTILE);
    const stale = `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1" content="${PLAIN.replace(/</g, '&lt;').replace(/"/g, '&quot;')}"/>`;
    writeFileSync(place.at('p.drawio.svg'), stale);
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [COMMAND, ...args], { cwd: place.at('.'), stdio: ['ignore', full, 'pipe'] });
    const errors: Buffer[] = [];
    child.stderr?.on('data', (part: Buffer) => errors.push(part));
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(1);
    closeSync(full);
    expect(Buffer.concat(errors).toString()).toMatch(
      /^mxsvg: .*standard output: can't be written: no space is left\.\n$/,
    );
  });
});
