/** Swimlane diagrams: lanes and what is in them stand where Mermaid has them, as draw.io's swimlanes. */
import { describe, expect, test } from 'vitest';
import { jumpingLast, jumpsBetween } from '../../src/mermaid/graph/swimlaneRoutes.js';
import { boxOf, cellOf, cellsOf, type DrawnCells } from './cellsOf.js';
import { errorOf, noticesOf } from './told.js';

const lane = (id: string, ...statements: readonly string[]): string =>
  `subgraph ${id}[${id.toUpperCase()}]\n${statements.join('\n')}\nend`;

const ORDER = `swimlane-beta
  subgraph customer[Customer]
    order[Place order] --> pay[Pay]
  end
  subgraph shop[Shop]
    check{In stock?}
    pack[Pack]
  end
  subgraph carrier[Carrier]
    ship([Ship])
  end
  order --> check
  check -->|yes| pack
  check -->|no| order
  pay --> pack
  pack --> ship`;

/** Where a cell stands from the top left of another, px. */
function placeIn(cells: DrawnCells, id: string, origin: string): readonly [number, number, number, number] {
  const [{ x, y, width, height }, from] = [boxOf(cells, id), boxOf(cells, origin)];
  return [x - from.x, y - from.y, width, height];
}

/** A route from the top left of a cell, px. */
function routeFrom(cells: DrawnCells, id: string, origin: string): readonly (readonly [number, number])[] {
  const { x, y } = boxOf(cells, origin);
  return (boxOf(cells, id).points ?? []).map((p) => [p.x - x, p.y - y]);
}

/** Browsers give texts widths that differ by parts of a px. */
const MOST = 0.8;

const near = (found: readonly number[], wanted: readonly number[]): void => {
  expect(found.length).toBe(wanted.length);
  const far = found.filter((value, index) => Math.abs(value - (wanted[index] as number)) > MOST);
  expect({ found, far }).toEqual({ found, far: [] });
};

describe('places', () => {
  const cells = cellsOf(ORDER);

  // The figures of Mermaid 11.17 in Chromium.
  test.each([
    ['shop', [241.83, 0, 218.03, 398.03]],
    ['carrier', [459.86, 0, 156.76, 398.03]],
    ['order', [50, 204.03, 141.83, 54]],
    ['check', [291.83, 36, 118.03, 118.03]],
    ['ship', [509.86, 315.53, 56.5, 39]],
  ] as const)('of %s are Mermaid’s', (id, wanted) => near(placeIn(cells, id, 'customer'), wanted));

  test('of edges too, with their bends', () => {
    const route = routeFrom(cells, 'L_order_check_0', 'customer');
    near(route.flat(), [120.91, 204.03, 120.91, 184.03, 350.84, 184.03, 350.84, 154.03]);
    const back = routeFrom(cells, 'L_check_order_0', 'customer');
    // Mermaid's rhombuses end a px outside of themselves for edges.
    near(back.slice(1).flat(), [110.91, 95.02, 110.91, 204.03]);
  });

  test('of a label are on its edge', () => {
    const label = [...cells.values()].find(({ label }) => label.includes('yes'));
    expect(label?.isEdgeLabel).toBe(true);
    const { y, height } = label?.box ?? { y: 0, height: 0 };
    expect(y + height / 2 - boxOf(cells, 'customer').y).toBeCloseTo(95, 0);
  });
});

