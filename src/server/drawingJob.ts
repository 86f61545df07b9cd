/** What a drawing thread is asked for, and what it answers; plain data. */

import type { Diagnostic } from '../diagnostics.js';
import type { Limits } from '../limits.js';
import type { MermaidThemeName } from '../mermaid/index.js';
import type { SystemFontUse } from '../shaping/systemFonts.js';

export type Format = 'svg' | 'png' | 'jpg' | 'webp' | 'pdf' | 'html' | 'xml';

/** A drawing with options of the library. */
export interface PlainJob {
  readonly kind: 'plain';
  /** A diagram, or Mermaid text. */
  readonly source: Uint8Array;
  readonly format: Format;
  /** Of that format; functions and fonts are none of them. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly mermaidTheme?: MermaidThemeName;
}

/** A request to draw.io's export server. */
export interface ExportJob {
  readonly kind: 'export';
  readonly query: string;
  /** The media type of the body; undefined where there is none. */
  readonly type: string | undefined;
  readonly body: Uint8Array;
}

/** A request to mermaid.ink. */
export interface InkJob {
  readonly kind: 'ink';
  readonly output: 'svg' | 'img' | 'pdf';
  /** The diagram as it stands in the path. */
  readonly code: string;
  readonly query: string;
}

export type Job = PlainJob | ExportJob | InkJob;

/** What was drawn. */
export interface Drawn {
  readonly kind: 'drawn';
  readonly body: Uint8Array;
  /** Its media type. */
  readonly type: string;
  /** A strong entity tag of the body, quotes included. */
  readonly etag: string;
  readonly diagnostics: readonly Diagnostic[];
  /** More headers of the answer. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Why nothing was drawn. */
export interface Undrawn {
  readonly kind: 'undrawn';
  readonly code: string;
  readonly message: string;
}

/** What drawing threads are started with. */
export interface ThreadSettings {
  /** Paths of fonts that are used before the bundled ones. */
  readonly fonts: readonly string[];
  readonly systemFonts: SystemFontUse;
  /** What --assets names. */
  readonly assets: string | undefined;
  readonly limits: Partial<Limits>;
}
