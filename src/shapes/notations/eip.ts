/** Enterprise integration patterns (mxgraph.eip.…): message channels and their kin, and the bus of networks. */
import { drawEllipse, drawPath, drawRect, type Frame, framed } from '../general/frame.js';
import { colorOf, invisible, setFade } from '../general/widgets.js';
import type { Shape } from '../shape.js';

function drawPipe({ canvas, w, h }: Frame, openingColor: string | undefined): void {
  const top = h / 2 - 10;
  const bottom = h / 2 + 10;
  drawPath(canvas, `M8 ${bottom}A12 12 0 0 1 8 ${top}H${w - 8}A12 12 0 0 1 ${w - 8} ${bottom}Z`);
  canvas.setFillColor(openingColor);
  drawPath(canvas, `M${w - 8} ${top}A12 12 0 0 1 ${w - 8} ${bottom}A12 12 0 0 1 ${w - 8} ${top}`);
}

const bus = framed((frame) => drawPipe(frame, '#ffffff'));

const CHANNEL_LIGHT = '#e6e6e6';
const CHANNEL_DARK = '#808080';

type DrawSign = (frame: Frame, x: number, y: number) => void;

/** A grey pipe with a sign on it, drawn around the point given. */
const channel = (drawSign: DrawSign = () => {}): Shape =>
  framed((frame) => {
    const { canvas, w, h, style } = frame;
    setFade(canvas, style, ['channelColor1', CHANNEL_LIGHT], ['channelColor2', CHANNEL_DARK]);
    drawPipe(frame, colorOf(style, ['channelColor1', CHANNEL_LIGHT]));
    drawSign(frame, w / 2, h / 2);
  });

/** Keeps an absurdly long channel from being filled for ever. */
const MAXIMUM_DATA = 10_000;

const dataChannel = channel(({ canvas, w, style }, _, y) => {
  canvas.setFillColor(style.color('markerColor', '#fffbc0'));
  canvas.setStrokeWidth(1);
  const count = Math.min(Math.ceil((w - 24) / 20) - 1, MAXIMUM_DATA);
  for (let i = 1; i <= count; i++) drawRect(canvas, i * 20, y - 5, 10, 10);
});

const deadLetterChannel = channel(({ canvas, style }, x, y) => {
  canvas.setFillColor(style.color('markerColor', '#ff0000'));
  canvas.setStrokeWidth(1);
  canvas.translate(x, y);
  drawPath(canvas, 'M-6 -3L-3 -6H3L6 -3V3L3 6H-3L-6 3Z');
  canvas.setStrokeWidth(2);
  canvas.setStrokeColor(style.color('markerIconColor', '#ffffff'));
  drawPath(canvas, 'M-4 0H4', 'stroke');
});

const invalidMessageChannel = channel(({ canvas, style }, x, y) => {
  canvas.setFillColor(style.color('markerColor', '#ffe040'));
  canvas.setStrokeWidth(1);
  canvas.translate(x, y);
  drawPath(canvas, 'M-6 5L0 -5L6 5Z');
  drawPath(canvas, 'M0 -2V2M0 3V4', 'stroke');
});

const messageExpiration = framed(({ canvas, w, h, style }) => {
  drawEllipse(canvas, 0, 0, w, h, 'stroke');
  canvas.setStrokeColor(style.color('handsColor', '#808080'));
  drawPath(canvas, 'M.5 .1V.5L.6 .8', 'stroke', w, h);
});

const returnAddress = framed(({ canvas, w, h, style }) => {
  drawRect(canvas, 0, 0, w, h);
  canvas.setStrokeWidth(2);
  drawPath(canvas, 'M.05 .11H.25M.05 .18H.25M.05 .25H.25M.3 .63H.8M.3 .72H.8M.3 .8H.8', 'stroke', w, h);
  canvas.setFillColor(style.color('stampColor', '#EDEDED'));
  drawRect(canvas, w * 0.8, h * 0.1, w * 0.12, h * 0.19);
});

const EIP_SHAPES: Readonly<Record<string, Shape>> = {
  'mxgraph.networks.bus': bus,
  'mxgraph.eip.messageChannel': channel(),
  'mxgraph.eip.dataChannel': dataChannel,
  'mxgraph.eip.deadLetterChannel': deadLetterChannel,
  'mxgraph.eip.invalidMessageChannel': invalidMessageChannel,
  'mxgraph.eip.messExp': messageExpiration,
  'mxgraph.eip.retAddr': returnAddress,
  'mxgraph.eip.anchor': invisible,
};

export const eipShapes = (): Readonly<Record<string, Shape>> => EIP_SHAPES;
