/** `mxsvg check`, run as its users run it. */
import { statSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { box, file, model } from '../check/diagrams.js';
import { commandPlace } from './command.js';

const place = commandPlace();
const run = (...args: string[]) => place.run(['check', ...args]);

const BAD = file(
  ['One', `${model(box('a', 0, 0, { label: '100%: a\\nb' }), `\n${box('a', 60, 30)}`)}\n`],
  ['Two', model(box('c', 0, 0))],
);

beforeEach(() => {
  writeFileSync(place.at('bad,1.drawio'), BAD);
  writeFileSync(place.at('good.drawio'), file(['One', model(box('a', 0, 0))]));
});

describe('text', () => {
  test('is a line a finding, and the exit code that of --strict', async () => {
    const { code, output, errors } = await run('bad,1.drawio', 'good.drawio');
    expect(code).toBe(3);
    expect(output.split('\n').slice(0, 2)).toEqual([
      expect.stringMatching(/^error: bad,1\.drawio: page 1 "One": "a" is the id of several cells.* \[duplicate-id\]$/),
      expect.stringMatching(/^warning: bad,1\.drawio: page 1 "One": cell "a": .* \[literal-newline\]$/),
    ]);
    expect(errors).toMatch(/^mxsvg: 1 error, \d warnings? in 2 files\.\n$/);
  });

  test('is nothing where nothing is found', async () => {
    expect(await run('good.drawio', '--quiet')).toMatchObject({ code: 0, output: '', errors: '' });
  });

  test('tells rules that are not there as wrong usage, and files as failures', async () => {
    expect(await run('good.drawio', '--rules', 'nonsense')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('There are:'),
    });
    expect(await run('gone.drawio', 'good.drawio')).toMatchObject({
      code: 1,
      errors: expect.stringContaining('gone.drawio'),
    });
  });

  test('follows the rules that are chosen', async () => {
    expect((await run('bad,1.drawio', '--rules', 'literal-newline', '--quiet')).output.trim().split('\n')).toHaveLength(
      1,
    );
    expect((await run('bad,1.drawio', '--rules', '-structure,-layout,-legibility')).code).toBe(0);
  });

  test('can not act on a terminal', async () => {
    writeFileSync(
      place.at('evil.drawio'),
      model(box('a\u001b[2J::error', 0, 0), box('a\u001b[2J::error', 300, 0)).replaceAll('\u001b', '&#x9b;'),
    );
    const { output } = await run('evil.drawio');
    expect(output).toContain('duplicate-id');
    expect(output).not.toContain('\u009b');
  });
});

test('JSON is an array of findings with their files', async () => {
  const findings = JSON.parse((await run('bad,1.drawio', '--json')).output) as unknown[];
  expect(findings[0]).toMatchObject({
    file: 'bad,1.drawio',
    rule: 'duplicate-id',
    severity: 'error',
    page: 1,
    cells: ['a'],
  });
  expect(JSON.parse((await run('good.drawio', '--json')).output)).toEqual([]);
});

test('SARIF names rules, files, lines and cells', async () => {
  const log = JSON.parse((await run('bad,1.drawio', '--sarif')).output);
  expect(log.version).toBe('2.1.0');
  const [{ tool, results }] = log.runs;
  expect(results[0]).toMatchObject({
    ruleId: 'duplicate-id',
    level: 'error',
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: 'bad%2C1.drawio' }, region: { startLine: 1 } },
        logicalLocations: [{ name: 'a', fullyQualifiedName: 'One/a' }],
      },
    ],
  });
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
});

test('GitHub gets commands in which nothing of a file can act', async () => {
  const { output } = await run('bad,1.drawio', '--github');
  expect(output.split('\n')[0]).toMatch(
    /^::error file=bad%2C1\.drawio,line=1,title=duplicate-id::Page 1: "a" is the id/,
  );
  writeFileSync(place.at('evil.drawio'), model(box('x%0A&#xa;::error::y', 0, 0), box('x%0A&#xa;::error::y', 300, 0)));
  const lines = (await run('evil.drawio', '--github')).output.trim().split('\n');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('x%250A%0A::error::y');
});

