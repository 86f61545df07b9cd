/** Documents over which resvg ends: the process goes on, and so does the thread's successor. */
import { describe, expect, test } from 'vitest';
import { type Diagnostic, renderPdf, renderPng } from '../../../src/index.js';
import { drawIsolated } from '../../../src/platform/node/isolatedResvg.js';
import type { DrawingRequest } from '../../../src/platform/raster/resvg.js';

const request = (svg: string, changes: Partial<DrawingRequest> = {}): DrawingRequest => ({
  svg,
  wanted: 'pixels',
  options: {},
  fontFiles: [],
  families: {},
  mostPixels: 1e6,
  ...changes,
});

const svg = (body: string, view = '0 0 10 10'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" viewBox="${view}">${body}</svg>`;

const FAR = svg('<g opacity="0.5"><rect width="5" height="5"/></g>', '1000 1000 10 10');
const ENDLESS = svg(
  '<filter id="f" x="0" y="0" width="1" height="1"><feTurbulence numOctaves="100000000" baseFrequency="0.5"/></filter><rect width="9" height="9" filter="url(#f)"/>',
);
const RED = svg('<rect width="10" height="10" fill="red"/>');

describe('a thread of its own', () => {
  test('draws', () => {
    const answer = drawIsolated(request(RED), 20_000);
    expect(answer).toMatchObject({ kind: 'done', width: 10, height: 10 });
    expect(answer.kind === 'done' && [...(answer.data?.subarray(0, 4) ?? [])]).toEqual([255, 0, 0, 255]);
  });

  test('says what can’t be read, and what is too large', () => {
    expect(drawIsolated(request('<svg'), 20_000).kind).toBe('unreadable');
    expect(drawIsolated(request(RED, { mostPixels: 99 }), 20_000)).toEqual({
      kind: 'too-large',
      width: 10,
      height: 10,
    });
  });

  test('ends over what ends resvg, and the next one draws', () => {
    expect(drawIsolated(request(FAR), 20_000)).toEqual({ kind: 'ended' });
    expect(drawIsolated(request(RED), 20_000).kind).toBe('done');
  });

  test('is given up when it comes to no end', () => {
    expect(drawIsolated(request(ENDLESS), 300)).toEqual({ kind: 'ended' });
    expect(drawIsolated(request(RED), 20_000).kind).toBe('done');
  });
});

describe('a diagram with an image over which resvg ends', () => {
  const diagram = (image: string): string => {
    const href = `data:image/svg+xml,${Buffer.from(image).toString('base64')}`;
    return `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
      <mxCell id="a" style="shape=image;image=${href};" vertex="1" parent="1"><mxGeometry width="50" height="50" as="geometry"/></mxCell>
      <mxCell id="b" vertex="1" parent="1"><mxGeometry x="60" width="50" height="50" as="geometry"/></mxCell>
    </root></mxGraphModel>`;
  };

  test('is drawn without it, and says so', async () => {
    const diagnostics: Diagnostic[] = [];
    const png = await renderPng(diagram(FAR), { diagnostics });
    expect(Buffer.from(png.subarray(16, 24)).toString('hex')).toBe('0000006f00000033');
    expect(diagnostics.map(({ code }) => code)).toEqual(['missing-image']);
  });

  test('is written as PDF', async () => {
    const pdf = await renderPdf(diagram(FAR));
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
  });
});
