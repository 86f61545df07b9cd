/** draw.io's mock-up tabs, calendar, e-mail form and titled group, which draw their captions themselves. */

import type { Canvas } from '../../../drawing/canvas.js';
import { lookupTable } from '../../../primitives/lookupTable.js';
import type { NumberKey } from '../../../style/keys.js';
import type { Style } from '../../../style/style.js';
import { captionItems, widestOf } from '../../general/captionBars.js';
import { drawRect, framed } from '../../general/frame.js';
import { clamp } from '../../general/outline.js';
import { listOf, paintPath, setCaptionFont, strokePath } from '../../general/widgets.js';
import type { Shape } from '../../shape.js';

/** Space before the first tab, between tabs, and beside a tab's caption; the radius of round corners, px. */
const START = 10;
const GAP = 5;
const PADDING = 10;
const RADIUS = 5;

interface Tab {
  readonly caption: string;
  readonly selected: boolean;
  readonly left: number;
  readonly width: number;
}

/** Tabs side by side; a caption without width counts as `emptyWidth`. */
function layTabs(style: Style, textWidth: ((text: string, size: number) => number) | undefined, emptyWidth: number) {
  const size = style.number('textSize', 17);
  const { captions, selected } = captionItems(style, 'tabs', 'Tab 1,+Tab 2,Tab 3');
  let left = START;
  const tabs = captions.map((caption, index): Tab => {
    const width = (textWidth?.(caption, size) || emptyWidth) + 2 * PADDING;
    const tab = { caption, selected: index === selected, left, width };
    left += width + GAP;
    return tab;
  });
  return { tabs, size, height: size * 1.5, needed: left - GAP + START };
}

const arc = (sweep: 0 | 1, x: number, y: number): string => `A${RADIUS} ${RADIUS} 0 0 ${sweep} ${x} ${y}`;

/** The open outline of a tab from its lower left to its lower right end. */
function tabOutline(form: string, { left, width }: Tab, h: number): string {
  const right = left + width;
  const slant = PADDING / 2;
  switch (form) {
    case 'cone':
      return `L${left} ${h}L${left + slant} 0L${right - slant} 0L${right} ${h}`;
    case 'halfCone':
      return `L${left} ${h}L${left + slant} 0L${right} 0L${right} ${h}`;
    case 'round':
      return (
        `L${left - RADIUS} ${h}${arc(0, left, h - RADIUS)}L${left} ${RADIUS}${arc(1, left + RADIUS, 0)}` +
        `L${right - RADIUS} 0${arc(1, right, RADIUS)}L${right} ${h - RADIUS}${arc(0, right + RADIUS, h)}`
      );
    default:
      return `L${left} ${h}L${left} 0L${right} 0L${right} ${h}`;
  }
}

const asPath = (outline: string): string => `M${outline.slice(1)}`;

function drawTabCaptions(canvas: Canvas, style: Style, tabs: readonly Tab[], height: number): void {
  for (const tab of tabs) {
    const color = tab.selected ? style.color('textColor2', '#ffffff') : style.color('textColor', '#666666');
    canvas.setFontColor(color ?? '#000000');
    canvas.text(tab.left + PADDING, height / 2, tab.caption, { align: 'left' });
  }
}

function setSelectedColors(canvas: Canvas, style: Style): void {
  const color = style.color('fillColor2', '#008cff');
  canvas.setStrokeColor(color);
  canvas.setFillColor(color);
}

const horizontalTabs = framed(({ canvas, w: boxWidth, h: boxHeight, style, cell }) => {
  const { tabs, size, height, needed } = layTabs(style, cell.textWidth, 40);
  const form = style.string('tabStyle', 'block');
  const w = Math.max(boxWidth, needed);
  const h = Math.max(boxHeight, height + RADIUS);
  const left = `M0 ${height + RADIUS}${arc(1, RADIUS, height)}`;
  const right = `L${w - RADIUS} ${height}${arc(1, w, height + RADIUS)}`;
  paintPath(canvas, `${left}${right}L${w} ${h}L0 ${h}Z`);
  for (const tab of tabs) {
    if (tab.selected) continue;
    if (form === 'block') drawRect(canvas, tab.left, 0, tab.width, height);
    else paintPath(canvas, asPath(tabOutline(form, tab, height)));
  }
  setSelectedColors(canvas, style);
  for (const tab of tabs) {
    if (tab.selected) paintPath(canvas, `${left}${tabOutline(form, tab, height)}${right}Z`);
  }
  canvas.setFontSize(size);
  drawTabCaptions(canvas, style, tabs, height);
});

