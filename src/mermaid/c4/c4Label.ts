/** Labels of C4 diagrams: blocks of lines one below the other, each in a size of its own. */
import type { DrawContext } from '../context.js';
import type { Size } from '../graph/graph.js';
import { brokenHtml, lineExtent, svgTextHtml } from '../text/svgText.js';
import type { C4Font } from './c4Settings.js';

export interface C4Block {
  readonly text: string;
  readonly font: C4Font;
  /** From line to line, of the font size; default 1. */
  readonly lineHeight?: number;
}

export interface C4Label {
  readonly html: string;
  /** Around the text of all blocks, px. */
  readonly size: Size;
}

interface SetBlock {
  readonly html: string;
  readonly font: C4Font;
  readonly width: number;
  /** As browsers reckon the box of a text. */
  readonly height: number;
  readonly lineHeight: number;
  readonly lines: number;
}

/** Lines are broken at `maxWidth`. */
function setBlock(
  { text, font, lineHeight = 1 }: C4Block,
  maxWidth: number | undefined,
  context: DrawContext,
): SetBlock {
  const { measure } = context;
  // Mermaid breaks lines as if nothing were bold.
  const html =
    maxWidth === undefined ? svgTextHtml(text) : brokenHtml(text, maxWidth, { ...font, bold: false }, measure);
  const line = lineHeight * font.fontSize;
  const lines = html.split('<br>').length;
  const { ascent, descent } = lineExtent(font.fontSize);
  const { width } = measure(html, font);
  return { html, font, width, height: ascent + descent + (lines - 1) * line, lineHeight: line, lines };
}

/** The height of a text as browsers reckon it. */
export const blockHeight = (block: C4Block, maxWidth: number | undefined, context: DrawContext): number =>
  setBlock(block, maxWidth, context).height;

/** Blocks with so much between them; `gaps[0]` is that below the first. */
export function c4Label(
  blocks: readonly C4Block[],
  gaps: readonly number[],
  maxWidth: number | undefined,
  context: DrawContext,
): C4Label {
  const set = blocks.map((block) => setBlock(block, maxWidth, context));
  const parts = set.map((each, index) => {
    const before = set[index - 1];
    const own = each.lines * each.lineHeight;
    // What browsers reckon to a text beyond its lines counts to the gap.
    const excess = before ? (before.height - before.lines * before.lineHeight + each.height - own) / 2 : 0;
    const margin = before ? (gaps[index - 1] ?? 0) + excess : 0;
    const weight = each.font.bold ? 'font-weight:bold;' : '';
    const top = before ? `margin-top:${rounded(margin)}px;` : '';
    const size = `font-size:${rounded(each.font.fontSize)}px;line-height:${rounded(each.lineHeight)}px;`;
    return `<div style="${size}${weight}${top}">${each.html}</div>`;
  });
  return {
    html: parts.join(''),
    size: {
      width: set.reduce((most, { width }) => Math.max(most, width), 0),
      height: set.reduce((sum, { height }, index) => sum + height + (index === 0 ? 0 : (gaps[index - 1] ?? 0)), 0),
    },
  };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
