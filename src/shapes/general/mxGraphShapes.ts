/** The shapes of mxGraph itself: rectangle, ellipses, rhombus, triangle, hexagon, cylinder, cloud, actor, line. */

import type { Canvas } from '../../drawing/canvas.js';
import { grow, point, type Rect } from '../../geometry/plane.js';
import type { Style } from '../../style/style.js';
import type { Shape } from '../shape.js';
import { drawEllipseForeground, drawRectangleForeground, drawRhombusGlass, footerLabelBox } from './foreground.js';
import { cylinderLabelBox, whenBounded } from './labelMargins.js';
import {
  clamp,
  cornerRadius,
  drawInBox,
  drawRectangle,
  filledPath,
  polygon,
  sizeOf,
  strokeLine,
  styleStrokeWidth,
  tracePolygon,
} from './outline.js';

/** Also what draw.io draws for a shape name that it doesn't know. */
export const rectangle: Shape = {
  draw(canvas, box, style) {
    drawRectangle(canvas, box, style);
    drawRectangleForeground(canvas, box, style);
  },
  labelBox: footerLabelBox,
};

function fillEllipse(canvas: Canvas, box: Rect): void {
  canvas.ellipse(box.x, box.y, box.width, box.height);
  canvas.fillAndStroke();
}

/** Draws an ellipse with what its style asks for in its middle and over it. */
export function drawEllipse(canvas: Canvas, box: Rect, style: Style): void {
  fillEllipse(canvas, box);
  drawEllipseForeground(canvas, box, style);
}

const ellipse: Shape = { draw: drawEllipse };

const doubleEllipseMargin = (box: Rect, style: Style): number =>
  style.number('margin', Math.min(3 + styleStrokeWidth(style), box.width / 5, box.height / 5));

/** The inner ellipse's box. */
export const doubleEllipseLabelBox = (box: Rect, style: Style): Rect => grow(box, -doubleEllipseMargin(box, style));

const doubleEllipse: Shape = {
  draw(canvas, box, style) {
    fillEllipse(canvas, box);
    const inner = grow(box, -doubleEllipseMargin(box, style));
    if (inner.width <= 0 || inner.height <= 0) return;
    canvas.ellipse(inner.x, inner.y, inner.width, inner.height);
    canvas.stroke();
  },
  labelBox: doubleEllipseLabelBox,
};

function drawOneRhombus(canvas: Canvas, box: Rect, style: Style): void {
  const { x, y, width, height } = box;
  const corners = [
    point(x + width / 2, y),
    point(x + width, y + height / 2),
    point(x + width / 2, y + height),
    point(x, y + height / 2),
  ];
  canvas.begin();
  tracePolygon(canvas, corners, { radius: cornerRadius(style) });
  canvas.fillAndStroke();
}

const rhombusMargin = (style: Style): number =>
  Math.max(2, styleStrokeWidth(style) + 1) * 2 + style.number('margin', 0);

/** Draws a rhombus, twice with the style double=1. */
export function drawRhombus(canvas: Canvas, box: Rect, style: Style): void {
  drawOneRhombus(canvas, box, style);
  const inner = style.flag('double') ? grow(box, -rhombusMargin(style)) : undefined;
  if (inner && inner.width > 0 && inner.height > 0) drawOneRhombus(canvas, inner, style);
  drawRhombusGlass(canvas, box, style);
}

export const rhombusLabelBox = (box: Rect, style: Style): Rect =>
  style.flag('double') ? grow(box, -rhombusMargin(style)) : box;

const rhombus: Shape = { draw: drawRhombus, labelBox: rhombusLabelBox };

const triangle = polygon((w, h) => [
  [0, 0],
  [w, h / 2],
  [0, h],
]);

const hexagon = polygon((w, h, style) => {
  const s = sizeOf(style, w, { fraction: 0.25, fixed: 20, limit: w / 2 });
  return [
    [s, 0],
    [w - s, 0],
    [w, h / 2],
    [w - s, h],
    [s, h],
    [0, h / 2],
  ];
});

const CYLINDER_MAX_LID = 40;

/**
 * The body of the older cylinders, whose ends are curves, and lines at the heights `rims` around its top. draw.io
 * strokes the rims before the body where nothing is filled.
 */
export function drawCurveCylinder(canvas: Canvas, box: Rect, lid: number, rims: readonly number[]): void {
  const unfilled = canvas.fillColor === undefined;
  drawInBox(canvas, box, (w, h) => {
    const traceRim = (y: number): void => {
      canvas.moveTo(0, y);
      canvas.curveTo(0, y + lid, w, y + lid, w, y);
    };
    if (unfilled) {
      for (const y of rims) {
        canvas.begin();
        traceRim(y);
        canvas.stroke();
      }
    }
    canvas.begin();
    canvas.moveTo(0, lid);
    canvas.curveTo(0, -lid / 3, w, -lid / 3, w, lid);
    canvas.lineTo(w, h - lid);
    canvas.curveTo(w, h + lid / 3, 0, h + lid / 3, 0, h - lid);
    canvas.close();
    canvas.fillAndStroke();
    if (unfilled) return;
    canvas.begin();
    rims.forEach(traceRim);
    canvas.stroke();
  });
}

