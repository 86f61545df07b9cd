/** Images as pixels show them: SVG images on the very pixels that they cover, raster images as browsers shrink them. */
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics.js';
import type { Picture } from '../../../src/drawing/scene.js';
import { IDENTITY, type Matrix, multiply, rect, rotation, scaling, translation } from '../../../src/geometry/plane.js';
import { DrawnImages, type Open } from '../../../src/platform/raster/drawnImages.js';
import { repairedPng } from '../../../src/write/raster/pngRepair.js';

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
    const mended = repairedPng(damaged(end - 5)) as Uint8Array;
    expect([...mended.subarray(0, 33)]).toEqual([...SOUND.subarray(0, 33)]);
  });

  test.each([Buffer.from('no PNG'), SOUND.subarray(0, 40), Buffer.alloc(0)])(
    'that is none, or cut off, stays',
    (bytes) => {
      expect(repairedPng(bytes)).toBeUndefined();
    },
  );
});

/** Images of a picture of 100 × 50 pixels. resvg's stand-in gives any image a size of 80 × 40; `drawn` logs documents. */
function drawing(options: { open?: Open; mostPixels?: number } = {}) {
  const drawn: string[] = [];
  const said: Diagnostic[] = [];
  const open: Open = (svg) => ({
    width: 80,
    height: 40,
    png() {
      drawn.push(svg);
      return SOUND;
    },
  });
  const tools = { open, mostPixels: 1e8, ...options, report: (diagnostic: Diagnostic) => said.push(diagnostic) };
  const images = new DrawnImages(tools, { width: 100, height: 50 });
  const embed = (href: string, box = rect(10, 10, 20, 10), toPixels: Matrix = IDENTITY, keepAspect = true) => {
    const picture: Picture = { kind: 'picture', href, box, transform: IDENTITY, opacity: 1, keepAspect };
    return images.embed(picture, toPixels, 'cell');
  };
  return { embed, drawn, said };
}

const PNG_URI = `data:image/png;base64,${SOUND.toString('base64')}`;

