/** The built command, run as its users run it: one diagram, one picture, and what can go wrong. */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { pngWith } from '../decode/samples.js';
import { commandPlace, golden, isPng, PROJECT, widthOf } from './command.js';

const BOX = golden('decode/compressed.drawio');
const PAGES = golden('decode/pages.drawio');
const ORPHANS = golden('model/orphans.drawio');

const place = commandPlace();
const mxsvg = place.run;
const { at, read } = place;

describe('writes', () => {
  test('an SVG beside the diagram', async () => {
    copyFileSync(BOX, at('box.drawio'));
    expect(await mxsvg(['box.drawio'])).toMatchObject({ code: 0, output: '', errors: '' });
    expect(read('box.svg')).toMatch(/^<(?:\?xml|svg)/);
    expect(place.files()).toEqual(['box.drawio', 'box.svg']);
  });

  test('a PNG beside the diagram', async () => {
    copyFileSync(BOX, at('box.drawio'));
    expect((await mxsvg(['-f', 'png', 'box.drawio'])).code).toBe(0);
    expect(isPng(readFileSync(at('box.png')))).toBe(true);
  });

  test('several diagrams', async () => {
    copyFileSync(BOX, at('one.drawio'));
    copyFileSync(PAGES, at('two.xml'));
    expect((await mxsvg(['one.drawio', 'two.xml'])).code).toBe(0);
    expect(place.files()).toEqual(['one.drawio', 'one.svg', 'two.svg', 'two.xml']);
  });

  test('the file that -o names, in the format of its ending', async () => {
    expect((await mxsvg([BOX, '-o', 'a.png'])).code).toBe(0);
    expect(isPng(readFileSync(at('a.png')))).toBe(true);
    expect((await mxsvg([BOX, '--output', 'b.SVG'])).code).toBe(0);
    expect(read('b.SVG')).toContain('</svg>');
    expect((await mxsvg([BOX, '-o', 'c.img', '-f', 'png'])).code).toBe(0);
    expect(isPng(readFileSync(at('c.img')))).toBe(true);
  });

  test('what draw.io’s own command line asks for', async () => {
    expect((await mxsvg(['-x', '-f', 'svg', '-o', 'a.svg', BOX])).code).toBe(0);
    expect((await mxsvg(['--export', '--format', 'svg', '--output', 'b.svg', BOX])).code).toBe(0);
    expect(read('b.svg')).toBe(read('a.svg'));
  });

  test('the same bytes every time', async () => {
    expect((await mxsvg([BOX, '-o', '-'])).output).toBe((await mxsvg([BOX, '-o', '-'])).output);
  });
});

describe('streams', () => {
  test('read standard input and write standard output', async () => {
    const { code, output } = await mxsvg(['-'], readFileSync(BOX));
    expect(code).toBe(0);
    expect(output).toBe((await mxsvg([BOX, '-o', '-'])).output);
    expect(isPng((await mxsvg(['-', '-f', 'png'], readFileSync(BOX))).bytes)).toBe(true);
  });

  test('can be mixed with files', async () => {
    expect((await mxsvg(['-', '-o', 'a.svg'], readFileSync(BOX))).code).toBe(0);
    expect(read('a.svg')).toBe((await mxsvg([BOX, '-o', '-'])).output);
  });
});

describe('options', () => {
  const svg = async (...args: string[]): Promise<string> => (await mxsvg([PAGES, '-o', '-', ...args])).output;

  test('-p takes a number, a name or an id', async () => {
    expect(await svg('-p', '2')).not.toBe(await svg('-p', '3'));
    expect(await svg('-p', 'Third')).toBe(await svg('-p', '3'));
    expect(await svg('--page', 'p3')).toBe(await svg('-p', '3'));
  });

  test('-s and -b change the size', async () => {
    const width = widthOf(await svg());
    expect(widthOf(await svg('-s', '2'))).toBeCloseTo(2 * width, 0);
    expect(widthOf(await svg('-b', '10'))).toBeCloseTo(width + 20, 0);
  });

  test('--background colours the ground', async () => {
    expect(await svg('--background', '#123456')).toContain('#123456');
  });

  test('--assets and --font take files of the user’s', async () => {
    const font = path.join(PROJECT, 'node_modules/@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf');
    mkdirSync(at('img'));
    expect(await mxsvg([BOX, '--assets', '.', '--font', font, '-o', '-'])).toMatchObject({ code: 0, errors: '' });
  });

  test('--version and --help answer', async () => {
    const { version } = JSON.parse(readFileSync(path.join(PROJECT, 'package.json'), 'utf8')) as { version: string };
    expect(await mxsvg(['--version'])).toMatchObject({ code: 0, output: `${version} (draws as draw.io 30.2.7)\n` });
    expect(await mxsvg(['--help'])).toMatchObject({ code: 0, errors: '' });
    expect((await mxsvg(['--help'])).output).toContain('--output');
  });
});

