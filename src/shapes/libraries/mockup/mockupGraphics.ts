/** draw.io's mock-up charts and icon placeholders ("mxgraph.mockup.graphics.*"). */
import type { Canvas } from '../../../drawing/canvas.js';
import { concreteColor, splitArguments } from '../../../style/color.js';
import type { ColorKey } from '../../../style/keys.js';
import type { Style } from '../../../style/style.js';
import { framed } from '../../general/frame.js';
import { gridSize, indices } from '../../general/repetition.js';
import {
  fillPath,
  invisible,
  listOf,
  paintPath,
  roundedBySize,
  setCaptionFont,
  strokePath,
} from '../../general/widgets.js';
import type { Shape } from '../../shape.js';

type Box = readonly [x: number, y: number, width: number, height: number];

function drawBackground(canvas: Canvas, width: number, height: number): void {
  canvas.rect(0, 0, width, height);
  canvas.fillAndStroke();
}

/** The two axes, twice as thick as the style's stroke. */
function drawAxes(canvas: Canvas, width: number, height: number, style: Style, colorKey: ColorKey): void {
  canvas.setStrokeWidth(style.number('strokeWidth', 1) * 2);
  canvas.setStrokeColor(style.color(colorKey, '#666666'));
  strokePath(canvas, 'M0 0L0 1L1 1', width, height);
}

/** A chart of two series of marks, each filled in one colour (fillColor2, fillColor3). */
const twoSeriesChart = <Mark>(
  series: readonly [readonly Mark[], readonly Mark[]],
  draw: (canvas: Canvas, width: number, height: number, mark: Mark) => void,
): Shape =>
  framed(({ canvas, w: width, h: height, style }) => {
    drawBackground(canvas, width, height);
    canvas.setStrokeColor(style.color('strokeColor2'));
    series.forEach((marks, index) => {
      canvas.setFillColor(index === 0 ? style.color('fillColor2', '#008cff') : style.color('fillColor3', '#dddddd'));
      for (const mark of marks) {
        draw(canvas, width, height, mark);
        canvas.fillAndStroke();
      }
    });
    drawAxes(canvas, width, height, style, 'strokeColor3');
  });

const addBar = (canvas: Canvas, width: number, height: number, [x, y, w, h]: Box): void =>
  canvas.rect(x * width, y * height, w * width, h * height);

const barChart = twoSeriesChart<Box>(
  [
    [
      [0, 0.2, 0.75, 0.05],
      [0, 0.45, 0.6, 0.05],
      [0, 0.7, 0.95, 0.05],
    ],
    [
      [0, 0.25, 0.85, 0.05],
      [0, 0.5, 0.65, 0.05],
      [0, 0.75, 0.8, 0.05],
    ],
  ],
  addBar,
);

const columnChart = twoSeriesChart<Box>(
  [
    [
      [0.2, 0.25, 0.05, 0.75],
      [0.45, 0.4, 0.05, 0.6],
      [0.7, 0.05, 0.05, 0.95],
    ],
    [
      [0.25, 0.15, 0.05, 0.85],
      [0.5, 0.35, 0.05, 0.65],
      [0.75, 0.2, 0.05, 0.8],
    ],
  ],
  addBar,
);

const bubbleChart = twoSeriesChart<readonly [x: number, y: number, radius: number]>(
  [
    [
      [0.4, 0.45, 0.14],
      [0.1, 0.8, 0.1],
      [0.7, 0.7, 0.22],
    ],
    [
      [0.15, 0.25, 0.19],
      [0.48, 0.7, 0.12],
      [0.74, 0.17, 0.1],
    ],
  ],
  (canvas, width, height, [x, y, radius]) => {
    const r = radius * Math.min(width, height);
    canvas.ellipse(x * width - r, y * height - r, 2 * r, 2 * r);
  },
);

const lineChart = framed(({ canvas, w: width, h: height, style }) => {
  drawBackground(canvas, width, height);
  canvas.setStrokeWidth(style.number('strokeWidth', 1) * 2);
  canvas.setStrokeColor(style.color('strokeColor4', '#dddddd'));
  strokePath(canvas, 'M0 1L.3 .5L.6 .74L.9 .24', width, height);
  canvas.setStrokeColor(style.color('strokeColor3', '#008cff'));
  strokePath(canvas, 'M0 1L.3 .65L.6 .6L.9 .35', width, height);
  drawAxes(canvas, width, height, style, 'strokeColor2');
});

