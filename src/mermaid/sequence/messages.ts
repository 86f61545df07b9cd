/** Messages of sequence diagrams as connectors between lifelines. */
import { type Point, point, rect } from '../../geometry/plane.js';
import type { CellStyle, EdgeLabel } from '../cells.js';
import type { DrawContext } from '../context.js';
import type { MessageHead } from './events.js';
import { type LifelineCells, textKeys } from './heads.js';
import type { MessageEnd, PlacedMessage } from './picture.js';
import { drawnLineHeight, textHtml } from './texts.js';

/** draw.io's markers. Its half arrows lie on one side of a line: on which depends on the way that the line runs. */
const MARKERS: Readonly<Record<MessageHead, { readonly name: string; readonly fill: 0 | 1 }>> = {
  none: { name: 'none', fill: 0 },
  filled: { name: 'block', fill: 1 },
  // Mermaid's is cut in so deeply that two strokes come nearest to it.
  open: { name: 'open', fill: 0 },
  cross: { name: 'cross', fill: 0 },
  upperHalf: { name: 'async', fill: 1 },
  lowerHalf: { name: 'async', fill: 1 },
  upperStick: { name: 'openAsync', fill: 0 },
  lowerStick: { name: 'openAsync', fill: 0 },
};

const LINE_WIDTH = 1.5;
const MARKER_SIZE = 8;
const MARKER_SIZES: Partial<Readonly<Record<MessageHead, number>>> = {
  open: 11,
  upperHalf: 14,
  lowerHalf: 14,
  upperStick: 14,
  lowerStick: 14,
};
/** The dot of a central connection, px. */
const DOT_SIZE = 10;
/** The circle that a number is in, px. */
const NUMBER_SIZE = 24;
/** Of a curve from a lifeline to itself: how far it stands out, how far its bend reaches above its start, and where it ends below. */
const LOOP = { out: 45, above: 7.5, end: 20 };
/** Of one with right angles. */
const SQUARE_LOOP_END = 25;

export function drawMessage(
  placed: PlacedMessage,
  joined: LifelineCells,
  fontSize: number,
  context: DrawContext,
): void {
  const { ids } = joined;
  const { cells, theme } = context;
  const { message, y, text, textAt } = placed;
  const id = cells.id(message.id);
  const dot = (name: string, end: MessageEnd): string => drawDot(`${id}-${name}`, end, y, ids, context);
  const cellOf = ({ activation, participant }: MessageEnd): string =>
    ids.get(activation ?? participant) ?? (ids.get(participant) as string);
  const from = message.startsCentrally ? dot('start', placed.from) : cellOf(placed.from);
  const to = message.endsCentrally ? dot('end', placed.to) : cellOf(placed.to);
  const isTurned = turns(placed);
  const [start, end] = isTurned ? [message.end, message.start] : [message.start, message.end];
  const { waypoints, middle, style } = routeOf(placed, joined);
  cells.edge({
    id,
    identity: { from: message.from, to: message.to },
    source: isTurned ? to : from,
    target: isTurned ? from : to,
    label: textHtml(text, drawnLineHeight(fontSize)),
    labelOffset: point(textAt.x - middle.x, textAt.y - middle.y),
    waypoints,
    style: {
      html: 1,
      rounded: 0,
      ...style,
      verticalAlign: 'middle',
      strokeWidth: LINE_WIDTH,
      ...markerStyle('start', start),
      ...markerStyle('end', end),
      ...(message.dotted && { dashed: 1, fixDash: 1, dashPattern: '3 3' }),
      strokeColor: theme.color('signalColor', theme.line).slice(0, 7),
      labelBackgroundColor: 'none',
      ...textKeys(theme, theme.color('signalTextColor', theme.nodeText), fontSize),
    },
    labels: message.number === undefined ? [] : [numberBadge(message.number, placed, isTurned ? 1 : -1, context)],
  });
}

interface MessageRoute {
  readonly waypoints: readonly Point[];
  /** Of the line: labels stand by it. */
  readonly middle: Point;
  readonly style: CellStyle;
}

