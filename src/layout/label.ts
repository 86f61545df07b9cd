/** Where a cell's label stands: its text laid out, placed and measured as draw.io places it. */
import { ignoreDiagnostics } from '../diagnostics.js';
import type { TextBlock, TextLayer } from '../drawing/textBlock.js';
import { isMeasuredAgain, mayHoldFormula } from '../formulas/math.js';
import { type Matrix, multiply, type Point, point, type Rect, rotation, translation } from '../geometry/plane.js';
import { setHtmlLabel } from '../labels/htmlLabel.js';
import { paintedLabel } from '../labels/paintLayers.js';
import { setPlainLabel } from '../labels/plainLabel.js';
import type { HtmlLabelRequest } from '../labels/textRequest.js';
import { htmlBounds, plainBounds } from './labelBounds.js';
import { labelFlow } from './labelFlow.js';
import { frameOf, type LabelFrame } from './labelFrame.js';
import { labelPadding } from './labelPadding.js';
import type { LabelRequest } from './labelRequest.js';
import { DEFAULT_FONT_SIZE, directionOf, fontOf, htmlBackground, htmlOf, isHtml, opacityOf } from './labelWords.js';

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

/** Sets and places a cell's label; undefined if the cell shows none. */
export function placeLabel(request: LabelRequest): PlacedLabel | undefined {
  const { style, value } = request;
  if (value === '' || !(style.number('fontSize', DEFAULT_FONT_SIZE) > 0)) return undefined;
  const frame = frameOf(request);
  return isHtml(style) ? placeHtml(request, frame) : placePlain(request, frame);
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
    ...paintedLabel(label.item),
    transform: multiply(place, label.turned ? multiply(corner, quarterTurn(label.item.height)) : corner),
    opacity: opacityOf(style),
    bounds: label.turned
      ? htmlBounds(style, frame, height, width, false)
      : htmlBounds(style, frame, width, height, request.flow !== undefined),
    clip: label.clip,
    origin: label.turned ? undefined : point(label.left, label.top),
  };
}

/** Turns a block of that height clockwise, its top left corner moving to the top right. */
const quarterTurn = (height: number): Matrix => ({ a: 0, b: 1, c: -1, d: 0, e: height, f: 0 });

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
