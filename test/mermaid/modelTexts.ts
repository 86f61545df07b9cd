/** What the model of a Mermaid text shows as text: HTML, Markdown marks taken away. */
import type { ArchitectureModel } from '../../src/mermaid/architecture/architectureModel.js';
import type { Block, BlockModel } from '../../src/mermaid/block/blockModel.js';
import type { C4Model } from '../../src/mermaid/c4/c4Model.js';
import type { GanttModel } from '../../src/mermaid/charts/ganttModel.js';
import type { JourneyModel } from '../../src/mermaid/charts/journeyModel.js';
import type { KanbanModel } from '../../src/mermaid/charts/kanbanModel.js';
import type { PacketModel } from '../../src/mermaid/charts/packet.js';
import type { PieModel } from '../../src/mermaid/charts/pie.js';
import type { QuadrantModel } from '../../src/mermaid/charts/quadrantModel.js';
import type { RadarModel } from '../../src/mermaid/charts/radarModel.js';
import type { SankeyModel } from '../../src/mermaid/charts/sankeyModel.js';
import type { TimelineModel } from '../../src/mermaid/charts/timelineModel.js';
import type { TreemapModel, TreemapNode } from '../../src/mermaid/charts/treemapModel.js';
import type { XyChartModel } from '../../src/mermaid/charts/xyChartModel.js';
import type { CynefinModel } from '../../src/mermaid/cynefin/cynefinModel.js';
import type { EventModel } from '../../src/mermaid/eventModeling/eventModel.js';
import { COMMIT_TYPES, type GitModel } from '../../src/mermaid/git/gitModel.js';
import type { ClassModelNode } from '../../src/mermaid/graph/classModel.js';
import type { EntityModelNode } from '../../src/mermaid/graph/entityModel.js';
import type { GraphModel, ModelNode } from '../../src/mermaid/graph/model.js';
import type { RequirementNode } from '../../src/mermaid/graph/requirementModel.js';
import type { InfoModel } from '../../src/mermaid/info/info.js';
import type { IshikawaCause, IshikawaModel } from '../../src/mermaid/ishikawa/ishikawaModel.js';
import type { Expression, RailroadModel } from '../../src/mermaid/railroad/railroadModel.js';
import type { SequenceScript } from '../../src/mermaid/sequence/script.js';
import type { ParsedMermaid } from '../../src/mermaid/text/parse.js';
import type { MindmapModel, MindmapNode } from '../../src/mermaid/trees/mindmapModel.js';
import type { TreeViewEntry, TreeViewModel } from '../../src/mermaid/treeView/treeViewModel.js';
import type { VennModel } from '../../src/mermaid/venn/vennModel.js';
import type { WardleyModel } from '../../src/mermaid/wardley/wardleyModel.js';
import { bodiesOf, STARTER, type ZenModel, type ZenStatement } from '../../src/mermaid/zenuml/zenumlModel.js';

