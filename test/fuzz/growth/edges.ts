/** Patterns of growth: edges, their routes, what they cross and what they hang on. */
import { cellPattern, edge, type GrowthPattern, grid, series, vertex } from './pattern.js';

const ORTHOGONAL = 'edgeStyle=orthogonalEdgeStyle;html=1;';

/** As many edges across as down, which all cross: the crossings grow with the square. */
const crossing = (n: number, style: string): string =>
  series(n, (i) =>
    edge(style, i % 2 === 0 ? { from: [0, i * 5], to: [n * 5, i * 5] } : { from: [i * 5, 0], to: [i * 5, n * 5] }),
  );

/** Small crosses beside each other: as many crossings as edges. */
const crosses = (n: number, style: string): string =>
  grid(
    n,
    (_, { x = 0, y = 0 }) =>
      edge(style, { from: [x, y], to: [x + 90, y + 90] }) + edge(style, { from: [x + 90, y], to: [x, y + 90] }),
  );

/** One long edge that crosses n short ones. */
const comb = (n: number, style: string): string =>
  series(n, (i) => edge(style, { from: [i * 10, -20], to: [i * 10, 20] })) +
  edge(style, { from: [-20, 0], to: [n * 10, 0] });

/** An edge of many points. */
const zigzag = (n: number, style: string): string =>
  edge(style, {
    from: [0, 0],
    to: [n * 10, 0],
    points: Array.from({ length: n }, (_, i) => [i * 10, (i % 2) * 50] as const),
  });

/** An edge of many points that go round and round over themselves, in squares. */
const spiral = (n: number, style: string): string =>
  edge(style, {
    from: [0, 0],
    to: [5, 5],
    points: Array.from(
      { length: n },
      (_, i) =>
        [
          [i, 0],
          [0, i],
          [-i, 0],
          [0, -i],
        ][i % 4] as [number, number],
    ),
  });

const star = (n: number, style: string, mark: string): string =>
  vertex('all', '', { id: 'all' }) +
  grid(
    n,
    (i, place) =>
      vertex('', '', { id: `b${i}`, ...place }) + edge(style, { source: 'all', target: `b${i}` }, `${i} ${mark}`),
  );

/** Each edge ends on the one before it. */
const chain = (n: number, style: string): string =>
  edge(style, { id: 'e0', from: [0, 0], to: [50, 50] }) +
  series(n, (i) => edge(style, { id: `e${i + 1}`, source: `e${i}`, to: [i * 9, 90 + i * 5] }));

/** Boxes with edges to neighbours, each through waypoints. */
const neighbours = (n: number, style: string, mark: string, label = ''): string =>
  grid(n, (i, place) => vertex('', '', { id: `b${i}`, ...place })) +
  series(n - 1, (i) => edge(style, { source: `b${i}`, target: `b${i + 1}` }, label && `${label} ${i} ${mark}`));

const STYLES = [
  'elbowEdgeStyle',
  'entityRelationEdgeStyle',
  'isometricEdgeStyle',
  'segmentEdgeStyle',
  'sideToSideEdgeStyle',
  'loopEdgeStyle',
];