/** Marks of a scatter plot: the outline about the mark's middle, in units of its size, and where the marks stand. */
const PLOTTED: readonly { readonly outline: string; readonly at: readonly (readonly [number, number])[] }[] = [
  {
    outline: 'M-.5 -.5L.5 -.5L.5 .5L-.5 .5Z',
    at: [
      [0.2, 0.8],
      [0.3, 0.65],
      [0.6, 0.44],
      [0.85, 0.9],
    ],
  },
  {
    outline: 'M0 -.5L.5 .5L-.5 .5Z',
    at: [
      [0.08, 0.65],
      [0.58, 0.85],
      [0.72, 0.92],
    ],
  },
  {
    outline: 'M0 -.75L.75 0L0 .75L-.75 0Z',
    at: [
      [0.32, 0.28],
      [0.92, 0.45],
      [0.81, 0.37],
      [0.51, 0.7],
    ],
  },
];

const plotChart = framed(({ canvas, w: width, h: height, style }) => {
  drawBackground(canvas, width, height);
  const size = Math.min(width, height) * 0.03;
  const colors = listOf(style, 'fillColor2', '#00aaff,#0044ff,#008cff');
  canvas.setStrokeColor(style.color('strokeColor2', '#dddddd'));
  PLOTTED.forEach(({ outline, at }, index) => {
    canvas.setFillColor(colors[index]);
    for (const [x, y] of at) {
      canvas.save();
      canvas.translate(x * width, y * height);
      paintPath(canvas, outline, size);
      canvas.restore();
    }
  });
  drawAxes(canvas, width, height, style, 'strokeColor3');
});

const pieChart = framed(({ canvas, w: width, h: height, style }) => {
  canvas.ellipse(0, 0, width, height);
  canvas.fillAndStroke();
  const parts = listOf(style, 'parts', '10,20,30').map((part) => Number.parseInt(part, 10) || 0);
  const colors = splitArguments(style.string('partColors', '#333333,#666666,#999999'));
  const total = parts.reduce((sum, part) => sum + part, 0);
  const rx = width / 2;
  const ry = height / 2;
  const onEdge = (share: number): string =>
    `${rx - rx * Math.sin(2 * Math.PI * share)} ${ry - ry * Math.cos(2 * Math.PI * share)}`;
  let start = 0;
  parts.forEach((part, index) => {
    const share = total === 0 ? 0 : part / total;
    // A half would leave the arc's side open, so draw.io draws a little more than that.
    const drawn = share === 0.5 ? 0.501 : share;
    canvas.setFillColor(concreteColor(colors[index] ?? '#ff0000', 'fillColor'));
    const large = drawn < 0.5 ? 0 : 1;
    paintPath(canvas, `M${rx} ${ry}L${onEdge(start + drawn)}A${rx} ${ry} 0 ${large} 1 ${onEdge(start)}Z`);
    start += share;
  });
});

export const iconGrid = framed(({ canvas, w: width, h: height, style }) => {
  const [columns, rows] = gridSize(style, '3,3');
  const cellWidth = width / (columns + (columns - 1) * 0.5);
  const cellHeight = height / (rows + (rows - 1) * 0.5);
  const forEachCell = (draw: () => void): void => {
    for (const column of indices(columns)) {
      for (const row of indices(rows)) {
        canvas.save();
        canvas.translate(cellWidth * 1.5 * column, cellHeight * 1.5 * row);
        draw();
        canvas.restore();
      }
    }
  };
  forEachCell(() => {
    canvas.rect(0, 0, cellWidth, cellHeight);
    canvas.fillAndStroke();
  });
  forEachCell(() => strokePath(canvas, 'M0 0L1 1M1 0L0 1', cellWidth, cellHeight));
});

