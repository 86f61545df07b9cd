/** Bars and columns of captions, one of them selected, in draw.io's mock-up, iOS and Android libraries. */
import { type Canvas, FONT_BOLD } from '../../drawing/canvas.js';
import type { TextKey } from '../../style/keys.js';
import type { Style } from '../../style/style.js';
import type { Shape } from '../shape.js';
import { type Frame, framed } from './frame.js';
import { type Corner, fillPath, paintPath, roundedData, strokePath } from './widgets.js';

export interface CaptionItems {
  readonly captions: readonly string[];
  /** The index of the last item that starts with "+", or -1. */
  readonly selected: number;
}

export function captionItems(style: Style, key: TextKey, fallback: string): CaptionItems {
  const items = style.string(key, fallback).split(',');
  return {
    captions: items.map((item) => (item.startsWith('+') ? item.slice(1) : item)),
    selected: items.findLastIndex((item) => item.startsWith('+')),
  };
}

type TextWidth = ((text: string, size: number) => number) | undefined;

/** The width of the widest caption; one without width counts as `emptyWidth`. */
export const widestOf = (captions: readonly string[], size: number, textWidth: TextWidth, emptyWidth = 0): number =>
  captions.reduce((widest, caption) => Math.max(widest, textWidth?.(caption, size) || emptyWidth), 0);

/** Px. */
interface CaptionRoom {
  readonly size: number;
  readonly boxWidth: number;
  readonly margin: number;
  /** Of a caption that has none. */
  readonly emptyWidth?: number | undefined;
}

/** Columns as wide as their captions and a margin at both sides, spread over the box: where each is centred and ends. */
export function captionColumns(
  textWidth: TextWidth,
  captions: readonly string[],
  { size, boxWidth, margin, emptyWidth = 0 }: CaptionRoom,
): { readonly centers: readonly number[]; readonly ends: readonly number[]; readonly width: number } {
  const widths = captions.map((caption) => 2 * margin + (textWidth?.(caption, size) || emptyWidth));
  const needed = widths.reduce((sum, width) => sum + width, 0);
  const width = Math.max(boxWidth, needed);
  const stretch = needed > 0 ? width / needed : 0;
  const centers: number[] = [];
  const ends: number[] = [];
  let x = 0;
  for (const column of widths) {
    centers.push((x + column / 2) * stretch);
    x += column;
    ends.push(x * stretch);
  }
  return { centers, ends, width };
}

/** How one library's bar looks. */
export interface BarLook {
  readonly textKey: 'mainText' | 'buttonText';
  readonly sizeKey: 'textSize' | 'fontSize';
  readonly size: number;
  readonly margin: number;
  readonly minimumHeight: number;
  /** The radius of the frame's corners, px. */
  readonly radius: number;
  readonly bold: boolean;
  readonly separatorKey: 'strokeColor2' | 'strokeColor';
  readonly fillSelected: (canvas: Canvas, style: Style) => void;
}

const fillWith =
  (color: (style: Style) => string | undefined): BarLook['fillSelected'] =>
  (canvas, style) =>
    canvas.setFillColor(color(style));

const blueGradient: BarLook['fillSelected'] = (canvas) => canvas.setGradient('#5D7585', '#008cff');
const selectedColor = fillWith((style) => style.color('fillColor2', '#008cff'));

const MOCKUP_BAR: BarLook = {
  textKey: 'mainText',
  sizeKey: 'textSize',
  size: 17,
  margin: 5,
  minimumHeight: 20,
  radius: 0,
  bold: false,
  separatorKey: 'strokeColor2',
  fillSelected: selectedColor,
};

const MOCKUP_BUTTON_BAR: BarLook = { ...MOCKUP_BAR, radius: 10, bold: true };

const IOS_BAR: BarLook = {
  ...MOCKUP_BAR,
  textKey: 'buttonText',
  sizeKey: 'fontSize',
  size: 8.5,
  margin: 2.5,
  minimumHeight: 10,
  radius: 2.5,
  fillSelected: blueGradient,
};

const IOS7_BAR: BarLook = {
  ...IOS_BAR,
  separatorKey: 'strokeColor',
  fillSelected: fillWith((style) => style.color('accentColor', '#0080F0')),
};

function traceFrame(w: number, h: number, radius: number, corners?: readonly Corner[]): string {
  return radius > 0 ? roundedData(w, h, radius, corners) : `M0 0L${w} 0L${w} ${h}L0 ${h}Z`;
}

const frameColor = (style: Style): string | undefined => style.color('strokeColor', '#666666');

function setCaptionColor(canvas: Canvas, style: Style, selected: boolean): void {
  const color = selected ? style.color('textColor2', '#ffffff') : style.color('textColor', '#666666');
  canvas.setFontColor(color ?? '#000000');
}

/** Which of the sides of a bar's item belong to the bar's own outline. */
function endCorners(
  index: number,
  count: number,
  first: readonly Corner[],
  last: readonly Corner[],
): readonly Corner[] {
  if (index === 0) return first;
  return index === count - 1 ? last : [];
}

