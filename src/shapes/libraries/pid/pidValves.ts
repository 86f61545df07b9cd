/** draw.io's valves of process diagrams, with their actuators ("mxgraph.pid2valves.*"). */

import { type Canvas, FONT_BOLD } from '../../../drawing/canvas.js';
import { lookupTable } from '../../../primitives/lookupTable.js';
import type { Style } from '../../../style/style.js';
import { type Frame, framed } from '../../general/frame.js';
import { ellipse, type Glyph, inkFill, layers, painted, rectangle, stroked } from '../../general/glyph.js';
import { paintPath, strokePath } from '../../general/widgets.js';
import type { Shape } from '../../shape.js';

/** Draws a glyph into a part of the box, given in fractions of it. */
function drawPart(
  canvas: Canvas,
  glyph: Glyph,
  [x, y, width, height]: readonly [number, number, number, number],
  style: Style,
): void {
  canvas.save();
  canvas.translate(x, y);
  glyph(canvas, width, height, style);
  canvas.restore();
}

/** A letter in Helvetica, as large as a share of the smaller side. */
const letter =
  (text: string, x: number, y: number, size = 0.4, fontStyle = FONT_BOLD): Glyph =>
  (canvas, w, h) => {
    canvas.setFontStyle(fontStyle);
    canvas.setFontFamily('Helvetica');
    canvas.setFontSize(Math.min(w, h) * size);
    canvas.text(w * x, h * y, text);
  };

const boxWith = (text: string): Glyph =>
  layers(rectangle(0, 0, 1, 0.5), stroked('M.5 .5L.5 1'), letter(text, 0.5, 0.25));
const discWith = (text: string): Glyph =>
  layers(ellipse(0, 0, 1, 0.5), stroked('M.5 .5L.5 1'), letter(text, 0.5, 0.25));

/** The cylinder of an actuator and what leads out of it to the right; its piston is drawn above the valve. */
const cylinder = (outlets: string, ...more: readonly Glyph[]): Glyph =>
  layers(rectangle(0, 0, 0.46, 0.46), stroked(`M.23 .46L.23 1${outlets}`), ...more);

const PISTON = stroked('M.23 .23L.23 .46M0 .23L.46 .23');

interface Actuator {
  /** The part of the actuator's room that it takes: x in the box's width, y in the room's height. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly glyph: Glyph;
  /** What is drawn above the valve. */
  readonly above?: Glyph;
}

const boxActuator = (text: string): Actuator => ({ x: 0.325, y: 0, width: 0.35, glyph: boxWith(text) });
const discActuator = (text: string): Actuator => ({ x: 0.325, y: 0, width: 0.35, glyph: discWith(text) });
const cylinderActuator = (glyph: Glyph): Actuator => ({ x: 0.35, y: 0, width: 0.65, glyph, above: PISTON });

