/** Texts of ZenUML diagrams as HTML: plain, but for comments, which are Markdown. */
import { escapeHtml } from '../text/labels.js';
import type { TextLook } from './zenumlComment.js';

/** What Mermaid's package sets all of its texts in, whatever the theme. */
export const ZENUML_FONT = 'Helvetica';

export const zenumlHtml = (text: string): string => escapeHtml(text.replace(/\s+/g, ' ').trim());

const BOLD = 1;
const ITALIC = 2;
const UNDERLINE = 4;
const STRIKETHROUGH = 8;

/** draw.io's fontStyle; undefined for none. */
export const fontStyleOf = ({ bold, italic, underline, strikethrough }: TextLook): number | undefined =>
  (bold ? BOLD : 0) + (italic ? ITALIC : 0) + (underline ? UNDERLINE : 0) + (strikethrough ? STRIKETHROUGH : 0) ||
  undefined;

export const TEXT = '#222222';
export const MESSAGE_SIZE = 14;
export const NUMBER_SIZE = 12;

/** Mermaid's package has these, whatever the theme. */
export const COLORS = {
  ground: '#ffffff',
  border: '#666666',
  line: '#000000',
  bar: '#dedede',
  number: '#6b7280',
  separator: '#e5e7eb',
  /** Black of which something shows through. */
  faint: '#595959',
  comment: '#999999',
  divider: '#fff5ad',
  dividerBorder: '#aaaa33',
  dividerText: '#333333',
} as const;

/** A line's middle is so far above its baseline, of the font size. */
export const MIDDLE = 0.3465;