const cylinder: Shape = {
  draw(canvas, box, style) {
    const lid = style.has('size')
      ? box.height * clamp(style.number('size', 0), 0, 1)
      : Math.min(CYLINDER_MAX_LID, Math.round(box.height / 5));
    drawCurveCylinder(canvas, box, lid, [lid]);
  },
  labelBox: cylinderLabelBox,
};

/** The cylinder of cylinder2 and cylinder3: elliptical arcs, `lid` false hollows its top out. */
function drawArcCylinder(canvas: Canvas, box: Rect, size: number, lid: boolean): void {
  drawInBox(canvas, box, (w, h) => {
    if (size === 0) {
      canvas.rect(0, 0, w, h);
      canvas.fillAndStroke();
      return;
    }
    const arc = (sweep: boolean, x: number, y: number): void => canvas.arcTo(w / 2, size, 0, false, sweep, x, y);
    canvas.begin();
    if (lid) {
      canvas.moveTo(0, size);
      arc(true, w / 2, 0);
      arc(true, w, size);
    } else {
      canvas.moveTo(0, 0);
      arc(false, w / 2, size);
      arc(false, w, 0);
    }
    canvas.lineTo(w, h - size);
    arc(true, w / 2, h);
    arc(true, 0, h - size);
    canvas.close();
    canvas.fillAndStroke();
    if (!lid) return;
    canvas.begin();
    canvas.moveTo(w, size);
    arc(true, w / 2, 2 * size);
    arc(true, 0, size);
    canvas.stroke();
  });
}

const arcCylinderSize = (style: Style, height: number): number => clamp(style.number('size', 15), 0, height / 2);

const cylinder2: Shape = {
  draw(canvas, box, style) {
    drawArcCylinder(canvas, box, arcCylinderSize(style, box.height), true);
  },
};

const cylinder3: Shape = {
  draw(canvas, box, style) {
    drawArcCylinder(canvas, box, arcCylinderSize(style, box.height), style.flag('lid', true));
  },
  labelBox: whenBounded((box, style) => {
    const size = style.flag('lid', true) ? style.number('size', 15) : style.number('size', 15) / 2;
    return { top: Math.min(box.height, size * 2), bottom: Math.max(0, size * 0.3) };
  }),
};

/** Curves of the cloud: two control points and an end point each, in fractions of the box. */
const CLOUD: readonly (readonly [number, number, number, number, number, number])[] = [
  [0.05, 0.25, 0, 0.5, 0.16, 0.55],
  [0, 0.66, 0.18, 0.9, 0.31, 0.8],
  [0.4, 1, 0.7, 1, 0.8, 0.8],
  [1, 0.8, 1, 0.6, 0.875, 0.5],
  [1, 0.3, 0.8, 0.1, 0.625, 0.2],
  [0.5, 0.05, 0.3, 0.05, 0.25, 0.25],
];

const cloud = filledPath((canvas, w, h) => {
  canvas.moveTo(0.25 * w, 0.25 * h);
  for (const [x1, y1, x2, y2, x, y] of CLOUD) canvas.curveTo(x1 * w, y1 * h, x2 * w, y2 * h, x * w, y * h);
  canvas.close();
});

/** The bust of a person: shoulders, and the head as two curves. */
const actor = filledPath((canvas, w, h) => {
  const neck = (2 * h) / 5;
  const shoulder = (3 * h) / 5;
  const middle = w / 2;
  canvas.moveTo(0, h);
  canvas.curveTo(0, shoulder, 0, neck, middle, neck);
  canvas.curveTo(middle - w / 3, neck, middle - w / 3, 0, middle, 0);
  canvas.curveTo(middle + w / 3, 0, middle + w / 3, neck, middle, neck);
  canvas.curveTo(w, neck, w, shoulder, w, h);
  canvas.close();
});

const line: Shape = {
  draw(canvas, { x, y, width, height }) {
    strokeLine(canvas, [x, y + height / 2], [x + width, y + height / 2]);
  },
};

export const BASIC_SHAPES: Readonly<Record<string, Shape>> = {
  rectangle,
  // A name that draw.io's own palette uses, though draw.io doesn't know it either.
  rect: rectangle,
  label: rectangle,
  ellipse,
  doubleEllipse,
  rhombus,
  triangle,
  hexagon,
  cylinder,
  cylinder2,
  cylinder3,
  cloud,
  actor,
  line,
};
