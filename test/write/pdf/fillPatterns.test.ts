/** Fill patterns in PDF: wherever a shape stands and however it is turned, poppler finds the ink that the PNG has. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RenderOptions, renderPdf, renderPng } from '../../../src/index.js';
import { drawPages, readPpm } from './poppler.js';

const PATTERNS = ['hatch', 'cross-hatch', 'dashed', 'dots', 'zigzag-line', 'zigzag'];
const SHAPES = [
  '',
  'rotation=30;',
  'rotation=-75;direction=south;flipV=1;',
  'shape=step;flipH=1;',
  'ellipse;opacity=60;',
  'shape=cylinder3;strokeColor=none;strokeWidth=3;',
];

/** Room for each shape, px: no other reaches into it, however it is turned. */
const ROOM = 160;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'patterns-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Every pattern in every shape, the first one's room at x and y. */
function diagram(x: number, y: number): string {
  const cells = PATTERNS.flatMap((pattern, row) =>
    SHAPES.map((shape, column) => {
      const [left, top] = [x + column * ROOM + 35, y + row * ROOM + 35];
      return `<mxCell id="${pattern} ${shape}" style="fillStyle=${pattern};fillColor=#0000ff;${shape}" vertex="1" parent="1"><mxGeometry x="${left}" y="${top}" width="90" height="90" as="geometry"/></mxCell>`;
    }),
  );
  // A frame, which gives the picture its place.
  const size = ROOM * SHAPES.length;
  const frame = `<mxCell id="frame" style="fillColor=none;strokeColor=none;" vertex="1" parent="1"><mxGeometry x="${x}" y="${y}" width="${size}" height="${size}" as="geometry"/></mxCell>`;
  return `<mxGraphModel pageWidth="480" pageHeight="320"><root><mxCell id="0"/><mxCell id="1" parent="0"/>${frame}${cells.join('')}</root></mxGraphModel>`;
}

interface Pixels {
  readonly width: number;
  readonly data: Uint8Array;
}

/** A PDF file's pages as poppler draws them. */
const pagesOf = (pdf: Uint8Array, resolution: number): readonly Pixels[] =>
  drawPages(pdf, folder, resolution).map(readPpm);

const pngOf = async (source: string, options: RenderOptions): Promise<Pixels> =>
  PNG.sync.read(Buffer.from(await renderPng(source, { ...options, background: '#ffffff' })));

/** How blue a square is, on average, of 255. */
function blueness({ width, data }: Pixels, left: number, top: number, side: number): number {
  let sum = 0;
  for (let y = top; y < top + side; y++) {
    for (let x = left; x < left + side; x++) {
      const at = (y * width + x) * 4;
      sum += (data[at + 2] as number) - (data[at] as number);
    }
  }
  return sum / side ** 2;
}

/** Holds each quarter of each shape to that of the other picture. poppler makes no line thinner than a pixel. */
function expectAlike(
  pdf: Pixels,
  png: Pixels,
  rooms: readonly (readonly [x: number, y: number])[],
  scale: number,
): void {
  const half = (ROOM * scale) / 2;
  for (const [x, y] of rooms) {
    for (const [dx, dy] of [
      [0, 0],
      [half, 0],
      [0, half],
      [half, half],
    ] as const) {
      const [left, top] = [x * scale + dx, y * scale + dy];
      const wanted = blueness(png, left, top, half);
      expect(wanted).toBeGreaterThan(1);
      const ratio = blueness(pdf, left, top, half) / wanted;
      expect(ratio, `at ${x}, ${y}, quarter ${dx}, ${dy}`).toBeGreaterThan(0.7);
      expect(ratio, `at ${x}, ${y}, quarter ${dx}, ${dy}`).toBeLessThan(2);
    }
  }
}

const ROOMS = PATTERNS.flatMap((_, row) => SHAPES.map((_shape, column) => [column * ROOM, row * ROOM] as const));

test.each([
  ['at the origin', 0, 0, 1],
  ['below it', 0, 640, 1],
  ['left of and above it', -1000, -2000, 1],
  ['far away', 60_000, -40_000, 1],
  ['larger', 0, 640, 2],
])('a page cropped to its drawing, %s', async (_place, x, y, scale) => {
  const options = { size: 'diagram', scale } as const;
  const [page] = pagesOf(await renderPdf(diagram(x, y), options), 96);
  expectAlike(page as Pixels, await pngOf(diagram(x, y), options), ROOMS, scale);
});

test('sheets of paper', async () => {
  const source = diagram(0, 0);
  const png = await pngOf(source, { size: 'page' });
  // A pixel of paper is a hundredth of an inch.
  const sheets = pagesOf(await renderPdf(source, { size: 'page' }), 100);
  expect(sheets).toHaveLength(6);
  for (const [i, sheet] of sheets.entries()) {
    const [left, top] = [(i % 2) * 480, Math.floor(i / 2) * 320];
    const part = cut(png, left, top, sheet.width, 320);
    const rooms = ROOMS.filter(([x, y]) => x >= left && x < left + 480 && y >= top && y < top + 320);
    expect(rooms).toHaveLength(6);
    expectAlike(
      sheet,
      part,
      rooms.map(([x, y]) => [x - left, y - top] as const),
      1,
    );
  }
});

function cut({ width, data }: Pixels, left: number, top: number, wide: number, high: number): Pixels {
  const part = new Uint8Array(wide * high * 4);
  for (let y = 0; y < high; y++) {
    const from = ((top + y) * width + left) * 4;
    part.set(data.subarray(from, from + wide * 4), y * wide * 4);
  }
  return { width: wide, data: part };
}
