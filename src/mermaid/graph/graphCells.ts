/** Cells of a laid-out graph: groups as containers, nodes in them, and connectors along the routes of the layout. */

import { center as centerOf, distance, type Point, point, type Rect } from '../../geometry/plane.js';
import { smallest } from '../../primitives/lists.js';
import type { CellLink, CellStyle, EdgeLabel } from '../cells.js';
import type { DrawContext } from '../context.js';
import type { EdgeRoute, GraphPicture, Size } from './graph.js';
import { type Look, lookOf } from './look.js';

export interface NodeCell {
  readonly id: string;
  readonly style: CellStyle;
  /** HTML. */
  readonly label: string;
  readonly link?: CellLink;
  readonly parent?: string;
  /** What draw.io knows it by; default its id. */
  readonly identity?: string;
}

export interface ConnectorCell {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly style: CellStyle;
  readonly label?: ConnectorLabel;
  /** Beside its ends. */
  readonly startLabel?: ConnectorLabel;
  readonly endLabel?: ConnectorLabel;
}

export interface ConnectorLabel {
  /** HTML. */
  readonly html: string;
  readonly size: Size;
  readonly style?: CellStyle;
}

/** Cells by the ids of Mermaid's model. */
export class GraphCells {
  readonly #context: DrawContext;
  readonly #picture: GraphPicture;
  readonly #look: Look;
  readonly #ids = new Map<string, string>();
  readonly #identities = new Map<string, string>();

  constructor(context: DrawContext, picture: GraphPicture) {
    this.#context = context;
    this.#look = lookOf(context);
    this.#picture = picture;
  }

  /** The cell that a node or group became. */
  cellId(id: string): string | undefined {
    return this.#ids.get(id);
  }

  boxOf(id: string): Rect | undefined {
    return this.#picture.nodes.get(id) ?? this.#picture.groups.get(id);
  }

  /** Groups before what is in them. */
  vertex({ id, style, label, link, parent, identity = id }: NodeCell): void {
    const box = this.boxOf(id);
    if (!box) return;
    const cell = this.#context.cells.id(id);
    this.#ids.set(id, cell);
    this.#identities.set(id, identity);
    const parentCell = parent === undefined ? undefined : this.#ids.get(parent);
    this.#context.cells.vertex({
      id: cell,
      box,
      style: this.#look.vertex(style),
      label,
      parent: parentCell,
      link,
      identity,
    });
  }

  edge({ id, source, target, style, label, startLabel, endLabel }: ConnectorCell): void {
    const [from, to] = [this.#ids.get(source), this.#ids.get(target)];
    const route = this.#picture.edges.get(id);
    if (from === undefined || to === undefined || !route) return;
    const [sourceBox, targetBox] = [this.boxOf(source) as Rect, this.boxOf(target) as Rect];
    const [joinsSource, joinsTarget] = route.joins ?? [];
    // draw.io keeps no room at ends that are fixed to a place.
    const [startGap, endGap] = [
      joinsSource || route.start ? 0 : Number(style.sourcePerimeterSpacing ?? 0),
      joinsTarget || route.end ? 0 : Number(style.targetPerimeterSpacing ?? 0),
    ];
    const path = withGaps(pathOf(route, sourceBox, targetBox), startGap, endGap);
    const fixed = {
      ...(joinsSource ? placeOn('exit', joinsSource, sourceBox) : fixedEnd('exit', route.start, sourceBox)),
      ...(joinsTarget ? placeOn('entry', joinsTarget, targetBox) : fixedEnd('entry', route.end, targetBox)),
    };
    this.#context.cells.edge({
      id: this.#context.cells.id(id),
      identity: { from: this.#identities.get(source) ?? source, to: this.#identities.get(target) ?? target },
      source: from,
      target: to,
      waypoints: route.waypoints,
      style: this.#look.edge({ ...style, ...fixed }),
      labels: [
        ...(label === undefined ? [] : [placedLabel(label, route, path)]),
        ...(startLabel === undefined ? [] : [labelAtEnd(startLabel, path, 'start')]),
        ...(endLabel === undefined ? [] : [labelAtEnd(endLabel, path.toReversed(), 'end')]),
      ],
    });
  }
}

/** A connection to one place of a group's border: it lies where the layout's route crosses it. */
function fixedEnd(end: 'exit' | 'entry', at: Point | undefined, box: Rect): CellStyle {
  return at ? { ...placeOn(end, at, box), [`${end}Perimeter`]: 0 } : {};
}

