/** The command in draw.io desktop's place: names, words, pages, layers, sizes. */
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, test, vi } from 'vitest';
import { BOX, drawioPlace, file, PAGES, page, pngSize, svgSize } from './drawio.js';

const place = drawioPlace();
const { run, write, read, bytes } = place;

const pdfPages = async (name: string) => (await PDFDocument.load(bytes(name))).getPages();

describe('words', () => {
  test('each picture is told on standard output', async () => {
    write('a.drawio', BOX);
    expect(await run('-x', '-f', 'svg', 'a.drawio')).toEqual({ code: 0, output: 'a.drawio -> a.svg\n', errors: '' });
    expect(await run('--export', 'a.drawio', '--wrong-argument')).toEqual({
      code: 0,
      output: 'a.drawio -> a.pdf\n',
      errors: '',
    });
  });

  test('a missing input ends it', async () => {
    write('a.drawio', BOX);
    expect(await run('-x', 'a.drawio', 'gone.drawio')).toEqual({
      code: 1,
      output: '',
      errors: 'Error: input file/directory not found: gone.drawio\n',
    });
    expect(place.files()).toEqual(['a.drawio']);
  });

  test('no input, and a folder without any', async () => {
    mkdirSync('empty');
    expect(await run('-x')).toMatchObject({ code: 1, errors: 'Error: An input file must be specified\n' });
    expect(await run('-x', 'empty')).toMatchObject({ code: 1, errors: /^Error: no exportable files found/ });
  });

  test('a broken diagram fails, and the others are drawn', async () => {
    write('a.drawio', '<mxfile>');
    write('b.drawio', BOX);
    const { code, output, errors } = await run('-x', '-f', 'svg', 'a.drawio', 'b.drawio');
    expect({ code, output }).toEqual({ code: 1, output: 'b.drawio -> b.svg\n' });
    expect(errors).toMatch(/^Error: Export failed: a\.drawio\nmxsvg: a\.drawio: .*mxfile/);
  });

  test('what can’t be written', async () => {
    write('a.drawio', BOX);
    expect(await run('-x', '-o', 'no/a.svg', 'a.drawio')).toMatchObject({
      code: 1,
      output: '',
      errors: expect.stringMatching(/^Error writing to file: no\/a\.svg\n/),
    });
  });

  test('flags of draw.io’s without a meaning are named once', async () => {
    write('a.drawio', BOX);
    write('b.drawio', BOX);
    const { code, errors } = await run(
      '-x',
      '-c',
      '-z',
      '2',
      '--timeout',
      '5',
      '--layout',
      'organic',
      '-f',
      'svg',
      'a.drawio',
      'b.drawio',
    );
    expect(code).toBe(0);
    expect(errors).toBe('mxsvg: without a meaning here: --create, --layout, --timeout, --zoom.\n');
  });

  test('without -x there is no window, but a version', async () => {
    expect(await run('a.drawio')).toMatchObject({ code: 1, output: '', errors: expect.stringContaining('--export') });
    expect(await run('--version')).toEqual({ code: 0, output: '30.2.7\n', errors: 'mxsvg 0.0.0\n' });
  });

  test.each([
    ['a.csv', 'name,manager\nAda,\n', /^Error: Export failed: a\.csv\n.*CSV/],
    ['a.vsdx', 'PK\u0003\u0004', /^Error: cannot import VSDX file: a\.vsdx\n/],
    ['a.gliffy', '{"contentType":"application/gliffy+json","version":"1.3"}', /Gliffy/],
  ])('%s isn’t drawn, and is said to be what it is', async (name, content, message) => {
    write(name, content);
    const { code, errors } = await run('-x', '-f', 'svg', name);
    expect(code).toBe(1);
    expect(errors).toMatch(message);
  });
});

