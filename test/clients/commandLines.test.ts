/**
 * What programs that call draw.io desktop put on its command line, and what they then look at: the exit code, what is
 * printed, the file, its size. In the words of those programs' own sources.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, test, vi } from 'vitest';
import { BOX, drawioPlace, file, PAGES, page, pngSize, svgSize } from '../cli/drawio/drawio.js';

const place = drawioPlace();
const { run, write, read, bytes } = place;

describe('sphinxcontrib-drawio', () => {
  /** As it calls: absolute paths, a page from 0, and Electron's flags behind the input. */
  const convert = (output: string, pageIndex: string, ...more: string[]) => {
    vi.stubEnv('MXSVG_PAGE_BASE', '0');
    mkdirSync('build', { recursive: true });
    const words = ['--export', '--crop', '--page-index', pageIndex, ...more, '--format', path.extname(output).slice(1)];
    const paths = ['--output', path.resolve('build', output), path.resolve('source.drawio')];
    const electron = ['--enable-logging', '--disable-dev-shm-usage', '--disable-gpu', '--disable-software-rasterizer'];
    return run(...words, ...paths, ...electron, '--disable-features=DefaultPassthroughCommandDecoder', '--no-sandbox');
  };

  test.each([
    ['0', [125, 65]],
    ['1', [65, 65]],
    ['2', [95, 65]],
    ['6', [95, 65]],
    ['None', [125, 65]],
  ] as const)('page %s', async (index, size) => {
    write('source.drawio', PAGES);
    expect(await convert('pages.png', index, '--scale', '1.0')).toMatchObject({ code: 0 });
    expect(pngSize(bytes('build/pages.png'))).toEqual(size);
  });

  test.each([
    ['2.0', [245, 125]],
    ['10.0', [1217, 617]],
    ['0.5', [64, 34]],
    ['1.5', [185, 95]],
  ] as const)('scale %s', async (scale, size) => {
    write('source.drawio', BOX);
    await convert('box.png', '0', '--scale', scale);
    expect(pngSize(bytes('build/box.png'))).toEqual(size);
  });

  test('width, height and transparency', async () => {
    write('source.drawio', BOX);
    await convert('a.png', '0', '--scale', '1.0', '--width', '1000', '--transparent');
    expect(pngSize(bytes('build/a.png'))[0]).toBe(1000);
    await convert('b.png', '0', '--scale', '1.0', '--height', '100');
    expect(pngSize(bytes('build/b.png'))[1]).toBe(100);
  });

  test('layers that are there, and one that isn’t', async () => {
    write('source.drawio', file(page('One', [120, 60], [60, 60], [100, 90])));
    await convert('a.png', '0', '--scale', '1.0', '--layers', '1');
    expect(pngSize(bytes('build/a.png'))).toEqual([65, 65]);
    const { code, errors } = await convert('b.png', '0', '--scale', '1.0', '--layers', '6');
    expect(code).toBe(1);
    expect(errors).toContain('Export failed');
  });

  test('a PDF for LaTeX, without a scale', async () => {
    write('source.drawio', BOX);
    await convert('box.pdf', '0');
    const { width, height } = (await PDFDocument.load(bytes('build/box.pdf'))).getPage(0).getSize();
    expect([width, height]).toEqual([91.5, 46.5]);
  });
});

describe('mkdocs-drawio-exporter', () => {
  test('a cache file without an ending', async () => {
    vi.stubEnv('MXSVG_PAGE_BASE', '0');
    write('diagram.drawio', PAGES);
    mkdirSync('drawio-exporter');
    const cache = path.resolve('drawio-exporter/dc8a75572ea7ab7539e3d45eca4de71540dcd0ee-1');
    const source = path.resolve('diagram.drawio');
    const { code } = await run(
      '--export',
      source,
      '--page-index',
      '1',
      '--output',
      cache,
      '--format',
      'svg',
      '--no-sandbox',
    );
    expect(code).toBe(0);
    expect(Number.parseFloat(svgSize(read(cache))[0])).toBe(61);
  });
});

describe('drawio-exporter, drawio-export and the action around them', () => {
  const convert = (format: string, output: string, pageIndex: string, ...more: string[]) => {
    const start = ['--export', '--output', output, '--format', format, '--quality', '90'];
    return run(...start, ...more, '--page-index', pageIndex, 'a.drawio', '--no-sandbox', '--disable-dev-shm-usage');
  };

  test('a file for each page', async () => {
    vi.stubEnv('MXSVG_PAGE_BASE', '0');
    write('a.drawio', PAGES);
    mkdirSync('export');
    for (const [index, name] of ['One', 'Two', 'Three'].entries()) {
      const { code, output } = await convert('pdf', `export/a-${name}.pdf`, String(index), '--border', '0');
      expect(code).toBe(0);
      // Its sign of a failure, whatever the exit code is.
      expect(output).not.toContain('Error: ');
    }
    expect(place.files()).toEqual(['a.drawio', 'export/a-One.pdf', 'export/a-Three.pdf', 'export/a-Two.pdf']);
  });

  test('all of its flags', async () => {
    vi.stubEnv('MXSVG_PAGE_BASE', '0');
    write('a.drawio', BOX);
    mkdirSync('export');
    const flags = ['--transparent', '--embed-diagram', '--border', '5', '--scale', '2', '--crop', '--uncompressed'];
    expect(await convert('svg', 'export/a.svg', '0', ...flags, '--embed-svg-images', '--enable-plugins')).toMatchObject(
      { code: 0, errors: '' },
    );
    expect(read('export/a.svg')).toContain('content=');
  });
});

