/** Edges through vertices and on each other, ends beside the cells that they are meant for, and arrows without a line. */
import {
  bottom,
  boundsOfPoints,
  center,
  distance,
  grow,
  intersection,
  type Point,
  type Rect,
  rect,
  right,
} from '../../geometry/plane.js';
import { lineLength } from '../../layout/edgePoint.js';
import type { PlacedVertex, RoutedEdge } from '../../layout/placed.js';
import type { Style } from '../../style/style.js';
import {
  areKin,
  boxOf,
  type CheckedPage,
  isWithin,
  nameOf,
  type RouteSegment,
  routeBox,
  segmentsOf,
} from '../checkedPage.js';
import type { Problem } from '../finding.js';
import type { PageRule } from '../rule.js';
import { isBadge, isNode } from './overlap.js';
import { lengthWithin } from './routeSegments.js';

export const edgeThroughVertex: PageRule = {
  name: 'edge-through-vertex',
  scope: 'page',
  family: 'layout',
  severity: 'warning',
  threshold: { value: 10, unit: 'px', meaning: 'how far an edge may run through a vertex that it does not end at' },
  summary: 'An edge runs through a vertex that it does not belong to.',
  *find(page, most) {
    for (const edge of page.edges) {
      if (edge.style.flag('curved') || edge.style.color('strokeColor') === undefined) continue;
      const told = new Set<PlacedVertex>();
      for (const { from, to } of segmentsOf(edge)) {
        for (const vertex of page.near(page.vertexIndex, boundsOfPoints([from, to]) as Rect)) {
          if (told.has(vertex) || !isObstacle(page, vertex, edge)) continue;
          const body = grow(boxOf(vertex), -0.1 * Math.min(vertex.box.width, vertex.box.height));
          const crossing = lengthWithin(from, to, body);
          if (crossing.px <= most || !page.paint.surfaces.isPainted(crossing.middle, vertex.cell.id)) continue;
          told.add(vertex);
          yield {
            cells: [edge.cell.id, vertex.cell.id],
            box: grow(rect(crossing.middle.x, crossing.middle.y, 0, 0), 5),
            message: `The edge ${nameOf(page, edge.cell.id)} runs through ${nameOf(page, vertex.cell.id)}. Route it around by waypoints, or move the vertex.`,
          };
        }
      }
    }
  },
};

/** A node that the edge neither ends at nor begins in; what holds other cells is a place and no obstacle. */
function isObstacle(page: CheckedPage, vertex: PlacedVertex, { cell, points }: RoutedEdge): boolean {
  if (!isNode(page, vertex) || isBadge(vertex) || vertex.cell.children.some(({ kind }) => kind === 'vertex'))
    return false;
  if (areKin(cell, vertex.cell) || areKin(cell.source, vertex.cell) || areKin(cell.target, vertex.cell)) return false;
  const box = boxOf(vertex);
  const ends = [points[0], points[points.length - 1]];
  return !ends.some((end) => end && contains(grow(box, 1), end));
}

const contains = (box: Rect, { x, y }: Point): boolean =>
  x >= box.x && y >= box.y && x <= right(box) && y <= bottom(box);

export const edgesOverlap: PageRule = {
  name: 'edges-overlap',
  scope: 'page',
  family: 'layout',
  severity: 'warning',
  threshold: { value: 20, unit: 'px', meaning: 'how far two edges without a common end may run on one line' },
  summary: 'Two edges that have no end in common run on one line, and can no longer be told apart.',
  *find(page, most) {
    const told = new Set<string>();
    for (const edge of page.edges) {
      if (edge.style.flag('curved') || edge.style.color('strokeColor') === undefined) continue;
      for (const segment of segmentsOf(edge)) {
        const place = boundsOfPoints([segment.from, segment.to]) as Rect;
        for (const other of page.near(page.segments, place, 1)) {
          const pair = JSON.stringify([edge.cell.id, other.edge.cell.id].sort());
          if (other.edge === edge || told.has(pair) || areJoined(edge, other.edge)) continue;
          const shared = sharedPiece(segment, other);
          if (!shared || Math.max(shared.width, shared.height) <= most) continue;
          told.add(pair);
          yield {
            cells: [edge.cell.id, other.edge.cell.id],
            box: shared,
            message: `The edges ${nameOf(page, edge.cell.id)} and ${nameOf(page, other.edge.cell.id)} run on one line for ${Math.round(Math.max(shared.width, shared.height))} px. Give one of them other waypoints or connection points.`,
          };
        }
      }
    }
  },
};

/** Edges of one cell may share a way, as in trees; so may those that end at each other. */
function areJoined(a: RoutedEdge, b: RoutedEdge): boolean {
  if (b.style.color('strokeColor') === undefined) return true;
  const ends = [a.cell, a.cell.source, a.cell.target].filter((cell) => cell !== undefined);
  if ([b.cell, b.cell.source, b.cell.target].some((cell) => cell && ends.includes(cell))) return true;
  // Ends without a cell meet where they stand.
  const [from, to] = [a.points[0], a.points.at(-1)];
  return [b.points[0], b.points.at(-1)].some((end) => end && [from, to].some((own) => own && distance(own, end) < 2));
}

