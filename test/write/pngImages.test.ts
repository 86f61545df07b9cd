/** What the PNG path does to images that resvg would leave out. */
import { describe, expect, test } from 'vitest';
import { ignoreDiagnostics } from '../../src/diagnostics.js';
import { type Open, withDrawableImages } from '../../src/write/pngImages.js';
import { repairedPng } from '../../src/write/pngRepair.js';

const SOUND = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The image with one byte changed. */
const damaged = (at: number): Buffer => Buffer.from(SOUND.map((byte, i) => (i === at ? byte ^ 0xff : byte)));

/** The image with another size in its header, and the checksum that goes with it. */
function headed(width: number, height: number): Buffer {
  const png = Buffer.from(SOUND);
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  return Buffer.from(repairedPng(png) ?? png);
}

describe('a PNG image', () => {
  test('that is sound stays', () => {
    expect(repairedPng(SOUND)).toBeUndefined();
  });

  test('with a wrong checksum gets the right one', () => {
    // The last byte of IDAT's checksum, and of the checksum inside its data.
    const end = SOUND.indexOf('IEND') - 4;
    for (const at of [end - 1, end - 5]) expect(repairedPng(repairedPng(damaged(at)) ?? damaged(at))).toBeUndefined();
    const mended = repairedPng(damaged(end - 5)) as Buffer;
    expect(mended.subarray(0, 33)).toEqual(SOUND.subarray(0, 33));
  });

  test.each([Buffer.from('no PNG'), SOUND.subarray(0, 40), Buffer.alloc(0)])(
    'that is none, or cut off, stays',
    (bytes) => {
      expect(repairedPng(bytes)).toBeUndefined();
    },
  );
});

/** Stands in for resvg: an image of its own size 80 × 40, and a log of what was drawn how large. */
function recorder(): { open: Open; drawn: unknown[] } {
  const drawn: unknown[] = [];
  const open: Open = (svg, options) => ({
    width: 80,
    height: 40,
    png() {
      drawn.push(options.fitTo ?? /width="\d+" height="\d+"/.exec(svg)?.[0]);
      return SOUND;
    },
  });
  return { open, drawn };
}

const noFonts = (): readonly string[] => {
  throw new Error('asked for fonts');
};

const picture = (href: string, size = 'width="20" height="10"'): string =>
  `<svg width="100" height="50" viewBox="0 0 100 50"><image x="0" y="0" ${size} xlink:href="${href}"/></svg>`;

describe('an SVG image', () => {
  const uri = (body: string) => `data:image/svg+xml;base64,${btoa(`<svg>${body}</svg>`)}`;

  test.each(['<text>a</text>', '<image/>', '<svg:text/>'])('with %s is drawn ahead, twice its size', (body) => {
    const { open, drawn } = recorder();
    const twice = picture(uri(body)) + picture(uri(body));
    const result = withDrawableImages(twice, {
      fontFiles: () => ['font.ttf'],
      open,
      report: ignoreDiagnostics,
      mostPixels: 1e8,
    });
    expect(result).not.toContain('svg+xml');
    expect(result.match(/data:image\/png;base64,/g)).toHaveLength(2);
    expect(drawn).toEqual([{ mode: 'width', value: 40 }]);
  });

  test('that cannot be drawn is left out, and said', () => {
    const fail: Open = () => {
      throw new Error('no SVG');
    };
    const said: string[] = [];
    const report = ({ message }: { message: string }): number => said.push(message);
    const text = picture(uri('<text>'));
    const result = withDrawableImages(text, { fontFiles: () => [], open: fail, report, mostPixels: 1e8 });
    expect(result).not.toContain('svg+xml');
    expect(said).toEqual(['An SVG image can’t be drawn: it is left out.']);
  });

  test('of shapes alone is drawn too, and no font is asked for', () => {
    const { open, drawn } = recorder();
    const text = picture(uri('<rect/>'));
    const result = withDrawableImages(text, { fontFiles: noFonts, open, report: ignoreDiagnostics, mostPixels: 1e8 });
    expect(result).not.toContain('svg+xml');
    expect(drawn).toEqual([{ mode: 'width', value: 40 }]);
  });
});

describe('a raster image', () => {
  const href = `data:image/png;base64,${headed(80, 40).toString('base64')}`;

  test.each([
    ['width="80" height="40"', []],
    ['width="41" height="41"', []],
    ['width="40" height="20"', ['width="40" height="20"']],
    ['width="10" height="100"', ['width="40" height="20"', 'width="20" height="10"', 'width="10" height="5"']],
    ['width="40" height="10" preserveAspectRatio="none"', ['width="40" height="20"']],
  ])('of 80 × 40 is halved for %s as browsers do', (size, expected) => {
    const { open, drawn } = recorder();
    withDrawableImages(picture(href, size), {
      fontFiles: noFonts,
      open: open,
      report: ignoreDiagnostics,
      mostPixels: 1e8,
    });
    expect(drawn).toEqual(expected);
  });

  test('is not drawn to find out that it need not be halved', () => {
    let opened = 0;
    const open: Open = (svg, options) => {
      opened++;
      return recorder().open(svg, options);
    };
    const text = picture(href, 'width="50" height="25"');
    expect(withDrawableImages(text, { fontFiles: noFonts, open, report: ignoreDiagnostics, mostPixels: 1e8 })).toBe(
      text,
    );
    expect(opened).toBe(0);
  });

  test('is halved less in a picture that is printed larger', () => {
    const { open, drawn } = recorder();
    const large = picture(href, 'width="20" height="10"').replace('width="100"', 'width="200"');
    withDrawableImages(large, { fontFiles: noFonts, open: open, report: ignoreDiagnostics, mostPixels: 1e8 });
    expect(drawn).toEqual(['width="40" height="20"']);
  });
});
