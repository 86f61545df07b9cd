/** An icon of draw.io's second networks library: a stencil on a coloured tile, with a long shadow on it. */
import { rect } from '../../geometry/plane.js';
import { drawStencil, type Frame, framed, setFill } from '../general/frame.js';
import type { Shape } from '../shape.js';

/** What of the tile the icon may take. */
const ICON_SHARE = 1 / 1.4;
const CORNER = 0.03571;

function drawTile(frame: Frame, color: string): void {
  const { canvas, w, h, style } = frame;
  setFill(frame, color, style.color('gradientColor'));
  canvas.roundrect(0, 0, w, h, w * CORNER, h * CORNER);
  canvas.fill();
  canvas.setFillColor(style.color('fillColor', '#ffffff'));
}

const networkIcon: Shape = framed((frame) => {
  const { canvas, w, h, style } = frame;
  const name = style.get('network2Icon');
  const tile = style.get('network2bgFillColor') === 'default' ? undefined : style.color('network2bgFillColor');
  if (tile === undefined) {
    if (name !== undefined) drawStencil(frame, name, rect(0, 0, w, h));
    return;
  }
  drawTile(frame, tile);
  if (name === undefined) return;
  if (style.number('network2IconShadow', 0) !== 0) {
    canvas.save();
    canvas.setFillColor('#000000');
    canvas.setStrokeColor(undefined);
    drawStencil(frame, `${name}_shadow`, rect(0, 0, w, h));
    canvas.restore();
  }
  const width = w * ICON_SHARE;
  const height = h * ICON_SHARE;
  const own = { w: style.number('network2IconW', 1), h: style.number('network2IconH', 1) };
  drawStencil(
    frame,
    name,
    rect(
      w / 7 + width * ((1 - own.w) / 2 + style.number('network2IconXOffset', 0)),
      h / 7 + height * ((1 - own.h) / 2 + style.number('network2IconYOffset', 0)),
      width * own.w,
      height * own.h,
    ),
  );
});

const NETWORK_SHAPES: Readonly<Record<string, Shape>> = { 'mxgraph.networks2.icon': networkIcon };

export const networks2Shapes = (): Readonly<Record<string, Shape>> => NETWORK_SHAPES;