describe('a lane', () => {
  test('is a swimlane with its title above, and what is in it in its cell', () => {
    const cells = cellsOf(`swimlane-beta TB\n${lane('a', 'b --> c', lane('d', 'e'))}`);
    const { style, label } = cellOf(cells, 'a');
    expect([style.has('swimlane'), style.get('startSize'), style.get('horizontal'), label]).toEqual([
      true,
      '24',
      undefined,
      'A',
    ]);
    const inA = ['b', 'c', 'd'].map((id) => cellOf(cells, id).parent);
    expect(inA).toEqual(['a', 'a', 'a']);
    expect([cellOf(cells, 'e').parent, cellOf(cells, 'd').style.has('swimlane')]).toEqual(['d', false]);
  });

  test('has its title beside it where the diagram runs to the right, and only there', () => {
    const bandOf = (direction: string) => {
      const { style } = cellOf(cellsOf(`swimlane-beta ${direction}\n${lane('a', 'b --> c')}`), 'a');
      return [style.get('horizontal'), style.get('startSize')];
    };
    expect(bandOf('LR')).toEqual(['0', '32']);
    for (const direction of ['RL', 'TB', 'BT', 'TD']) expect(bandOf(direction)).toEqual([undefined, '24']);
  });

  test('without a title holds what is in none', () => {
    const cells = cellsOf(`swimlane-beta\na --> b\n${lane('l', 'b')}`);
    const { parent } = cellOf(cells, 'a');
    const { style, label } = cellOf(cells, parent);
    expect([style.has('swimlane'), style.get('startSize'), label]).toEqual([true, '0', '']);
    expect(cellOf(cells, 'b').parent).toBe('l');
  });

  test('is there with nothing in it', () => {
    const cells = cellsOf(`swimlane-beta\n${lane('empty')}\n${lane('l', 'a --> b')}`);
    expect(cellOf(cells, 'empty').style.has('swimlane')).toBe(true);
    expect(boxOf(cells, 'empty').height).toBe(boxOf(cells, 'l').height);
  });

  test('is no narrower than its title’s lines, which are Markdown', () => {
    const cells = cellsOf('swimlane-beta\nsubgraph l[A title **much** longer than its lane is wide]\na\nend');
    expect(cellOf(cells, 'l').label).toContain('<b>much</b>');
    expect(boxOf(cells, 'l').width - boxOf(cells, 'a').width).toBeGreaterThan(40);
  });

  test('has the colours of its class, in title and body', () => {
    const { style } = cellOf(cellsOf(`swimlane-beta\n${lane('l', 'a')}\nstyle l fill:#123456,stroke:#654321`), 'l');
    const colors = ['fillColor', 'swimlaneFillColor', 'strokeColor'].map((key) => style.get(key));
    expect(colors).toEqual(['#123456', '#123456', '#654321']);
  });

  test('is outlined alone where it is drawn by hand, and has no shadow in the look neo', () => {
    const styleIn = (look: string) =>
      cellOf(cellsOf(`swimlane-beta\n${lane('l', 'a')}`, { config: { look } }), 'l').style;
    expect([styleIn('handDrawn').get('swimlaneFillColor'), styleIn('handDrawn').get('sketch')]).toEqual(['none', '1']);
    expect(styleIn('neo').get('shadow')).toBe('0');
  });
});

describe('the layout', () => {
  const FLOW = `${lane('l', 'a --> b')}\n${lane('m', 'c')}\nb --> c`;
  const isInLanes = (text: string, config?: Readonly<Record<string, unknown>>): boolean =>
    cellOf(cellsOf(text, { config }), 'l').style.has('swimlane');

  test('is that of lanes, also for a flowchart that asks for it', () => {
    expect(isInLanes(`swimlane-beta\n${FLOW}`)).toBe(true);
    expect(isInLanes(`flowchart TB\n${FLOW}`)).toBe(false);
    expect(isInLanes(`flowchart TB\n${FLOW}`, { layout: 'swimlane' })).toBe(true);
    expect(isInLanes(`---\nconfig:\n  layout: swimlane\n---\nflowchart TB\n${FLOW}`)).toBe(true);
  });

  test.each(['dagre', 'elk'])('is %s where that is asked for', (layout) => {
    expect(isInLanes(`swimlane-beta\n${FLOW}`, { layout })).toBe(false);
    expect(isInLanes(`---\nconfig:\n  layout: ${layout}\n---\nswimlane-beta\n${FLOW}`)).toBe(false);
  });

  test('keeps the distances that are set', () => {
    const rankOf = (rankSpacing: number): number => {
      const cells = cellsOf('swimlane-beta\na --> b', { config: { flowchart: { rankSpacing } } });
      return boxOf(cells, 'b').y - boxOf(cells, 'a').y;
    };
    expect(rankOf(90) - rankOf(30)).toBeCloseTo(60, 5);
  });

  test('puts lanes into an order of its own where that is asked for', () => {
    const crossing = `swimlane-beta\n${lane('l', 'a')}\n${lane('m', 'b')}\n${lane('n', 'c')}\na --> c --> a\na --> c`;
    const orderOf = (automaticLaneOrdering: boolean): readonly string[] => {
      const cells = cellsOf(crossing, { config: { swimlane: { automaticLaneOrdering } } });
      return ['l', 'm', 'n'].sort((a, b) => boxOf(cells, a).x - boxOf(cells, b).x);
    };
    expect(orderOf(false)).toEqual(['l', 'm', 'n']);
    expect(orderOf(true)).not.toEqual(['l', 'm', 'n']);
  });

  test('has settings, of which those that change nothing are told', () => {
    const text = `---\nconfig:\n  swimlane:\n    lineHops: gap\n  flowchart:\n    titleTopMargin: 3\n---\nswimlane-beta\n${FLOW}`;
    expect(noticesOf(text)).toEqual(['The setting flowchart.titleTopMargin changes nothing of this diagram.']);
  });
});