const wedges = framed(({ canvas, style, cell }) => {
  const { tabs, size, height } = layTabs(style, cell.textWidth, 42);
  const form = style.string('tabStyle', 'block');
  for (const tab of tabs) {
    if (!tab.selected) paintPath(canvas, asPath(tabOutline(form, tab, height)));
  }
  setSelectedColors(canvas, style);
  for (const tab of tabs) {
    if (tab.selected) paintPath(canvas, asPath(tabOutline(form, tab, height)));
  }
  canvas.setFontSize(size);
  drawTabCaptions(canvas, style, tabs, height);
});

const verticalTabs = framed(({ canvas, w: boxWidth, h: boxHeight, style, cell }) => {
  const size = style.number('textSize', 17);
  const { captions, selected } = captionItems(style, 'tabs', 'Tab 1,+Tab 2,Tab 3');
  const round = style.string('tabStyle', 'block') === 'round';
  const height = size * 1.5;
  const tabWidth = 2 * PADDING + widestOf(captions, size, cell.textWidth, 42);
  const w = Math.max(boxWidth, tabWidth + RADIUS);
  const h = Math.max(boxHeight, 2 * START + captions.length * height + (captions.length - 1) * GAP);
  const topOf = (index: number): number => START + index * (height + GAP);
  /** From the lower right to the upper right end of a tab at the left side. */
  const outline = (top: number): string => {
    const low = top + height;
    if (!round) return `L${tabWidth} ${low}L0 ${low}L0 ${top}L${tabWidth} ${top}`;
    return (
      `L${tabWidth} ${low + RADIUS}${arc(0, tabWidth - RADIUS, low)}L${RADIUS} ${low}${arc(1, 0, low - RADIUS)}` +
      `L0 ${top + RADIUS}${arc(1, RADIUS, top)}L${tabWidth - RADIUS} ${top}${arc(0, tabWidth, top - RADIUS)}`
    );
  };
  const lowCorner = `M${tabWidth + RADIUS} ${h}${arc(1, tabWidth, h - RADIUS)}`;
  const topCorner = `L${tabWidth} ${RADIUS}${arc(1, tabWidth + RADIUS, 0)}`;
  paintPath(canvas, `${lowCorner}${topCorner}L${w} 0L${w} ${h}Z`);
  captions.forEach((_caption, index) => {
    if (index === selected) return;
    if (round) paintPath(canvas, asPath(outline(topOf(index))));
    else drawRect(canvas, 0, topOf(index), tabWidth, height);
  });
  if (selected >= 0) {
    setSelectedColors(canvas, style);
    paintPath(canvas, `${lowCorner}${outline(topOf(selected))}${topCorner}Z`);
  }
  canvas.setFontSize(size);
  captions.forEach((caption, index) => {
    const color = index === selected ? style.color('textColor2', '#ffffff') : style.color('textColor', '#666666');
    canvas.setFontColor(color ?? '#000000');
    canvas.text(tabWidth / 2, topOf(index) + height / 2, caption);
  });
});

const CALENDAR_TOP = 0.2686;
const CALENDAR_ROW = 0.1143;

/** A month of six weeks, the days of the months around it in another colour. */
/** More days than a month has fill the rows below the calendar. */
const MOST_DAYS = 100;

