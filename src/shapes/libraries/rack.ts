/** draw.io's racks and cabinets, as far as they are drawn by program ("mxgraph.rackGeneral.*", "mxgraph.cabinets.*"). */
import { type Canvas, FONT_BOLD } from '../../drawing/canvas.js';
import type { NumberKey } from '../../style/keys.js';
import type { Style } from '../../style/style.js';
import { drawRect, framed } from '../general/frame.js';
import { indices } from '../general/repetition.js';
import { paintPath, strokePath } from '../general/widgets.js';
import type { Shape } from '../shape.js';

/** The bars at the four sides of a rack and the screws in its corners. */
function drawRackFrame(canvas: Canvas, w: number, h: number): void {
  drawRect(canvas, 0, 0, w, 21);
  drawRect(canvas, 0, h - 21, w, 21);
  drawRect(canvas, 0, 21, 9, h - 42);
  drawRect(canvas, w - 9, 21, 9, h - 42);
  for (const y of [7.5, h - 13.5]) {
    for (const x of [2.5, w - 8.5]) {
      canvas.ellipse(x, y, 6, 6);
      canvas.stroke();
    }
  }
}

interface UnitNumbers {
  readonly count: number;
  readonly height: number;
  readonly size: number;
  /** The number of the unit at an index counted from the top. */
  readonly numberAt: (index: number) => number;
}

/** The numbers of a rack's units left of it, and lines between them. */
function drawUnitNumbers(canvas: Canvas, style: Style, { count, height, size, numberAt }: UnitNumbers): void {
  canvas.setFontSize(size);
  canvas.setFontColor(style.color('textColor', '#666666') ?? '#666666');
  for (const index of indices(count)) {
    canvas.text(-size, 21 + height * (index + 0.5), String(numberAt(index)));
  }
  const lines = indices(count + 1).map((index) => 21 + height * index);
  strokePath(canvas, lines.map((y) => `M${-2 * size} ${y}L0 ${y}`).join(''));
}

const container = framed(({ canvas, w: boxWidth, h, style }) => {
  const size = 12;
  const display = style.string('numDisp', 'ascend');
  const numbered = display !== 'off';
  const w = numbered ? Math.max(boxWidth - size * 2, 0) : boxWidth;
  if (numbered) canvas.translate(size * 2, 0);
  else canvas.setFillColor(style.color('fillColor', '#ffffff'));
  drawRect(canvas, 0, 0, w, h);
  canvas.setFillColor(style.color('fillColor2', '#f4f4f4'));
  const wide = w > 18 + size * 2;
  if (wide && h > 42) drawRackFrame(canvas, w, h);
  if (!numbered || !wide) return;
  const height = style.number('rackUnitSize', 20);
  const count = height > 0 ? Math.floor((Math.abs(h) - 42) / height) : 0;
  const numberAt = (index: number): number => (display === 'descend' ? index + 1 : count - index);
  drawUnitNumbers(canvas, style, { count, height, size, numberAt });
});

/** How the editions of the rack cabinet differ. */
interface CabinetEdition {
  readonly unitHeightKey: NumberKey;
  /** The first edition has colours and a width of its own. */
  readonly styled: boolean;
  /** Whether the number of units follows from the height of the box. */
  readonly countsUnits: boolean;
}

/** A rack whose height follows from the number of its units, with numbers at a side; by default only with their lines. */
const cabinet = ({ unitHeightKey, styled, countsUnits }: CabinetEdition): Shape =>
  framed(({ canvas, w: boxWidth, h: boxHeight, style }) => {
    const height = style.number(unitHeightKey, 14.8);
    const count = countsUnits ? Math.round((boxHeight - 42) / height) : style.number('unitNum', 12);
    const size = style.number('textSize', 12);
    const display = style.string('numDisp', 'on');
    const numbered = display !== 'off';
    const onRight = countsUnits && style.number('rackUnitDirLeft', 1) === 0;
    const room = numbered ? size * 2 : 0;
    const w = styled ? boxWidth - room : 180;
    const h = count * height + 42;
    if (!onRight) canvas.translate(room, 0);
    canvas.setFillColor(styled ? style.color('fillColor2', '#ffffff') : '#ffffff');
    drawRect(canvas, 0, 0, w, h);
    canvas.setFillColor(styled ? style.color('fillColor', '#f4f4f4') : '#f4f4f4');
    drawRackFrame(canvas, w, h);
    if (!numbered) return;
    const color = style.color('textColor', '#666666') ?? '#666666';
    const right = onRight ? w + room : 0;
    canvas.setFontSize(size);
    canvas.setFontColor(color);
    if (display === 'ascend' || display === 'descend') {
      for (const index of indices(count)) {
        const middle = height * (index + 0.5);
        const y = display === 'ascend' ? 21 + middle : h - 21 - middle;
        canvas.text(right - size, y, String(index + style.number('startUnit', 1)));
      }
    }
    canvas.setStrokeColor(color);
    const lines = indices(count + 1).map((index) => 21 + height * index);
    strokePath(canvas, lines.map((y) => `M${right - 2 * size} ${y}L${right} ${y}`).join(''));
  });