describe('names', () => {
  test.each([
    ['e.drawio.svg', 'png', 'e.drawio.png'],
    ['m.drawio.xml', 'svg', 'm.drawio.svg'],
    ['t.txt', 'svg', 't.svg'],
    ['v1.2', 'svg', 'v1.svg'],
    ['a{page}.drawio', 'svg', 'a{page}.svg'],
    ['a.drawio', 'jpeg', 'a.jpeg'],
    ['a.drawio', 'gif', 'a.pdf'],
  ])('%s as %s is %s', async (name, format, picture) => {
    write(
      name,
      name.endsWith('.svg')
        ? `<svg xmlns="http://www.w3.org/2000/svg" content="${BOX.replaceAll('<', '&lt;').replaceAll('"', '&quot;')}"/>`
        : BOX,
    );
    expect(await run('-x', '-f', format, name)).toMatchObject({ code: 0, output: `${name} -> ${picture}\n` });
  });

  test('the ending of -o goes before -f, and a name without one takes -f', async () => {
    write('a.drawio', BOX);
    await run('-x', '-f', 'png', '-o', 'b.svg', 'a.drawio');
    expect(read('b.svg')).toContain('</svg>');
    await run('-x', '-f', 'svg', '-o', 'c-0', 'a.drawio');
    expect(read('c-0')).toContain('</svg>');
  });

  test('a folder’s files are put into the one that -o names', async () => {
    mkdirSync('in/deep', { recursive: true });
    mkdirSync('out');
    write('in/a.drawio', BOX);
    write('in/deep/b.drawio', BOX);
    write('in/plain.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    write('in/readme.md', 'text');
    symlinkSync(path.resolve('in/a.drawio'), 'in/link.drawio');
    const { code, output } = await run('-x', '-r', '-f', 'svg', '-o', 'out', 'in');
    expect(code).toBe(0);
    expect(output.split('\n').sort()).toEqual([
      '',
      'Skipping in/link.drawio (symbolic link)',
      'Skipping in/plain.svg (no diagram data)',
      'in/a.drawio -> out/a.svg',
      'in/deep/b.drawio -> out/b.svg',
    ]);
  });

  test('nothing is written through a link, but under a name that is typed', async () => {
    write('a.drawio', BOX);
    write('b.drawio', BOX);
    write('precious', 'text');
    symlinkSync('precious', 'a.svg');
    expect(await run('-x', '-f', 'svg', 'a.drawio', 'b.drawio')).toEqual({
      code: 1,
      output: 'b.drawio -> b.svg\n',
      errors: 'Error: output file is a symbolic link: a.svg\n',
    });
    expect(read('precious')).toBe('text');
    expect(await run('-x', '-o', 'a.svg', 'a.drawio')).toMatchObject({ code: 0 });
    expect(read('precious')).toContain('</svg>');
  });

  test('several inputs need a folder that is there', async () => {
    write('a.drawio', BOX);
    write('b.drawio', BOX);
    expect(await run('-x', '-f', 'svg', '-o', 'out', 'a.drawio', 'b.drawio')).toEqual({
      code: 1,
      output: '',
      errors: 'Error: output must be a folder when exporting multiple files\n',
    });
  });

  test('-k numbers what is there already', async () => {
    write('a.drawio', BOX);
    expect((await run('-x', '-k', 'a.drawio')).output).toBe('a.drawio -> a.pdf\n');
    expect((await run('-x', '-k', 'a.drawio')).output).toBe('a.drawio -> a-1.pdf\n');
    expect((await run('-x', 'a.drawio')).output).toBe('a.drawio -> a.pdf\n');
  });

  test('a picture that holds its diagram may take its own place', async () => {
    write('a.drawio', PAGES);
    await run('-x', '-e', '-f', 'svg', '-o', 'a.drawio.svg', 'a.drawio');
    expect(await run('-x', '-e', '-p', '2', '-o', 'a.drawio.svg', 'a.drawio.svg')).toMatchObject({
      code: 0,
      output: 'a.drawio.svg -> a.drawio.svg\n',
    });
    expect(svgSize(read('a.drawio.svg'))[0]).toMatch(/^61/);
    // All of its pages are still in it.
    await run('-x', '-p', '3', '-o', 'b.svg', 'a.drawio.svg');
    expect(svgSize(read('b.svg'))[0]).toMatch(/^91/);
  });

  test('a run over a folder can be done again', async () => {
    const exportAll = (...words: string[]) => run('-x', '-f', 'svg', '-r', ...words, 'docs');
    mkdirSync('docs');
    write('docs/a.drawio', BOX);
    write('docs/b.drawio.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await exportAll();
    const before = read('docs/a.svg');
    write('docs/a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    const told = ['Skipping docs/a.svg (no diagram data)', 'docs/a.drawio -> docs/a.svg'];
    const none = 'Skipping docs/b.drawio.svg (no diagram data)';
    expect(await exportAll()).toEqual({ code: 0, output: `${[...told, none].join('\n')}\n`, errors: '' });
    expect(read('docs/a.svg')).toBe(before);
    // With their diagrams inside as well; but a picture that would lose one stays.
    await exportAll('-e');
    const withDiagram = read('docs/a.svg');
    write('docs/a.drawio', PAGES);
    expect(await exportAll('-e')).toEqual({
      code: 0,
      output: `Skipping docs/a.svg (drawn anew from docs/a.drawio)\n${told[1]}\n${none}\n`,
      errors: '',
    });
    expect(read('docs/a.svg')).not.toBe(withDiagram);
    const held = read('docs/a.svg');
    expect(await exportAll()).toMatchObject({ code: 1, errors: expect.stringContaining('overwrite docs/a.svg') });
    expect(read('docs/a.svg')).toBe(held);
  });

  test('a picture that is itself the diagram is no other picture’s, nor another XML file’s', async () => {
    mkdirSync('docs');
    write('a.drawio', BOX);
    write('docs/a.xml', '<settings/>');
    await run('-x', '-e', '-o', 'docs/a.svg', 'a.drawio');
    await run('-x', '-o', 'docs/a.png', 'a.drawio');
    const { output, code } = await run('-x', '-e', '-f', 'svg', 'docs');
    expect(code).toBe(0);
    expect(output.split('\n')).toContain('docs/a.svg -> docs/a.svg');
  });

  test('a run over a folder that writes XML as well, but over no other XML', async () => {
    mkdirSync('docs');
    write('docs/a.drawio', BOX);
    await run('-x', '-f', 'xml', '-r', 'docs');
    expect(await run('-x', '-f', 'xml', '-r', 'docs')).toEqual({
      code: 0,
      output: 'Skipping docs/a.xml (written anew from docs/a.drawio)\ndocs/a.drawio -> docs/a.xml\n',
      errors: '',
    });
    write('docs/a.xml', PAGES);
    expect(await run('-x', '-f', 'xml', 'docs')).toMatchObject({
      code: 1,
      errors: expect.stringContaining('overwrite'),
    });
  });

  test('a file that is named twice is drawn once', async () => {
    mkdirSync('docs');
    write('docs/a.drawio', BOX);
    expect((await run('-x', '-f', 'svg', 'docs', './docs/a.drawio', 'docs/a.drawio')).output).toBe(
      'docs/a.drawio -> docs/a.svg\n',
    );
  });

  test('an empty name for the output is none', async () => {
    write('a.drawio', BOX);
    expect(await run('-x', '-f', 'svg', '-o', '', 'a.drawio')).toMatchObject({
      code: 0,
      output: 'a.drawio -> a.svg\n',
    });
  });

  test('diagnostics take no place of a diagram or a picture', async () => {
    write('a.drawio', BOX);
    await expect(run('-x', '-o', 'a.svg', '--diagnostics', './a.drawio', 'a.drawio')).rejects.toThrow(
      /would overwrite/,
    );
    expect(read('a.drawio')).toBe(BOX);
    expect((await run('-x', '-o', 'a.svg', '--diagnostics', 'a.svg', 'a.drawio')).output).toBe('a.drawio -> a-1.svg\n');
  });

  test('but none takes the place of a diagram that would be lost', async () => {
    write('a.drawio', BOX);
    await run('-x', '-e', '-o', 'a.svg', 'a.drawio');
    const before = read('a.svg');
    expect(await run('-x', '-f', 'svg', 'a.svg')).toMatchObject({
      code: 1,
      errors: expect.stringContaining('overwrite'),
    });
    expect(read('a.svg')).toBe(before);
  });
});

describe('pages', () => {
  test('past the last one is the last one', async () => {
    write('a.drawio', PAGES);
    await run('-x', '-p', '9', '-o', 'a.svg', 'a.drawio');
    expect(svgSize(read('a.svg'))[0]).toMatch(/^91/);
  });

  test.each(['0', 'x', 'One'])('page %s is an error', async (text) => {
    write('a.drawio', PAGES);
    expect(await run('-x', '-p', text, '-f', 'svg', 'a.drawio')).toEqual({
      code: 1,
      output: '',
      errors: 'Invalid page index: pages are numbered from 1 (0-based before v27.0.2)\n',
    });
  });

  test.each(['2', '3..2', '0..1', 'a..b', '1..2..3'])('range %s is an error', async (text) => {
    write('a.drawio', PAGES);
    expect(await run('-x', '-g', text, 'a.drawio')).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/^Invalid page range: expected <from>\.\.<to>/),
    });
  });

  test('can be counted from 0, by a flag or a variable', async () => {
    write('a.drawio', PAGES);
    await run('-x', '-p', '0', '--page-base', '0', '-o', 'a.svg', 'a.drawio');
    expect(svgSize(read('a.svg'))[0]).toMatch(/^121/);
    vi.stubEnv('MXSVG_PAGE_BASE', '0');
    await run('-x', '-p', '1', '-o', 'b.svg', 'a.drawio');
    expect(svgSize(read('b.svg'))[0]).toMatch(/^61/);
    await run('-x', '-g', '1..2', '-o', 'c.pdf', 'a.drawio');
    expect(await pdfPages('c.pdf')).toHaveLength(2);
  });

  test('a variable that says neither is told', async () => {
    write('a.drawio', PAGES);
    vi.stubEnv('MXSVG_PAGE_BASE', '2');
    await expect(run('-x', 'a.drawio')).rejects.toThrow(/MXSVG_PAGE_BASE=2/);
  });

  test('-a and -g are all of a document, and the first of a picture', async () => {
    write('a.drawio', PAGES);
    await run('-x', '-a', '-o', 'a.pdf', 'a.drawio');
    expect(await pdfPages('a.pdf')).toHaveLength(3);
    await run('-x', '-g', '2..3', '-o', 'b.pdf', 'a.drawio');
    expect(await pdfPages('b.pdf')).toHaveLength(2);
    await run('-x', '-o', 'c.pdf', 'a.drawio');
    expect(await pdfPages('c.pdf')).toHaveLength(1);
    for (const [flag, width] of [
      ['-a', 124],
      ['-g', 64],
    ] as const) {
      const { output } = await run('-x', flag, ...(flag === '-g' ? ['2..3'] : []), '-o', 'd.png', 'a.drawio');
      expect(output).toBe('a.drawio -> d.png\n');
      expect(pngSize(bytes('d.png'))[0]).toBe(width);
    }
  });

  test('as XML are all of them', async () => {
    write('a.drawio', PAGES);
    await run('-x', '-p', '2', '-o', 'a.xml', 'a.drawio');
    expect(read('a.xml').match(/<diagram/g)).toHaveLength(3);
  });
});