describe('edges', () => {
  const HOPS = `swimlane-beta LR
    ${lane('l', 'a1 --> a2 --> a3')}\n${lane('m', 'b1 --> b2 --> b3')}\n${lane('n', 'c1 --> c2')}
    a1 --> c2\na3 --> c1\nb1 --> a3\nc1 --> a2`;
  const jumpersIn = (cells: DrawnCells): readonly (readonly [string, string | undefined])[] =>
    [...cells.values()]
      .filter(({ style }) => style.has('jumpStyle'))
      .map(({ id, style }) => [id, style.get('jumpStyle')]);
  const withHops = (lineHops: unknown): DrawnCells => cellsOf(HOPS, { config: { swimlane: { lineHops } } });

  test('that run across jump over those that run down, which are drawn before', () => {
    const cells = withHops('arc');
    const edges = [...cells.values()].filter(({ kind }) => kind === 'edge');
    const order = edges.map(({ id }) => id);
    const jumps = jumpsBetween(edges.map(({ id, box }) => ({ id, path: box?.points ?? [] })));
    expect(jumps.size).toBeGreaterThan(0);
    for (const [id, under] of jumps) {
      for (const other of under) expect(order.indexOf(other)).toBeLessThan(order.indexOf(id));
    }
    const jumpers = jumpersIn(cells);
    expect(jumpers.map(([id]) => id).sort()).toEqual([...jumps.keys()].sort());
    expect(new Set(jumpers.map(([, style]) => style))).toEqual(new Set(['arc']));
    expect(jumpersIn(withHops('gap'))).toEqual(jumpers.map(([id]) => [id, 'gap']));
    expect(jumpersIn(withHops(false))).toEqual([]);
  });

  test('have rounded bends, whatever bends their curve has', () => {
    for (const curve of ['basis', 'linear', 'stepBefore', 'rounded']) {
      const { style } = cellOf(cellsOf('swimlane-beta\na --> b', { config: { flowchart: { curve } } }), 'L_a_b_0');
      expect([style.get('rounded'), style.has('edgeStyle'), style.has('curved')]).toEqual(['1', false, false]);
    }
    const smooth = cellsOf('swimlane-beta\na --> b', { config: { flowchart: { curve: 'natural' } } });
    expect(cellOf(smooth, 'L_a_b_0').style.get('curved')).toBe('1');
  });

  test('join lanes at their borders', () => {
    const cells = cellsOf(`swimlane-beta\n${lane('l', 'a --> b')}\n${lane('m', 'c')}\nl --> c`);
    const { source, box } = cellOf(cells, 'L_l_c_0');
    const { x, width } = boxOf(cells, 'l');
    expect([source, box?.points?.[0]?.x]).toEqual(['l', expect.closeTo(x + width, 3)]);
  });

  test('from a node to itself stand beside it, each further out', () => {
    const cells = cellsOf('swimlane-beta\na --> a\na -->|again| a\na --> b');
    const reachOf = (id: string): number => Math.max(...(boxOf(cells, id).points ?? []).map(({ x }) => x));
    const { x, width } = boxOf(cells, 'a');
    expect(reachOf('L_a_a_0')).toBeGreaterThan(x + width);
    expect(reachOf('L_a_a_2')).toBeGreaterThan(reachOf('L_a_a_0'));
  });
});

