/** UML shapes that draw.io draws by code: the actor and its kin, states, lifelines and frames. */

import type { Canvas } from '../../drawing/canvas.js';
import { rect } from '../../geometry/plane.js';
import type { Style } from '../../style/style.js';
import { drawEllipseForeground, drawRectangleForeground } from '../general/foreground.js';
import { drawEllipse, drawPath, drawRoundRect, framed } from '../general/frame.js';
import { always, whenBounded } from '../general/labelMargins.js';
import { doubleEllipseLabelBox } from '../general/mxGraphShapes.js';
import { clamp, drawRectangle, isRounded } from '../general/outline.js';
import type { Shape } from '../shape.js';
import { drawFootLabel } from './lifelineFoot.js';

const umlActor = framed(({ canvas, w, h }) => {
  const shoulders = h / 3;
  const hips = (2 * h) / 3;
  drawEllipse(canvas, w / 4, 0, w / 2, h / 4);
  drawPath(
    canvas,
    `M${w / 2} ${h / 4}V${hips} M${w / 2} ${shoulders}H0 M${w / 2} ${shoulders}H${w}
     M${w / 2} ${hips}L0 ${h} M${w / 2} ${hips}L${w} ${h}`,
    'stroke',
  );
});

const umlBoundary = framed(
  ({ canvas, w, h }) => {
    drawPath(canvas, `M0 ${h / 4}V${(h * 3) / 4}`, 'stroke');
    drawPath(canvas, `M0 ${h / 2}H${w / 6}`, 'stroke');
    drawEllipse(canvas, w / 6, 0, (w * 5) / 6, h);
  },
  { labelBox: always(({ width }) => ({ left: width / 6 })) },
);

/** An entity of robustness diagrams: a circle that stands on a line. */
export function drawEntity(canvas: Canvas, w: number, h: number, style: Style): void {
  drawEllipse(canvas, 0, 0, w, h);
  drawEllipseForeground(canvas, rect(0, 0, w, h), style);
  drawPath(canvas, `M${w / 8} ${h}H${(w * 7) / 8}`, 'stroke');
}

const umlEntity = framed(({ canvas, w, h, style }) => drawEntity(canvas, w, h, style));

/** A control of robustness diagrams: a circle with an arrow's head on it. */
export function drawControl(canvas: Canvas, w: number, h: number): void {
  const tip = `M${(w * 3) / 8} ${(h / 8) * 1.1}`;
  drawPath(canvas, `${tip}L${(w * 5) / 8} 0`, 'stroke');
  drawEllipse(canvas, 0, h / 8, w, (h * 7) / 8);
  drawPath(canvas, `${tip}L${(w * 5) / 8} ${h / 4}`, 'stroke');
}

const umlControl = framed(({ canvas, w, h }) => drawControl(canvas, w, h), {
  labelBox: (box) => rect(box.x, box.y + box.height / 8, box.width, (box.height * 7) / 8),
});

const umlDestroy = framed(({ canvas, w, h }) => drawPath(canvas, `M${w} 0L0 ${h} M0 0L${w} ${h}`, 'stroke'));

/** Half of it stands out to the left of a state that has one. */
const CONNECTION_CIRCLE = 20;

const umlState = framed(
  ({ canvas, w, h, style }) => {
    const connection = style.get('umlStateConnection');
    const left = connection === undefined ? 0 : CONNECTION_CIRCLE / 2;
    const size = style.number('arcSize', 0.1);
    const wanted = style.flag('absoluteArcSize') ? size : Math.min(w, h) * size;
    const r = isRounded(style) ? Math.min(wanted, w / 2, h / 2) : 0;
    drawPath(
      canvas,
      `M${left} ${r}A${r} ${r} 0 0 1 ${left + r} 0H${w - r}A${r} ${r} 0 0 1 ${w} ${r}
       V${h - r}A${r} ${r} 0 0 1 ${w - r} ${h}H${left + r}A${r} ${r} 0 0 1 ${left} ${h - r}Z`,
    );
    if (style.get('umlStateSymbol') === 'collapseState') {
      drawRoundRect(canvas, rect(w - 40, h - 20, 10, 10), 3, 'stroke');
      drawRoundRect(canvas, rect(w - 20, h - 20, 10, 10), 3, 'stroke');
      drawPath(canvas, `M${w - 30} ${h - 15}H${w - 20}`, 'stroke');
    }
    if (connection !== 'connPointRefEntry' && connection !== 'connPointRefExit') return;
    const middle = h / 2;
    drawEllipse(canvas, 0, middle - CONNECTION_CIRCLE / 2, CONNECTION_CIRCLE, CONNECTION_CIRCLE);
    if (connection === 'connPointRefExit') {
      drawPath(canvas, `M5 ${middle - 5}L15 ${middle + 5} M15 ${middle - 5}L5 ${middle + 5}`, 'stroke');
    }
  },
  {
    labelBox: whenBounded((_, style) => (style.has('umlStateConnection') ? { left: CONNECTION_CIRCLE / 2 } : {})),
  },
);

