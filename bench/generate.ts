/** Makes diagrams of any size: boxes in a grid, orthogonal edges between neighbours, labels of HTML. */

const WIDTH = 120;
const HEIGHT = 60;
const GAP = 60;

/** A diagram of that many cells, a third of them edges. The same number gives the same diagram. */
export function generateDiagram(cells: number): string {
  const boxes = Math.ceil((cells * 2) / 3);
  const columns = Math.ceil(Math.sqrt(boxes));
  const parts = Array.from({ length: boxes }, (_, i) => box(i, columns));
  for (let i = 0; parts.length < cells; i++) parts.push(edge(i, boxes, columns));
  return `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${parts.join('')}</root></mxGraphModel>`;
}

const FILLS = ['#dae8fc', '#d5e8d4', '#ffe6cc', '#fff2cc', '#f8cecc', '#e1d5e7'];
const SHAPES = [
  'rounded=0',
  'rounded=1',
  'ellipse',
  'rhombus',
  'shape=cylinder3;size=10',
  'shape=hexagon;perimeter=hexagonPerimeter2',
];

function box(i: number, columns: number): string {
  const x = (i % columns) * (WIDTH + GAP);
  const y = Math.floor(i / columns) * (HEIGHT + GAP);
  const style = `${SHAPES[i % SHAPES.length]};whiteSpace=wrap;html=1;fillColor=${FILLS[i % FILLS.length]};`;
  const label = `&lt;b&gt;Service ${i}&lt;/b&gt;&lt;br&gt;handles &lt;i&gt;request ${(i * 7) % 101}&lt;/i&gt; of ${(i * 13) % 977}`;
  return `<mxCell id="b${i}" value="${label}" style="${style}" vertex="1" parent="1"><mxGeometry x="${x}" y="${y}" width="${WIDTH}" height="${HEIGHT}" as="geometry"/></mxCell>`;
}

/** To the right and downwards in turn. */
function edge(i: number, boxes: number, columns: number): string {
  const from = (i * 2) % boxes;
  const to = (from + (i % 2 === 0 ? 1 : columns)) % boxes;
  const value = i % 4 === 0 ? ` value="step ${i}"` : '';
  return `<mxCell id="e${i}"${value} style="edgeStyle=orthogonalEdgeStyle;rounded=1;html=1;" edge="1" parent="1" source="b${from}" target="b${to}"><mxGeometry relative="1" as="geometry"/></mxCell>`;
}
