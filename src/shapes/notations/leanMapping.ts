/** Lean mapping, value streams (mxgraph.lean_mapping.…): processes, stocks, transport and kanbans. */
import type { Canvas } from '../../drawing/canvas.js';
import { drawEllipse, drawPath, drawRect, type Frame, framed } from '../general/frame.js';
import { paintedOutline } from '../general/widgets.js';
import type { Shape } from '../shape.js';

/** Fills with the stroke's colour from here on. */
const fillWithStroke = ({ canvas, style }: Frame): void => canvas.setFillColor(style.color('strokeColor', '#000000'));

const safetyStock = framed(({ canvas, w, h }) => {
  drawRect(canvas, 0, 0, w, h);
  drawPath(canvas, 'M0 .34H1M0 .66H1', 'both', w, h);
});

const dataBox = framed(({ canvas, w, h }) => {
  drawPath(canvas, 'M0 1V0H1V1', 'both', w, h);
  drawPath(canvas, 'M0 .2H1M0 .4H1M0 .6H1M0 .8H1', 'stroke', w, h);
});

const lineHeight = ({ h, style }: Frame): number => Math.min(style.number('fontSize', 8) * 1.5, h);

function drawProcess(frame: Frame): void {
  const { canvas, w, h } = frame;
  drawRect(canvas, 0, 0, w, h);
  drawPath(canvas, `M0 ${lineHeight(frame)}H${w}`, 'stroke');
}

const HATCH_STEP = 10;
/** Keeps an absurdly large process from being hatched for ever. */
const MAXIMUM_HATCH_LINES = 10_000;

/** A process hatched with lines at 45 degrees under its title. */
const sharedProcess = framed((frame) => {
  const { canvas, w, h, style } = frame;
  drawProcess(frame);
  const top = lineHeight(frame);
  const lines: string[] = [];
  const count = Math.min(Math.ceil((h + w) / HATCH_STEP), MAXIMUM_HATCH_LINES);
  for (let at = HATCH_STEP; at <= count * HATCH_STEP; at += HATCH_STEP) {
    const startX = Math.max(0, at - h);
    if (at <= top || startX >= w) continue;
    lines.push(`M${startX} ${Math.min(at, h)}L${Math.min(at - top, w)} ${Math.max(at - w, top)}`);
  }
  canvas.setStrokeWidth(style.number('strokeWidth', 2) / 2);
  drawPath(canvas, lines.join(''), 'stroke');
});

const inventoryBox = framed(({ canvas, w, h }) => {
  drawPath(canvas, 'M0 1L.5 0L1 1Z', 'both', w, h);
  drawPath(canvas, 'M.4 .45H.6M.5 .45V.85M.4 .85H.6', 'stroke', w, h);
});

const pushArrow = framed((frame) => {
  const { canvas, w, h } = frame;
  drawPath(canvas, 'M0 .17H.75V0L1 .5L.75 1V.83H0Z', 'both', w, h);
  fillWithStroke(frame);
  for (const at of [0, 0.24, 0.48]) drawRect(canvas, w * at, h * 0.17, w * 0.12, h * 0.66, 'fill');
  drawPath(canvas, 'M.72 .17H.75V0L1 .5L.75 1V.83H.72Z', 'fill', w, h);
});

const materialPull = framed(({ canvas, w, h }) => {
  drawPath(canvas, 'M.732 .0736A.4827 .4959 0 1 0 .9553 .6191', 'stroke', w, h);
  drawPath(canvas, 'M.9071 .6191L.9794 .4951L1 .6438Z', 'both', w, h);
});

const fifoLane = framed((frame) => {
  const { canvas, w, h } = frame;
  const top = lineHeight(frame);
  drawPath(canvas, `M0 ${top}H${w}M0 ${h}H${w}`, 'stroke');
  drawRect(canvas, w * 0.02, top + 4, w * 0.26, h - top - 8);
  drawEllipse(canvas, w * 0.35, top + 4, w * 0.26, h - top - 8);
  drawPath(canvas, `M${w * 0.69} ${top + 4}H${w * 0.98}L${w * 0.835} ${h - 4}Z`);
});

const truck = framed((frame) => {
  const { canvas, w, h } = frame;
  drawRect(canvas, 0, 0, w * 0.6, h * 0.8);
  drawRect(canvas, w * 0.6, h * 0.35, w * 0.4, h * 0.45);
  fillWithStroke(frame);
  for (const at of [0.15, 0.65]) drawEllipse(canvas, w * at, h * 0.8, w * 0.2, h * 0.2);
});

const fifoSequence = framed((frame) => {
  const { canvas, w, h } = frame;
  drawPath(canvas, 'M0 0H1M0 1H1M.05 .5H.15M.75 .5H.88', 'stroke', w, h);
  fillWithStroke(frame);
  drawPath(canvas, 'M.88 .39L.98 .5L.88 .61', 'both', w, h);
});

// ---- kanbans: a card (in px, from the right) on a dashed line with an arrowhead at its lower end

