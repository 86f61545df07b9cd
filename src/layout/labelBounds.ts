/** The bounding box that draw.io counts for a cell's label. */
import { type Rect, rect, rotatedBounds } from '../geometry/plane.js';
import { padded } from '../labels/paddedBox.js';
import type { Overflow } from '../labels/textRequest.js';
import type { Style } from '../style/style.js';
import { ALIGN_FACTOR, type LabelFrame } from './labelFrame.js';
import { type LabelPadding, labelPadding } from './labelPadding.js';

/** Whether draw.io measures the label for its bounds, rather than taking its box where the text can't leave it. */
function isMeasured(style: Style, overflow: Overflow): boolean {
  const inside =
    style.string('labelPosition', 'center') === 'center' &&
    style.string('verticalLabelPosition', 'middle') === 'middle';
  return overflow !== 'fill' && (overflow !== 'hidden' || !inside);
}

/** HTML is measured in whole pixels; the padding of its background counts. */
export function htmlBounds(
  style: Style,
  frame: LabelFrame,
  itemWidth: number,
  itemHeight: number,
  flows: boolean,
): Rect {
  const measured = isMeasured(style, frame.overflow);
  const framed = style.color('labelBackgroundColor') !== undefined || style.color('labelBorderColor') !== undefined;
  const clips = frame.overflow !== 'visible' && frame.overflow !== 'block';
  return alignedBounds(
    frame,
    measured && frame.overflow !== 'width' ? Math.round(itemWidth) : frame.width,
    measured ? Math.round(itemHeight) : frame.height,
    framed && !flows && !clips ? labelPadding(style) : undefined,
  );
}

function alignedBounds(
  { anchor, align, verticalAlign, rotationDegrees }: LabelFrame,
  width: number,
  height: number,
  padding?: LabelPadding,
): Rect {
  const x = anchor.x - ALIGN_FACTOR[align] * width;
  const y = anchor.y - ALIGN_FACTOR[verticalAlign] * height;
  return rotatedBounds(padded(rect(x, y, width, height), padding), rotationDegrees, anchor);
}

export function plainBounds(style: Style, bounds: Rect | undefined, frame: LabelFrame): Rect | undefined {
  if (!isMeasured(style, frame.overflow)) return alignedBounds(frame, frame.width, frame.height);
  return bounds && rotatedBounds(bounds, frame.rotationDegrees, frame.anchor);
}
