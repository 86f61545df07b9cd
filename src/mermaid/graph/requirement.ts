/** Requirement diagrams: requirements and elements as boxes of rows, and how they relate. */
import { type Rect, rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { declarationsOf, shapeStyle } from '../css.js';
import { defineKind } from '../kind.js';
import { labelHtml } from '../text/labels.js';
import { LINE_HEIGHT, linesOf } from '../text/measure.js';
import { length } from '../text/readers.js';
import { edgeLabel, type Marker, relationStyle } from './edgeStyle.js';
import { type DiagramEdge, type DiagramNode, directionOf, drawGraph } from './graphDiagram.js';
import type { GraphModel, ModelEdge } from './model.js';
import { type RequirementNode, readRequirements } from './requirementModel.js';

/** Mermaid's defaults, px. */
const SPACING = 50;
const WRAPPING_WIDTH = 200;
/** Around the rows, both sides together, and between the name and what is said of it. */
const PADDING = 20;
const GAP = 20;
const BORDER = 1.3;
const BOLD = 1;
const ITALIC = 2;

export const requirement = defineKind({
  beginning: 'requirementDiagram',
  names: ['requirement'],
  grammar: 'src/diagrams/requirement/requirementDiagram.ts',
  read: readRequirements,
  edgeCount: ({ edges }) => edges.length,
  draw: drawRequirements,
  // Mermaid forgets to set it as a title.
  titleSize: 16,
});

function drawRequirements({ nodes, edges, direction }: GraphModel<RequirementNode>, context: DrawContext): void {
  // Mermaid takes them from the settings of state diagrams.
  const spacing = (key: string): number => length(context.config.state?.[key]) ?? SPACING;
  drawGraph(
    {
      direction: directionOf(direction),
      order: nodes.map(({ id }) => id),
      groups: [],
      nodes: nodes.map((node) => requirementBox(node, context)),
      edges: edges.map((edge) => relation(edge, context)),
      nodeSpacing: spacing('nodeSpacing'),
      rankSpacing: spacing('rankSpacing'),
    },
    context,
  );
}

interface Row {
  readonly html: string;
  readonly width: number;
  readonly height: number;
  /** From the top of the box, px. */
  readonly top: number;
  readonly isHead: boolean;
  readonly fontStyle: number;
}

/** What is said of a requirement or an element, a text a row. */
function bodyOf(node: RequirementNode): readonly string[] {
  const said = (name: string, value: string | undefined): readonly string[] => (value ? [`${name}: ${value}`] : []);
  if (node.verifyMethod === undefined) return [...said('Type', node.type), ...said('Doc Ref', node.docRef)];
  return [
    ...said('ID', node.requirementId),
    ...said('Text', node.text),
    ...said('Risk', node.risk),
    ...said('Verification', node.verifyMethod),
  ];
}

function requirementBox(node: RequirementNode, context: DrawContext): DiagramNode {
  const { theme } = context;
  const own = shapeStyle(declarationsOf(node.cssStyles ?? []));
  const font: CellStyle = {
    fontColor: own.fontColor ?? theme.nodeText,
    fontFamily: own.fontFamily ?? theme.fontFamily,
    fontSize: own.fontSize ?? theme.fontSize,
  };
  const { rows, divider } = rowsOf(node, font, own, context);
  const width = rows.reduce((most, row) => Math.max(most, row.width), 0) + PADDING;
  const bottom = rows.reduce((most, row) => Math.max(most, row.top + row.height), 0);
  const top = rows.reduce((least, row) => Math.min(least, row.top), bottom);
  return {
    id: node.id,
    label: '',
    size: { width, height: bottom - top + PADDING },
    style: {
      rounded: 0,
      html: 1,
      container: 1,
      collapsible: 0,
      fillColor: theme.nodeFill,
      strokeColor: theme.nodeStroke,
      strokeWidth: BORDER,
      ...font,
      ...own,
    },
    fill: (cell, box) => fillBox(cell, box, { rows, divider, font }, context),
  };
}

/** Rows stand with their middle where Mermaid reckons a single line to be. */
function rowsOf(
  node: RequirementNode,
  font: CellStyle,
  own: CellStyle,
  context: DrawContext,
): { readonly rows: readonly Row[]; readonly divider: number | undefined } {
  const { measure, icons, report } = context;
  const rows: Row[] = [];
  let offset = 0;
  const add = (text: string, isHead: boolean, isBold = false): void => {
    const html = labelHtml({ text, type: 'markdown' }, report, node.id, icons);
    const fontStyle = Number(own.fontStyle ?? 0) | (isBold ? BOLD : 0);
    const options = { fontFamily: String(font.fontFamily), fontSize: Number(font.fontSize), lineHeight: LINE_HEIGHT };
    const [bold, italic] = [(fontStyle & BOLD) !== 0, (fontStyle & ITALIC) !== 0];
    const { width, height } = measure(html, { ...options, bold, italic });
    const label = linesOf(html, height, options.fontSize);
    rows.push({ html: label, width, height, top: PADDING + offset - height / 2, isHead, fontStyle });
    offset += height;
  };
  const type = node.verifyMethod === undefined ? 'Element' : (node.type ?? '');
  add(`&lt;&lt;${type}&gt;&gt;`, true);
  add(node.name ?? node.id, true, true);
  const body = bodyOf(node);
  offset += GAP;
  const divider = body.length === 0 ? undefined : offset;
  for (const text of body) add(text, false);
  return { rows, divider };
}

interface BoxContent {
  readonly rows: readonly Row[];
  readonly divider: number | undefined;
  readonly font: CellStyle;
}

function fillBox(parent: string, box: Rect, { rows, divider, font }: BoxContent, { cells }: DrawContext): void {
  if (divider !== undefined) {
    const place = rect(box.x, box.y + divider - 0.5, box.width, 1);
    const style: CellStyle = { line: '', html: 1, strokeWidth: BORDER, strokeColor: 'inherit', connectable: 0 };
    cells.vertex({ id: cells.id(`${parent}-divider`), parent, box: place, style });
  }
  for (const [index, { html, top, height, isHead, fontStyle }] of rows.entries()) {
    cells.vertex({
      id: cells.id(`${parent}-row-${index + 1}`),
      parent,
      label: html,
      box: rect(box.x, box.y + top, box.width, height),
      style: {
        text: '',
        html: 1,
        strokeColor: 'none',
        fillColor: 'none',
        align: isHead ? 'center' : 'left',
        verticalAlign: 'middle',
        // draw.io adds two.
        ...(!isHead && { spacingLeft: PADDING / 2 - 2 }),
        rotatable: 0,
        connectable: 0,
        ...font,
        fontStyle,
      },
    });
  }
}

const MARKERS: Readonly<Record<string, Marker>> = {
  requirement_arrow: { name: 'open', fill: 0, size: 16 },
  requirement_contains: { name: 'circlePlus', fill: 0, size: 18 },
};

const relation = (edge: ModelEdge, context: DrawContext): DiagramEdge => ({
  id: edge.id,
  source: edge.start,
  target: edge.end,
  style: relationStyle(edge, context.theme, (type) => MARKERS[type]),
  label: edgeLabel(edge, context, WRAPPING_WIDTH),
});
