/** What drawing for a face is given, and what it gives. */
import type { Diagnostic } from '../../diagnostics.js';
import type { LayoutOptions } from '../../options.js';

export interface DrawingTools {
  readonly engine: typeof import('../../index.js');
  /** What the server decides of a drawing, whatever is asked. */
  readonly settings: Pick<LayoutOptions, 'assets' | 'fonts' | 'limits' | 'systemFonts'>;
  /** Receives what can't be drawn faithfully. */
  readonly diagnostics: Diagnostic[];
}

export interface Picture {
  readonly body: string | Uint8Array;
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The request can't be answered, for a reason that its face has words for. */
export class FaceError extends Error {
  override readonly name = 'FaceError';

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
