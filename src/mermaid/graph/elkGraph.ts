/** A graph as ELK takes it, filled as Mermaid fills it. */

import type { ElkEdge, ElkLabel, ElkNode, ElkOptions } from '../../elk/elkScript.js';
import type { ElkSettings } from './elkSettings.js';
import type { Direction, GraphEdge, GraphGroup, GraphRequest } from './graph.js';
import { entriesOfRings } from './ringEntries.js';

/** Mermaid's, px. */
const SPACING = '40';
const GROUP_SPACING = '30';
/** A group's title takes less than its lines do. */
const TITLE_SLACK = 2;
/** Around the title of a group with nothing in it. */
const EMPTY_PADDING = 8;

const DIRECTIONS: Readonly<Record<Direction, string>> = { TB: 'DOWN', BT: 'UP', LR: 'RIGHT', RL: 'LEFT' };

/** ELK names what it takes by words of a text: ours are numbers, whatever the text's are. */
export interface ElkNames {
  readonly nodes: ReadonlyMap<string, string>;
  readonly edges: ReadonlyMap<string, string>;
}

/** `parents` are those that are there, and in no ring. */
export function elkGraph(
  request: GraphRequest,
  parents: ReadonlyMap<string, string | undefined>,
  settings: ElkSettings,
): { readonly graph: ElkNode; readonly names: ElkNames } {
  const groups = new Map(request.groups.map((group) => [group.id, group]));
  const sizes = new Map(request.nodes.map(({ id, width, height }) => [id, { width, height }]));
  const order = (request.order ?? [...groups.keys(), ...sizes.keys()]).filter((id) => groups.has(id) || sizes.has(id));
  const members = membersOf(order, parents);
  const edges = request.edges.filter(({ source, target }) => parents.has(source) && parents.has(target));
  const crossed = crossedGroups(edges, parents);
  const first = settings.keepsEntriesFirst ? entriesOfRings(members, edges) : undefined;
  const names: ElkNames = {
    nodes: new Map(order.map((id, index) => [id, `n${index}`])),
    edges: new Map(edges.map(({ id }, index) => [id, `e${index}`])),
  };
  const nodesIn = (parent: string | undefined): readonly ElkNode[] =>
    (members.get(parent) ?? []).map((id): ElkNode => {
      const name = names.nodes.get(id) as string;
      const group = groups.get(id);
      const own: ElkOptions = {
        ...(crossed.has(id) && { 'elk.hierarchyHandling': 'INCLUDE_CHILDREN' }),
        ...(first?.has(id) && { 'elk.layered.layering.layerConstraint': 'FIRST' }),
      };
      if (!group) return { id: name, ...sizes.get(id), layoutOptions: own };
      if (!members.has(id)) return { id: name, ...emptySize(group), layoutOptions: own };
      return {
        id: name,
        labels: [titleOf(name, group)],
        layoutOptions: { ...groupOptions(group, settings), ...own },
        children: nodesIn(id),
      };
    });
  const graph: ElkNode = {
    id: 'root',
    layoutOptions: defined({
      ...settings.common,
      ...settings.whole,
      'elk.algorithm': settings.algorithm,
      'elk.direction': DIRECTIONS[request.direction],
      'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
      'spacing.baseValue': SPACING,
      'elk.layered.unnecessaryBendpoints': true,
      'elk.layered.wrapping.multiEdge.improveCuts': true,
      'elk.layered.wrapping.multiEdge.improveWrappedEdges': true,
      'elk.layered.edgeRouting.selfLoopDistribution': 'EQUALLY',
      'elk.layered.mergeHierarchyEdges': true,
    }),
    children: nodesIn(undefined),
    edges: edges.map((edge) => elkEdge(edge, names)),
  };
  return { graph, names };
}

const defined = (options: ElkOptions): ElkOptions =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));

function membersOf(
  order: readonly string[],
  parents: ReadonlyMap<string, string | undefined>,
): ReadonlyMap<string | undefined, readonly string[]> {
  const members = new Map<string | undefined, string[]>();
  for (const id of order) {
    const parent = parents.get(id);
    const list = members.get(parent);
    if (list) list.push(id);
    else members.set(parent, [id]);
  }
  return members;
}

const emptySize = ({
  title,
  padding = EMPTY_PADDING,
}: GraphGroup): { readonly width: number; readonly height: number } => ({
  width: title.width + 4 * padding,
  height: title.height + 2 * padding,
});

const titleOf = (text: string, { title, hiddenTitle = title }: GraphGroup): ElkLabel => ({
  text,
  width: hiddenTitle.width,
  height: Math.max(0, hiddenTitle.height - TITLE_SLACK),
});

/** A group with a direction of its own is laid out by itself. */
const groupOptions = ({ direction }: GraphGroup, { algorithm, common }: ElkSettings): ElkOptions => ({
  ...common,
  'spacing.baseValue': GROUP_SPACING,
  'nodeLabels.placement': '[H_CENTER V_TOP, INSIDE]',
  ...(direction !== undefined && {
    'elk.algorithm': algorithm,
    'elk.direction': DIRECTIONS[direction],
    'elk.hierarchyHandling': 'SEPARATE_CHILDREN',
  }),
});

/** An edge has a label even where it says nothing: ELK keeps a place for it in a layer. */
const elkEdge = ({ id, source, target, label }: GraphEdge, names: ElkNames): ElkEdge => ({
  id: names.edges.get(id) as string,
  sources: [names.nodes.get(source) as string],
  targets: [names.nodes.get(target) as string],
  labels: [
    {
      text: label ? id : '',
      width: label?.width ?? 0,
      height: label?.height ?? 0,
      layoutOptions: { 'edgeLabels.inline': 'true', 'edgeLabels.placement': 'CENTER' },
    },
  ],
});

/**
 * The ends of edges that cross a border, and what they are in up to what both ends are in, which is among them: these are
 * laid out in one with their surroundings.
 */
function crossedGroups(
  edges: readonly GraphEdge[],
  parents: ReadonlyMap<string, string | undefined>,
): ReadonlySet<string> {
  const crossed = new Set<string>();
  for (const { source, target } of edges) {
    if (parents.get(source) === parents.get(target)) continue;
    const around = new Set(lineOf(source, parents));
    const common = lineOf(target, parents).find((id) => around.has(id));
    for (const end of [source, target]) {
      for (const id of lineOf(end, parents)) {
        crossed.add(id);
        if (id === common) break;
      }
    }
  }
  return crossed;
}

/** A node or group and what it is in, from the inside out. */
export function lineOf(id: string, parents: ReadonlyMap<string, string | undefined>): readonly string[] {
  const line: string[] = [];
  for (let at: string | undefined = id; at !== undefined; at = parents.get(at)) line.push(at);
  return line;
}
