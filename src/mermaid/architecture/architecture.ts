/** Architecture diagrams: services with icons, groups around them, junctions, and edges from side to side. */
import { bottom, centerX, type Rect, rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { defineKind } from '../kind.js';
import { length } from '../text/readers.js';
import { brokenHtml, HALF_X_HEIGHT, lineExtent, svgTextHtml } from '../text/svgText.js';
import { pixels } from '../theme.js';
import { drawArchitectureEdge } from './architectureEdges.js';
import {
  type ArchitectureGroup,
  type ArchitectureModel,
  type ArchitectureNode,
  readArchitecture,
} from './architectureModel.js';
import { type ArchitectureSizes, type ArchitectureSprings, architecturePlaces } from './architecturePlaces.js';
import { ICON_FILL, serviceIcon } from './icons.js';

/** Mermaid's defaults, px. */
const PADDING = 40;
const ICON_SIZE = 80;
const FONT_SIZE = 16;
/** What Mermaid measures titles with. */
const CANVAS_FONT = 'Helvetica Neue, Helvetica, sans-serif';
const SPRINGS: ArchitectureSprings = { length: 1.5, elasticity: 0.45, iterations: 2500, seed: 1 };
/** Of a service's icon, the width at which lines of its title are broken, and from line to line of the font size. */
const TITLE_WIDTH = 1.5;
const LINE_HEIGHT = 1.1;
/** What draw.io keeps above a label, px. */
const DRAWIO_TOP = 7;
/** Of the padding, the icon of a group. */
const GROUP_ICON = 0.75;

export const architecture = defineKind({
  beginning: 'architecture-beta',
  names: ['architecture'],
  grammar: 'src/diagrams/architecture/architectureDiagram.ts',
  read: readArchitecture,
  edgeCount: ({ edges }) => edges.length,
  draw: drawArchitecture,
  margins: (config) => [paddingOf(config)],
  titleSize: 'own',
});

function drawArchitecture(model: ArchitectureModel, context: DrawContext): void {
  const { config, measure, cells, budget } = context;
  const given = (config.architecture ?? {}) as Readonly<Record<string, unknown>>;
  reportIgnored(given, context);
  const font = { fontFamily: CANVAS_FONT, fontSize: length(given.fontSize) ?? FONT_SIZE };
  const widthOf = (word: string): number => measure(svgTextHtml(word), font).width;
  const space = widthOf('x x') - 2 * widthOf('x');
  const sizes: ArchitectureSizes = {
    iconSize: length(given.iconSize) ?? ICON_SIZE,
    padding: paddingOf(config),
    fontSize: font.fontSize,
    // A canvas sets word by word, and so none nearer to a space.
    titleWidth: (title) => {
      const words = title.split(' ');
      return words.reduce((sum, word) => sum + widthOf(word), (words.length - 1) * space);
    },
  };
  const places = architecturePlaces(model, sizes, springsOf(given), budget);
  const ids = new Map<string, string>();
  // Groups are declared before what is in them.
  for (const group of model.groups) {
    const box = places.groups.get(group.id);
    if (box) ids.set(group.id, drawGroup(group, box, ids.get(group.in ?? ''), sizes, context));
  }
  const nodes = new Map(model.nodes.map((node) => [node.id, node]));
  for (const node of model.nodes) {
    const box = places.nodes.get(node.id);
    if (!box) continue;
    const id = cells.id(node.id);
    ids.set(node.id, id);
    drawNode(node, id, box, ids.get(node.in ?? ''), sizes, context);
  }
  for (const [index, edge] of model.edges.entries()) {
    const endOf = (id: string) => {
      const [node, cell, box] = [nodes.get(id), ids.get(id), places.nodes.get(id)];
      if (!node || cell === undefined || !box) return undefined;
      const [groupCell, groupBox] = [ids.get(node.in ?? ''), places.groups.get(node.in ?? '')];
      const group = groupCell !== undefined && groupBox ? { cell: groupCell, box: groupBox } : undefined;
      return { cell, box, isJunction: node.type === 'junction', group };
    };
    const [source, target] = [endOf(edge.lhsId), endOf(edge.rhsId)];
    if (source && target) drawArchitectureEdge(edge, { source, target, index }, sizes.padding, context);
  }
}

const paddingOf = ({ architecture }: DrawContext['config']): number =>
  length((architecture as Readonly<Record<string, unknown>> | undefined)?.padding) ?? PADDING;

function springsOf(given: Readonly<Record<string, unknown>>): ArchitectureSprings {
  return {
    length: length(given.idealEdgeLengthMultiplier) ?? SPRINGS.length,
    elasticity: length(given.edgeElasticity) ?? SPRINGS.elasticity,
    iterations: Math.round(length(given.numIter) ?? SPRINGS.iterations),
    // With 0 Mermaid draws another picture each time.
    seed: length(given.seed) || SPRINGS.seed,
  };
}

function reportIgnored(given: Readonly<Record<string, unknown>>, { report, title }: DrawContext): void {
  if (title !== undefined)
    report({ code: 'mermaid-ignored', message: `Mermaid shows no title of an architecture diagram: "${title}".` });
  if (given.randomize)
    report({
      code: 'mermaid-ignored',
      message: 'Services of an architecture diagram begin in one place, not anywhere.',
    });
}

function drawGroup(
  { id: name, icon, title }: ArchitectureGroup,
  box: Rect,
  parent: string | undefined,
  { padding }: ArchitectureSizes,
  context: DrawContext,
): string {
  const { cells, theme, config } = context;
  const id = cells.id(name);
  const size = icon === undefined ? 0 : padding * GROUP_ICON;
  const { ascent, descent } = lineExtent(theme.fontSize);
  // The title's first line begins a font size above its base line.
  const top = (icon === undefined ? 2 : theme.fontSize / 2 - 1) + theme.fontSize - ascent;
  const style: CellStyle = {
    ...borderStyle(context),
    container: 1,
    collapsible: 0,
    recursiveResize: 0,
    strokeWidth: pixels(config.themeVariables?.archGroupBorderWidth) ?? 2,
  };
  cells.vertex({ id, identity: `group:${name}`, box, style, parent });
  if (icon !== undefined) drawIcon(`${id}-icon`, icon, rect(box.x + 1, box.y + 1, size, size), id, context);
  if (title !== undefined) {
    const { measure } = context;
    const font = { fontFamily: theme.fontFamily, fontSize: theme.fontSize };
    const html = brokenHtml(title, Math.max(box.width, 1), font, measure);
    const lines = html.split('<br>').length - 1;
    const height = ascent + descent + lines * LINE_HEIGHT * theme.fontSize;
    const titleBox = rect(box.x + size + 4, box.y + top, measure(html, font).width, height);
    cells.reserve(titleBox);
    cells.vertex({
      id: cells.id(`${id}-title`),
      parent: id,
      label: html,
      box: titleBox,
      style: { text: '', html: 1, align: 'left', verticalAlign: 'middle', spacing: 0, ...textStyle(context) },
    });
  }
  return id;
}

/** Edges meet in its middle. */
const JUNCTION: CellStyle = { html: 1, fillColor: 'none', strokeColor: 'none', perimeter: 'none' };

const borderStyle = ({ theme }: DrawContext): CellStyle => ({
  html: 1,
  fillColor: 'none',
  strokeColor: theme.color('archGroupBorderColor', theme.nodeStroke).slice(0, 7),
  dashed: 1,
  fixDash: 1,
  dashPattern: '8 8',
});

const textStyle = ({ theme }: DrawContext): CellStyle => ({
  fontColor: theme.color('textColor', '#333333').slice(0, 7),
  fontFamily: theme.fontFamily,
  fontSize: theme.fontSize,
});

const squareStyle = (isSeen: boolean): CellStyle => ({
  rounded: 0,
  html: 1,
  fillColor: isSeen ? ICON_FILL : 'none',
  strokeColor: 'none',
});

function drawIcon(name: string, icon: string, box: Rect, parent: string | undefined, context: DrawContext): void {
  const id = context.cells.id(name);
  const { onSquare, fill } = serviceIcon(icon, context);
  context.cells.vertex({ id, box, style: { ...squareStyle(onSquare), connectable: 0 }, parent });
  fill(id, box);
}

function drawNode(
  node: ArchitectureNode,
  id: string,
  box: Rect,
  parent: string | undefined,
  { iconSize }: ArchitectureSizes,
  context: DrawContext,
): void {
  const { cells, theme, measure } = context;
  if (node.type === 'junction') {
    cells.vertex({ id, identity: node.id, box, parent, style: JUNCTION });
    return;
  }
  const font = { fontFamily: theme.fontFamily, fontSize: theme.fontSize };
  const html = brokenHtml(node.title ?? '', iconSize * TITLE_WIDTH, font, measure);
  const icon = node.icon === undefined ? undefined : serviceIcon(node.icon, context);
  const hasSquare = node.icon !== undefined || node.iconText !== undefined;
  const { ascent, descent } = lineExtent(theme.fontSize);
  // The middle of its first line's small letters is a font size below.
  const below = theme.fontSize * (1 + HALF_X_HEIGHT) - ascent;
  if (html !== '') {
    const { width } = measure(html, font);
    const height = ascent + descent + (html.split('<br>').length - 1) * LINE_HEIGHT * theme.fontSize;
    cells.reserve(rect(centerX(box) - width / 2, bottom(box) + below, width, height));
  }
  cells.vertex({
    id,
    identity: node.id,
    box,
    parent,
    label: html === '' ? '' : `<div style="line-height:${LINE_HEIGHT}">${html}</div>`,
    style: {
      ...(hasSquare
        ? squareStyle(icon?.onSquare ?? true)
        : { ...borderStyle(context), rounded: 1, absoluteArcSize: 1, arcSize: 10 }),
      whiteSpace: 'nowrap',
      verticalLabelPosition: 'bottom',
      verticalAlign: 'top',
      align: 'center',
      spacingTop: below - DRAWIO_TOP,
      ...textStyle(context),
    },
  });
  if (icon) icon.fill(id, box);
  else if (node.iconText !== undefined) {
    cells.vertex({
      id: cells.id(`${id}-text`),
      parent: id,
      label: svgTextHtml(node.iconText),
      box,
      style: {
        text: '',
        html: 1,
        whiteSpace: 'wrap',
        overflow: 'hidden',
        align: 'center',
        verticalAlign: 'middle',
        connectable: 0,
        ...textStyle(context),
        fontColor: '#ffffff',
      },
    });
  }
}
