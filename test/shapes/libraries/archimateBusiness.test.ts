/** The business elements of ArchiMate 3 that are boxes with a small sheet in their corner. */
import { expect, test } from 'vitest';
import { drawShape } from './libraryDrawing.js';

const symbolOf = (type: string): string | undefined =>
  drawShape('mxgraph.archimate3.application', `appType=${type}`, 150, 75).parts[1]?.outline;

test('a product has a tab, a contract two lines, a representation a wavy edge and one line', () => {
  expect(symbolOf('product')).toBe('M 130 8 L 145 8 L 145 17 L 130 17 Z M 130 9.8 L 137.5 9.8 L 137.5 8');
  expect(symbolOf('contract')).toBe('M 130 8 L 145 8 L 145 17 L 130 17 Z M 130 9.8 L 145 9.8 M 130 15.2 L 145 15.2');
  expect(symbolOf('representation')).toMatch(/^M 130 8 L 145 8 L 145 15\.65 C .* Z M 130 9\.8 L 145 9\.8$/);
});

test('the same sheets are shapes of their own', () => {
  const outlines = (name: string) =>
    drawShape(`mxgraph.archimate3.${name}`, '', 100, 50).parts.map((part) => part.outline);
  expect(outlines('productSmall')).toEqual(['M 0 0 L 100 0 L 100 50 L 0 50 Z M 0 10 L 50 10 L 50 0']);
  expect(outlines('contractSmall')).toEqual(['M 0 0 L 100 0 L 100 50 L 0 50 Z M 0 10 L 100 10 M 0 40 L 100 40']);
  expect(outlines('representationSmall')[0]).toMatch(/M 0 10 L 100 10$/);
});
