/** What holds of every stage, whatever it is given. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compressPage, decompressPage, Inflation } from '../../src/decode/compression.js';
import { parseXml, type XmlElement } from '../../src/decode/xml.js';
import { MxsvgError } from '../../src/diagnostics.js';
import { formatNumber } from '../../src/geometry/numbers.js';
import { drawioXml, layout, render } from '../../src/index.js';
import { DEFAULT_LIMITS } from '../../src/limits.js';
import { buildGraph } from '../../src/model/buildGraph.js';
import type { Cell } from '../../src/model/cell.js';
import type { NumberKey } from '../../src/style/keys.js';
import { resolveStyle } from '../../src/style/resolve.js';
import { compactXml } from '../../src/write/file/xml.js';
import { escapeXml } from '../../src/write/format.js';
import { problemsOf } from '../fuzz/oracles/svg.js';

const RUNS = { numRuns: 200, seed: 1, endOnFailure: true } as const;

const word = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), minLength: 1, maxLength: 8 });
/** Text that XML can hold. */
const text = fc.string({ unit: 'binary-ascii', maxLength: 30 }).map((value) => value.replace(/[^\x20-\x7e]/g, '~'));
const number = fc.oneof(fc.integer({ min: -500, max: 500 }), fc.double({ min: -1000, max: 1000, noNaN: true }));
const size = fc.integer({ min: 1, max: 300 });

describe('decode', () => {
  const element = (children: fc.Arbitrary<XmlElement[]>): fc.Arbitrary<XmlElement> =>
    fc.record({
      name: word,
      attributes: fc.dictionary(word, text, { maxKeys: 4 }).map((entries) => new Map(Object.entries(entries))),
      children,
    });
  const tree = element(fc.array(element(fc.array(element(fc.constant([])), { maxLength: 3 })), { maxLength: 3 }));

  test('reads what is written of any tree', () => {
    fc.assert(
      fc.property(tree, (element) => {
        expect(parseXml(compactXml(element))).toEqual(element);
      }),
      RUNS,
    );
  });

  test('undoes its compression', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (xml) => {
        expect(decompressPage(compressPage(xml), 'x', new Inflation(DEFAULT_LIMITS))).toBe(xml);
      }),
      RUNS,
    );
  });

  test('ends in an element or in an error of its own', () => {
    const piece = fc.constantFrom(
      '<a',
      '>',
      '/>',
      '</a>',
      '<!--',
      '-->',
      ' x="',
      '"',
      '&amp;',
      '&',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      'é',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        try {
          expect(parseXml(pieces.join('')).name).not.toBe('');
        } catch (error) {
          expect(error).toBeInstanceOf(MxsvgError);
        }
      }),
      { ...RUNS, numRuns: 1000 },
    );
  });
});

/** Cells whose parents and terminals are any of them, or none. */
const cells = fc.array(
  fc.record({
    kind: fc.constantFrom('vertex', 'edge', 'layer'),
    id: fc.integer({ min: 0, max: 12 }),
    parent: fc.integer({ min: 0, max: 12 }),
    source: fc.integer({ min: 0, max: 12 }),
    target: fc.integer({ min: 0, max: 12 }),
    x: number,
    y: number,
    width: size,
    height: size,
    style: fc.constantFrom(
      '',
      'edgeStyle=orthogonalEdgeStyle;',
      'edgeStyle=elbowEdgeStyle;',
      'edgeStyle=entityRelationEdgeStyle;',
      'ellipse;',
      'swimlane;',
      'shape=cube;rotation=30;',
      'rounded=1;curved=1;',
      'edgeStyle=isometricEdgeStyle;',
    ),
  }),
  { maxLength: 14 },
);

type RandomCell = typeof cells extends fc.Arbitrary<readonly (infer T)[]> ? T : never;

const cellXml = (
  { kind, id, parent, source, target, x, y, width, height, style }: RandomCell,
  dx = 0,
  dy = 0,
): string =>
  `<mxCell id="c${id}" value="text" style="html=1;${style}" parent="${parent > 6 ? `c${parent}` : '1'}"` +
  `${kind === 'layer' ? '' : ` ${kind}="1"`}${kind === 'edge' ? ` source="c${source}" target="c${target}"` : ''}>` +
  `<mxGeometry x="${x + dx}" y="${y + dy}" width="${width}" height="${height}" as="geometry"/></mxCell>`;

