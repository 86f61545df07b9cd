/** No file is lost: not to another of the same command, not to one that is read, and not to a name that is too long. */
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FileNames } from '../../src/cli/fileNames.js';
import { picturePath } from '../../src/cli/outputs.js';
import { commandPlace, golden } from './command.js';

const place = commandPlace();

const cells = (label: string, layers = '<mxCell id="1" parent="0"/>') =>
  `<mxGraphModel><root><mxCell id="0"/>${layers}<mxCell id="a" value="${label}" vertex="1" parent="1"><mxGeometry width="100" height="50" as="geometry"/></mxCell></root></mxGraphModel>`;
/** A file of pages, each with its name's number in it. */
const fileOf = (...names: readonly string[]) =>
  `<mxfile>${names.map((name, i) => `<diagram id="p${i}" name="${name}">${cells(`label ${i}`)}</diagram>`).join('')}</mxfile>`;
/** Which page's label each picture shows. */
const shown = (folder = '.') =>
  Object.fromEntries(
    place
      .files()
      .filter((file) => file.endsWith('.svg') && (folder === '.' || file.startsWith(`${folder}/`)))
      .map((file) => [file, /label (\w+)/.exec(place.read(file))?.[1]]),
  );

describe('pages and layers of one name', () => {
  test('get a number, and it is told', async () => {
    writeFileSync(place.at('d.drawio'), fileOf('Same', 'Same', 'same', 'Same-1'));
    const again = await place.run(['-a', 'd.drawio', '-o', 'o/{page}.svg']);
    expect(again.code).toBe(0);
    expect(shown()).toEqual({ 'o/Same.svg': '0', 'o/Same-2.svg': '1', 'o/same-3.svg': '2', 'o/Same-1.svg': '3' });
    expect(again.errors).toBe(
      'mxsvg: warning: d.drawio: o/Same.svg is the name of another file: this one is o/Same-2.svg.\n' +
        'mxsvg: warning: d.drawio: o/same.svg is the name of another file: this one is o/same-3.svg.\n',
    );
    expect(await place.run(['-a', 'd.drawio', '-o', 'o/{page}.svg', '--quiet', '--strict'])).toMatchObject({
      code: 0,
      errors: '',
    });
    expect(Object.keys(shown())).toHaveLength(4);
  });

  test('are also those that no file’s name can tell apart', async () => {
    writeFileSync(
      place.at('d.drawio'),
      fileOf('a/b', 'a:b', 'a_b', 'é', 'e\u0301', 'CON', 'con', '..', 'x&#x202e;gpj'),
    );
    expect((await place.run(['-a', 'd.drawio', '-o', '{page}.svg'])).code).toBe(0);
    expect(shown()).toEqual({
      'a_b.svg': '0',
      'a_b-1.svg': '1',
      'a_b-2.svg': '2',
      'é.svg': '3',
      'e\u0301-1.svg': '4',
      'CON_.svg': '5',
      'con_-1.svg': '6',
      '_.svg': '7',
      'x_gpj.svg': '8',
    });
  });

  test('as layers', async () => {
    const layers = '<mxCell id="1" value="L" parent="0"/><mxCell id="2" value="L" parent="0"/>';
    writeFileSync(place.at('d.drawio'), cells('label 0', layers));
    const { code, errors } = await place.run(['--each-layer', 'd.drawio']);
    expect(code).toBe(0);
    expect(Object.keys(shown())).toEqual(['d-L-1.svg', 'd-L.svg']);
    expect(errors).toContain('d-L.svg is the name of another file: this one is d-L-1.svg');
  });
});

