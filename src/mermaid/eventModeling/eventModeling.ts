/** Event models: what happens in a system from left to right, in lanes of screens, of commands and views, and of events. */
import { rect } from '../../geometry/plane.js';
import { largest } from '../../primitives/lists.js';
import type { CellStyle } from '../cells.js';
import { lineStyle } from '../charts/chartFrame.js';
import { optionsOf } from '../charts/chartOptions.js';
import { drawText } from '../charts/chartText.js';
import type { DrawContext } from '../context.js';
import { defineKind } from '../kind.js';
import { type Lane, lanesOf, type Relation, relationsOf } from './eventLanes.js';
import { type EntityType, type EventFrame, type EventModel, readEventModel } from './eventModel.js';
import { type FrameText, frameText } from './eventTexts.js';

export const eventModeling = defineKind({
  beginning: 'eventmodeling',
  names: ['eventmodeling'],
  grammar: 'src/diagrams/eventmodeling/diagram.ts',
  read: readEventModel,
  edgeCount: ({ frames }: EventModel) => relationsOf(frames, lanesOf(frames)).length,
  draw: drawEventModel,
  margins: [0],
  // Mermaid itself shows none.
  titleSize: 'own',
});

/** Px. */
const LANE = { padding: 15, least: 70, gap: 10, labelLeft: 30, labelDown: 30, radius: 3 };
const BOX = { first: 250, padding: 10, overlap: 90, least: 80, widest: 450, highest: 750, radius: 3 };
/** Where relations leave and reach boxes, of their width. */
const ENDS = { exit: 2 / 3, entry: 1 / 3 };
const HEAD = 7;

const COLORS: Readonly<Record<EntityType, readonly [name: string, fill: string, stroke: string]>> = {
  ui: ['emUi', '#ffffff', '#dbdada'],
  pcr: ['emProcessor', '#edb3f6', '#b88cbf'],
  processor: ['emProcessor', '#edb3f6', '#b88cbf'],
  rmo: ['emReadModel', '#d3f1a2', '#a3b732'],
  readmodel: ['emReadModel', '#d3f1a2', '#a3b732'],
  cmd: ['emCommand', '#bcd6fe', '#679ac3'],
  command: ['emCommand', '#bcd6fe', '#679ac3'],
  evt: ['emEvent', '#ffb778', '#c19a0f'],
  event: ['emEvent', '#ffb778', '#c19a0f'],
};

interface FrameBox {
  readonly frame: EventFrame;
  readonly lane: Lane;
  readonly text: FrameText;
  readonly x: number;
  readonly width: number;
  readonly height: number;
}

function drawEventModel(model: EventModel, context: DrawContext): void {
  const { cells, config, budget } = context;
  const { frames } = model;
  budget.spend(frames.length);
  tellOfRest(model, context);
  if (frames.length === 0) return;
  const lanes = lanesOf(frames);
  const boxes = boxesOf(frames, lanes, context);
  const tops = drawLanes(boxes, context);
  const ids = boxes.map((box) => drawBox(box, (tops.get(box.lane.number) ?? 0) + LANE.padding, context));
  for (const relation of relationsOf(frames, lanes)) drawRelation(relation, { boxes, tops, ids }, context);
  const padding = optionsOf(config.eventmodeling).length('padding', 30);
  const { bounds } = cells;
  if (!bounds) return;
  const { x, y, width, height } = bounds;
  cells.reserve(rect(x - padding, y - padding, width + 2 * padding, height + 2 * padding));
}

/** Of what Mermaid reads and doesn't draw. */
function tellOfRest({ notes, examples }: EventModel, { report }: DrawContext): void {
  const left = [
    ...(notes > 0 ? [`${notes === 1 ? 'A note' : `${notes} notes`} ("note")`] : []),
    ...(examples > 0 ? [`${examples === 1 ? 'An example' : `${examples} examples`} ("gwt")`] : []),
  ];
  for (const what of left) {
    report({
      code: 'mermaid-ignored',
      message: `${what} of the event model: Mermaid doesn’t draw that, nor is it drawn here.`,
    });
  }
}

/** Each box is a bit to the right of the last one, and beyond it in the same lane. */
function boxesOf(frames: readonly EventFrame[], lanes: readonly Lane[], context: DrawContext): readonly FrameBox[] {
  const boxes: FrameBox[] = [];
  for (const [index, frame] of frames.entries()) {
    const lane = lanes[index] as Lane;
    const text = frameText(frame, context);
    const last = boxes.at(-1);
    boxes.push({
      frame,
      lane,
      text,
      x: last === undefined ? BOX.first : leftAfter(last, lane),
      width: Math.max(BOX.least, Math.min(BOX.widest, text.size.width + 2 * BOX.padding)) + 2 * BOX.padding,
      height: Math.max(BOX.least, Math.min(BOX.highest, text.size.height + 2 * BOX.padding)) + 2 * BOX.padding,
    });
  }
  return boxes;
}