/** The room of an actuator is the upper 70 % of a valve; y counts in the whole height. */
const ACTUATORS = lookupTable<Actuator>({
  man: { x: 0.25, y: 0.15, width: 0.5, glyph: stroked('M0 0L1 0M.5 0L.5 1') },
  diaph: {
    x: 0.25,
    y: 0.1,
    width: 0.5,
    glyph: layers(stroked('M.5 .2L.5 1'), painted('M0 .2A.6 .4 0 0 1 1 .2Z')),
  },
  balDiaph: {
    x: 0.25,
    y: 0.1,
    width: 0.5,
    glyph: layers(ellipse(0, 0, 1, 0.3), stroked('M.5 .3L.5 1')),
    above: stroked('M0 .15L1 .15'),
  },
  motor: discActuator('M'),
  elHyd: discActuator('E/H'),
  pilot: boxActuator('P'),
  powered: boxActuator(''),
  solenoid: boxActuator('S'),
  digital: boxActuator('D'),
  weight: boxActuator('W'),
  key: boxActuator('K'),
  spring: {
    x: 0.36,
    y: 0,
    width: 0.28,
    glyph: stroked('M.5 0L.5 1M.32 .16L.68 .08M.21 .32L.79 .2M.1 .52L.9 .36M0 .72L1 .5'),
  },
  solenoidManRes: {
    x: 0.325,
    y: 0,
    width: 0.575,
    glyph: layers(
      rectangle(0, 0, 0.61, 0.46),
      painted('M.56 .6L.78 .5L1 .6L.78 .7Z'),
      stroked('M.305 .46L.305 1M.305 .6L.56 .6'),
      letter('S', 0.305, 0.23),
      letter('R', 0.78, 0.6, 0.15, 0),
    ),
  },
  singActing: cylinderActuator(cylinder('M.46 .23L1 .23M.77 .15L.69 .31M.82 .15L.74 .31')),
  dblActing: cylinderActuator(
    cylinder(
      'M.46 .115L1 .115M.77 .035L.69 .195M.82 .035L.74 .195M.46 .345L1 .345M.77 .265L.69 .425M.82 .265L.74 .425',
    ),
  ),
  pilotCyl: cylinderActuator(
    cylinder('M.46 .23L.77 .23', rectangle(0.77, 0.115, 0.23, 0.23), letter('P', 0.885, 0.23, 0.15, 0)),
  ),
  angBlow: { x: 0.5, y: 0.2, width: 0.4, glyph: stroked('M.34 0L1 .405M0 1L.665 .205') },
});

/** Draws a part of a valve's actuator, `down` px lower; `height` is the valve's height as actuators count it. */
function drawActuator({ canvas, w, style }: Frame, part: 'glyph' | 'above', height: number, down = 0): void {
  const actuator = ACTUATORS[style.string('actuator', 'none')];
  const glyph = actuator?.[part];
  if (!actuator || !glyph) return;
  drawPart(
    canvas,
    glyph,
    [w * actuator.x, height * actuator.y + down, w * actuator.width, height * (0.7 - actuator.y)],
    style,
  );
}

const gate: Glyph = (canvas, w, h, style) => {
  const closed = style.string('defState', 'open') === 'closed';
  if (closed) canvas.setFillColor(style.color('strokeColor', '#000000'));
  paintPath(canvas, 'M0 0L.5 .5L0 1ZM1 0L.5 .5L1 1Z', w, h);
  if (closed) canvas.setFillColor(style.color('fillColor', '#ffffff'));
};

const inkPainted = (outline: string): Glyph => layers(inkFill, painted(outline));

const plug = painted('M.4 .5L.5 .25L.6 .5L.5 .75Z');
const needle = inkPainted('M.45 .1L.55 .1L.5 1Z');
const drain = layers(stroked('M.5 .5L.5 .9704'), inkPainted('M.48 .941L.52 .941L.5 .99Z'));
const ball = ellipse(0.3, 0.18, 0.4, 0.64);

/** What a straight valve shows in its middle, below the gate and above it. */
const MIDDLES = lookupTable<{ readonly below: Glyph; readonly above: Glyph }>({
  ball: { below: ball, above: ball },
  globe: { below: ball, above: layers(inkFill, ball) },
  plug: { below: plug, above: plug },
  needle: { below: needle, above: needle },
  selfDrain: { below: drain, above: drain },
});

const keepingFill =
  (glyph: Glyph): Glyph =>
  (canvas, w, h, style) => {
    canvas.save();
    glyph(canvas, w, h, style);
    canvas.restore();
  };

const angleBody = painted('M.375 .375L1 0L1 .75ZM.375 .375L.75 1L0 1Z');

/** The bodies of angle valves, in the part of the box right of `left`. */
const ANGLE_BODIES = lookupTable<{ readonly left: number; readonly glyph: Glyph }>({
  angle: { left: 0.2, glyph: angleBody },
  angleGlobe: { left: 0.2, glyph: layers(ellipse(0.175, 0.175, 0.4, 0.4), angleBody) },
  threeWay: { left: 0, glyph: painted('M0 0L.5 .375L0 .75ZM1 0L.5 .375L1 .75ZM.5 .375L.8 1L.2 1Z') },
  angBlow: { left: 0, glyph: () => {} },
});

