/**
 * Tree views, Venn and Ishikawa diagrams, Wardley maps and event models: their parts stand where Mermaid's own pictures
 * have them. The figures are Mermaid's, in px.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { mermaidToDrawio } from '../../src/mermaid/index.js';
import { GOLDEN_FOLDER } from '../golden/files.js';
import { boxOf, cellOf, cellsOf, type DrawnCells, endsOf, expectBox } from './cellsOf.js';
import { errorOf, noticesOf } from './told.js';

const golden = (name: string): DrawnCells =>
  cellsOf(readFileSync(path.join(GOLDEN_FOLDER, 'mermaid', `${name}.mmd`), 'utf8'));

function expectEnds(cells: DrawnCells, id: string, expected: readonly (readonly [number, number])[]): void {
  for (const [index, { x, y }] of endsOf(cells, id).entries()) {
    expect([id, x]).toEqual([id, expect.closeTo(expected[index]?.[0] as number, 0)]);
    expect([id, y]).toEqual([id, expect.closeTo(expected[index]?.[1] as number, 0)]);
  }
}

const many = (count: number, each: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => each(index)).join('\n');

describe('a tree view', () => {
  const cells = golden('treeView/icons');

  test('has a row for each entry, further to the right the deeper it is', () => {
    expectBox(cells, '/', [0, 0, 33, 30]);
    expectBox(cells, 'garden', [25, 30, 88, 30]);
    expectBox(cells, 'carrots.csv', [75, 90, 115, 30]);
    expect(cellOf(cells, 'carrots.csv').style.get('spacingLeft')).toBe('23');
  });

  test('has lines from a folder to what is in it', () => {
    expectEnds(cells, 'beds-beans.csv', [
      [55, 90],
      [75, 135],
    ]);
    expect(boxOf(cells, 'beds-beans.csv').points).toHaveLength(3);
  });

  test('has descriptions in a column, and a highlight as wide as all', () => {
    expect(boxOf(cells, 'sown in May').x).toBeCloseTo(201, 0);
    expect(boxOf(cells, 'what grows where').x).toBeCloseTo(201, 0);
    expectBox(cells, 'beans.csv-highlight', [75, 121, 284, 28]);
  });

  test('has the icons that the text and the settings ask for', () => {
    expect(['notes.md-icon', '.hidden-icon'].filter((id) => cells.has(id))).toEqual([]);
    expectBox(cells, 'beds-icon', [55, 65, 14, 14]);
    expect(noticesOf('treeView-beta\n "a" icon(logos:react)')).toEqual([
      'The icon logos:react is drawn as a question mark: it comes from a collection that is not at hand.',
    ]);
  });

  test('keeps the blanks of names', () => {
    expect(cellOf(cellsOf('treeView-beta\n "a   b"'), 'a   b').label).toContain('a&nbsp;&nbsp;&nbsp;b');
  });
});

describe('a Venn diagram', () => {
  const cells = golden('venn/texts');

  test('has circles that overlap as much as their sets, and names in what is theirs alone', () => {
    expectBox(cells, 'A', [51.9, 15, 330, 330]);
    expectBox(cells, 'B', [292.5, 52.2, 255.6, 255.6]);
    const { x, width } = boxOf(cells, 'Kitchen');
    expect(x + width / 2).toBeCloseTo(172, 0);
  });

  test('fills what sets have in common where the text gives it a colour', () => {
    expect(cellOf(cells, 'A-B').style.get('fillColor')).toBe('#ffe066');
    expectBox(cells, 'A-B', [292.5, 76.5, 89.4, 207]);
    expect(cellsOf('venn-beta\nset a\nset b\nunion a,b').has('a-b')).toBe(false);
  });

  test('has texts in a grid around the middle of their area', () => {
    expectBox(cells, 'A1', [59.3, 81.4, 104.7, 104.7]);
    expectBox(cells, 'A3', [59.3, 197.8, 104.7, 104.7]);
  });

  test('is the same each time, also where its package would throw dice', () => {
    const text = `venn-beta\n${'abcde'
      .split('')
      .map((name) => `set ${name}\n`)
      .join('')}union a,b\nunion b,c\nunion c,d`;
    expect(mermaidToDrawio(text, { systemFonts: 'none' })).toBe(mermaidToDrawio(text, { systemFonts: 'none' }));
  });

  test('tells what has no place in it', () => {
    expect(noticesOf('venn-beta\nset a\nset b:-1')[0]).toContain('not all of its sets have a size');
    expect(noticesOf('venn-beta\nset a\nset c\nunion a,c["x"]:-0.001').length).toBeLessThanOrEqual(1);
    expect(noticesOf('venn-beta\nset a\nset b:0')[0]).toContain('not all of its sets have a size');
    expect(noticesOf('venn-beta\nset a\nset b\nset c:1\nunion a,b["x"]:0\nunion a,c').length).toBeLessThanOrEqual(1);
    expect(noticesOf('venn-beta\nset a\nset b\ntext a,b x["lost"]')).toEqual([
      '"lost" is not drawn: there is no area that it is in.',
    ]);
  });

  test('of sets that objects have of themselves is drawn like any other', () => {
    expect(cellsOf('venn-beta\nset constructor\nset toString\nunion constructor,toString').has('constructor')).toBe(
      true,
    );
  });

  test('of many sets ends within the budget', () => {
    expect(errorOf(`venn-beta\n${many(200, (i) => `set s${i}`)}`)).toMatchObject({
      code: 'limit-exceeded',
      limit: 'work',
    });
  });
});

describe('an Ishikawa diagram', () => {
  const cells = golden('ishikawa/bread');
  /** From Mermaid's picture to its own coordinates. */
  const [left, top] = [336.07, 39.44];

  test('has its effect in the head, and causes at the ends of bones above and below the spine', () => {
    expectBox(cells, 'head', [0, 314, 87.5, 72]);
    expectBox(cells, 'Flour', [249.14 - 20 - left, 22 - 2 - top, 37.1 + 40, 21]);
    expectBox(cells, 'Baker', [274.31 - 20 - left, 539.12 - 2 - top, 42.43 + 40, 21]);
    expectEnds(cells, 'spine', [
      [20.09 - left, 350],
      [0, 350],
    ]);
  });

  test('has causes of causes along the bones, level and leaning in turn', () => {
    expectBox(cells, 'Heat', [73.88 - left, 206.29 - top, 34.3, 17]);
    expectBox(cells, 'Door left open', [37.65 - left, 86.54 - top, 100.4, 17]);
    expectEnds(cells, 'Heat-bone', [
      [-228.4, 216.1 - top],
      [-158.4, 216.1 - top],
    ]);
  });

  test('breaks long texts', () => {
    expectBox(cells, 'No water in the tray', [45.75 - left, 251.44 - top, 107.6, 33.8]);
  });

  test('of letters that are too small to see has no endless numbers', () => {
    const text = '%%{init: {"themeVariables": {"fontSize": "0.5px"}}}%%\nishikawa-beta\n a\n b\n  c';
    expect(mermaidToDrawio(text, { systemFonts: 'none' })).not.toMatch(/NaN|Infinity/);
  });

  test('of nothing is empty', () => {
    expect([...cellsOf('ishikawa-beta\n').keys()]).toEqual(['mermaid-diagram']);
  });
});

