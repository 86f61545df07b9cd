/** A picture that an input is drawn as, and what is told of it. */
import type { Diagnostic } from '../diagnostics.js';
import type { PictureLabel } from './outputs.js';

export interface PageDiagnostic extends Diagnostic {
  /** The page's name; undefined where it concerns no one page. */
  readonly page: string | undefined;
}

/** One picture to draw: a page or several, of all layers or one. */
export interface Picture {
  readonly label: PictureLabel;
  /** 1-based. */
  readonly pages: readonly number[];
  readonly layers: readonly (number | string)[] | undefined;
  /** The Mermaid text that it is, in place of a drawing. */
  readonly mermaid?: string;
}
