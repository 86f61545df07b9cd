/** Relations of C4 diagrams: the first a straight line, the others bowed, with their texts beside the middle. */
import { center, distance, type Point, point, type Rect } from '../../geometry/plane.js';
import type { CellStyle, EdgeLabel } from '../cells.js';
import type { DrawContext } from '../context.js';
import { lineExtent, svgTextHtml } from '../text/svgText.js';
import { ownColor } from './c4Element.js';
import type { C4Relation } from './c4Model.js';
import type { Outline } from './c4Outlines.js';
import type { C4Font, C4Settings } from './c4Settings.js';

const COLOR = '#444444';
/** Of arrows, px: draw.io adds the line's width. */
const ARROW = 9;
/** From the middle of a relation's name to that of its technology, and the font size, px. */
const TECHNOLOGY_GAP = 5;
const ITALIC = 2;

export interface RelationEnd {
  readonly cell: string;
  readonly box: Rect;
  readonly outline: Outline;
}

export interface RelationDrawing {
  readonly relation: C4Relation;
  /** With its number, where it has one. */
  readonly name: string;
  /** Among the diagram's. */
  readonly index: number;
  readonly source: RelationEnd;
  readonly target: RelationEnd;
}

export function drawRelation(drawing: RelationDrawing, settings: C4Settings, context: DrawContext): void {
  const { relation, source, target, index } = drawing;
  const isFirst = index === 0;
  const { cells } = context;
  const [start, end] = [source.outline(source.box, center(target.box)), target.outline(target.box, center(source.box))];
  // Mermaid bows a line by the point at a quarter of its width and half of its height.
  const bow = isFirst ? [] : [point(start.x + (end.x - start.x) / 4, (start.y + end.y) / 2)];
  const isBackward = relation.type === 'rel_b';
  const arrow = (end: 'start' | 'end', isThere: boolean): CellStyle =>
    isThere ? { [`${end}Arrow`]: 'block', [`${end}Fill`]: 1, [`${end}Size`]: ARROW } : { [`${end}Arrow`]: 'none' };
  cells.edge({
    id: cells.id(`${relation.from}-${relation.to}`),
    identity: { from: relation.from, to: relation.to, index },
    source: source.cell,
    target: target.cell,
    waypoints: bow,
    style: {
      html: 1,
      ...(!isFirst && { curved: 1 }),
      ...arrow('start', isBackward || relation.type === 'birel'),
      ...arrow('end', !isBackward),
      strokeWidth: 1,
      strokeColor: ownColor(relation.lineColor) ?? COLOR,
      ...fixedEnd('exit', start, source.box),
      ...fixedEnd('entry', end, target.box),
    },
    labels: labelsOf(drawing, [start, ...bow, end], settings, context),
  });
}

function fixedEnd(end: 'exit' | 'entry', at: Point, box: Rect): CellStyle {
  const part = (value: number, length: number): number => Math.round((10000 * value) / (length || 1)) / 10000;
  return {
    [`${end}X`]: part(at.x - box.x, box.width),
    [`${end}Y`]: part(at.y - box.y, box.height),
    [`${end}Dx`]: 0,
    [`${end}Dy`]: 0,
    [`${end}Perimeter`]: 0,
  };
}

/** Texts begin at the middle between the ends. */
function labelsOf(
  { relation, name }: RelationDrawing,
  path: readonly Point[],
  settings: C4Settings,
  { measure }: DrawContext,
): readonly EdgeLabel[] {
  const font = settings.font('message');
  const [start, end] = [path[0] as Point, path.at(-1) as Point];
  const middle = halfway(path);
  const from = point(
    (start.x + end.x) / 2 + (relation.offsetX ?? 0) - middle.x,
    (start.y + end.y) / 2 + (relation.offsetY ?? 0) - middle.y + lineExtent(font.fontSize).descent / 2,
  );
  const widthOf = (text: string): number => Math.round(measure(svgTextHtml(text), font).width);
  const nameWidth = widthOf(name);
  const style = labelStyle(font, ownColor(relation.textColor) ?? COLOR);
  const label = (text: string, width: number, dy: number, more: CellStyle = {}): EdgeLabel => ({
    html: svgTextHtml(text),
    position: 0,
    offset: point(from.x + width / 2, from.y + dy),
    style: { ...style, ...more },
  });
  if (relation.techn === '') return [label(name, nameWidth, 0)];
  const technologyWidth = Math.max(nameWidth, widthOf(relation.techn));
  return [
    label(name, nameWidth, 0),
    label(`[${relation.techn}]`, technologyWidth, font.fontSize + TECHNOLOGY_GAP, {
      fontStyle: ITALIC | (font.bold ? 1 : 0),
    }),
  ];
}

const labelStyle = (font: C4Font, color: string): CellStyle => ({
  labelBackgroundColor: 'none',
  fontColor: color,
  fontFamily: font.fontFamily,
  fontSize: font.fontSize,
  ...(font.bold && { fontStyle: 1 }),
});

/** Where draw.io counts a label's offset from: half of the way along the lines of an edge. */
function halfway(path: readonly Point[]): Point {
  const lengths = path.slice(1).map((to, index) => distance(path[index] as Point, to));
  let left = lengths.reduce((sum, each) => sum + each, 0) / 2;
  for (const [index, length] of lengths.entries()) {
    const [from, to] = [path[index] as Point, path[index + 1] as Point];
    if (length > 0 && left <= length)
      return point(from.x + ((to.x - from.x) * left) / length, from.y + ((to.y - from.y) * left) / length);
    left -= length;
  }
  return path[0] as Point;
}
