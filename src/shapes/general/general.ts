/** draw.io's other general shapes: callouts, corners, block arrows, braces, dimensions, and composites. */

import type { Canvas } from '../../drawing/canvas.js';
import { grow, point, type Rect, rect } from '../../geometry/plane.js';
import type { SymbolKey } from '../../style/keys.js';
import type { Style } from '../../style/style.js';
import type { Shape, ShapeCell } from '../shape.js';
import { drawRectangleForeground, footerLabelBox } from './foreground.js';
import { always, cylinderLabelBox } from './labelMargins.js';
import {
  arcRadius,
  clamp,
  cornerRadius,
  drawInBox,
  drawRectangle,
  filledPath,
  polygon,
  styleStrokeWidth,
  tracePolygon,
} from './outline.js';
import { wedgeCallout } from './wedgeCallout.js';

/** The index of the callout's tip among its corners; it stays sharp. */
const CALLOUT_TIP = 4;

const callout = polygon(
  (w, h, style) => {
    const tail = clamp(style.number('size', 30), 0, h);
    const foot = w * clamp(style.number('position', 0.5), 0, 1);
    const tip = w * clamp(style.number('position2', 0.5), 0, 1);
    const base = clamp(style.number('base', 20), 0, w);
    return [
      [0, 0],
      [w, 0],
      [w, h - tail],
      [Math.min(w, foot + base), h - tail],
      [tip, h],
      [Math.max(0, foot), h - tail],
      [0, h - tail],
    ];
  },
  { sharp: [CALLOUT_TIP], labelBox: always((_, style) => ({ bottom: style.number('size', 30) })) },
);

const barX = (style: Style, w: number): number => clamp(style.number('dx', 20), 0, w);
const barY = (style: Style, h: number): number => clamp(style.number('dy', 20), 0, h);

const corner = polygon((w, h, style) => {
  const dx = barX(style, w);
  const dy = barY(style, h);
  return [
    [0, 0],
    [w, 0],
    [w, dy],
    [dx, dy],
    [dx, h],
    [0, h],
  ];
});

const tee = polygon((w, h, style) => {
  const dx = barX(style, w);
  const dy = barY(style, h);
  return [
    [0, 0],
    [w, 0],
    [w, dy],
    [(w + dx) / 2, dy],
    [(w + dx) / 2, h],
    [(w - dx) / 2, h],
    [(w - dx) / 2, dy],
    [0, dy],
  ];
});

const crossbar = filledPath((canvas, w, h) => {
  for (const [x1, y1, x2, y2] of [
    [0, 0, 0, h],
    [w, 0, w, h],
    [0, h / 2, w, h / 2],
  ] as const) {
    canvas.moveTo(x1, y1);
    canvas.lineTo(x2, y2);
  }
});

/** The arrow head's length, and the shaft's upper and lower edge. */
function arrowParts(w: number, h: number, style: Style): readonly [head: number, top: number, bottom: number] {
  const shaft = h * clamp(style.number('arrowWidth', 0.3), 0, 1);
  const top = (h - shaft) / 2;
  return [w * clamp(style.number('arrowSize', 0.2), 0, 1), top, top + shaft];
}

const singleArrow = polygon((w, h, style) => {
  const [head, top, bottom] = arrowParts(w, h, style);
  return [
    [0, top],
    [w - head, top],
    [w - head, 0],
    [w, h / 2],
    [w - head, h],
    [w - head, bottom],
    [0, bottom],
  ];
});

const doubleArrow = polygon((w, h, style) => {
  const [head, top, bottom] = arrowParts(w, h, style);
  return [
    [0, h / 2],
    [head, 0],
    [head, top],
    [w - head, top],
    [w - head, 0],
    [w, h / 2],
    [w - head, h],
    [w - head, bottom],
    [head, bottom],
    [head, h],
  ];
});

const cross = filledPath((canvas, w, h, style) => {
  const m = Math.min(w, h);
  const size = clamp(m * style.number('size', 0.2), 0, m);
  const [top, left] = [(h - size) / 2, (w - size) / 2];
  const [bottom, right] = [top + size, left + size];
  const corners: readonly (readonly [number, number])[] = [
    [0, top],
    [left, top],
    [left, 0],
    [right, 0],
    [right, top],
    [w, top],
    [w, bottom],
    [right, bottom],
    [right, h],
    [left, h],
    [left, bottom],
    [0, bottom],
  ];
  tracePolygon(
    canvas,
    corners.map(([x, y]) => point(x, y)),
  );
});

const switchShape = filledPath((canvas, w, h) => {
  canvas.moveTo(0, 0);
  canvas.quadTo(w / 2, h / 2, w, 0);
  canvas.quadTo(w / 2, h / 2, w, h);
  canvas.quadTo(w / 2, h / 2, 0, h);
  canvas.quadTo(w / 2, h / 2, 0, 0);
});

const curlyBracket: Shape = {
  draw(canvas, box, style) {
    drawInBox(canvas, box, (w, h) => {
      const spine = w * clamp(style.number('size', 0.5), 0, 1);
      const corners = [
        point(w, 0),
        point(spine, 0),
        point(spine, h / 2),
        point(0, h / 2),
        point(spine, h / 2),
        point(spine, h),
        point(w, h),
      ];
      canvas.begin();
      tracePolygon(canvas, corners, { radius: cornerRadius(style), open: true });
      canvas.stroke();
    });
  },
};

