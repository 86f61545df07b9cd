/** Errors that stop a drawing, and diagnostics: what a drawing lacks, collected while the rest is drawn. */

export type DiagnosticCode =
  | 'unknown-shape'
  | 'unknown-edge-style'
  | 'unknown-marker'
  | 'missing-stencil'
  | 'missing-image'
  | 'unsupported-html'
  | 'unsupported-css'
  | 'missing-glyph'
  | 'missing-font'
  | 'substituted-font'
  | 'missing-math'
  | 'invalid-geometry'
  | 'invalid-color'
  | 'invalid-structure'
  | 'empty-page'
  | 'too-costly'
  | 'mermaid-ignored';

export interface Diagnostic {
  readonly code: DiagnosticCode;
  /** The id of the cell concerned, where there is one. */
  readonly cellId?: string;
  readonly message: string;
  /** The stencil or icon that the assets lack, as draw.io's styles name it, where that is what is missing. */
  readonly asset?: string;
  /** The path or address of a missing image that is none of draw.io's own: with the option `image` it can be given. */
  readonly image?: string;
}

/** Receives diagnostics; an array's `push` fits. */
export type Report = (diagnostic: Diagnostic) => void;

export const ignoreDiagnostics: Report = () => {};

export type ErrorCode =
  | 'not-a-diagram'
  | 'malformed-xml'
  | 'broken-page'
  | 'page-not-found'
  | 'layer-not-found'
  | 'cell-not-found'
  | 'limit-exceeded'
  | 'invalid-option'
  | 'missing-font'
  | 'broken-assets'
  | 'mermaid-syntax'
  | 'mermaid-unsupported';

/** Thrown when nothing can be drawn. The message says what was found, where, and what to do. */
export class MxsvgError extends Error {
  override readonly name = 'MxsvgError';
  /** Of 'limit-exceeded': the name of the limit in the option `limits`. */
  readonly limit: string | undefined;

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions & { readonly limit?: string },
  ) {
    super(message, options);
    this.limit = options?.limit;
  }
}
