/** The title of a diagram, centred above it as Mermaid sets it. */
import type { DrawContext } from './context.js';
import { labelHtml } from './text/labels.js';

/** Mermaid's, px: the title's middle stands so far above the diagram. */
const HEIGHT = 39;

/** `fontSize` in px. */
export function drawTitle(title: string, fontSize: number, { cells, theme, measure, report }: DrawContext): void {
  const { bounds } = cells;
  if (!bounds) return;
  const id = cells.id('title');
  const label = labelHtml({ text: title }, report, id);
  const { width, height } = measure(label, { fontFamily: theme.fontFamily, fontSize });
  const [boxWidth, boxHeight] = [width + 8, height + 4];
  cells.vertex({
    id,
    label,
    box: {
      x: bounds.x + (bounds.width - boxWidth) / 2,
      y: bounds.y - HEIGHT - boxHeight / 2,
      width: boxWidth,
      height: boxHeight,
    },
    style: {
      text: '',
      html: 1,
      strokeColor: 'none',
      fillColor: 'none',
      align: 'center',
      verticalAlign: 'middle',
      whiteSpace: 'wrap',
      rounded: 0,
      fontSize,
      fontFamily: theme.fontFamily,
      fontColor: theme.titleColor,
    },
  });
}
