/** What ELK laid out, as a picture's boxes and routes: edges end where Mermaid has them end. */

import type { ElkNode } from '../../elk/elkScript.js';
import { distance, type Point, point, type Rect, rect } from '../../geometry/plane.js';
import { onOutline } from './edgeRoutes.js';
import { type ElkNames, lineOf } from './elkGraph.js';
import type { EdgeRoute, GraphEdge, GraphNode, GraphPicture, GraphRequest } from './graph.js';

/** `parents` are those that the graph was made with. */
export function pictureOf(
  laidOut: ElkNode,
  request: GraphRequest,
  names: ElkNames,
  parents: ReadonlyMap<string, string | undefined>,
): GraphPicture {
  const boxes = new Map<string, Rect>();
  const place = (node: ElkNode, dx: number, dy: number): void => {
    const box = rect((node.x ?? 0) + dx, (node.y ?? 0) + dy, node.width ?? 0, node.height ?? 0);
    boxes.set(node.id, box);
    for (const child of node.children ?? []) place(child, box.x, box.y);
  };
  for (const node of laidOut.children ?? []) place(node, 0, 0);
  const boxOf = (id: string): Rect => boxes.get(names.nodes.get(id) as string) ?? rect(0, 0, 0, 0);
  const nodes = new Map(request.nodes.map(({ id }) => [id, boxOf(id)]));
  const groups = new Map(request.groups.map(({ id, title }) => [id, widened(boxOf(id), title.width)]));
  const outlines = new Map(request.nodes.map(({ id, outline }) => [id, outline]));
  const ends = (edge: GraphEdge): readonly [End, End] => {
    const end = (id: string): End => ({
      box: nodes.get(id) ?? groups.get(id) ?? rect(0, 0, 0, 0),
      outline: outlines.get(id),
    });
    return [end(edge.source), end(edge.target)];
  };
  const laidOutEdges = new Map((laidOut.edges ?? []).map((edge) => [edge.id, edge]));
  const edges = new Map(
    request.edges.map((edge): [string, EdgeRoute] => {
      const { sections, labels } = laidOutEdges.get(names.edges.get(edge.id) ?? '') ?? {};
      const section = sections?.[0];
      if (!section) return [edge.id, { waypoints: [], label: undefined }];
      const frame = frameOf(edge, parents);
      const { x: dx, y: dy } = frame === undefined ? point(0, 0) : boxOf(frame);
      const move = ({ x, y }: Point): Point => point(x + dx, y + dy);
      const path = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(move);
      const label = labels?.[0];
      return [edge.id, routeAlong(path, edge.label && label && move(middleOf(label)), ends(edge))];
    }),
  );
  return { nodes, groups, edges };
}

/** The innermost group that an edge runs in, also one that it begins or ends at; undefined for the whole graph. */
function frameOf({ source, target }: GraphEdge, parents: ReadonlyMap<string, string | undefined>): string | undefined {
  if (source === target) return parents.get(source);
  const around = new Set(lineOf(source, parents));
  return lineOf(target, parents).find((id) => around.has(id));
}

interface End {
  readonly box: Rect;
  readonly outline: GraphNode['outline'];
}

/** ELK knows no least width of a group. */
function widened(box: Rect, width: number): Rect {
  const more = Math.max(0, width - box.width);
  return rect(box.x - more / 2, box.y, box.width + more, box.height);
}

const middleOf = ({ x = 0, y = 0, width, height }: { x?: number; y?: number; width: number; height: number }): Point =>
  point(x + width / 2, y + height / 2);

/** Shorter ways from an outline to its box have no bend of their own, px: a marker would not fit on them. */
const SHORTEST = 8;

/** `path` ends on the boxes of nodes: from there it leads to where their outlines are on the way to their middle. */
function routeAlong(
  path: readonly Point[],
  label: Point | undefined,
  [source, target]: readonly [End, End],
): EdgeRoute {
  const [first, last] = [path[0] as Point, path.at(-1) as Point];
  const [start, end] = [outlineAt(source, first), outlineAt(target, last)];
  const waypoints = [
    ...(distance(start, first) > SHORTEST ? [first] : []),
    ...path.slice(1, -1),
    ...(distance(end, last) > SHORTEST ? [last] : []),
  ];
  return { waypoints, label, ends: [start, end], joins: [first, last] };
}

const outlineAt = ({ box, outline }: End, at: Point): Point =>
  outline === undefined || outline === 'rectangle'
    ? at
    : onOutline({ ...middled(box), width: box.width, height: box.height, outline }, at);

const middled = ({ x, y, width, height }: Rect): Point => point(x + width / 2, y + height / 2);
