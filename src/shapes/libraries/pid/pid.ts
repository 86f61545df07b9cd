/** draw.io's process diagrams: instruments, columns, fans and conveyors ("mxgraph.pid2inst.*", "mxgraph.pid2misc.*"). */

import type { Canvas } from '../../../drawing/canvas.js';
import { lookupTable } from '../../../primitives/lookupTable.js';
import type { Style } from '../../../style/style.js';
import { framed } from '../../general/frame.js';
import { ellipse, type Glyph, layers, painted, rectangle, stroked } from '../../general/glyph.js';
import { places } from '../../general/repetition.js';
import { paintPath, strokePath } from '../../general/widgets.js';
import type { Shape } from '../../shape.js';
import { PID_VALVES } from './pidValves.js';

/** The line across an instrument that tells where it is mounted; `inset` is where a double line starts. */
const mounting =
  (inset: number): Glyph =>
  (canvas, w, h, style) => {
    const where = style.string('mounting', 'field');
    if (where === 'inaccessible') canvas.setDashed(true);
    if (where === 'room' || where === 'inaccessible') strokePath(canvas, 'M0 .5L1 .5', w, h);
    else if (where === 'local') {
      strokePath(canvas, `M${inset} .48L${1 - inset} .48M${inset} .52L${1 - inset} .52`, w, h);
    }
  };

const instrument = (...glyphs: readonly Glyph[]): Shape =>
  framed(({ canvas, w, h, style }) => layers(...glyphs)(canvas, w, h, style));

const square = rectangle(0, 0, 1, 1);
const circle = ellipse(0, 0, 1, 1);
const hexagon = painted('M0 .5L.25 0L.75 0L1 .5L.75 1L.25 1Z');
const diamond = 'M0 .5L.5 0L1 .5L.5 1Z';

/** The head of an indicator, by indType. */
const INDICATORS = lookupTable<Glyph>({
  inst: circle,
  ctrl: layers(square, ellipse(0, 0, 1, 1, 'stroke')),
  func: hexagon,
  plc: layers(square, stroked(diamond)),
});

/** A head as high as it is wide, whose label stands below it. */
const indicator = framed(({ canvas, w, h, style }) => {
  strokePath(canvas, `M${w / 2} ${w}L${w / 2} ${h}`);
  INDICATORS[style.string('indType', 'inst')]?.(canvas, w, w, style);
  mounting(0.005)(canvas, w, w, style);
});

const fan = framed(({ canvas, w, h, style }) => {
  canvas.ellipse(0, 0, w, h);
  canvas.fillAndStroke();
  strokePath(
    canvas,
    'M.3 .045L.97 .33M.3 .955L.97 .67M.4228 .3655A.15 .03 50 0 1 .5 .5A.15 .03 50 0 1 .3772 .4045' +
      'A.15 .03 50 0 1 .3025 .271A.15 .03 50 0 1 .4228 .3655ZM.377 .5973A.15 .03 -50 0 1 .4966 .5019' +
      'A.15 .03 -50 0 1 .423 .636A.15 .03 -50 0 1 .3034 .7314A.15 .03 -50 0 1 .377 .5973Z',
    w,
    h,
  );
  canvas.ellipse(w * 0.5, h * 0.47, w * 0.3, h * 0.06);
  canvas.stroke();
  const type = style.string('fanType', 'common');
  if (type === 'axial') strokePath(canvas, 'M.1 .5L.3 .5', w, h);
  else if (type === 'radial') strokePath(canvas, 'M.2 .4L.2 .6', w, h);
});

/** What stands in a column between 25 px below its top and 25 px above its bottom. */
type ColumnFilling = (canvas: Canvas, w: number, h: number, style: Style) => void;

/** Where packings of the given height start when as many as fit are centred. */
function packings(range: number, step: number): readonly number[] {
  const first = (range % step) / 2 + 25;
  return places(0, step, (offset) => offset <= range - step).map((offset) => first + offset);
}

const fixedBeds: ColumnFilling = (canvas, w, h) => {
  const step = w * 1.2;
  const beds = packings(h - 50, step).map((y) => {
    const top = y + step * 0.1;
    const low = y + step * 0.9;
    return `M0 ${top}L${w} ${top}M0 ${low}L${w} ${low}M0 ${top}L${w} ${low}M0 ${low}L${w} ${top}`;
  });
  strokePath(canvas, beds.join(''));
};

const trays: ColumnFilling = (canvas, w, h) => {
  const step = w * 0.2;
  const range = h - 50;
  const first = (range % step) / 2 + 25;
  const levels = places(0, step, (offset) => offset <= range).map((offset) => offset + first);
  canvas.setDashed(true);
  strokePath(canvas, levels.map((y) => `M0 ${y}L${w} ${y}`).join(''));
};

/** Dashed lines at both ends of a filling. */
function strokeLimits(canvas: Canvas, w: number, h: number): void {
  canvas.setDashed(true);
  strokePath(canvas, `M0 25L${w} 25M0 ${h - 25}L${w} ${h - 25}`);
}

/** draw.io stays with dashes here whenever the style says something about them, even that there are none. */
const leaveLimits = (canvas: Canvas, style: Style): void => canvas.setDashed(style.has('dashed'));