describe('an SVG image', () => {
  const uri = (body: string, attributes = 'width="4" height="2" viewBox="0 0 4 2"') =>
    `data:image/svg+xml;base64,${btoa(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${body}</svg>`)}`;
  const sizeOf = (svg: string | undefined) =>
    /viewBox="0 0 (\d+) (\d+)"/
      .exec(svg ?? '')
      ?.slice(1)
      .map(Number);
  const placeOf = (svg: string | undefined) => /<g transform="([^"]*)"/.exec(svg ?? '')?.[1];

  test.each(['<rect/>', '<text>a</text>'])('with %s is drawn on the pixels that it covers, once', (body) => {
    const { embed, drawn } = drawing();
    for (let i = 0; i < 2; i++) {
      expect(embed(uri(body))).toEqual({ href: PNG_URI, pixels: rect(10, 10, 20, 10) });
    }
    expect(drawn).toHaveLength(1);
    expect(sizeOf(drawn[0])).toEqual([20, 10]);
    expect(placeOf(drawn[0])).toBe('matrix(5 0 0 5 0 0)');
  });

  test('between pixels is drawn between them', () => {
    const { embed, drawn } = drawing();
    expect(embed(uri('<rect/>'), rect(10.25, 10, 20, 10))).toEqual({ href: PNG_URI, pixels: rect(10, 10, 21, 10) });
    expect(placeOf(drawn[0])).toBe('matrix(5 0 0 5 0.25 0)');
  });

  test('keeps its proportions in its box, or is stretched over it', () => {
    const { embed, drawn } = drawing();
    embed(uri('<rect/>'), rect(0, 0, 40, 40));
    embed(uri('<rect/>'), rect(0, 0, 40, 40), IDENTITY, false);
    expect(drawn.map(sizeOf)).toEqual([
      [40, 20],
      [40, 40],
    ]);
    expect(drawn.map(placeOf)).toEqual(['matrix(10 0 0 10 0 0)', 'matrix(10 0 0 20 0 0)']);
  });

  test('of a picture that is printed larger is drawn larger, and a turned one is drawn turned', () => {
    const { embed, drawn } = drawing();
    embed(uri('<rect/>'), rect(0, 0, 20, 10), scaling(2, 2));
    embed(uri('<rect/>'), rect(0, 0, 20, 10), multiply(translation(30, 5), rotation(90)));
    expect(drawn.map(sizeOf)).toEqual([
      [40, 20],
      [10, 20],
    ]);
    expect(placeOf(drawn[1])).toBe('matrix(0 5 -5 0 10 0)');
  });

  test('is drawn as far as the picture shows it', () => {
    const { embed, drawn } = drawing();
    expect(embed(uri('<rect/>'), rect(-20, 40, 40, 20))).toEqual({ href: PNG_URI, pixels: rect(0, 40, 20, 10) });
    expect(placeOf(drawn[0])).toBe('matrix(10 0 0 10 -20 0)');
    expect(embed(uri('<rect/>'), rect(-40, 0, 40, 20))).toBeUndefined();
    expect(drawn).toHaveLength(1);
  });

  test('keeps its own rules, which don’t reach the document around it, and no place of its own', () => {
    const { embed, drawn } = drawing();
    embed(uri('<style>svg{opacity:.5}</style>', 'x="7" y="8" width="4" height="2" viewBox="0 0 4 2"'));
    expect(drawn[0]).toMatch(/^<svg [^>]*style="[^"]*opacity:1;/);
    expect(drawn[0]).toContain(
      '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2" viewBox="0 0 4 2"><style>',
    );
  });

  test('that cannot be drawn is left out, and said', () => {
    const open: Open = () => {
      throw new Error('no SVG');
    };
    const { embed, said } = drawing({ open });
    expect(embed(uri('<text/>'))).toBeUndefined();
    expect(said).toEqual([
      { code: 'missing-image', cellId: 'cell', message: 'An SVG image can’t be drawn: it is left out.' },
    ]);
  });
});

describe('a raster image', () => {
  const href = `data:image/png;base64,${headed(80, 40).toString('base64')}`;
  const halvedTo = (drawn: readonly string[]) => drawn.map((svg) => /width="\d+" height="\d+"/.exec(svg)?.[0]);

  test.each([
    [80, 40, true, []],
    [41, 41, true, []],
    [40, 20, true, ['width="40" height="20"']],
    [10, 100, true, ['width="40" height="20"', 'width="20" height="10"', 'width="10" height="5"']],
    [40, 10, false, ['width="40" height="20"']],
  ])('of 80 × 40 is halved for %d × %d as browsers do', (width, height, keepAspect, expected) => {
    const { embed, drawn } = drawing();
    expect(embed(href, rect(0, 0, width, height), IDENTITY, keepAspect)).toMatchObject({ keepAspect });
    expect(halvedTo(drawn)).toEqual(expected);
  });

  test('is not drawn to find out that it need not be halved', () => {
    const open: Open = () => {
      throw new Error('opened');
    };
    expect(drawing({ open }).embed(href, rect(0, 0, 50, 25))).toEqual({ href, keepAspect: true });
  });

  test('is halved less in a picture that is printed larger', () => {
    const { embed, drawn } = drawing();
    embed(href, rect(0, 0, 20, 10), scaling(2, 2));
    expect(halvedTo(drawn)).toEqual(['width="40" height="20"']);
  });

  test('of more pixels than there may be is left out, and said once', () => {
    const { embed, said } = drawing({ mostPixels: 3000 });
    expect([embed(href), embed(href)]).toEqual([undefined, undefined]);
    expect(said.map(({ message }) => message)).toEqual(['An image has too many pixels: it is left out.']);
  });

  test('of a kind that only browsers draw is left out, and said', () => {
    const { embed, said } = drawing();
    expect(embed('data:image/webp;base64,UklGRgAAAABXRUJQ')).toBeUndefined();
    expect(said[0]?.message).toContain('image/webp');
  });
});