function drawDashedDrop({ canvas, w, h }: Frame, top: number): void {
  canvas.setDashed(true, false);
  drawPath(canvas, `M4 ${h - 10}V${top}H${w}`, 'stroke');
  canvas.setDashed(false, false);
}

function drawDropHead(frame: Frame): void {
  const { canvas, h } = frame;
  fillWithStroke(frame);
  drawPath(canvas, `M0 ${h - 10}L4 ${h}L8 ${h - 10}Z`);
}

function drawFromRight({ canvas, w }: Frame, draw: (canvas: Canvas) => void): void {
  canvas.save();
  canvas.translate(w, 0);
  draw(canvas);
  canvas.restore();
}

const CARD = 'M-75 0H-30L-15 15V50H-75Z';
const CARD_HATCH =
  'M-75 45L-70 50M-75 35L-60 50M-75 25L-50 50M-75 15L-40 50M-75 5L-30 50M-70 0L-20 50M-60 0L-15 45M-50 0L-15 35M-40 0L-15 25';

const productionKanban = framed((frame) => {
  drawDashedDrop(frame, 25);
  drawFromRight(frame, (canvas) => drawPath(canvas, CARD));
  drawDropHead(frame);
});

const withdrawalKanban = framed((frame) => {
  drawDashedDrop(frame, 25);
  drawFromRight(frame, (canvas) => {
    drawPath(canvas, CARD);
    drawPath(canvas, CARD_HATCH, 'stroke');
  });
  drawDropHead(frame);
});

const signalKanban = framed((frame) => {
  drawDashedDrop(frame, 15);
  drawFromRight(frame, (canvas) => drawPath(canvas, 'M-65 0H-25L-45 45Z'));
  drawDropHead(frame);
});

const BATCHED_KANBAN_MINIMUM = 110;

const batchedKanban = framed((frame) => {
  const { canvas, h } = frame;
  const w = Math.max(BATCHED_KANBAN_MINIMUM, frame.w);
  drawPath(canvas, `M4 ${h / 2}H${w}`, 'stroke');
  canvas.save();
  canvas.translate(w / 2, h / 2);
  for (const step of [0, 10, 20]) {
    drawPath(canvas, `M${-20 - step} ${step - 35}H${25 - step}L${40 - step} ${step - 20}V${15 + step}H${-20 - step}Z`);
  }
  canvas.restore();
  fillWithStroke(frame);
  drawPath(canvas, `M${w - 10} ${h / 2 - 4}L${w} ${h / 2}L${w - 10} ${h / 2 + 4}Z`);
});

const pullBall = framed((frame) => {
  const { canvas, w, h } = frame;
  drawEllipse(canvas, 0, 0, w, h);
  fillWithStroke(frame);
  drawEllipse(canvas, w * 0.15, h * 0.15, w * 0.7, h * 0.7);
});

const railShipment = framed(({ canvas, w, h }) => {
  for (const at of [0.1, 0.55]) drawRect(canvas, w * at, 0, w * 0.35, h * 0.8);
  drawPath(canvas, 'M0 1H1M.45 .7H.55', 'stroke', w, h);
  for (const at of [0.15, 0.34, 0.6, 0.79]) drawEllipse(canvas, w * at, h * 0.8, w * 0.06, h * 0.2);
});

const warehouse = framed(({ canvas, w, h }) => {
  drawRect(canvas, 0, 0, w, h);
  drawPath(canvas, 'M0 .4H1M.15 1V.55H.3V1', 'stroke', w, h);
  drawEllipse(canvas, w * 0.27, h * 0.75, w * 0.02, w * 0.02, 'stroke');
});

/** The only line of the shape that draw.io shows; it loses the others on their way to SVG. */
const CROSS_DOCK_LINE = 'M0 .25H1M.1 .4H.35A.15 .15 0 0 1 .5 .5A.15 .15 0 0 0 .65 .6H.9';

const crossDock = framed(({ canvas, w, h }) => {
  drawRect(canvas, 0, 0, w, h);
  drawPath(canvas, CROSS_DOCK_LINE, 'stroke', w, h);
});

/** The left end and the height of each sheet on the pile of orders; the sheets are nine tenths wide. */
const ORDER_SHEETS: readonly (readonly [x: number, y: number])[] = [
  [0.04, 0.5418],
  [0.0522, 0.5088],
  [0.05, 0.4738],
  [0.0456, 0.4427],
  [0.0422, 0.4135],
  [0.0533, 0.3804],
  [0.0556, 0.3454],
  [0.05, 0.3143],
  [0.0544, 0.254],
  [0.0489, 0.221],
  [0.0556, 0.1918],
  [0.0522, 0.1587],
  [0.0544, 0.1276],
  [0.0544, 0.0965],
  [0.0556, 0.0654],
  [0.0533, 0.0304],
  [0.0556, 0],
];

