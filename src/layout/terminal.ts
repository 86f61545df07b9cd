/** The ends of an edge: points fixed by exitX, entryX and the like, points that float on a perimeter, and which cell counts. */

import { center, type Point, point, type Rect, rotatePoint, turnPoint, turnQuarter } from '../geometry/plane.js';
import type { Cell } from '../model/cell.js';
import { lookupTable } from '../primitives/lookupTable.js';
import type { ConnectionPoint } from '../shapes/shape.js';
import type { Style } from '../style/style.js';
import { flipPoint, flipsOf, type PlacedTerminal, perimeterBox, perimeterPoint, terminalBox } from './perimeter.js';

/**
 * The cell that an edge visibly ends at: the outermost collapsed ancestor, or the nearest visible one. Undefined where
 * only a layer or the root is left.
 */
export function visibleTerminal(terminal: Cell | undefined, root: Cell): Cell | undefined {
  let best = terminal;
  for (let cell = terminal; cell; cell = cell.parent) {
    if (!best?.visible || cell.collapsed) best = cell;
  }
  return best === root || best?.parent === root ? undefined : best;
}

/** The connection that the edge's style fixes for one end (exitX, exitY, exitDx, exitDy, exitPerimeter; entry…). */
export function styledConnection(edge: Style, isSource: boolean): ConnectionPoint | undefined {
  const prefix = isSource ? 'exit' : 'entry';
  const x = edge.number(`${prefix}X`, Number.NaN);
  const y = edge.number(`${prefix}Y`, Number.NaN);
  if (Number.isNaN(x) || Number.isNaN(y)) return undefined;
  return {
    x,
    y,
    dx: edge.number(`${prefix}Dx`, 0),
    dy: edge.number(`${prefix}Dy`, 0),
    perimeter: edge.flag(`${prefix}Perimeter`, true),
  };
}

const DIRECTION_QUARTERS = lookupTable<number>({ south: 1, west: 2, north: 3 });

/** Quarter turns of a terminal's connection points for `direction`; anchorPointDirection=0 leaves them. */
const anchorQuarters = (style: Style): number =>
  style.number('anchorPointDirection', 1) === 1 ? (DIRECTION_QUARTERS[style.string('direction', '')] ?? 0) : 0;

function inBox(box: Rect, connection: ConnectionPoint): Point {
  return point(
    box.x + connection.x * box.width + (connection.dx ?? 0),
    box.y + connection.y * box.height + (connection.dy ?? 0),
  );
}

/**
 * A connection point on the page, turned, mirrored and rotated with the terminal. Older shapes (legacyAnchorPoints, the
 * default) mirror only points that stay off the perimeter, and turn them for `direction` together with the rotation.
 */
export function connectionPoint(terminal: PlacedTerminal, connection: ConnectionPoint): Point {
  const { style } = terminal;
  const legacy = style.number('legacyAnchorPoints', 1) === 1;
  const upright = perimeterBox(terminal);
  const middle = center(upright);
  const quarters = anchorQuarters(style);
  const direction = style.get('direction');
  const across = direction === 'north' || direction === 'south';
  const box = across && (quarters !== 0 || !legacy) ? turnQuarter(upright) : upright;
  const flips = flipsOf(terminal);
  const flipsOfBox = across ? { horizontal: flips.vertical, vertical: flips.horizontal } : flips;

  const inside = inBox(box, connection);
  const mirrored = legacy && connection.perimeter ? inside : flipPoint(inside, flipsOfBox, box);
  const turned = turnPoint(mirrored, quarters, middle);
  const placed = connection.perimeter ? perimeterPoint(terminal, turned, false) : turned;
  return rotatePoint(placed, style.number('rotation', 0), middle);
}

/** The end point that does not depend on the route; undefined where it floats on the terminal. */
export function fixedPoint(
  terminal: PlacedTerminal | undefined,
  connection: ConnectionPoint | undefined,
  dangling: Point | undefined,
): Point | undefined {
  if (!terminal) return dangling;
  if (terminal.style.get('perimeter') === 'centerPerimeter') return center(terminalBox(terminal));
  return connection && connectionPoint(terminal, connection);
}

/** Px that the edge's style keeps between its end and the terminal. */
const edgeSpacing = (edge: Style, isSource: boolean): number =>
  edge.number('perimeterSpacing', 0) + edge.number(isSource ? 'sourcePerimeterSpacing' : 'targetPerimeterSpacing', 0);

export interface FloatingEnd {
  readonly terminal: PlacedTerminal;
  readonly edge: Style;
  readonly isSource: boolean;
  /** The neighbouring point of the route. */
  readonly next: Point;
  readonly orthogonal: boolean;
  /** Whether it takes the nearest connection point. */
  readonly snaps: boolean;
}

/** Whether snapToPoint, of an edge or of the cell that it ends at, ties its floating ends to connection points. */
export const snapsToPoint = (terminal: Style | undefined, edge: Style): boolean =>
  terminal?.get('snapToPoint') === '1' || edge.get('snapToPoint') === '1';

/** Where an end that is free to move meets the perimeter. */
export function floatingPoint({ terminal, edge, isSource, next, orthogonal, snaps }: FloatingEnd): Point {
  const rotation = terminal.style.number('rotation', 0);
  const middle = center(terminalBox(terminal));
  const onPerimeter = perimeterPoint(
    terminal,
    rotatePoint(next, -rotation, middle),
    orthogonal && rotation === 0,
    edgeSpacing(edge, isSource),
  );
  const p = rotatePoint(onPerimeter, rotation, middle);
  return snaps ? nearestConnection(terminal, p) : p;
}

function nearestConnection(terminal: PlacedTerminal, p: Point): Point {
  let nearest = p;
  let shortest = Number.POSITIVE_INFINITY;
  for (const connection of connectionPointsOf(terminal)) {
    const exact = connectionPoint(terminal, connection);
    const candidate = point(Math.round(exact.x), Math.round(exact.y));
    const length = Math.hypot(candidate.x - p.x, candidate.y - p.y);
    if (length < shortest) {
      nearest = candidate;
      shortest = length;
    }
  }
  return nearest;
}

/** The style's own connection points win over the shape's, whose box is turned for `direction`. */
function connectionPointsOf(terminal: PlacedTerminal): readonly ConnectionPoint[] {
  const styled = styledConnectionPoints(terminal.style);
  if (styled || terminal.kind === 'edge') return styled ?? [];
  const { box, style, shape } = terminal;
  const direction = style.get('direction');
  const turned = direction === 'north' || direction === 'south' ? turnQuarter(box) : box;
  return shape.connectionPoints?.(turned, style) ?? [];
}

const numberAt = (entry: readonly unknown[], index: number): number => {
  const value = Number(entry[index] ?? 0);
  return Number.isFinite(value) ? value : 0;
};

/** The style's own `points=[[x,y,perimeter,dx,dy],…]`; a list that can't be read counts as empty, as in draw.io. */
function styledConnectionPoints(style: Style): readonly ConnectionPoint[] | undefined {
  const text = style.get('points');
  if (text === undefined) return undefined;
  let entries: unknown;
  try {
    entries = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(entries)) return [];
  return entries.filter(Array.isArray).map((entry: readonly unknown[]) => ({
    x: numberAt(entry, 0),
    y: numberAt(entry, 1),
    perimeter: entry.length > 2 ? numberAt(entry, 2) !== 0 : true,
    dx: numberAt(entry, 3),
    dy: numberAt(entry, 4),
  }));
}
