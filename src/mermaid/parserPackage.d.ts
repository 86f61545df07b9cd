/** What scripts/mermaidParser.ts takes out of the package mermaid. */
declare module '#mermaid-parser' {
  /** One kind's grammar and the model that it fills. */
  interface DiagramDefinition {
    /** Some kinds have one model for all texts, others a new one at each call. */
    readonly db: unknown;
    readonly parser: { readonly parser?: { yy: unknown }; parse(text: string): void };
    init?(config: import('./config.js').MermaidConfig): void;
  }

  /** The grammars, with a configuration and models of their own. Whatever they throw is no error of ours. */
  export interface MermaidParser {
    /** By the files of Mermaid's sources: each is made when it is first asked for. */
    readonly grammars: Readonly<Record<string, () => DiagramDefinition>>;

    /** Makes all kinds known to detectType. */
    addDiagrams(): void;
    /** Throws for a text of no known kind. */
    detectType(text: string, config: import('./config.js').MermaidConfig): string;

    /** Settings that a text may not change. */
    updateSiteConfig(config: import('./config.js').MermaidConfig): void;
    /** Settings that hold before a text's. Throws for a theme's variables that are no colours. */
    initialize(config: import('./config.js').MermaidConfig): void;
    addDirective(config: import('./config.js').MermaidConfig): void;
    getConfig(): import('./config.js').MermaidConfig;

    loadYaml(text: string, options: { readonly schema: unknown }): unknown;
    /** YAML with the types of JSON. */
    readonly yamlSchema: unknown;
  }

  /** A parser for one text. `spend` is told of its work, in units of the budget, and may throw. */
  export function createMermaidParser(spend: (units: number) => void): MermaidParser;

  /** A node, a lane, a group in one or an edge's label: its middle and its size, px. The layout sets places. */
  interface LaneNode {
    readonly id: string;
    readonly isGroup: boolean;
    parentId?: string;
    readonly shape?: string;
    readonly padding?: number;
    width?: number;
    height?: number;
    x?: number;
    y?: number;
    /** Where what is in a lane begins. */
    readonly swimlaneContentTop?: number;
  }

  interface LaneEdge {
    readonly id: string;
    readonly start: string;
    readonly end: string;
    readonly label?: string;
    readonly curve?: string;
    /** The node that its label became. */
    readonly labelNodeId?: string;
    /** It joins a label to an end, and isn't seen. */
    readonly isLayoutOnly?: boolean;
    /** Set by the layout; none where that finds no way. */
    readonly points?: readonly { readonly x: number; readonly y: number }[];
  }

  interface LaneGraph {
    readonly nodes: readonly LaneNode[];
    readonly edges: readonly LaneEdge[];
    readonly direction: string;
    readonly config: import('./config.js').MermaidConfig;
  }

  /** Mermaid's layout of lanes, in its three steps. */
  export interface LaneLayout {
    /** Puts what is in no lane into one. */
    prepareLayoutForSwimlanes(graph: LaneGraph): void;
    /** The graph with a node for each label. */
    createEdgeLabelNodes(graph: LaneGraph): LaneGraph;
    runSwimlaneLayoutCore(graph: LaneGraph): void;
  }

  /** `spend` is told of the layout's work, in units of the budget, and may throw. */
  export function createSwimlaneLayout(spend: (units: number) => void): LaneLayout;

  /** A part of Markdown text. */
  export interface MarkdownToken {
    readonly type: string;
    readonly raw: string;
    readonly text?: string;
    readonly tokens?: readonly MarkdownToken[];
  }
  export function markdownLexer(text: string): readonly MarkdownToken[];
}