describe('warnings', () => {
  test('go to standard error and leave the picture whole', async () => {
    const { code, errors, output } = await mxsvg([ORPHANS, '-o', '-']);
    expect(code).toBe(0);
    expect(errors).toMatch(/^mxsvg: warning: .*orphans\.drawio: cell "b": .* \[invalid-structure\]$/m);
    expect(output).toContain('</svg>');
  });

  test('are silent with --quiet', async () => {
    expect(await mxsvg([ORPHANS, '--quiet', '-o', '-'])).toMatchObject({ code: 0, errors: '' });
  });
});

describe('errors', () => {
  const broken = (name: string, content: string | Uint8Array): string => {
    writeFileSync(at(name), content);
    return name;
  };

  test.each<[string, () => string[], number, RegExp]>([
    ['a file that isn’t there', () => ['gone.drawio'], 1, /^mxsvg: gone\.drawio: there is no such file\.$/m],
    ['a folder without diagrams', () => ['.'], 2, /no diagrams in the folder/],
    ['another XML file', () => [broken('a.xml', '<svg2/>')], 1, /<svg2>/],
    ['broken XML', () => [broken('a.drawio', '<mxfile>\n<diagram></mxfile>')], 1, /line 2/],
    ['a file cut off', () => [broken('a.drawio', '<mxfile>\n<diagram>')], 1, /ends with <diagram> still open/],
    [
      'a PNG without a diagram',
      () => [broken('a.png', pngWith('tEXt', 'x', new Uint8Array())), '-o', 'b.svg'],
      1,
      /copy/,
    ],
    ['a page that isn’t there', () => [PAGES, '-p', '9', '-o', '-'], 1, /no page "9".*3 "Third"/],
    ['a folder that isn’t there', () => [BOX, '-o', 'no/a.svg'], 1, /no\/a\.svg: its folder does not exist/],
    ['no input', () => [], 2, /missing required argument/],
    ['an unknown option', () => [BOX, '--ouput', 'a.svg'], 2, /--ouput.*\n.*--output/],
    ['an unknown format', () => [BOX, '-f', 'gif'], 2, /svg, png/],
    ['an ending that tells no format', () => [BOX, '-o', 'a.gif'], 2, /a\.gif/],
    ['a scale that is no number', () => [BOX, '-s', 'big'], 2, /above zero/],
    ['a negative border', () => [BOX, '-b', '-1'], 2, /zero or more/],
    [
      'a folder of assets that isn’t there',
      () => [BOX, '--assets', 'gone', '-o', '-'],
      2,
      /there is no folder or archive gone/,
    ],
    ['a font that isn’t there', () => [BOX, '--font', 'gone.ttf', '-o', '-'], 1, /gone\.ttf: there is no such file/],
    ['-o with several diagrams', () => [BOX, PAGES, '-o', 'a.svg'], 2, /several inputs/],
  ])('%s', async (_name, args, code, message) => {
    const result = await mxsvg(args());
    expect(result.errors).toMatch(message);
    expect(result.errors).not.toMatch(/\n\s+at /);
    expect(result).toMatchObject({ code, output: '' });
  });

  test('a picture that would overwrite its diagram', async () => {
    writeFileSync(at('a.svg'), '<svg content="&lt;mxGraphModel/&gt;"/>');
    expect(await mxsvg(['a.svg'])).toMatchObject({ code: 2, errors: expect.stringContaining('overwrite') });
    expect(read('a.svg')).toContain('content=');
  });

  test('one broken diagram doesn’t keep the others from being drawn', async () => {
    copyFileSync(BOX, at('good.drawio'));
    expect((await mxsvg([broken('bad.drawio', 'x'), 'good.drawio'])).code).toBe(1);
    expect(existsSync(at('good.svg'))).toBe(true);
  });
});

describe('files in the way', () => {
  test('stay as they are where the drawing fails', async () => {
    writeFileSync(at('bad.drawio'), '<mxfile>');
    writeFileSync(at('bad.svg'), 'precious');
    expect((await mxsvg(['bad.drawio'])).code).toBe(1);
    expect(read('bad.svg')).toBe('precious');
    expect(place.files()).toEqual(['bad.drawio', 'bad.svg']);
  });

  test.skipIf(process.platform === 'win32')('keep their mode, and links stay links', async () => {
    writeFileSync(at('real.svg'), 'old');
    chmodSync(at('real.svg'), 0o640);
    symlinkSync('real.svg', at('link.svg'));
    expect((await mxsvg([BOX, '-o', 'link.svg'])).code).toBe(0);
    expect(read('real.svg')).toContain('</svg>');
    expect(statSync(at('real.svg')).mode & 0o777).toBe(0o640);
    expect(place.files()).toEqual(['link.svg', 'real.svg']);
  });

  test.skipIf(process.platform === 'win32')('may be devices', async () => {
    expect(await mxsvg([BOX, '-f', 'svg', '-o', '/dev/null'])).toMatchObject({ code: 0, errors: '' });
  });
});