describe('inputs whose pictures meet', () => {
  test.each([
    ['in turn', []],
    ['on threads', ['-j', '4']],
  ])('a page’s number is another’s name: %s', async (_name, flags) => {
    mkdirSync(place.at('t'));
    writeFileSync(place.at('t/d.drawio'), fileOf('one', 'two'));
    writeFileSync(place.at('t/d-2.drawio'), `<mxfile><diagram name="x">${cells('label other')}</diagram></mxfile>`);
    // Enough of them for threads.
    for (let i = 0; i < 8; i++) copyFileSync(place.at('t/d.drawio'), place.at(`t/x${i}.drawio`));
    const { code, errors } = await place.run(['-a', 't', '-o', 'o', ...flags]);
    expect(code).toBe(0);
    expect(shown('o')).toMatchObject({ 'o/d-1.svg': '0', 'o/d-2.svg': 'other', 'o/d-2-1.svg': '1', 'o/x7-2.svg': '1' });
    expect(errors).toContain('t/d.drawio: o/d-2.svg is the name of another file: this one is o/d-2-1.svg');
  });

  test('through a link between folders', async () => {
    mkdirSync(place.at('A'));
    symlinkSync(place.at('A'), place.at('B'));
    writeFileSync(place.at('d.drawio'), fileOf('A', 'B'));
    expect((await place.run(['-a', 'd.drawio', '-o', '{page}/x.svg'])).code).toBe(0);
    expect(readdirSync(place.at('A')).sort()).toEqual(['x-1.svg', 'x.svg']);
  });
});

describe('draw.io files that the command wrote', () => {
  const FLOW = 'flowchart LR\n  a --> b\n';

  test('are no diagrams of their own beside what they were written from', async () => {
    mkdirSync(place.at('x'));
    writeFileSync(place.at('x/a--b.drawio'), fileOf('one'));
    writeFileSync(place.at('x/a--b.dio'), fileOf('one', 'two'));
    writeFileSync(place.at('x/flow.mmd'), FLOW);
    const again = () => place.run(['-f', 'xml', '--quiet', 'x']);
    expect(await again()).toMatchObject({ code: 0, errors: '' });
    const first = place.files();
    expect(first).toEqual(
      ['a--b-1.xml', 'a--b.dio', 'a--b.drawio', 'a--b.xml', 'flow.mmd', 'flow.xml'].map((f) => `x/${f}`),
    );
    const before = first.map(place.read);
    expect(await again()).toMatchObject({ code: 0, errors: '' });
    expect(place.files()).toEqual(first);
    expect(first.map(place.read)).toEqual(before);
    // What they were written from changes, and they with it.
    writeFileSync(place.at('x/a--b.dio'), fileOf('three'));
    expect(await again()).toMatchObject({ code: 0, errors: '' });
    expect(place.read('x/a--b.xml')).toContain('name="three"');
  });

  test('are diagrams once they were saved by another program, moved, or are all that is left', async () => {
    mkdirSync(place.at('x'));
    writeFileSync(place.at('x/flow.mmd'), FLOW);
    await place.run(['x', '-o', 'x/{name}.drawio']);
    expect(await place.run(['x', '-o', 'x/{name}.drawio'])).toMatchObject({ code: 0, errors: '' });
    const written = place.read('x/flow.drawio');
    mkdirSync(place.at('moved'));
    writeFileSync(place.at('moved/flow.drawio'), written);
    expect(await place.run(['moved'])).toMatchObject({ code: 0 });
    expect(place.files()).toContain('moved/flow.svg');
    const saved = written.replace(/<!--.*-->\n$/, '').replace('value="a"', 'value="edited"');
    expect(saved).not.toBe(written);
    writeFileSync(place.at('x/flow.drawio'), saved);
    expect(await place.run(['x', '-o', 'x/{name}.drawio'])).toMatchObject({ code: 2 });
    expect(place.read('x/flow.drawio')).toBe(saved);
  });

  test('have no such mark under a name that the user gave', async () => {
    writeFileSync(place.at('a.drawio'), fileOf('one'));
    await place.run(['a.drawio', '-o', 'b.drawio']);
    expect(place.read('b.drawio')).not.toContain('<!--');
    expect((await place.run(['a.drawio', '-f', 'xml', '-o', '-'])).output).toBe(place.read('b.drawio'));
  });
});