const pageOf = (content: string): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${content}</root></mxGraphModel>`;

describe('model', () => {
  test('is a tree of cells of one id each, and edges end on cells in it or nowhere', () => {
    fc.assert(
      fc.property(cells, (random) => {
        const graph = buildGraph(parseXml(pageOf(random.map((each) => cellXml(each)).join(''))), () => {});
        const seen = new Set<Cell>();
        const visit = (cell: Cell): void => {
          expect(seen.has(cell)).toBe(false);
          seen.add(cell);
          expect(graph.cells.get(cell.id)).toBe(cell);
          for (const child of cell.children) {
            expect(child.parent).toBe(cell);
            visit(child);
          }
        };
        visit(graph.root);
        expect(seen.size).toBe(graph.cells.size);
        for (const cell of seen) {
          if (cell.kind !== 'edge') continue;
          for (const end of [cell.source, cell.target]) {
            // What draw.io finds, but not on the page, is hidden: no edge to it is drawn.
            expect(end === undefined || seen.has(end) || (!end.visible && !end.parent)).toBe(true);
          }
        }
      }),
      RUNS,
    );
  });
});

describe('style', () => {
  test('gives finite numbers, and only what was written', () => {
    const entry = fc.tuple(
      fc.oneof(word, fc.constantFrom('__proto__', 'constructor')),
      fc.oneof(text, number.map(String)),
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), fc.boolean(), (entries, edge) => {
        const style = resolveStyle(
          entries.map(([key, value]) => `${key}=${value.replace(/[;=]/g, '')}`).join(';'),
          edge,
        );
        for (const [key] of entries) expect(Number.isFinite(style.number(key as NumberKey, 0))).toBe(true);
        if (!entries.some(([key]) => key === 'constructor')) expect(style.own('constructor')).toBeUndefined();
      }),
      RUNS,
    );
  });
});

describe('text', () => {
  test('keeps every word, in order', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), size, fc.boolean(), (words, width, html) => {
        const cell = `<mxCell id="a" value="${words.join(' ')}" style="whiteSpace=wrap;html=${html ? 1 : 0};" vertex="1" parent="1"><mxGeometry width="${width}" height="20" as="geometry"/></mxCell>`;
        const svg = render(pageOf(cell));
        const shown = [...svg.matchAll(/<t(?:ext|span)[^>]*>([^<]*)</g)].map(([, run]) => run).join(' ');
        expect(shown.replace(/\s/g, '')).toBe(words.join(''));
      }),
      RUNS,
    );
  });
});

describe('layout', () => {
  test('moves with its cells', () => {
    const alone = cells.map((all) =>
      all.filter(({ kind }) => kind === 'vertex').map((each, id) => ({ ...each, id, parent: 0 })),
    );
    fc.assert(
      fc.property(alone, fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 }), (random, dx, dy) => {
        const before = layout(pageOf(random.map((each) => cellXml(each)).join(''))).cells;
        const after = layout(pageOf(random.map((each) => cellXml(each, dx, dy)).join(''))).cells;
        expect(after.length).toBe(before.length);
        for (const [i, { x, y, width, height }] of before.entries()) {
          expect(after[i]?.x).toBeCloseTo(x + dx, 6);
          expect(after[i]?.y).toBeCloseTo(y + dy, 6);
          expect([after[i]?.width, after[i]?.height]).toEqual([width, height]);
        }
      }),
      RUNS,
    );
  });
});

describe('route', () => {
  test('of an orthogonal edge has no slanted line, and ends where it should', () => {
    fc.assert(
      fc.property(number, number, size, size, number, number, size, size, (x1, y1, w1, h1, x2, y2, w2, h2) => {
        const box = (id: string, x: number, y: number, width: number, height: number): string =>
          `<mxCell id="${id}" vertex="1" parent="1"><mxGeometry x="${x}" y="${y}" width="${width}" height="${height}" as="geometry"/></mxCell>`;
        const edge =
          '<mxCell id="e" style="edgeStyle=orthogonalEdgeStyle;" edge="1" parent="1" source="a" target="b"><mxGeometry relative="1" as="geometry"/></mxCell>';
        const found = layout(pageOf(box('a', x1, y1, w1, h1) + box('b', x2, y2, w2, h2) + edge)).cells;
        const points = found.find(({ id }) => id === 'e')?.points ?? [];
        for (const [i, { x, y }] of points.entries()) {
          expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
          const next = points[i + 1];
          if (next) expect(Math.min(Math.abs(next.x - x), Math.abs(next.y - y))).toBeLessThan(1.001);
        }
        const [first] = points;
        if (first) {
          expect(first.x).toBeGreaterThan(x1 - 2);
          expect(first.x).toBeLessThan(x1 + w1 + 2);
        }
      }),
      RUNS,
    );
  });

  test('is finite between any cells', () => {
    fc.assert(
      fc.property(cells, (random) => {
        for (const { x, y, width, height, points = [] } of layout(pageOf(random.map((each) => cellXml(each)).join('')))
          .cells) {
          const numbers = [x, y, width, height, ...points.flatMap((p) => [p.x, p.y])];
          expect(numbers.every(Number.isFinite)).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

describe('scene and write', () => {
  test('make a harmless picture, the same every time', () => {
    fc.assert(
      fc.property(cells, fc.constantFrom('native', 'outline', 'none'), (random, mode) => {
        const source = pageOf(random.map((each) => cellXml(each)).join(''));
        const svg = render(source, { text: mode });
        expect(problemsOf(svg)).toEqual([]);
        expect(render(source, { text: mode })).toBe(svg);
      }),
      RUNS,
    );
  });

  test('draw the same from a file written anew', () => {
    fc.assert(
      fc.property(cells, fc.boolean(), (random, compressed) => {
        const source = pageOf(random.map((each) => cellXml(each)).join(''));
        expect(render(drawioXml(source, { compressed }))).toBe(render(source));
      }),
      RUNS,
    );
  });

  test('escape any text so that it is read again', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(parseXml(`<a b="${escapeXml(value)}">${escapeXml(value)}</a>`)).toEqual({
          name: 'a',
          attributes: new Map([['b', value]]),
          children: value === '' ? [] : [value],
        });
      }),
      RUNS,
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (value) => {
        expect(parseXml(`<a b="${escapeXml(value)}"/>`).name).toBe('a');
      }),
      RUNS,
    );
  });

  test('print numbers that are read again', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
        const printed = formatNumber(value);
        expect(printed).toMatch(/^-?\d+(?:\.\d{1,2})?$/);
        expect(Number(printed)).toBeCloseTo(value, 1);
      }),
      RUNS,
    );
    for (const value of [Number.NaN, Infinity, -Infinity]) expect(() => formatNumber(value)).toThrow(RangeError);
  });
});
