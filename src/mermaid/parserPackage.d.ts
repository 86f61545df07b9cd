/** What scripts/mermaidParser.ts takes out of the package mermaid. */
declare module '#mermaid-parser' {
  /** One kind's grammar and the model that it fills. */
  interface DiagramDefinition {
    /** A new, empty model each time. */
    readonly db: unknown;
    readonly parser: { readonly parser?: { yy: unknown }; parse(text: string): void };
    init?(config: import('./parse.js').MermaidConfig): void;
  }

  export const flowchartDiagram: DiagramDefinition;
  export const sequenceDiagram: DiagramDefinition;
  export const classDiagram: DiagramDefinition;
  export const stateDiagram: DiagramDefinition;
  export const entityRelationDiagram: DiagramDefinition;
  export const mindmapDiagram: DiagramDefinition;
  export const timelineDiagram: DiagramDefinition;
  export const ganttDiagram: DiagramDefinition;
  export const journeyDiagram: DiagramDefinition;
  export const kanbanDiagram: DiagramDefinition;

  /** Makes all kinds known to detectType. */
  export function addDiagrams(): void;
  /** Throws for a text of no known kind. */
  export function detectType(text: string, config: import('./parse.js').MermaidConfig): string;

  /** Takes front matter, directives and comments out of a text. */
  export function preprocessDiagram(text: string): {
    readonly code: string;
    readonly title: string | undefined;
    readonly config: import('./parse.js').MermaidConfig;
  };

  /** Settings that a text may not change. */
  export function updateSiteConfig(config: import('./parse.js').MermaidConfig): void;
  /** The configuration that grammars and models read: the package has one, for the text at hand. */
  export function reset(): void;
  export function addDirective(config: import('./parse.js').MermaidConfig): void;
  export function getConfig(): import('./parse.js').MermaidConfig;

  /** Grammars know no "#…;": it is put into signs that they let pass. */
  export function encodeEntities(text: string): string;
  export function decodeEntities(text: string): string;

  /** A part of Markdown text. */
  export interface MarkdownToken {
    readonly type: string;
    readonly raw: string;
    readonly text?: string;
    readonly tokens?: readonly MarkdownToken[];
  }
  export function markdownLexer(text: string): readonly MarkdownToken[];
}
