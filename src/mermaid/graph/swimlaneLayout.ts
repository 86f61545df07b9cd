/** Lays a graph out in lanes, as Mermaid's layout "swimlane" does. */

import { createSwimlaneLayout, type LaneEdge, type LaneGraph, type LaneNode } from '#mermaid-parser';
import type { Budget } from '../../budget.js';
import { MxsvgError } from '../../diagnostics.js';
import { type Point, point, type Rect, rect } from '../../geometry/plane.js';
import type { MermaidConfig } from '../config.js';
import { flag } from '../text/readers.js';
import { loopRoute } from './edgeRoutes.js';
import type { Direction, EdgeRoute, GraphEdge, GraphNode, GraphPicture, Size } from './graph.js';
import { laneRoute } from './swimlaneRoutes.js';

export interface LaneRequest {
  /** Groups and nodes, each as Mermaid lists them; parents are those that are there, and in no ring. */
  readonly members: readonly LaneMember[];
  readonly edges: readonly GraphEdge[];
  readonly direction: Direction;
  /** Default 50 each, as in Mermaid. */
  readonly nodeSpacing?: number;
  readonly rankSpacing?: number;
  readonly settings: MermaidConfig['flowchart'];
}

export interface LaneMember {
  readonly id: string;
  readonly parent?: string;
  /** Mermaid's name of its shape, which some of its rules go by. */
  readonly shape?: string;
  readonly padding?: number;
  readonly outline?: GraphNode['outline'];
  /** None: it is a group, whose size follows from what is in it. */
  readonly size?: Size;
}

export interface Lane {
  readonly id: string;
  readonly box: Rect;
  /** How far below the lane's top its title may reach, px. */
  readonly titleRoom: number;
  /** Its title has so much room beside it at least, both sides together, px. */
  readonly padding: number;
}

export interface LanePicture extends GraphPicture {
  /** Among them Mermaid's own for what is in no lane. Groups in lanes are among the groups. */
  readonly lanes: readonly Lane[];
  /** The lane or group of what the text puts in none. */
  parentOf(id: string): string | undefined;
}

/** Mermaid's default, px. */
const SPACING = 50;

/** What a step of the layout takes, in units of the budget; and that each is compared with each. */
const STEP_COST = 3;
const PAIR_COST = 1 / 300;

/** What Mermaid calls the lane that it adds for what is in none. */
const ADDED_LANE = '__swimlane_default__';

/**
 * Throws MxsvgError 'limit-exceeded' for a graph that takes more work than the budget has, 'mermaid-unsupported' for a node
 * that has the name of the lane that it would be put into.
 */
export function layoutInLanes(request: LaneRequest, budget: Budget): LanePicture {
  const { members, edges } = request;
  if (members.some(({ id, parent, size }) => id === ADDED_LANE && size && parent === undefined)) {
    throw new MxsvgError('mermaid-unsupported', `A node in no lane can't be called ${ADDED_LANE}, as that lane is.`);
  }
  budget.spend((members.length + edges.length) ** 2 * PAIR_COST);
  const graph = laidOut(request, budget);
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const places = new Map<string, Rect>();
  const groups = new Map<string, Rect>();
  const lanes: Lane[] = [];
  for (const node of graph.nodes) {
    if (!node.isGroup) places.set(node.id, boxOf(node));
    else if (node.parentId !== undefined) groups.set(node.id, boxOf(node));
    else lanes.push(laneOf(node));
  }
  const outlines = new Map(members.map(({ id, outline }) => [id, outline]));
  const boxes = new Map([...places, ...groups, ...lanes.map(({ id, box }) => [id, box] as const)]);
  const endOf = (id: string) => ({ box: boxes.get(id) ?? rect(0, 0, 0, 0), outline: outlines.get(id) });
  const laneEdges = new Map(graph.edges.map((edge) => [edge.id, edge]));
  const looped = new Map<string, number>();
  const routes = edges.map((edge): [string, EdgeRoute] => {
    const { id, source, target } = edge;
    const ends = [endOf(source), endOf(target)] as const;
    if (source === target) {
      const count = looped.get(source) ?? 0;
      looped.set(source, count + 1);
      return [id, loopBeside(edge, ends[0].box, count)];
    }
    const { points = [], labelNodeId } = laneEdges.get(id) ?? {};
    const label = labelNodeId === undefined ? undefined : nodes.get(labelNodeId);
    return [id, laneRoute(points, label && middleOf(label), ends)];
  });
  return { nodes: places, groups, lanes, edges: new Map(routes), parentOf: (id) => nodes.get(id)?.parentId };
}

/** Mermaid can't draw an edge from a node to itself in lanes: it stands beside its node, further out than others. */
function loopBeside(edge: GraphEdge, box: Rect, count: number): EdgeRoute {
  const around = rect(box.x, box.y, box.width + 20 * count, box.height);
  return loopRoute(edge, box, point(box.x + 2 * box.width, box.y + box.height / 2), around);
}

function laidOut({ members, edges, settings = {}, ...request }: LaneRequest, budget: Budget): LaneGraph {
  const layout = createSwimlaneLayout((units) => budget.spend(units * STEP_COST));
  const sizes = new Map(edges.map(({ id, label }) => [id, label]));
  const graph: LaneGraph = {
    nodes: members.map(
      ({ id, parent, shape, padding, size }): LaneNode => ({
        id,
        isGroup: size === undefined,
        parentId: parent,
        shape,
        padding,
        ...size,
      }),
    ),
    edges: edges
      .filter(({ source, target }) => source !== target)
      .map(({ id, source, target, label }): LaneEdge => ({ id, start: source, end: target, label: label && id })),
    direction: request.direction,
    config: {
      flowchart: { nodeSpacing: request.nodeSpacing ?? SPACING, rankSpacing: request.rankSpacing ?? SPACING },
      swimlane: {
        ignoreCrossLaneEdges: flag(settings.ignoreCrossLaneEdges) ?? true,
        optimizeRanksByCrossings: flag(settings.optimizeRanksByCrossings) ?? true,
        automaticLaneOrdering: flag(settings.automaticLaneOrdering) ?? false,
      },
    },
  };
  layout.prepareLayoutForSwimlanes(graph);
  const whole = layout.createEdgeLabelNodes(graph);
  const labels = new Map(whole.edges.map(({ id, labelNodeId }) => [labelNodeId, sizes.get(id)]));
  for (const node of whole.nodes) {
    const size = labels.get(node.id);
    if (size) [node.width, node.height] = [size.width, size.height];
  }
  layout.runSwimlaneLayoutCore(whole);
  return whole;
}

/** A layout gives middles. */
const middleOf = ({ x = 0, y = 0 }: LaneNode): Point => point(x, y);

const boxOf = ({ x = 0, y = 0, width = 0, height = 0 }: LaneNode): Rect =>
  rect(x - width / 2, y - height / 2, width, height);

function laneOf(node: LaneNode): Lane {
  const box = boxOf(node);
  const titleRoom = node.swimlaneContentTop === undefined ? box.height / 3 : node.swimlaneContentTop - box.y;
  return { id: node.id, box, titleRoom: Math.max(0, titleRoom), padding: node.padding ?? 0 };
}
