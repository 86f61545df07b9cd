/** draw.io's mock-up texts: links, call-outs, notes and lists ("mxgraph.mockup.text.*"). */
import { framed } from '../../general/frame.js';
import { fillPath, listOf, roundedBySize, setCaptionFont, strokePath } from '../../general/widgets.js';
import type { Shape } from '../../shape.js';

/** The style's linkText in the middle of the box, underlined. */
export const underlinedText = (fallback: string): Shape =>
  framed(({ canvas, w: width, h: height, style, cell }) => {
    const text = style.string('linkText', fallback);
    const size = style.number('textSize', 17);
    setCaptionFont(canvas, style, 17, '#0000ff');
    canvas.setStrokeColor(style.color('textColor', '#0000ff'));
    canvas.text(width / 2, height / 2, text);
    const half = (cell.textWidth?.(text, size) ?? 0) / 2;
    const y = (height + Math.trunc(size)) / 2;
    strokePath(canvas, `M${width / 2 - half} ${y}L${width / 2 + half} ${y}`);
  });

/** A caption in one corner with a line to the opposite one. */
const callout = framed(({ canvas, w: width, h: height, style, cell }) => {
  const text = style.string('linkText', 'Callout');
  const size = style.number('textSize', 17);
  setCaptionFont(canvas, style);
  const captionWidth = (cell.textWidth?.(text, size) ?? 0) * 1.2 || 70;
  const captionHeight = size * 1.5;
  const direction = style.string('callDir', 'NW');
  if (!/^[NS][WE]$/.test(direction)) return;
  const atTop = direction.startsWith('N');
  const atLeft = direction.endsWith('W');
  const left = atLeft ? 0 : width - captionWidth;
  const top = atTop ? 0 : height - captionHeight;
  const middle = left + captionWidth / 2;
  const target = `L${atLeft ? width : 0} ${atTop ? height : 0}`;
  switch (style.string('callStyle', 'line')) {
    case 'line': {
      const y = top + captionHeight;
      const ends = atLeft ? [0, captionWidth] : [width, left];
      strokePath(canvas, `M${ends[0]} ${y}L${ends[1]} ${y}${target}`);
      break;
    }
    case 'rect':
      canvas.rect(left, top, captionWidth, captionHeight);
      canvas.fillAndStroke();
      strokePath(canvas, `M${middle} ${atTop ? captionHeight : top}${target}`);
      break;
    case 'roundRect':
      canvas.roundrect(left, top, captionWidth, captionHeight, captionHeight / 4, captionHeight / 4);
      canvas.fillAndStroke();
      strokePath(canvas, `M${middle} ${atTop ? captionHeight : top}${target}`);
      break;
  }
  canvas.text(middle, top + captionHeight / 2, text);
});

const SHEET = 'M.03 .07L.89 .06A2.81 2.92 1 0 0 .99 .98L.09 .99A2.81 2.92 1 0 1 .03 .07Z';
const TAPE = 'M.28 0L.59 0L.6 .12L.28 .13Z';

const stickyNote = framed(({ canvas, w: width, h: height, style }) => {
  fillPath(canvas, SHEET, width, height);
  canvas.setFillColor(style.color('strokeColor', '#000000'));
  fillPath(canvas, TAPE, width, height);
});

/** The older sticky note, always yellow, with lines of its own. */
const linedStickyNote = framed(({ canvas, w: width, h: height, style }) => {
  canvas.setFillColor('#ffffcc');
  fillPath(canvas, SHEET, width, height);
  canvas.setFillColor('#ff3300');
  fillPath(canvas, TAPE, width, height);
  setCaptionFont(canvas, style);
  const size = style.number('textSize', 17);
  const lines = listOf(style, 'mainText', 'Note line 1,Note line 2,Note line 3');
  const top = (height - lines.length * size * 1.5) / 2;
  lines.forEach((line, index) => {
    canvas.text(width / 2, top + (index * 1.5 + 0.75) * size, line);
  });
});

const bulletOf = (form: string, index: number): string => {
  switch (form) {
    case 'number':
      return `${index + 1}) `;
    case 'hyphen':
      return '- ';
    case 'dot':
      return '• ';
    default:
      return '  ';
  }
};

/** A framed column of lines. */
const listBox = (fallback: string, left: number, prefix: (form: string, index: number) => string): Shape =>
  framed(({ canvas, w: width, h: height, style }) => {
    canvas.rect(0, 0, width, height);
    canvas.fillAndStroke();
    setCaptionFont(canvas, style);
    const size = style.number('textSize', 17);
    const form = style.string('bulletStyle', 'none');
    listOf(style, 'mainText', fallback).forEach((line, index) => {
      canvas.text(left, (index * 1.5 + 0.75) * size, prefix(form, index) + line, { align: 'left' });
    });
  });

const captcha = framed(({ canvas, w: width, h: height, style }) => {
  canvas.rect(0, 0, width, height);
  canvas.fillAndStroke();
  canvas.setFillColor(style.color('fillColor2', '#88aaff'));
  fillPath(canvas, 'M0 0L.35 0L.55 .85L.4 .75Z', width, height);
  fillPath(canvas, 'M.7 .1L.95 .23L1 .4L1 .9L1 1L.8 1Z', width, height);
  setCaptionFont(canvas, style, 25);
  canvas.text(width / 2, height / 2, style.string('mainText', 'Note line 1'));
  canvas.rect(0, 0, width, height);
  canvas.stroke();
});

export const MOCKUP_TEXT: Readonly<Record<string, Shape>> = {
  'mxgraph.mockup.text.rrect': roundedBySize,
  'mxgraph.mockup.text.link': underlinedText('Link'),
  'mxgraph.mockup.text.alphanumeric': underlinedText('0-9 A B C D E F G H I J K L M N O P Q R S T U V X Y Z'),
  'mxgraph.mockup.text.callout': callout,
  'mxgraph.mockup.text.stickyNote': linedStickyNote,
  'mxgraph.mockup.text.stickyNote2': stickyNote,
  'mxgraph.mockup.text.bulletedList': listBox('Note line 1,Note line 2,Note line 3', 10, bulletOf),
  'mxgraph.mockup.text.textBox': listBox('Note line 1', 5, () => ''),
  'mxgraph.mockup.text.captcha': captcha,
};
