/** The tool `layout`: where everything stands, as a table. */
import { allNodes, inOneLine, type NodeDescription, type PageDescription } from '../../describe/description.js';
import { type CellBox, describe, layout } from '../../index.js';
import { diagramOf } from '../diagram.js';
import { DIAGRAM, type DiagramArguments, PAGE, type Tool, text } from '../tool.js';

interface Arguments extends DiagramArguments {
  readonly page?: number | string;
  readonly cells?: readonly string[];
}

/** How many rows are listed. */
const MOST_ROWS = 1000;

export const layoutTool: Tool = {
  name: 'layout',
  title: 'Tell where cells stand',
  description:
    'Tells where every visible cell of a page stands, as tables: shapes with id, box, parent, shape and label, then edges with id, ends, the points of their routes and label. Page px, y down. The ids and places are those that edit takes.',
  input: {
    type: 'object',
    properties: {
      ...DIAGRAM,
      ...PAGE,
      cells: { type: 'array', items: { type: 'string' }, description: 'Ids of cells; default all.' },
    },
    additionalProperties: false,
  },
  async run({ page = 1, cells: wanted, ...named }: Arguments, context) {
    const diagram = await diagramOf(named, context);
    const options = { page, assets: context.assets, limits: context.workspace.limits };
    const only = wanted && new Set(wanted);
    const boxes = layout(diagram, options).cells.filter(({ id }) => !only || only.has(id));
    const [description] = describe(diagram, options).pages;
    return [text(tables(description as PageDescription, boxes))];
  },
};

function tables({ number, name, nodes, edges }: PageDescription, boxes: readonly CellBox[]): string {
  const parents = new Map<string, string>();
  const known = new Map<string, NodeDescription>();
  for (const node of allNodes(nodes)) {
    known.set(node.id, node);
    for (const child of node.children) parents.set(child.id, node.id);
  }
  const routes = new Map(edges.map((edge) => [edge.id, edge]));
  const shapeRows: string[] = [];
  const edgeRows: string[] = [];
  for (const { id, x, y, width, height, points } of boxes.slice(0, MOST_ROWS)) {
    if (points) {
      const { source, target, labels = [] } = routes.get(id) ?? {};
      const way = points.map((each) => `${px(each.x)},${px(each.y)}`).join(' ');
      edgeRows.push(row(id, source?.id ?? '', target?.id ?? '', way, labels.join(' / ')));
    } else {
      const node = known.get(id);
      const place = [x, y, width, height].map(px);
      shapeRows.push(row(id, ...place, parents.get(id) ?? '', node?.shape ?? 'label of an edge', node?.label ?? ''));
    }
  }
  return [
    `Page ${number} "${inOneLine(name)}"`,
    row('id', 'x', 'y', 'width', 'height', 'in', 'shape', 'label'),
    ...shapeRows,
    ...(edgeRows.length > 0 ? ['', row('edge', 'from', 'to', 'points', 'label'), ...edgeRows] : []),
    ...(boxes.length > MOST_ROWS
      ? [`… and ${boxes.length - MOST_ROWS} more: name those that are wanted as cells.`]
      : []),
  ].join('\n');
}

const px = (value: number): string => String(Math.round(value * 10) / 10);

const row = (...cells: readonly string[]): string => cells.map((cell) => cell.replace(/\s+/g, ' ')).join('\t');
