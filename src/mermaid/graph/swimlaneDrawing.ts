/** Flowcharts in lanes: each lane a swimlane of draw.io's, with what is in it in its cell. */

import { type Point, type Rect, widened } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { wrappedLines } from '../text/measure.js';
import type { EdgeRoute, GraphPicture, Size } from './graph.js';
import { GraphCells } from './graphCells.js';
import {
  type DiagramEdge,
  drawNodes,
  type GraphDiagram,
  nodeLabel,
  outermostFirst,
  outlineOf,
} from './graphDiagram.js';
import { parentsOf } from './graphLayout.js';
import type { GraphModel, ModelNode } from './model.js';
import { type Lane, type LaneMember, type LanePicture, layoutInLanes } from './swimlaneLayout.js';
import { type Jumps, jumpingLast, jumpsBetween } from './swimlaneRoutes.js';

/** Of a group's title, both sides together, px; Mermaid's. */
const GROUP_PADDING = 8;

/** `diagram` is drawn from the model, with all of its groups among the groups. Throws MxsvgError 'limit-exceeded'. */
export function drawSwimlanes(diagram: GraphDiagram, model: GraphModel, context: DrawContext): void {
  const picture = layoutInLanes(
    {
      members: membersOf(diagram, model),
      edges: diagram.edges.map(({ id, source, target, label }) => ({ id, source, target, label: label?.size })),
      direction: diagram.direction,
      nodeSpacing: diagram.nodeSpacing,
      rankSpacing: diagram.rankSpacing,
      settings: context.config.swimlane,
    },
    context.budget,
  );
  const nodes = new Map(model.nodes.map((node) => [node.id, node]));
  const lanes = picture.lanes.map((lane) => drawnLane(lane, nodes.get(lane.id), diagram.direction === 'LR', context));
  const groups = diagram.groups.filter(({ id }) => picture.groups.has(id));
  const boxes: readonly (readonly [string, Rect])[] = [
    ...lanes.map(({ id, box }) => [id, box] as const),
    ...groups.map(
      ({ id, title }) => [id, widened(picture.groups.get(id) as Rect, title.width + GROUP_PADDING)] as const,
    ),
  ];
  const drawn: GraphPicture = { ...picture, groups: new Map(boxes) };
  const cells = new GraphCells(context, drawn);
  for (const { id, label, style } of lanes) cells.vertex({ id, label, style });
  const inLanes = <Member extends { readonly id: string }>(member: Member) => ({
    ...member,
    parent: picture.parentOf(member.id),
  });
  for (const group of outermostFirst(groups.map(inLanes))) cells.vertex(group);
  drawNodes(diagram.nodes.map(inLanes), cells);
  drawEdges(diagram.edges, picture, cells, context);
}

function membersOf({ order, groups, nodes }: GraphDiagram, model: GraphModel): readonly LaneMember[] {
  const parents = parentsOf([...groups, ...nodes], new Set(groups.map(({ id }) => id)));
  const models = new Map(model.nodes.map((node) => [node.id, node]));
  const drawn = new Map(nodes.map((node) => [node.id, node]));
  return order.map((id) => {
    const { shape, padding } = models.get(id) ?? {};
    const node = drawn.get(id);
    return { id, parent: parents.get(id), shape, padding, size: node?.size, outline: node && outlineOf(node.style) };
  });
}

interface DrawnLane {
  readonly id: string;
  readonly box: Rect;
  readonly label: string;
  readonly style: CellStyle;
}

/** What Mermaid leaves above and below a title that stands upright, together, px. */
const UPRIGHT_PADDING = 8;

/** `node`: what the text says of it; none of the lane that the layout adds. */
function drawnLane(lane: Lane, node: ModelNode | undefined, isUpright: boolean, context: DrawContext): DrawnLane {
  const { theme, config } = context;
  const { html, size, own } = laneTitle(node ?? { id: lane.id }, lane.box.width, context);
  const band = isUpright ? size.height + UPRIGHT_PADDING : Math.min(size.height, lane.titleRoom);
  return {
    id: lane.id,
    box: widened(lane.box, size.width + lane.padding),
    label: html,
    style: {
      swimlane: '',
      startSize: Math.round(band * 100) / 100,
      horizontal: isUpright ? 0 : undefined,
      html: 1,
      rounded: 0,
      container: 1,
      collapsible: 0,
      recursiveResize: 0,
      fillColor: theme.groupFill,
      swimlaneFillColor: config.look === 'handDrawn' ? 'none' : (own.fillColor ?? theme.groupFill),
      strokeColor: theme.groupStroke,
      // Mermaid's lanes have none in any look.
      shadow: 0,
      fontStyle: 0,
      fontColor: theme.titleColor,
      fontFamily: theme.fontFamily,
      fontSize: theme.fontSize,
      ...own,
    },
  };
}

interface LaneTitle {
  readonly html: string;
  readonly size: Size;
  readonly own: CellStyle;
}

/** As Markdown; broken into lines where it is longer than its lane is wide, also beside it. */
function laneTitle(node: ModelNode, width: number, context: DrawContext): LaneTitle {
  const { html, size, own } = nodeLabel({ ...node, labelType: 'markdown' }, context, Number.POSITIVE_INFINITY);
  if (size.width <= width) return { html, size, own };
  const { theme, measure } = context;
  const broken = wrappedLines(html, width);
  const { height, width: longest } = measure(broken, {
    fontFamily: String(own.fontFamily ?? theme.fontFamily),
    fontSize: Number(own.fontSize ?? theme.fontSize),
  });
  return { html: broken, size: { width: Math.max(width, longest), height }, own };
}

/** Bends are rounded off by 5 px: draw.io reads twice that. */
const ARC_SIZE = 10;

/** How far a jump reaches from the crossing, px; Mermaid's. */
const JUMP_RADIUS = 6;

function drawEdges(
  edges: readonly DiagramEdge[],
  { edges: routes }: LanePicture,
  cells: GraphCells,
  { config, budget }: DrawContext,
): void {
  const { lineHops } = config.swimlane ?? {};
  const jumpStyle = lineHops === 'gap' ? 'gap' : 'arc';
  budget.spend(edges.length ** 2);
  const paths = edges.map(({ id }) => ({ id, path: pathOf(routes.get(id)) }));
  const jumps: Jumps = lineHops === false ? new Map() : jumpsBetween(paths);
  for (const edge of jumpingLast(edges, jumps)) {
    // Mermaid rounds the bends of all curves that have any.
    const { edgeStyle: _edgeStyle, ...style } = edge.style;
    const bends = style.curved !== 1 && { rounded: 1, arcSize: ARC_SIZE };
    const hops = bends && jumps.has(edge.id) && jumpStyleOf(jumpStyle, style);
    cells.edge({ ...edge, style: { ...style, ...bends, ...hops } });
  }
}

const pathOf = ({ ends, waypoints = [] }: Partial<EdgeRoute> = {}): readonly Point[] =>
  ends ? [ends[0], ...waypoints, ends[1]] : [];

/** draw.io's jump is so much wider than its `jumpSize` says. */
const jumpStyleOf = (jumpStyle: string, { strokeWidth = 1 }: CellStyle): CellStyle => ({
  jumpStyle,
  jumpSize: Math.max(2, 2 * (JUMP_RADIUS - Number(strokeWidth)) + 2),
});
