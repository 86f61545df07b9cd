/** The anchor of a cell's label and the room that it has, by the alignment and the spacing of the cell's style. */
import { type Point, point, rotatePoint } from '../geometry/plane.js';
import type { Align, Overflow, VerticalAlign } from '../labels/textRequest.js';
import type { NumberKey } from '../style/keys.js';
import type { Style } from '../style/style.js';
import type { LabelRequest } from './labelRequest.js';

const DEFAULT_SPACING = 2;
/** draw.io keeps the label positions of its first version: this much below the top edge and above the bottom edge. */
const BASE_SPACING_TOP = 5;
const BASE_SPACING_BOTTOM = 1;
/** Text that runs upwards (horizontal=0). */
const UPWARDS = -90;

/** The anchor of a label and the size left for it after spacing. */
export interface LabelFrame {
  readonly anchor: Point;
  readonly width: number;
  readonly height: number;
  readonly align: Align;
  readonly verticalAlign: VerticalAlign;
  /** Where text that isn't HTML stands at the anchor: its start, where the style's word is none. */
  readonly plainAlign: Align;
  readonly plainVerticalAlign: VerticalAlign;
  readonly overflow: Overflow;
  readonly rotationDegrees: number;
}

export const ALIGN_FACTOR = { left: 0, center: 0.5, right: 1, top: 0, middle: 0.5, bottom: 1 } as const;

export function frameOf({
  style,
  box,
  isEdge,
  rotationDegrees: turned,
  angleAlongEdge,
  pivotBox,
}: LabelRequest): LabelFrame {
  const written = { align: style.string('align', 'center'), verticalAlign: style.string('verticalAlign', 'middle') };
  const alignment = {
    align: alignOf(written.align, 'center'),
    verticalAlign: verticalAlignOf(written.verticalAlign, 'middle'),
    plainAlign: alignOf(written.align, 'left'),
    plainVerticalAlign: verticalAlignOf(written.verticalAlign, 'top'),
  };
  const { align, verticalAlign } = alignment;
  const overflow = overflowOf(style);
  const rotationDegrees = angleAlongEdge ?? turned + (style.string('horizontal', '1') === '1' ? 0 : UPWARDS);
  const spacing = spacingOf(style);
  // draw.io spaces labels of edges, and all labels vertically, as at the start where it doesn't know the alignment's word.
  const shift = spacingShift(
    style,
    spacing,
    isEdge ? alignment.plainAlign : alignment.align,
    alignment.plainVerticalAlign,
  );
  if (isEdge) {
    const anchor = point(box.x + shift.x, box.y + shift.y);
    const width = style.has('labelWidth') ? style.number('labelWidth', box.width) : box.width;
    return {
      anchor,
      width: Math.max(0, width),
      height: Math.max(0, box.height),
      ...alignment,
      overflow,
      rotationDegrees,
    };
  }
  let anchor = point(box.x + ALIGN_FACTOR[align] * box.width, box.y + ALIGN_FACTOR[verticalAlign] * box.height);
  let { width, height } = box;
  const spaced = overflow === 'block' ? style.get('blockSpacing') === '1' : overflow !== 'fill' && overflow !== 'width';
  if (spaced) {
    anchor = point(anchor.x + shift.x, anchor.y + shift.y);
    const inside = style.string('labelPosition', 'center') === 'center' && !style.has('labelWidth');
    if (inside) width = Math.max(0, width - spacing.left - spacing.right);
    if (style.string('verticalLabelPosition', 'middle') === 'middle') {
      height = Math.max(0, height - spacing.top - spacing.bottom);
    }
  }
  if (rotationDegrees !== 0 && pivotBox) {
    const pivot = point(pivotBox.x + pivotBox.width / 2, pivotBox.y + pivotBox.height / 2);
    anchor = rotatePoint(anchor, rotationDegrees, pivot);
  }
  return { anchor, width, height, ...alignment, overflow, rotationDegrees };
}

/** What a style's word for an alignment means; `other` for one that draw.io doesn't know. */
const alignOf = (word: string, other: Align): Align =>
  word === 'left' || word === 'right' || word === 'center' ? word : other;

const verticalAlignOf = (word: string, other: VerticalAlign): VerticalAlign =>
  word === 'top' || word === 'bottom' || word === 'middle' ? word : other;

function overflowOf(style: Style): Overflow {
  const value = style.string('overflow', 'visible');
  return value === 'hidden' || value === 'fill' || value === 'width' || value === 'block' ? value : 'visible';
}

interface Spacing {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

function spacingOf(style: Style): Spacing {
  const whole = (key: NumberKey, fallback: number): number => Math.trunc(style.number(key, fallback));
  const all = whole('spacing', DEFAULT_SPACING);
  return {
    top: all + whole('spacingTop', 0),
    right: all + whole('spacingRight', 0),
    bottom: all + whole('spacingBottom', 0),
    left: all + whole('spacingLeft', 0),
  };
}

function spacingShift(style: Style, spacing: Spacing, align: Align, verticalAlign: VerticalAlign): Point {
  const based = style.get('blockSpacing') !== '1';
  const x = align === 'center' ? (spacing.left - spacing.right) / 2 : align === 'right' ? -spacing.right : spacing.left;
  const y =
    verticalAlign === 'middle'
      ? (spacing.top - spacing.bottom) / 2
      : verticalAlign === 'bottom'
        ? -spacing.bottom - (based ? BASE_SPACING_BOTTOM : 0)
        : spacing.top + (based ? BASE_SPACING_TOP : 0);
  return point(x, y);
}
