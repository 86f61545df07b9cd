/** What a cell's style says of its label's text: whether it is HTML, its font, its direction, its paint. */
import { FONT_BOLD, FONT_ITALIC, FONT_STRIKETHROUGH, FONT_UNDERLINE } from '../drawing/textBlock.js';
import type { LabelFont } from '../labels/labelFont.js';
import type { TextDirection } from '../labels/textRequest.js';
import { paintedTwice } from '../style/color.js';
import type { Style } from '../style/style.js';

export const DEFAULT_FONT_SIZE = 11;

export const isHtml = (style: Style): boolean => style.get('html') === '1' || style.get('whiteSpace') === 'wrap';

export function fontOf(style: Style): LabelFont {
  const bits = Math.trunc(style.number('fontStyle', 0));
  return {
    family: style.string('fontFamily', 'Arial,Helvetica'),
    size: style.number('fontSize', DEFAULT_FONT_SIZE),
    color: style.color('fontColor', '#000000') ?? '#000000',
    bold: (bits & FONT_BOLD) !== 0,
    italic: (bits & FONT_ITALIC) !== 0,
    underline: (bits & FONT_UNDERLINE) !== 0,
    strikethrough: (bits & FONT_STRIKETHROUGH) !== 0,
  };
}

export const opacityOf = (style: Style): number => Math.max(0, Math.min(1, style.number('textOpacity', 100) / 100));

/** The first strong character decides the direction of textDirection=auto. */
const STRONG = /[A-Za-z\u05d0-\u065f\u066a-\u06ef\u06fa-\u07ff\ufb1d-\ufdff\ufe70-\ufefc]/;

export function directionOf(style: Style, value: string): TextDirection {
  const direction = style.string('textDirection', '');
  switch (direction) {
    case 'rtl':
    case 'vertical-lr':
    case 'vertical-rl':
      return direction;
    case 'auto': {
      const strong = STRONG.exec(value)?.[0];
      return strong !== undefined && strong > 'z' ? 'rtl' : 'ltr';
    }
    default:
      return 'ltr';
  }
}

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Line feeds in the label's text are line breaks, those at its end empty lines of their own. */
export function htmlOf(style: Style, value: string): string {
  const html = style.get('html') === '1' ? value : escapeHtml(value);
  if (!html.includes('\n')) return html;
  let end = html.length;
  while (html[end - 1] === '\n') end--;
  const text = html.slice(0, end) + '<div><br></div>'.repeat(html.length - end);
  return style.string('nl2Br', '1') === '0' ? text : text.replaceAll('\n', '<br/>');
}

/** Both of the elements that draw.io puts around a label have its background. */
export function htmlBackground(style: Style): string | undefined {
  const color = style.color('labelBackgroundColor');
  return color && paintedTwice(color);
}
