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

  /** A part of Markdown text. */
  export interface MarkdownToken {
    readonly type: string;
    readonly raw: string;
    readonly text?: string;
    readonly tokens?: readonly MarkdownToken[];
  }
  export function markdownLexer(text: string): readonly MarkdownToken[];
}