const plate = framed(({ canvas, w, h }) => {
  const ear = 9;
  drawRect(canvas, 0, 0, w, h);
  if (w <= ear * 2) return;
  canvas.save();
  canvas.setFillColor('#000000');
  canvas.setAlpha(0.23);
  drawRect(canvas, 0, 0, ear, h, 'fill');
  drawRect(canvas, w - ear, 0, ear, h, 'fill');
  canvas.restore();
  drawRect(canvas, 0, 0, w, h, 'stroke');
  drawRect(canvas, ear, 0, w - ear * 2, h, 'stroke');
});

const cableDuct = framed(({ canvas, w, h }) => {
  drawRect(canvas, 0, 0, w, h);
  const count = Math.floor((w - 20) / 33);
  if (count <= 0) return;
  const left = 10 + Math.floor((w - 20 - count * 33) / 2);
  for (const index of indices(count + 1)) {
    drawRect(canvas, left + index * 33, 0, 3, 7, 'stroke');
    drawRect(canvas, left + index * 33, 7, 3, 7.8, 'stroke');
  }
});

/** draw.io reads the height of a unit where there is none, so no slots are drawn. */
const routingBank = framed(({ canvas, w, h }) => drawRect(canvas, 0, 0, w, h));

interface NeatPatch {
  readonly width?: number;
  readonly height?: number;
  /** From its foot to the middle of its caption, px. */
  readonly textUp: number;
  readonly color: (style: Style) => string | undefined;
}

const neatPatch = ({ width, height, textUp, color }: NeatPatch): Shape =>
  framed(({ canvas, w, h, style }) => {
    const fullWidth = width ?? w;
    const fullHeight = height ?? h;
    canvas.setFillColor(color(style));
    drawRect(canvas, 0, 0, fullWidth, fullHeight);
    canvas.setFontSize(12);
    canvas.setFontColor('#ffffff');
    canvas.setFontStyle(FONT_BOLD);
    canvas.text(fullWidth / 2, fullHeight - textUp, 'NEAT-PATCH');
  });

const shelf = framed(({ canvas, w, h }) => {
  canvas.setStrokeWidth(2);
  paintPath(canvas, `M1 0L1 ${h - 1}L${w - 1} ${h - 1}L${w - 1} 1`);
});

/** The width of rack equipment that doesn't follow its box, px. */
const EQUIPMENT_WIDTH = 160.9;

const fixedShelf = (height: number): Shape =>
  framed(({ canvas }) => {
    canvas.setStrokeWidth(2);
    paintPath(canvas, `M0 0L0 ${height}L${EQUIPMENT_WIDTH} ${height}L${EQUIPMENT_WIDTH} 0`);
  });

/** Equipment one or two units high with a row of slots in each, or with slots as high as all of it. */
const fixedDuct = (height: number): Shape =>
  framed(({ canvas }) => {
    drawRect(canvas, 0, 0, EQUIPMENT_WIDTH, height);
    for (let index = 0; index < 5; index++) {
      drawRect(canvas, 12 + 33.5 * index, 0, 3, 7, 'stroke');
      drawRect(canvas, 12 + 33.5 * index, 7, 3, height - 7, 'stroke');
    }
  });

const fixedRoutingBank = (units: 1 | 2): Shape =>
  framed(({ canvas }) => {
    drawRect(canvas, 0, 0, EQUIPMENT_WIDTH, 14.8 * units);
    for (let unit = 0; unit < units; unit++) {
      for (let index = 0; index < 7; index++) {
        drawRect(canvas, 10 + 21 * index, 4 + 14.8 * unit, 17, 6.8, 'stroke');
      }
    }
  });

const rackNumbering = framed(({ canvas, style }) => {
  const count = style.number('unitNum', 42);
  const height = style.number('unitHeight', 14.8);
  const size = style.number('textSize', 12);
  const h = count * height;
  drawRect(canvas, size * 3, 0, EQUIPMENT_WIDTH, h);
  canvas.setFontSize(size);
  canvas.setFontColor(style.color('textColor', '#666666') ?? '#666666');
  const downward = style.string('numDir', 'descend') === 'ascend';
  for (const index of indices(count)) {
    const along = height * (index + 0.5);
    canvas.text(size, downward ? along : h - along, String(index + 1));
  }
  canvas.setStrokeColor('#dddddd');
  const lines = indices(count + 1).map((index) => index * height);
  strokePath(canvas, lines.map((y) => `M0 ${y}L${size * 3} ${y}`).join(''));
});

