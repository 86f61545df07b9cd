/** What the PNG path does to images that resvg would leave out. */
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { withDrawableImages } from '../../src/write/pngImages.js';
import { repairedPng } from '../../src/write/pngRepair.js';

const SOUND = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The image with one byte changed. */
const damaged = (at: number): Buffer => Buffer.from(SOUND.map((byte, i) => (i === at ? byte ^ 0xff : byte)));

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

describe('an SVG image', () => {
  const uri = (body: string) => `data:image/svg+xml;base64,${btoa(`<svg>${body}</svg>`)}`;
  const picture = (href: string) => `<image x="0" y="0" width="20" height="10" xlink:href="${href}"/>`;

  test.each(['<text>a</text>', '<image/>', '<svg:text/>'])('with %s is drawn ahead, four times its size', (body) => {
    const sizes: unknown[] = [];
    const result = withDrawableImages(
      picture(uri(body)) + picture(uri(body)),
      () => ['font.ttf'],
      (_, options) => {
        sizes.push(options.fitTo);
        return deflateSync('x');
      },
    );
    expect(result).not.toContain('svg+xml');
    expect(result.match(/data:image\/png;base64,/g)).toHaveLength(2);
    expect(sizes).toEqual([{ mode: 'width', value: 80 }]);
  });

  test('that cannot be drawn stays', () => {
    const fail = (): Uint8Array => {
      throw new Error('no SVG');
    };
    const text = picture(uri('<text>'));
    expect(withDrawableImages(text, () => [], fail)).toBe(text);
  });

  test('of shapes alone stays, and no font is asked for', () => {
    const fonts = (): readonly string[] => {
      throw new Error('asked for fonts');
    };
    const text = picture(uri('<rect/>'));
    expect(withDrawableImages(text, fonts, () => new Uint8Array())).toBe(text);
  });
});
