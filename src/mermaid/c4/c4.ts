/** C4 diagrams of all five kinds: contexts, containers, components, what happens in which order, and deployments. */
import { type Point, type Rect, rect } from '../../geometry/plane.js';
import type { CellLink, CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { defineKind } from '../kind.js';
import { CENTRED_TEXT } from '../text/centredText.js';
import { middleOfLine, svgTextHtml, svgTextSize } from '../text/svgText.js';
import { type ElementDrawing, elementDrawing, ownColor } from './c4Element.js';
import { type C4Boundary, type C4Element, type C4Model, readC4 } from './c4Model.js';
import { c4Places, type PlacedBoundary } from './c4Places.js';
import { drawRelation } from './c4Relations.js';
import { type C4Settings, c4Settings } from './c4Settings.js';

const BOUNDARY_COLOR = '#444444';
/** Of boundaries, px. */
const RADIUS = 2.5;
const DASHES = '7 7';
/** Above the middle of a boundary's name, px, and what draw.io adds above a label. */
const NAME_TOP = 8;
const DRAWIO_TOP = 7;
/** Room that Mermaid keeps for a title, px, and how far left of the middle it begins, in margins. */
const TITLE_ROOM = 60;
const TITLE_SHIFT = 4;

export const c4 = defineKind({
  beginning: 'C4Context (or C4Container, C4Component, C4Dynamic, C4Deployment)',
  names: ['c4'],
  grammar: 'src/diagrams/c4/c4Diagram.ts',
  read: readC4,
  edgeCount: ({ relations }) => relations.length,
  draw: drawC4,
  margins: [0],
  titleSize: 'own',
});

function drawC4(model: C4Model, context: DrawContext): void {
  const { cells } = context;
  const settings = c4Settings(context);
  const drawings = new Map(
    model.elements.map((element): [string, ElementDrawing] => {
      context.budget.spend(1);
      return [element.alias, elementDrawing(element, settings, context)];
    }),
  );
  const places = c4Places(model, drawings, settings, context);
  // An element may be called as a boundary is, also as the one that it stands in.
  const boundaryIds = new Map<string, string>();
  const ids = new Map<string, string>();
  for (const placed of places.boundaries) drawBoundary(placed, boundaryIds, settings, context);
  for (const element of model.elements) {
    const [drawing, box] = [drawings.get(element.alias), places.elements.get(element.alias)];
    if (!drawing || !box) continue;
    const id = cells.id(element.alias);
    ids.set(element.alias, id);
    const parent = boundaryIds.get(element.parentBoundary);
    const { label, style } = drawing;
    cells.vertex({ id, identity: element.alias, box, label, style, parent, link: linkOf(element, context) });
  }
  for (const [index, relation] of model.relations.entries()) {
    const endOf = (alias: string) => {
      const [cell, box, drawing] = [ids.get(alias), places.elements.get(alias), drawings.get(alias)];
      return cell !== undefined && box && drawing ? { cell, box, outline: drawing.outline(box) } : undefined;
    };
    const [source, target] = [endOf(relation.from), endOf(relation.to)];
    if (!source || !target) continue;
    reportUnused(relation, `${relation.from}-${relation.to}`, context);
    const name = model.isDynamic ? `${index + 1}: ${relation.label}` : relation.label;
    drawRelation({ relation, name, index, source, target }, settings, context);
  }
  drawTitle(model.title ?? context.title, places, settings, context);
}

function drawBoundary(
  { boundary, box, title }: PlacedBoundary,
  ids: Map<string, string>,
  settings: C4Settings,
  context: DrawContext,
): void {
  const { cells } = context;
  const id = cells.id(boundary.alias);
  const parent = ids.get(boundary.parentBoundary);
  ids.set(boundary.alias, id);
  reportUnused(boundary, id, context);
  const font = settings.font('boundary');
  const first = svgTextSize('', { ...font, fontSize: font.fontSize + 2 }, context.measure).height;
  // Mermaid sets the name by the middle of its letters.
  const top = NAME_TOP + (font.fontSize + 2) * MIDDLE_SHIFT - first / 2;
  const style: CellStyle = {
    rounded: 1,
    absoluteArcSize: 1,
    arcSize: 2 * RADIUS,
    html: 1,
    whiteSpace: 'nowrap',
    container: 1,
    collapsible: 0,
    recursiveResize: 0,
    align: 'center',
    verticalAlign: 'top',
    spacingTop: Math.round((top - DRAWIO_TOP) * 100) / 100,
    strokeWidth: 1,
    ...(boundary.nodeType === undefined && { dashed: 1, fixDash: 1, dashPattern: DASHES }),
    fillColor: ownColor(boundary.bgColor) ?? 'none',
    strokeColor: ownColor(boundary.borderColor) ?? BOUNDARY_COLOR,
    fontColor: ownColor(boundary.fontColor) ?? BOUNDARY_COLOR,
    fontFamily: font.fontFamily,
    fontSize: font.fontSize,
  };
  const link = linkOf(boundary, context);
  cells.vertex({ id, identity: boundary.alias, box, label: title.html, style, parent, link });
}

/** From the place that SVG's "middle" is set at to the middle of a text's box, of the font size. */
const MIDDLE_SHIFT = 0.1;

/** Mermaid keeps links and doesn't set them: draw.io can. */
function linkOf(
  { alias, link }: Pick<C4Element | C4Boundary, 'alias' | 'link'>,
  { report }: DrawContext,
): CellLink | undefined {
  if (link === undefined || link.trim() === '') return undefined;
  if (/^(?:https?:|mailto:)/i.test(link.trim())) return { href: link.trim() };
  report({ code: 'mermaid-ignored', cellId: alias, message: `The link ${link} leads to no address of the web.` });
  return undefined;
}

function reportUnused(
  { tags, sprite, ...rest }: { readonly tags?: string; readonly sprite?: string; readonly link?: string },
  id: string,
  { report }: DrawContext,
): void {
  const link = 'from' in rest ? rest.link : undefined;
  const unused = Object.entries({ tags, sprite, link }).flatMap(([name, value]) => (value ? [`${name} ${value}`] : []));
  if (unused.length === 0) return;
  report({ code: 'mermaid-ignored', cellId: id, message: `Mermaid shows nothing of ${unused.join(' and ')}.` });
}

/** Mermaid keeps its margins around the diagram, and sets the title above it. */
function drawTitle(
  title: string | undefined,
  { right, bottom }: { readonly right: number; readonly bottom: number },
  { marginX, marginY }: C4Settings,
  context: DrawContext,
): void {
  const { cells, theme, measure } = context;
  const room = title === undefined ? 0 : TITLE_ROOM;
  cells.reserve(rect(0, -marginY - room, right + marginX, bottom + 2 * marginY + room - marginY));
  if (title === undefined) return;
  const html = svgTextHtml(title);
  const size = svgTextSize(html, { fontFamily: theme.fontFamily, fontSize: theme.fontSize }, measure);
  const start: Point = { x: (right - marginX) / 2 - TITLE_SHIFT * marginX, y: 2 * marginY };
  const box: Rect = rect(start.x, middleOfLine(start.y, theme.fontSize) - size.height / 2, size.width, size.height);
  cells.vertex({
    id: cells.id('title'),
    label: html,
    box,
    style: {
      ...CENTRED_TEXT,
      spacing: 0,
      fontColor: theme.color('textColor', '#333333').slice(0, 7),
      fontFamily: theme.fontFamily,
      fontSize: theme.fontSize,
    },
  });
}
