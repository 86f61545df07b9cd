/** Many diagrams, pages and layers at once: where the pictures go, and what is told of them. */
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { commandPlace, golden } from './command.js';

const BOX = golden('decode/compressed.drawio');
const PAGES = golden('decode/pages.drawio');
const ORPHANS = golden('model/orphans.drawio');
const LAYERS = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="n" value="Notes/2" parent="0"/>
<mxCell id="a" value="a" vertex="1" parent="1"><mxGeometry width="80" height="40" as="geometry"/></mxCell>
<mxCell id="b" value="b" vertex="1" parent="n"><mxGeometry width="60" height="40" as="geometry"/></mxCell>
</root></mxGraphModel>`;

const place = commandPlace();
const pictures = () => place.files().filter((file) => !/\.(?:drawio|xml|txt)$/.test(file));

/** docs/a.drawio, docs/deep/b.drawio, docs/c.xml and files that are no diagrams. */
function docs(): void {
  mkdirSync(place.at('docs/deep'), { recursive: true });
  copyFileSync(BOX, place.at('docs/a.drawio'));
  copyFileSync(BOX, place.at('docs/deep/b.drawio'));
  copyFileSync(BOX, place.at('docs/c.xml'));
  writeFileSync(place.at('docs/other.xml'), '<project/>');
  writeFileSync(place.at('docs/readme.txt'), 'text');
}

describe('folders', () => {
  beforeEach(docs);

  test('give their diagrams, with -r those below', async () => {
    expect((await place.run(['docs'])).code).toBe(0);
    expect(pictures()).toEqual(['docs/a.svg', 'docs/c.svg']);
    expect((await place.run(['-r', 'docs'])).code).toBe(0);
    expect(pictures()).toEqual(['docs/a.svg', 'docs/c.svg', 'docs/deep/b.svg']);
  });

  test('are mirrored in an output folder, which is made', async () => {
    expect((await place.run(['-rf', 'png', '-o', 'out/pictures', 'docs'])).code).toBe(0);
    expect(pictures()).toEqual(['out/pictures/a.png', 'out/pictures/c.png', 'out/pictures/deep/b.png']);
  });

  test('of which there are several are told apart by their names', async () => {
    mkdirSync(place.at('more'));
    copyFileSync(PAGES, place.at('more/a.drawio'));
    expect(await place.run(['docs', 'more', '-o', 'out'])).toMatchObject({ code: 0 });
    expect(pictures()).toEqual(['out/docs/a.svg', 'out/docs/c.svg', 'out/more/a.svg']);
    expect(await place.run(['docs', 'more'])).toMatchObject({ code: 0 });
    expect(pictures()).toContain('more/a.svg');
  });

  test('give no pictures that stand beside their diagrams', async () => {
    await place.run(['-e', 'docs/a.drawio', '-o', 'docs/a.drawio.svg']);
    await place.run(['-e', 'docs/a.drawio', '-o', 'docs/alone.drawio.png']);
    expect(await place.run(['docs', '-o', 'out'])).toMatchObject({ code: 0 });
    expect(pictures().filter((file) => file.startsWith('out/'))).toEqual(['out/a.svg', 'out/alone.svg', 'out/c.svg']);
  });

  test('don’t lead anywhere else through links', async () => {
    symlinkSync(path.dirname(BOX), place.at('docs/link'));
    symlinkSync(BOX, place.at('docs/linked.drawio'));
    expect((await place.run(['-r', 'docs', '-o', 'out/'])).code).toBe(0);
    expect(pictures().filter((file) => file.startsWith('out/'))).toEqual(['out/a.svg', 'out/c.svg', 'out/deep/b.svg']);
  });
});

describe('patterns', () => {
  beforeEach(docs);

  test('find files, mirrored from where the pattern begins to vary', async () => {
    expect((await place.run(['docs/**/*.drawio', '-o', 'out'])).code).toBe(0);
    expect(pictures()).toEqual(['out/a.svg', 'out/deep/b.svg']);
  });

  test('don’t lead anywhere else through links', async () => {
    symlinkSync(path.dirname(BOX), place.at('docs/link'));
    symlinkSync(BOX, place.at('docs/linked.drawio'));
    expect((await place.run(['docs/**/*.drawio', 'docs/l*.drawio', '-o', 'out'])).code).toBe(2);
    expect((await place.run(['docs/**/*.drawio', '-o', 'out'])).code).toBe(0);
    expect(pictures().filter((file) => file.startsWith('out/'))).toEqual(['out/a.svg', 'out/deep/b.svg']);
  });

  test('that match nothing are told', async () => {
    expect(await place.run(['docs/*.dio'])).toMatchObject({
      code: 2,
      errors: expect.stringContaining('no file matches'),
    });
  });
});

describe('pages', () => {
  test('-a gives a picture each, numbered', async () => {
    expect((await place.run(['-a', PAGES, '-o', 'p.svg'])).code).toBe(0);
    expect(pictures()).toEqual(['p-1.svg', 'p-2.svg', 'p-3.svg']);
    expect(place.read('p-3.svg')).toContain('third');
  });

  test('-g takes a range of them', async () => {
    expect((await place.run(['-g', '2..3', PAGES, '-o', 'p.svg'])).code).toBe(0);
    expect((await place.run(['-g', '3', PAGES, '-o', 'q.svg'])).code).toBe(0);
    expect(pictures()).toEqual(['p-2.svg', 'p-3.svg', 'q.svg']);
    expect(place.read('q.svg')).toBe(place.read('p-3.svg'));
    expect(await place.run(['-g', '7..9', PAGES, '-o', 'r.svg'])).toMatchObject({
      code: 1,
      errors: expect.stringContaining('no page 7'),
    });
    expect((await place.run(['-g', '3..2', PAGES])).code).toBe(2);
  });

  test('{page}, {index} and {name} stand for what a picture shows', async () => {
    expect((await place.run(['-a', PAGES, '-o', 'out/{name}/{index} {page}.svg'])).code).toBe(0);
    expect(pictures()).toEqual(['out/pages/1 First.svg', 'out/pages/2 Second.svg', 'out/pages/3 Third.svg']);
  });

  test('-p goes before -a, as in draw.io', async () => {
    expect((await place.run(['-a', '-p', 'Second', PAGES, '-o', 'p.svg'])).code).toBe(0);
    expect(pictures()).toEqual(['p.svg']);
  });

  test('can’t all go to standard output', async () => {
    expect(await place.run(['-a', PAGES, '-o', '-'])).toMatchObject({ code: 2, output: '' });
  });
});

describe('layers and cells', () => {
  const ids = (file: string) =>
    [...place.read(file).matchAll(/data-cell-id="([ab])"/g)].map((match) => match[1]).join('');

  beforeEach(() => {
    writeFileSync(place.at('l.drawio'), LAYERS);
  });

  test('-l takes indexes and names', async () => {
    expect((await place.run(['l.drawio', '-l', '1', '-o', 'x.svg'])).code).toBe(0);
    expect((await place.run(['l.drawio', '--layers=Background,Notes/2', '-o', 'y.svg'])).code).toBe(0);
    expect([ids('x.svg'), ids('y.svg')]).toEqual(['b', 'ab']);
    expect(await place.run(['l.drawio', '-l', 'No', '-o', 'z.svg'])).toMatchObject({
      code: 1,
      errors: expect.stringContaining('0 "Background", 1 "Notes/2"'),
    });
  });

  test('--each-layer gives a picture each, named by the layer', async () => {
    expect((await place.run(['l.drawio', '--each-layer'])).code).toBe(0);
    expect(pictures()).toEqual(['l-Background.svg', 'l-Notes_2.svg']);
    expect(ids('l-Notes_2.svg')).toBe('b');
    expect((await place.run(['l.drawio', '--each-layer', '-o', '{layer}.svg'])).code).toBe(0);
    expect(pictures()).toContain('Background.svg');
  });

  test('--cell draws one cell or several', async () => {
    expect((await place.run(['l.drawio', '--cell', 'b', '-o', 'x.svg'])).code).toBe(0);
    expect((await place.run(['l.drawio', '--cell', 'b', '--cell', 'a', '-o', 'y.svg'])).code).toBe(0);
    expect([ids('x.svg'), ids('y.svg')]).toEqual(['b', 'ab']);
  });
});

describe('names that are taken', () => {
  test('get a number with -k', async () => {
    copyFileSync(BOX, place.at('a.drawio'));
    for (const _ of [1, 2, 3]) expect((await place.run(['-k', 'a.drawio'])).code).toBe(0);
    expect(pictures()).toEqual(['a-1.svg', 'a-2.svg', 'a.svg']);
  });

  test('by another input of the same command are told', async () => {
    copyFileSync(BOX, place.at('a.drawio'));
    copyFileSync(PAGES, place.at('a.xml'));
    const told = 'mxsvg: warning: a.xml: a.svg is the name of another file: this one is a-1.svg.';
    expect(await place.run(['a.drawio', 'a.xml'])).toMatchObject({ code: 0, errors: expect.stringContaining(told) });
    await place.run(['a.drawio', '-o', 'box.svg']);
    await place.run(['a.xml', '-o', 'pages.svg']);
    expect(place.read('a.svg')).toBe(place.read('box.svg'));
    expect(place.read('a-1.svg')).toBe(place.read('pages.svg'));
  });

  test('an input named twice is drawn once', async () => {
    copyFileSync(BOX, place.at('a.drawio'));
    expect(await place.run(['a.drawio', './a.drawio'])).toMatchObject({ code: 0, errors: '' });
  });
});

describe('what is told', () => {
  test('a summary of several files, unless quiet', async () => {
    copyFileSync(BOX, place.at('a.drawio'));
    copyFileSync(ORPHANS, place.at('b.drawio'));
    writeFileSync(place.at('c.drawio'), 'x');
    const told = await place.run(['a.drawio', 'b.drawio', 'c.drawio']);
    expect(told.code).toBe(1);
    expect(told.errors).toMatch(/^mxsvg: 2 pictures of 2 files written, 1 with warnings, 1 failed\.$/m);
    expect(await place.run(['a.drawio', 'b.drawio', '--quiet'])).toMatchObject({ code: 0, errors: '' });
  });

  test('each picture with --verbose', async () => {
    copyFileSync(BOX, place.at('a.drawio'));
    expect((await place.run(['--verbose', 'a.drawio'])).errors).toBe('a.drawio -> a.svg\n');
  });

  test('--diagnostics writes JSON lines', async () => {
    writeFileSync(place.at('c.drawio'), 'x');
    await place.run([ORPHANS, 'c.drawio', '-o', 'out', '--quiet', '--diagnostics', 'd.jsonl']);
    const lines = place.read('d.jsonl').trim().split('\n');
    const first: unknown = JSON.parse(lines[0] as string);
    expect(first).toMatchObject({ file: ORPHANS, cell: 'b', code: 'invalid-structure' });
    expect(JSON.parse(lines.at(-1) as string)).toMatchObject({ file: 'c.drawio', code: 'not-a-diagram' });
    expect((await place.run([ORPHANS, '-o', 'x.svg', '--quiet', '--diagnostics', '-'])).output).toContain('"cell":"b"');
  });

  test('--strict ends with 3 where something is not faithful, and draws it', async () => {
    expect((await place.run([ORPHANS, '--strict', '--quiet', '-o', 'x.svg'])).code).toBe(3);
    expect(place.files()).toEqual(['x.svg']);
    expect((await place.run([BOX, '--strict', '-o', 'y.svg'])).code).toBe(0);
  });
});

describe('worker threads', () => {
  test('draw the same pictures and keep the order of what is told', { tags: 'heavy' }, async () => {
    const names = Array.from({ length: 10 }, (_, i) => `d${i}.drawio`);
    for (const name of names) copyFileSync(ORPHANS, place.at(name));
    writeFileSync(place.at('d4.drawio'), 'x');
    const { code, errors } = await place.run(['-j', '3', ...names, '-o', 'many/']);
    expect(code).toBe(1);
    await place.run(['-j', '1', ...names, '-o', 'one/']);
    expect(pictures().length).toBe(18);
    expect(place.read('many/d7.svg')).toBe(place.read('one/d7.svg'));
    const told = [...errors.matchAll(/^mxsvg: (?:warning: )?(d\d)\.drawio/gm)].map((match) => match[1]);
    expect(told).toEqual([...told].sort());
    expect(errors).toContain('d4.drawio: The input isn’t XML'.replace('’', "'"));
  });
});

test('clustered short flags and --key=value are understood', async () => {
  expect((await place.run(['-afsvg', '-o', 'p.svg', PAGES])).code).toBe(0);
  expect((await place.run(['-tb', '7', '--scale=2', '--format=png', PAGES, '-o', 'q.png'])).code).toBe(0);
  expect(pictures()).toEqual(['p-1.svg', 'p-2.svg', 'p-3.svg', 'q.png']);
  expect(readFileSync(place.at('q.png')).readUInt32BE(16)).toBe(2 * (321 + 14));
});

test('flags of the desktop program that mean nothing here are taken', async () => {
  expect(await place.run(['--no-sandbox', '--disable-gpu', '-x', '-f', 'svg', '-o', 'a.svg', BOX])).toMatchObject({
    code: 0,
    errors: '',
  });
});
