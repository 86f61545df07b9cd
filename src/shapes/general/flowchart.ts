/** Flowchart symbols: processes, slanted and pointed boxes, documents, tapes, storage and junctions. */

import type { Canvas } from '../../drawing/canvas.js';
import { type Rect, rect } from '../../geometry/plane.js';
import type { Style } from '../../style/style.js';
import type { Shape } from '../shape.js';
import { drawRectangleForeground, footerLabelBox } from './foreground.js';
import { isVertical, whenBounded } from './labelMargins.js';
import { drawEllipse, drawRhombus, rectangle, rhombusLabelBox } from './mxGraphShapes.js';
import { clamp, drawRectangle, filledPath, isRounded, polygon, sizeOf, strokeLine } from './outline.js';

/** The least distance that inner lines keep from the sides of a rounded rectangle, px. */
const roundedInset = (box: Rect, style: Style): number =>
  isRounded(style)
    ? Math.min((box.width * style.number('arcSize', 15)) / 100, (box.height * style.number('arcSize', 15)) / 100)
    : 0;

const process: Shape = {
  draw(canvas, box, style) {
    drawRectangle(canvas, box, style);
    const size = style.number('size', 0.1);
    const wanted = style.flag('fixedSize') ? clamp(size, 0, box.width) : box.width * clamp(size, 0, 1);
    const inset = Math.round(Math.max(wanted, roundedInset(box, style)));
    const left = box.x + inset;
    const right = box.x + box.width - inset;
    canvas.begin();
    canvas.moveTo(left, box.y);
    canvas.lineTo(left, box.y + box.height);
    canvas.moveTo(right, box.y);
    canvas.lineTo(right, box.y + box.height);
    canvas.stroke();
    drawRectangleForeground(canvas, box, style);
  },
  labelBox(box, style) {
    if (style.flag('horizontal', true) === isVertical(style)) return box;
    const size = style.number('size', 0.1);
    const inset = style.flag('fixedSize')
      ? clamp(size, 0, box.width)
      : Math.max(box.width * clamp(size, 0, 1), roundedInset(box, style));
    return rect(box.x + Math.round(inset), box.y, box.width - Math.round(2 * inset), box.height);
  },
};

const parallelogram = polygon((w, h, style) => {
  const slant = sizeOf(style, w, { fraction: 0.2, fixed: 20 });
  return [
    [0, h],
    [slant, 0],
    [w, 0],
    [w - slant, h],
  ];
});

const trapezoid = polygon((w, h, style) => {
  const slant = sizeOf(style, w, { fraction: 0.2, fixed: 20, limit: w / 2, fractionLimit: 0.5 });
  return [
    [0, h],
    [slant, 0],
    [w - slant, 0],
    [w, h],
  ];
});

const step = polygon((w, h, style) => {
  const tip = sizeOf(style, w, { fraction: 0.2, fixed: 20 });
  return [
    [0, 0],
    [w - tip, 0],
    [w, h / 2],
    [w - tip, h],
    [0, h],
    [tip, h / 2],
  ];
});

/** A card with a cut corner. */
const card = polygon((w, h, style) => {
  const cut = clamp(style.number('size', 30), 0, Math.min(w, h));
  return [
    [cut, 0],
    [w, 0],
    [w, h],
    [0, h],
    [0, cut],
  ];
});

const manualInput = polygon(
  (w, h, style) => {
    const rise = Math.min(h, style.number('size', 30));
    return [
      [0, h],
      [0, rise],
      [w, 0],
      [w, h],
    ];
  },
  { labelBox: whenBounded((_, style) => ({ top: style.number('size', 30) })) },
);

const loopLimit = polygon((w, h, style) => {
  const cut = Math.min(w / 2, h, style.number('size', 20));
  return [
    [cut, 0],
    [w - cut, 0],
    [w, cut * 0.8],
    [w, h],
    [0, h],
    [0, cut * 0.8],
  ];
});

const offPageConnector = polygon((w, h, style) => {
  const tip = h * clamp(style.number('size', 3 / 8), 0, 1);
  return [
    [0, 0],
    [w, 0],
    [w, h - tip],
    [w / 2, h],
    [0, h - tip],
  ];
});

/** How far the waves of paper swing, in heights of the wave. */
const SWING = 1.4;

/** The wave along a document's or tape's lower edge, from right to left. */
function lowerWave(canvas: Canvas, w: number, h: number, wave: number): void {
  canvas.lineTo(w, h - wave / 2);
  canvas.quadTo((w * 3) / 4, h - wave * SWING, w / 2, h - wave / 2);
  canvas.quadTo(w / 4, h - wave * (1 - SWING), 0, h - wave / 2);
}

const document = filledPath(
  (canvas, w, h, style) => {
    const wave = h * clamp(style.number('size', 0.3), 0, 1);
    canvas.moveTo(0, 0);
    canvas.lineTo(w, 0);
    lowerWave(canvas, w, h, wave);
    canvas.lineTo(0, wave / 2);
    canvas.close();
  },
  { labelBox: whenBounded((box, style) => ({ bottom: style.number('size', 0.3) * box.height })) },
);

