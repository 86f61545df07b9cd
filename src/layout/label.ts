/** Where a cell's label stands: its text laid out, placed and measured as draw.io places it. */
import type { Matrix, Rect } from '../geometry/plane.js';
import type { TextBlock } from '../text/textBlock.js';

export interface PlacedLabel {
  readonly block: TextBlock;
  /** From the block's frame to the page. */
  readonly transform: Matrix;
  readonly opacity: number;
  /** The bounding box that draw.io counts for the label, page px. */
  readonly bounds: Rect;
  readonly clip?: Rect;
}