const fluidizedBed: ColumnFilling = (canvas, w, h, style) => {
  const step = w * 0.1;
  const dot = Math.min(w, h) * 0.02;
  canvas.setFillColor(style.color('strokeColor', '#000000'));
  strokeLimits(canvas, w, h);
  leaveLimits(canvas, style);
  const rows = places(25 + step / 2, step, (y) => y < h - 25 - dot);
  for (const [row, y] of rows.entries()) {
    for (const x of places(row % 2 === 0 ? step / 2 : step, step, (place) => place < w)) {
      canvas.ellipse(x, y, dot, dot);
      canvas.fillAndStroke();
    }
  }
};

/** The heights of the floors of a column with floors at every fifth of its width. */
function floors(w: number, h: number): readonly number[] {
  const step = w * 0.2;
  return places(25 + step, step, (y) => y < h - 25 - step / 2);
}

const baffles: ColumnFilling = (canvas, w, h) => {
  const step = w * 0.2;
  strokeLimits(canvas, w, h);
  const data = floors(w, h).map((y, index) =>
    index % 2 === 0
      ? `M0 ${y}L${w * 0.9} ${y}L${w * 0.9} ${y - step * 0.3}`
      : `M${w * 0.1} ${y - step * 0.5}L${w * 0.1} ${y}L${w} ${y}`,
  );
  strokePath(canvas, data.join(''));
};

/** Floors with an opening in the middle and something that covers it. */
const coveredFloors =
  (cover: (w: number, y: number, step: number) => string): ColumnFilling =>
  (canvas, w, h, style) => {
    strokeLimits(canvas, w, h);
    leaveLimits(canvas, style);
    const step = w * 0.2;
    const data = floors(w, h).map(
      (y) => `M0 ${y}L${w * 0.4} ${y}${cover(w, y - step * 0.2, step)}M${w * 0.6} ${y}L${w} ${y}`,
    );
    strokePath(canvas, data.join(''));
  };

const valveFloors = coveredFloors((w, y) => `M${w * 0.4} ${y}L${w * 0.6} ${y}`);
const bubbleFloors = coveredFloors((w, y, step) => `M${w * 0.25} ${y}A${step * 3} ${step * 3} 0 0 1 ${w * 0.75} ${y}`);

const nozzles: ColumnFilling = (canvas, w, h, style) => {
  const step = w * 1.2;
  const dashed = style.flag('dashed');
  packings(h - 50, step).forEach((y, index) => {
    const top = y + step * 0.2;
    const low = y + step * 0.8;
    canvas.setDashed(true);
    strokePath(canvas, `M0 ${top}L${w} ${top}M0 ${low}L${w} ${low}`);
    canvas.setDashed(dashed);
    const spread = step * 0.08;
    const nozzle =
      `M0 ${y}L${w / 2} ${y}M${w / 2 - spread} ${y + spread}L${w / 2} ${y}L${w / 2 + spread} ${y + spread}` +
      `M${w / 2} ${y}L${w / 2} ${y + spread}`;
    strokePath(canvas, `M0 ${top}L${w} ${low}M0 ${low}L${w} ${top}${index === 0 ? '' : nozzle}`);
  });
};

const COLUMN_FILLINGS = lookupTable<ColumnFilling>({
  fixed: fixedBeds,
  tray: trays,
  fluid: fluidizedBed,
  baffle: baffles,
  valve: valveFloors,
  bubble: bubbleFloors,
  nozzle: nozzles,
});

const column = framed(({ canvas, w, h, style }) => {
  const height = Math.max(h, 30);
  paintPath(canvas, `M0 15A${w / 2} 15 0 0 1 ${w} 15L${w} ${height - 15}A${w / 2} 15 0 0 1 0 ${height - 15}Z`);
  COLUMN_FILLINGS[style.string('columnType', 'common')]?.(canvas, w, h, style);
});

const conveyor = framed(({ canvas, w, h }) => {
  const wheel = Math.min(h, w / 2);
  strokePath(canvas, `M${wheel / 2} 0L${w - wheel / 2} 0`);
  for (const left of [0, w - wheel]) {
    canvas.ellipse(left, 0, wheel, wheel);
    canvas.fillAndStroke();
  }
  strokePath(canvas, `M${wheel / 2} ${wheel}L${w - wheel / 2} ${wheel}`);
  const step = wheel * 0.7;
  for (const offset of places(0, step, (place) => place < w - wheel * 1.8)) {
    for (const top of [0, wheel * 0.9]) {
      canvas.rect(wheel * 0.9 + offset, top, wheel * 0.2, wheel * 0.1);
      canvas.fillAndStroke();
    }
  }
});

const PID_SHAPES: Readonly<Record<string, Shape>> = {
  ...PID_VALVES,
  'mxgraph.pid2inst.discInst': instrument(circle, mounting(0.005)),
  'mxgraph.pid2inst.sharedCont': instrument(square, circle, mounting(0.005)),
  'mxgraph.pid2inst.compFunc': instrument(hexagon, mounting(0.01)),
  'mxgraph.pid2inst.progLogCont': instrument(square, stroked(diamond), mounting(0.02)),
  'mxgraph.pid2inst.logic': instrument(painted(diamond), mounting(0.02)),
  'mxgraph.pid2inst.indicator': indicator,
  'mxgraph.pid2misc.fan': fan,
  'mxgraph.pid2misc.column': column,
  'mxgraph.pid2misc.conveyor': conveyor,
};

export const pidShapes = (): Readonly<Record<string, Shape>> => PID_SHAPES;
