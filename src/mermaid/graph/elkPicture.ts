/** What ELK laid out, as a picture's boxes and routes: edges end where Mermaid has them end. */

import type { ElkNode } from '../../elk/elkScript.js';
import { type Point, point, type Rect, rect, widened } from '../../geometry/plane.js';
import { type BoxEnd, routeAlong } from './boxRoutes.js';
import { type ElkNames, lineOf } from './elkGraph.js';
import type { EdgeRoute, GraphEdge, GraphPicture, GraphRequest } from './graph.js';

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
  // ELK knows no least width of a group.
  const groups = new Map(request.groups.map(({ id, title }) => [id, widened(boxOf(id), title.width)]));
  const outlines = new Map(request.nodes.map(({ id, outline }) => [id, outline]));
  const ends = (edge: GraphEdge): readonly [BoxEnd, BoxEnd] => {
    const end = (id: string): BoxEnd => ({
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

const middleOf = ({ x = 0, y = 0, width, height }: { x?: number; y?: number; width: number; height: number }): Point =>
  point(x + width / 2, y + height / 2);
