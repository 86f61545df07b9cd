/** Which labels flow along their shape's outline (shapeInside), and the box they flow in, as draw.io 31 decides it. */
import { type Rect, rect } from '../geometry/plane.js';
import type { FlowShape } from '../labels/flowContent.js';
import { labelOutline } from '../shapes/general/labelOutlines.js';
import type { NumberKey } from '../style/keys.js';
import type { Style } from '../style/style.js';

const DEFAULT_SPACING = 2;
const DEFAULT_PADDING = 2;
/** The room on both sides that draw.io's export gives a label beyond its bounds. */
const ROOM_BESIDE = 1;
/** How much lower labels at the top begin. */
const BASE_SPACING_TOP = 5;

/** The outline that a vertex's label flows along; undefined for the labels that don't. */
export function labelFlow(style: Style, cell: Rect): FlowShape | undefined {
  if (!isFlowing(style)) return undefined;
  const { width, height } = cell;
  const outline = labelOutline(style, width, height);
  return outline && { outline, width, height, box: flowBox(style, width, height), padding: paddingOf(style) };
}

/** Only wrapped labels in their usual place, whose text may leave it. */
const isFlowing = (style: Style): boolean =>
  style.get('shapeInside') === '1' &&
  style.get('whiteSpace') === 'wrap' &&
  style.string('horizontal', '1') !== '0' &&
  style.string('overflow', 'visible') === 'visible' &&
  !style.has('labelWidth') &&
  style.string('labelPosition', 'center') === 'center' &&
  style.string('verticalLabelPosition', 'middle') === 'middle';

function flowBox(style: Style, width: number, height: number): Rect {
  const spacing = style.number('spacing', DEFAULT_SPACING);
  const side = (key: NumberKey): number => spacing + style.number(key, 0);
  const left = side('spacingLeft');
  const top = side('spacingTop') + (style.string('verticalAlign', 'middle') === 'top' ? BASE_SPACING_TOP : 0);
  return rect(
    left - ROOM_BESIDE,
    top,
    Math.max(1, Math.round(width - left - side('spacingRight') + 2 * ROOM_BESIDE)),
    Math.max(1, Math.round(height - top - side('spacingBottom'))),
  );
}

function paddingOf(style: Style): number {
  const padding = style.number('shapeInsidePadding', DEFAULT_PADDING);
  return padding >= 0 ? padding : DEFAULT_PADDING;
}
