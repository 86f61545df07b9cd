/** Walls, doors, windows and stairs of the floor plan library. */
import type { Style } from '../../style/style.js';
import { drawEllipse, drawPath, drawRect, type Frame, framed, pathShape } from '../general/frame.js';
import { clamp } from '../general/outline.js';
import type { Shape } from '../shape.js';

/** The thickness of door leaves and jambs, px. */
const LEAF = 5;
const TREAD = 25;
/** Keeps absurdly long stairs from being drawn for ever. */
const MOST_TREADS = 10_000;

const wallThickness = (style: Style): number => style.number('wallThickness', 10);

/** How far a door is open, from the style's fraction of the width. */
const openingOf = ({ w, style }: Frame, fallback = 0.5): number => w * clamp(style.number('dx', fallback), 0, w);

const wall = framed(({ canvas, w, h, style }) => {
  const t = wallThickness(style);
  drawRect(canvas, 0, (h - t) / 2, w, t);
});

const wallCorner = pathShape((w, h, style) => {
  const t = wallThickness(style);
  return `M 0 ${h} V 0 H ${w} V ${t} H ${t} V ${h} Z`;
});

const wallU = pathShape((w, h, style) => {
  const t = wallThickness(style);
  return `M 0 ${h} V 0 H ${w} V ${h} H ${w - t} V ${t} H ${t} V ${h} Z`;
});

const room = pathShape((w, h, style) => {
  const t = wallThickness(style);
  return `M 0 ${h} V 0 H ${w} V ${h} Z M ${t} ${t} V ${h - t} H ${w - t} V ${t} Z`;
});

const window = framed(({ canvas, w, h, style }) => {
  const t = wallThickness(style);
  drawRect(canvas, 0, (h - t) / 2, w, t);
  drawPath(canvas, `M 0 ${h / 2} H ${w}`, 'stroke');
});

/** A dimension line `y` px from the top, with extension lines to `end`; `out` is the side that they start on. */
function dimensionLine(w: number, y: number, end: number, out: number): string {
  return (
    `M 0 ${y} H ${w} M 10 ${y - 5} L 0 ${y} 10 ${y + 5} M ${w - 10} ${y - 5} L ${w} ${y} ${w - 10} ${y + 5} ` +
    `M 0 ${y + out} V ${end} M ${w} ${y + out} V ${end}`
  );
}

const dimension = framed(({ canvas, w, h }) => drawPath(canvas, dimensionLine(w, 20, h, -5), 'stroke'));

const dimensionBottom = framed(({ canvas, w, h }) => drawPath(canvas, dimensionLine(w, h - 20, 0, 5), 'stroke'));

function treads(limit: number, h: number): string {
  const lines: string[] = [];
  for (let x = TREAD; x < Math.min(limit, MOST_TREADS * TREAD); x += TREAD) lines.push(`M ${x} 0 V ${h}`);
  return lines.join(' ');
}

const stairs = framed(({ canvas, w, h }) => {
  const length = Math.max(w, 50);
  drawRect(canvas, 0, 0, length, h);
  drawPath(canvas, treads(length, h), 'stroke');
  drawPath(
    canvas,
    `M 0 ${h / 2} H ${length} M ${length - TREAD} 0 L ${length} ${h / 2} ${length - TREAD} ${h}`,
    'stroke',
  );
});

const stairsRest = framed(({ canvas, w, h }) => {
  const length = Math.max(w, 50, h);
  const rest = length - h / 2;
  drawRect(canvas, 0, 0, length, h);
  drawPath(canvas, treads(rest, h), 'stroke');
  drawPath(
    canvas,
    `M 0 ${h / 2} H ${length} M ${length} 0 L ${rest} ${h / 2} ${length} ${h} M ${rest} 0 V ${h} M 0 ${h / 2} H ${length}`,
    'stroke',
  );
});

const doorLeft = framed(({ canvas, w }) => {
  drawRect(canvas, 0, 0, w, LEAF);
  drawPath(canvas, `M ${w} ${LEAF} A ${w} ${w} 0 0 1 0 ${LEAF + w} V ${LEAF}`, 'stroke');
});

const doorRight = framed(({ canvas, w }) => {
  drawRect(canvas, 0, 0, w, LEAF);
  drawPath(canvas, `M 0 ${LEAF} A ${w} ${w} 0 0 0 ${w} ${LEAF + w} V ${LEAF}`, 'stroke');
});

const doorDouble = framed(({ canvas, w }) => {
  const r = w / 2;
  drawRect(canvas, 0, 0, w, LEAF);
  drawPath(
    canvas,
    `M ${r} 0 V ${LEAF} M ${r} ${LEAF} A ${r} ${r} 0 0 1 0 ${LEAF + r} V ${LEAF} ` +
      `M ${r} ${LEAF} A ${r} ${r} 0 0 0 ${w} ${LEAF + r} V ${LEAF}`,
    'stroke',
  );
});

