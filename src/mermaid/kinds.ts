/** The kinds of Mermaid diagrams that are drawn: a line a kind, whose file says all of it. */
import { architecture } from './architecture/architecture.js';
import { blockDiagram } from './block/block.js';
import { c4 } from './c4/c4.js';
import { gantt } from './charts/gantt.js';
import { journey } from './charts/journey.js';
import { kanban } from './charts/kanban.js';
import { packet } from './charts/packet.js';
import { pie } from './charts/pie.js';
import { quadrant } from './charts/quadrant.js';
import { radar } from './charts/radar.js';
import { sankey } from './charts/sankey.js';
import { timeline } from './charts/timeline.js';
import { treemap } from './charts/treemap.js';
import { xyChart } from './charts/xyChart.js';
import { cynefin } from './cynefin/cynefin.js';
import { eventModeling } from './eventModeling/eventModeling.js';
import { gitGraph } from './git/gitGraph.js';
import { classDiagram } from './graph/class.js';
import { entityRelation } from './graph/entityRelation.js';
import { flowchart } from './graph/flowchart.js';
import { requirement } from './graph/requirement.js';
import { state } from './graph/state.js';
import { swimlane } from './graph/swimlane.js';
import { info } from './info/info.js';
import { ishikawa } from './ishikawa/ishikawa.js';
import type { MermaidKind } from './kind.js';
import { railroadAbnf } from './railroad/abnf.js';
import { railroadEbnf } from './railroad/ebnf.js';
import { railroadPeg } from './railroad/peg.js';
import { railroad } from './railroad/railroad.js';
import { sequence } from './sequence/sequence.js';
import { mindmap } from './trees/mindmap.js';
import { treeView } from './treeView/treeView.js';
import { venn } from './venn/venn.js';
import { wardley } from './wardley/wardley.js';
import { zenuml } from './zenuml/zenuml.js';

/** In the order in which messages name them. */
export const KINDS: readonly MermaidKind[] = [
  flowchart,
  swimlane,
  sequence,
  zenuml,
  classDiagram,
  state,
  entityRelation,
  mindmap,
  ishikawa,
  treeView,
  timeline,
  gantt,
  journey,
  kanban,
  pie,
  quadrant,
  xyChart,
  radar,
  treemap,
  sankey,
  packet,
  venn,
  wardley,
  cynefin,
  railroad,
  railroadEbnf,
  railroadAbnf,
  railroadPeg,
  gitGraph,
  requirement,
  c4,
  eventModeling,
  blockDiagram,
  architecture,
  info,
];

const BY_NAME: ReadonlyMap<string, MermaidKind> = new Map(
  KINDS.flatMap((kind) => kind.names.map((name) => [name, kind] as const)),
);

/** The kind that Mermaid calls so. */
export const kindNamed = (name: string): MermaidKind | undefined => BY_NAME.get(name);