export const EDGES: readonly GrowthPattern[] = [
  ...['arc', 'gap', 'sharp', 'line'].map((jump) =>
    cellPattern(`crosses of edges that jump (${jump})`, 100, (n) => crosses(n, `jumpStyle=${jump};`)),
  ),
  cellPattern('orthogonal edges that jump', 100, (n, mark) => neighbours(n, `${ORTHOGONAL}jumpStyle=arc;`, mark)),
  cellPattern('short edges under one long one that jumps', 200, (n) => comb(n, 'jumpStyle=gap;')),
  cellPattern('edges that all cross and don’t jump', 200, (n) => crossing(n, '')),
  cellPattern('an edge of many points', 500, (n) => zigzag(n, '')),
  cellPattern('an edge of many points, rounded', 500, (n) => zigzag(n, 'rounded=1;')),
  cellPattern('an edge of many points, curved', 500, (n) => zigzag(n, 'curved=1;')),
  cellPattern('an edge of many points that jumps', 500, (n) => zigzag(n, 'jumpStyle=arc;') + zigzag(9, '')),
  cellPattern('an edge of many points in one line', 500, (n) =>
    edge('jumpStyle=arc;', { from: [0, 0], to: [n, 0], points: Array.from({ length: n }, (_, i) => [i, 0] as const) }),
  ),
  cellPattern('an edge of many points that winds', 500, (n) => spiral(n, '')),
  cellPattern('an orthogonal edge of many points', 500, (n) => zigzag(n, ORTHOGONAL)),
  cellPattern('a segment edge of many points', 500, (n) => zigzag(n, 'edgeStyle=segmentEdgeStyle;')),
  cellPattern('an elbow edge of many points', 500, (n) => zigzag(n, 'edgeStyle=elbowEdgeStyle;')),
  cellPattern('a Bézier edge of many points', 500, (n) => zigzag(n, 'bezier=1;')),
  cellPattern('a flex arrow of many points', 300, (n) => zigzag(n, 'shape=flexArrow;')),
  cellPattern('a pipe of many points', 300, (n) => zigzag(n, 'shape=pipe;')),
  cellPattern('a link of many points', 300, (n) => zigzag(n, 'shape=link;')),
  cellPattern('a wire of many points', 300, (n) => zigzag(n, 'shape=wire;dashed=1;')),
  cellPattern('a zigzag of many points', 300, (n) => zigzag(n, 'shape=filledEdge;')),
  cellPattern(
    'labels along an edge of many points',
    200,
    (n, mark) =>
      zigzag(n, '').replace('edge="1"', 'id="e" edge="1"') +
      series(
        n,
        (i) =>
          `<mxCell value="${i} ${mark}" style="edgeLabel;html=1;" vertex="1" connectable="0" parent="e"><mxGeometry x="${(i / n) * 2 - 1}" y="3" relative="1" as="geometry"/></mxCell>`,
      ),
  ),
  cellPattern('edges on one vertex', 200, (n, mark) => star(n, '', mark)),
  cellPattern('orthogonal edges on one vertex', 200, (n, mark) => star(n, ORTHOGONAL, mark)),
  cellPattern('edges on an ellipse', 200, (n, mark) =>
    star(n, 'exitPerimeter=1;', mark).replace('style=""', 'style="ellipse;"'),
  ),
  cellPattern('edges from edges in a chain', 200, (n) => chain(n, '')),
  cellPattern('orthogonal edges from edges in a chain', 200, (n) => chain(n, ORTHOGONAL)),
  cellPattern(
    'edges of edges on one edge',
    200,
    (n) => edge('', { id: 'e', from: [0, 0], to: [900, 0] }) + series(n, (i) => edge('', { source: 'e', to: [i, 90] })),
  ),
  cellPattern(
    'edges on one edge of many points',
    100,
    (n) =>
      zigzag(n, '').replace('edge="1"', 'id="e" edge="1"') + series(n, (i) => edge('', { source: 'e', to: [i, 90] })),
  ),
  cellPattern('orthogonal edges between neighbours', 200, (n, mark) => neighbours(n, ORTHOGONAL, mark)),
  ...STYLES.map((style) =>
    cellPattern(`edges of ${style}`, 200, (n, mark) => neighbours(n, `edgeStyle=${style};`, mark)),
  ),
  cellPattern('edges with labels', 200, (n, mark) => neighbours(n, 'html=1;', mark, 'label')),
  cellPattern('edges with labels that follow them', 100, (n, mark) =>
    neighbours(n, 'html=1;labelRotation=auto;rotateLabel=1;', mark, 'label'),
  ),
  cellPattern('edges with markers', 200, (n, mark) =>
    neighbours(n, 'startArrow=diamondThin;endArrow=ERmany;startFill=1;', mark),
  ),
  cellPattern('edges that loop', 200, (n) =>
    grid(n, (i, place) => vertex('', '', { id: `b${i}`, ...place }) + edge('', { source: `b${i}`, target: `b${i}` })),
  ),
  cellPattern(
    'edges between two vertices',
    200,
    (n) =>
      vertex('', '', { id: 'a' }) +
      vertex('', '', { id: 'b', x: 400 }) +
      series(n, () => edge(ORTHOGONAL, { source: 'a', target: 'b' })),
  ),
  cellPattern('edges with flow animations', 200, (n, mark) => neighbours(n, 'flowAnimation=1;', mark)),
  cellPattern('edges whose ends are gone', 500, (n) => series(n, (i) => edge('', { source: `gone${i}`, target: 'b' }))),
];
