/** The boxes of timelines: sections, periods and events, each a cell with its text broken into lines. */
import { rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { isBoldWeight } from '../theme.js';
import { chartHtml, lineHeight } from './chartText.js';
import { branchColors } from './sectionColors.js';
import { wrappedLines } from './wrappedText.js';

/** From a line to the next, of the font size. */
const LINE = 1.1;
/** Of the middle of a line from where Mermaid sets it, of the font size. */
const MIDDLE = 1 - 0.087;
/** draw.io's labels at the top stand so far from their cell's edge, px. */
const TOP_SPACING = 7;
/** Events are lighter. */
const EVENT_BRIGHTNESS = 1.2;

export interface TimelineNode {
  readonly lines: readonly string[];
  /** Px. */
  readonly width: number;
  readonly height: number;
  readonly padding: number;
}

/** A box around a text; `width` is the text's room, px, `least` the box's height at least. */
export function timelineNode(
  text: string,
  { width, padding, least }: { readonly width: number; readonly padding: number; readonly least: number },
  context: DrawContext,
): TimelineNode {
  const { fontSize } = context.theme;
  const lines = wrappedLines(text, width, { fontSize, bold: isBold(context) }, context);
  const height = textHeight(lines.length, fontSize) + padding;
  return { lines, width: width + 2 * padding, height: Math.max(height, least), padding };
}

/** Only the slim themes have weights of their own here. */
const isBold = ({ config }: DrawContext): boolean =>
  String(config.theme).startsWith('redux') && isBoldWeight(config.themeVariables?.fontWeight);

/** What so many lines take, with the room below them, px. */
export const textHeight = (lines: number, fontSize: number): number =>
  lineHeight(fontSize) + (lines - 1) * LINE * fontSize + (LINE * fontSize) / 2;

export interface TimelineLook {
  /** The number of its colour. */
  readonly color: number;
  readonly isEvent?: boolean;
  /** What draw.io knows it by. */
  readonly identity: string;
}

/** Adds the box, its corner there; gives its cell's id. */
export function drawTimelineNode(
  { lines, width, height, padding }: TimelineNode,
  { x, y }: { readonly x: number; readonly y: number },
  { color, identity, isEvent = false }: TimelineLook,
  context: DrawContext,
): string {
  const { cells, theme } = context;
  const { fill, text } = branchColors(color, theme);
  const { fontSize, fontFamily } = theme;
  const id = cells.id(lines.join(' ').trim());
  const step = LINE * fontSize;
  const html = lines.map(chartHtml).join('<br>');
  const label = lines.length > 1 ? `<div style="line-height:${step}px">${html}</div>` : html;
  const block = lines.length > 1 ? lines.length * step : 1.2 * fontSize;
  const middle = padding / 2 + MIDDLE * fontSize + ((lines.length - 1) * step) / 2;
  const style: CellStyle = {
    rounded: 1,
    absoluteArcSize: 1,
    arcSize: 10,
    html: 1,
    verticalAlign: 'top',
    spacingTop: Math.round((middle - block / 2 - TOP_SPACING) * 10) / 10,
    fillColor: isEvent ? brighter(fill) : fill,
    strokeColor: 'none',
    fontColor: text,
    fontFamily,
    fontSize,
    ...(isBold(context) && { fontStyle: 1 }),
  };
  cells.vertex({ id, identity, label, box: rect(x, y, width, height), style });
  cells.edge({
    id: cells.id(`${id}-line`),
    source: { x, y: y + height },
    target: { x: x + width, y: y + height },
    style: {
      html: 1,
      endArrow: 'none',
      strokeWidth: 3,
      strokeColor: theme.color(`cScaleInv${((color % 12) + 12) % 12}`, theme.line).slice(0, 7),
    },
  });
  return id;
}

const brighter = (color: string): string =>
  color.replace(/[\da-f]{2}/gi, (channel) =>
    Math.min(255, Math.round(EVENT_BRIGHTNESS * Number.parseInt(channel, 16)))
      .toString(16)
      .padStart(2, '0'),
  );
