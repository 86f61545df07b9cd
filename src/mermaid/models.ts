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
  readonly labelpos?: string;
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

/** A model that Mermaid lays out as a graph. */
export interface GraphModel<Node = ModelNode> {
  readonly nodes: readonly Node[];
  readonly edges: readonly ModelEdge[];
  readonly direction?: string;
}

export interface ClassMember {
  readonly displayText: string;
  /** CSS declarations. */
  readonly cssStyle: string;
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

export interface ClassModel extends GraphModel<ClassModelNode> {
  /** What classDef statements say, by their names: declarations, several to a text, commas between them. */
  readonly styleClasses: ReadonlyMap<string, readonly string[]>;
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

export interface MindmapModel {
  readonly root: MindmapNode | undefined;
}

export interface TimelineTask {
  readonly section: string;
  readonly task: string;
  readonly events: readonly string[];
}

export interface TimelineModel {
  readonly tasks: readonly TimelineTask[];
  readonly sections: readonly string[];
}

export interface GanttTask {
  readonly id: string;
  readonly section?: string;
  readonly task: string;
  /** Of some day that a calendar has. */
  readonly startTime: Date;
  readonly endTime: Date;
  readonly done?: boolean;
  readonly active?: boolean;
  readonly crit?: boolean;
  readonly milestone?: boolean;
}

export interface GanttModel {
  readonly tasks: readonly GanttTask[];
  /** As d3 has it. */
  readonly axisFormat: string | undefined;
}

export interface JourneyTask {
  readonly section: string;
  readonly task: string;
  readonly people: readonly string[];
  readonly score: string;
}

export interface JourneyModel {
  readonly tasks: readonly JourneyTask[];
  readonly sections: readonly string[];
  readonly actors: readonly string[];
}

/** A column, or a card in one. */
export interface KanbanNode {
  readonly id: string;
  readonly label?: string;
  readonly labelType?: string;
  readonly isGroup?: boolean;
  readonly parentId?: string;
  readonly ticket?: string;
  readonly assigned?: string;
  readonly priority?: string;
  readonly icon?: string;
}

export interface KanbanModel {
  readonly nodes: readonly KanbanNode[];
}

export interface SequenceBox {
  readonly name: string;
  readonly wrap: boolean;
  readonly fill: string;
  readonly actorKeys: readonly string[];
}

export interface SequenceActor {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly wrap: boolean;
  readonly type: string;
  readonly links: readonly (readonly [name: string, href: string])[];
  /** The names of its properties. */
  readonly properties: readonly string[];
}

export interface SequenceNumbering {
  readonly start?: number;
  readonly step?: number;
  readonly visible: boolean;
}

export interface SequenceMessage {
  readonly id: string;
  readonly from?: string;
  readonly to?: string;
  readonly text: string;
  /** Of the statement "autonumber". */
  readonly numbering?: SequenceNumbering;
  readonly wrap: boolean;
  /** Mermaid's name of its line type: "SOLID", "NOTE", "LOOP_START"… */
  readonly type: string;
  readonly side: 'left' | 'right' | 'over';
  readonly startsCentrally: boolean;
  readonly endsCentrally: boolean;
  /** The participants that it creates and destroys. */
  readonly creates?: string;
  readonly destroys?: string;
}

export interface SequenceScript {
  readonly actors: readonly SequenceActor[];
  readonly boxes: readonly SequenceBox[];
  readonly messages: readonly SequenceMessage[];
}
