/** What kind of image data is, and how large the image: by its bytes, as browsers see it. */
import { describe, expect, it } from 'vitest';
import { imageIn } from '../../src/decode/imageKind.js';
import { imageSize } from '../../src/decode/imageSize.js';
import type { Diagnostic } from '../../src/index.js';
import { render, renderPng } from '../../src/index.js';

/** The heads of files of 8 by 6 pixels, hexadecimal. */
const HEADS = {
  png: '89504e470d0a1a0a0000000d4948445200000008000000060802000000',
  gif: '47494638376108000600810000',
  bmp: '424dc60000000000000036000000280000000800000006000000',
  webp: '524946463c0000005745425056503820300000009001009d012a080006000200',
  'x-icon': '0000010001000806000001001800b200000016000000',
  avif: '0000001c667479706176696600000000617669666d6966316d69616600000028697370650000000000000008000000060000',
};

const uri = (head: string, mediaType: string) =>
  `data:${mediaType};base64,${Buffer.from(head, 'hex').toString('base64')}`;

describe.each(Object.entries(HEADS))('%s', (kind, head) => {
  it.each([`image/${kind}`, 'image/png', 'image/foo', ''])('is told and measured though it says %j', (mediaType) => {
    expect(imageIn(uri(head, mediaType))?.kind).toBe(kind);
    expect(imageSize(uri(head, mediaType))).toEqual({ width: 8, height: 6 });
  });
});

it.each([
  ['49492a0008000000', 'tiff'],
  ['00000018667479706865696300000000', 'heic'],
  ['ffd8ffe0', 'jpeg'],
  ['3c737667', undefined],
])('%s is %s', (head, kind) => {
  expect(imageIn(uri(head, 'image/png'))?.kind).toBe(kind);
});

it('SVG is only what says so', () => {
  expect(imageIn('data:image/svg+xml,%3Csvg/%3E')?.kind).toBe('svg+xml');
  expect(imageIn('img/a.png')).toBeUndefined();
});

const diagram = (href: string) =>
  '<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>' +
  `<mxCell id="a" style="shape=image;image=${href.replace(';base64', '')};" vertex="1" parent="1">` +
  '<mxGeometry width="40" height="40" as="geometry"/></mxCell></root></mxGraphModel>';

describe('a picture', () => {
  it.each(['avif', 'x-icon', 'bmp', 'webp'] as const)('keeps %s as SVG, without a word', (kind) => {
    const diagnostics: Diagnostic[] = [];
    expect(render(diagram(uri(HEADS[kind], `image/${kind}`)), { diagnostics })).toContain(`data:image/${kind};base64,`);
    expect(diagnostics).toEqual([]);
  });

  it.each(['avif', 'x-icon', 'bmp'] as const)('says that it lacks %s as PNG, and where', async (kind) => {
    const diagnostics: Diagnostic[] = [];
    await renderPng(diagram(uri(HEADS[kind], `image/${kind}`)), { diagnostics });
    expect(diagnostics).toMatchObject([{ code: 'missing-image', cellId: 'a', message: expect.stringContaining(kind) }]);
  });

  it('says what few viewers draw', () => {
    const diagnostics: Diagnostic[] = [];
    render(diagram(uri('49492a0008000000', 'image/tiff')), { diagnostics });
    expect(diagnostics).toMatchObject([
      { code: 'missing-image', cellId: 'a', message: expect.stringContaining('tiff') },
    ]);
  });

  it('declares an image as what it is', () => {
    expect(render(diagram(uri(HEADS.png, 'image/tiff')))).toContain('data:image/png;base64,');
  });
});
