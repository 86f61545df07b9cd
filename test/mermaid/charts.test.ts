/** Charts: their parts stand where Mermaid's own pictures have them. The figures are Mermaid's, in px. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { mermaidToDrawio } from '../../src/mermaid/index.js';
import { GOLDEN_FOLDER } from '../golden/files.js';
import { boxOf, cellOf, cellsOf, type DrawnCells, endsOf } from './cellsOf.js';
import { noticesOf } from './told.js';

const golden = (name: string): DrawnCells =>
  cellsOf(readFileSync(path.join(GOLDEN_FOLDER, 'mermaid', `${name}.mmd`), 'utf8'));

function expectBox(cells: DrawnCells, id: string, expected: readonly [number, number, number, number]): void {
  const { x, y, width, height } = boxOf(cells, id);
  for (const [index, value] of [x, y, width, height].entries())
    expect([id, index, value]).toEqual([id, index, expect.closeTo(expected[index] as number, 0)]);
}

function expectEnds(
  cells: DrawnCells,
  id: string,
  expected: readonly [readonly [number, number], readonly [number, number]],
): void {
  for (const [index, { x, y }] of endsOf(cells, id).entries()) {
    expect([id, x]).toEqual([id, expect.closeTo(expected[index]?.[0] as number, 0)]);
    expect([id, y]).toEqual([id, expect.closeTo(expected[index]?.[1] as number, 0)]);
  }
}

/** The middle of a text's line, which is so far from the place that Mermaid gives as its baseline says, of its size. */
function middleOf(cells: DrawnCells, id: string): readonly [number, number] {
  const { x, y, width, height } = boxOf(cells, id);
  return [x + width / 2, y + height / 2];
}

const near = (x: number, y: number): unknown => [expect.closeTo(x, 0), expect.closeTo(y, 0)];

describe('a pie', () => {
  const cells = golden('pie/donut');

  test('has the size of its picture', () => {
    expectBox(cells, 'chart', [0, 0, 490, 538]);
    expectBox(cells, 'outline', [225 - 187.5, 225 - 187.5, 375, 375]);
  });

  test('has slices between the angles of their parts, the chosen one larger', () => {
    expectBox(cells, 'Sleep', [40, 40, 370, 370]);
    expectBox(cells, 'Rest', [225 - 194.25, 225 - 194.25, 388.5, 388.5]);
    const sleep = cellOf(cells, 'Sleep').style;
    expect(sleep.get('shape')).toBe('mxgraph.basic.partConcEllipse');
    expect([Number(sleep.get('startAngle')), Number(sleep.get('endAngle'))]).toEqual([0, expect.closeTo(1 / 3, 3)]);
    expect(sleep.get('arcWidth')).toBe('0.5000');
    expect(cellOf(cells, 'Rest').style.get('opacity')).toBe('100');
  });

  test('has the parts written on their slices', () => {
    expect(middleOf(cells, '33%')).toEqual(near(225 + 96.13, 225 - 55.5 - 0.3465 * 17));
    expect(cellOf(cells, '33%').parent).toBe('Sleep');
  });

  test('has a legend of rows of 22 px below it', () => {
    expect(boxOf(cells, 'swatch').y).toBeCloseTo(225 + 185 + 22, 1);
    expect(boxOf(cells, 'swatch-2').y).toBeCloseTo(225 + 185 + 44, 1);
  });

  test('of one slice is whole', () => {
    expect(cellOf(golden('pie/whole'), 'Everything').style.has('ellipse')).toBe(true);
  });

  test('has no slice for less than a hundredth, which the others share', () => {
    const few = cellsOf('pie\n "a": 999\n "b": 1\n "c": 1000');
    expect(few.has('b-2')).toBe(false);
    expect(Number(cellOf(few, 'a').style.get('endAngle'))).toBeCloseTo(999 / 1999, 3);
  });
});

