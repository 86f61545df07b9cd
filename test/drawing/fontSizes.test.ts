/** Fonts of fractional sizes as Chromium scales them: advances, heights and what is written for viewers. */
import { describe, expect, it } from 'vitest';
import { glyphSize, metricSize } from '../../src/drawing/fontSizes.js';
import { render } from '../../src/index.js';
import { fonts, runOf, setLabel } from '../labels/labelFixture.js';

const face = fonts.match({ families: ['Helvetica'], weight: 400, italic: false });

describe('glyphs', () => {
  // The widths of a hundred letters as Chromium measures them.
  it.each([
    [9.16667, 457.8125],
    [8.33, 416.40625],
    [11.2, 559.375],
    [13.33, 666.40625],
    [9.171875, 457.8125],
    [10.02, 500.78125],
    [10.01, 500],
    [0.4, 19.53125],
    [12.5, 625],
    [12, 600],
  ])('advance by whole 64ths of a size of %f px', (size, width) => {
    expect(face.advance('s'.repeat(100), size)).toBe(width);
  });

  it('fit a line that the whole size would not', () => {
    const label = setLabel('subdiviser les régions* au point uvw<sub>s</sub>**', { fontSize: '11' }, 190);
    expect(runOf(label, '**').baseline).toBe(runOf(label, 'subdiviser').baseline);
  });
});

describe('sizes', () => {
  it('are kept in hundredths, rounded down in single precision', () => {
    expect(metricSize(9.4)).toBeCloseTo(9.39, 5);
    expect(metricSize(9.41)).toBeCloseTo(9.41, 5);
    expect(glyphSize(9.4)).toBe(600 / 64);
    expect(glyphSize(9.41)).toBe(602 / 64);
  });

  // In 64ths of a px.
  it.each([
    [9.17, 704],
    [11.2, 860],
    [10.02, 769],
    [10.008, 769],
    [10.007, 768],
    [8.33, 639],
  ])('give the line height from the nearest layout unit of %f px', (size, height) => {
    const one = setLabel('a', { fontSize: String(size), verticalAlign: 'top' }).block.runs[0]?.baseline ?? 0;
    const two = setLabel('a<br>b', { fontSize: String(size), verticalAlign: 'top' }).block.runs[1]?.baseline ?? 0;
    expect((two - one) * 64).toBe(height);
  });
});

it.each([9.16667, 9.405, 9.4, 10.008, 7.699999])('a viewer sets the glyphs of %f px as they were measured', (size) => {
  const svg = render(
    `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="2" value="text" style="html=1;fontSize=${size};" vertex="1" parent="1"><mxGeometry width="80" height="40" as="geometry"/></mxCell></root></mxGraphModel>`,
  );
  const written = Number(/font-size="([\d.]+)"/.exec(svg)?.[1]);
  expect(glyphSize(written)).toBe(glyphSize(size));
});
