import { describe, expect, it } from 'vitest';
import { stretchRows, widenRows } from '../../../src/boxes/table/tableRows.js';
import type { ComputedStyle } from '../../../src/html/computedStyle.js';
import { AUTO, type Length, px } from '../../../src/html/lengths.js';

const percent = (value: number): Length => ({ kind: 'percent', value });

function stretched(heights: readonly number[], declared: readonly Length[], wanted: number): number[] {
  const result = [...heights];
  const rows = declared.map((height) => ({ height, style: {} as ComputedStyle, groupStyle: undefined }));
  stretchRows(
    result,
    { rows, cells: [], captions: [], columnCount: 1, columnWidths: [AUTO], columnStyles: [], collapsed: undefined },
    wanted,
  );
  return result;
}

describe('rows of a table higher than its content', () => {
  it('grow as high as they are where none declares a height', () => {
    expect(stretched([10, 30], [AUTO, AUTO], 80)).toEqual([20, 60]);
  });

  it('take the shares that they declare', () => {
    expect(stretched([14, 0], [percent(45), percent(55)], 100)).toEqual([45, 55]);
    expect(stretched([14, 0], [percent(0), percent(100)], 50)).toEqual([14, 36]);
  });

  it('leave what is left to filled rows without height, then to empty ones', () => {
    expect(stretched([25, 14, 0], [px(25), AUTO, AUTO], 100)).toEqual([25, 75, 0]);
    expect(stretched([25, 25, 0], [px(25), px(25), AUTO], 100)).toEqual([25, 25, 50]);
  });

  it('all grow where every row declares its height', () => {
    expect(stretched([20, 30], [px(20), px(30)], 100)).toEqual([40, 60]);
  });

  it('keep their heights where the table is no higher', () => {
    expect(stretched([20, 30], [AUTO, AUTO], 50)).toEqual([20, 30]);
  });
});

describe('rows under a cell over several of them that lacks height', () => {
  const rows = [AUTO, AUTO, px(10), AUTO].map((height) => ({
    height,
    style: {} as ComputedStyle,
    groupStyle: undefined,
  }));
  const grid = {
    rows,
    cells: [],
    captions: [],
    columnCount: 1,
    columnWidths: [],
    columnStyles: [],
    collapsed: undefined,
  };
  const widened = (heights: readonly number[], row: number, rowSpan: number, extra: number): number[] => {
    const result = [...heights];
    const content = { kind: 'element', tag: 'td', style: {} as ComputedStyle, children: [] } as const;
    widenRows(result, grid, { content, row, rowSpan, column: 0, columnSpan: 1 }, extra);
    return result;
  };

  it('grow as high as they are, those without a height of their own', () => {
    expect(widened([10, 30, 10, 5], 0, 3, 40)).toEqual([20, 60, 10, 5]);
  });

  it('all grow where each has a height of its own', () => {
    expect(widened([10, 30, 10, 5], 2, 1, 40)).toEqual([10, 30, 50, 5]);
  });

  it('leave it to the last where all are empty', () => {
    expect(widened([9, 0, 0, 0], 1, 3, 40)).toEqual([9, 0, 0, 40]);
  });
});