const barShape = (look: BarLook, more: { readonly underlined?: boolean; readonly emptyWidth?: number } = {}): Shape =>
  framed(({ canvas, w, h: boxHeight, style, cell }) => {
    const { captions, selected } = captionItems(style, look.textKey, '+Button 1, Button 2, Button 3');
    const size = style.number(look.sizeKey, look.size);
    const h = Math.max(boxHeight, size * 1.5, look.minimumHeight);
    const { centers, ends, width } = captionColumns(cell.textWidth, captions, {
      size: size,
      boxWidth: w,
      margin: look.margin,
      emptyWidth: more.emptyWidth,
    });
    canvas.setStrokeColor(frameColor(style));
    canvas.setFillColor(style.color('fillColor', '#ffffff'));
    paintPath(canvas, traceFrame(width, h, look.radius));
    canvas.setStrokeColor(
      look.separatorKey === 'strokeColor' ? frameColor(style) : style.color('strokeColor2', '#c4c4c4'),
    );
    const separators = ends.slice(0, -1).filter((_end, index) => index + 1 !== selected && index !== selected);
    strokePath(canvas, separators.map((x) => `M${x} 0L${x} ${h}`).join(''));
    if (selected >= 0) {
      const left = ends[selected - 1] ?? 0;
      const corners = endCorners(selected, captions.length, ['topLeft', 'bottomLeft'], ['topRight', 'bottomRight']);
      look.fillSelected(canvas, style);
      canvas.save();
      canvas.translate(left, 0);
      fillPath(canvas, traceFrame((ends[selected] ?? 0) - left, h, look.radius, corners));
      canvas.restore();
    }
    canvas.setStrokeColor(frameColor(style));
    strokePath(canvas, traceFrame(width, h, look.radius));
    canvas.setFontSize(size);
    if (look.bold) canvas.setFontStyle(FONT_BOLD);
    captions.forEach((caption, index) => {
      const x = centers[index] ?? 0;
      setCaptionColor(canvas, style, index === selected);
      canvas.text(x, h / 2, caption);
      if (!more.underlined || caption === '') return;
      const half = (cell.textWidth?.(caption, size) ?? 0) / 2;
      const color = index === selected ? style.color('textColor2', '#ffffff') : style.color('textColor', '#666666');
      canvas.setStrokeColor(color);
      strokePath(canvas, `M${x - half} ${(h + size) / 2}L${x + half} ${(h + size) / 2}`);
    });
  });

/** Rows of one height that fill the box, one of them selected. */
const columnShape = (
  look: BarLook,
  drawCaption: (frame: Frame, caption: string, y: number, size: number) => void,
): Shape =>
  framed((given) => {
    const { canvas, style, cell } = given;
    const { captions, selected } = captionItems(style, look.textKey, '+Button 1, Button 2, Button 3');
    const size = style.number(look.sizeKey, look.size);
    const h = Math.max(given.h, captions.length * size * 1.5);
    const row = h / captions.length;
    const w = Math.max(given.w, 2 * look.margin + widestOf(captions, size, cell.textWidth));
    canvas.setStrokeColor(frameColor(style));
    canvas.setFillColor(style.color('fillColor', '#ffffff'));
    paintPath(canvas, traceFrame(w, h, look.radius));
    canvas.setStrokeColor(style.color('strokeColor2', '#c4c4c4'));
    let separators = '';
    for (let index = 1; index < captions.length; index++) {
      if (index !== selected && index !== selected + 1) separators += `M0 ${row * index}L${w} ${row * index}`;
    }
    strokePath(canvas, separators);
    if (selected >= 0) {
      const corners = endCorners(selected, captions.length, ['topLeft', 'topRight'], ['bottomRight', 'bottomLeft']);
      look.fillSelected(canvas, style);
      canvas.save();
      canvas.translate(0, row * selected);
      fillPath(canvas, traceFrame(w, row, look.radius, corners));
      canvas.restore();
    }
    canvas.setStrokeColor(frameColor(style));
    strokePath(canvas, traceFrame(w, h, look.radius));
    canvas.setFontSize(size);
    if (look.bold) canvas.setFontStyle(FONT_BOLD);
    captions.forEach((caption, index) => {
      setCaptionColor(canvas, style, index === selected);
      drawCaption({ ...given, w, h }, caption, row * (index + 0.5), size);
    });
  });

/** The rows of an iOS list end in a chevron. */
const iosList = columnShape({ ...IOS_BAR, size: 17 }, ({ canvas, w, style }, caption, y, size) => {
  canvas.text(10, y, caption, { align: 'left' });
  const half = size / 2;
  canvas.setStrokeWidth(size * 0.3);
  canvas.setStrokeColor(style.color('strokeColor2', '#c4c4c4'));
  strokePath(canvas, `M${w - 20 - half} ${y - half}L${w - 20} ${y}L${w - 20 - half} ${y + half}`);
});