function routeOf({ from, to, y, loop, message }: PlacedMessage, joined: LifelineCells): MessageRoute {
  if (!loop) {
    const middle = point((from.x + to.x) / 2, y);
    // What creates or destroys a lifeline ends at the side of its head.
    const isSender = message.destroys !== undefined && message.destroys === message.from;
    const isHead = (end: MessageEnd): boolean =>
      end.activation === undefined && end.participant === (message.creates ?? message.destroys);
    const style = {
      curved: 0,
      ...(isSender && isHead(from) && fixedEnd('exit', from, y, joined)),
      ...(!isSender && isHead(to) && fixedEnd('entry', to, y, joined)),
    };
    return { waypoints: [middle], middle, style };
  }
  const { right } = loop;
  const isSquare = right !== undefined;
  const x = right ?? from.x + LOOP.out;
  const below = y + (isSquare ? SQUARE_LOOP_END : LOOP.end);
  const above = isSquare ? 0 : LOOP.above;
  return {
    waypoints: [point(x, y - above), point(x, below + above)],
    middle: point(x, (y + below) / 2),
    style: {
      curved: isSquare ? 0 : 1,
      ...fixedEnd('exit', from, y, joined),
      ...fixedEnd('entry', to, below, joined),
    },
  };
}

/** An end at a certain height, and beside the middle of its cell. */
function fixedEnd(
  side: 'exit' | 'entry',
  { participant, activation, x }: MessageEnd,
  y: number,
  { tops, lefts }: LifelineCells,
): CellStyle {
  // Activations that do not end have no cell.
  const cell = activation !== undefined && tops.has(activation) ? activation : participant;
  return {
    [`${side}X`]: 0,
    [`${side}Y`]: 0,
    [`${side}Dx`]: x - (lefts.get(cell) ?? x),
    [`${side}Dy`]: y - (tops.get(cell) ?? y),
    [`${side}Perimeter`]: 0,
  };
}

const isUpper = (head: MessageHead): boolean => head === 'upperHalf' || head === 'upperStick';
const isHalf = (head: MessageHead): boolean => MARKERS[head].name.toLowerCase().endsWith('async');

/** draw.io's half arrows lie above a line that runs to the right. */
function turns({ message, from, to }: PlacedMessage): boolean {
  const half = [message.start, message.end].find(isHalf);
  return half !== undefined && isUpper(half) !== from.x < to.x;
}

function markerStyle(end: 'start' | 'end', head: MessageHead): CellStyle {
  const { name, fill } = MARKERS[head];
  return {
    [`${end}Arrow`]: name,
    ...(name !== 'none' && { [`${end}Fill`]: fill, [`${end}Size`]: MARKER_SIZES[head] ?? MARKER_SIZE }),
  };
}

/** On the lifeline, or in the middle of the activation that is there. */
function drawDot(
  name: string,
  { participant, x }: MessageEnd,
  y: number,
  ids: ReadonlyMap<string, string>,
  { cells, theme }: DrawContext,
): string {
  const id = cells.id(name);
  const color = theme.color('signalColor', theme.line).slice(0, 7);
  cells.vertex({
    id,
    parent: ids.get(participant),
    box: rect(x - DOT_SIZE / 2, y - DOT_SIZE / 2, DOT_SIZE, DOT_SIZE),
    style: { ellipse: '', perimeter: 'ellipsePerimeter', html: 1, fillColor: color, strokeColor: color },
  });
  return id;
}

function numberBadge(
  number: string,
  { numberX, from }: PlacedMessage,
  position: -1 | 1,
  { theme }: DrawContext,
): EdgeLabel {
  const color = theme.color('signalColor', theme.line).slice(0, 7);
  const size = number.length > 5 ? 7 : number.length > 3 ? 9 : 12;
  return {
    html: number,
    position,
    offset: point(numberX - from.x - NUMBER_SIZE / 2, -NUMBER_SIZE / 2),
    size: { width: NUMBER_SIZE, height: NUMBER_SIZE },
    style: {
      ellipse: '',
      html: 1,
      fillColor: color,
      strokeColor: color,
      ...textKeys(theme, theme.color('sequenceNumberColor', '#ffffff'), size),
    },
  };
}
