/** What a cell's label is set and placed from. */
import type { Budget } from '../budget.js';
import type { HtmlElements } from '../decode/htmlTree.js';
import type { Report } from '../diagnostics.js';
import type { Rect } from '../geometry/plane.js';
import type { FormulaSetter } from '../html/content.js';
import type { FontLibrary } from '../shaping/fontLibrary.js';
import type { Style } from '../style/style.js';

export interface LabelRequest {
  readonly cellId: string;
  /** The label as draw.io shows it: placeholders replaced. */
  readonly value: string;
  readonly style: Style;
  readonly isEdge: boolean;
  /**
   * The box the label is aligned in, before spacing, page px: beside or inside the vertex, turned where the text runs
   * upwards. Of an edge: the point where the label stands, with the size of the edge's geometry.
   */
  readonly box: Rect;
  /** The cell's own rotation. */
  readonly rotationDegrees: number;
  /** The angle of a label that follows its edge, in place of that rotation and of the text's direction. */
  readonly angleAlongEdge?: number | undefined;
  /** The vertex's box, whose centre the label turns about. */
  readonly pivotBox: Rect | undefined;
  readonly fonts: FontLibrary;
  readonly report: Report;
  /** Those of the page, with which the label's are counted. */
  readonly elements: HtmlElements;
  readonly budget?: Budget;
  /** Typesets the formulas of pages that have them. */
  readonly math?: FormulaSetter;
}
