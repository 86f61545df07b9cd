/** The title of a diagram, centred above it as Mermaid sets it. */
import type { Point } from '../geometry/plane.js';
import type { DrawContext } from './context.js';
import { CENTRED_TEXT } from './text/centredText.js';
import { labelHtml } from './text/labels.js';

/** Mermaid's, px: the title's middle stands so far above the diagram. */
const HEIGHT = 39;

/** Around a title above all cells, px: beside it, and above and below it. */
const PADDING = { across: 4, down: 2 };

/** `fontSize` in px; `middle` is the title's, which takes no more room than its text there; default above all cells. */
export function drawTitle(title: string, fontSize: number, context: DrawContext, middle?: Point): void {
  const { cells, theme, measure, report } = context;
  const { bounds } = cells;
  if (!bounds) return;
  const id = cells.id('title');
  const label = labelHtml({ text: title }, report, id);
  const { width, height } = measure(label, { fontFamily: theme.fontFamily, fontSize });
  const padding = middle ? { across: 0, down: 0 } : PADDING;
  const [boxWidth, boxHeight] = [width + 2 * padding.across, height + 2 * padding.down];
  cells.vertex({
    id,
    label,
    box: {
      x: middle ? middle.x - boxWidth / 2 : bounds.x + (bounds.width - boxWidth) / 2,
      y: (middle?.y ?? bounds.y - HEIGHT) - boxHeight / 2,
      width: boxWidth,
      height: boxHeight,
    },
    style: {
      ...CENTRED_TEXT,
      whiteSpace: middle ? 'nowrap' : 'wrap',
      rounded: 0,
      fontSize,
      fontFamily: theme.fontFamily,
      fontColor: theme.text.slice(0, 7),
    },
  });
}
