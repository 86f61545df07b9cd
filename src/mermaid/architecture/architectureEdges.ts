/** Edges of architecture diagrams: from side to side, round a corner where the sides want it. */
import { bottom, center, type Point, point, type Rect, right } from '../../geometry/plane.js';
import type { CellStyle, EdgeLabel } from '../cells.js';
import type { DrawContext } from '../context.js';
import { HALF_X_HEIGHT, middleOfLine, svgTextHtml } from '../text/svgText.js';
import { pixels } from '../theme.js';
import type { ArchitectureEdge, Side } from './architectureModel.js';

/** How far beyond a service the border of its group is, and its title below, px. */
const GROUP_REACH = 4;
const TITLE_REACH = 18;
/** Arrows, in sides of an icon, and what of them the icon hides, px. */
const ARROW = 1 / 6;
const ARROW_HIDDEN = 2;
/** What its own line adds to the length of draw.io's block arrow, in widths of the line. */
const ARROW_LINE = 2.618;

export interface EdgeEnd {
  readonly cell: string;
  readonly box: Rect;
  readonly isJunction: boolean;
  /** The group around it, where the edge ends at that one's border. */
  readonly group?: { readonly cell: string; readonly box: Rect };
}

const DIRECTIONS: Readonly<Record<Side, Point>> = {
  L: point(-1, 0),
  R: point(1, 0),
  T: point(0, -1),
  B: point(0, 1),
};

const isAcross = (side: Side): boolean => side === 'L' || side === 'R';

export function drawArchitectureEdge(
  edge: ArchitectureEdge,
  ends: { readonly source: EdgeEnd; readonly target: EdgeEnd; readonly index: number },
  padding: number,
  context: DrawContext,
): void {
  const { cells, theme, config } = context;
  const { source, target, index } = ends;
  const width = pixels(config.themeVariables?.archEdgeWidth) ?? 3;
  const start = endOf(source, edge.lhsDir, edge.lhsGroup === true, padding);
  const end = endOf(target, edge.rhsDir, edge.rhsGroup === true, padding);
  const isBent = isAcross(edge.lhsDir) !== isAcross(edge.rhsDir);
  const corner = isAcross(edge.lhsDir) ? point(end.at.x, start.at.y) : point(start.at.x, end.at.y);
  const arrowSize = Math.max(1, Math.round(source.box.width * ARROW - ARROW_HIDDEN - ARROW_LINE * width));
  const arrow = (name: 'start' | 'end', isThere: boolean | undefined): CellStyle =>
    isThere
      ? { [`${name}Arrow`]: 'block', [`${name}Fill`]: 1, [`${name}Size`]: arrowSize }
      : { [`${name}Arrow`]: 'none' };
  cells.edge({
    id: cells.id(`${edge.lhsId}-${edge.rhsId}`),
    identity: { from: edge.lhsId, to: edge.rhsId, index },
    source: start.cell,
    target: end.cell,
    waypoints: isBent ? [corner] : [],
    style: {
      html: 1,
      rounded: 0,
      ...arrow('start', edge.lhsInto),
      ...arrow('end', edge.rhsInto),
      strokeWidth: width,
      strokeColor: theme.color('archEdgeColor', theme.line).slice(0, 7),
      ...start.style('exit'),
      ...end.style('entry'),
    },
    labels: edge.title === undefined ? [] : [labelOf(edge, edge.title, isBent, context)],
  });
}

/** At the middle of a side, a junction's middle, or beyond at the border of the group. */
function endOf({ cell, box, isJunction, group }: EdgeEnd, side: Side, toGroup: boolean, padding: number) {
  const direction = DIRECTIONS[side];
  const part = isJunction && !toGroup ? 0 : 0.5;
  const middle = center(box);
  const at = point(middle.x + direction.x * part * box.width, middle.y + direction.y * part * box.height);
  if (toGroup && group) {
    const border = onBorder(at, side, group.box);
    return { cell: group.cell, at: border, style: fixedEnd(border, group.box, 0, direction) };
  }
  const beyond = toGroup ? padding + GROUP_REACH + (side === 'B' ? TITLE_REACH : 0) : 0;
  return {
    cell,
    at: point(at.x + direction.x * beyond, at.y + direction.y * beyond),
    style: fixedEnd(at, box, beyond, direction),
  };
}

function onBorder(at: Point, side: Side, box: Rect): Point {
  if (isAcross(side)) return point(side === 'L' ? box.x : right(box), at.y);
  return point(at.x, side === 'T' ? box.y : bottom(box));
}

/** A place of a cell's box, and so far beyond it. */
const fixedEnd =
  (at: Point, box: Rect, beyond: number, direction: Point) =>
  (name: 'exit' | 'entry'): CellStyle => ({
    [`${name}X`]: Math.round(((at.x - box.x) / (box.width || 1)) * 10000) / 10000,
    [`${name}Y`]: Math.round(((at.y - box.y) / (box.height || 1)) * 10000) / 10000,
    [`${name}Dx`]: direction.x * beyond,
    [`${name}Dy`]: direction.y * beyond,
    [`${name}Perimeter`]: 0,
  });

/** Below a line that lies, right of one that stands, aslant at a corner. */
function labelOf(
  { lhsDir, rhsDir }: ArchitectureEdge,
  title: string,
  isBent: boolean,
  { theme }: DrawContext,
): EdgeLabel {
  const { fontFamily, fontSize } = theme;
  // The middle of its small letters is a font size beside the line.
  const beside = middleOfLine(fontSize * (1 + HALF_X_HEIGHT), fontSize);
  const style: CellStyle = {
    labelBackgroundColor: 'none',
    fontColor: theme.color('textColor', '#333333').slice(0, 7),
    fontFamily,
    fontSize,
  };
  const html = svgTextHtml(title);
  if (isBent) {
    const rising = new Set(['LT', 'TL', 'BR', 'RB']).has(`${lhsDir}${rhsDir}`);
    return { html, position: 0, style: { ...style, rotation: rising ? 315 : 45 } };
  }
  return isAcross(lhsDir)
    ? { html, position: 0, offset: point(0, beside), style }
    : { html, position: 0, offset: point(beside, 0), style: { ...style, horizontal: 0 } };
}
