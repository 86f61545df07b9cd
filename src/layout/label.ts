/** Where a cell's label stands: its text laid out, placed and measured as draw.io places it. */

import type { Fragment } from '../boxes/fragment.js';
import type { Budget } from '../budget.js';
import type { HtmlElements } from '../decode/htmlTree.js';
import { ignoreDiagnostics, type Report } from '../diagnostics.js';
import { FONT_BOLD, FONT_ITALIC, FONT_STRIKETHROUGH, FONT_UNDERLINE, type TextBlock } from '../drawing/textBlock.js';
import { isMeasuredAgain, mayHoldFormula } from '../formulas/math.js';
import {
  type Matrix,
  multiply,
  type Point,
  point,
  type Rect,
  rect,
  rotatedBounds,
  rotatePoint,
  rotation,
  translation,
} from '../geometry/plane.js';
import type { FormulaSetter } from '../html/content.js';
import {
  type Align,
  type HtmlLabelRequest,
  type Overflow,
  setHtmlLabel,
  type TextDirection,
  type VerticalAlign,
} from '../labels/htmlLabel.js';
import type { LabelFont } from '../labels/labelFont.js';
import { flatten, layersOf, type TextLayer } from '../labels/paintLayers.js';
import { padded, setPlainLabel } from '../labels/plainLabel.js';
import type { FontLibrary } from '../shaping/fontLibrary.js';
import { paintedTwice } from '../style/color.js';
import type { NumberKey } from '../style/keys.js';
import type { Style } from '../style/style.js';

import { labelFlow } from './labelFlow.js';
import { type LabelPadding, labelPadding } from './labelPadding.js';

export interface PlacedLabel {
  readonly block: TextBlock;
  /** From the block's frame to the page. */
  readonly transform: Matrix;
  readonly opacity: number;
  /** The bounding box that draw.io counts for the label, page px; undefined if it counts none. */
  readonly bounds: Rect | undefined;
  /** In the block's frame. */
  readonly clip?: Rect;
  /** Where the block's frame lies on the page before it is turned; undefined where it is turned twice. */
  readonly origin?: Point;
  /** What the block paints, from the lowest layer up, where parts of it are clipped, see-through or moved. */
  readonly layers?: readonly TextLayer[];
}

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

const DEFAULT_SPACING = 2;
/** draw.io keeps the label positions of its first version: this much below the top edge and above the bottom edge. */
const BASE_SPACING_TOP = 5;
const BASE_SPACING_BOTTOM = 1;
/** Text that runs upwards (horizontal=0). */
const UPWARDS = -90;
const DEFAULT_FONT_SIZE = 11;

/** Sets and places a cell's label; undefined if the cell shows none. */
export function placeLabel(request: LabelRequest): PlacedLabel | undefined {
  const { style, value } = request;
  if (value === '' || !(style.number('fontSize', DEFAULT_FONT_SIZE) > 0)) return undefined;
  const frame = frameOf(request);
  return isHtml(style) ? placeHtml(request, frame) : placePlain(request, frame);
}

const isHtml = (style: Style): boolean => style.get('html') === '1' || style.get('whiteSpace') === 'wrap';

