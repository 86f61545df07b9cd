/** What laying out a page needs beside its cells. */
import type { Budget } from '../budget.js';
import type { Report } from '../diagnostics.js';
import type { FormulaSetter } from '../html/content.js';
import type { Limits } from '../limits.js';
import type { Shape } from '../shapes/shape.js';
import type { FontLibrary } from '../shaping/fontLibrary.js';
import type { PageVariables } from './variables.js';

export interface PageLayoutContext {
  readonly fonts: FontLibrary;
  readonly variables: PageVariables;
  readonly report: Report;
  /** Typesets the formulas of pages that have them. */
  readonly math?: FormulaSetter;
  /** Default: those that hold where nobody sets any. */
  readonly limits?: Limits;
  /** What the work is taken from; default: it has no end. */
  readonly budget?: Budget;
  /** A stencil by its full name ("mxgraph.cisco.routers.router"), or one inline in the style. */
  stencil(shapeName: string): Shape | undefined;
}
