/** Amazon's icons and groups (library aws4): a coloured square or frame with a stencil inside. */
import { type Rect, rect } from '../../geometry/plane.js';
import type { TextKey } from '../../style/keys.js';
import type { Style } from '../../style/style.js';
import { drawPath, drawRect, drawStencil, type Frame, framed, setFill } from '../general/frame.js';
import type { Shape } from '../shape.js';

/** The side of the icon in the corner of a group, px. */
const GROUP_ICON = 25;

const WHOLE = 'M 0 0 L 1 0 1 1 0 1 Z';

/** Draws the stencil that a style key names, in one colour. */
function drawIcon(frame: Frame, key: TextKey, color: string | undefined, box: Rect): void {
  frame.canvas.setFillColor(color);
  frame.canvas.setStrokeColor(undefined);
  drawStencil(frame, frame.style.string(key, ''), box);
}

const resourceIcon = framed((frame) => {
  const { canvas, w, h, style } = frame;
  drawPath(canvas, WHOLE, 'fill', w, h);
  drawIcon(frame, 'resIcon', style.color('strokeColor', '#000000'), rect(w * 0.1, h * 0.1, w * 0.8, h * 0.8));
});

/** A card: the icon's square is as high as the card is wide, and room for a label stays below. */
const productIcon = framed((frame) => {
  const { canvas, w, h, style } = frame;
  const stroke = style.color('strokeColor');
  const from = style.color('fillColor', '#ffffff');
  canvas.setFillColor(stroke);
  drawPath(canvas, WHOLE, 'fill', w, h);
  setFill(frame, from, style.color('gradientColor') ?? from);
  drawPath(canvas, `M 1 1 H ${w - 1} V ${w - 1} H 1 Z`, 'fill');
  drawIcon(frame, 'prIcon', stroke, rect(1 + w * 0.15, 1 + w * 0.15, w * 0.7 - 2, w * 0.7 - 2));
});

/** The side of a group's icon, which the style may change. */
const groupIconSize = (style: Style): number => style.number('grIconSize', GROUP_ICON);

/** draw.io gives the icon of a group the opacity of its lines. */
const inkAlpha = (style: Style): number => style.number('strokeOpacity', 100) / 100;

/** A frame (style grStroke=0 leaves out its line) with an icon at the left or in the middle of its upper side. */
const group = (centered: boolean): Shape =>
  framed((frame) => {
    const { canvas, w, h, style } = frame;
    drawPath(canvas, WHOLE, style.string('grStroke', '1') === '1' ? 'both' : 'fill', w, h);
    const size = groupIconSize(style);
    canvas.setFillAlpha(inkAlpha(style));
    drawIcon(
      frame,
      'grIcon',
      style.color('strokeColor', '#000000'),
      rect(centered ? (w - size) / 2 : 0, 0, size, size),
    );
  });

/** A group whose icon is white on a square of the stroke colour. */
const group2 = framed((frame) => {
  const { canvas, w, h, style } = frame;
  drawPath(canvas, WHOLE, 'both', w, h);
  canvas.setFillColor(style.color('strokeColor', '#000000'));
  drawRect(canvas, 0, 0, GROUP_ICON, GROUP_ICON, 'fill');
  const size = groupIconSize(style);
  canvas.setFillAlpha(inkAlpha(style));
  drawIcon(frame, 'grIcon', '#ffffff', rect(size * 0.1, size * 0.1, size * 0.8, size * 0.8));
});

const AWS4_SHAPES: Readonly<Record<string, Shape>> = {
  'mxgraph.aws4.resourceIcon': resourceIcon,
  'mxgraph.aws4.productIcon': productIcon,
  'mxgraph.aws4.group': group(false),
  'mxgraph.aws4.groupCenter': group(true),
  'mxgraph.aws4.group2': group2,
};

export const aws4Shapes = (): Readonly<Record<string, Shape>> => AWS4_SHAPES;