const leftAfter = ({ x, width, lane }: FrameBox, { number }: Lane): number =>
  lane.number === number ? x + width + BOX.padding : x + width + BOX.padding - BOX.overlap + BOX.padding;

/** The tops of the lanes by their numbers, px. */
type Tops = ReadonlyMap<number, number>;

function drawLanes(boxes: readonly FrameBox[], context: DrawContext): Tops {
  const { cells, theme } = context;
  const lastBox = boxes.at(-1);
  // The last box has some room beyond it, others haven't.
  const reach = Math.max(
    largest(boxes.map(({ x, width }) => x + width)),
    lastBox ? lastBox.x + lastBox.width + BOX.padding : 0,
  );
  const lanes = [...new Map(boxes.map(({ lane }) => [lane.number, lane])).values()].sort((a, b) => a.number - b.number);
  const heights = new Map<number, number>();
  for (const { lane, height } of boxes)
    heights.set(lane.number, Math.max(heights.get(lane.number) ?? LANE.least, height));
  const tops = new Map<number, number>();
  const style: CellStyle = {
    rounded: 1,
    absoluteArcSize: 1,
    arcSize: 2 * LANE.radius,
    html: 1,
    fillColor: theme.color('emSwimlaneBackgroundOdd', '#fafafa').slice(0, 7),
    strokeColor: theme.color('emSwimlaneBackgroundStroke', '#f0f0f0').slice(0, 7),
  };
  let y = 0;
  for (const { number, label } of lanes) {
    const height = (heights.get(number) ?? LANE.least) + 2 * LANE.padding;
    const id = cells.id(label);
    cells.vertex({ id, box: rect(0, y, reach + LANE.padding, height), style });
    const color = theme.text.slice(0, 7);
    const text = { text: label, fontSize: theme.fontSize, color, bold: true, anchor: 'start', parent: id } as const;
    drawText({ ...text, x: LANE.labelLeft, y: y + LANE.labelDown }, context);
    tops.set(number, y);
    y += height + LANE.gap;
  }
  return tops;
}

/** Gives the id of its cell. */
function drawBox({ frame, text, x, width, height }: FrameBox, y: number, { cells, theme }: DrawContext): string {
  const [name, fill, stroke] = COLORS[frame.type];
  const id = cells.id(frame.title);
  cells.vertex({
    id,
    label: labelOf(text, Math.floor(width - 2 * BOX.padding)),
    box: rect(x, y, width, height),
    style: {
      rounded: 1,
      absoluteArcSize: 1,
      arcSize: 2 * BOX.radius,
      html: 1,
      whiteSpace: 'wrap',
      spacing: 0,
      spacingLeft: BOX.padding,
      spacingRight: BOX.padding,
      fillColor: theme.color(`${name}Fill`, fill).slice(0, 7),
      strokeColor: theme.color(`${name}Stroke`, stroke).slice(0, 7),
      fontFamily: theme.fontFamily,
      // Boxes are made for letters of the usual size.
      fontSize: theme.fontSize,
      fontColor: '#000000',
    },
  });
  return id;
}

/** Data stand at the left of a box's room, which is so wide, px. */
const labelOf = ({ name, data }: FrameText, width: number): string =>
  `<b>${name}</b>${
    data === undefined ? '' : `<br><br><div style="text-align:left;width:${width}px"><code>${data}</code></div>`
  }`;

interface EventPicture {
  readonly boxes: readonly FrameBox[];
  readonly tops: Tops;
  readonly ids: readonly string[];
}

/** Up from the top of a box to the bottom of one in a higher lane; else down. */
function drawRelation({ source, target }: Relation, { boxes, tops, ids }: EventPicture, context: DrawContext): void {
  const { cells, theme } = context;
  const topOf = (index: number): number => tops.get(boxes[index]?.lane.number ?? 0) ?? 0;
  const isUpwards = topOf(source) > topOf(target);
  cells.edge({
    id: cells.id(`${ids[source]}-${ids[target]}`),
    source: ids[source] as string,
    target: ids[target] as string,
    style: {
      ...lineStyle(theme.color('emRelationStroke', '#000000').slice(0, 7), 1),
      endArrow: 'block',
      endFill: 1,
      endSize: HEAD,
      exitX: Math.round(1e5 * ENDS.exit) / 1e5,
      exitY: isUpwards ? 0 : 1,
      exitDx: 0,
      exitDy: 0,
      entryX: Math.round(1e5 * ENDS.entry) / 1e5,
      entryY: isUpwards ? 1 : 0,
      entryDx: 0,
      entryDy: 0,
    },
  });
}
