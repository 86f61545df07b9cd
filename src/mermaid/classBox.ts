/** A class as draw.io's UML palette has it: a title, rows of attributes, a line, and rows of methods. */
import { type Rect, rect } from '../geometry/plane.js';
import type { CellStyle } from './cells.js';
import type { DrawContext } from './context.js';
import { declarationsOf, shapeStyle, textStyle } from './css.js';
import { type DiagramNode, linkOf } from './graphDiagram.js';
import { labelHtml } from './labels.js';
import type { ClassMember, ClassModelNode } from './models.js';

/** Around the title, and beside the rows' text; px. */
const TITLE_PADDING = { across: 12, down: 6 };
const ROW_PADDING = { across: 8, down: 3 };
/** The cell of the line between attributes and methods, and an empty compartment; px. */
const DIVIDER_HEIGHT = 8;
const EMPTY_HEIGHT = 6;

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
  const titleSize = measure(title, { ...font, bold: true });
  const attributes = (node.members ?? []).map((member) => rowOf(member, font, context));
  const methods = (node.methods ?? []).map((member) => rowOf(member, font, context));
  const isEmpty = attributes.length + methods.length === 0;
  const compartments: Compartments = {
    titleHeight: titleSize.height + 2 * TITLE_PADDING.down,
    attributes,
    methods,
    hasBody: !(isEmpty && config.class?.hideEmptyMembersBox === true),
  };
  const width = Math.max(
    titleSize.width + 2 * TITLE_PADDING.across,
    ...[...attributes, ...methods].map((row) => row.width + 2 * ROW_PADDING.across),
  );
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
    marginBottom: 0,
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
    label: title,
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
function titleHtml(node: ClassModelNode, { report }: DrawContext): string {
  const name = labelHtml({ text: node.text ?? String(node.label ?? '') }, report, node.id);
  const annotations = (node.annotations ?? []).map((text) => labelHtml({ text: `«${text}»` }, report, node.id));
  if (annotations.length === 0) return name;
  return `${annotations.map((annotation) => `<i>${annotation}</i><br>`).join('')}<b>${name}</b>`;
}

function rowOf(
  { displayText, cssStyle }: ClassMember,
  font: ReturnType<typeof fontOf>,
  { measure, report }: DrawContext,
): Row {
  // "List<Item>" is no HTML.
  const html = labelHtml({ text: displayText.replaceAll('<', '&lt;').replaceAll('>', '&gt;') }, report);
  const declared = Number(textStyle(declarationsOf([cssStyle])).fontStyle ?? 0);
  const fontStyle = declared & (ITALIC | UNDERLINE);
  const { width, height } = measure(html, { ...font, italic: (fontStyle & ITALIC) !== 0 });
  return { html, width, height: height + 2 * ROW_PADDING.down, fontStyle };
}

const rowsHeight = (rows: readonly Row[]): number =>
  rows.length === 0 ? EMPTY_HEIGHT : rows.reduce((sum, { height }) => sum + height, 0);

const heightOf = ({ titleHeight, attributes, methods, hasBody }: Compartments): number =>
  titleHeight + (hasBody ? rowsHeight(attributes) + DIVIDER_HEIGHT + rowsHeight(methods) : 0);

const ROW: CellStyle = {
  text: '',
  strokeColor: 'none',
  fillColor: 'none',
  align: 'left',
  verticalAlign: 'middle',
  spacingLeft: ROW_PADDING.across - 4,
  spacingRight: ROW_PADDING.across - 4,
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
  { titleHeight, attributes, methods, hasBody }: Compartments,
  text: CellStyle,
  { cells }: DrawContext,
): void {
  if (!hasBody) return;
  let y = box.y + titleHeight;
  const add = (name: string, height: number, style: CellStyle, label = ''): void => {
    cells.vertex({ id: cells.id(`${parent}-${name}`), parent, box: rect(box.x, y, box.width, height), label, style });
    y += height;
  };
  const addRows = (name: string, rows: readonly Row[]): void => {
    for (const [index, { html, height, fontStyle }] of rows.entries()) {
      add(`${name}-${index + 1}`, height, { ...ROW, ...text, fontStyle }, html);
    }
    if (rows.length === 0) add(`no-${name}`, EMPTY_HEIGHT, { ...ROW, connectable: 0 });
  };
  addRows('attribute', attributes);
  add('divider', DIVIDER_HEIGHT, DIVIDER);
  addRows('method', methods);
}
