/** State diagrams: states, composites with their regions, pseudostates, notes and transitions. */

import { type Rect, rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { defineKind } from '../kind.js';
import { labelHtml } from '../text/labels.js';
import { LINE_HEIGHT, linesOf } from '../text/measure.js';
import { length } from '../text/readers.js';
import type { MermaidTheme } from '../theme.js';
import { edgeLabel, edgeStyle } from './edgeStyle.js';
import type { Direction, Size } from './graph.js';
import {
  type DiagramEdge,
  type DiagramGroup,
  type DiagramNode,
  directionOf,
  drawGraph,
  type NodeLabel,
  nodeLabel,
  wrapAtLabel,
} from './graphDiagram.js';
import { type GraphModel, type ModelEdge, type ModelNode, readNodes } from './model.js';
import { withNeoMarkers } from './neoMarkers.js';

/** Mermaid's defaults, px. */
const SPACING = 50;
const WRAPPING_WIDTH = 200;

/** Mermaid's around a state's label, and a note's. */
const PADDING = 8;
const NOTE_PADDING = 15;
/** draw.io has twice the radius. */
const CORNERS: CellStyle = { rounded: 1, absoluteArcSize: 1, arcSize: 10 };

const SIGN_SIZE = 14;
const CHOICE_SIZE = 28;
/** Of the lines of notes. */
const NOTE_DASHES = '5 5';
const BAR = { length: 70, thickness: 10 };

export const state = defineKind({
  beginning: 'stateDiagram (or stateDiagram-v2)',
  names: ['state', 'stateDiagram'],
  grammar: 'src/diagrams/state/stateDiagram-v2.ts',
  read: readNodes,
  edgeCount: ({ edges }) => edges.length,
  draw: drawStates,
});

function drawStates(model: GraphModel, context: DrawContext): void {
  const data = withStableIds(model);
  const direction = directionOf(model.direction);
  const byId = new Map(data.nodes.map((node) => [node.id, node]));
  const isGroup = ({ isGroup: holds, shape }: ModelNode): boolean => holds === true && shape !== 'note';
  const diagram = {
    direction,
    order: data.nodes.map(({ id }) => id),
    groups: data.nodes.filter(isGroup).map((node) => compositeState(node, byId, context)),
    nodes: data.nodes
      .filter((node) => !isGroup(node))
      .map((node) => ({ ...stateNode(node, direction, context), parent: node.parentId })),
    edges: data.edges.map((edge) => transition(edge, context)),
    nodeSpacing: settingOf(context, 'nodeSpacing') ?? SPACING,
    rankSpacing: settingOf(context, 'rankSpacing') ?? SPACING,
  };
  drawGraph(diagram, context);
}

const settingOf = ({ config }: DrawContext, key: string): number | undefined => length(config.state?.[key]);

/** Mermaid names all regions of a composite but the first by chance: they are named by their place. */
function withStableIds(data: GraphModel): GraphModel {
  const regions = data.nodes.filter(({ shape }) => shape === 'divider');
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const { id, parentId = '' } of regions) {
    const count = (counts.get(parentId) ?? 0) + 1;
    counts.set(parentId, count);
    names.set(id, `${parentId}-region-${count}`);
  }
  const renamed = (id: string): string => {
    const region = [...names.keys()].find((name) => id === name || id.startsWith(`${name}_`));
    return region === undefined ? id : `${names.get(region)}${id.slice(region.length)}`;
  };
  return {
    nodes: data.nodes.map((node) => ({
      ...node,
      id: renamed(node.id),
      parentId: node.parentId === undefined ? undefined : renamed(node.parentId),
    })),
    edges: data.edges.map((edge) => ({ ...edge, start: renamed(edge.start), end: renamed(edge.end) })),
  };
}

const fontOf = (theme: MermaidTheme): CellStyle => ({
  fontColor: theme.color('stateLabelColor', theme.nodeText),
  fontFamily: theme.fontFamily,
  fontSize: theme.fontSize,
});

