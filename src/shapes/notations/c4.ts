/** The C4 model: persons and web browsers (mxgraph.c4.…). */
import type { Canvas } from '../../drawing/canvas.js';
import type { Style } from '../../style/style.js';
import { drawEllipse, drawPath, framed } from '../general/frame.js';
import { always } from '../general/labelMargins.js';
import { roundedData } from '../general/widgets.js';
import type { Shape } from '../shape.js';

function drawRoundedAt(canvas: Canvas, x: number, y: number, data: string): void {
  canvas.save();
  canvas.translate(x, y);
  drawPath(canvas, data);
  canvas.restore();
}

/** A rounded body with a head over its upper edge, as large as the two fractions of width and height allow. */
const person = (widthFraction: number, heightFraction: number): Shape => {
  const headSize = (w: number, h: number): number => Math.min(w * widthFraction, h * heightFraction);
  return framed(
    ({ canvas, w, h }) => {
      const head = headSize(w, h);
      const shoulders = head * 0.8;
      const drawHead = (): void => drawEllipse(canvas, (w - head) / 2, 0, head, head);
      drawHead();
      drawRoundedAt(canvas, 0, shoulders, roundedData(w, h - shoulders, head / 2));
      drawHead();
    },
    { labelBox: always(({ width, height }) => ({ top: headSize(width, height) * 0.8 })) },
  );
};

const BAR_HEIGHT = 12;
const INSET = 5;
const WINDOW_RADIUS = 8;
const BAR_RADIUS = 3;

interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
}

/** The path data of a rounded rectangle anywhere in the frame. */
function roundedPart({ x, y, width, height, radius: r }: Part): string {
  const [right, bottom] = [x + width, y + height];
  return `M${x} ${y + r}A${r} ${r} 0 0 1 ${x + r} ${y}H${right - r}A${r} ${r} 0 0 1 ${right} ${y + r}
    V${bottom - r}A${r} ${r} 0 0 1 ${right - r} ${bottom}H${x + r}A${r} ${r} 0 0 1 ${x} ${bottom - r}Z`;
}

/** The address bar, three buttons and the page of a browser window. */
function browserParts(w: number, h: number): readonly Part[] {
  const bar = { y: INSET, height: BAR_HEIGHT, radius: BAR_RADIUS };
  const step = BAR_HEIGHT + INSET;
  const top = BAR_HEIGHT + 2 * INSET;
  return [
    { ...bar, x: INSET, width: w - 3 * step - 2 * INSET },
    ...[3, 2, 1].map((place) => ({ ...bar, x: w - place * step, width: BAR_HEIGHT })),
    { x: INSET, y: top, width: w - 2 * INSET, height: h - top - INSET, radius: WINDOW_RADIUS },
  ];
}

/** A browser window, of the canvas's own colours unless `setColors` changes them, and its parts in one colour. */
const webBrowser = (
  partColor: (style: Style) => string | undefined,
  setColors: (canvas: Canvas, style: Style) => void = () => {},
): Shape =>
  framed(({ canvas, w, h, style }) => {
    setColors(canvas, style);
    drawPath(canvas, roundedData(w, h, WINDOW_RADIUS));
    if (w <= INSET * 5 + BAR_HEIGHT * 3 || h <= 2 * BAR_HEIGHT + 3 * INSET) return;
    canvas.setFillColor(partColor(style));
    drawPath(canvas, browserParts(w, h).map(roundedPart).join(''), 'fill');
  });

const legacyBrowser = webBrowser(() => '#23A2D9');

/** The window has the stroke's colour, so that its parts can have the fill's. */
const browser = webBrowser(
  (style) => style.color('fillColor'),
  (canvas, style) => {
    canvas.setFillColor(style.color('strokeColor'));
    canvas.setStrokeColor(style.color('strokeColor2', '#0E7DAD'));
  },
);

const C4_SHAPES: Readonly<Record<string, Shape>> = {
  'mxgraph.c4.person': person(1 / 2, 1 / 3),
  'mxgraph.c4.person2': person(0.45, 0.45),
  'mxgraph.c4.webBrowserContainer': legacyBrowser,
  'mxgraph.c4.webBrowserContainer2': browser,
};

export const c4Shapes = (): Readonly<Record<string, Shape>> => C4_SHAPES;
