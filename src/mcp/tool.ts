/** What a tool of the server is: its name, what it takes, and what it does. */
import type { Assets } from '../assets/assets.js';
import type { Workspace } from './workspace.js';

/** A JSON Schema of a tool's arguments. */
export interface InputSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, object>>;
  readonly required?: readonly string[];
  readonly additionalProperties: false;
}

export type Content =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'image'; readonly data: string; readonly mimeType: 'image/png' };

export interface ToolContext {
  readonly workspace: Workspace;
  /** Stencils and icons: those that the user added before the bundled ones. */
  readonly assets: Assets;
}

export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: InputSchema;
  /** It may write a file. */
  readonly writes?: boolean;
  /** Called with arguments that fit `input`. Errors that a user can mend are told in their words. */
  run(args: never, context: ToolContext): Promise<readonly Content[]>;
}

export const text = (content: string): Content => ({ type: 'text', text: content });

export const image = (png: Uint8Array): Content => ({
  type: 'image',
  data: Buffer.from(png).toString('base64'),
  mimeType: 'image/png',
});

/** The arguments that name a diagram: a path, or its text. */
export interface DiagramArguments {
  readonly path?: string;
  readonly xml?: string;
}

export const DIAGRAM = {
  path: { type: 'string', description: 'Path of a .drawio file (or one with a diagram inside), below the root.' },
  xml: { type: 'string', description: "The diagram itself, draw.io's XML (mxfile or mxGraphModel), in place of path." },
} as const;

export const PAGE = {
  page: { type: ['integer', 'string'], description: "The page's number, counted from 1, its name or its id." },
} as const;