const stateFill = (theme: MermaidTheme): string => theme.color('stateBkg', theme.nodeFill);
const stateBorder = (theme: MermaidTheme): string => theme.color('stateBorder', theme.nodeStroke);

/** A composite has a title bar; a region of one, set apart by a dashed border, has no title. */
function compositeState(node: ModelNode, states: ReadonlyMap<string, ModelNode>, context: DrawContext): DiagramGroup {
  const { theme } = context;
  const common = { id: node.id, parent: node.parentId, direction: directionOf(node.dir) };
  const container: CellStyle = { container: 1, collapsible: 0, recursiveResize: 0, html: 1, whiteSpace: 'wrap' };
  const alternate = theme.color('altBackground', '#efefef').slice(0, 7);
  // A note is in a group of its own, which takes room and shows nothing.
  if (node.shape === 'noteGroup') {
    const style: CellStyle = { ...container, fillColor: 'none', strokeColor: 'none', pointerEvents: 0 };
    const hiddenTitle = nodeLabel(node, context, WRAPPING_WIDTH).size;
    return { ...common, label: '', title: NO_TITLE, hiddenTitle, style };
  }
  if (node.shape === 'divider') {
    const style: CellStyle = {
      rounded: 0,
      ...container,
      dashed: 1,
      fixDash: 1,
      dashPattern: '10 10',
      fillColor: alternate,
      strokeColor: stateBorder(theme),
    };
    return { ...common, label: '', title: NO_TITLE, style };
  }
  const label = nodeLabel(node, context, WRAPPING_WIDTH);
  const startSize = label.size.height + 2;
  const isNested = node.parentId !== undefined && states.has(node.parentId);
  const style: CellStyle = {
    swimlane: '',
    fontStyle: 0,
    startSize,
    ...CORNERS,
    ...container,
    fillColor: theme.color('compositeTitleBackground', stateFill(theme)),
    swimlaneFillColor: isNested ? alternate : theme.color('compositeBackground', theme.background),
    strokeColor: theme.color('compositeBorder', stateBorder(theme)),
    ...fontOf(theme),
    ...label.own,
  };
  return { ...common, label: label.html, title: label.size, style };
}

const NO_TITLE: Size = { width: 0, height: 0 };

type StateNode = Omit<DiagramNode, 'parent'>;

function stateNode(node: ModelNode, direction: Direction, context: DrawContext): StateNode {
  const { theme } = context;
  const label = nodeLabel(node, context, WRAPPING_WIDTH);
  const special = theme.color('specialStateColor', theme.line);
  const sign = (width: number, height: number, style: CellStyle): StateNode => ({
    id: node.id,
    label: '',
    size: { width, height },
    style: { ...style, html: 1, ...label.own },
  });
  switch (node.shape) {
    case 'stateStart':
      return sign(SIGN_SIZE, SIGN_SIZE, {
        ellipse: '',
        perimeter: 'ellipsePerimeter',
        fillColor: special,
        strokeColor: special,
      });
    case 'stateEnd':
      return sign(SIGN_SIZE, SIGN_SIZE, {
        ellipse: '',
        shape: 'endState',
        perimeter: 'ellipsePerimeter',
        fillColor: special,
        strokeColor: special,
      });
    case 'choice':
      return sign(CHOICE_SIZE, CHOICE_SIZE, {
        rhombus: '',
        perimeter: 'rhombusPerimeter',
        fillColor: stateFill(theme),
        strokeColor: stateBorder(theme),
      });
    case 'fork':
    case 'join': {
      const across = direction === 'LR' || direction === 'RL';
      const [width, height] = across ? [BAR.thickness, BAR.length] : [BAR.length, BAR.thickness];
      return sign(width, height, { rounded: 0, fillColor: special, strokeColor: special });
    }
    case 'note':
      return note(node, label, context);
    case 'rectWithTitle':
      return describedState(node, label, context);
    default:
      return plainState(node, label, context);
  }
}

