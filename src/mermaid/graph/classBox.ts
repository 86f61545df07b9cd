/** A class as draw.io's UML palette has it: a title, rows of attributes, a line, and rows of methods. */

import { type Rect, rect } from '../../geometry/plane.js';
import { largest } from '../../primitives/lists.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { declarationsOf, shapeStyle, textStyle } from '../css.js';
import { labelHtml } from '../text/labels.js';
import { LINE_HEIGHT, linesOf } from '../text/measure.js';
import type { ClassMember, ClassModelNode } from './classModel.js';
import { type DiagramNode, linkOf } from './graphDiagram.js';

/** Mermaid's around all text, px: beside it, above and below it. */
const PADDING = 12;
/** The cell of the line between attributes and methods; px. */
const DIVIDER_HEIGHT = 2 * PADDING;

const ITALIC = 2;
const UNDERLINE = 4;

interface Row {
  readonly html: string;
  readonly width: number;
  readonly height: number;
  readonly fontStyle: number;
}

interface Compartments {
  readonly titleHeight: number;
  readonly attributes: readonly Row[];
  readonly methods: readonly Row[];
  readonly hasBody: boolean;
}

export function classBox(node: ClassModelNode, context: DrawContext): DiagramNode {
  const { theme, measure, config } = context;
  const own = shapeStyle(declarationsOf([...(node.cssCompiledStyles ?? []), ...(node.cssStyles ?? [])]));
  const font = fontOf(own, context);
  const title = titleHtml(node, context);
  const titleSize = measure(title, { ...font, bold: true, lineHeight: LINE_HEIGHT });
  const attributes = (node.members ?? []).map((member) => rowOf(member, font, context));
  const methods = (node.methods ?? []).map((member) => rowOf(member, font, context));
  const isEmpty = attributes.length + methods.length === 0;
  const compartments: Compartments = {
    titleHeight: titleSize.height + 2 * PADDING,
    attributes,
    methods,
    hasBody: !(isEmpty && config.class?.hideEmptyMembersBox === true),
  };
  const rowWidths = [...attributes, ...methods].map((row) => row.width);
  // Rows begin at the middle of the title: that is how Mermaid measures them together.
  const width = titleSize.width / 2 + largest(rowWidths, titleSize.width / 2) + 2 * PADDING;
  const size = { width, height: heightOf(compartments) };
  const fill = theme.nodeFill;
  const text: CellStyle = { fontColor: theme.color('classText', theme.nodeText), ...font };
  const style: CellStyle = {
    swimlane: '',
    fontStyle: (node.annotations ?? []).length > 0 ? 0 : 1,
    align: 'center',
    verticalAlign: 'middle',
    childLayout: 'stackLayout',
    horizontal: 1,
    startSize: compartments.titleHeight,
    horizontalStack: 0,
    resizeParent: 1,
    resizeParentMax: 0,
    resizeLast: 0,
    collapsible: 0,
    marginTop: PADDING,
    marginBottom: PADDING,
    stackSpacing: 0,
    whiteSpace: 'wrap',
    html: 1,
    fillColor: fill,
    strokeColor: theme.nodeStroke,
    ...text,
    ...own,
    swimlaneFillColor: own.fillColor ?? fill,
  };
  const rowText = { ...text, ...(own.fontColor !== undefined && { fontColor: own.fontColor }) };
  return {
    id: node.id,
    parent: node.parentId,
    label: linesOf(title, titleSize.height, font.fontSize),
    size,
    style,
    link: linkOf(node),
    fill: (cell, box) => fillBody(cell, box, compartments, rowText, context),
  };
}

const fontOf = (
  own: CellStyle,
  { theme }: DrawContext,
): { readonly fontFamily: string; readonly fontSize: number } => ({
  fontFamily: String(own.fontFamily ?? theme.fontFamily),
  fontSize: Number(own.fontSize ?? theme.fontSize),
});

