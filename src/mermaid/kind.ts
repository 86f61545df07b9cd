/** What makes a kind of Mermaid diagram: the grammar for it, what is read of the model, and what draws that. */
import type { Budget } from '../budget.js';
import type { Limits } from '../limits.js';
import type { MermaidConfig } from './config.js';
import type { DrawContext } from './context.js';
import type { RawModel } from './text/modelReaders.js';

interface DrawnKind<Model> {
  /** How its texts begin, as messages say it: "flowchart (or graph)". */
  readonly beginning: string;
  /** Mermaid's names for it; the first is ours too. */
  readonly names: readonly [string, ...string[]];
  /** The settings that are its own, as Mermaid names them; default: those of its names. */
  readonly sections?: readonly string[];
  /** The layout of texts that name none, as Mermaid names it; default: Mermaid's. */
  readonly layout?: string;
  /** Edges that count for the limit on them; default none. */
  edgeCount?(model: Model): number;
  /** Adds cells to the context's. */
  draw(model: Model, context: DrawContext): void;
  /** Around the diagram, px, as CSS gives sides: one for all, or those above and below and those beside; default 8. */
  readonly margins?: readonly number[] | ((config: MermaidConfig) => readonly number[]);
  /** Of the title that stands above the diagram, px; default 18. 'own' where the kind's drawing has it, or has none. */
  readonly titleSize?: number | 'own';
}

/** A kind whose texts Mermaid's own grammar reads. */
export interface GrammarKind<Model = unknown> extends DrawnKind<Model> {
  /** The file of Mermaid's sources with its grammar and its model: the build takes it out of the package. */
  readonly grammar: `src/diagrams/${string}.ts`;
  /** The model that the grammar fills and that is read, where it is to be watched; default: Mermaid's as it is. */
  guarded?(model: RawModel): RawModel;
  /** Throws an error with a reason for what can't be drawn. */
  read(model: RawModel): Model;
}

export interface TextContext {
  readonly limits: Limits;
  readonly budget: Budget;
}

/** A kind that Mermaid's package lacks, whose texts are read by a parser of ours. They begin with its `beginning`. */
export interface TextKind<Model = unknown> extends DrawnKind<Model> {
  /** Throws an error with a `hash` as Mermaid's parsers do for what can't be read. */
  parse(code: string, context: TextContext): Model;
  /** The title that the text gives. */
  titleOf(model: Model): string | undefined;
}

export type MermaidKind<Model = unknown> = GrammarKind<Model> | TextKind<Model>;

/** A kind, checked against its model; for the table of kinds it is one of any model. */
export const defineKind = <Model>(kind: MermaidKind<Model>): MermaidKind => kind as MermaidKind;
