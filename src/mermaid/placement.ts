/** A graph laid out: moved, mirrored, and stretched where titles need room. */
import { type Point, point, type Rect, rect } from '../geometry/plane.js';
import type { EdgeRoute, GraphPicture, Size } from './graphLayout.js';

/** One layout's result, in a frame of its own. */
export interface Placement {
  readonly nodes: Map<string, Rect>;
  readonly groups: Map<string, Rect>;
  readonly edges: Map<string, EdgeRoute>;
  readonly bounds: Rect;
}

/** All points through a function; boxes by their centres, so that they keep their size. */
export function mapPlacement(content: GraphPicture, move: (p: Point) => Point): Omit<Placement, 'bounds'> {
  const movedBox = ({ x, y, width, height }: Rect): Rect => {
    const center = move(point(x + width / 2, y + height / 2));
    return rect(center.x - width / 2, center.y - height / 2, width, height);
  };
  return {
    nodes: mapValues(content.nodes, movedBox),
    groups: mapValues(content.groups, movedBox),
    edges: mapValues(content.edges, (route) => mapRoute(route, move)),
  };
}

const mapRoute = ({ waypoints, label, start, end }: EdgeRoute, move: (p: Point) => Point): EdgeRoute => ({
  waypoints: waypoints.map(move),
  label: label && move(label),
  start: start && move(start),
  end: end && move(end),
});

const mapValues = <T>(map: ReadonlyMap<string, T>, change: (value: T) => T): Map<string, T> =>
  new Map([...map].map(([key, value]) => [key, change(value)]));

export function movePlacement(content: Placement, dx: number, dy: number): Placement {
  const { x, y, width, height } = content.bounds;
  return {
    ...mapPlacement(content, (p) => point(p.x + dx, p.y + dy)),
    bounds: rect(x + dx, y + dy, width, height),
  };
}

/** Upside down (`vertically`), or left to right. */
export const mirrorPlacement = (content: Placement, vertically: boolean): Placement => ({
  ...mapPlacement(content, (p) => (vertically ? point(p.x, -p.y) : point(-p.x, p.y))),
  bounds: content.bounds,
});

/** Free space above and below a title. */
const TITLE_MARGIN = 4;

/**
 * Pushes what is in a group, and all that is as far down, so that the group's title has room; widens it for its title.
 * `isOpen` says which boxes are groups with their content among the others: the line that is pulled apart cuts them.
 */
export function roomForTitle(
  content: Placement,
  group: string,
  members: readonly Rect[],
  title: Size,
  isOpen: (id: string) => boolean,
): Placement {
  const box = content.nodes.get(group) as Rect;
  if (title.height === 0 || members.length === 0) return content;
  const wide = Math.max(box.width, title.width + 4 * TITLE_MARGIN);
  const nodes = new Map(content.nodes).set(group, rect(box.x - (wide - box.width) / 2, box.y, wide, box.height));
  const top = Math.min(...members.map(({ y }) => y));
  const missing = title.height + 2 * TITLE_MARGIN - (top - box.y);
  if (missing <= 0) return { ...content, nodes };
  const pushed = (y: number): number => (y > box.y + 0.01 ? y + missing : y);
  for (const [id, { x, y, width, height }] of nodes) {
    if (isOpen(id)) nodes.set(id, rect(x, pushed(y), width, pushed(y + height) - pushed(y)));
    else nodes.set(id, rect(x, pushed(y + height / 2) - height / 2, width, height));
  }
  return {
    ...content,
    nodes,
    edges: mapValues(content.edges, (route) => mapRoute(route, ({ x, y }) => point(x, pushed(y)))),
  };
}

/** A path up to where it first enters a box; the last point of the result is on the border. */
export function cutAtBorder(path: readonly Point[], box: Rect): readonly [readonly Point[], Point | undefined] {
  const inside = path.findIndex((p, index) => index > 0 && isWithin(p, box));
  const [before, first] = [path[inside - 1], path[inside]];
  if (!before || !first) return [path, path.at(-1)];
  const crossing = isWithin(before, box) ? before : crossingOf(before, first, box);
  return [[...path.slice(0, inside), crossing], crossing];
}

const isWithin = (p: Point, box: Rect): boolean =>
  p.x >= box.x && p.x <= box.x + box.width && p.y >= box.y && p.y <= box.y + box.height;

/** Where the line from outside a box to a point in it meets the border. */
function crossingOf(outside: Point, inside: Point, box: Rect): Point {
  const [dx, dy] = [inside.x - outside.x, inside.y - outside.y];
  const along = (from: number, delta: number, low: number, high: number): number => {
    if (from < low) return (low - from) / delta;
    return from > high ? (high - from) / delta : 0;
  };
  const part = Math.max(
    along(outside.x, dx, box.x, box.x + box.width),
    along(outside.y, dy, box.y, box.y + box.height),
  );
  return point(outside.x + part * dx, outside.y + part * dy);
}