const tape = filledPath(
  (canvas, w, h, style) => {
    const wave = h * clamp(style.number('size', 0.4), 0, 1);
    canvas.moveTo(0, wave / 2);
    canvas.quadTo(w / 4, wave * SWING, w / 2, wave / 2);
    canvas.quadTo((w * 3) / 4, wave * (1 - SWING), w, wave / 2);
    lowerWave(canvas, w, h, wave);
    canvas.lineTo(0, wave / 2);
    canvas.close();
  },
  {
    labelBox(box, style) {
      if (!style.flag('boundedLbl')) return box;
      const size = style.number('size', 0.4);
      const dx = isVertical(style) ? box.width * size : 0;
      const dy = isVertical(style) ? 0 : box.height * size;
      return rect(box.x + dx, box.y + dy, box.width - 2 * dx, box.height - 2 * dy);
    },
  },
);

const tapeData: Shape = {
  draw(canvas, box, style) {
    drawEllipse(canvas, box, style);
    const bottom = box.y + box.height;
    strokeLine(canvas, [box.x + box.width / 2, bottom], [box.x + box.width, bottom]);
  },
};

const dataStorage = filledPath((canvas, w, h, style) => {
  const bulge = sizeOf(style, w, { fraction: 0.1, fixed: 20 });
  canvas.moveTo(bulge, 0);
  canvas.lineTo(w, 0);
  canvas.quadTo(w - bulge * 2, h / 2, w, h);
  canvas.lineTo(bulge, h);
  canvas.quadTo(-bulge, h / 2, bulge, 0);
  canvas.close();
});

const internalStorage: Shape = {
  draw(canvas, box, style, cell) {
    rectangle.draw(canvas, box, style, cell);
    const inset = roundedInset(box, style);
    const x = box.x + Math.max(inset, Math.min(box.width, style.number('dx', 20)));
    const y = box.y + Math.max(inset, Math.min(box.height, style.number('dy', 20)));
    strokeLine(canvas, [box.x, y], [box.x + box.width, y]);
    strokeLine(canvas, [x, box.y], [x, box.y + box.height]);
  },
  labelBox: footerLabelBox,
};

/** The round right end of delay and display, from the upper to the lower edge. */
function roundEnd(canvas: Canvas, w: number, h: number, reach: number): void {
  canvas.lineTo(w - reach, 0);
  canvas.quadTo(w, 0, w, h / 2);
  canvas.quadTo(w, h, w - reach, h);
}

const delay = filledPath((canvas, w, h) => {
  canvas.moveTo(0, 0);
  roundEnd(canvas, w, h, Math.min(w, h / 2));
  canvas.lineTo(0, h);
  canvas.close();
});

const display = filledPath((canvas, w, h, style) => {
  const reach = Math.min(w, h / 2);
  const tip = Math.min(w - reach, Math.max(0, style.number('size', 0.25)) * w);
  canvas.moveTo(0, h / 2);
  canvas.lineTo(tip, 0);
  roundEnd(canvas, w, h, reach);
  canvas.lineTo(tip, h);
  canvas.close();
});

const or = filledPath((canvas, w, h) => {
  canvas.moveTo(0, 0);
  canvas.quadTo(w, 0, w, h / 2);
  canvas.quadTo(w, h, 0, h);
  canvas.close();
});

const xor = filledPath((canvas, w, h) => {
  canvas.moveTo(0, 0);
  canvas.quadTo(w, 0, w, h / 2);
  canvas.quadTo(w, h, 0, h);
  canvas.quadTo(w / 2, h / 2, 0, 0);
  canvas.close();
});

/** An ellipse with lines across it; line ends are fractions of the box. */
const crossedEllipse = (lines: (style: Style) => readonly (readonly [number, number, number, number])[]): Shape => ({
  draw(canvas, box, style) {
    drawEllipse(canvas, box, style);
    for (const [x1, y1, x2, y2] of lines(style)) {
      strokeLine(
        canvas,
        [box.x + x1 * box.width, box.y + y1 * box.height],
        [box.x + x2 * box.width, box.y + y2 * box.height],
      );
    }
  },
});

const ACROSS = [0, 0.5, 1, 0.5] as const;
const DOWN = [0.5, 0, 0.5, 1] as const;
/** Where draw.io lets a diagonal meet the ellipse, as a fraction of the box. */
const DIAGONAL = 0.145;

const lineEllipse = crossedEllipse((style) => [style.get('line') === 'vertical' ? DOWN : ACROSS]);
const orEllipse = crossedEllipse(() => [ACROSS, DOWN]);
const sumEllipse = crossedEllipse(() => [
  [DIAGONAL, DIAGONAL, 1 - DIAGONAL, 1 - DIAGONAL],
  [1 - DIAGONAL, DIAGONAL, DIAGONAL, 1 - DIAGONAL],
]);

const sortShape: Shape = {
  draw(canvas, box, style) {
    drawRhombus(canvas, box, style);
    const y = box.y + box.height / 2;
    strokeLine(canvas, [box.x, y], [box.x + box.width, y]);
  },
  labelBox: rhombusLabelBox,
};

const collate: Shape = {
  draw(canvas, { x, y, width, height }) {
    for (const edge of [y, y + height]) {
      canvas.begin();
      canvas.moveTo(x, edge);
      canvas.lineTo(x + width, edge);
      canvas.lineTo(x + width / 2, y + height / 2);
      canvas.close();
      canvas.fillAndStroke();
    }
  },
};

export const FLOWCHART_SHAPES: Readonly<Record<string, Shape>> = {
  process,
  process2: process,
  parallelogram,
  trapezoid,
  step,
  card,
  manualInput,
  loopLimit,
  offPageConnector,
  document,
  tape,
  tapeData,
  dataStorage,
  internalStorage,
  delay,
  display,
  or,
  xor,
  lineEllipse,
  orEllipse,
  sumEllipse,
  sortShape,
  collate,
};