/** Where two pieces lie on one upright or level line. */
function sharedPiece(a: RouteSegment, b: RouteSegment): Rect | undefined {
  const [one, other] = [boundsOfPoints([a.from, a.to]) as Rect, boundsOfPoints([b.from, b.to]) as Rect];
  const level = one.height < 1 && other.height < 1 && Math.abs(one.y - other.y) < 1;
  const upright = one.width < 1 && other.width < 1 && Math.abs(one.x - other.x) < 1;
  if (level === upright) return undefined;
  return intersection(grow(one, 1), grow(other, 1));
}

export const danglingEnd: PageRule = {
  name: 'dangling-end',
  scope: 'page',
  family: 'layout',
  severity: 'warning',
  threshold: {
    value: 6,
    unit: 'px',
    meaning: 'how near to a vertex an end is taken for one that should be connected',
  },
  summary: 'An edge ends close to a vertex, but is not connected to it.',
  *find(page, most) {
    for (const edge of page.edges) {
      const { cell, points } = edge;
      for (const end of ['source', 'target'] as const) {
        const at = end === 'source' ? points[0] : points.at(-1);
        if (cell[end] || !at) continue;
        const vertex = endsAt(page, edge, at, most);
        if (vertex) yield snapped(page, edge, end, { at, vertex });
      }
    }
  },
};

function snapped(
  page: CheckedPage,
  { cell }: RoutedEdge,
  end: 'source' | 'target',
  { at, vertex }: { readonly at: Point; readonly vertex: PlacedVertex },
): Problem {
  const { id } = vertex.cell;
  const ordinal = page.ordinals.get(cell.id);
  const canFix = ordinal !== undefined && page.ordinals.has(id);
  const advice = `Set ${end}="${id}", so that it follows when the vertex is moved.`;
  return {
    cells: [cell.id, id],
    box: grow(rect(at.x, at.y, 0, 0), 5),
    message: `The ${end} end of ${nameOf(page, cell.id)} lies at ${nameOf(page, id)} without being connected. ${advice}`,
    fix: canFix
      ? { what: `its ${end} becomes "${id}"`, edits: [{ ordinal, part: 'cell', attribute: end, value: id }] }
      : undefined,
  };
}

/** The one vertex whose border an end stands at; undefined where there are several, or the edge is in the vertex. */
function endsAt(page: CheckedPage, { cell }: RoutedEdge, at: Point, most: number): PlacedVertex | undefined {
  const candidates: PlacedVertex[] = [];
  for (const vertex of page.near(page.vertexIndex, rect(at.x, at.y, 0, 0), most)) {
    const isOther = cell.source !== vertex.cell && cell.target !== vertex.cell && !isWithin(cell, vertex.cell);
    if (isOther && vertex.cell.connectable && isNode(page, vertex) && reach(vertex, at) <= most) {
      candidates.push(vertex);
    }
  }
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** From a point to where edges end at a vertex: its border, or the middle of a waypoint. */
function reach(vertex: PlacedVertex, at: Point): number {
  const box = boxOf(vertex);
  return vertex.style.get('perimeter') === 'centerPerimeter' ? distance(center(box), at) : borderDistance(box, at);
}

/** From a point to the nearest side of a box. */
function borderDistance(box: Rect, { x, y }: Point): number {
  const [across, down] = [Math.max(box.x - x, x - right(box)), Math.max(box.y - y, y - bottom(box))];
  return across > 0 && down > 0 ? Math.hypot(across, down) : Math.abs(Math.max(across, down));
}

export const shortEdge: PageRule = {
  name: 'short-edge',
  scope: 'page',
  family: 'layout',
  severity: 'warning',
  threshold: { value: 2, unit: 'px', meaning: 'how much of its line must be seen between the heads of an edge' },
  summary: 'An edge is shorter than its arrow heads.',
  *find(page, least) {
    for (const edge of page.edges) {
      if (edge.style.string('shape', 'connector') !== 'connector') continue;
      const heads = headLength(edge.style, 'start') + headLength(edge.style, 'end');
      const length = lineLength(edge.points);
      if (heads === 0 || length >= heads + least) continue;
      yield {
        cells: [edge.cell.id],
        box: grow(routeBox(edge), 5),
        message: `The edge ${nameOf(page, edge.cell.id)} is ${Math.round(length)} px long, and its heads are ${Math.round(heads)}. Move its ends apart, or make the heads smaller (startSize, endSize).`,
      };
    }
  },
};

function headLength(style: Style, end: 'start' | 'end'): number {
  const marker = style.get(`${end}Arrow`);
  return marker === undefined ? 0 : style.number(`${end}Size`, 6) + style.number('strokeWidth', 1);
}