describe('a quadrant chart', () => {
  const cells = golden('quadrant/tasks');

  test('has quarters, lines and points in their places', () => {
    expectBox(cells, 'chart', [0, 0, 500, 500]);
    expectBox(cells, 'quadrant-1', [263, 45, 232, 212]);
    expectBox(cells, 'quadrant-3', [31, 257, 232, 212]);
    expectEnds(cells, 'axis', [
      [263, 46],
      [263, 468],
    ]);
    expectBox(cells, 'Search', [123.8 - 5, 129.8 - 5, 10, 10]);
    expectBox(cells, 'Themes', [193.4 - 12, 384.2 - 12, 24, 24]);
  });

  test('has its points drawn as their classes and styles say', () => {
    expectBox(cells, 'Export', [355.8 - 10, 172.2 - 10, 20, 20]);
    expect(cellOf(cells, 'Export').style.get('fillColor')).toBe('#cc0000');
    expect(cellOf(cells, 'Themes').style.get('fillColor')).toBe('#ff9900');
    expect(cellOf(cells, 'Fonts').style.get('strokeColor')).toBe('#00aa00');
    expect(cellOf(cells, 'Fonts').style.get('strokeWidth')).toBe('3');
  });

  test('has upright names at its y axis', () => {
    expect(cellOf(cells, 'Little use').style.get('horizontal')).toBe('0');
    expect(middleOf(cells, 'Little use')).toEqual(near(5 + 0.3775 * 16, 363));
    expect(middleOf(cells, 'What to do first')).toEqual(near(250, 10 + 0.3775 * 20));
  });

  test('has the points over all quarters, the last of the text lowest', () => {
    const ids = [...cells.keys()];
    expect(ids.indexOf('Fonts')).toBeGreaterThan(ids.indexOf('quadrant-4'));
    expect(ids.indexOf('Search')).toBeGreaterThan(ids.indexOf('Fonts'));
  });
});

describe('an XY chart', () => {
  const cells = golden('xychart/rain');

  test('has bars, a line and marks in their places', () => {
    expectBox(cells, 'chart', [0, 0, 700, 500]);
    expectBox(cells, 'jan', [69.1, 279.2, 58.9, 160.8]);
    expectBox(cells, 'may', [469.1, 355.6, 58.9, 84.4]);
    const { points = [] } = boxOf(cells, 'Mean');
    const [across, down] = [points.map(({ x }) => x), points.map(({ y }) => y)];
    const about = (values: readonly number[]): unknown => values.map((value) => expect.closeTo(value, 0));
    expect(across).toEqual(about([98.6, 198.6, 298.6, 398.6, 498.6, 598.6]));
    expect(down).toEqual(about([298.3, 202.8, 164.6, 260.1, 317.4, 279.2]));
    expectEnds(cells, 'x-axis', [
      [67.6, 441],
      [629.6, 441],
    ]);
    expectEnds(cells, 'tick', [
      [98.6, 442],
      [98.6, 447],
    ]);
  });

  test('has its legend beside it', () => {
    expectBox(cells, 'marker', [639.6, 223.5, 10.5, 10.5]);
    expectEnds(cells, 'marker-2', [
      [639.6, 249.7],
      [650.1, 249.7],
    ]);
  });

  test('that lies has its bars from the left, their values at their ends', () => {
    const lying = golden('xychart/sideways');
    expectBox(lying, 'Ana', [108.3, 103.4, 140.1, 51.3]);
    expectBox(lying, 'Cem and Dora', [108.3, 297.4, 483.9, 51.3]);
    expect(cellOf(lying, '25').parent).toBe('Cem and Dora');
    const { x, width } = boxOf(lying, '12');
    expect(x + width).toBeCloseTo(238.4, 0);
  });

  test('has a line as far as there are values', () => {
    const gap = cellsOf('xychart\nx-axis [a, b, c, d]\nline "short" [1, 2, 3]');
    expect(boxOf(gap, 'short').points).toHaveLength(3);
  });

  test.each([
    ['0 --> 1', '0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1'],
    ['-10 --> 10', '-10 -8 -6 -4 -2 0 2 4 6 8 10'],
    ['3 --> 3', '3'],
    ['0.001 --> 0.0045', '0.001 0.0015 0.002 0.0025 0.003 0.0035 0.004 0.0045'],
    ['4000 --> 11000', '4000 4500 5000 5500 6000 6500 7000 7500 8000 8500 9000 9500 10000 10500 11000'],
    ['9007199254740990 --> 9007199254741000', ''],
  ])('has marks over %s at the numbers that are short to write', (range, marks) => {
    const labels = [...cellsOf(`xychart\nx-axis [" "]\ny-axis ${range}\nline [1]`).values()].map(({ label }) => label);
    const shown = labels.filter((label) => label !== '').reverse();
    if (marks === '') expect(shown.length).toBeLessThanOrEqual(22);
    else expect(shown).toEqual(marks.split(' '));
  });
});

