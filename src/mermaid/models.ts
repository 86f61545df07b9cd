/** What Mermaid's models say of a parsed diagram: the part of each that is drawn. */

/** Mermaid's configuration: front matter, directives, and its defaults. */
export interface MermaidConfig {
  readonly theme?: string;
  /** All of the theme's colours and sizes, worked out. */
  readonly themeVariables?: Readonly<Record<string, unknown>>;
  readonly fontFamily?: string;
  readonly fontSize?: number | string;
  readonly layout?: string;
  readonly flowchart?: KindConfig;
  readonly sequence?: KindConfig;
  readonly class?: KindConfig;
  readonly state?: KindConfig;
  readonly er?: KindConfig;
  readonly journey?: KindConfig;
  readonly [key: string]: unknown;
}

export type KindConfig = Readonly<Record<string, unknown>>;

interface Titled {
  clear?(): void;
  getDiagramTitle?(): string;
  getAccTitle?(): string;
  getAccDescription?(): string;
}

/** A node as Mermaid hands it to layout, one form for flowcharts, states, classes and entities. */
export interface ModelNode {
  readonly id: string;
  readonly label?: string | readonly string[];
  readonly labelType?: string;
  /** CSS declarations, joined by ";". */
  readonly labelStyle?: string;
  readonly description?: readonly string[];
  readonly shape?: string;
  readonly isGroup?: boolean;
  readonly parentId?: string;
  readonly dir?: string;
  readonly cssClasses?: string;
  /** CSS declarations of its classes, then its own. */
  readonly cssCompiledStyles?: readonly string[];
  readonly cssStyles?: readonly string[];
  readonly link?: string;
  readonly linkTarget?: string;
  readonly tooltip?: string;
  readonly haveCallback?: boolean;
  readonly padding?: number;
  readonly icon?: string;
  readonly form?: string;
  readonly pos?: 't' | 'b';
  readonly img?: string;
  readonly assetWidth?: number;
  readonly assetHeight?: number;
  readonly constraint?: 'on' | 'off';
  readonly position?: string;
  readonly type?: string;
}

export interface ModelEdge {
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly label?: string;
  readonly labelType?: string;
  readonly labelStyle?: string | readonly string[];
  readonly arrowTypeStart?: string;
  readonly arrowTypeEnd?: string;
  readonly arrowhead?: string;
  readonly thickness?: string;
  readonly pattern?: string;
  readonly minlen?: number;
  readonly style?: string | readonly string[];
  readonly cssCompiledStyles?: readonly string[];
  readonly curve?: string;
  readonly interpolate?: string;
  readonly animate?: boolean;
  readonly animation?: string;
  readonly startLabelRight?: string;
  readonly endLabelLeft?: string;
  readonly classes?: string;
}

export interface LayoutData<Node = ModelNode> {
  readonly nodes: readonly Node[];
  readonly edges: readonly ModelEdge[];
  readonly direction?: string;
}

/** A model that Mermaid lays out as a graph. */
export interface GraphDb<Node = ModelNode> extends Titled {
  getData(): LayoutData<Node>;
  getDirection(): string;
}

export type FlowchartDb = GraphDb;

export type StateDb = GraphDb;

export interface ClassMember {
  readonly memberType: 'method' | 'attribute';
  readonly visibility: string;
  readonly text: string;
  getDisplayDetails(): { readonly displayText: string; readonly cssStyle: string };
}

export interface ClassModelNode extends ModelNode {
  readonly members?: readonly ClassMember[];
  readonly methods?: readonly ClassMember[];
  readonly annotations?: readonly string[];
  /** The name with its generic types, entities escaped. */
  readonly text?: string;
  /** CSS declarations. */
  readonly styles?: readonly string[];
}

export interface ClassDb extends GraphDb<ClassModelNode> {
  /** What classDef statements say, by their names: declarations, several to a text, commas between them. */
  readonly styleClasses?: ReadonlyMap<string, { readonly styles: readonly string[] }>;
}

export interface EntityAttribute {
  readonly type: string;
  readonly name: string;
  readonly keys?: readonly string[];
  readonly comment?: string;
}

export interface EntityModelNode extends ModelNode {
  readonly alias?: string;
  readonly attributes?: readonly EntityAttribute[];
}

export type EntityRelationDb = GraphDb<EntityModelNode>;

export interface MindmapNode {
  readonly id: number;
  readonly nodeId: string;
  readonly descr: string;
  /** Mermaid's number for its shape. */
  readonly type: number;
  readonly children: readonly MindmapNode[];
  readonly icon?: string;
  readonly class?: string;
}

export interface MindmapDb extends Titled {
  getMindmap(): MindmapNode | undefined;
}

export interface TimelineTask {
  readonly section: string;
  readonly task: string;
  readonly events: readonly string[];
}

export interface TimelineDb extends Titled {
  getTasks(): readonly TimelineTask[];
  getSections(): readonly string[];
  getCommonDb?(): Titled;
}

export interface GanttTask {
  readonly id: string;
  readonly section?: string;
  readonly task: string;
  readonly startTime: Date;
  readonly endTime: Date;
  readonly done?: boolean;
  readonly active?: boolean;
  readonly crit?: boolean;
  readonly milestone?: boolean;
}

export interface GanttDb extends Titled {
  getTasks(): readonly GanttTask[];
  /** As d3 has it. */
  getAxisFormat(): string;
}

export interface JourneyTask {
  readonly section: string;
  readonly task: string;
  readonly people: readonly string[];
  readonly score: number | string;
}

export interface JourneyDb extends Titled {
  getTasks(): readonly JourneyTask[];
  getSections(): readonly string[];
  getActors(): readonly string[];
}

/** A column, or a card in one. */
export interface KanbanNode {
  readonly id: string;
  readonly label?: string;
  readonly labelType?: string;
  readonly isGroup?: boolean;
  readonly parentId?: string;
  readonly ticket?: string | number;
  readonly assigned?: string;
  readonly priority?: string;
  readonly icon?: string;
}

export interface KanbanDb extends Titled {
  getData(): { readonly nodes: readonly KanbanNode[] };
}

export interface SequenceBox {
  readonly name: string;
  readonly wrap: boolean;
  readonly fill: string;
  readonly actorKeys: readonly string[];
}

export interface SequenceActor {
  readonly name: string;
  readonly description: string;
  readonly wrap: boolean;
  readonly type: string;
  readonly links: Readonly<Record<string, unknown>>;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface SequenceMessage {
  readonly id: string;
  readonly from?: string;
  readonly to?: string;
  readonly message: string | { readonly start: number; readonly step: number; readonly visible: boolean };
  readonly wrap: boolean;
  /** One of LINETYPE. */
  readonly type?: number;
  readonly activate?: boolean;
  readonly placement?: string | number;
  readonly centralConnection?: number;
}

export interface SequenceDb extends Titled {
  readonly LINETYPE: Readonly<Record<string, number>>;
  readonly PLACEMENT: Readonly<Record<string, number>>;
  getMessages(): readonly SequenceMessage[];
  getActors(): ReadonlyMap<string, SequenceActor>;
  getActorKeys(): readonly string[];
  getBoxes(): readonly SequenceBox[];
  /** By actor, the index of the message that creates or destroys it. */
  getCreatedActors(): ReadonlyMap<string, number>;
  getDestroyedActors(): ReadonlyMap<string, number>;
  showSequenceNumbers(): boolean;
}
