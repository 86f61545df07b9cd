/** Patterns of growth: the same page of many cells, in every output. */
import {
  cellPattern,
  edge,
  type GrowthPattern,
  grid,
  labelled,
  model,
  type Output,
  series,
  vertex,
} from './pattern.js';

/** Cells of different shapes and colours with labels, and edges between neighbours. */
function cells(n: number, mark: string): string {
  const shapes = [
    'rounded=1;',
    'ellipse;',
    'rhombus;',
    'shape=hexagon;',
    'shape=cylinder3;',
    'shape=mxgraph.cisco.routers.router;',
  ];
  const boxes = grid(n, (i, place) =>
    vertex(`Box <b>${i}</b> ${mark}`, `html=1;whiteSpace=wrap;${shapes[i % shapes.length]}fillColor=#dae8fc;`, {
      id: `b${i}`,
      ...place,
    }),
  );
  return (
    boxes +
    series(n >> 1, (i) => edge('edgeStyle=orthogonalEdgeStyle;html=1;', { source: `b${i}`, target: `b${i + 1}` }))
  );
}

const everyOutput = (outputs: readonly Output[]): readonly GrowthPattern[] =>
  outputs.map((output) => cellPattern('cells', 100, cells, output));

/** Two versions of a page: a third is changed, a third removed and as many are added. */
const version = (n: number, mark: string, second: number): string =>
  grid(n, (i, place) =>
    vertex(`${i} ${mark} ${i % 3 === 0 ? second : ''}`, undefined, {
      id: `c${i % 3 === 1 ? `${second}-${i}` : i}`,
      ...place,
    }),
  );

export const CELLS: readonly GrowthPattern[] = [
  ...everyOutput([
    'svg',
    'outline',
    'auto',
    'fonts',
    'embed',
    'png',
    'pdf',
    'sheets',
    'html',
    'xml',
    'packed',
    'layout',
  ]),
  {
    name: 'cells, of which two thirds differ',
    output: 'compare',
    from: 200,
    source: (n, mark) => [model(version(n, mark, 1)), model(version(n, mark, 2))],
  },
  {
    name: 'one label that differs',
    output: 'compare',
    from: 5000,
    source: (n, mark) => [labelled('word '.repeat(n) + mark), labelled('other '.repeat(n) + mark)],
  },
  cellPattern('cells of plain text', 200, (n, mark) =>
    grid(n, (i, place) => vertex(`plain text ${i} ${mark}`, 'rounded=0;whiteSpace=wrap;', place)),
  ),
  cellPattern(
    'cells of links and tooltips',
    200,
    (n, mark) =>
      grid(
        n,
        (i, { x, y }) =>
          `<UserObject label="${i}" tooltip="About ${i} ${mark}" link="https://example.com/${i}"><mxCell vertex="1" parent="1"><mxGeometry x="${x}" y="${y}" width="80" height="40" as="geometry"/></mxCell></UserObject>`,
      ),
    'pdf',
  ),
  cellPattern('cells that all stand on each other', 200, (n, mark) => series(n, () => vertex(mark))),
  cellPattern('cells in a row far apart', 200, (n, mark) => series(n, (i) => vertex(mark, undefined, { x: i * 1e4 }))),
];
