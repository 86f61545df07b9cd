/** Flowcharts: nodes, subgraphs and links. */

import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { defineKind } from '../kind.js';
import { length } from '../text/readers.js';
import { edgeLabel, edgeStyle, markerLengths } from './edgeStyle.js';
import { nodeShape, rectangleShape } from './flowchartShapes.js';
import type { Direction, Size } from './graph.js';
import {
  type DiagramEdge,
  type DiagramNode,
  directionOf,
  drawGraph,
  linkOf,
  nodeLabel,
  titledGroup,
  wrapAtLabel,
} from './graphDiagram.js';
import { type GraphModel, type ModelEdge, type ModelNode, readNodes } from './model.js';
import { iconNode } from './nodeIcon.js';
import type { NodeShape } from './shapeRequest.js';
import { drawSwimlanes } from './swimlaneDrawing.js';

/** Mermaid's defaults, px. */
const PADDING = 15;
const EMPTY_PADDING = 8;
const SPACING = 50;
const WRAPPING_WIDTH = 200;
const DEFAULT_CURVE = 'basis';

export const flowchart = defineKind({
  beginning: 'flowchart (or graph)',
  names: ['flowchart', 'flowchart-v2', 'flowchart-elk'],
  grammar: 'src/diagrams/flowchart/flowDiagram.ts',
  read: readNodes,
  edgeCount: ({ edges }) => edges.length,
  draw: drawFlowchart,
});

function drawFlowchart(model: GraphModel, context: DrawContext): void {
  const settings = context.config.flowchart ?? {};
  const number = (key: string, fallback: number): number => {
    return length(settings[key]) ?? fallback;
  };
  const measures: NodeMeasures = {
    direction: directionOf(model.direction),
    padding: number('padding', PADDING),
    wrappingWidth: number('wrappingWidth', WRAPPING_WIDTH),
  };
  const isInLanes = context.config.layout === 'swimlane';
  // A subgraph with nothing in it is a node, if it isn't a lane.
  const filled = new Set(model.nodes.map(({ parentId }) => parentId));
  const isGroup = (node: ModelNode): boolean => node.isGroup === true && (isInLanes || filled.has(node.id));
  // Between lanes Mermaid forgets that a label is Markdown.
  const edgeOf = ({ curve, ...edge }: ModelEdge): ModelEdge =>
    isInLanes
      ? { ...edge, curve: !curve || curve === DEFAULT_CURVE ? 'rounded' : curve, labelType: undefined }
      : { ...edge, curve };
  const diagram = {
    direction: measures.direction,
    order: model.nodes.map(({ id }) => id),
    groups: model.nodes.filter(isGroup).map((node) => titledGroup(node, context, measures.wrappingWidth)),
    nodes: model.nodes
      .filter((node) => !isGroup(node))
      .map((node) => flowchartNode(node, context, node.isGroup ? { ...measures, padding: EMPTY_PADDING } : measures)),
    edges: model.edges.map((edge) => flowchartEdge(edgeOf(edge), context, measures)),
    nodeSpacing: number('nodeSpacing', SPACING),
    rankSpacing: number('rankSpacing', SPACING),
  };
  if (isInLanes) drawSwimlanes(diagram, model, context);
  else drawGraph(diagram, context);
}

interface NodeMeasures {
  readonly direction: Direction;
  readonly padding: number;
  readonly wrappingWidth: number;
}

function flowchartNode(node: ModelNode, context: DrawContext, measures: NodeMeasures): DiagramNode {
  const { theme, report } = context;
  const { padding, wrappingWidth, direction } = measures;
  const label = nodeLabel(node, context, wrappingWidth);
  const request = { label: label.size, padding, direction, stroke: theme.nodeStroke };
  const icon = node.icon ? iconNode(node, label, padding, context) : undefined;
  const known = icon ?? (node.img ? imageShape(node, label.size) : nodeShape(node.shape ?? 'rect', request));
  const ignored = (message: string): void => report({ code: 'mermaid-ignored', cellId: node.id, message });
  if (!known) ignored(`The shape ${node.shape} is drawn as a rectangle.`);
  const isClickable = node.cssClasses?.split(' ').includes('clickable') ?? false;
  if (isClickable && !node.link) ignored(`What a click on ${node.id} calls is left out: a picture can't call it.`);
  const shape = known ?? rectangleShape(request);
  const style: CellStyle = {
    ...shape.style,
    whiteSpace: 'wrap',
    html: 1,
    fillColor: shape.style.fillColor ?? theme.nodeFill,
    strokeColor: shape.style.strokeColor ?? theme.nodeStroke,
    fontColor: theme.nodeText,
    fontFamily: theme.fontFamily,
    fontSize: theme.fontSize,
    ...wrapAtLabel(label, shape.size.width, shape.style),
    ...label.own,
  };
  return {
    id: node.id,
    parent: node.parentId,
    label: shape.unlabelled ? '' : label.html,
    size: shape.size,
    style,
    link: linkOf(node),
    fill: icon?.fill,
  };
}

/** Mermaid's size of images that have none, px. */
const IMAGE_SIZE = 60;

/** An image with its label above or below it. */
function imageShape({ img = '', assetWidth, assetHeight, pos }: ModelNode, label: Size): NodeShape {
  const width = assetWidth ?? assetHeight ?? IMAGE_SIZE;
  const height = assetHeight ?? width;
  const onTop = pos === 't';
  return {
    size: { width: Math.max(width, label.width + 8), height: height + (label.height > 0 ? label.height + 8 : 0) },
    style: {
      shape: 'label',
      // draw.io's styles have no place for a semicolon.
      image: img.replace(';base64,', ','),
      imageAlign: 'center',
      imageVerticalAlign: onTop ? 'bottom' : 'top',
      imageWidth: width,
      imageHeight: height,
      spacing: 0,
      verticalAlign: onTop ? 'top' : 'bottom',
      fillColor: 'none',
      strokeColor: 'none',
    },
  };
}

const flowchartEdge = (edge: ModelEdge, context: DrawContext, { wrappingWidth }: NodeMeasures): DiagramEdge => ({
  id: edge.id,
  source: edge.start,
  target: edge.end,
  style: edgeStyle(edge, context.theme),
  label: edgeLabel(edge, context, wrappingWidth),
  minLength: edge.minlen,
  ...markerLengths(edge),
});