describe('layers', () => {
  const LAYERS = file(page('One', [120, 60], [60, 60], [100, 90]));

  test.each([
    ['0', '121'],
    ['1', '61'],
    ['0,1,7', '121'],
    ['Layer 2', '101'],
  ])('%s', async (layers, width) => {
    write('a.drawio', LAYERS);
    expect(await run('-x', '-l', layers, '-o', 'a.svg', 'a.drawio')).toMatchObject({ code: 0 });
    expect(Number.parseFloat(svgSize(read('a.svg'))[0])).toBe(Number(width));
  });

  test('that are all missing leave nothing to draw', async () => {
    write('a.drawio', LAYERS);
    const { code, errors } = await run('-x', '-l', '6', '-o', 'a.png', 'a.drawio');
    expect(code).toBe(1);
    expect(errors).toMatch(/^Error: Export failed: a\.drawio\nmxsvg: a\.drawio: .*2 "Layer 2"/);
  });

  test('as does a page without cells', async () => {
    write('a.drawio', file(page('One')));
    expect(await run('-x', '-f', 'svg', 'a.drawio')).toMatchObject({ code: 1, output: '' });
    expect(await run('-x', '-f', 'pdf', 'a.drawio')).toMatchObject({ code: 0 });
  });
});

describe('sizes', () => {
  // Measured: draw.io 30.2.7's own export page, its sizes computed as its desktop's main process computes them.
  test.each<[string[], [number, number]]>([
    [[], [124, 64]],
    [
      ['-s', '2'],
      [245, 125],
    ],
    [
      ['-s', '10'],
      [1217, 617],
    ],
    [
      ['-s', '0.5'],
      [64, 34],
    ],
    [
      ['-s', '1.5'],
      [185, 95],
    ],
    [
      ['-b', '10'],
      [144, 84],
    ],
    [
      ['-b', '10', '-s', '2'],
      [275, 155],
    ],
    [
      ['--width', '100'],
      [100, 52],
    ],
    [
      ['--height', '100'],
      [196, 100],
    ],
    [
      ['-s', '0'],
      [124, 64],
    ],
    [
      ['-b', '10px', '--width', '0'],
      [144, 84],
    ],
    [
      ['--crop', '--page-base', '0'],
      [125, 65],
    ],
  ])('of PNG with %j', async (flags, size) => {
    write('a.drawio', BOX);
    await run('-x', ...flags, '-o', 'a.png', 'a.drawio');
    expect(pngSize(bytes('a.png'))).toEqual(size);
  });

  test('of cropped PDF', async () => {
    write('a.drawio', BOX);
    await run('-x', '--crop', '-o', 'a.pdf', 'a.drawio');
    expect((await pdfPages('a.pdf'))[0]?.getSize()).toEqual({ width: 91.5, height: 46.5 });
  });

  test('of PDF with a scale: the paper stays, and the drawing takes more sheets', async () => {
    write('a.drawio', BOX);
    for (const [scale, sheets] of [
      ['2', 1],
      ['8', 2],
    ] as const) {
      await run('-x', '-s', scale, '-o', 'a.pdf', 'a.drawio');
      const pages = await pdfPages('a.pdf');
      expect(pages).toHaveLength(sheets);
      for (const sheet of pages) expect(Math.round(sheet.getWidth())).toBe(Math.round(850 * 0.72));
    }
  });

  // As Graph.getSvg computes it: whole px, a border that isn't scaled.
  test.each<[string[], [string, string]]>([
    [[], ['121px', '61px']],
    [
      ['-s', '2', '-b', '10'],
      ['262px', '142px'],
    ],
    [
      ['-s', '1.5'],
      ['182px', '92px'],
    ],
  ])('of SVG with %j', async (flags, size) => {
    write('a.drawio', BOX);
    await run('-x', ...flags, '-o', 'a.svg', 'a.drawio');
    expect(svgSize(read('a.svg'))).toEqual(size);
  });
});