const dimension: Shape = {
  draw(canvas, { x, y, width, height }, style) {
    const stroke = styleStrokeWidth(style);
    const arrow = 10 + stroke;
    const level = y + height - arrow / 2;
    const left = x + stroke / 2;
    const right = x + width - stroke / 2;
    canvas.begin();
    for (const [side, tip, inwards, end] of [
      [x, left, arrow, right],
      [x + width, right, -arrow, undefined],
    ] as const) {
      canvas.moveTo(side, y);
      canvas.lineTo(side, y + height);
      for (const slope of [-1, 1]) {
        canvas.moveTo(tip, level);
        canvas.lineTo(tip + inwards, level + (slope * arrow) / 2);
      }
      if (end === undefined) continue;
      canvas.moveTo(tip, level);
      canvas.lineTo(end, level);
    }
    canvas.stroke();
  },
};

const waypoint: Shape = {
  draw(canvas, box, style) {
    const size = Math.max(0, style.number('size', 6) - 2) + 2 * styleStrokeWidth(style);
    canvas.setFillColor(style.color('strokeColor'));
    canvas.ellipse(box.x + (box.width - size) / 2, box.y + (box.height - size) / 2, size, size);
    canvas.fill();
  },
  labelBox: cylinderLabelBox,
};

/** Three bars in the stroke's colour. */
const parallelMarker: Shape = {
  draw(canvas, box, style) {
    canvas.setStrokeWidth(1);
    canvas.setFillColor(style.color('strokeColor'));
    // draw.io paints once more when it is done: by hand, the last bar is drawn twice.
    for (const bar of style.flag('sketch') ? [0, 2, 4, 4] : [0, 2, 4]) {
      canvas.rect(box.x + (bar * box.width) / 5, box.y, box.width / 5, box.height);
      canvas.fillAndStroke();
    }
  },
};

const plus: Shape = {
  draw(canvas, box, style) {
    const { x, y, width, height } = box;
    drawRectangle(canvas, box, style);
    const border = Math.min(width / 5, height / 5) + 1;
    canvas.begin();
    canvas.moveTo(x + width / 2, y + border);
    canvas.lineTo(x + width / 2, y + height - border);
    canvas.moveTo(x + border, y + height / 2);
    canvas.lineTo(x + width - border, y + height / 2);
    canvas.stroke();
    drawRectangleForeground(canvas, box, style);
  },
  labelBox: footerLabelBox,
};

/** Draws nothing: an invisible area. */
const nothing: Shape = { draw() {}, labelBox: footerLabelBox };

const extMargin = (style: Style): number => Math.max(2, styleStrokeWidth(style) + 1) + style.number('margin', 0);

/** Where the symbol that the style describes under `key` stands; its vertical spacing defaults to `spacingBelow`. */
export function symbolBox(
  box: Rect,
  style: Style,
  key: SymbolKey,
  spacingBelow = style.number(`${key}Spacing`, 0),
): Rect {
  const width = style.number(`${key}Width`, 0);
  const height = style.number(`${key}Height`, 0);
  let dx = style.number(`${key}Spacing`, 0);
  let dy = style.number(`${key}VSpacing`, 0) || spacingBelow;
  if (style.has(`${key}ArcSpacing`)) {
    const stroke = styleStrokeWidth(style);
    const arc = arcRadius(style, box.width + stroke, box.height + stroke) * style.number(`${key}ArcSpacing`, 0);
    dx += arc;
    dy += arc;
  }
  const align = style.get(`${key}Align`);
  const verticalAlign = style.get(`${key}VerticalAlign`);
  const spareX = box.width - width;
  const spareY = box.height - height;
  return rect(
    box.x + (align === 'center' ? spareX / 2 : align === 'right' ? spareX - dx : dx),
    box.y + (verticalAlign === 'middle' ? spareY / 2 : verticalAlign === 'bottom' ? spareY - dy : dy),
    width,
    height,
  );
}

/** Shapes that draw other shapes in themselves, which a symbol may not be: they might never end. */
const COMPOSITES = new Set(['ext', 'umlLifeline']);

/** The symbols symbol0, symbol1, … of an ext shape, up to the first that names no shape. */
function drawSymbols(
  canvas: Canvas,
  box: Rect,
  style: Style,
  cell: ShapeCell,
  find: (name: string) => Shape | undefined,
): void {
  for (let index = 0; ; index++) {
    const key: SymbolKey = `symbol${index}`;
    const name = style.string(key, '');
    const symbol = COMPOSITES.has(name) ? undefined : find(name);
    if (!symbol) return;
    canvas.save();
    symbol.draw(canvas, symbolBox(box, style, key), style, cell);
    canvas.restore();
  }
}

/** A rectangle, doubled with double=1, with the shapes that its style names drawn inside it. */
export const extShape = (find: (name: string) => Shape | undefined): Shape => ({
  draw(canvas, box, style, cell) {
    drawRectangle(canvas, box, style);
    const inner = style.flag('double') ? grow(box, -extMargin(style)) : box;
    if (inner !== box && inner.width > 0 && inner.height > 0) drawRectangle(canvas, inner, style);
    canvas.setDashed(false);
    drawSymbols(canvas, inner, style, cell, find);
    drawRectangleForeground(canvas, inner, style);
  },
  labelBox: (box, style) => (style.flag('double') ? grow(box, -extMargin(style)) : box),
});

export const GENERAL_SHAPES: Readonly<Record<string, Shape>> = {
  callout,
  wedgeCallout,
  corner,
  tee,
  crossbar,
  singleArrow,
  doubleArrow,
  cross,
  switch: switchShape,
  curlyBracket,
  dimension,
  waypoint,
  parallelMarker,
  plus,
  transparent: nothing,
};