describe('files that are read', () => {
  const precious = fileOf('precious');

  test('are never written over by another’s picture', async () => {
    mkdirSync(place.at('x'));
    writeFileSync(place.at('x/a.drawio'), fileOf('one'));
    writeFileSync(place.at('x/a.xml'), precious);
    expect(await place.run(['-f', 'xml', 'x'])).toMatchObject({
      code: 2,
      errors: expect.stringContaining('x/a.drawio: the picture would overwrite x/a.xml, which is read'),
    });
    expect(place.read('x/a.xml')).toBe(precious);
  });

  test('nor a picture that is a diagram as well', async () => {
    writeFileSync(place.at('a.drawio'), precious);
    await place.run(['-e', 'a.drawio', '-o', 'a.svg']);
    const before = place.read('a.svg');
    expect((await place.run(['a.drawio', 'a.svg'])).code).toBe(2);
    expect(place.read('a.svg')).toBe(before);
  });

  test('nor under another name', async () => {
    writeFileSync(place.at('a.drawio'), precious);
    linkSync(place.at('a.drawio'), place.at('b.xml'));
    symlinkSync('a.drawio', place.at('c.xml'));
    for (const output of ['b.xml', 'c.xml', './a.drawio']) {
      expect(await place.run(['a.drawio', '-f', 'xml', '-o', output])).toMatchObject({ code: 2 });
    }
    expect(place.read('a.drawio')).toBe(precious);
  });

  test('nor by what is told of them', async () => {
    writeFileSync(place.at('a.drawio'), precious);
    expect(await place.run(['a.drawio', '--diagnostics', 'a.drawio'])).toMatchObject({
      code: 2,
      errors: expect.stringContaining('--diagnostics a.drawio would overwrite a.drawio'),
    });
    expect(place.files()).toEqual(['a.drawio']);
    expect((await place.run(['a.drawio', '-o', 'x.svg', '--diagnostics', 'x.svg'])).code).toBe(0);
    expect(place.files()).toEqual(['a.drawio', 'x-1.svg', 'x.svg']);
  });

  test('nor by the picture of their differences', async () => {
    writeFileSync(place.at('a.drawio'), precious);
    await place.run(['-e', 'a.drawio', '-o', 'n.svg']);
    const before = place.read('n.svg');
    for (const args of [
      ['a.drawio', 'n.svg'],
      ['n.svg', 'a.drawio'],
    ]) {
      expect(await place.run(['diff', ...args, '-o', './n.svg'])).toMatchObject({ code: 2, output: '' });
    }
    expect(place.read('n.svg')).toBe(before);
  });
});

describe('an output without an ending', () => {
  test('is a folder for what is in folders, even for one diagram', async () => {
    mkdirSync(place.at('docs'));
    writeFileSync(place.at('docs/a.drawio'), fileOf('one'));
    expect(await place.run(['-r', 'docs', '-o', 'pictures'])).toMatchObject({ code: 0 });
    expect(await place.run(['docs/*.drawio', '-o', 'others'])).toMatchObject({ code: 0 });
    writeFileSync(place.at('docs/b.drawio'), fileOf('two'));
    expect(await place.run(['-r', 'docs', '-o', 'pictures'])).toMatchObject({ code: 0 });
    expect(Object.keys(shown())).toEqual(['others/a.svg', 'pictures/a.svg', 'pictures/b.svg']);
  });

  test('and one with an ending is none', async () => {
    mkdirSync(place.at('docs'));
    writeFileSync(place.at('docs/a.drawio'), fileOf('one'));
    expect(await place.run(['docs', '-o', 'a.svg'])).toMatchObject({
      code: 2,
      errors: expect.stringContaining('{name}'),
    });
  });
});

test('folders that a name with placeholders needs are made, but none for one that is typed', async () => {
  writeFileSync(place.at('d.drawio'), fileOf('one', 'two'));
  expect((await place.run(['-a', 'd.drawio', '-o', 'pictures/{page}/{index}.svg'])).code).toBe(0);
  expect(Object.keys(shown()).sort()).toEqual(['pictures/one/1.svg', 'pictures/two/2.svg']);
  expect(await place.run(['d.drawio', '-o', 'typo/d.svg'])).toMatchObject({
    code: 1,
    errors: expect.stringContaining('its folder does not exist'),
  });
});

