/** Graphs in layers: whatever the graph, its picture is in order. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rect } from '../../src/geometry/plane.js';
import type { GraphRequest } from '../../src/mermaid/graph/graph.js';
import { layoutGraph, parentsOf } from '../../src/mermaid/graph/graphLayout.js';
import { isPlaceOnSpline } from '../../src/mermaid/graph/splinePlace.js';

const SIZE = { width: 60, height: 30 };
const TITLE = { width: 50, height: 20 };

const chain = (direction: GraphRequest['direction']): GraphRequest => ({
  direction,
  nodes: ['a', 'b'].map((id) => ({ id, ...SIZE })),
  groups: [],
  edges: [{ id: 'e', source: 'a', target: 'b' }],
});

function boxOf(map: ReadonlyMap<string, Rect>, id: string): Rect {
  const box = map.get(id);
  if (!box) throw new Error(`There is no ${id}.`);
  return box;
}

const overlap = (a: Rect, b: Rect): boolean =>
  Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 0.01 &&
  Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 0.01;

const contains = (outer: Rect, inner: Rect): boolean =>
  outer.x <= inner.x + 0.01 &&
  outer.y <= inner.y + 0.01 &&
  outer.x + outer.width >= inner.x + inner.width - 0.01 &&
  outer.y + outer.height >= inner.y + inner.height - 0.01;

describe('direction', () => {
  test.each([
    ['TB', 0, 1],
    ['BT', 0, -1],
    ['LR', 1, 0],
    ['RL', -1, 0],
  ] as const)('%s', (direction, dx, dy) => {
    const { nodes } = layoutGraph(chain(direction));
    const [a, b] = [boxOf(nodes, 'a'), boxOf(nodes, 'b')];
    expect([Math.sign(b.x - a.x), Math.sign(b.y - a.y)]).toEqual([dx, dy]);
  });
});

test('nodes side by side keep the order of the text', () => {
  const ids = ['root', 'a', 'b', 'c', 'd'];
  const { nodes } = layoutGraph({
    direction: 'TB',
    nodes: ids.map((id) => ({ id, ...SIZE })),
    groups: [],
    edges: ids.slice(1).map((id) => ({ id: `e${id}`, source: 'root', target: id })),
  });
  const places = ids.slice(1).map((id) => boxOf(nodes, id).x);
  expect(places).toEqual([...places].sort((x, y) => x - y));
});

test('nodes whose names are whole numbers come before all others, as Mermaid has them', () => {
  const ids = ['root', 'b', '10', 'a', '9'];
  const { nodes } = layoutGraph({
    direction: 'TB',
    nodes: ids.map((id) => ({ id, ...SIZE })),
    groups: [],
    edges: [],
  });
  const byPlace = [...ids].sort((one, other) => boxOf(nodes, one).x - boxOf(nodes, other).x);
  expect(byPlace).toEqual(['9', '10', 'root', 'b', 'a']);
});

test('an edge has a waypoint where its label is', () => {
  const { edges } = layoutGraph({
    ...chain('TB'),
    edges: [{ id: 'e', source: 'a', target: 'b', label: { width: 40, height: 20 } }],
  });
  const { waypoints = [], label } = edges.get('e') ?? {};
  expect(label).toBeDefined();
  expect(waypoints).toContainEqual(label);
});

test('an edge of a spline that misses its own middle has its label halfway along', () => {
  const points = [
    { x: 145.4, y: 59.66 },
    { x: 64.93, y: 99 },
    { x: 78.47, y: 136 },
  ];
  const edge = { id: 'e', source: 'a', target: 'b' };
  // Mermaid's own figures: with its marker at the end, nothing of the path is in column 65 or row 99.
  expect(isPlaceOnSpline(points, { ...edge, endMarker: 4 })).toBe(false);
  expect(isPlaceOnSpline(points, edge)).toBe(true);
});

test('a loop stands below its node, or beside it where the graph goes across', () => {
  const loopOf = (direction: GraphRequest['direction']) => {
    const { nodes, edges } = layoutGraph({
      ...chain(direction),
      edges: [{ id: 'e', source: 'a', target: 'a', label: TITLE }],
    });
    return { box: boxOf(nodes, 'a'), route: edges.get('e') };
  };
  const down = loopOf('TB');
  expect(down.route?.waypoints.map(({ y }) => y > down.box.y + down.box.height)).toEqual([true, true]);
  expect(down.route?.label?.y).toBeGreaterThan(down.box.y + down.box.height + TITLE.height / 2);
  const across = loopOf('LR');
  expect(across.route?.waypoints.map(({ x }) => x > across.box.x + across.box.width)).toEqual([true, true]);
  expect(across.route?.label?.x).toBeGreaterThan(across.box.x + across.box.width + TITLE.width / 2);
});

test('two loops of one node are both there', () => {
  const { edges } = layoutGraph({
    ...chain('TB'),
    edges: ['one', 'two'].map((id) => ({ id, source: 'a', target: 'a', label: TITLE })),
  });
  const labels = ['one', 'two'].map((id) => edges.get(id)?.label);
  expect(labels[0]).toBeDefined();
  expect(labels[0]).not.toEqual(labels[1]);
});

describe('groups', () => {
  const inGroups = (edges: GraphRequest['edges']) =>
    layoutGraph({
      direction: 'TB',
      nodes: ['a', 'b', 'c'].map((id) => ({ id, ...SIZE, parent: id === 'c' ? undefined : 'G' })),
      groups: [{ id: 'G', title: TITLE, direction: 'LR' }],
      edges: [{ id: 'in', source: 'a', target: 'b' }, ...edges],
    });

  test('go their own way where no edge leaves them', () => {
    const { nodes } = inGroups([{ id: 'to', source: 'c', target: 'G' }]);
    expect(boxOf(nodes, 'a').y).toBe(boxOf(nodes, 'b').y);
  });

  test("go their surroundings' where one does", () => {
    const { nodes } = inGroups([{ id: 'out', source: 'b', target: 'c' }]);
    expect(boxOf(nodes, 'b').y).toBeGreaterThan(boxOf(nodes, 'a').y);
  });

  test('are as wide as their titles', () => {
    const { groups } = layoutGraph({
      direction: 'TB',
      nodes: [{ id: 'a', ...SIZE, parent: 'G' }],
      groups: [{ id: 'G', title: { width: 300, height: 24 } }],
      edges: [],
    });
    expect(boxOf(groups, 'G').width).toBe(308);
  });
});

test('edges from and to groups end on their borders', () => {
  const picture = layoutGraph({
    direction: 'TB',
    nodes: ['a', 'b', 'c'].map((id) => ({ id, ...SIZE, parent: id === 'c' ? undefined : id.toUpperCase() })),
    groups: [
      { id: 'A', title: TITLE },
      { id: 'B', title: TITLE },
    ],
    edges: [
      { id: 'between', source: 'A', target: 'B' },
      { id: 'out', source: 'a', target: 'c' },
      { id: 'to', source: 'c', target: 'A' },
    ],
  });
  const { start, end } = picture.edges.get('to') ?? {};
  expect(start).toBeUndefined();
  const group = boxOf(picture.groups, 'A');
  const sides = [
    (end?.x ?? 0) - group.x,
    (end?.y ?? 0) - group.y,
    group.x + group.width - (end?.x ?? 0),
    group.y + group.height - (end?.y ?? 0),
  ];
  expect(Math.min(...sides.map(Math.abs))).toBeLessThan(0.01);
});

test('groups in a ring, or in none that is there, stand by themselves', () => {
  const groups = new Set(['a', 'b']);
  const members = [
    { id: 'a', parent: 'b' },
    { id: 'b', parent: 'a' },
    { id: 'x', parent: 'nowhere' },
    { id: 'y', parent: 'b' },
  ];
  expect([...parentsOf(members, groups)]).toEqual([
    ['a', 'b'],
    ['b', undefined],
    ['x', undefined],
    ['y', 'b'],
  ]);
});

/** Graphs with groups in groups, loops, and edges of all of them. */
const anyGraph: fc.Arbitrary<GraphRequest> = fc
  .record({
    direction: fc.constantFrom('TB' as const, 'BT' as const, 'LR' as const, 'RL' as const),
    groups: fc.array(fc.nat(4), { maxLength: 4 }),
    nodes: fc.array(
      fc.record({
        parent: fc.nat(5),
        width: fc.integer({ min: 10, max: 200 }),
        height: fc.integer({ min: 10, max: 80 }),
      }),
      {
        minLength: 1,
        maxLength: 9,
      },
    ),
    edges: fc.array(
      fc.record({
        source: fc.nat(30),
        target: fc.nat(30),
        label: fc.boolean(),
        length: fc.integer({ min: 1, max: 3 }),
      }),
      {
        maxLength: 12,
      },
    ),
  })
  .map(({ direction, groups, nodes, edges }) => {
    const ids = [...groups.map((_, index) => `g${index}`), ...nodes.map((_, index) => `n${index}`)];
    const pick = (index: number): string => ids[index % ids.length] as string;
    return {
      direction,
      // A group is in one before it, or in none.
      groups: groups.map((parent, index) => ({
        id: `g${index}`,
        title: TITLE,
        parent: parent < index ? `g${parent}` : undefined,
      })),
      nodes: nodes.map(({ parent, width, height }, index) => ({
        id: `n${index}`,
        width,
        height,
        parent: parent < groups.length ? `g${parent}` : undefined,
      })),
      edges: edges.map(({ source, target, label, length }, index) => ({
        id: `e${index}`,
        source: pick(source),
        target: pick(target),
        label: label ? { width: 40, height: 20 } : undefined,
        minLength: length,
      })),
    };
  });

test('any graph has all of its parts, apart and inside of each other as they should be', () => {
  fc.assert(
    fc.property(anyGraph, (request) => {
      const { nodes, groups, edges } = layoutGraph(request);
      expect([...nodes.keys()].filter((id) => id.startsWith('n')).length).toBe(request.nodes.length);
      expect(groups.size).toBe(request.groups.length);
      expect(edges.size).toBe(request.edges.length);
      const boxes = request.nodes.map(({ id }) => boxOf(nodes, id));
      for (const [index, box] of boxes.entries()) {
        expect(boxes.slice(index + 1).filter((other) => overlap(box, other))).toEqual([]);
      }
      for (const { id, parent } of [...request.nodes, ...request.groups]) {
        const inner = groups.get(id) ?? nodes.get(id);
        const outer = parent === undefined ? undefined : groups.get(parent);
        if (inner && outer) expect(contains(outer, inner), `${id} in ${parent}`).toBe(true);
      }
      for (const { waypoints } of edges.values()) {
        for (const { x, y } of waypoints) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
      }
    }),
    { numRuns: 200, seed: 7 },
  );
});
