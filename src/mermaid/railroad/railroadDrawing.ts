/** Railroad diagrams: the rules of a grammar as tracks on which what they name stands, and that fork where they choose. */
import { type Point, rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import { drawArea, lineStyle } from '../charts/chartFrame.js';
import { chartHtml, drawText } from '../charts/chartText.js';
import type { DrawContext } from '../context.js';
import type { Size } from '../graph/graph.js';
import { escapeHtml } from '../text/labels.js';
import { lineExtent } from '../text/svgText.js';
import { lookOf, type RailroadLook } from './railroadLook.js';
import type { RailroadModel, RailroadRule, SymbolKind } from './railroadModel.js';
import { partOf, type SymbolPart } from './railroadParts.js';
import { drawTrack, type TrackEnd, type TrackLine } from './railroadTrack.js';

/** Px. */
const NAME = { beside: 20, before: 20, down: 20 };
const RULE = { after: 10, least: 40 };
const TERMINAL_RADIUS = 10;
/** Of a diagram without rules, px. */
const EMPTY = rect(0, 0, 200, 100);
/** So far above the middle of a symbol the middle of its text is, of the font size. */
const TEXT_RISE = 0.087;

export function drawRailroad({ rules }: RailroadModel, context: DrawContext): void {
  if (rules.length === 0) {
    drawArea(EMPTY, context);
    return;
  }
  const look = lookOf(context);
  let y = look.padding;
  let width = 0;
  for (const rule of rules) {
    const drawn = drawRule(rule, y, look, context);
    y += drawn.height + look.verticalSeparation;
    width = Math.max(width, drawn.width);
  }
  context.cells.reserve(rect(0, 0, width + 2 * look.padding, y + look.padding));
}

/** Mermaid takes a text's width before it puts in what entities stand for, and a name's as if it weren't bold. */
function sizeOf(text: string, { fontFamily, fontSize }: RailroadLook, { measure, budget }: DrawContext): Size {
  budget.spend(1);
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '' || fontSize === 0) return { width: 0, height: 0 };
  const { ascent, descent } = lineExtent(fontSize);
  return { width: measure(escapeHtml(line), { fontFamily, fontSize }).width, height: ascent + descent };
}

function drawRule({ name, definition }: RailroadRule, top: number, look: RailroadLook, context: DrawContext): Size {
  const { cells } = context;
  const { markerRadius, padding } = look;
  const part = partOf(definition, look, (text) => sizeOf(text, look, context));
  const label = `${name} =`;
  const start = sizeOf(label, look, context).width + NAME.beside;
  const left = start + NAME.before;
  const end = left + part.width + RULE.after;
  const down = Math.max(NAME.down, part.up);
  const y = top + down;
  const { fontFamily, fontSize, ruleName: color } = look;
  drawText({ text: label, x: 0, y, fontFamily, fontSize, color, bold: true, anchor: 'start' }, context);
  const ends: Readonly<Record<'before' | 'behind', TrackEnd>> = {
    before: {
      point: { x: start + markerRadius, y },
      side: { cell: drawMarker(`${name}-start`, start, y, look, context), at: 'right' },
    },
    behind: {
      point: { x: end - markerRadius, y },
      side: { cell: drawMarker(`${name}-end`, end, y, look, context), at: 'left' },
    },
  };
  const lines: TrackLine[] = [];
  drawTrack(part, { x: left, y }, ends, {
    arcRadius: look.arcRadius,
    symbol: (symbol, x, at) => drawSymbol(symbol, { x, y: at }, look, context),
    line: (line) => lines.push(line),
  });
  for (const line of lines) drawLine(line, cells.id(idOf(line, name)), look, context);
  return { width: end + markerRadius, height: Math.max(RULE.least, down + part.down + 2 * padding) };
}

/** Both ends of a rule have one. Gives the id of its cell. */
function drawMarker(wanted: string, x: number, y: number, look: RailroadLook, { cells }: DrawContext): string {
  const { markerRadius: radius, marker } = look;
  const id = cells.id(wanted);
  const style: CellStyle = { ellipse: '', html: 1, fillColor: marker, strokeColor: 'none' };
  cells.vertex({ id, box: rect(x - radius, y - radius, 2 * radius, 2 * radius), style });
  return id;
}

const SHAPES: Readonly<Record<SymbolKind, CellStyle>> = {
  terminal: { rounded: 1, absoluteArcSize: 1, arcSize: 2 * TERMINAL_RADIUS },
  nonterminal: { rounded: 0 },
  special: { rounded: 0, dashed: 1, fixDash: 1, dashPattern: '5 3' },
};

/** Gives the id of its cell. */
function drawSymbol(
  { symbol, width, up, down }: SymbolPart,
  { x, y }: Point,
  look: RailroadLook,
  context: DrawContext,
): string {
  const { cells } = context;
  const { fontFamily, fontSize, strokeWidth } = look;
  const { fill, stroke, text } = look.symbols[symbol.type];
  const id = cells.id(symbol.text);
  cells.vertex({
    id,
    label: fontSize === 0 ? '' : chartHtml(symbol.text),
    box: rect(x, y - up, width, up + down),
    style: {
      ...SHAPES[symbol.type],
      html: 1,
      spacing: 0,
      spacingBottom: Math.round(2 * TEXT_RISE * fontSize * 10) / 10,
      fillColor: fill,
      strokeColor: strokeWidth === 0 ? 'none' : stroke,
      strokeWidth,
      fontFamily,
      fontSize,
      fontColor: text,
    },
  });
  return id;
}

const idOf = ({ from, to }: TrackLine, rule: string): string =>
  from.side && to.side ? `${from.side.cell}-${to.side.cell}` : `${rule}-track`;

function drawLine({ from, to, corners }: TrackLine, id: string, look: RailroadLook, { cells }: DrawContext): void {
  const { line, strokeWidth, arcRadius } = look;
  cells.edge({
    id,
    source: from.side?.cell ?? from.point,
    target: to.side?.cell ?? to.point,
    waypoints: corners,
    style: {
      ...lineStyle(line, strokeWidth),
      ...(corners.length > 0 && arcRadius > 0 ? { rounded: 1, arcSize: 2 * arcRadius } : {}),
      ...sideStyle('exit', from),
      ...sideStyle('entry', to),
    },
  });
}

function sideStyle(name: 'exit' | 'entry', { side }: TrackEnd): CellStyle {
  if (!side) return {};
  return { [`${name}X`]: side.at === 'left' ? 0 : 1, [`${name}Y`]: 0.5, [`${name}Dx`]: 0, [`${name}Dy`]: 0 };
}