describe('long names', () => {
  const long = '図'.repeat(100);

  test('are cut to what file systems take', async () => {
    writeFileSync(place.at('d.drawio'), fileOf(long, `${long}x`, `${'😀'.repeat(100)}`));
    expect((await place.run(['-a', 'd.drawio', '-o', '{page}.svg'])).code).toBe(0);
    const names = Object.keys(shown());
    expect(names).toHaveLength(3);
    for (const name of names) expect(name).toMatch(/^(?:図+|😀+)(?:-1)?\.svg$/u);
  });

  test('of inputs as well', async () => {
    const name = `${'n'.repeat(248)}.drawio`;
    writeFileSync(place.at(name), fileOf('one', 'two'));
    expect((await place.run(['-a', name])).code).toBe(0);
    expect(Object.values(shown()).sort()).toEqual(['0', '1']);
  });

  test('that a user gives are told of', async () => {
    writeFileSync(place.at('d.drawio'), fileOf('one'));
    expect(await place.run(['d.drawio', '-o', `${'n'.repeat(300)}/x.svg`])).toMatchObject({
      code: 1,
      errors: expect.stringContaining('its name is too long'),
    });
    const typed = `${'n'.repeat(300)}.svg`;
    expect(await place.run(['d.drawio', '-o', typed])).toMatchObject({
      code: 1,
      errors: expect.stringContaining(`${typed}: its name is too long`),
    });
    expect(Object.keys(shown())).toEqual([]);
  });
});

test('a path is as long as its last part may be', () => {
  const name = {
    template: `out/${'a'.repeat(300)}{page}.drawio.svg`,
    format: 'svg',
    isMadeUp: false,
    makesFolders: false,
  } as const;
  const label = { pageIndex: 12, pageName: 'ü'.repeat(200), layer: 'l' };
  const file = picturePath(name, label, { page: true, layer: true });
  expect(Buffer.byteLength(file.slice('out/'.length))).toBe(255);
  expect(file).toMatch(/^out\/a+-l\.svg$/);
});

describe('names', () => {
  test('are one where some file system takes them for one', () => {
    const names = new FileNames();
    const claim = (owner: string, ...wanted: readonly string[]) =>
      names.claim(place.at(owner), wanted.map(place.at), false);
    expect(claim('x', 'a/B.svg', 'A/b.svg', 'Straße', 'STRASSE')).toEqual({
      names: ['a/B.svg', 'A/b-1.svg', 'Straße', 'STRASSE-1'].map(place.at),
    });
    expect(claim('y', 'a/b.svg')).toEqual({ names: [place.at('a/b-2.svg')] });
    names.release(place.at('x'));
    expect(claim('x', 'a/b.svg')).toEqual({ names: [place.at('a/b.svg')] });
  });

  test('of devices are never taken', () => {
    if (!existsSync('/dev/null')) return;
    const names = new FileNames();
    expect(names.claim('x', ['/dev/null', '/dev/null'], false)).toEqual({ names: ['/dev/null', '/dev/null'] });
    expect(statSync('/dev/null').isFile()).toBe(false);
  });

  test('are found without trying them all', () => {
    const names = new FileNames();
    const wanted = Array.from({ length: 5000 }, () => place.at('x.svg'));
    expect(names.claim('x', wanted, false)).toMatchObject({ names: { 4999: place.at('x-4999.svg') } });
  });
});

test('a temporary file that another run left is in nobody’s way', async () => {
  copyFileSync(golden('decode/compressed.drawio'), place.at('a.drawio'));
  for (const run of [1, 2]) {
    writeFileSync(place.at(`.a.svg.${run}.tmp`), '');
    expect((await place.run(['a.drawio'])).code).toBe(0);
  }
  expect(place.files()).toEqual(['.a.svg.1.tmp', '.a.svg.2.tmp', 'a.drawio', 'a.svg']);
});
