/** Glyphs in colour: where their pictures lie, and how they are painted among others. */
import { describe, expect, it } from 'vitest';
import { glyphReach } from '../../src/fonts/glyphOutline.js';
import { SfntFont } from '../../src/fonts/sfnt.js';
import { render } from '../../src/index.js';
import { nodeAssets } from '../../src/platform/node/packagedAssets.js';
import { nodeShaper } from '../../src/platform/node/shaper.js';
import { FontLibrary } from '../../src/shaping/fontLibrary.js';
import {
  bitmapTables,
  bytes,
  cousine,
  graphTables,
  layerTables,
  madeFont,
  PIXEL,
  strikeTables,
} from './fontFixtures.js';

const GRIN = 0x1f600;
const [GLYPH, LOWER, UPPER] = [40, 41, 42];
const CHARACTERS = new Map([[GRIN, GLYPH]]);

const REQUEST = { families: ['Helvetica'], weight: 400, italic: false };

const painted = (font: Uint8Array, text = '😀') => {
  const face = new FontLibrary(nodeAssets, [font]).match({ families: ['Made'], weight: 400, italic: false });
  return face.paint({ text, x: 10, y: 50, fontSize: 32, letterSpacing: 0, rightToLeft: false });
};

describe('pictures of glyphs', () => {
  it('stand where CBLC says, in the size of the text', () => {
    const [paint, ...others] = painted(madeFont('Made', CHARACTERS, bitmapTables(GLYPH)));
    expect(others).toEqual([]);
    // A pixel of the font's 16 an em is two px at 32 px: 1 right of the origin, 4 up, 2 by 3.
    expect(paint).toEqual({
      kind: 'picture',
      mediaType: 'image/png',
      data: PIXEL,
      box: { x: 12, y: 42, width: 4, height: 6 },
    });
  });

  it('stand where sbix says', () => {
    const count = new SfntFont(cousine()).glyphCount;
    const [paint] = painted(madeFont('Made', CHARACTERS, strikeTables(GLYPH, count)));
    expect(paint?.kind === 'picture' && paint.data).toEqual(PIXEL);
    const { x, y, width, height } = (paint?.kind === 'picture' && paint.box) || {};
    const pixel = 32 / 20;
    const origin = 32 / 2048;
    expect([x, y, width, height]).toEqual([10 + 3 * origin, 50 + 2 * origin - pixel, pixel, pixel]);
  });
});

it('paints layers in their own colours, the last in that of the text', () => {
  const font = madeFont(
    'Made',
    new Map([...CHARACTERS, [0x61, LOWER], [0x62, UPPER]]),
    layerTables(GLYPH, LOWER, UPPER),
  );
  const outlines = [...painted(font, 'a'), ...painted(font, 'b')].map(
    (paint) => paint.kind === 'outline' && paint.data,
  );
  expect(painted(font)).toEqual([
    { kind: 'outline', data: outlines[0], color: '#ff0000', opacity: 128 / 255, strokeWidth: 0 },
    { kind: 'outline', data: outlines[1], color: undefined, opacity: 1, strokeWidth: 0 },
  ]);
});

it('paints graphs of colours as pictures, where there is a shaper that knows them', () => {
  const font = madeFont('Made', new Map([...CHARACTERS, [0x61, LOWER]]), graphTables(GLYPH, LOWER));
  const face = new FontLibrary(nodeAssets, [font], { shaper: nodeShaper }).match({ ...REQUEST, families: ['Made'] });
  const placed = { text: '😀', x: 10, y: 50, fontSize: 2048, letterSpacing: 0, rightToLeft: false };
  const [picture, ...others] = face.paint(placed);
  expect(others).toEqual([]);
  expect(face.isColored).toBe(true);
  const svg = picture?.kind === 'picture' ? new TextDecoder().decode(picture.data) : '';
  expect(svg).toMatch(/<path d="M[^"]+" fill="#ff0000" fill-opacity="0.251"\/>/);
  const { left, right } = glyphReach(new SfntFont(font), LOWER) ?? { left: 0, right: 0 };
  expect(picture?.kind === 'picture' && picture.box).toMatchObject({ x: 10 + left, width: right - left });
});

it('does without fonts whose colours it can’t read', () => {
  const space = new SfntFont(cousine()).glyph(0x20);
  const unknown = new Map([['COLR', bytes([2, 1, 0], [4, 0, 0], [2, 0], [4, 34, 0, 0, 0, 0])]]);
  const font = madeFont('Made', new Map([[GRIN, space]]), unknown);
  const request = { families: ['Made'], weight: 400, italic: false };
  expect(new FontLibrary(nodeAssets, [font]).fallbackFor(GRIN, request, true)).toBeUndefined();
  expect(new FontLibrary(nodeAssets, [madeFont('Made', CHARACTERS, unknown)]).fallbackFor(GRIN, request)).toBeDefined();
});

describe('in a picture', () => {
  const font = madeFont('Made', CHARACTERS, bitmapTables(GLYPH));
  const label = (value: string) =>
    `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" value="${value}" style="text;html=1;" vertex="1" parent="1"><mxGeometry width="200" height="40" as="geometry"/></mxCell></root></mxGraphModel>`;
  const draw = (value: string, options: object = {}) =>
    render(label(value), { fonts: [font], systemFonts: 'none', ...options });

  it('they are images among outlines, and text where the viewer has the font', () => {
    expect(draw('a😀b', { text: 'outline' }).match(/<(?:path|image) /g)).toEqual(['<path ', '<image ', '<path ']);
    expect(draw('a😀b')).not.toContain('<image');
    expect(draw('a😀b')).toContain('😀');
  });

  it('they lean where a made-up italic does', () => {
    const image = /<image [^>]*>/.exec(draw('&lt;i&gt;😀&lt;/i&gt;', { text: 'outline' }))?.[0];
    expect(image).toMatch(/transform="matrix\(1 0 -0.25 1 [\d.]+ 0\)"/);
    expect(draw('😀', { text: 'outline' })).not.toContain('matrix(');
  });

  it('they are images too where the document holds all of its fonts', () => {
    const svg = draw('a😀b', { embedFonts: true });
    expect(svg.match(/<image /g)).toHaveLength(1);
    expect(svg.match(/@font-face/g)).toHaveLength(1);
  });

  it('they are taken where a picture is asked for, and not where a letter is', () => {
    const both = madeFont('Made', new Map([[0x263a, GLYPH]]), bitmapTables(GLYPH));
    const count = (value: string) =>
      render(label(value), { fonts: [both], systemFonts: 'none', text: 'outline' }).match(/<image /g)?.length ?? 0;
    expect(count('\u263a\ufe0f')).toBe(1);
    expect(count('\u263a\ufe0e')).toBe(0);
    expect(count('\u263a')).toBe(0);
  });
});
