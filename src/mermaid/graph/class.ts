/** Class diagrams: classes with their compartments, namespaces, notes and relations. */

import { splitCommas } from '../../html/css.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { defineKind } from '../kind.js';
import { labelHtml } from '../text/labels.js';
import { length } from '../text/readers.js';
import type { MermaidTheme } from '../theme.js';
import { classBox } from './classBox.js';
import { type ClassModel, type ClassModelNode, readClasses } from './classModel.js';
import { edgeLabel, type Marker, markerLengths, relationStyle } from './edgeStyle.js';
import type { ConnectorLabel } from './graphCells.js';
import { type DiagramEdge, type DiagramNode, directionOf, drawGraph, nodeLabel, titledGroup } from './graphDiagram.js';
import type { ModelEdge } from './model.js';

/** Mermaid's defaults, px. */
const SPACING = 50;
const WRAPPING_WIDTH = 200;
const NOTE_PADDING = 6;
const NAMESPACE_PADDING = 16;

export const classDiagram = defineKind({
  beginning: 'classDiagram',
  names: ['class', 'classDiagram'],
  grammar: 'src/diagrams/class/classDiagram-v2.ts',
  read: readClasses,
  edgeCount: ({ edges }) => edges.length,
  draw: drawClasses,
  // Mermaid forgets to set it as a title.
  titleSize: 16,
});

function drawClasses(model: ClassModel, context: DrawContext): void {
  const nodes = model.nodes.map((node) => withClassStyles(node, model));
  const direction = directionOf(model.direction);
  const number = (key: string): number => {
    return length(context.config.class?.[key]) ?? SPACING;
  };
  drawGraph(
    {
      direction,
      order: nodes.map(({ id }) => id),
      groups: nodes
        .filter(({ isGroup }) => isGroup)
        .map((node) => ({ ...titledGroup(node, context, WRAPPING_WIDTH), padding: NAMESPACE_PADDING })),
      nodes: nodes.filter(({ isGroup }) => !isGroup).map((node) => classNode(node, context)),
      edges: model.edges.map((edge) => relation(edge, context)),
      nodeSpacing: number('nodeSpacing'),
      rankSpacing: number('rankSpacing'),
    },
    context,
  );
}

/** Mermaid leaves the styles of most classes to the sheet of its page: they are looked up by name. */
function withClassStyles(node: ClassModelNode, { styleClasses }: ClassModel): ClassModelNode {
  const named = (node.cssClasses ?? '').split(/\s+/).flatMap((name) => styleClasses.get(name) ?? []);
  return {
    ...node,
    cssCompiledStyles: [...(node.cssCompiledStyles ?? []), ...named.flatMap(declarations)],
    cssStyles: [...(node.cssStyles ?? []), ...(node.styles ?? [])],
  };
}

const declarations = (text: string): readonly string[] => splitCommas(text).filter((each) => each !== '');

function classNode(node: ClassModelNode, context: DrawContext): DiagramNode {
  switch (node.shape) {
    case 'note':
      return note(node, context);
    case 'rect':
      return interfaceName(node, context);
    default:
      return classBox(node, context);
  }
}

function note(node: ClassModelNode, context: DrawContext): DiagramNode {
  const { theme } = context;
  const { html, size } = nodeLabel({ ...node, cssStyles: [] }, context, Number.POSITIVE_INFINITY);
  return {
    id: node.id,
    parent: node.parentId,
    label: html,
    size: { width: size.width + 2 * NOTE_PADDING, height: size.height + 2 * NOTE_PADDING },
    style: {
      rounded: 0,
      whiteSpace: 'wrap',
      html: 1,
      align: 'left',
      spacingLeft: NOTE_PADDING - 4,
      fillColor: theme.noteFill,
      strokeColor: theme.noteStroke,
      fontColor: theme.noteText,
      fontFamily: theme.fontFamily,
      fontSize: theme.fontSize,
    },
  };
}

const textColor = (theme: MermaidTheme): string => theme.color('classText', theme.nodeText);

/** The name of an interface that is only a ring at the end of a line. */
function interfaceName(node: ClassModelNode, context: DrawContext): DiagramNode {
  const { theme } = context;
  const { html, size } = nodeLabel({ ...node, cssStyles: [] }, context, WRAPPING_WIDTH);
  return {
    id: node.id,
    parent: node.parentId,
    label: html,
    size,
    style: {
      text: '',
      html: 1,
      align: 'center',
      verticalAlign: 'middle',
      strokeColor: 'none',
      fillColor: 'none',
      fontColor: textColor(theme),
      fontFamily: theme.fontFamily,
      fontSize: theme.fontSize,
    },
  };
}

/** draw.io's marks of UML's relations. */
const MARKERS: Readonly<Record<string, Marker>> = {
  extension: { name: 'block', fill: 0, size: 16 },
  composition: { name: 'diamondThin', fill: 1, size: 16 },
  aggregation: { name: 'diamondThin', fill: 0, size: 16 },
  dependency: { name: 'classic', fill: 1, size: 9 },
  lollipop: { name: 'circle', fill: 0, size: 6 },
};

function relation(edge: ModelEdge, context: DrawContext): DiagramEdge {
  const { theme } = context;
  const label = edgeLabel(edge, { ...context, theme: { ...theme, edgeLabelText: textColor(theme) } }, WRAPPING_WIDTH);
  const startLabel = endLabel(edge.startLabelRight, edge, context);
  const finalLabel = endLabel(edge.endLabelLeft, edge, context);
  return {
    id: edge.id,
    source: edge.start,
    target: edge.end,
    style: relationStyle(edge, theme, (type) => MARKERS[type]),
    label,
    startLabel,
    endLabel: finalLabel,
    ...markerLengths(edge),
    // Only lines of notes have no place for a label given.
    keepsBeside: edge.labelpos === undefined,
  };
}

/** How many take part at an end of a relation. */
function endLabel(text: string | undefined, edge: ModelEdge, context: DrawContext): ConnectorLabel | undefined {
  const { theme, measure, icons, report } = context;
  const html = labelHtml({ text: text ?? '' }, report, edge.id, icons);
  if (html === '') return undefined;
  const font = { fontFamily: theme.fontFamily, fontSize: END_LABEL_SIZE };
  const style: CellStyle = {
    labelBackgroundColor: 'none',
    fontColor: textColor(theme),
    fontFamily: theme.fontFamily,
    fontSize: END_LABEL_SIZE,
  };
  return { html, size: measure(html, font), style };
}

/** Px. */
const END_LABEL_SIZE = 11;