describe('jumps', () => {
  const across = {
    id: 'across',
    path: [
      { x: 0, y: 5 },
      { x: 10, y: 5 },
    ],
  };
  const down = {
    id: 'down',
    path: [
      { x: 5, y: 0 },
      { x: 5, y: 10 },
    ],
  };
  const slant = {
    id: 'slant',
    path: [
      { x: 0, y: 4 },
      { x: 10, y: 6 },
    ],
  };
  const beside = {
    id: 'beside',
    path: [
      { x: 10, y: 0 },
      { x: 10, y: 10 },
    ],
  };

  test('are made by what runs across, and else by what comes later', () => {
    expect(jumpsBetween([across, down])).toEqual(new Map([['across', new Set(['down'])]]));
    expect(jumpsBetween([down, across])).toEqual(new Map([['across', new Set(['down'])]]));
    expect(jumpsBetween([across, slant])).toEqual(new Map([['slant', new Set(['across'])]]));
    // It ends there.
    expect(jumpsBetween([across, beside])).toEqual(new Map());
  });

  test('decide what is drawn before', () => {
    const edges = ['a', 'b', 'c'].map((id) => ({ id }));
    const orderOf = (jumps: readonly (readonly [string, readonly string[]])[]): string =>
      jumpingLast(edges, new Map(jumps.map(([id, under]) => [id, new Set(under)])))
        .map(({ id }) => id)
        .join('');
    expect(orderOf([])).toBe('abc');
    expect(orderOf([['a', ['c']]])).toBe('cab');
    expect(
      orderOf([
        ['a', ['b']],
        ['b', ['c']],
      ]),
    ).toBe('cba');
    // Two that jump over each other.
    expect(
      [
        ...orderOf([
          ['a', ['b']],
          ['b', ['a']],
        ]),
      ]
        .sort()
        .join(''),
    ).toBe('abc');
  });
});

describe('what a stranger writes', () => {
  const many = (count: number, line: (i: number) => string): string =>
    Array.from({ length: count }, (_, i) => line(i)).join('\n');

  test('takes no more than the work that there is', () => {
    const edges = (count: number): DrawnCells =>
      cellsOf(`swimlane-beta\n${lane('l', 'a')}\n${lane('m', 'b')}\n${many(count, () => 'a --> b')}`, {
        limits: { work: 20_000 },
      });
    expect(edges(2).size).toBeGreaterThan(4);
    expect(() => edges(60)).toThrow(expect.objectContaining({ code: 'limit-exceeded', limit: 'work' }));
    const nodes = `swimlane-beta\n${many(300, (i) => `n${i}`)}`;
    expect(() => cellsOf(nodes, { limits: { work: 1400 } })).toThrow(expect.objectContaining({ limit: 'work' }));
  });

  test('is counted by its edges', () => {
    expect(errorOf(`swimlane-beta\n${many(501, (i) => `a${i} --> b${i}`)}`).limit).toBe('mermaidEdges');
  });

  test.each([
    `subgraph __proto__\nconstructor --> toString\nend\n__proto__ --> hasOwnProperty`,
    `${lane('l', lane('m', 'l'))}\nl --> m\nm --> l\nl --> l`,
    'a@{ shape: circle, label: "" } --> b@{ shape: text }',
    `${lane('__swimlane_default__', 'a')}\nb --> a`,
    `${lane('l', lane('m'))}`,
  ])('is drawn, whatever it names: %j', (text) => {
    expect(cellsOf(`swimlane-beta\n${text}`).size).toBeGreaterThan(1);
  });

  test('may not be called what the added lane is called', () => {
    const { code, message } = errorOf('swimlane-beta\n__swimlane_default__ --> a');
    expect([code, message]).toEqual(['mermaid-unsupported', expect.stringContaining('__swimlane_default__')]);
  });

  test('may set what it likes', () => {
    const config = { swimlane: { lineHops: 7, automaticLaneOrdering: 'x' }, flowchart: { nodeSpacing: -1e308 } };
    expect(cellsOf(ORDER, { config }).size).toBe(cellsOf(ORDER).size);
  });
});
