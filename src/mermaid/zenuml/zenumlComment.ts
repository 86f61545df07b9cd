/** What a comment above a statement of ZenUML says, and how it and its message are to look. */
import { drawioColor } from '../css.js';

export interface TextLook {
  readonly color?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
}

export interface ZenComment {
  /** In Markdown; '' where it only says how something looks. */
  readonly text: string;
  /** What it takes above its statement, px. */
  readonly height: number;
  readonly look: TextLook;
  readonly messageLook: TextLook;
  /** Words about its looks that mean nothing. */
  readonly unknown: readonly string[];
}

const LINE = 20;
const NOTHING: ZenComment = { text: '', height: 0, look: {}, messageLook: {}, unknown: [] };
const CLOSING: Readonly<Record<string, string>> = { '<': '>', '(': ')', '[': ']' };

/** `<red>` is about the comment, `(bold)` about the message, `[red, bold]` about both. */
export function commentOf(raw: string): ZenComment {
  const trimmed = raw.trim();
  if (trimmed === '') return NOTHING;
  const lines = trimmed.split('\n');
  const last = lines.at(-1) ?? '';
  const unknown: string[] = [];
  let look: TextLook = {};
  let messageLook: TextLook = {};
  let at = 0;
  for (;;) {
    while (last[at] === ' ') at++;
    const opening = last[at] ?? '';
    const end = CLOSING[opening] === undefined ? -1 : last.indexOf(CLOSING[opening], at);
    if (end < 0) break;
    for (const word of last.slice(at + 1, end).split(',')) {
      const each = lookOf(word.trim());
      if (!each) unknown.push(word.trim());
      if (opening !== '(') look = { ...look, ...each };
      if (opening !== '<') messageLook = { ...messageLook, ...each };
    }
    at = end + 1;
  }
  const text = [...lines.slice(0, -1), at === 0 ? last : last.slice(at)].join('\n').trim();
  return { text, height: text === '' ? 0 : lines.length * LINE, look, messageLook, unknown };
}

const LOOKS: Readonly<Record<string, TextLook>> = {
  bold: { bold: true },
  bolder: { bold: true },
  italic: { italic: true },
  oblique: { italic: true },
  underline: { underline: true },
  'line-through': { strikethrough: true },
};

function lookOf(word: string): TextLook | undefined {
  const known = Object.hasOwn(LOOKS, word) ? LOOKS[word] : undefined;
  if (known) return known;
  const color = /^[a-z]+$/.test(word) ? drawioColor(word) : undefined;
  return color === undefined || color === 'none' ? undefined : { color };
}
