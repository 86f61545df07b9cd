/** Shapes that suggest depth or folded paper: cubes, notes, the data store, the folder and the message. */

import type { Canvas } from '../../drawing/canvas.js';
import { rect } from '../../geometry/plane.js';
import type { NumberKey } from '../../style/keys.js';
import type { Style } from '../../style/style.js';
import type { Shape } from '../shape.js';
import { always, cylinderLabelBox, whenBounded } from './labelMargins.js';
import { drawCurveCylinder } from './mxGraphShapes.js';
import { clamp, drawInBox, filledPath, isRounded, strokeLine, styleStrokeWidth } from './outline.js';

type Corner = readonly [number, number];

function tracePoints(canvas: Canvas, points: readonly Corner[]): void {
  points.forEach(([x, y], index) => {
    if (index === 0) canvas.moveTo(x, y);
    else canvas.lineTo(x, y);
  });
}

function paintFace(canvas: Canvas, points: readonly Corner[]): void {
  canvas.begin();
  tracePoints(canvas, points);
  canvas.close();
  canvas.fillAndStroke();
}

/** Darkens (or, if negative, lightens) a face by an opacity of -1…1. */
function shadeFace(canvas: Canvas, opacity: number, points: readonly Corner[]): void {
  if (opacity === 0) return;
  canvas.save();
  canvas.setFillAlpha(Math.abs(opacity));
  canvas.setFillColor(opacity < 0 ? '#FFFFFF' : '#000000');
  canvas.begin();
  tracePoints(canvas, points);
  canvas.close();
  canvas.fill();
  canvas.restore();
}

const shade = (style: Style, key: NumberKey): number => clamp(style.number(key, 0), -1, 1);

const cube: Shape = {
  draw(canvas, box, style) {
    drawInBox(canvas, box, (w, h) => {
      const depth = clamp(style.number('size', 20), 0, Math.min(w, h));
      paintFace(canvas, [
        [0, 0],
        [w - depth, 0],
        [w, depth],
        [w, h],
        [depth, h],
        [0, h - depth],
        [0, 0],
      ]);
      shadeFace(canvas, shade(style, 'darkOpacity'), [
        [0, 0],
        [w - depth, 0],
        [w, depth],
        [depth, depth],
      ]);
      shadeFace(canvas, shade(style, 'darkOpacity2'), [
        [0, 0],
        [depth, depth],
        [depth, h],
        [0, h - depth],
      ]);
      canvas.begin();
      tracePoints(canvas, [
        [depth, h],
        [depth, depth],
        [0, 0],
      ]);
      canvas.moveTo(depth, depth);
      canvas.lineTo(w, depth);
      canvas.stroke();
    });
  },
  labelBox: whenBounded((_, style) => ({ left: style.number('size', 20), top: style.number('size', 20) })),
};

const TAN_30 = Math.tan(Math.PI / 6);
/** How far an isometric square's tip stands from the box's edge, in widths of the square. */
const ISO_TIP = (0.5 - TAN_30) / 2;

const isoRectangle: Shape = {
  draw(canvas, box) {
    const m = Math.min(box.width, box.height / TAN_30);
    const frame = rect(box.x + (box.width - m) / 2, box.y + (box.height - m) / 2 + m / 4, m, m);
    drawInBox(canvas, frame, () => {
      paintFace(canvas, [
        [0, 0.25 * m],
        [0.5 * m, m * ISO_TIP],
        [m, 0.25 * m],
        [0.5 * m, (0.5 - ISO_TIP) * m],
        [0, 0.25 * m],
      ]);
    });
  },
};

const isoCube: Shape = {
  draw(canvas, box) {
    const m = Math.min(box.width, box.height / (0.5 + TAN_30));
    const frame = rect(box.x + (box.width - m) / 2, box.y + (box.height - m) / 2, m, m);
    drawInBox(canvas, frame, () => {
      paintFace(canvas, [
        [0, 0.25 * m],
        [0.5 * m, m * ISO_TIP],
        [m, 0.25 * m],
        [m, 0.75 * m],
        [0.5 * m, (1 - ISO_TIP) * m],
        [0, 0.75 * m],
      ]);
      canvas.begin();
      tracePoints(canvas, [
        [0, 0.25 * m],
        [0.5 * m, (0.5 - ISO_TIP) * m],
        [m, 0.25 * m],
      ]);
      canvas.moveTo(0.5 * m, (0.5 - ISO_TIP) * m);
      canvas.lineTo(0.5 * m, (1 - ISO_TIP) * m);
      canvas.stroke();
    });
  },
  labelBox: cylinderLabelBox,
};

const isoCube2: Shape = {
  draw(canvas, box, style) {
    drawInBox(canvas, box, (w, h) => {
      // The angle is in hundredths of a right angle.
      const angle = (clamp(style.number('isoAngle', 15), 0.01, 94) * Math.PI) / 200;
      const rise = Math.min(w * Math.tan(angle), h / 2);
      paintFace(canvas, [
        [w / 2, 0],
        [w, rise],
        [w, h - rise],
        [w / 2, h],
        [0, h - rise],
        [0, rise],
      ]);
      canvas.begin();
      tracePoints(canvas, [
        [0, rise],
        [w / 2, 2 * rise],
        [w, rise],
      ]);
      canvas.moveTo(w / 2, 2 * rise);
      canvas.lineTo(w / 2, h);
      canvas.stroke();
    });
  },
};

