/**
 * ZenUML diagrams: their parts stand where Mermaid's package for them has them. The figures are those of its pictures, in
 * px: centres of lifelines, bars with their borders, lines.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { NO_BUDGET } from '../../src/budget.js';
import { placesOf } from '../../src/mermaid/zenuml/zenumlColumns.js';
import { GOLDEN_FOLDER } from '../golden/files.js';
import { boxOf, cellOf, cellsOf, type DrawnCells, endsOf } from './cellsOf.js';

const golden = (name: string): DrawnCells =>
  cellsOf(readFileSync(path.join(GOLDEN_FOLDER, 'mermaid/zenuml', `${name}.mmd`), 'utf8'));

/** Browsers give texts widths that differ by parts of a px. */
const near = (value: number): unknown => expect.closeTo(value, 0);

interface Place {
  readonly x: number;
  readonly y: number;
}

/** `origin`: where the first participant's room and the head of the diagram begin. */
function expectBars(cells: DrawnCells, origin: Place, bars: Readonly<Record<string, readonly number[]>>): void {
  for (const [id, [x = 0, y = 0, height = 0]] of Object.entries(bars)) {
    const box = boxOf(cells, id);
    expect([id, box.x, box.y, box.width, box.height]).toEqual([
      id,
      near(origin.x + x + 1),
      near(origin.y + y + 1),
      13,
      near(height - 2),
    ]);
  }
}

describe('an order', () => {
  const cells = golden('order');
  const origin = { x: 11, y: 34 };

  test('has its lifelines as far apart as names and messages need', () => {
    const centers = { Reader: 56, Shop: 167, Orders: 328, Stock: 464, Mail: 595.5, 'receipt:Receipt': 709 };
    for (const [id, center] of Object.entries(centers)) {
      const { x, width } = boxOf(cells, id);
      expect([id, x + width / 2]).toEqual([id, near(origin.x + center + 0.5)]);
    }
  });

  test('has heads as wide as names with icons', () => {
    const widths = { Reader: 96.5, Shop: 81.4, Orders: 92.9, Stock: 147.2, Mail: 80, 'receipt:Receipt': 122.7 };
    for (const [id, width] of Object.entries(widths)) {
      expect([id, boxOf(cells, `${id}-head`).width]).toEqual([id, near(width - 2)]);
    }
    expect(cellOf(cells, 'Reader-head').style.get('fillColor')).toBe('#ffebe6');
    expect(cellOf(cells, 'Shop-head-icon').style.get('shape')).toBe('umlBoundary');
    expect(boxOf(cells, 'receipt:Receipt-head').y).toBeCloseTo(origin.y + 234 + 1, 0);
  });

  test('has bars as long as what they do', () => {
    expectBars(cells, origin, {
      'Shop-bar': [160, 106, 434],
      'Orders-bar': [321, 138, 304],
      'Stock-bar': [457, 170, 52],
      'receipt:Receipt-bar': [702, 272, 100],
      'receipt:Receipt-bar-2': [709, 322, 24],
    });
  });

  test('has returns so far apart that they don’t lie on each other', () => {
    const heights = Object.entries({ return: 204, 'return-2': 220, 'return-3': 370, 'return-4': 440, 'return-5': 571 });
    for (const [id, y] of heights) expect([id, endsOf(cells, id)[0].y]).toEqual([id, near(origin.y + y)]);
    expect(cellOf(cells, 'return').style.get('dashed')).toBe('1');
  });

  test('is on a sheet with its title', () => {
    const { width, height } = boxOf(cells, 'sheet');
    expect([width, height]).toEqual([near(794.5 - 1), 663 - 1]);
    expect(cellOf(cells, 'sheet').label).toBe('Order a book');
  });
});

describe('calls in each other', () => {
  const cells = golden('nested');
  const origin = { x: 21, y: 34 };

  test('have their bars on those around them', () => {
    expectBars(cells, origin, {
      'D-bar': [454, 86, 486],
      'D-bar-2': [461, 132, 152],
      'D-bar-3': [468, 178, 56],
      'C-bar': [354, 314, 122],
      'D-bar-4': [461, 346, 24],
      'B-bar': [254, 466, 36],
    });
  });

  test('join bars, and make room for what they return', () => {
    const heights = Object.entries({ return: 401, 'return-2': 434, 'return-3': 500 });
    for (const [id, y] of heights) expect([id, endsOf(cells, id)[0].y]).toEqual([id, near(origin.y + y)]);
    const ends = [cellOf(cells, 'return').source, cellOf(cells, 'return').target];
    expect(ends).toEqual(['C-bar', 'D-bar']);
  });

  test('have a frame around a loop', () => {
    const { x, y, width, height } = boxOf(cells, 'loop');
    const outer = [x - 0.5, y - 0.5, width + 1, height + 1];
    expect(outer).toEqual([near(origin.x - 10), near(origin.y + 642), near(259), near(133)]);
    expect(cellOf(cells, 'loop-condition').label).toContain('3');
  });
});

describe('places in a row', () => {
  const row = (count: number, ...spans: readonly (readonly [number, number, number])[]): readonly number[] =>
    placesOf(
      count,
      spans.map(([from, to, length]) => ({ from, to, length })),
      NO_BUDGET,
    ).map((place) => Math.round(100 * place) / 100);

  test('are as far apart as spans say', () => {
    expect(row(1)).toEqual([0]);
    expect(row(3, [0, 1, 100], [1, 2, 50])).toEqual([0, 100, 150]);
    expect(row(3, [0, 1, 100], [1, 2, 50], [0, 1, 120])).toEqual([0, 120, 170]);
  });

  test('share the room that a long span makes', () => {
    expect(row(4, [0, 1, 10], [1, 2, 10], [2, 3, 10], [0, 3, 90])).toEqual([0, 30, 60, 90]);
    expect(row(4, [0, 1, 40], [1, 2, 10], [2, 3, 10], [0, 3, 90])).toEqual([0, 40, 65, 90]);
    expect(row(5, [0, 1, 10], [1, 2, 10], [2, 3, 10], [3, 4, 10], [0, 2, 60], [1, 4, 120])).toEqual([
      0, 10, 60, 95, 130,
    ]);
  });
});
