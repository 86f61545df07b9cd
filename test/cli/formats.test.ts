/** The command's formats, and what draw.io's flags mean in each. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { PDFDocument } from '@cantoo/pdf-lib';
import { decode } from 'jpeg-js';
import { PNG } from 'pngjs';
import { beforeEach, describe, expect, test } from 'vitest';
import { commandPlace, golden, heightOf, widthOf } from './command.js';

const PAGES = golden('decode/pages.drawio');
const PHASES = golden('seed/deepseek-r1-phases.drawio');
const place = commandPlace();

const draw = async (...args: string[]) => {
  const result = await place.run(args);
  expect(result).toMatchObject({ code: 0, errors: '' });
  return result;
};
const pdfOf = (name: string) => PDFDocument.load(place.bytes(name));
const sizeOf = (page: { getSize(): { width: number; height: number } }) => {
  const { width, height } = page.getSize();
  return [width, height].map((side) => Math.round(side));
};
const cornerOf = (png: Uint8Array) => [...PNG.sync.read(Buffer.from(png)).data.subarray(0, 4)];

describe('PDF', () => {
  test('prints the first page on its paper', async () => {
    await draw('-x', PAGES, '-o', 'a.pdf');
    const pages = (await pdfOf('a.pdf')).getPages();
    expect(pages.map(sizeOf)).toEqual([[612, 792]]);
  });

  test('is draw.io’s default where -x names no format', async () => {
    copyFileSync(PAGES, place.at('a.drawio'));
    await draw('-x', 'a.drawio');
    expect(place.files()).toEqual(['a.drawio', 'a.pdf']);
  });

  test('-a and -g take several pages into one file', async () => {
    await draw('-xa', PAGES, '-o', 'a.pdf');
    await draw('-x', '-g', '2..3', PAGES, '-o', 'b.pdf');
    expect((await pdfOf('a.pdf')).getPageCount()).toBe(3);
    expect((await pdfOf('b.pdf')).getPageCount()).toBe(2);
  });

  test('--crop, --width and -s crop it to the drawing', async () => {
    await draw('--crop', PAGES, '-o', 'a.pdf');
    await draw('--width', '642', PAGES, '-o', 'b.pdf');
    await draw('-s', '2', '--border', '10', PAGES, '-o', 'c.pdf');
    const sizes = await Promise.all(
      ['a', 'b', 'c'].map(async (name) => sizeOf((await pdfOf(`${name}.pdf`)).getPage(0))),
    );
    expect(sizes).toEqual([
      [242, 47],
      [482, 92],
      [514, 124],
    ]);
  });

  test('-a with {page} writes a file a page', async () => {
    await draw('-a', PAGES, '-o', '{page}.pdf');
    expect(place.files()).toEqual(['First.pdf', 'Second.pdf', 'Third.pdf']);
  });
});

describe('JPEG', () => {
  test('is white where the page has no colour, in the quality asked for', async () => {
    await draw('-f', 'jpeg', '-b', '5', PAGES, '-o', 'fine.jpg');
    await draw('-q', '10', '-b', '5', PAGES, '-o', 'coarse.jpg');
    const { width, height, data } = decode(place.bytes('fine.jpg'));
    expect([width, height]).toEqual([331, 71]);
    expect([...data.subarray(0, 3)].every((value) => value > 250)).toBe(true);
    expect(place.bytes('coarse.jpg').length).toBeLessThan(place.bytes('fine.jpg').length / 1.5);
    expect((await place.run(['-q', '101', PAGES, '-o', 'x.jpg'])).code).toBe(2);
  });
});

describe('PNG', () => {
  test('is white, or with -t transparent, or dark', async () => {
    await draw(PAGES, '-b', '5', '-o', 'a.png');
    await draw(PAGES, '-b', '5', '-t', '-o', 'b.png');
    await draw(PAGES, '-b', '5', '--theme', 'dark', '-o', 'c.png');
    expect(['a', 'b', 'c'].map((name) => cornerOf(place.bytes(`${name}.png`)))).toEqual([
      [255, 255, 255, 255],
      [0, 0, 0, 0],
      [18, 18, 18, 255],
    ]);
  });
});

describe('SVG', () => {
  test('is transparent, and takes a theme', async () => {
    await draw(PAGES, '-o', 'a.svg');
    await draw(PAGES, '--theme=dark', '-o', 'b.svg');
    await draw(PAGES, '--svg-theme', 'auto', '-o', 'c.svg');
    expect(place.read('a.svg')).not.toContain('#ffffff" height');
    expect(place.read('a.svg')).not.toContain('light-dark');
    expect(place.read('b.svg')).toContain('fill="#121212"');
    expect(place.read('c.svg')).toContain('light-dark(');
  });

  test('--width, --height and --size give it its size', async () => {
    await draw(PAGES, '--width', '642', '-o', 'a.svg');
    await draw(PAGES, '--height', '122', '-o', 'b.svg');
    await draw(PAGES, '--size', 'page', '-o', 'c.svg');
    const sizes = ['a', 'b', 'c'].map((name) => [
      widthOf(place.read(`${name}.svg`)),
      heightOf(place.read(`${name}.svg`)),
    ]);
    expect(sizes).toEqual([
      [642, 122],
      [642, 122],
      [850, 1100],
    ]);
  });

  test('--svg-links-target, --embed-svg-fonts, --embed-svg-images, --pretty and --animate are heard', async () => {
    const model = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><UserObject id="a" label="a" link="https://example.org/">
      <mxCell style="html=1;" vertex="1" parent="1"><mxGeometry width="80" height="40" as="geometry"/></mxCell></UserObject>
      <mxCell id="e" style="flowAnimation=1;" edge="1" parent="1"><mxGeometry relative="1" as="geometry"><mxPoint as="sourcePoint"/><mxPoint x="90" y="90" as="targetPoint"/></mxGeometry></mxCell></root></mxGraphModel>`;
    writeFileSync(place.at('l.xml'), model);
    await draw('l.xml', '--svg-links-target', 'new-win', '--embed-svg-images', '-o', 'a.svg');
    await draw('l.xml', '--embed-svg-fonts', 'true', '--embed-svg-images', '-o', 'b.svg');
    await draw('l.xml', '--embed-svg-fonts', 'false', '--pretty', '-o', 'c.svg');
    await draw('l.xml', '--animate', '-o', 'd.svg');
    expect(place.read('a.svg')).toContain('target="_blank"');
    expect(place.read('a.svg')).not.toContain('@font-face');
    expect(place.read('b.svg')).toContain('@font-face');
    expect(place.read('c.svg').split('\n').length).toBeGreaterThan(10);
    expect(place.read('d.svg')).toContain('@keyframes');
  });
});

describe('XML', () => {
  test('is the whole file, readable, and draws the same', async () => {
    await draw('-f', 'xml', PAGES, '-o', 'a.drawio');
    expect(place.read('a.drawio').match(/<diagram /g)).toHaveLength(3);
    expect(place.read('a.drawio').match(/<mxGraphModel /g)).toHaveLength(3);
    await draw('-p', '2', 'a.drawio', '-o', 'a.svg');
    await draw('-p', '2', PAGES, '-o', 'b.svg');
    expect(place.read('a.svg')).toBe(place.read('b.svg'));
    await draw('-p', '2', PAGES, '-o', 'b.xml');
    expect(place.read('b.xml').match(/<diagram /g)).toHaveLength(1);
  });
});

describe('HTML', () => {
  test('has the pages asked for as tabs', async () => {
    await draw('-a', PAGES, '-o', 'a.html');
    await draw(PAGES, '-o', 'b.html');
    expect(place.read('a.html').match(/<svg [^>]*viewBox/g)?.length).toBeGreaterThanOrEqual(3);
    expect(place.read('a.html')).toContain('Second');
    expect(place.read('b.html')).not.toContain('Second');
  });
});

describe('-e', () => {
  beforeEach(() => copyFileSync(PAGES, place.at('in.drawio')));

  test.each(['svg', 'png', 'pdf', 'html'])('puts the diagram into %s, which draws again', async (format) => {
    await draw('-e', 'in.drawio', '-o', `a.drawio.${format}`);
    await draw(`a.drawio.${format}`, '-p', '3', '-o', 'again.svg');
    await draw('in.drawio', '-p', '3', '-o', 'first.svg');
    expect(place.read('again.svg')).toBe(place.read('first.svg'));
  });

  test('takes along only the page that was asked for', async () => {
    await draw('-e', '-p', '3', 'in.drawio', '-o', 'a.drawio.svg');
    await draw('a.drawio.svg', '-o', 'again.svg');
    await draw('in.drawio', '-p', '3', '-o', 'first.svg');
    expect(place.read('again.svg')).toBe(place.read('first.svg'));
    expect((await place.run(['a.drawio.svg', '-p', '2', '-o', '-'])).code).toBe(1);
  });

  test('-u leaves it readable', async () => {
    await draw('-e', 'in.drawio', '-o', 'a.svg');
    await draw('-eu', 'in.drawio', '-o', 'b.svg');
    expect(place.read('a.svg')).not.toContain('&lt;mxCell');
    expect(place.read('b.svg')).toContain('&lt;mxCell');
  });
});

test('a layer, a cell and a border count in every format', async () => {
  for (const format of ['svg', 'png', 'jpg', 'pdf', 'html']) {
    await draw('--cell', 'a', '-b', '7', '--crop', PAGES, '-o', `a.${format}`);
  }
  expect(widthOf(place.read('a.svg'))).toBe(121 + 14);
  expect(PNG.sync.read(readFileSync(place.at('a.png'))).width).toBe(121 + 14);
  expect(decode(place.bytes('a.jpg')).width).toBe(121 + 14);
  expect(sizeOf((await pdfOf('a.pdf')).getPage(0))[0]).toBe(Math.round((121 + 14 + 1) * 0.75));
  expect(place.read('a.html')).toContain('width="135"');
});

test('--limit bounds what is read and drawn', async () => {
  expect(await place.run(['--limit', 'cells=3', PAGES, '-o', 'a.svg'])).toMatchObject({
    code: 1,
    errors: expect.stringContaining('too many cells'),
  });
  expect((await place.run(['--limit', 'inputBytes=1Ki', PAGES, '-o', 'a.svg'])).code).toBe(1);
  expect((await place.run(['--limit', 'pixels=100', PAGES, '-o', 'a.png'])).code).toBe(1);
  expect(await place.run(['--limit', 'sells=3', PAGES, '-o', 'a.svg'])).toMatchObject({
    code: 2,
    errors: expect.stringContaining('There are: inputBytes'),
  });
  await draw('--limit', 'cells=none', '--limit', 'pixels=1M', PAGES, '-o', 'a.png');
});

test('the seed diagram comes out in every format', async () => {
  for (const format of ['svg', 'png', 'jpg', 'pdf', 'xml', 'html']) await draw('-f', format, PHASES, '-o', 'out/');
  expect(place.files()).toEqual(
    ['html', 'jpg', 'pdf', 'png', 'svg', 'xml'].map((format) => `out/deepseek-r1-phases.${format}`),
  );
});