/** By the names of the kinds; mind maps and boards have no title. */
const TEXTS: Readonly<Record<string, (model: never) => readonly string[]>> = {
  flowchart: graphTexts,
  swimlane: graphTexts,
  class: graphTexts,
  state: graphTexts,
  er: graphTexts,
  sequence: ({ actors, messages, boxes }: SequenceScript) => [
    ...actors.map(({ description }) => description),
    // What a rect says is a colour.
    ...messages.filter(({ type }) => type !== 'RECT_START').map((message) => message.text),
    ...boxes.map(({ name }) => name),
  ],
  mindmap: ({ root }: MindmapModel) => (root ? topicTexts(root) : []),
  ishikawa: ({ root }: IshikawaModel) => (root ? causeTexts(root) : []),
  treeView: ({ root }: TreeViewModel) => entryTexts(root),
  timeline: ({ tasks, sections }: TimelineModel) => [
    ...sections,
    ...tasks.flatMap(({ task, events }) => [task, ...events]),
  ],
  journey: ({ tasks, sections, actors }: JourneyModel) => [...sections, ...actors, ...tasks.map(({ task }) => task)],
  kanban: ({ nodes }: KanbanModel) =>
    nodes.flatMap(({ label = '', ticket = '', assigned = '' }) => [label, ticket, assigned]),
  gantt: ({ tasks }: GanttModel) => tasks.flatMap(({ task, section = '' }) => [task, section]),
  pie: ({ sections, showData }: PieModel) =>
    sections.map(({ label, value }) => (showData ? `${label} ${value}` : label)),
  quadrantChart: ({ labels, points }: QuadrantModel) => [...Object.values(labels), ...points.map(({ text }) => text)],
  xychart: ({ xAxis, yAxis, plots }: XyChartModel) => [
    xAxis.title,
    yAxis.title,
    ...(xAxis.type === 'band' ? xAxis.categories : []),
    ...plots.map(({ title }) => title),
  ],
  radar: ({ axes, curves, showLegend }: RadarModel) =>
    [...axes, ...(showLegend ? curves : [])].map(({ label }) => label),
  treemap: ({ sections }: TreemapModel) => sections.flatMap(boxTexts),
  sankey: ({ nodes }: SankeyModel) => nodes.map(({ id }) => id),
  packet: ({ rows }: PacketModel) => rows.flat().map(({ label }) => label),
  venn: ({ areas, texts }: VennModel) => [
    ...areas.map(({ sets, label }) => label ?? (sets.length === 1 ? sets.join() : '')),
    ...texts.map(({ id, label }) => label ?? id),
  ],
  wardley: ({ nodes, links, notes, annotations, accelerators, deaccelerators, axes }: WardleyModel) => [
    ...[...nodes, ...links].map(({ label = '' }) => label),
    ...[...notes, ...accelerators, ...deaccelerators].map(({ name }) => name),
    ...annotations.map(({ text = '' }) => text),
    ...axes.stages,
  ],
  eventmodeling: ({ frames }: EventModel) =>
    frames.flatMap(({ namespace = '', title, data = '' }) => [namespace, title, data]),
  cynefin: ({ items, transitions }: CynefinModel) => [
    ...[...items].flatMap(([name, texts]) => [name.slice(0, 1).toUpperCase() + name.slice(1), ...texts]),
    ...transitions.map(({ label = '' }) => label),
  ],
  railroad: rulesTexts,
  railroadEbnf: rulesTexts,
  railroadAbnf: rulesTexts,
  railroadPeg: rulesTexts,
  info: ({ version }: InfoModel) => [`v${version}`],
  zenuml: zenumlTexts,
  gitGraph: ({ branches, commits }: GitModel) => [
    ...branches,
    ...commits.flatMap(({ id, type, customId, tags }) => [
      // Merges without a name of their own and picked commits show none.
      ...(type === COMMIT_TYPES.cherryPick || (type === COMMIT_TYPES.merge && !customId) ? [] : [id]),
      ...tags,
    ]),
  ],
  requirement: ({ nodes, edges }: GraphModel<RequirementNode>) => [
    ...nodes.flatMap(
      ({ name = '', type = '', requirementId = '', text = '', risk = '', docRef = '', verifyMethod = '' }) => [
        name,
        type,
        requirementId,
        text,
        risk,
        docRef,
        verifyMethod,
      ],
    ),
    ...edges.map(({ label = '' }) => label.replace(/&[lg]t;/g, ' ')),
  ],
  c4: ({ elements, boundaries, relations, title = '' }: C4Model) => [
    title,
    ...elements.flatMap(({ label, techn, descr }) => [label, techn, descr]),
    ...boundaries.filter(({ alias }) => alias !== 'global').flatMap(({ label, type, descr }) => [label, type, descr]),
    ...relations.flatMap(({ label, techn }) => [label, techn]),
  ],
  block: ({ root, edges }: BlockModel) => [...blockTexts(root), ...edges.map(({ label = '' }) => label)],
  architecture: ({ nodes, groups, edges }: ArchitectureModel) => [
    ...nodes.flatMap(({ title = '', iconText = '' }) => [title, iconText]),
    ...groups.map(({ title = '' }) => title),
    ...edges.map(({ title = '' }) => title),
  ],
};

