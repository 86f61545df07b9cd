/** Block diagrams: blocks in a grid, some with blocks in them, and edges between them. */
import { type Rect, rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { edgeLabel, edgeStyle } from '../graph/edgeStyle.js';
import type { Size } from '../graph/graph.js';
import { type NodeLabel, nodeLabel, wrapAtLabel } from '../graph/graphDiagram.js';
import type { ModelEdge } from '../graph/model.js';
import { defineKind } from '../kind.js';
import { length } from '../text/readers.js';
import { type Block, type BlockModel, readBlocks } from './blockModel.js';
import { blockPlaces } from './blockPlaces.js';
import { type BlockRequest, blockShape, naturalSize, wrappingWidth } from './blockShapes.js';

/** Mermaid's defaults, px. */
const PADDING = 8;
const WRAPPING_WIDTH = 200;
const GROUP_STROKE_OPACITY = 20;
const GROUP_FILL_OPACITY = 50;

export const blockDiagram = defineKind({
  beginning: 'block (or block-beta)',
  names: ['block'],
  grammar: 'src/diagrams/block/blockDiagram.ts',
  read: readBlocks,
  edgeCount: ({ edges }) => edges.length,
  draw: drawBlocks,
  margins: [5],
  titleSize: 'own',
});

function drawBlocks({ root, edges }: BlockModel, context: DrawContext): void {
  const { config, budget, report, title } = context;
  const padding = length((config.block as Readonly<Record<string, unknown>> | undefined)?.padding) ?? PADDING;
  if (title !== undefined)
    report({ code: 'mermaid-ignored', message: `Mermaid shows no title of a block diagram: "${title}".` });
  const natural = new Map<Block, Size>();
  const request = (block: Block, label: NodeLabel, place?: Size): BlockRequest => ({
    label: label.size,
    // What is around others needs nothing around its label.
    padding: block.type === 'composite' ? 0 : padding,
    direction: 'TB',
    stroke: context.theme.nodeStroke,
    place,
  });
  for (const block of blocksIn(root)) {
    if (block.type === 'space') continue;
    const label = labelOf(block, context, Number.POSITIVE_INFINITY);
    natural.set(block, naturalSize(block, request(block, label)));
  }
  const places = blockPlaces(root, natural, padding, budget);
  const ids = new Map<string, string>();
  const draw = (block: Block, parent: string | undefined): void => {
    const place = places.get(block);
    if (!place || block.type === 'space') return;
    // What is left of a block in itself has no size, and is seen nowhere.
    if (block.type === 'composite' && place.width === 0 && place.height === 0) return;
    const label = labelOf(block, context, wrappingWidth(block, place, padding));
    const id = drawBlock(block, label, request(block, label, place), place, parent, context);
    ids.set(block.id, id);
    for (const child of block.children) draw(child, id);
  };
  for (const block of root.children) draw(block, undefined);
  for (const edge of edges) drawEdge(edge, ids, context);
}

/** Where a label is markup alone, the block's id stands for it; blanks are a label that shows nothing. */
function labelOf(block: Block, context: DrawContext, width: number): NodeLabel {
  const label = nodeLabel(block, context, width);
  return label.html === '' && block.type !== 'composite' && block.label.trim() !== ''
    ? nodeLabel({ ...block, label: block.id }, context, width)
    : label;
}

/** Those around others first. */
function* blocksIn({ children }: Block): Generator<Block> {
  for (const child of children) {
    yield child;
    yield* blocksIn(child);
  }
}

function drawBlock(
  block: Block,
  label: NodeLabel,
  request: BlockRequest,
  place: Rect,
  parent: string | undefined,
  { cells, theme }: DrawContext,
): string {
  const { size, style } = blockShape(block, request);
  const id = cells.id(block.id);
  const isGroup = block.type === 'composite';
  const paint: CellStyle = isGroup
    ? {
        container: 1,
        collapsible: 0,
        recursiveResize: 0,
        fillColor: theme.groupFill.slice(0, 7),
        fillOpacity: GROUP_FILL_OPACITY,
        strokeColor: theme.groupStroke.slice(0, 7),
        strokeOpacity: GROUP_STROKE_OPACITY,
      }
    : { fillColor: theme.nodeFill, strokeColor: theme.nodeStroke };
  cells.vertex({
    id,
    identity: block.id,
    parent,
    label: label.html,
    box: rect(
      place.x + (place.width - size.width) / 2,
      place.y + (place.height - size.height) / 2,
      size.width,
      size.height,
    ),
    style: {
      ...style,
      whiteSpace: 'wrap',
      html: 1,
      ...paint,
      fontColor: theme.nodeText,
      fontFamily: theme.fontFamily,
      fontSize: theme.fontSize,
      ...wrapAtLabel(label, size.width, style),
      ...label.own,
    },
  });
  return id;
}

function drawEdge(edge: ModelEdge, ids: ReadonlyMap<string, string>, context: DrawContext): void {
  const { cells, theme, report } = context;
  const id = `${edge.start}-${edge.end}`;
  const [source, target] = [ids.get(edge.start), ids.get(edge.end)];
  if (source === undefined || target === undefined) {
    const missing = source === undefined ? edge.start : edge.end;
    report({ code: 'mermaid-ignored', message: `The edge ${id} is left out: there is no block ${missing}.` });
    return;
  }
  const label = edgeLabel(edge, context, WRAPPING_WIDTH);
  cells.edge({
    id: cells.id(id),
    identity: { from: edge.start, to: edge.end },
    source,
    target,
    style: edgeStyle(edge, theme),
    labels: label ? [{ html: label.html, style: label.style, position: 0 }] : [],
  });
}
