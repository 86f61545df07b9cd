/** `mxsvg diff`, run as its users run it. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commandPlace, isPng } from './command.js';

const place = commandPlace();

const box = (id: string, x: number, more = '') =>
  `<mxCell id="${id}" value="${id}" style="html=1;${more}" vertex="1" parent="1"><mxGeometry x="${x}" width="80" height="40" as="geometry"/></mxCell>`;
const edge = (target: string) =>
  `<mxCell id="e" style="" edge="1" parent="1" source="one" target="${target}"><mxGeometry relative="1" as="geometry"/></mxCell>`;
const page = (name: string, ...cells: string[]) =>
  `<diagram id="${name}" name="${name}"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel></diagram>`;
const file = (...pages: string[]) => `<mxfile>${pages.join('')}</mxfile>`;

const OLD = file(
  page('First', box('one', 0), box('two', 100), box('gone', 200), edge('two')),
  page('Same', box('x', 0)),
);
const NEW = file(
  page('First', box('one', 0, 'fillColor=#ff0000;'), box('two', 150), box('new', 300), edge('new')),
  page('Same', box('x', 0)),
  page('Extra', box('y', 0)),
);

function versions(): void {
  writeFileSync(place.at('a.drawio'), OLD);
  writeFileSync(place.at('b.drawio'), NEW);
}

describe('tells', () => {
  test('what was added, removed, moved and changed, page by page', async () => {
    versions();
    expect(await place.run(['diff', 'a.drawio', 'b.drawio'])).toEqual(
      expect.objectContaining({
        code: 0,
        errors: '',
        output: `Page "First"
  ~ shape "one" changed: style fillColor
  > shape "two" moved: position
  + shape "new" added
  ~ edge e changed: target
  - shape "gone" removed
Page "Extra": added
`,
      }),
    );
  });

  test('that nothing differs', async () => {
    versions();
    expect(await place.run(['diff', '--exit-code', 'a.drawio', 'a.drawio'])).toMatchObject({
      code: 0,
      output: 'Nothing differs.\n',
    });
  });

  test('by the exit code where that is asked for', async () => {
    versions();
    expect((await place.run(['diff', '--exit-code', 'a.drawio', 'b.drawio'])).code).toBe(1);
    expect((await place.run(['diff', '--exit-code', '-p', 'Same', 'a.drawio', 'b.drawio'])).code).toBe(0);
  });
});

describe('draws', () => {
  test('both versions’ cells with marks, as SVG and PNG', async () => {
    versions();
    expect((await place.run(['diff', 'a.drawio', 'b.drawio', '-o', 'd.svg'])).code).toBe(0);
    const svg = place.read('d.svg');
    for (const text of [
      '>gone<',
      '>new<',
      '>1 added<',
      '>1 removed<',
      '>1 moved<',
      '>2 changed<',
      '>Extra (page added)<',
    ]) {
      expect(svg).toContain(text);
    }
    expect(svg).not.toContain('>Same<');
    for (const color of ['#2e7d32', '#c62828', '#1565c0', '#ef6c00']) expect(svg).toContain(`stroke="${color}"`);
    expect((await place.run(['diff', 'a.drawio', 'b.drawio', '-o', 'd.png'])).code).toBe(0);
    expect(isPng(place.bytes('d.png'))).toBe(true);
  });

  test('to standard output, with the words elsewhere', async () => {
    versions();
    const { output, errors } = await place.run(['diff', 'a.drawio', 'b.drawio', '-o', '-']);
    expect(output).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
    expect(errors).toContain('Page "First"');
  });
});

describe('git revisions', () => {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: place.at('.') });

  test('are compared with the working file', { tags: 'heavy' }, async () => {
    versions();
    git('init', '-q');
    git('add', 'a.drawio');
    git('commit', '-qm', 'first');
    writeFileSync(place.at('a.drawio'), NEW);
    expect((await place.run(['diff', 'HEAD', 'a.drawio'])).output).toContain('+ shape "new" added');
    expect((await place.run(['diff', 'HEAD:a.drawio', 'a.drawio'])).output).toContain('- shape "gone" removed');
    expect(await place.run(['diff', 'nosuch', 'a.drawio'])).toMatchObject({
      code: 1,
      errors: expect.stringContaining('nosuch'),
    });
  });
});

test.each([
  ['a file that isn’t there', ['diff', 'gone.drawio', 'gone.drawio'], 1, /there is no such file/],
  ['one file only', ['diff', 'a.drawio'], 2, /missing required argument/],
  ['another format', ['diff', 'a.drawio', 'b.drawio', '-o', 'd.pdf'], 2, /SVG or PNG/],
])('%s is told', async (_name, args, code, message) => {
  const result = await place.run(args);
  expect(result.errors).toMatch(message);
  expect(result.errors).not.toMatch(/\n\s+at /);
  expect(result.code).toBe(code);
});