/** Rows at the top down to the selected one, and the rest at the bottom: the open one has the room between. */
const accordion = framed(({ canvas, w: boxWidth, h: boxHeight, style, cell }) => {
  const { captions, selected } = captionItems(style, 'mainText', '+Group 1, Group 2, Group 3');
  const size = style.number('textSize', 17);
  const row = size * 1.5;
  const count = captions.length;
  const h = Math.max(boxHeight, count * row);
  const w = Math.max(boxWidth, 10 + widestOf(captions, size, cell.textWidth));
  const topOf = (index: number): number =>
    selected === -1 || index <= selected ? index * row : h - (count - index) * row;
  canvas.setStrokeColor(frameColor(style));
  canvas.setFillColor(style.color('fillColor', '#ffffff'));
  paintPath(canvas, traceFrame(w, h, 0));
  canvas.setStrokeColor(style.color('strokeColor2', '#c4c4c4'));
  let separators = '';
  for (let index = 1; index < count; index++) {
    if (index !== selected) separators += `M0 ${topOf(index)}L${w} ${topOf(index)}`;
  }
  strokePath(canvas, separators);
  if (selected >= 0) {
    selectedColor(canvas, style);
    canvas.rect(0, row * selected, w, row);
    canvas.fill();
  }
  canvas.setStrokeColor(frameColor(style));
  strokePath(canvas, traceFrame(w, h, 0));
  canvas.setFontSize(size);
  captions.forEach((caption, index) => {
    setCaptionColor(canvas, style, index === selected);
    canvas.text(w / 2, topOf(index) + row / 2, caption);
  });
});

/** Tabs with lines between them and a blue line under the selected one. */
const androidTabs = framed(({ canvas, w, h: boxHeight, style, cell }) => {
  const { captions, selected } = captionItems(style, 'mainText', '+Tab 1, Tab 2, Tab 3');
  const size = style.number('textSize', 17);
  const h = Math.max(boxHeight, size * 1.5, 7);
  const { centers, ends, width } = captionColumns(cell.textWidth, captions, { size: size, boxWidth: w, margin: 5 });
  canvas.rect(0, 0, width, h);
  canvas.fillAndStroke();
  canvas.setStrokeColor(style.color('strokeColor2'));
  const separators = ends.slice(0, -1).filter((_end, index) => index + 1 !== selected && index !== selected);
  strokePath(canvas, separators.map((x) => `M${x} ${h * 0.2}L${x} ${h * 0.8}`).join(''));
  if (selected >= 0) {
    const left = ends[selected - 1] ?? 0;
    const tab = (ends[selected] ?? 0) - left;
    canvas.setFillColor(style.color('fillColor2'));
    canvas.rect(left, 0, tab, h);
    canvas.fill();
    canvas.setAlpha(1);
    canvas.setFillColor('#33b5e5');
    canvas.rect(left, h * 0.9, tab, h * 0.1);
    canvas.fill();
  }
  canvas.setFontStyle(FONT_BOLD);
  canvas.setFontSize(size);
  captions.forEach((caption, index) => {
    const color = style.color(index === selected ? 'textColor2' : 'textColor');
    if (color === undefined) return;
    canvas.setFontColor(color);
    canvas.text(centers[index] ?? 0, h / 2, caption);
  });
});

const androidMenu = framed(({ canvas, w, h: boxHeight, style }) => {
  const captions = style.string('menuText', 'Item 1, Item 2, Item 3').split(',');
  const h = Math.max(boxHeight, captions.length * style.number('fontSize', 12) * 1.5);
  const row = h / captions.length;
  canvas.rect(0, 0, w, h);
  canvas.fillAndStroke();
  strokePath(
    canvas,
    captions.map((_caption, index) => (index > 0 ? `M0 ${row * index}L${w} ${row * index}` : '')).join(''),
  );
  captions.forEach((caption, index) => {
    canvas.text(10, row * (index + 0.5), caption, { align: 'left' });
  });
});

export const CAPTION_BARS: Readonly<Record<string, Shape>> = {
  'mxgraph.mockup.buttons.horButtonBar': barShape(MOCKUP_BUTTON_BAR),
  'mxgraph.mockup.buttons.verButtonBar': columnShape(MOCKUP_BUTTON_BAR, ({ canvas, w }, caption, y) =>
    canvas.text(w / 2, y, caption),
  ),
  'mxgraph.mockup.forms.menuBar': barShape(MOCKUP_BAR),
  'mxgraph.mockup.text.linkBar': barShape(MOCKUP_BAR, { underlined: true, emptyWidth: 42 }),
  'mxgraph.mockup.containers.accordion': accordion,
  'mxgraph.ios.iHorButtonBar': barShape(IOS_BAR),
  'mxgraph.ios.iButtonBar': iosList,
  'mxgraph.ios7ui.horButtonBar': barShape(IOS7_BAR),
  'mxgraph.android.tabBar': androidTabs,
  'mxgraph.android.menuBar': androidMenu,
};
