/** Graphs in layers: whatever the graph, its picture is in order. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rect } from '../../src/geometry/plane.js';
import { type GraphRequest, layoutGraph, parentsOf } from '../../src/mermaid/graphLayout.js';

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

test('an edge runs straight through its label', () => {
  const { edges } = layoutGraph({
    ...chain('TB'),
    edges: [{ id: 'e', source: 'a', target: 'b', label: { width: 40, height: 20 } }],
  });
  const route = edges.get('e');
  expect(route?.label).toBeDefined();
  const on = route?.waypoints.filter(({ x }) => x === route.label?.x).map(({ y }) => y - (route.label?.y ?? 0));
  expect(on).toEqual([-10, 0, 10]);
});

test('a loop stands beside its node', () => {
  const { nodes, edges } = layoutGraph({
    ...chain('TB'),
    edges: [{ id: 'e', source: 'a', target: 'a', label: TITLE }],
  });
  const box = boxOf(nodes, 'a');
  const { waypoints = [], label } = edges.get('e') ?? {};
  const beside = (x: number): number => Math.max(box.x - x, x - (box.x + box.width));
  expect(waypoints.map(({ x }) => beside(x) > 0)).toEqual([true, true]);
  expect(new Set(waypoints.map(({ x }) => x)).size).toBe(1);
  expect(beside(label?.x ?? 0)).toBeGreaterThan(TITLE.width / 2);
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
