/** Mermaid's configuration: what a text sets, over its defaults. */

/** Mermaid's configuration: front matter, directives, and its defaults. */
export interface MermaidConfig {
  readonly theme?: string;
  /** All of the theme's colours and sizes, worked out. */
  readonly themeVariables?: Readonly<Record<string, unknown>>;
  readonly fontFamily?: string;
  readonly fontSize?: number | string;
  readonly layout?: string;
  readonly flowchart?: KindConfig;
  readonly swimlane?: KindConfig;
  readonly sequence?: KindConfig;
  readonly class?: KindConfig;
  readonly state?: KindConfig;
  readonly er?: KindConfig;
  readonly journey?: KindConfig;
  readonly [key: string]: unknown;
}

export type KindConfig = Readonly<Record<string, unknown>>;