/** Two posts and a bar across, with what marks a butterfly or a check valve. */
const posts = painted('M0 0L0 1M1 0L1 1M.05 .05L.95 .95');

const POST_VALVES = lookupTable<Glyph>({
  butterfly: layers(posts, ellipse(0.4, 0.33, 0.2, 0.33)),
  check: layers(posts, inkPainted('M.8925 .815L.957 .955L.85 .928Z')),
});

const valve = framed((frame) => {
  const { canvas, w, h, style } = frame;
  const type = style.string('valveType', 'gate');
  const angle = ANGLE_BODIES[type];
  const actuated = style.string('actuator', 'none') !== 'none';
  const top = actuated ? h * (angle ? 0.3333 : 0.4) : 0;
  const actuatorHeight = angle ? h / 1.2 : h;
  const body = [0, top, w, h - top] as const;
  const middle = MIDDLES[type];
  canvas.setLineJoin('round');
  drawActuator(frame, 'glyph', actuatorHeight);
  if (middle || type === 'gate') {
    if (middle) drawPart(canvas, keepingFill(middle.below), body, style);
    drawPart(canvas, gate, body, style);
  } else if (angle) {
    drawPart(canvas, angle.glyph, [w * angle.left, top, w * (1 - angle.left), h - top], style);
  } else {
    const posted = POST_VALVES[type];
    if (posted) drawPart(canvas, keepingFill(posted), body, style);
  }
  // draw.io moves down to the body of a butterfly or check valve and stays there.
  drawActuator(frame, 'above', actuatorHeight, POST_VALVES[type] ? top : 0);
  if (middle) drawPart(canvas, middle.above, body, style);
  if (type === 'angleGlobe') {
    canvas.setFillColor(style.color('strokeColor', '#000000'));
    if (actuated) canvas.ellipse(w * 0.34, h * 0.45, w * 0.32, h * 0.2667);
    else canvas.ellipse(w * 0.34, h * 0.175, w * 0.32, h * 0.4);
    canvas.fillAndStroke();
  }
});

/** The actuators of a block and bleed valve stand in its upper 41 %. */
const blockAndBleed = framed((frame) => {
  const { canvas, w, h, style } = frame;
  const top = style.string('actuator', 'none') === 'none' ? 0 : h * 0.2353;
  canvas.setLineJoin('round');
  drawActuator(frame, 'glyph', h * BLEED_ACTUATOR_SHARE);
  canvas.save();
  canvas.translate(0, top);
  const height = h - top;
  paintPath(canvas, 'M0 0L.5 .23L0 .46ZM.5 .23L1 0L1 .46Z', w, height);
  strokePath(canvas, 'M.5 .23L.5 .5', w, height);
  canvas.setFillColor(style.color('strokeColor', '#000000'));
  paintPath(canvas, 'M.3 .5L.7 .5L.5 .75Z', w, height);
  paintPath(canvas, 'M.3 1L.5 .75L.7 1', w, height);
  canvas.restore();
  drawActuator(frame, 'above', h * BLEED_ACTUATOR_SHARE);
});

/** 70 % of this share of the height make the room of its actuator. */
const BLEED_ACTUATOR_SHARE = 0.4112 / 0.7;

const automaticRecirculation = framed(({ canvas, w, h, style }) => {
  canvas.setLineJoin('round');
  canvas.rect(0, 0, w, h);
  canvas.fillAndStroke();
  strokePath(
    canvas,
    'M.08 .08L.08 .92M.92 .08L.92 .92M.12 .122L.8738 .8837' + 'M.5 0L.55 .05L.45 .15L.55 .25L.45 .35L.55 .45L.49 .5',
    w,
    h,
  );
  canvas.setFillColor(style.color('strokeColor', '#000000'));
  paintPath(canvas, 'M.8257 .7695L.8797 .888L.79 .8651Z', w, h);
});

export const PID_VALVES: Readonly<Record<string, Shape>> = {
  'mxgraph.pid2valves.valve': valve,
  'mxgraph.pid2valves.blockBleedValve': blockAndBleed,
  'mxgraph.pid2valves.autoRecircValve': automaticRecirculation,
};