const gauge = framed(({ canvas, w: width, h: height, style }) => {
  canvas.ellipse(0, 0, width, height);
  canvas.fillAndStroke();
  const colors = listOf(style, 'scaleColors', '#888888,#aaaaaa,#444444');
  const zones: readonly (readonly [colorIndex: number, outline: string])[] = [
    [1, 'M.05 .5A.4 .4 0 0 1 .95 .5L1 .5A.5 .5 0 0 0 0 .5Z'],
    [0, 'M.05 .5A.45 .45 0 0 0 .182 .818L.146 .854A.5 .5 0 0 1 0 .5Z'],
    [2, 'M1 .5A.5 .5 0 0 1 .854 .854L.818 .818A.45 .45 0 0 0 .95 .5Z'],
  ];
  for (const [index, outline] of zones) {
    canvas.setFillColor(colors[index]);
    fillPath(canvas, outline, width, height);
  }
  setCaptionFont(canvas, style, 12);
  const [title = '', low = '', high = ''] = listOf(style, 'gaugeLabels', 'CPU[%],0,100');
  canvas.text(width * 0.5, height * 0.3, title);
  canvas.text(width * 0.2, height * 0.85, low, { align: 'left' });
  canvas.text(width * 0.8, height * 0.85, high, { align: 'right' });
  const position = Math.max(0, Math.min(100, style.number('gaugePos', 0)));
  const angle = 2 * Math.PI * (0.625 + (0.75 * position) / 100);
  const sin = Math.sin(angle);
  const cos = Math.cos(angle);
  canvas.setFillColor(style.color('needleColor', '#008cff'));
  fillPath(
    canvas,
    `M${0.5 + 0.38 * sin} ${0.5 - 0.38 * cos}L${0.5 + 0.05 * cos} ${0.5 + 0.05 * sin}` +
      `A.05 .05 0 0 1 ${0.5 - 0.05 * sin} ${0.5 + 0.05 * cos}A.05 .05 0 0 1 ${0.5 - 0.05 * cos} ${0.5 - 0.05 * sin}Z`,
    width,
    height,
  );
  canvas.setFillColor(style.color('fillColor', '#ffffff'));
  fillPath(canvas, 'M.49 .49L.51 .49L.51 .51L.49 .51Z', width, height);
  canvas.ellipse(0, 0, width, height);
  canvas.stroke();
  strokePath(canvas, 'M.146 .854L.219 .781M.854 .854L.781 .781', width, height);
});

const GANTT_GRID =
  'M0 .13L1 .13M.4 0L.4 1M.4 .065L1 .065M.03 0L.03 .13M.1 0L.1 .13M.315 0L.315 .13M.45 .065L.45 .13M.5 .065L.5 1' +
  'M.55 .065L.55 .13M.6 .065L.6 1M.65 .065L.65 .13M.7 .065L.7 1M.75 0L.75 .13M.8 .065L.8 1M.85 .065L.85 .13' +
  'M.9 .065L.9 1M.95 .065L.95 .13';

const GANTT_TASKS =
  'M.41 .15L.64 .15L.64 .18L.625 .21L.61 .18L.44 .18L.425 .21L.41 .18ZM.41 .24L.49 .24L.49 .275L.41 .275Z' +
  'M.46 .31L.64 .31L.64 .345L.46 .345ZM.56 .39L.69 .39L.69 .425L.56 .425Z';

const ganttChart = framed(({ canvas, w: width, h: height, style }) => {
  drawBackground(canvas, width, height);
  const [tasks, progress] = listOf(style, 'fillColor2', '#888888,#bbbbbb');
  strokePath(canvas, GANTT_GRID, width, height);
  canvas.setFillColor(tasks);
  fillPath(canvas, GANTT_TASKS, width, height);
  canvas.setFillColor(progress);
  fillPath(canvas, 'M.46 .32L.58 .32L.58 .335L.46 .335Z', width, height);
});

const simpleIcon = framed(({ canvas, w: width, h: height }) => {
  drawBackground(canvas, width, height);
  strokePath(canvas, 'M0 0L1 1M0 1L1 0', width, height);
});

export const MOCKUP_GRAPHICS: Readonly<Record<string, Shape>> = {
  'mxgraph.mockup.graphics.anchor': invisible,
  'mxgraph.mockup.graphics.rrect': roundedBySize,
  'mxgraph.mockup.graphics.simpleIcon': simpleIcon,
  'mxgraph.mockup.graphics.iconGrid': iconGrid,
  'mxgraph.mockup.graphics.barChart': barChart,
  'mxgraph.mockup.graphics.columnChart': columnChart,
  'mxgraph.mockup.graphics.lineChart': lineChart,
  'mxgraph.mockup.graphics.bubbleChart': bubbleChart,
  'mxgraph.mockup.graphics.plotChart': plotChart,
  'mxgraph.mockup.graphics.pieChart': pieChart,
  'mxgraph.mockup.graphics.gauge': gauge,
  'mxgraph.mockup.graphics.ganttChart': ganttChart,
};