const channelBase = framed(({ canvas, w: boxWidth, h: boxHeight, style }) => {
  const w = Math.max(boxWidth, 20);
  const h = Math.max(boxHeight, 20);
  const feet = (): void => {
    drawRect(canvas, 10, h - 15, 5, 15);
    drawRect(canvas, w - 15, h - 15, 5, 15);
  };
  feet();
  drawRect(canvas, 0, 0, w, h - 5);
  canvas.setFillColor(style.color('footColor', '#000000'));
  feet();
});

const cabinetLeg = framed(({ canvas, w: boxWidth, h: boxHeight }) => {
  const w = Math.max(boxWidth, 20);
  const h = Math.max(boxHeight, 20);
  paintPath(
    canvas,
    `M0 ${h - 10}L5 ${h - 10}L5 ${h - 12}L9 ${h - 12}L9 ${h - 10}L${w - 10} ${h - 10}L${w - 10} 9L${w - 12} 9` +
      `L${w - 12} 5L${w - 10} 5L${w - 10} 0L${w} 0L${w} ${h}L0 ${h}Z`,
  );
});

const electricCabinet = framed(({ canvas, w, h, style }) => {
  const wall = 15;
  drawRect(canvas, 0, 0, w, h);
  drawRect(canvas, 0, 0, w, wall, 'stroke');
  strokePath(canvas, `M${wall} ${wall}L${wall} ${h}M${w - wall} ${wall}L${w - wall} ${h}`);
  const foot = style.string('hasStand', '0') === '1' ? 40 : wall;
  drawRect(canvas, 0, h - foot, w, foot);
});

const coverPlate = framed(({ canvas, w, h }) => {
  const top = h / 2 - 12.5;
  const low = h / 2 + 12.5;
  paintPath(canvas, `M0 0L${w} 0L${w} ${h}L0 ${h}ZM10 ${top}L10 ${low}L${w - 10} ${low}L${w - 10} ${top}Z`);
});

/** A dimension line with open arrow heads and extension lines to one side. */
const dimension = (atBottom: boolean): Shape =>
  framed(({ canvas, w, h }) => {
    const y = (offset: number): number => (atBottom ? h - offset : offset);
    strokePath(
      canvas,
      `M0 ${y(20)}L${w} ${y(20)}M10 ${y(15)}L0 ${y(20)}L10 ${y(25)}M${w - 10} ${y(15)}L${w} ${y(20)}L${w - 10} ${y(25)}` +
        `M0 ${y(15)}L0 ${y(h)}M${w} ${y(15)}L${w} ${y(h)}`,
    );
  });

export const RACK_SHAPES: Readonly<Record<string, Shape>> = {
  'mxgraph.rackGeneral.container': container,
  'mxgraph.rackGeneral.rackCabinet': cabinet({ unitHeightKey: 'unitHeight', styled: false, countsUnits: false }),
  'mxgraph.rackGeneral.rackCabinet2': cabinet({ unitHeightKey: 'rackUnitSize', styled: true, countsUnits: false }),
  'mxgraph.rackGeneral.rackCabinet3': cabinet({ unitHeightKey: 'rackUnitSize', styled: true, countsUnits: true }),
  'mxgraph.rackGeneral.rackNumbering': rackNumbering,
  'mxgraph.rackGeneral.plate': plate,
  'mxgraph.rackGeneral.horCableDuct': cableDuct,
  'mxgraph.rackGeneral.horCableDuct1U': fixedDuct(14.8),
  'mxgraph.rackGeneral.horCableDuct2U': fixedDuct(29.6),
  'mxgraph.rackGeneral.horRoutingBank': routingBank,
  'mxgraph.rackGeneral.horRoutingBank1U': fixedRoutingBank(1),
  'mxgraph.rackGeneral.horRoutingBank2U': fixedRoutingBank(2),
  'mxgraph.rackGeneral.neatPatch': neatPatch({ textUp: 6, color: (style) => style.color('bodyColor', '#666666') }),
  'mxgraph.rackGeneral.neatPatch2U': neatPatch({
    width: EQUIPMENT_WIDTH,
    height: 29.6,
    textUp: 5.6,
    color: () => '#666666',
  }),
  'mxgraph.rackGeneral.shelf': shelf,
  'mxgraph.rackGeneral.shelf1U': fixedShelf(14.8),
  'mxgraph.rackGeneral.shelf2U': fixedShelf(29.6),
  'mxgraph.rackGeneral.shelf4U': fixedShelf(59.2),
  'mxgraph.rackGeneral.channelBase': channelBase,
  'mxgraph.rackGeneral.cabinetLeg': cabinetLeg,
  'mxgraph.cabinets.cabinet': electricCabinet,
  'mxgraph.cabinets.coverPlate': coverPlate,
  'mxgraph.cabinets.dimension': dimension(false),
  'mxgraph.cabinets.dimensionBottom': dimension(true),
};