const orders = framed(({ canvas, w, h, style }) => {
  drawRect(canvas, 0, h * 0.56, w, h * 0.44);
  canvas.setStrokeWidth(style.number('strokeWidth', 2) / 2);
  drawPath(canvas, ORDER_SHEETS.map(([x, y]) => `M${x} ${y}H${x + 0.9}`).join(''), 'stroke', w, h);
});

const controlCenter = framed(({ canvas, w, h }) => {
  drawRect(canvas, w * 0.15, 0, w * 0.7, h * 0.8);
  drawRect(canvas, 0, h * 0.8, w, h * 0.2);
});

/** A line that steps between the upper and the lower edge at dx2…dx5; dy1…dy6 say which of the two it runs on. */
const timeline = framed(({ canvas, w, h, style }) => {
  const isLow = (index: number): boolean => style.number(`dy${index}`, 0) > 0.5;
  const yOf = (low: boolean): number => (low ? h : 0);
  let low = isLow(1);
  let data = `M0 ${yOf(low)}`;
  for (const index of [2, 3, 4, 5, 6]) {
    const x = index === 6 ? w : style.number(`dx${index}`, 0);
    data += `L${x} ${yOf(low)}`;
    if (isLow(index) !== low) data += `L${x} ${yOf(!low)}`;
    low = isLow(index);
  }
  drawPath(canvas, data, 'stroke');
});

const DEFAULT_TIMES = '20,Time 1,50,Time 2,30,Time 3,40,Time 4,30,Time 5,50,Time 6,20,Time 7';

/** The timeline of older files: pairs of a length and a name, alternately on the lower and the upper line. */
const legacyTimeline = framed(({ canvas, w, h, style }) => {
  const words = style.string('mainText', DEFAULT_TIMES).split(',');
  const times = words.filter((_, index) => index % 2 === 0).map((word) => Number.parseFloat(word) || 0);
  const names = words.filter((_, index) => index % 2 === 1);
  const total = times.reduce((sum, time) => sum + time, 0);
  if (total === 0) return;
  const fontSize = style.number('fontSize', 12);
  const top = fontSize * 1.5;
  let x = 0;
  let data = `M0 ${h}`;
  canvas.setFontSize(fontSize);
  names.forEach((name, index) => {
    const width = ((times[index] ?? 0) * w) / total;
    const low = index % 2 === 0;
    x += width;
    data += low ? `L${x} ${h}L${x} ${top}` : `L${x} ${top}L${x} ${h}`;
    canvas.text(x - width / 2, low ? h - fontSize * 0.75 : fontSize * 0.75, name);
  });
  drawPath(canvas, data, 'stroke');
});

const LEAN_SHAPES: Readonly<Record<string, Shape>> = {
  'mxgraph.lean_mapping.boat_shipment': paintedOutline('M.15 .77L.5 0L.85 .77ZM.2 1L0 .8H1L.8 1Z'),
  'mxgraph.lean_mapping.buffer_or_safety_stock': safetyStock,
  'mxgraph.lean_mapping.data_box': dataBox,
  'mxgraph.lean_mapping.outside_sources': paintedOutline('M0 1V.3L.33 .02V.3L.67 .02V.3L1 .02V1Z'),
  'mxgraph.lean_mapping.manufacturing_process': framed(drawProcess),
  'mxgraph.lean_mapping.manufacturing_process_shared': sharedProcess,
  'mxgraph.lean_mapping.work_cell': paintedOutline('M0 0H1V1H.65V.4H.35V1H0Z'),
  'mxgraph.lean_mapping.inventory_box': inventoryBox,
  'mxgraph.lean_mapping.push_arrow': pushArrow,
  'mxgraph.lean_mapping.supermarket': paintedOutline('M0 0H1V1H0M0 .33H1M0 .67H1'),
  'mxgraph.lean_mapping.physical_pull': materialPull,
  'mxgraph.lean_mapping.fifo_lane': fifoLane,
  'mxgraph.lean_mapping.truck_shipment': truck,
  'mxgraph.lean_mapping.schedule': framed(({ canvas, w, h }) => drawRect(canvas, 0, 0, w, h)),
  'mxgraph.lean_mapping.fifo_sequence_flow': fifoSequence,
  'mxgraph.lean_mapping.production_kanban': productionKanban,
  'mxgraph.lean_mapping.withdrawal_kanban': withdrawalKanban,
  'mxgraph.lean_mapping.signal_kanban': signalKanban,
  'mxgraph.lean_mapping.batched_kanban': batchedKanban,
  'mxgraph.lean_mapping.sequenced_pull_ball': pullBall,
  'mxgraph.lean_mapping.rail_shipment': railShipment,
  'mxgraph.lean_mapping.warehouse': warehouse,
  'mxgraph.lean_mapping.crossDock': crossDock,
  'mxgraph.lean_mapping.orders': orders,
  'mxgraph.lean_mapping.control_center': controlCenter,
  'mxgraph.lean_mapping.timeline': legacyTimeline,
  'mxgraph.lean_mapping.timeline2': timeline,
};

export const leanShapes = (): Readonly<Record<string, Shape>> => LEAN_SHAPES;
