/** Mind maps: how far apart topics stand in tidy trees, and the lines between them. */
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics.js';
import { boxOf, cellOf, cellsOf, type DrawnCells } from './cellsOf.js';

const TIDY = '---\nconfig:\n  layout: tidy-tree\n---\n';

const middle = (cells: DrawnCells, id: string): readonly [number, number] => {
  const { x, y, width, height } = boxOf(cells, id);
  return [x + width / 2, y + height / 2];
};

describe('the layout tidy-tree', () => {
  const cells = cellsOf(`${TIDY}mindmap
  root((mindmap))
    a[Origins]
      b[Long history]
      c[Popularisation]
    d[Research]
      e[On Automatic creation]
        f[Uses]
    g[Tools]
      h[Pen and paper]`);
  const from = (a: string, b: string): readonly number[] => {
    const [[ax, ay], [bx, by]] = [middle(cells, a), middle(cells, b)];
    return [bx - ax, by - ay];
  };

  test('has branches in turn on the left and on the right, generations 40 px apart', () => {
    const [root, a, b, d, e] = ['root', 'a', 'b', 'd', 'e'].map((id) => boxOf(cells, id));
    if (!root || !a || !b || !d || !e) throw new Error('a topic is missing');
    expect(root.x - (a.x + a.width)).toBeCloseTo(71, 1);
    expect(d.x - (root.x + root.width)).toBeCloseTo(71, 1);
    expect(a.x - (b.x + b.width)).toBeCloseTo(40, 1);
    expect(e.x - (d.x + d.width)).toBeCloseTo(40, 1);
    expect(boxOf(cells, 'g').x).toBeLessThan(root.x);
  });

  test("has topics 20 px apart, the first generation's a little above the idea", () => {
    const [b, c] = [boxOf(cells, 'b'), boxOf(cells, 'c')];
    expect(c.y - (b.y + b.height)).toBeCloseTo(20, 1);
    expect(from('d', 'e')[1]).toBeCloseTo(0, 1);
    // Mermaid's layout package, 0.2: half of the topic's height less 20 px.
    expect(from('root', 'd')[1]).toBeCloseTo(boxOf(cells, 'd').height / 2 - 20, 1);
  });

  test('has lines that leave and arrive level', () => {
    const { points = [] } = boxOf(cells, 'd-e');
    const [d, e] = [middle(cells, 'd'), middle(cells, 'e')];
    expect([points[0]?.y, points.at(-1)?.y]).toEqual([expect.closeTo(d[1], 1), expect.closeTo(e[1], 1)]);
    expect(cellOf(cells, 'd-e').style.get('curved')).toBe('1');
  });

  test('is not that of springs, which says nothing', () => {
    const diagnostics: Diagnostic[] = [];
    const text = 'mindmap\n  root\n    a\n    b';
    cellsOf(text, { diagnostics });
    cellsOf(`${TIDY}${text}`, { diagnostics });
    expect(diagnostics).toEqual([]);
    cellsOf(text, { diagnostics, config: { layout: 'radial' } });
    expect(diagnostics).toMatchObject([{ code: 'mermaid-ignored' }]);
    expect(diagnostics[0]?.message).toContain('radial');
  });

  test('takes trees as deep and as wide as texts have them', { tags: 'heavy' }, () => {
    const deep = Array.from({ length: 120 }, (_, i) => `${' '.repeat(i + 1)}t${i}`).join('\n');
    const wide = Array.from({ length: 520 }, (_, i) => `   w${i}`).join('\n');
    expect(cellsOf(`${TIDY}mindmap\n${deep}`).has('t119')).toBe(true);
    expect(cellsOf(`${TIDY}mindmap\n  root\n${wide}`).has('w519')).toBe(true);
  });
});

describe('lines', () => {
  test('are as wide as Mermaid has them for how far in the text begins', () => {
    const widths = (step: number, look?: string): readonly (string | undefined)[] => {
      const text = ['r', 'a', 'b', 'c', 'd', 'e'].map((name, i) => `${' '.repeat(step * i + 1)}${name}`).join('\n');
      const cells = cellsOf(`mindmap\n${text}`, look === undefined ? {} : { config: { look } });
      return ['r-a', 'a-b', 'b-c', 'c-d', 'd-e'].map((id) => cellOf(cells, id).style.get('strokeWidth'));
    };
    expect(widths(1)).toEqual(['11', '8', '5', '2', '3']);
    expect(widths(2)).toEqual(['11', '5', '3', '3', '3']);
    expect(widths(1, 'neo')).toEqual(['8', '6', '4', '2', '2']);
  });

  test('come from the middle of clouds and bangs, under them', () => {
    const cells = cellsOf('mindmap\n  r)a cloud(\n    b))bang((\n      c');
    const [cloud, bang] = [cellOf(cells, 'r-b').style, cellOf(cells, 'b-c').style];
    expect([cloud.get('exitX'), cloud.get('exitPerimeter'), cloud.get('entryX')]).toEqual(['0.5', '0', '0.5']);
    expect([bang.get('exitX'), bang.get('entryX')]).toEqual(['0.5', undefined]);
  });
});