describe('--fix', () => {
  test('mends the file in its place, and tells what it did', async () => {
    const { mode } = statSync(place.at('bad,1.drawio'));
    const { code, output, errors } = await run('bad,1.drawio', '--fix', '--rules', 'structure');
    expect({ code, output }).toEqual({ code: 0, output: '' });
    expect(errors).toContain('the later one becomes "a-2"');
    expect(place.read('bad,1.drawio')).toBe(
      BAD.replace('100%: a\\nb', '100%: a&lt;br&gt;b').replace('\n<mxCell id="a"', '\n<mxCell id="a-2"'),
    );
    expect(statSync(place.at('bad,1.drawio')).mode).toBe(mode);
    expect(place.files()).toEqual(['bad,1.drawio', 'good.drawio']);
  });

  test('writes nothing where there is nothing to mend', async () => {
    const { mtimeMs, ino } = statSync(place.at('good.drawio'));
    expect((await run('good.drawio', '--fix')).code).toBe(0);
    const after = statSync(place.at('good.drawio'));
    expect([after.mtimeMs, after.ino]).toEqual([mtimeMs, ino]);
  });

  test('takes no standard input and no picture', async () => {
    expect((await run('-', '--fix')).code).toBe(2);
    await place.run(['-e', 'good.drawio', '-o', 'p.drawio.svg']);
    const before = place.read('p.drawio.svg');
    expect(await run('p.drawio.svg', '--fix')).toMatchObject({ code: 1, errors: expect.stringContaining('own XML') });
    expect(place.read('p.drawio.svg')).toBe(before);
  });
});

describe('Mermaid text', () => {
  const BLOCKS = '```mermaid\npie\n  "A" : 1\n```\n\n```mermaid\nnothing of ours\n```\n';

  test('is told to be drawable, and what of a document is not', async () => {
    writeFileSync(place.at('flow.mmd'), 'flowchart LR\n  a --> b\n');
    expect(await run('.')).toMatchObject({ code: 3, errors: expect.stringContaining('in 3 files') });
    expect(await run('flow.mmd')).toMatchObject({ code: 0, errors: 'mxsvg: nothing found in 1 file.\n' });
    expect(await run('--fix', 'flow.mmd')).toMatchObject({ code: 0 });
    writeFileSync(place.at('doc.md'), BLOCKS);
    expect(await run('doc.md')).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/The block at line 7.*\nmxsvg: nothing else found in 1 file\.\n$/),
    });
  });

  test('that can not be drawn is in what programs read', async () => {
    writeFileSync(place.at('doc.md'), BLOCKS);
    const { invocations } = JSON.parse((await run('--sarif', 'doc.md')).output).runs[0];
    expect(invocations).toMatchObject([
      { executionSuccessful: false, toolExecutionNotifications: [{ level: 'error' }] },
    ]);
    expect((await run('--github', 'doc.md')).output).toMatch(/^::error file=doc\.md::The block at line 7: /);
  });
});

describe('a slip in the command line', () => {
  test('of a rule is told with the nearest', async () => {
    const { code, errors } = await run('--rules', 'low-contrst=3', 'good.drawio');
    expect({ code, errors }).toEqual({
      code: 2,
      errors: 'mxsvg: There is no rule "low-contrst". Is "low-contrast" meant?\n',
    });
  });

  test('points at the help of the command that was called', async () => {
    expect((await run('--severity', 'bad', 'good.drawio')).errors).toContain('Try mxsvg check --help.');
    expect((await place.run(['--theme', 'bad', 'good.drawio'])).errors).toContain('Try mxsvg --help.');
    expect((await run('--rules', '', 'good.drawio')).errors).toContain('Names of rules');
  });

  test('of a file says no more than that', async () => {
    expect((await run('gone.drawio')).errors).toBe('mxsvg: gone.drawio: there is no such file.\n');
  });
});