describe('docker-drawio-desktop-headless', () => {
  test.each([
    [['-x', 'file1.drawio'], 'file1.drawio -> file1.pdf'],
    [['-x', 'file 2.drawio'], 'file 2.drawio -> file 2.pdf'],
    [['--export', 'file1.drawio', '--wrong-argument'], 'file1.drawio -> file1.pdf'],
    [['-x', '-f', 'png', 'fonts/chinese.drawio'], 'fonts/chinese.drawio -> fonts/chinese.png'],
  ])('%j', async (words, told) => {
    mkdirSync('fonts');
    for (const name of ['file1.drawio', 'file 2.drawio', 'fonts/chinese.drawio']) write(name, BOX);
    expect(await run(...words, '--no-sandbox', '--disable-gpu')).toEqual({ code: 0, output: `${told}\n`, errors: '' });
  });

  test('-export is a page named "ort" to a parser of letters: none before 27, an error since', async () => {
    write('a.drawio', BOX);
    expect(await run('-export', '--check', 'a.drawio')).toMatchObject({ code: 1 });
    vi.stubEnv('MXSVG_PAGE_BASE', '0');
    expect((await run('-export', '--check', 'a.drawio')).output).toBe('a.drawio -> a.pdf\n');
    expect((await run('-export', '--check', 'a.drawio')).output).toBe('a.drawio -> a-1.pdf\n');
  });
});

describe('Makefiles, recipes and tasks', () => {
  test('%.pdf: %.drawio', async () => {
    write('a.drawio', BOX);
    expect(await run('-x', '-f', 'pdf', '--crop', '-o', 'a.pdf', 'a.drawio')).toMatchObject({ code: 0 });
    expect(await run('-xa', '--crop', '--output', 'b.pdf', 'a.drawio')).toMatchObject({ code: 0 });
    expect(
      await run('--no-sandbox', '-x', '-f', 'png', '-s', '3', '-t', '--output', 'a.png', 'a.drawio'),
    ).toMatchObject({ code: 0 });
    expect(pngSize(bytes('a.png'))).toEqual([367, 187]);
  });

  test('find … | xargs drawio -x: several files, each beside its diagram', async () => {
    mkdirSync('docs/deep', { recursive: true });
    for (const name of ['docs/a.drawio', 'docs/deep/b.drawio']) write(name, BOX);
    expect(await run('-x', '-f', 'png', '-b', '10', 'docs/a.drawio', 'docs/deep/b.drawio')).toEqual({
      code: 0,
      output: 'docs/a.drawio -> docs/a.png\ndocs/deep/b.drawio -> docs/deep/b.png\n',
      errors: '',
    });
  });

  test('a VS Code task: the diagram in the picture that is edited', async () => {
    write('a.drawio', BOX);
    await run('-x', '-e', '-f', 'png', '-o', 'a.drawio.png', 'a.drawio');
    expect(
      await run('--export', '--embed-diagram', '--scale', '2', '--output', 'a.drawio.png', 'a.drawio.png'),
    ).toMatchObject({
      code: 0,
      output: 'a.drawio.png -> a.drawio.png\n',
    });
    expect(pngSize(bytes('a.drawio.png'))).toEqual([245, 125]);
  });

  test('a whole folder', async () => {
    mkdirSync('docs');
    mkdirSync('images');
    for (const name of ['docs/a.drawio', 'docs/b.drawio']) write(name, BOX);
    expect(await run('--export', '--recursive', '--format', 'svg', '--output', 'images', 'docs')).toMatchObject({
      code: 0,
    });
    expect(place.files().filter((name) => name.startsWith('images/'))).toEqual(['images/a.svg', 'images/b.svg']);
  });
});

describe('pandoc filters', () => {
  test('a PDF or PNG for each image', async () => {
    write('figure.drawio', BOX);
    for (const format of ['pdf', 'png']) {
      const output = path.resolve(`figure.${format}`);
      expect(await run('--crop', '-f', format, '-x', '-o', output, 'figure.drawio')).toMatchObject({
        code: 0,
        errors: '',
      });
    }
  });
});