/** The name, below its annotations where it has some. */
function titleHtml(node: ClassModelNode, { report, icons }: DrawContext): string {
  const name = labelHtml({ text: node.text ?? String(node.label ?? ''), type: 'markdown' }, report, node.id, icons);
  const annotations = (node.annotations ?? []).map((text) => labelHtml({ text: `«${text}»` }, report, node.id, icons));
  if (annotations.length === 0) return name;
  return `${annotations.map((annotation) => `${annotation}<br>`).join('')}<b>${name}</b>`;
}

function rowOf(
  { displayText, cssStyle }: ClassMember,
  font: ReturnType<typeof fontOf>,
  { measure, icons, report }: DrawContext,
): Row {
  // "List<Item>" is no HTML.
  const html = labelHtml(
    { text: displayText.replaceAll('<', '&lt;').replaceAll('>', '&gt;'), type: 'markdown' },
    report,
    undefined,
    icons,
  );
  const declared = Number(textStyle(declarationsOf([cssStyle])).fontStyle ?? 0);
  const fontStyle = declared & (ITALIC | UNDERLINE);
  const { width, height } = measure(html, { ...font, italic: (fontStyle & ITALIC) !== 0, lineHeight: LINE_HEIGHT });
  return { html, width, height, fontStyle };
}

const rowsHeight = (rows: readonly Row[]): number => rows.reduce((sum, { height }) => sum + height, 0);

/** Where the line above the methods is, and where they begin, from the top of the box. */
function methodsPlace({ titleHeight, attributes, methods }: Compartments): {
  readonly divider: number;
  readonly start: number;
} {
  const isEmpty = attributes.length + methods.length === 0;
  const end = titleHeight + PADDING + rowsHeight(attributes);
  // Mermaid sets methods half a padding lower where there are no attributes, and the line higher where there is nothing.
  return {
    divider: end + (isEmpty ? PADDING / 2 : PADDING),
    start: end + 2 * PADDING + (attributes.length === 0 ? PADDING / 2 : 0),
  };
}

function heightOf(compartments: Compartments): number {
  const { titleHeight, attributes, methods, hasBody } = compartments;
  if (!hasBody) return titleHeight;
  if (attributes.length + methods.length === 0) return titleHeight + 3 * PADDING;
  if (methods.length === 0) return titleHeight + rowsHeight(attributes) + 4 * PADDING;
  return methodsPlace(compartments).start + rowsHeight(methods) + PADDING;
}

const ROW: CellStyle = {
  text: '',
  strokeColor: 'none',
  fillColor: 'none',
  align: 'left',
  verticalAlign: 'middle',
  // draw.io adds two.
  spacingLeft: PADDING - 2,
  spacingRight: PADDING - 4,
  overflow: 'hidden',
  rotatable: 0,
  points: '[[0,0.5],[1,0.5]]',
  portConstraint: 'eastwest',
  html: 1,
};

const DIVIDER: CellStyle = {
  line: '',
  strokeWidth: 1,
  fillColor: 'none',
  align: 'left',
  verticalAlign: 'middle',
  spacingTop: -1,
  spacingLeft: 3,
  spacingRight: 3,
  rotatable: 0,
  labelPosition: 'right',
  points: '[]',
  portConstraint: 'eastwest',
  strokeColor: 'inherit',
};

function fillBody(
  parent: string,
  box: Rect,
  compartments: Compartments,
  text: CellStyle,
  { cells }: DrawContext,
): void {
  const { titleHeight, attributes, methods, hasBody } = compartments;
  if (!hasBody) return;
  const add = (name: string, y: number, height: number, style: CellStyle, label = ''): void => {
    const place = rect(box.x, box.y + y, box.width, height);
    cells.vertex({ id: cells.id(`${parent}-${name}`), parent, box: place, label, style });
  };
  const addRows = (name: string, rows: readonly Row[], start: number): void => {
    let y = start;
    for (const [index, { html, height, fontStyle }] of rows.entries()) {
      add(`${name}-${index + 1}`, y, height, { ...ROW, ...text, fontStyle }, html);
      y += height;
    }
  };
  const { divider, start } = methodsPlace(compartments);
  addRows('attribute', attributes, titleHeight + PADDING);
  add('divider', divider - DIVIDER_HEIGHT / 2, DIVIDER_HEIGHT, DIVIDER);
  addRows('method', methods, start);
}