/** The anchor of a label and the size left for it after spacing. */
interface LabelFrame {
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

const ALIGN_FACTOR = { left: 0, center: 0.5, right: 1, top: 0, middle: 0.5, bottom: 1 } as const;

function frameOf({ style, box, isEdge, rotationDegrees: turned, angleAlongEdge, pivotBox }: LabelRequest): LabelFrame {
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

function fontOf(style: Style): LabelFont {
  const bits = Math.trunc(style.number('fontStyle', 0));
  return {
    family: style.string('fontFamily', 'Arial,Helvetica'),
    size: style.number('fontSize', DEFAULT_FONT_SIZE),
    color: style.color('fontColor', '#000000') ?? '#000000',
    bold: (bits & FONT_BOLD) !== 0,
    italic: (bits & FONT_ITALIC) !== 0,
    underline: (bits & FONT_UNDERLINE) !== 0,
    strikethrough: (bits & FONT_STRIKETHROUGH) !== 0,
  };
}

const opacityOf = (style: Style): number => Math.max(0, Math.min(1, style.number('textOpacity', 100) / 100));

/** The first strong character decides the direction of textDirection=auto. */
const STRONG = /[A-Za-z\u05d0-\u065f\u066a-\u06ef\u06fa-\u07ff\ufb1d-\ufdff\ufe70-\ufefc]/;

function directionOf(style: Style, value: string): TextDirection {
  const direction = style.string('textDirection', '');
  switch (direction) {
    case 'rtl':
    case 'vertical-lr':
    case 'vertical-rl':
      return direction;
    case 'auto': {
      const strong = STRONG.exec(value)?.[0];
      return strong !== undefined && strong > 'z' ? 'rtl' : 'ltr';
    }
    default:
      return 'ltr';
  }
}

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Line feeds in the label's text are line breaks, those at its end empty lines of their own. */
function htmlOf(style: Style, value: string): string {
  const html = style.get('html') === '1' ? value : escapeHtml(value);
  if (!html.includes('\n')) return html;
  let end = html.length;
  while (html[end - 1] === '\n') end--;
  const text = html.slice(0, end) + '<div><br></div>'.repeat(html.length - end);
  return style.string('nl2Br', '1') === '0' ? text : text.replaceAll('\n', '<br/>');
}

function placeHtml(
  { cellId, value, style, fonts, report, elements, budget, math, pivotBox }: LabelRequest,
  frame: LabelFrame,
): PlacedLabel {
  const { anchor, rotationDegrees } = frame;
  const request: HtmlLabelRequest = {
    html: htmlOf(style, value),
    font: fontOf(style),
    x: anchor.x,
    y: anchor.y,
    width: frame.width,
    height: frame.height,
    align: frame.align,
    verticalAlign: frame.verticalAlign,
    wraps: style.get('whiteSpace') === 'wrap',
    overflow: frame.overflow,
    background: htmlBackground(style),
    border: style.color('labelBorderColor'),
    direction: directionOf(style, value),
    fonts,
    cellId,
    report,
    elements,
    budget,
    flow: pivotBox && labelFlow(style, pivotBox),
    padding: labelPadding(style),
  };
  const label = setHtmlLabel({ ...request, math });
  const measured =
    math && mayHoldFormula(request.html) && !isMeasuredAgain(value)
      ? setHtmlLabel({ ...request, report: ignoreDiagnostics })
      : label;
  const place = rotation(rotationDegrees, anchor);
  const { width, height } = measured.item;
  const corner = translation(label.left, label.top);
  return {
    ...paintedItem(label.item),
    transform: multiply(place, label.turned ? multiply(corner, quarterTurn(label.item.height)) : corner),
    opacity: opacityOf(style),
    bounds: label.turned
      ? htmlBounds(style, frame, height, width, false)
      : htmlBounds(style, frame, width, height, request.flow !== undefined),
    clip: label.clip,
    origin: label.turned ? undefined : point(label.left, label.top),
  };
}

const paintedItems = new WeakMap<Fragment, Pick<PlacedLabel, 'block' | 'layers'>>();

/** What an item paints, worked out once for the labels that share it. */
function paintedItem(item: Fragment): Pick<PlacedLabel, 'block' | 'layers'> {
  const known = paintedItems.get(item) ?? { block: flatten(item), layers: layered(item) };
  paintedItems.set(item, known);
  return known;
}

/** The layers of a label that takes more than one block to paint. */
function layered(item: Fragment): readonly TextLayer[] | undefined {
  const layers = layersOf(item);
  const plain =
    layers.length === 1 &&
    layers.every(({ clip, opacity, transform, shadow }) => !clip && opacity === 1 && !transform && !shadow);
  return plain ? undefined : layers;
}

/** Turns a block of that height clockwise, its top left corner moving to the top right. */
const quarterTurn = (height: number): Matrix => ({ a: 0, b: 1, c: -1, d: 0, e: height, f: 0 });

/** Whether draw.io measures the label for its bounds, rather than taking its box where the text can't leave it. */
function isMeasured(style: Style, overflow: Overflow): boolean {
  const inside =
    style.string('labelPosition', 'center') === 'center' &&
    style.string('verticalLabelPosition', 'middle') === 'middle';
  return overflow !== 'fill' && (overflow !== 'hidden' || !inside);
}

/** HTML is measured in whole pixels; the padding of its background counts. */
function htmlBounds(style: Style, frame: LabelFrame, itemWidth: number, itemHeight: number, flows: boolean): Rect {
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

/** Both of the elements that draw.io puts around a label have its background. */
function htmlBackground(style: Style): string | undefined {
  const color = style.color('labelBackgroundColor');
  return color && paintedTwice(color);
}

function placePlain({ value, style, fonts, cellId, report, budget }: LabelRequest, frame: LabelFrame): PlacedLabel {
  const { anchor, rotationDegrees } = frame;
  const label = setPlainLabel({
    text: value,
    font: fontOf(style),
    x: anchor.x,
    y: anchor.y,
    width: frame.width,
    height: frame.height,
    align: frame.plainAlign,
    verticalAlign: frame.plainVerticalAlign,
    overflow: frame.overflow,
    background: style.color('labelBackgroundColor'),
    border: style.color('labelBorderColor'),
    padding: labelPadding(style),
    rightToLeft: directionOf(style, value) === 'rtl',
    fonts,
    cellId,
    report,
    budget,
  });
  return {
    block: label.block,
    transform: rotation(rotationDegrees, anchor),
    opacity: opacityOf(style),
    bounds: plainBounds(style, label.bounds, frame),
    clip: label.clip,
  };
}

function plainBounds(style: Style, bounds: Rect | undefined, frame: LabelFrame): Rect | undefined {
  if (!isMeasured(style, frame.overflow)) return alignedBounds(frame, frame.width, frame.height);
  return bounds && rotatedBounds(bounds, frame.rotationDegrees, frame.anchor);
}