const paddedSize = ({ width, height }: Size, padding: number): Size => ({
  width: width + 2 * padding,
  height: height + 2 * padding,
});

function plainState(node: ModelNode, label: NodeLabel, { theme }: DrawContext): StateNode {
  const size = paddedSize(label.size, PADDING);
  const style: CellStyle = {
    ...CORNERS,
    whiteSpace: 'wrap',
    html: 1,
    fillColor: stateFill(theme),
    strokeColor: stateBorder(theme),
    ...fontOf(theme),
    ...wrapAtLabel(label, size.width),
    ...label.own,
  };
  return { id: node.id, label: label.html, size, style };
}

function note(node: ModelNode, label: NodeLabel, { theme }: DrawContext): StateNode {
  const size = paddedSize(label.size, NOTE_PADDING);
  const style: CellStyle = {
    rounded: 0,
    whiteSpace: 'wrap',
    html: 1,
    fillColor: theme.noteFill,
    strokeColor: theme.noteStroke,
    ...fontOf(theme),
    fontColor: theme.noteText,
    ...wrapAtLabel(label, size.width),
    ...label.own,
  };
  return { id: node.id, label: label.html, size, style };
}

/** Between the line below a state's name and its description, px. */
const DESCRIPTION_GAP = 5;

/** A state with its name in a bar and what happens in it below. */
function describedState(node: ModelNode, label: NodeLabel, context: DrawContext): StateNode {
  const { theme, measure, icons, report, cells } = context;
  const html = labelHtml({ text: (node.description ?? []).join('<br>') }, report, node.id, icons);
  const { fontFamily, fontSize } = theme;
  const text = measure(html, { fontFamily, fontSize, lineHeight: LINE_HEIGHT });
  const startSize = label.size.height + PADDING / 2;
  const width = Math.max(label.size.width, text.width) + PADDING;
  const size = { width, height: startSize + DESCRIPTION_GAP + text.height + PADDING };
  const style: CellStyle = {
    swimlane: '',
    fontStyle: 0,
    startSize,
    ...CORNERS,
    html: 1,
    whiteSpace: 'wrap',
    collapsible: 0,
    fillColor: stateFill(theme),
    swimlaneFillColor: stateFill(theme),
    strokeColor: stateBorder(theme),
    ...fontOf(theme),
    ...label.own,
  };
  const fill = (cell: string, box: Rect): void =>
    cells.vertex({
      id: cells.id(`${cell}-description`),
      parent: cell,
      label: linesOf(html, text.height, fontSize),
      box: rect(box.x, box.y + startSize + 3, box.width, box.height - startSize - 3),
      style: {
        text: '',
        html: 1,
        whiteSpace: 'wrap',
        strokeColor: 'none',
        fillColor: 'none',
        align: 'center',
        verticalAlign: 'middle',
        ...fontOf(theme),
      },
    });
  return { id: node.id, label: label.html, size, style, fill };
}

function transition(edge: ModelEdge, context: DrawContext): DiagramEdge {
  const { theme } = context;
  // In the look neo Mermaid loses their dashes.
  const isDashed = context.config.look !== 'neo' && edge.classes?.includes('note-edge');
  const line = theme.color('transitionColor', theme.line);
  return {
    id: edge.id,
    source: edge.start,
    target: edge.end,
    style: isDashed
      ? edgeStyle({ ...edge, pattern: 'dashed' }, { ...theme, line }, NOTE_DASHES)
      : withNeoMarkers(edgeStyle(edge, { ...theme, line }), edge, context),
    label: edgeLabel(
      edge,
      { ...context, theme: { ...theme, edgeLabelText: theme.color('transitionLabelColor', theme.text) } },
      WRAPPING_WIDTH,
    ),
  };
}