export const note: Shape = {
  draw(canvas, box, style) {
    drawInBox(canvas, box, (w, h) => {
      const fold = clamp(style.number('size', 30), 0, Math.min(w, h));
      paintFace(canvas, [
        [0, 0],
        [w - fold, 0],
        [w, fold],
        [w, h],
        [0, h],
        [0, 0],
      ]);
      const flap: readonly Corner[] = [
        [w - fold, 0],
        [w - fold, fold],
        [w, fold],
      ];
      shadeFace(canvas, shade(style, 'darkOpacity'), flap);
      strokeLine(canvas, ...flap);
    });
  },
  labelBox: cylinderLabelBox,
};

const note2: Shape = {
  ...note,
  labelBox: whenBounded((box, style) => {
    const size = style.number('size', 15);
    return { top: Math.min(box.height, size), bottom: Math.max(0, size) };
  }),
};

/** Half the height of the data store's lid. */
const lidOf = (height: number, style: Style): number =>
  Math.min(height / 2, Math.round(height / 8) + styleStrokeWidth(style) - 1);

const datastore: Shape = {
  draw(canvas, box, style) {
    const lid = lidOf(box.height, style);
    drawCurveCylinder(canvas, box, lid, [lid, lid * 1.5, lid * 2]);
  },
  labelBox: always((box, style) => ({ top: 2.5 * lidOf(box.height, style) })),
};

const message: Shape = {
  draw(canvas, box) {
    drawInBox(canvas, box, (w, h) => {
      paintFace(canvas, [
        [0, 0],
        [w, 0],
        [w, h],
        [0, h],
      ]);
      strokeLine(canvas, [0, 0], [w / 2, h / 2], [w, 0]);
    });
  },
  labelBox: cylinderLabelBox,
};

/** The wanted corner radius of a folder's body, rounded or not. */
function folderArc(style: Style, w: number, h: number, tabHeight: number): number {
  const size = style.number('arcSize', 0.1);
  return Math.min(style.flag('absoluteArcSize') ? size : Math.min(w, h) * size, w / 2, (h - tabHeight) / 2);
}

function traceFolder(canvas: Canvas, w: number, h: number, style: Style): void {
  const tabHeight = clamp(style.number('tabHeight', 20), 0, h);
  const wanted = folderArc(style, w, h, tabHeight);
  const tabWidth = Math.min(w - wanted, Math.max(clamp(style.number('tabWidth', 60), 0, w), wanted));
  const rounded = isRounded(style);
  const arc = rounded ? wanted : 0;
  const inset = Math.max(arc, 0);
  const [tabLeft, tabRight] = style.get('tabPosition') === 'left' ? [inset, tabWidth] : [w - tabWidth, w - inset];
  tracePoints(canvas, [
    [tabLeft, tabHeight],
    [tabLeft, 0],
    [tabRight, 0],
    [tabRight, tabHeight],
  ]);
  if (!rounded) {
    tracePoints(canvas, [
      [0, tabHeight],
      [w, tabHeight],
      [w, h],
      [0, h],
    ]);
  } else {
    const turn = (x: number, y: number): void => canvas.arcTo(arc, arc, 0, false, true, x, y);
    canvas.moveTo(0, arc + tabHeight);
    turn(arc, tabHeight);
    canvas.lineTo(w - arc, tabHeight);
    turn(w, arc + tabHeight);
    canvas.lineTo(w, h - arc);
    turn(w - arc, h);
    canvas.lineTo(arc, h);
    turn(0, h - arc);
  }
  canvas.close();
}

const folderBody = filledPath(traceFolder);

const folder: Shape = {
  draw(canvas, box, style, cell) {
    folderBody.draw(canvas, box, style, cell);
    if (style.get('folderSymbol') !== 'triangle') return;
    drawInBox(canvas, box, (w, h) => {
      const top = clamp(style.number('tabHeight', 20), 0, h);
      canvas.begin();
      tracePoints(canvas, [
        [w - 30, top + 20],
        [w - 20, top + 10],
        [w - 10, top + 20],
      ]);
      canvas.close();
      canvas.stroke();
    });
  },
  labelBox: whenBounded(({ width, height }, style) => {
    const tabHeight = style.number('tabHeight', 15);
    if (!style.flag('labelInHeader')) return { top: Math.min(height, tabHeight) };
    const arc = isRounded(style) ? folderArc(style, width, height, tabHeight) : 0;
    const rest = Math.min(width, width - style.number('tabWidth', 15));
    const bottom = Math.min(height, height - tabHeight);
    return style.get('tabPosition') === 'left'
      ? { left: arc, right: rest, bottom }
      : { left: rest, right: arc, bottom };
  }),
};

export const SOLID_SHAPES: Readonly<Record<string, Shape>> = {
  cube,
  isoRectangle,
  isoCube,
  isoCube2,
  note,
  note2,
  datastore,
  message,
  folder,
};