describe('a radar chart', () => {
  const cells = golden('radar/polygons');

  test('has axes from its middle, polygons across them and labels at their ends', () => {
    expectBox(cells, 'chart', [0, 0, 400, 400]);
    expectEnds(cells, 'axis', [
      [200, 200],
      [200, 65],
    ]);
    expectEnds(cells, 'axis-2', [
      [200, 200],
      [316.9, 267.5],
    ]);
    expectBox(cells, 'graticule', [50, 50, 300, 300]);
    expectBox(cells, 'graticule-3', [150, 150, 100, 100]);
    const [x, y] = middleOf(cells, 'east');
    expect(x - boxOf(cells, 'east').width / 2).toBeCloseTo(339.9, 0);
    expect(y).toBeCloseTo(280.75 + 0.3775 * 12, 0);
  });

  test('has a value of its least in the middle, and one of its most at the edge', () => {
    const corners = JSON.parse(cellOf(cells, 'wind').style.get('polyCoords') ?? '') as readonly number[][];
    expect(corners[0]).toEqual([0.5, 0]);
    expect(corners[1]?.[0]).toBeCloseTo(0.5 + (0.5 * Math.sin((2 * Math.PI) / 3) * 10) / 18, 4);
  });

  test('tells which curves it has no place for', () => {
    expect(noticesOf('radar-beta\naxis a, b, c\ncurve x["X"]{1, 2}')).toEqual([
      'The curve "X" is not drawn: it has 2 values for 3 axes.',
    ]);
    expect(noticesOf('radar-beta\naxis a, b\ncurve x{0, 0}')[0]).toContain('no value is above');
  });
});

describe('a treemap', () => {
  const cells = golden('treemap/disk');

  test('has boxes as large as their values, in each other', () => {
    expectBox(cells, 'chart', [2, 27, 996, 371]);
    expectBox(cells, 'Home', [10, 35, 703, 355]);
    expectBox(cells, 'System', [723, 35, 267, 355]);
    expect(boxOf(cells, 'Trips')).toMatchObject({ width: 286, height: 265 });
    expect(cellOf(cells, 'Trips').parent).toBe('Pictures');
    expect(cellOf(cells, 'Pictures').parent).toBe('Home');
  });

  test('has its values written as a setting says, and below their names', () => {
    expect(cellOf(cells, '4,000').parent).toBe('Trips');
    const [, name] = middleOf(cells, 'Trips-2');
    const [, value] = middleOf(cells, '4,000');
    expect(value - name).toBeCloseTo(21 + 0.3775 * 23 + 0.087 * 38, 0);
    expect([...golden('treemap/budget').values()].map(({ label }) => label)).toContain('350.5');
  });

  test('takes colours of its classes for boxes and for texts', () => {
    expect(cellOf(cells, 'Music').style.get('fillColor')).toBe('#ff9900');
    expect(cellOf(cells, 'Music-2').style.get('fontColor')).toBe('#000099');
    expect(cellOf(cells, 'System').style.get('strokeWidth')).toBe('4');
  });

  test.each(['999999999,', 'zzz', '.999999999f'])('is drawn with values as "%s" that fill no page', (format) => {
    const text = `%%{init: {"treemap": {"valueFormat": "${format}"}}}%%\ntreemap\n"a": 12`;
    expect(mermaidToDrawio(text, { systemFonts: 'none' }).length).toBeLessThan(3000);
  });

  test('tells which boxes have no room', () => {
    expect(noticesOf('treemap\n"a": 1\n"b"')).toEqual(['"b" is not drawn: its value leaves it no room.']);
  });

  test('cuts names that are too long, and tells them whole', () => {
    const long = cellsOf(`treemap\n"${'name '.repeat(60)}"\n  "b": 1`);
    expect([...long.values()].some(({ label }) => label.endsWith('...'))).toBe(true);
    expect(mermaidToDrawio(`treemap\n"${'name '.repeat(60)}"\n  "b": 1`)).toContain('tooltip="name name');
  });
});

