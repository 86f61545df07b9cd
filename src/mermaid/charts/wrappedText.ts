/** Texts of charts that are broken into lines between words, as Mermaid breaks SVG's texts. */
import type { DrawContext } from '../context.js';
import { type ChartText, textWidth } from './chartText.js';

/** The lines of a text of which none is wider than so many px, but for single words; "<br>" begins a new one. */
export function wrappedLines(
  text: string,
  maxWidth: number,
  font: Pick<ChartText, 'fontSize' | 'bold'>,
  context: DrawContext,
): readonly string[] {
  const lines: string[] = [];
  for (const part of text.split(/<br\s*\/?>/i)) {
    let current = '';
    for (const word of part.split(/\s+/).filter((each) => each !== '')) {
      const longer = current === '' ? word : `${current} ${word}`;
      if (current !== '' && textWidth(longer, font, context) > maxWidth) {
        lines.push(current);
        current = word;
      } else current = longer;
    }
    lines.push(current);
  }
  return lines;
}