const UNTITLED: ReadonlySet<string> = new Set([
  'mindmap',
  'ishikawa',
  'treeView',
  'kanban',
  'eventmodeling',
  'railroad',
  'railroadEbnf',
  'railroadAbnf',
  'railroadPeg',
  'info',
  'block',
  'architecture',
]);

function rulesTexts({ rules }: RailroadModel): readonly string[] {
  return rules.flatMap(({ name, definition }) => [name, ...expressionTexts(definition)]);
}

function expressionTexts(expression: Expression): readonly string[] {
  if ('text' in expression) return [expression.text];
  return 'part' in expression ? expressionTexts(expression.part) : expression.parts.flatMap(expressionTexts);
}

function zenumlTexts({ participants, statements }: ZenModel): readonly string[] {
  return [
    ...participants
      .filter(({ name }) => name !== STARTER)
      .flatMap(({ name, label = name, stereotype = '', group = '' }) => [label, stereotype, group]),
    ...statements.flatMap(zenStatementTexts),
  ];
}

function zenStatementTexts(statement: ZenStatement): readonly string[] {
  const inner = bodiesOf(statement).flat().flatMap(zenStatementTexts);
  if (statement.type !== 'fragment') return [statement.text, ...inner];
  return [statement.condition ?? '', ...statement.sections.map(({ title }) => title), ...inner];
}

const causeTexts = ({ text, children }: IshikawaCause): readonly string[] => [text, ...children.flatMap(causeTexts)];

const entryTexts = ({ name, description = '', children }: TreeViewEntry): readonly string[] => [
  name,
  description,
  ...children.flatMap(entryTexts),
];

const boxTexts = ({ name, children }: TreemapNode): readonly string[] => [name, ...children.flatMap(boxTexts)];

/** Throws for a kind of which nothing is known: its texts would be checked by nothing. */
export function modelTexts({ kind, model, title }: ParsedMermaid): readonly string[] {
  const [name] = kind.names;
  const texts = TEXTS[name];
  if (!texts) throw new Error(`What a ${name} shows as text is not known.`);
  const shown = texts(model as never);
  return title === undefined || UNTITLED.has(name) ? shown : [title, ...shown];
}

const blockTexts = ({ children }: Block): readonly string[] =>
  children.flatMap((block) => (block.type === 'space' ? [] : [block.label, ...blockTexts(block)]));

const topicTexts = ({ descr, children }: MindmapNode): readonly string[] => [descr, ...children.flatMap(topicTexts)];

const HIDDEN =
  /^(?:stateStart|stateEnd|choice|fork|join|noteGroup|divider|sm-circ|fr-circ|f-circ|cross-circ|hourglass|bolt)$/;

function graphTexts({ nodes, edges }: GraphModel<ModelNode & ClassModelNode & EntityModelNode>): readonly string[] {
  return [
    ...nodes
      .filter(({ shape }) => !HIDDEN.test(shape ?? ''))
      .flatMap((node) => [
        ...(node.alias ? [node.alias] : typeof node.label === 'string' ? [node.label] : (node.label ?? [])),
        ...(node.description ?? []),
        ...(node.annotations ?? []),
        ...[...(node.members ?? []), ...(node.methods ?? [])].map(({ displayText }) => displayText),
        ...(node.attributes ?? []).flatMap(({ type, name, keys = [], comment = '' }) => [
          // Mermaid's way to write type parameters.
          type.replace(/~([^~]+)~/g, '<$1>').replaceAll('<', '&lt;'),
          name,
          keys.join(','),
          comment,
        ]),
      ]),
    ...edges.flatMap(({ label = '', startLabelRight = '', endLabelLeft = '' }) => [
      label,
      startLabelRight,
      endLabelLeft,
    ]),
  ];
}