describe('a Sankey diagram', () => {
  const cells = golden('sankey/energy');

  test('has bars and bands as wide as their amounts', () => {
    expectBox(cells, 'Sun', [0, 0, 10, 248.7]);
    expectBox(cells, 'Mill', [295, 275.7, 10, 124.3]);
    expectBox(cells, 'House', [590, 0, 10, 290.1]);
    expect(Number(cellOf(cells, 'Panels-House').style.get('width'))).toBeCloseTo(165.8, 1);
    expectEnds(cells, 'Panels-Lost', [
      [305, 207.2],
      [590, 358.6],
    ]);
    expectEnds(cells, 'Mill-House', [
      [305, 337.8],
      [590, 227.9],
    ]);
  });

  test('has its labels beside the bars, toward the middle', () => {
    const [x, y] = middleOf(cells, 'Sun 60');
    expect(x - boxOf(cells, 'Sun 60').width / 2).toBeCloseTo(16, 0);
    expect(y).toBeCloseTo(124.33 - 0.3465 * 14, 0);
    const { x: left, width } = boxOf(cells, 'House 70');
    expect(left + width).toBeCloseTo(584, 0);
  });

  test('has the colours of its settings, and its palette for the rest', () => {
    const own = golden('sankey/money');
    expect(cellOf(own, 'Wages').style.get('fillColor')).toBe('#336699');
    expect(cellOf(own, 'Food').style.get('fillColor')).toBe('#f28e2c');
    expect(cellOf(own, 'Wages-Food').style.get('fillColor')).toBe('#336699');
    expect(cellOf(own, 'Wages-Food').style.has('gradientColor')).toBe(false);
  });

  test('tells that its labels have no outline', () => {
    const text = '%%{init: {"sankey": {"labelStyle": "outlined"}}}%%\nsankey\na,b,1';
    expect(noticesOf(text)).toEqual(['The outlines of labels are left out.']);
  });
});

describe('a packet', () => {
  const cells = golden('packet/udp');

  test('has fields of as many bits, over rows', () => {
    expectBox(cells, 'chart', [0, 0, 1026, 282]);
    expectBox(cells, 'Source port', [1, 15, 507, 32]);
    expectBox(cells, 'Checksum', [513, 62, 507, 32]);
    const parts = [...cells.values()].filter(({ label }) => label === 'Data over several rows');
    expect(parts).toHaveLength(3);
  });

  test('has the numbers of its bits at the edges, that of one alone in the middle', () => {
    const [x, y] = middleOf(cells, '15');
    expect(x + boxOf(cells, '15').width / 2).toBeCloseTo(508, 0);
    expect(y).toBeCloseTo(13 - 0.3465 * 10, 0);
    expect(middleOf(cells, '64')[0]).toBeCloseTo(1 + 27 / 2, 0);
  });

  test('has its title below', () => {
    expect(middleOf(cells, 'UDP packet')).toEqual(near(513, 282 - 47 / 2 - 0.087 * 14));
  });
});

test('a Gantt bar that ends where it starts is not seen, and its name is', () => {
  const cells = cellsOf('gantt\ndateFormat YYYY-MM-DD\nLong: a, 2026-01-05, 4d\nShort: b, 2026-01-06, 0d');
  expect(boxOf(cells, 'b').width).toBe(1);
  expect(cellOf(cells, 'b').style.get('fillColor')).toBe('none');
  expect(cellOf(cells, 'b').label).toContain('Short');
  expect(cellOf(cells, 'a').style.get('fillColor')).not.toBe('none');
});
