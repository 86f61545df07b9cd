/** What drawing a page's cells needs beside their layout. */
import type { Budget } from '../budget.js';
import type { Report } from '../diagnostics.js';
import type { StrokeAllowance } from '../drawing/strokeAllowance.js';
import type { TextSetter } from '../drawing/textBlock.js';
import type { Cell } from '../model/cell.js';
import type { Shape } from '../shapes/shape.js';

export interface SceneContext {
  readonly report: Report;
  readonly setText: TextSetter;
  readonly strokes: StrokeAllowance;
  readonly budget: Budget;
  stencil(shapeName: string): Shape | undefined;
  /** An href for an image named by a style, with values for its CSS variables; undefined where there is none. */
  image(path: string, variables?: ReadonlyMap<string, string>): string | undefined;
  /** What a cell says where the pointer rests on it. */
  tooltip(cell: Cell): string | undefined;
  /** A text of a cell's shape with its placeholders filled in. */
  replacePlaceholders(cell: Cell, text: string): string;
  /** The label of a cell whose shape writes it, as it is stored. */
  shapeLabel(cell: Cell): string;
  /** A cell's label as it is shown. */
  shownLabel(cell: Cell): string;
}