const doorUneven = framed((frame) => {
  const { canvas, w } = frame;
  const left = openingOf(frame, 0.3);
  const right = w - left;
  drawRect(canvas, 0, 0, w, LEAF);
  drawPath(
    canvas,
    `M ${left} 0 V ${LEAF} A ${left} ${left} 0 0 1 0 ${LEAF + left} V ${LEAF} ` +
      `M ${left} ${LEAF} A ${right} ${right} 0 0 0 ${w} ${LEAF + right} V ${LEAF}`,
    'stroke',
  );
});

const doorOpposing = framed((frame) => {
  const { canvas, w } = frame;
  const left = openingOf(frame, 0.3);
  const right = w - left;
  drawRect(canvas, 0, left, w, LEAF);
  drawPath(
    canvas,
    `M ${left} ${left} V ${left + LEAF} A ${left} ${left} 0 0 0 0 0 V ${left} ` +
      `M ${left} ${left + LEAF} A ${right} ${right} 0 0 0 ${w} ${LEAF + w} V ${left + LEAF}`,
    'stroke',
  );
});

const doorRevolving = framed(({ canvas, w, h }) => {
  const d = Math.min(w, h);
  drawRect(canvas, (w - d) / 2, h / 2 - 2.5, d, LEAF);
  drawRect(canvas, w / 2 - 2.5, (h - d) / 2, LEAF, d);
  drawEllipse(canvas, (w - d) / 2, (h - d) / 2, d, d, 'stroke');
});

/** A jamb about the middle of the wall. */
const jamb = ({ canvas, h }: Frame, x: number): void => drawRect(canvas, x, h / 2 - 5, LEAF, 10);

const doorPocket = framed((frame) => {
  const { canvas, w, h } = frame;
  const dx = openingOf(frame);
  jamb(frame, dx);
  jamb(frame, w - LEAF);
  drawRect(canvas, 0, h / 2 - 2.5, w - dx, LEAF);
});

const doorDoublePocket = framed((frame) => {
  const { canvas, w, h } = frame;
  const dx = openingOf(frame);
  jamb(frame, dx);
  jamb(frame, w - dx - LEAF);
  drawRect(canvas, 0, h / 2 - 2.5, w / 2 - dx, LEAF);
  drawRect(canvas, w / 2 + dx, h / 2 - 2.5, w / 2 - dx, LEAF);
});

/** Two leaves of half the width between jambs, one before the other. */
const sliding = (thickness: number): Shape =>
  framed((frame) => {
    const { canvas, w, h } = frame;
    jamb(frame, 0);
    jamb(frame, w - LEAF);
    drawRect(canvas, 0, h / 2, w / 2, thickness);
    drawRect(canvas, openingOf(frame), h / 2 - thickness, w / 2, thickness);
  });

const doorBifold = framed((frame) => {
  const { canvas, w, h, style } = frame;
  const dx = openingOf(frame);
  const foot = h - 10;
  const knee = Math.max((dx - 10) / 2 + LEAF, LEAF);
  const end = Math.max(dx, LEAF);
  drawRect(canvas, 0, foot, LEAF, 10);
  drawRect(canvas, w - LEAF, foot, LEAF, 10);
  // Without a stroke width in the style draw.io takes the opening's default, a half.
  canvas.setStrokeWidth(style.number('strokeWidth', 0.5) * 3);
  drawPath(
    canvas,
    `M ${LEAF} ${foot} L ${knee} 0 ${end} ${foot} M ${w - LEAF} ${foot} L ${w - knee} 0 ${w - end} ${foot}`,
    'stroke',
  );
});

const doorAccordion = framed((frame) => {
  const { canvas, w, h, style } = frame;
  const l = Math.min(w - LEAF, Math.max(LEAF, openingOf(frame))) - LEAF;
  jamb(frame, 0);
  jamb(frame, w - LEAF);
  canvas.setStrokeWidth(style.number('strokeWidth', 0.5) * 3);
  const fold = (fraction: number): number => LEAF + l * fraction;
  drawPath(
    canvas,
    `M ${LEAF} ${h / 2} L ${fold(0.1)} 0 ${fold(0.3)} ${h} ${fold(0.5)} 0 ${fold(0.7)} ${h} ${fold(0.9)} 0 ` +
      `${fold(1)} ${h / 2}`,
    'stroke',
  );
});

