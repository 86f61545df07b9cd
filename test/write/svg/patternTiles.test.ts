/** Where fill patterns begin, and how far apart their lines are, in SVG and PNG. */
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { render, renderPng } from '../../../src/index.js';
import { tilesToWholePixels } from '../../../src/write/svg/patternTiles.js';

const box = (x: number, y: number, width: number, height: number): string =>
  '<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>' +
  '<mxCell id="a" style="fillStyle=hatch;fillColor=#000000;strokeColor=none;" vertex="1" parent="1">' +
  `<mxGeometry x="${x}" y="${y}" width="${width}" height="${height}" as="geometry"/></mxCell></root></mxGraphModel>`;

describe('a fill pattern', () => {
  it('begins at the corner of the picture, wherever that is on the page', () => {
    expect(render(box(20, 640, 120, 70))).toContain('patternTransform="translate(20 640) rotate(45)"');
    expect(render(box(20, 640, 120, 70), { border: 5 })).toContain('translate(15 635) rotate(45)');
    expect(render(box(0, 0, 120, 70))).toContain('patternTransform="rotate(45)"');
  });

  it('looks the same in PNG at any place', async () => {
    expect(await renderPng(box(20, 640, 120, 70))).toEqual(await renderPng(box(333, 47, 120, 70)));
  });

  // Tiles of 11.5 px that are turned by 45°: a line every 11.5 √2 px.
  it.each([1, 1.3, 2])('has its lines as far apart in PNG as in SVG at scale %f', async (scale) => {
    const { data, width } = PNG.sync.read(Buffer.from(await renderPng(box(0, 0, 1600, 40), { scale })));
    const darkAt = (x: number): boolean => (data[(10 * width + x) * 4 + 3] as number) > 60;
    let lines = 0;
    for (let x = 1; x < width; x++) if (darkAt(x) && !darkAt(x - 1)) lines++;
    expect(Math.abs(lines - 1600 / (11.5 * Math.SQRT2))).toBeLessThan(1.5);
  });
});

describe('tilesToWholePixels', () => {
  it.each([
    [13, 1],
    [11.5, 2],
    [11.25, 4],
    [11.2, 5],
    [10.75, 4],
  ])('of %f px', (pixels, count) => {
    expect(tilesToWholePixels(pixels)).toBe(count);
  });

  it('takes the best of what is not too many', () => {
    const count = tilesToWholePixels(11.5 * Math.SQRT2);
    expect(count).toBeLessThanOrEqual(16);
    expect(Math.abs(count * 11.5 * Math.SQRT2 - Math.round(count * 11.5 * Math.SQRT2)) / count).toBeLessThan(0.01);
  });
});