describe('a Wardley map', () => {
  const cells = golden('wardley/bakery');

  test('has components by how evolved and how visible they are', () => {
    expectBox(cells, 'chart', [0, 0, 900, 600]);
    expectBox(cells, 'Bread', [524.4, 142.8, 12, 12]);
    expect(boxOf(cells, 'Bread-2').x).toBeCloseTo(544.4, 0);
  });

  test('has links that end at components, and dashed ones to where they evolve', () => {
    const [start, end] = endsOf(cells, 'Bread-Dough');
    expect([start.x, start.y]).toEqual([expect.closeTo(532.9, 0), expect.closeTo(154.2, 0)]);
    expect(Math.hypot(end.x - 578.64, end.y - 239.52)).toBeCloseTo(6, 0);
    expect(endsOf(cells, 'Oven-evolves')[1].x).toBeCloseTo(522.4, 0);
  });

  test('has pipelines with what has them on top, and rings around what comes from elsewhere', () => {
    const sources = golden('wardley/sources');
    expectBox(sources, 'Mill-pipeline', [244.2, 330.8 - 12, 382, 24]);
    const mill = boxOf(sources, 'Mill');
    expect(mill.x + mill.width / 2).toBeCloseTo(48 + 0.55 * 704, 0);
    expect(boxOf(sources, 'Sacks').width).toBe(24);
    expect(cellOf(sources, 'Sacks').style.get('fillColor')).toBe('#cccccc');
  });

  test('tells of links to nowhere', () => {
    expect(noticesOf('wardley-beta\ncomponent a [0.5, 0.5]\na -> b')).toEqual([
      'The link from "a" to "b" is not drawn: there is no component "b".',
    ]);
  });

  test('has no more links than the limit on edges', () => {
    const text = `wardley-beta\ncomponent a [0.5, 0.5]\ncomponent b [0.2, 0.2]\n${many(501, () => 'a -> b')}`;
    expect(errorOf(text).limit).toBe('mermaidEdges');
  });
});

describe('an event model', () => {
  const cells = golden('eventModeling/lanes');

  test('has a lane for each kind of frame and each name before a point', () => {
    expectBox(cells, 'UI/A: Shop', [0, 0, 978, 130]);
    expectBox(cells, 'Stream: Orders', [0, 420, 978, 138]);
  });

  test('has boxes as wide as Mermaid takes their texts for', () => {
    expectBox(cells, 'Page', [250, 15, 140, 100]);
    expectBox(cells, 'Order', [320, 295, 258.3, 100]);
    expectBox(cells, 'Placed', [508.3, 435, 295.7, 108]);
  });

  test('has data at the left, their blanks kept and their line breaks not, as in Mermaid', () => {
    expect(cellOf(cells, 'Placed').label).toContain(
      '<div style="text-align:left;width:275px"><code>item:&nbsp;tea &nbsp;count:&nbsp;2</code></div>',
    );
  });

  test('leads from the last frame of another lane, or from those that are named', () => {
    expectEnds(cells, 'Page-Order', [
      [250 + (140 * 2) / 3, 115],
      [320 + 258.3 / 3, 295],
    ]);
    expectEnds(cells, 'Placed-Shelf', [
      [508.3 + (295.7 * 2) / 3, 435],
      [813 + 140 / 3, 395],
    ]);
  });

  test('begins anew where the text says so', () => {
    const cart = golden('eventModeling/cart');
    expect([...cart.keys()].filter((id) => id.endsWith('-Timer'))).toEqual([]);
    expect([...cart.keys()].filter((id) => id.endsWith('-SendMail'))).toEqual([
      'CartItems-SendMail',
      'Reminder-SendMail',
    ]);
  });

  test('tells of notes and examples, which Mermaid leaves out', () => {
    expect(noticesOf('eventmodeling\ntf 1 ui a\nnote 1 {\n x\n}\n')).toEqual([
      'A note ("note") of the event model: Mermaid doesn’t draw that, nor is it drawn here.',
    ]);
  });
});