const doorOverhead = framed(({ canvas, w, h }) => {
  drawRect(canvas, 0, h - 10, LEAF, 10);
  drawRect(canvas, w - LEAF, h - 10, LEAF, 10);
  drawRect(canvas, LEAF, 0, w - 10, h - LEAF);
});

const doorDoubleAction = framed(({ canvas, w, h }) => {
  const [upper, lower] = [h / 2 - 2.5, h / 2 + 2.5];
  drawRect(canvas, 0, upper, w, LEAF);
  drawPath(canvas, `M ${w} ${lower} A ${w} ${w} 0 0 1 0 ${lower + w} V ${lower}`, 'stroke');
  canvas.setDashed(true);
  drawPath(canvas, `M ${w} ${upper} A ${w} ${w} 0 0 0 0 ${upper - w} V ${upper}`, 'stroke');
});

const opening = framed(({ canvas, w, h }) => {
  drawRect(canvas, 0, 0, LEAF, h);
  drawRect(canvas, w - LEAF, 0, LEAF, h);
});

const windowGlider = framed((frame) => {
  const { canvas, w, h } = frame;
  drawRect(canvas, 0, h / 2 - 5, w, 10);
  drawRect(canvas, 0, h / 2, w / 2, 1);
  drawRect(canvas, openingOf(frame), h / 2 - 1, w / 2, 1);
});

/** A box of panes, whose frame is 2 px thick. */
const windowGarden = framed(({ canvas, w, h, style }) => {
  const d = 2;
  const panes = Math.min(style.number('windowPanes', 3), 20);
  const pane = (w - 14 - (panes - 1) * d) / panes;
  drawRect(canvas, 0, h - 10, LEAF, 10);
  drawRect(canvas, w - LEAF, h - 10, LEAF, 10);
  const bars: string[] = [];
  for (let i = 1; i < panes; i++) {
    const right = w - LEAF - d - i * pane - (i - 1) * d;
    bars.push(`H ${right} V ${h} H ${right - d} V ${d}`);
  }
  drawPath(
    canvas,
    `M ${LEAF} ${h} V 0 H ${w - LEAF} V ${h} H ${w - LEAF - d} V ${d} ${bars.join(' ')} H ${LEAF + d} V ${h} Z`,
  );
});

const windowBow = framed(({ canvas, w, h }) => {
  const d = Math.min(w / 2, h);
  drawPath(canvas, `M 0 ${(h - d) / 2} L ${d} ${(h + d) / 2} H ${w - d} L ${w} ${(h - d) / 2}`, 'stroke');
});

const windowBay = framed(({ canvas, w, h }) =>
  drawPath(canvas, 'M 0 0 L .15 .6 .35 1 .65 1 .85 .6 1 0', 'stroke', w, h),
);

const FLOORPLAN_SHAPES: Readonly<Record<string, Shape>> = {
  'mxgraph.floorplan.wall': wall,
  'mxgraph.floorplan.wallCorner': wallCorner,
  'mxgraph.floorplan.wallU': wallU,
  'mxgraph.floorplan.room': room,
  'mxgraph.floorplan.window': window,
  'mxgraph.floorplan.dimension': dimension,
  'mxgraph.floorplan.dimensionBottom': dimensionBottom,
  'mxgraph.floorplan.stairs': stairs,
  'mxgraph.floorplan.stairsRest': stairsRest,
  'mxgraph.floorplan.doorLeft': doorLeft,
  'mxgraph.floorplan.doorRight': doorRight,
  'mxgraph.floorplan.doorDouble': doorDouble,
  'mxgraph.floorplan.doorUneven': doorUneven,
  'mxgraph.floorplan.doorOpposing': doorOpposing,
  'mxgraph.floorplan.doorRevolving': doorRevolving,
  'mxgraph.floorplan.doorPocket': doorPocket,
  'mxgraph.floorplan.doorDoublePocket': doorDoublePocket,
  'mxgraph.floorplan.doorBypass': sliding(LEAF),
  'mxgraph.floorplan.doorBifold': doorBifold,
  'mxgraph.floorplan.doorSlidingGlass': sliding(2),
  'mxgraph.floorplan.doorOverhead': doorOverhead,
  'mxgraph.floorplan.opening': opening,
  'mxgraph.floorplan.windowGlider': windowGlider,
  'mxgraph.floorplan.windowGarden': windowGarden,
  'mxgraph.floorplan.windowBow': windowBow,
  'mxgraph.floorplan.windowBay': windowBay,
  'mxgraph.floorplan.doorAccordion': doorAccordion,
  'mxgraph.floorplan.doorDoubleAction': doorDoubleAction,
};

export const floorplanShapes = (): Readonly<Record<string, Shape>> => FLOORPLAN_SHAPES;
