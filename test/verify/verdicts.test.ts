/** What verifying a picture says and why, over drawing functions that only note what they are asked for. */
import { describe, expect, test } from 'vitest';
import { toBase64 } from '../../src/decode/base64.js';
import { type Diagram, parse, type RenderOptions } from '../../src/index.js';
import { withPngRecipe } from '../../src/pipeline/recipe.js';
import { type VerifyTools, verifyPicture } from '../../src/verify/verify.js';
import { embedInPng } from '../../src/write/file/embed.js';
import { escapeXml } from '../../src/write/format.js';
import type { Pixels } from '../../src/write/raster/drawer.js';

const MODEL = '<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/></root></mxGraphModel>';
const FILE = `<mxfile><diagram id="a" name="a">${MODEL}</diagram><diagram id="b" name="b">${MODEL}</diagram></mxfile>`;
const NOTE = { embedDiagram: 'plain', embedPages: 'all' } as const;

interface Shown {
  readonly left: number;
  readonly words?: string;
  readonly width?: number;
}

/** A picture of a black square and words. */
const svg = ({ left, words = 'ab', width = 60 }: Shown, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="40" ${attributes}>` +
  `<rect x="${left}" y="6" width="18" height="18" fill="#000000"/><text>${words}</text></svg>`;

const held = (shown: Shown, attributes = '') => svg(shown, `content="${escapeXml(FILE)}" ${attributes}`);

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** One pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The squares of a document on white. */
function pixelsOf(document: string): Pixels {
  const [, width = 0, height = 0] = (/width="(\d+)" height="(\d+)"/.exec(document) ?? []).map(Number);
  const left = Number(/<rect x="(\d+)"/.exec(document)?.[1] ?? -100);
  const data = new Uint8Array(4 * width * height).fill(255);
  for (let y = 6; y < 24; y++)
    for (let x = left; x < left + 18; x++) if (x >= 0) data.fill(0, 4 * (y * width + x), 4 * (y * width + x) + 3);
  return { width, height, data };
}

/** Drawing functions that show these pages, one after the other, and what they were asked for. */
function tools(...pages: readonly Shown[]) {
  const asked: { readonly by: string; readonly options: RenderOptions }[] = [];
  const pictures: string[] = [];
  const draw = (by: string, options: RenderOptions): string => {
    asked.push({ by, options });
    const shown = pages[Number(options.page ?? 1) - 1] as Shown;
    const { embedDiagram, text } = options;
    return svg(text === 'none' ? { ...shown, words: '' } : shown, embedDiagram && `content="${escapeXml(FILE)}"`);
  };
  const made: VerifyTools = {
    parse: (source, options): Diagram => parse(source, options),
    render: (_diagram, options) => draw('render', options),
    renderPng: async (_diagram, options) => bytes(draw('renderPng', options)),
    document: (_diagram, options) => draw('document', options),
    pixels: async (document) => {
      pictures.push(document);
      return pixelsOf(document);
    },
  };
  return { made, asked, pictures };
}

describe('a picture with a note of how it was drawn', () => {
  const note = (words: object) => `data-mxsvg="${escapeXml(JSON.stringify({ ...NOTE, ...words }))}"`;

  test('is fresh where it comes out the same, and is not drawn once more', async () => {
    const { made, asked } = tools();
    const picture = held({ left: 6 }, note({ page: 2, scale: 3 }));
    const render: VerifyTools['render'] = (_diagram, options) => {
      asked.push({ by: 'render', options });
      return picture;
    };
    const verdict = await verifyPicture(bytes(picture), {}, { ...made, render });
    expect(verdict).toMatchObject({ state: 'fresh', reason: 'drawn again, it is the same' });
    expect(await verdict.redraw()).toBe(picture);
    expect(asked).toEqual([{ by: 'render', options: { ...NOTE, page: 2, scale: 3 } }]);
  });

  test.each([
    ['a byte that differs', (picture: string) => picture.replace('x="6"', 'x="7"')],
    ['a byte more', (picture: string) => `${picture}\n`],
    ['a byte less', (picture: string) => picture.slice(0, -1)],
  ])('is stale with %s, however alike they look', async (_name, changed) => {
    const picture = held({ left: 6 }, note({}));
    const { made, pictures } = tools();
    const verdict = await verifyPicture(bytes(picture), {}, { ...made, render: () => changed(picture) });
    expect(verdict).toMatchObject({ state: 'stale', reason: 'drawn again, it is another picture' });
    expect(pictures).toEqual([]);
  });

  test('that is stale is drawn anew with the time of now, and what the caller gives', async () => {
    const image = () => undefined;
    const { made, asked } = tools({ left: 6 });
    const picture = bytes(held({ left: 30 }, note({ now: '2001-02-03T04:05:06.007' })));
    const verdict = await verifyPicture(picture, { image }, made);
    await verdict.redraw();
    expect(asked.map(({ options }) => options)).toEqual([
      { ...NOTE, now: new Date('2001-02-03T04:05:06.007'), image },
      { ...NOTE, now: undefined, image },
    ]);
  });

  test('is a PNG as well, compared byte for byte', async () => {
    const { made, pictures } = tools();
    const picture = withPngRecipe(embedInPng(PNG, FILE), JSON.stringify(NOTE));
    const same = await verifyPicture(picture, {}, { ...made, renderPng: async () => Uint8Array.from(picture) });
    expect(same).toMatchObject({ state: 'fresh', reason: 'drawn again, it is the same' });
    expect(await same.redraw()).toEqual(Uint8Array.from(picture));
    const other = await verifyPicture(picture, {}, { ...made, renderPng: async () => PNG });
    expect(other).toMatchObject({ state: 'stale', reason: 'drawn again, it is another picture' });
    expect(pictures).toEqual([]);
  });
});

describe('a picture by another program', () => {
  test.each<[string, Shown, Shown]>([
    ['the same words and shapes', { left: 6 }, { left: 6 }],
    ['its words in another order and with other blanks', { left: 6, words: 'b  a' }, { left: 6, words: 'ab' }],
    ['a sheet two px wider', { left: 6, width: 62 }, { left: 6 }],
  ])('is fresh with %s', async (_name, theirs, ours) => {
    const { made } = tools(ours, { left: 30 });
    const verdict = await verifyPicture(bytes(held(theirs)), {}, made);
    expect(verdict).toMatchObject({ state: 'fresh', reason: 'it shows the same' });
  });

  test.each<[string, Shown]>([
    ['a shape elsewhere', { left: 30 }],
    ['other words', { left: 6, words: 'abc' }],
    ['words once more', { left: 6, words: 'abab' }],
    ['another case', { left: 6, words: 'aB' }],
    ['a sheet that no scale and border explain', { left: 6, width: 20 }],
  ])('is stale with %s', async (_name, theirs) => {
    const { made } = tools({ left: 6 }, { left: 6 });
    const verdict = await verifyPicture(bytes(held(theirs)), {}, made);
    expect(verdict).toMatchObject({ state: 'stale', reason: 'it shows something else' });
  });

  test('has its shapes drawn once, and none where no page has its words', async () => {
    const several = tools({ left: 30 }, { left: 6 });
    await verifyPicture(bytes(held({ left: 6 })), {}, several.made);
    expect(several.pictures.filter((document) => document.includes('<rect x="6"'))).toHaveLength(2);
    const none = tools({ left: 6, words: 'x' }, { left: 6, words: 'y' });
    await verifyPicture(bytes(held({ left: 6 })), {}, none.made);
    expect(none.pictures).toEqual([]);
  });

  test('may show any of its pages, and is redrawn as that one with all of them inside', async () => {
    const { made, asked } = tools({ left: 30 }, { left: 6 });
    const verdict = await verifyPicture(bytes(held({ left: 6 })), {}, made);
    expect(verdict.state).toBe('fresh');
    asked.length = 0;
    const again = await verdict.redraw();
    expect(asked).toEqual([{ by: 'render', options: { embedDiagram: 'compressed', embedPages: 'all', page: 2 } }]);
    expect(parse(again).pages).toHaveLength(2);
  });

  test('that is stale is redrawn as its first page', async () => {
    const { made, asked } = tools({ left: 30 }, { left: 30 });
    const verdict = await verifyPicture(bytes(held({ left: 6 })), {}, made);
    asked.length = 0;
    await verdict.redraw();
    expect(asked).toEqual([{ by: 'render', options: { embedDiagram: 'compressed', embedPages: 'all', page: 1 } }]);
  });

  test('is compared at the scale and with the border that it has', async () => {
    const { made, asked } = tools({ left: 6 }, { left: 6 });
    await verifyPicture(bytes(held({ left: 30, width: 80 }).replace('height="40"', 'height="60"')), {}, made);
    expect(
      asked.filter(({ options }) => options.text === 'none' && options.page === 1).map(({ options }) => options),
    ).toEqual([
      { page: 1, text: 'none', scale: 1, border: 0 },
      { page: 1, text: 'none', scale: 1, border: 10 },
      { page: 1, text: 'none', scale: 1, border: 10 },
    ]);
  });

  test('without a size shows nothing that could be compared', async () => {
    const { made, pictures } = tools({ left: 6 }, { left: 6 });
    const sizeless = held({ left: 6 }).replace('width="60" height="40"', '');
    expect(await verifyPicture(bytes(sizeless), {}, made)).toMatchObject({ state: 'stale' });
    expect(pictures).toEqual([]);
  });

  test('is a PNG as well: it alone stands in the document that is drawn, whose words aren’t asked for', async () => {
    const { made, asked, pictures } = tools({ left: 100 }, { left: 100 });
    const picture = embedInPng(PNG, FILE);
    await verifyPicture(picture, { limits: { pixels: 9 } }, made);
    expect(pictures[0]).toMatch(
      /^<svg [^>]*width="1" height="1"><image width="1" height="1" xlink:href="data:image\/png;base64,/,
    );
    expect(pictures[0]).toContain(toBase64(picture));
    expect(asked[0]).toEqual({ by: 'document', options: { limits: { pixels: 9 }, page: 1, scale: 1, border: 0 } });
    expect(asked.every(({ by }) => by === 'document')).toBe(true);
  });

  test('as a PNG is fresh where its pixels are those of a page, and redrawn as PNG', async () => {
    const { made, asked } = tools({ left: 30 }, { left: 6 });
    const looking = {
      ...made,
      pixels: async (document: string) => pixelsOf(document.includes('<image') ? svg({ left: 6 }) : document),
    };
    const verdict = await verifyPicture(embedInPng(PNG, FILE), {}, looking);
    expect(verdict).toMatchObject({ state: 'fresh', reason: 'it shows the same' });
    asked.length = 0;
    await verdict.redraw();
    expect(asked).toEqual([{ by: 'renderPng', options: { embedDiagram: 'compressed', embedPages: 'all', page: 2 } }]);
  });

  test('as a PNG without pixels is stale, and isn’t drawn', async () => {
    const { made, pictures } = tools({ left: 6 }, { left: 6 });
    const empty = embedInPng(PNG, FILE);
    empty.fill(0, 16, 24);
    expect(await verifyPicture(empty, {}, made)).toMatchObject({ state: 'stale', reason: 'it shows something else' });
    expect(pictures).toEqual([]);
  });
});

describe('what can’t be verified', () => {
  test.each([
    ['a diagram', FILE, 'not-a-diagram', 'Pictures as SVG and PNG can be verified, but this is <mxfile>.'],
    ['a picture without one', svg({ left: 6 }), 'not-a-diagram', expect.any(String)],
    ['no XML', 'plain words', 'not-a-diagram', expect.any(String)],
  ])('is refused: %s', async (_name, text, code, message) => {
    const { made, asked } = tools({ left: 6 });
    await expect(verifyPicture(bytes(text), {}, made)).rejects.toMatchObject({ code, message });
    expect(asked).toEqual([]);
  });

  test('errors of drawing are told as they are', async () => {
    const { made } = tools({ left: 6 });
    const failing: VerifyTools = {
      ...made,
      pixels: async () => {
        throw new RangeError('too many pixels');
      },
    };
    await expect(verifyPicture(bytes(held({ left: 6 })), {}, failing)).rejects.toThrow('too many pixels');
  });
});