/** draw.io derives these from its double ellipse, whose label box they keep. */
const stateCircle = (ring: boolean): Shape =>
  framed(
    ({ canvas, w, h }) => {
      const inset = Math.min(4, w / 5, h / 5);
      if (w > 0 && h > 0) drawEllipse(canvas, inset, inset, w - 2 * inset, h - 2 * inset);
      if (ring) drawEllipse(canvas, 0, 0, w, h, 'stroke');
    },
    { labelBox: doubleEllipseLabelBox },
  );

const isMirrored = (style: Style): boolean => style.get('lifelineMirror') === '1';

/** A head with a foot like it takes half of the height at most. */
const headHeight = (height: number, style: Style): number =>
  clamp(style.number('size', 40), 0, isMirrored(style) ? height / 2 : height);

/**
 * A lifeline: a head (a rectangle, or the shape that `participant` names) and a dashed line down from it, with
 * lifelineMirror=1 to a foot that repeats head and label.
 */
export const umlLifeline = (findShape: (name: string) => Shape | undefined): Shape => ({
  draw(canvas, box, style, cell) {
    const height = headHeight(box.height, style);
    const head = rect(box.x, box.y, box.width, height);
    const foot = isMirrored(style) ? rect(box.x, box.y + box.height - height, box.width, height) : undefined;
    const ends = foot ? [head, foot] : [head];
    const participant = style.get('participant');
    for (const end of ends) {
      if (participant === undefined) drawRectangle(canvas, end, style);
      else {
        canvas.save();
        if (participant !== 'umlLifeline') findShape(participant)?.draw(canvas, end, style, cell);
        canvas.restore();
      }
    }
    const lineEnd = box.height - (foot?.height ?? 0);
    if (height < lineEnd) {
      const x = box.x + box.width / 2;
      canvas.save();
      canvas.setDashed(style.string('lifelineDashed', '1') === '1', false);
      drawPath(canvas, `M${x} ${box.y + height}V${box.y + lineEnd}`, 'stroke');
      canvas.restore();
    }
    // A participant's own shape has the head to itself.
    if (participant === undefined) for (const end of ends) drawRectangleForeground(canvas, end, style);
    if (foot) drawFootLabel(canvas, foot, style, cell.shownLabel?.() ?? '');
  },
  labelBox: (box, style) => rect(box.x, box.y, box.width, headHeight(box.height, style)),
});

/** The cut of a frame's name tag at its lower right corner, px. */
const TAG_CUT = 10;

const umlFrame = framed(
  ({ canvas, w, h, style }) => {
    const tagWidth = Math.min(w, Math.max(TAG_CUT, style.number('width', 60)));
    const tagHeight = Math.min(h, Math.max(TAG_CUT * 1.5, style.number('height', 30)));
    const background = style.color('swimlaneFillColor');
    if (background !== undefined) {
      canvas.save();
      canvas.setFillColor(background);
      drawPath(canvas, `M0 0H${w}V${h}H0Z`, 'fill');
      canvas.restore();
    }
    drawPath(
      canvas,
      `M0 0H${tagWidth}V${Math.max(0, tagHeight - TAG_CUT * 1.5)}L${Math.max(0, tagWidth - TAG_CUT)} ${tagHeight}H0Z`,
    );
    drawPath(canvas, `M${tagWidth} 0H${w}V${h}H0V${tagHeight}`, 'stroke');
  },
  {
    labelBox: always(({ width, height }, style) => ({
      right: width - style.number('width', 60),
      bottom: height - style.number('height', 30),
    })),
  },
);

export const UML_SHAPES: Readonly<Record<string, Shape>> = {
  umlActor,
  umlBoundary,
  umlEntity,
  umlControl,
  umlDestroy,
  umlState,
  umlFrame,
  startState: stateCircle(false),
  endState: stateCircle(true),
};
