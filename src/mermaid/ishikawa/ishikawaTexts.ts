/** The texts of Ishikawa diagrams: lines that stand where Mermaid's SVG has them, by anchor and baseline. */
import { type Rect, rect } from '../../geometry/plane.js';
import { largest } from '../../primitives/lists.js';
import type { CellStyle } from '../cells.js';
import { optionsOf } from '../charts/chartOptions.js';
import { chartHtml } from '../charts/chartText.js';
import type { DrawContext } from '../context.js';
import { lineExtent } from '../text/svgText.js';

/** From an anchor down to the baseline, of the font size. */
const BASELINES = { alphabetic: 0, middle: 0.2595, hanging: 0.724 } as const;

export interface IshikawaText {
  readonly text: string;
  /** Of the anchor of all lines together, px. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'middle' | 'end';
  readonly baseline: keyof typeof BASELINES;
  readonly bold?: boolean;
  /** Px. */
  readonly fontSize: number;
}

export interface SetText {
  readonly html: string;
  /** Around the lines, as SVG measures them, px. */
  readonly box: Rect;
  readonly style: CellStyle;
}

/** The distance of lines, px: that of Mermaid's own font size, which is not the one that a theme has. */
const lineDistance = ({ config }: DrawContext): number => 1.05 * ishikawaSize(config);

/** The font size that Mermaid lays the diagram out for, px. */
export const ishikawaSize = (config: DrawContext['config']): number => optionsOf(config).pixels('fontSize', 14);

export function setText(each: IshikawaText, context: DrawContext): SetText {
  const { theme, measure } = context;
  const { text, x, y, anchor, baseline, bold, fontSize } = each;
  const lines = text.split(/<br\s*\/?>|\n/).map(chartHtml);
  const distance = lineDistance(context);
  const font = { fontFamily: theme.fontFamily, fontSize, bold };
  const width = largest(lines.map((line) => measure(line, font).width));
  const { ascent, descent } = lineExtent(fontSize);
  const first = y - ((lines.length - 1) * distance) / 2 + BASELINES[baseline] * fontSize;
  const height = ascent + descent + (lines.length - 1) * distance;
  const html = lines.join('<br>');
  const lineHeight = Math.round((1000 * distance) / fontSize) / 1000;
  return {
    html: lines.length > 1 ? `<div style="line-height:${lineHeight}">${html}</div>` : html,
    box: rect(anchor === 'end' ? x - width : x - width / 2, first - ascent, width, height),
    style: {
      html: 1,
      align: anchor === 'end' ? 'right' : 'center',
      verticalAlign: 'middle',
      spacing: 0,
      fontFamily: theme.fontFamily,
      fontSize,
      fontStyle: bold ? 1 : undefined,
      fontColor: theme.text.slice(0, 7),
    },
  };
}

/** A text with its lines broken between words after so many letters. */
export function brokenText(text: string, letters: number): string {
  if (text.length <= letters) return text;
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
