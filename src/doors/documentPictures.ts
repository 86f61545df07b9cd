/** The pictures of one document: read, drawn, kept apart from each other, and written to files where that is wanted. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { MxsvgError } from '../diagnostics.js';
import { type DiagramKind, type PictureSettings, readDiagramAddress } from './diagramAddress.js';
import { type DrawingOptions, diagnosticText, drawDiagram, type FailOn, idPrefixFor } from './drawDiagram.js';
import { inlinePicture } from './inline.js';

/** Options of the doors to documents: those of drawing, and these. */
export interface DocumentOptions extends DrawingOptions {
  /** 'inline' (default): the SVG stands in the document. Otherwise files are written, and images lead to them. */
  readonly output?: 'inline' | FileOutput;
  /** Fenced blocks that are drawn, by their language; default both. */
  readonly fences?: readonly DiagramKind[];
  /** The folder that addresses beginning with "/" lie below; default: that of the process. */
  readonly root?: string;
  /** When a picture ends the build; default 'never': what can't be drawn is told, and shown in its place. */
  readonly failOn?: FailOn;
}

/** Where pictures are written, and how documents call that place. */
export interface FileOutput {
  /** A folder, which is made where it isn't there. */
  readonly folder: string;
  /** The folder's address for readers, put before the file's name; default "/". */
  readonly address?: string;
}

/** A diagram in a document: an image that leads to its file, or a block that holds it. */
export type Found = { readonly address: string; readonly alt: string } | FoundText;

interface FoundText {
  readonly kind: DiagramKind;
  readonly text: string | Uint8Array;
  readonly alt: string;
  readonly settings: PictureSettings;
  /** The line of its document that the text begins on, for errors to count from; default 1. */
  readonly line?: number | undefined;
}

/** What stands for a diagram in the document. */
export type Placed =
  | { readonly kind: 'inline'; readonly svg: string }
  | { readonly kind: 'file'; readonly address: string; readonly width: string; readonly height: string }
  | { readonly kind: 'failure'; readonly message: string };

/** Something to tell of a picture. `fatal`: the document is not to be built. */
export interface Problem {
  readonly message: string;
  readonly code: string;
  readonly fatal: boolean;
}

export class DocumentPictures {
  readonly #times = new Map<string, number>();

  /** `folder`: the document's, which relative addresses begin at. */
  constructor(
    readonly options: DocumentOptions,
    readonly folder: string,
  ) {}

  /** Whether a block of this language is drawn, and as what. */
  fenceKind(language: string | undefined): DiagramKind | undefined {
    const kind = language === 'drawio' || language === 'mermaid' ? language : undefined;
    return kind !== undefined && (this.options.fences?.includes(kind) ?? true) ? kind : undefined;
  }

  /** Draws one; undefined for an image that is no diagram. What is to be told goes to `tell`. */
  place(found: Found, tell: (problem: Problem) => void): Placed | undefined {
    const { failOn = 'never' } = this.options;
    try {
      const diagram = 'kind' in found ? found : this.#fromFile(found);
      if (diagram === undefined) return undefined;
      const { kind, text, settings, alt, line } = diagram;
      const prefix = this.#prefix(idPrefixFor(text, JSON.stringify(settings), alt));
      const { output = 'inline', fences: _fences, root: _root, failOn: _failOn, ...drawing } = this.options;
      const options = { ...drawing, accessible: true, ...settings, idPrefix: prefix };
      const { svg, diagnostics } = drawDiagram(kind, text, options, line);
      for (const diagnostic of diagnostics) {
        tell({ message: diagnosticText(diagnostic), code: diagnostic.code, fatal: failOn === 'diagnostic' });
      }
      const picture = inlinePicture(svg, alt);
      return output === 'inline' ? { kind: 'inline', svg: picture.inline } : written(picture.document, prefix, output);
    } catch (error) {
      const problem = problemOf(error);
      tell({ ...problem, fatal: failOn !== 'never' });
      return { kind: 'failure', message: problem.message };
    }
  }

  #fromFile({ address, alt }: { readonly address: string; readonly alt: string }): FoundText | undefined {
    const diagram = readDiagramAddress(address);
    if (diagram === undefined) return undefined;
    const { root = process.cwd() } = this.options;
    const file = diagram.path.startsWith('/') ? path.join(root, diagram.path) : path.resolve(this.folder, diagram.path);
    return { ...diagram, text: readFileSync(file), alt };
  }

  /** The same picture may stand in a document several times. */
  #prefix(prefix: string): string {
    const times = (this.#times.get(prefix) ?? 0) + 1;
    this.#times.set(prefix, times);
    return times === 1 ? prefix : `${prefix}${times}-`;
  }
}

/** What is told of a file that isn't there or can't be drawn. Other errors are faults of the program's, and stay errors. */
function problemOf(error: unknown): { readonly message: string; readonly code: string } {
  if (error instanceof MxsvgError) return { message: error.message, code: error.code };
  if (error instanceof Error && 'syscall' in error && 'code' in error) {
    // The system's message names the whole path, which is nobody's business in a published document.
    const missing = error.code === 'ENOENT';
    return {
      message: missing ? 'There is no such file.' : `The file can't be read (${error.code}).`,
      code: 'unreadable-file',
    };
  }
  throw error;
}

function written(svg: string, prefix: string, { folder, address = '/' }: FileOutput): Placed {
  const name = `${prefix.replace(/-$/, '')}.svg`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, name), svg);
  const head = svg.slice(0, svg.indexOf('>'));
  return {
    kind: 'file',
    address: `${address.replace(/\/?$/, '/')}${name}`,
    width: / width="([\d.]+)/.exec(head)?.[1] ?? '',
    height: / height="([\d.]+)/.exec(head)?.[1] ?? '',
  };
}
