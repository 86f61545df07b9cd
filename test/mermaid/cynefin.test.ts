/** Cynefin diagrams and `info`: what they show stands where Mermaid's own pictures have it, in px. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { mermaidToDrawio } from '../../src/mermaid/index.js';
import { GOLDEN_FOLDER } from '../golden/files.js';
import { boxOf, cellOf, cellsOf, type DrawnCells, endsOf, expectBox } from './cellsOf.js';
import { errorOf, noticesOf } from './told.js';

const golden = (name: string): DrawnCells =>
  cellsOf(readFileSync(path.join(GOLDEN_FOLDER, 'mermaid', `${name}.mmd`), 'utf8'));

describe('a Cynefin diagram', () => {
  const cells = golden('cynefin/garden');

  test('has a quarter for each domain but the one in the middle', () => {
    expectBox(cells, 'chart', [-40, -40, 880, 680]);
    expectBox(cells, 'complicated', [400, 0, 400, 300]);
    expectBox(cells, 'chaotic', [0, 300, 400, 300]);
    expectBox(cells, 'confusion', [280, 210, 240, 180]);
  });

  test('has what is in a domain in boxes one below the other', () => {
    expectBox(cells, 'What grows where', [140.2, 175, 119.7, 26]);
    expectBox(cells, 'Slugs', [175, 205, 50, 26]);
    expectBox(cells, 'A plant without a label', [331.6, 322, 136.8, 26]);
    expectBox(cells, 'Sow after frost', [551, 505, 98, 26]);
  });

  test('has curves from the middle of a domain to the middle of another', () => {
    expect(endsOf(cells, 'complex-complicated')).toEqual([
      { x: 200, y: 150 },
      { x: 600, y: 150 },
    ]);
    expect(boxOf(cells, 'complex-complicated').points?.[1]).toEqual({ x: 400, y: 210 });
    expect(cellOf(cells, 'complex-complicated').style.get('curved')).toBe('1');
  });

  test('has the boundaries that the seed gives', () => {
    const { x, y, height } = boxOf(cells, 'fold');
    expect([y, height]).toEqual([0, 600]);
    expect(x).toBeGreaterThan(392 - 1);
    expect(x).toBeLessThan(400);
    const drawn = (seed: number): string => mermaidToDrawio(`%%{init: {"cynefin": {"seed": ${seed}}}}%%\ncynefin-beta`);
    expect(drawn(4).replace('4', '5')).not.toBe(drawn(5));
    expect(mermaidToDrawio('cynefin-beta')).toBe(mermaidToDrawio('cynefin-beta'));
  });

  test('has sayings unless they are not wanted', () => {
    expect(cells.has('Novel Practices')).toBe(true);
    expect(golden('cynefin/names').has('Novel Practices')).toBe(false);
  });

  test('counts what has no room in the middle, and tells it', () => {
    const text = 'cynefin-beta\nconfusion "a" "b" "c" "d" "e"';
    expect(cellOf(cellsOf(text), '+2 more').style.get('dashPattern')).toBe('3 2');
    expect(noticesOf(text)).toEqual(['2 of what is in confusion are counted and not shown, as in Mermaid.']);
  });

  test('takes what is missing of colours of its own from the default theme', () => {
    const cells = cellsOf(
      '%%{init: {"theme": "base", "themeVariables": {"cynefin": {"complexBg": "#123456"}}}}%%\ncynefin-beta',
    );
    expect(cellOf(cells, 'complex').style.get('fillColor')).toBe('#123456');
    expect(cellOf(cells, 'clear').style.get('fillColor')).toBe('#fff8e1');
  });

  test.each([
    ['default', '#e8f5e9', '#8b0000'],
    ['neutral', '#e8f5e9', '#8b0000'],
    ['dark', '#1b5e20', '#ff6b6b'],
    ['forest', '#c8e6c9', '#8b4513'],
    ['base', '#e8f5e9', '#8b0000'],
  ])('the theme %s has colours of its own', (theme, complex, cliff) => {
    const cells = cellsOf(`%%{init: {"theme": "${theme}"}}%%\ncynefin-beta`);
    expect(cellOf(cells, 'complex').style.get('fillColor')?.toLowerCase()).toBe(complex);
    expect(cellOf(cells, 'cliff').style.get('strokeColor')?.toLowerCase()).toBe(cliff);
  });

  test('of more transitions than edges are allowed is refused', () => {
    expect(errorOf(`cynefin-beta\n${'complex --> clear\n'.repeat(3000)}`)).toMatchObject({ code: 'limit-exceeded' });
  });

  test('of many lines is drawn', () => {
    expect(cellsOf(`cynefin-beta\n${'\n'.repeat(49_000)}clear "x"`).has('x')).toBe(true);
  });
});

test('info is the version of Mermaid', () => {
  const cells = cellsOf('info');
  const text = [...cells.values()].find(({ label }) => /^v11\.\d+\.\d+$/.test(label));
  expect(text?.style.get('fontSize')).toBe('32');
  expectBox(cells, 'chart', [0, 0, 400, 150]);
  expect(boxOf(cells, text?.id ?? '').x).toBeLessThan(100);
});
