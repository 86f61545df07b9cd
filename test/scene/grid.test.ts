/** The grid behind a page's cells: where its lines stand, and what it may be. */
import { describe, expect, test } from 'vitest';
import { type Diagnostic, type RenderOptions, render } from '../../src/index.js';

const page = (attributes: string): string =>
  `<mxGraphModel ${attributes}><root><mxCell id="0"/><mxCell id="1" parent="0"/>` +
  '<mxCell id="a" style="strokeColor=none;fillColor=none" vertex="1" parent="1">' +
  '<mxGeometry x="35" y="15" width="30" height="30" as="geometry"/></mxCell></root></mxGraphModel>';

/** The lines of the grid, faint ones and strong ones. */
function grid(attributes: string, option: RenderOptions['grid'], options: RenderOptions = {}) {
  const svg = render(page(attributes), { ...options, grid: option });
  return [...svg.matchAll(/<path d="([^"]*)" fill="none" (stroke="[^/]*)\/>/g)].map(([, path, stroke]) => ({
    lines: (path?.match(/M/g) ?? []).length,
    path,
    stroke,
  }));
}

test('is the page’s own, begins at the page’s origin, and every fourth line is strong', () => {
  const [faint, strong] = grid('', true);
  expect(strong?.path).toBe('M 35 40 L 65 40 M 40 15 L 40 45');
  expect(faint?.path).toBe('M 35 20 L 65 20 M 35 30 L 65 30 M 50 15 L 50 45 M 60 15 L 60 45');
  expect(strong?.stroke).toContain('stroke="#d0d0d0" stroke-width="0.5"');
  expect(faint?.stroke).toContain('stroke-opacity="0.2"');
});

test('is left out unless it is asked for', () => {
  expect(grid('', undefined)).toEqual([]);
  expect(grid('', false)).toEqual([]);
});

test('has the size and the theme of the page, or those that are given', () => {
  const [faint, strong] = grid('gridSize="20"', true, { theme: 'dark' });
  expect(faint?.path).toBe('M 35 20 L 65 20 M 35 40 L 65 40 M 40 15 L 40 45 M 60 15 L 60 45');
  expect(faint?.stroke).toContain('stroke="#424242"');
  expect(strong).toBeUndefined();
  expect(grid('', { size: 30, steps: 1, color: 'red' })).toEqual([
    expect.objectContaining({ path: 'M 35 30 L 65 30 M 60 15 L 60 45', stroke: expect.stringContaining('#ff0000') }),
  ]);
});

test('that is too dense loses every other line', () => {
  expect(grid('', { size: 0.001 })[0]?.lines).toBeLessThan(20);
});

test.each(['1e6', '1e9'])('of a picture of %s px has too many lines, which is told', (width) => {
  const source = page('').replace('width="30"', `width="${width}"`);
  const diagnostics: Diagnostic[] = [];
  const svg = render(source, { grid: true, diagnostics });
  expect(svg.length).toBeLessThan(10_000);
  expect(diagnostics.map(({ code }) => code)).toContain('too-costly');
});

test('far off comes to an end', () => {
  const source = page('').replace('x="35"', 'x="1e17"');
  expect(render(source, { grid: true }).length).toBeLessThan(100_000);
});

describe('what is no grid', () => {
  test.each([{ size: 0 }, { size: Number.NaN }, { steps: 1.5 }, { steps: 0 }, { color: 7 }, 'yes'])(
    '%j is refused',
    (value) => {
      expect(() => grid('', value as RenderOptions['grid'])).toThrow(
        expect.objectContaining({ code: 'invalid-option' }),
      );
    },
  );
});