const calendar = framed(({ canvas, w, h, style }) => {
  const whole = (key: NumberKey, fallback: number): number => Math.trunc(style.number(key, fallback));
  canvas.roundrect(0, 0, w, h, w * 0.0312, h * 0.0286);
  canvas.fillAndStroke();
  const accent = style.color('strokeColor2', '#008cff');
  const firstDay = whole('firstDay', 0);
  const startOn = Math.min(6, Math.max(0, whole('startOn', 6)));
  const days = clamp(whole('days', 30), 0, MOST_DAYS);
  const chosen = whole('selDay', 24);
  for (const left of [0.05, 0.8125]) {
    canvas.roundrect(w * left, h * 0.0457, w * 0.1438, h * 0.1029, w * 0.025, h * 0.0229);
    canvas.stroke();
  }
  canvas.setStrokeWidth(2);
  canvas.setStrokeColor(accent);
  strokePath(canvas, 'M.1438 .0743L.1 .0971L.1438 .12M.8625 .0743L.9062 .0971L.8625 .12', w, h);
  setCaptionFont(canvas, style, 15, '#999999');
  canvas.text(w / 2, h * 0.0971, style.string('mainText', ''));
  const side = (w * 0.875) / 7;
  const names = listOf(style, 'dayNames', 'Mo,Tu,We,Th,Fr,Sa,Su');
  for (let index = 0; index < 7; index++) {
    canvas.text(w * 0.0625 + side * (index + 0.5), h * 0.2114, names[(index + startOn) % 7] ?? '');
  }
  canvas.setStrokeWidth(1);
  const drawDay = (position: number, day: number): void => {
    const x = w * 0.0625 + (position % 7) * side;
    const y = h * (CALENDAR_TOP + Math.floor(position / 7) * CALENDAR_ROW);
    drawRect(canvas, x, y, side, h * CALENDAR_ROW);
    canvas.text(x + side / 2, y + side / 2, String(day));
  };
  const before = (((firstDay - startOn) % 7) + 7) % 7;
  const around = style.color('fillColor2', '#ddeeff');
  canvas.setStrokeColor(style.color('strokeColor', '#999999'));
  canvas.setFillColor(around);
  const daysBefore = whole('prevDays', 31);
  for (let index = 0; index < before; index++) drawDay(index, daysBefore - before + index + 1);
  canvas.setFillColor(style.color('fillColor', '#ffffff'));
  for (let day = 1; day <= days; day++) {
    if (day !== chosen) drawDay(before + day - 1, day);
  }
  canvas.setFillColor(around);
  for (let position = before + days, day = 1; position < 42; position++, day++) drawDay(position, day);
  if (chosen < 1 || chosen > days) return;
  canvas.setStrokeColor('#ff0000');
  canvas.setStrokeWidth(2);
  canvas.setFillColor(accent);
  canvas.setFontColor(style.color('textColor2', '#ffffff') ?? '#ffffff');
  drawDay(before + chosen - 1, chosen);
});

const emailForm = framed(({ canvas, w: boxWidth, h: boxHeight, style }) => {
  const size = style.number('textSize', 12);
  const fields = ['From', 'Subject', 'To'];
  if (style.string('showCC', 'true') === 'true') fields.push('CC');
  if (style.string('showBCC', 'true') === 'true') fields.push('BCC');
  const left = size * 4;
  const w = Math.max(boxWidth, size * 5);
  const messageTop = fields.length * size * 3;
  const h = Math.max(boxHeight, size * 1.5 + messageTop);
  fields.forEach((_field, index) => {
    drawRect(canvas, left, index * size * 3, w - left, size * 1.5);
  });
  drawRect(canvas, 0, messageTop, w, h - messageTop);
  setCaptionFont(canvas, style, 12);
  const values = listOf(style, 'mainText', '');
  const valueIndex = lookupTable<number>({ From: 0, Subject: 1, To: 2, CC: 3, BCC: 4 });
  fields.forEach((field, index) => {
    const y = size * (index * 3 + 0.75);
    canvas.text(left - size / 2, y, field, { align: 'right' });
    canvas.text(left + size / 2, y, values[valueIndex[field] ?? -1] ?? '', { align: 'left' });
  });
  canvas.text(size / 2, messageTop + size * 0.75, values[5] ?? '', { align: 'left' });
});

const titledGroup = framed(({ canvas, w: boxWidth, h: boxHeight, style, cell }) => {
  const title = style.string('mainText', 'Group');
  const size = style.number('textSize', 17);
  const titleWidth = cell.textWidth?.(title, size) || 80;
  const w = Math.max(boxWidth, titleWidth + 15);
  const h = Math.max(boxHeight, size + 10);
  canvas.roundrect(0, size / 2, w, h - size / 2, 5, 5);
  canvas.fillAndStroke();
  canvas.setFillColor(style.color('fillColor2', '#000000'));
  canvas.roundrect(3, 0, titleWidth + 6, size * 1.5, size / 4, size / 4);
  canvas.fill();
  canvas.setFontColor(style.color('textColor', '#ffffff') ?? '#ffffff');
  canvas.setFontSize(size);
  canvas.text(6, 0, title, { align: 'left', verticalAlign: 'top' });
});

export const MOCKUP_TABS: Readonly<Record<string, Shape>> = {
  'mxgraph.mockup.containers.horTabBar': horizontalTabs,
  'mxgraph.mockup.containers.verTabBar': verticalTabs,
  'mxgraph.mockup.containers.group': titledGroup,
  'mxgraph.mockup.forms.wedgeBar': wedges,
  'mxgraph.mockup.forms.calendar': calendar,
  'mxgraph.mockup.forms.emailForm': emailForm,
};