test('SVG begins as draw.io’s does', async () => {
  write('a.drawio', BOX);
  await run('-x', '-e', '-o', 'a.svg', 'a.drawio');
  expect(read('a.svg').split('\n').slice(0, 3)).toEqual([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!-- Do not edit this file with editors other than draw.io -->',
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
  ]);
});

describe('HTML', () => {
  test('holds its diagram, as draw.io’s does, and follows the reader’s theme', async () => {
    write('a.drawio', PAGES);
    expect(await run('-x', '-o', 'a.html', 'a.drawio')).toMatchObject({ code: 0, output: 'a.drawio -> a.html\n' });
    const html = read('a.html');
    expect(html).toContain('class="mxgraph"');
    expect(html).toContain('data-theme="auto"');
    expect(html.match(/<section/g)).toHaveLength(1);
  });

  test('has what the --html flags ask for', async () => {
    write('a.drawio', PAGES);
    const flags = ['--html-theme', 'dark', '--html-zoom', 'false', '--html-fit=false', '--html-link-color', 'red'];
    const { code, errors } = await run(
      '-x',
      '-a',
      ...flags,
      '--html-edit-link=https://example.org/edit',
      '--html-layers=false',
      '-o',
      'a.html',
      'a.drawio',
    );
    expect({ code, errors }).toEqual({ code: 0, errors: 'mxsvg: without a meaning here: --html-layers.\n' });
    const html = read('a.html');
    expect(html).toContain('data-theme="dark" data-fit="false"');
    expect(html).not.toContain('<button');
    expect(html).toContain('a:hover { outline: 2px solid #ff0000; }');
    expect(html).toContain('<a href="https://example.org/edit" target="_blank"');
    expect(html.match(/<section/g)).toHaveLength(3);
  });

  test.each([
    ['blank', '_blank'],
    ['self', '_top'],
  ])('opens links in %s', async (target, attribute) => {
    write(
      'a.drawio',
      '<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><UserObject id="a" label="x" link="https://example.org/"><mxCell vertex="1" parent="1"><mxGeometry width="90" height="50" as="geometry"/></mxCell></UserObject></root></mxGraphModel>',
    );
    await run('-x', '--html-link-target', target, '-o', 'a.html', 'a.drawio');
    expect(read('a.html')).toMatch(new RegExp(`<a [^>]*target="${attribute}"`));
  });

  test('takes no script for an address, and no style for a colour', async () => {
    write('a.drawio', BOX);
    for (const flag of ['--html-edit-link=javascript:alert(1)', '--html-link-color=red;}body{display:none']) {
      expect(await run('-x', flag, '-o', 'a.html', 'a.drawio')).toMatchObject({
        code: 1,
        errors: expect.stringMatching(/^Error: Export failed: a\.drawio\nmxsvg: .*(?:editLink|linkColor)/),
      });
    }
  });
});

test('flags of mxsvg’s own are understood', async () => {
  write('a.drawio', BOX);
  expect(await run('-x', '-o', 'a.svg', '--pretty', 'a.drawio')).toMatchObject({ code: 0 });
  expect(read('a.svg').split('\n').length).toBeGreaterThan(5);
});
