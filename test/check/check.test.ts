/** What is checked, by which rules, and how much work that is. */
import { describe, expect, test } from 'vitest';
import { metered, NO_BUDGET } from '../../src/budget.js';
import { cellLines } from '../../src/check/cellLines.js';
import { checkFile } from '../../src/check/check.js';
import { type CheckOptions, check, fix, MxsvgError, nodeAssets, render } from '../../src/index.js';
import { createDrawingTools } from '../../src/pipeline/layOut.js';
import { box, edge, file, model } from './diagrams.js';

const SMALL_AND_OVERLAPPING = model(
  box('a', 0, 0, { style: 'html=1;fontSize=5;' }),
  box('b', 60, 30),
  box('c', 200, 3),
);

const rulesFound = (options: CheckOptions): readonly string[] => [
  ...new Set(check(SMALL_AND_OVERLAPPING, options).map(({ rule }) => rule)),
];

describe('rules', () => {
  test('are those of warnings and errors by default', () => {
    expect(rulesFound({})).toEqual(['small-text', 'overlap']);
    expect(rulesFound({ severity: 'info' })).toEqual(['small-text', 'overlap', 'near-miss']);
    expect(rulesFound({ severity: 'error' })).toEqual([]);
  });

  test('are chosen, left out, and set by words', () => {
    expect(rulesFound({ rules: ['layout'] })).toEqual(['overlap', 'near-miss']);
    expect(rulesFound({ rules: ['-overlap'] })).toEqual(['small-text']);
    expect(rulesFound({ rules: ['small-text=off'] })).toEqual(['overlap']);
    expect(rulesFound({ rules: ['small-text=4'] })).toEqual(['overlap']);
    expect(rulesFound({ rules: ['overlap=90'] })).toEqual(['small-text']);
    expect(rulesFound({ rules: ['overlap=error'], severity: 'error' })).toEqual(['overlap']);
    expect(check(SMALL_AND_OVERLAPPING, { rules: ['overlap', 'overlap=info'] })[0]?.severity).toBe('info');
  });

  test.each([['nothing'], ['overlap=much'], ['duplicate-id=3'], ['small-text=-1']])('are not "%s"', (word) => {
    expect(() => check(SMALL_AND_OVERLAPPING, { rules: [word] })).toThrow(MxsvgError);
  });

  test('see the picture at the scale at which it is shown', () => {
    expect(rulesFound({ rules: ['small-text'], scale: 2 })).toEqual([]);
  });
});

test('every page is checked, or the one that is asked for', () => {
  const bad = model(box('a', 0, 0), box('b', 60, 30));
  const both = file(['A', bad], ['B', bad]);
  expect(check(both).map(({ page }) => page)).toEqual([1, 2]);
  expect(check(both, { page: 'B' }).map(({ page }) => page)).toEqual([2]);
});

test('a page that can not be read is an error where no rule tells of it', () => {
  expect(() => check(file(['A', 'bm90IGEgcGFnZQ==']), { rules: ['overlap'] })).toThrow(MxsvgError);
});

test('a finding says where it is, in px of the page', () => {
  const [finding] = check(model(box('a', 100, 100), box('b', 160, 130)));
  expect(finding).toMatchObject({ page: 1, cells: ['a', 'b'], box: { x: 160, y: 130, width: 60, height: 30 } });
});

test('no more than a hundred findings of a kind are listed', () => {
  const boxes = Array.from({ length: 300 }, (_, i) =>
    box(`b${i}`, (i % 20) * 150, Math.floor(i / 20) * 90, { style: 'fontSize=4;' }),
  );
  const findings = check(model(...boxes), { rules: ['small-text'] });
  expect(findings).toHaveLength(101);
  expect(findings[100]).toMatchObject({ cells: [], message: expect.stringContaining('the first 100') });
});

test('the line on which a cell is written is known, but of compressed pages', () => {
  const lines = cellLines(`<mxfile>\n<diagram name="A">\n${model(`\n${box('a', 0, 0)}`)}</diagram></mxfile>`);
  expect([lines(1, 'a'), lines(1, '0'), lines(1, 'b'), lines(2, 'a')]).toEqual([4, 3, undefined, undefined]);
  expect(cellLines('<svg/>')(1, 'a')).toBeUndefined();
});

describe('the work of a check', () => {
  const tools = createDrawingTools(nodeAssets, undefined, {});

  /** Vertices in a square, edges between them; all in one place with `step` 0. */
  function diagram(count: number, step: number): string {
    const side = Math.ceil(Math.sqrt(count / 2));
    const cells = Array.from({ length: count / 2 }, (_, i) => [
      box(`v${i}`, (i % side) * step, Math.floor(i / side) * step, { label: 'word', size: [80, 40] }),
      edge(`e${i}`, `v${i}`, `v${(i * 7 + 1) % (count / 2)}`),
    ]);
    return model(...cells.flat());
  }

  /** Units of the budget beyond those of the drawing itself. */
  function unitsOfRules(source: string): number {
    const all = metered(NO_BUDGET);
    checkFile(tools, source, { severity: 'info' }, all);
    const drawn = metered(NO_BUDGET);
    checkFile(tools, source, { rules: ['missing-image'] }, drawn);
    return all.spent - drawn.spent;
  }

  test.each([
    ['cells side by side', 160],
    ['cells in one tools', 0],
  ])('grows with the number of cells: %s', (_, step) => {
    const [small, large] = [unitsOfRules(diagram(200, step)), unitsOfRules(diagram(2000, step))];
    expect(small).toBeGreaterThan(0);
    expect(large / small).toBeLessThan(15);
  });
});

describe('what was made to take long', () => {
  const many = (text: string, count: number): string => text.repeat(count);

  test.each<[string, string]>([
    ['tags that are never closed', model(box('a', 0, 0, { label: many('<b>', 60_000), style: '' }))],
    [
      'escaped tags that are never closed',
      model(box('a', 0, 0, { label: many('&lt;b ', 30_000), style: 'html=1;noLabel=1;' })),
    ],
    ['the same id again and again', model(...Array.from({ length: 4000 }, () => box('a', 0, 0, { label: '' })))],
    [
      'keys that nobody knows',
      model(box('a', 0, 0, { style: Array.from({ length: 20_000 }, (_, i) => `filColo${i}x=1`).join(';') })),
    ],
    ['images in a style', model(box('a', 0, 0, { style: many('image=data:image/png;', 20_000) }))],
    [
      'shapes that nobody knows',
      model(
        ...Array.from({ length: 3000 }, (_, i) => box(`b${i}`, i * 200, 0, { label: '', style: `shape=cylindr${i};` })),
      ),
    ],
  ])('ends: %s', (_, source) => {
    expect(fix(source, { severity: 'info' }).findings.length).toBeLessThan(1000);
  });
});

test('a check changes nothing of what is drawn afterwards', () => {
  const source = SMALL_AND_OVERLAPPING;
  const before = render(source);
  check(source, { severity: 'info' });
  expect(render(source)).toBe(before);
});
