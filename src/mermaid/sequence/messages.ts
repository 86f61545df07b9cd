/** Messages of sequence diagrams as connectors between lifelines. */
import { point, rect } from '../../geometry/plane.js';
import type { CellStyle, EdgeLabel } from '../cells.js';
import type { DrawContext } from '../context.js';
import { LOOP_LABEL_GAP, NUMBER_SIZE } from './columns.js';
import type { MessageHead } from './events.js';
import { textKeys } from './heads.js';
import type { MessageEnd, PlacedMessage } from './picture.js';

/** draw.io's markers. Its half arrows lie on one side of a line: on which depends on the way that the line runs. */
const MARKERS: Readonly<Record<MessageHead, { readonly name: string; readonly fill: 0 | 1 }>> = {
  none: { name: 'none', fill: 0 },
  filled: { name: 'block', fill: 1 },
  open: { name: 'open', fill: 0 },
  cross: { name: 'cross', fill: 0 },
  upperHalf: { name: 'async', fill: 1 },
  lowerHalf: { name: 'async', fill: 1 },
  upperStick: { name: 'openAsync', fill: 0 },
  lowerStick: { name: 'openAsync', fill: 0 },
};

const MARKER_SIZE = 8;
const HALF_MARKER_SIZE = 14;
/** The dot of a central connection, px. */
const DOT_SIZE = 8;
const NUMBER_FONT_SIZE = 11;

/** What messages join. */
export interface MessageTerminals {
  /** The cells of participants by their keys, and of activations by their ids. */
  readonly ids: ReadonlyMap<string, string>;
  /** Where the cells of participants begin, px. */
  readonly tops: ReadonlyMap<string, number>;
}

export function drawMessage(placed: PlacedMessage, { ids, tops }: MessageTerminals, context: DrawContext): void {
  const { cells, theme } = context;
  const { message, loop, y } = placed;
  const id = cells.id(message.id);
  const dot = (name: string, end: MessageEnd): string => drawDot(`${id}-${name}`, end, y, ids, context);
  const cellOf = ({ activation, participant }: MessageEnd): string =>
    ids.get(activation ?? participant) ?? (ids.get(participant) as string);
  const from = message.startsCentrally ? dot('start', placed.from) : cellOf(placed.from);
  const to = message.endsCentrally ? dot('end', placed.to) : cellOf(placed.to);
  const isTurned = turns(placed);
  const [start, end] = isTurned ? [message.end, message.start] : [message.start, message.end];
  const middle = point((placed.from.x + placed.to.x) / 2, y);
  const label: CellStyle = loop
    ? { align: 'left', verticalAlign: 'middle', spacingLeft: LOOP_LABEL_GAP }
    : { verticalAlign: 'bottom' };
  cells.edge({
    id,
    identity: { from: message.from, to: message.to },
    source: isTurned ? to : from,
    target: isTurned ? from : to,
    label: message.label.html,
    waypoints: loop ? [point(loop.x, y), point(loop.x, loop.bottom)] : [middle],
    style: {
      html: 1,
      rounded: 0,
      curved: 0,
      ...label,
      ...markerStyle('start', start),
      ...markerStyle('end', end),
      ...(message.dotted && { dashed: 1 }),
      ...(message.creates === message.to && headSide(placed, tops)),
      strokeColor: theme.color('signalColor', theme.line).slice(0, 7),
      labelBackgroundColor: 'none',
      ...textKeys(theme, theme.color('signalTextColor', theme.nodeText)),
    },
    labels: message.number === undefined ? [] : [numberBadge(message.number, isTurned ? 1 : -1, context)],
  });
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
    ...(name !== 'none' && { [`${end}Fill`]: fill, [`${end}Size`]: isHalf(head) ? HALF_MARKER_SIZE : MARKER_SIZE }),
  };
}

/** The message that creates a lifeline ends at the side of its head. */
function headSide({ from, to, y }: PlacedMessage, tops: ReadonlyMap<string, number>): CellStyle {
  return {
    entryX: from.x < to.x ? 0 : 1,
    entryY: 0,
    entryDx: 0,
    entryDy: y - (tops.get(to.participant) ?? y),
    entryPerimeter: 0,
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

function numberBadge(number: string, position: -1 | 1, { theme, measure }: DrawContext): EdgeLabel {
  const { width } = measure(number, { fontFamily: theme.fontFamily, fontSize: NUMBER_FONT_SIZE, bold: true });
  const size = { width: Math.max(NUMBER_SIZE, width + 6), height: NUMBER_SIZE };
  const color = theme.color('signalColor', theme.line).slice(0, 7);
  return {
    html: number,
    position,
    offset: point(-size.width / 2, -size.height / 2),
    size,
    style: {
      ...(size.width > size.height ? { rounded: 1, arcSize: 50 } : { ellipse: '' }),
      html: 1,
      fillColor: color,
      strokeColor: color,
      ...textKeys(theme, theme.color('sequenceNumberColor', '#ffffff')),
      fontSize: NUMBER_FONT_SIZE,
      fontStyle: 1,
    },
  };
}