/** A connection to a place on a box: it leads to where the shape's outline is between there and its middle. */
function placeOn(end: 'exit' | 'entry', at: Point, box: Rect): CellStyle {
  const part = (value: number, from: number, length: number): number =>
    length === 0 ? 0.5 : Math.round((10000 * Math.max(0, Math.min(length, value - from))) / length) / 10000;
  return {
    [`${end}X`]: part(at.x, box.x, box.width),
    [`${end}Y`]: part(at.y, box.y, box.height),
    [`${end}Dx`]: 0,
    [`${end}Dy`]: 0,
  };
}

/** Puts a label where the layout kept room for it: draw.io counts from a place along the edge. */
function placedLabel(
  { html, style }: NonNullable<ConnectorCell['label']>,
  route: EdgeRoute,
  path: readonly Point[],
): EdgeLabel {
  const wanted = route.label;
  if (!wanted || path.length < 2) return { html, style, position: 0 };
  const nearest = nearestVertex(path, wanted);
  const along = lengthOf(path.slice(0, nearest + 1)) / (lengthOf(path) || 1);
  const on = path[nearest] as Point;
  return { html, style, position: 2 * along - 1, offset: point(wanted.x - on.x, wanted.y - on.y) };
}

/** Mermaid's: how far along the line a label at its end is reckoned, and how far beside it the label stands, px. */
const END_LABEL = { along: 35, beside: 15, shift: 5 };

/** A label beside the beginning of a path, `start`, or beside its end, of which the path is given from there. */
function labelAtEnd({ html, size, style }: ConnectorLabel, path: readonly Point[], end: 'start' | 'end'): EdgeLabel {
  const position = end === 'start' ? -1 : 1;
  const from = path[0];
  const to = alongPath(path, END_LABEL.along);
  if (!from || !to) return { html, style, position };
  const length = distance(from, to) || 1;
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const middle = point((to.x - from.x) / 2, (to.y - from.y) / 2);
  const place = point(middle.x - dy * END_LABEL.beside, middle.y + dx * END_LABEL.beside);
  // The one at the end has its corner there, a little up and left.
  const offset =
    end === 'start'
      ? place
      : point(place.x - END_LABEL.shift + size.width / 2, place.y - END_LABEL.shift + size.height / 2);
  return { html, style, position, offset };
}

/** The point so far along a path; its end where that is nearer. */
function alongPath(path: readonly Point[], length: number): Point | undefined {
  let left = length;
  for (const [index, to] of path.slice(1).entries()) {
    const from = path[index] as Point;
    const step = distance(from, to);
    if (step > 0 && left <= step) {
      return point(from.x + ((to.x - from.x) * left) / step, from.y + ((to.y - from.y) * left) / step);
    }
    left -= step;
  }
  return path.at(-1);
}

/** The route with its ends, which stand on the borders of the two boxes. */
function pathOf({ waypoints, ends, start, end }: EdgeRoute, source: Rect, target: Rect): readonly Point[] {
  if (ends) return [ends[0], ...waypoints, ends[1]];
  const first = waypoints[0] ?? centerOf(target);
  const last = waypoints.at(-1) ?? centerOf(source);
  return [start ?? onBorder(source, first), ...waypoints, end ?? onBorder(target, last)];
}

/** A path without so much of its first and last step. */
function withGaps(path: readonly Point[], startGap: number, endGap: number): readonly Point[] {
  const shortened = (end: Point | undefined, next: Point | undefined, gap: number): readonly Point[] => {
    if (!end || !next || gap === 0) return end ? [end] : [];
    const part = Math.min(1, gap / (distance(end, next) || 1));
    return [point(end.x + (next.x - end.x) * part, end.y + (next.y - end.y) * part)];
  };
  return [
    ...shortened(path[0], path[1], startGap),
    ...path.slice(1, -1),
    ...shortened(path.at(-1), path.at(-2), endGap),
  ];
}

/** Where the line from a box's centre towards a point leaves it. */
function onBorder(box: Rect, towards: Point): Point {
  const center = centerOf(box);
  const [dx, dy] = [towards.x - center.x, towards.y - center.y];
  const scale = Math.max(Math.abs(dx) / (box.width / 2 || 1), Math.abs(dy) / (box.height / 2 || 1));
  return scale <= 1 ? center : point(center.x + dx / scale, center.y + dy / scale);
}

function lengthOf(path: readonly Point[]): number {
  return path.slice(1).reduce((sum, p, index) => sum + distance(path[index] as Point, p), 0);
}

function nearestVertex(path: readonly Point[], wanted: Point): number {
  const distances = path.map((p) => distance(p, wanted));
  return distances.indexOf(smallest(distances));
}
