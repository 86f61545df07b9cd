/** The values that an XY chart writes at its bars, where its settings ask for that. */
import type { Rect } from '../../geometry/plane.js';
import { smallest } from '../../primitives/lists.js';
import type { DrawContext } from '../context.js';
import { optionsOf } from './chartOptions.js';
import { type ChartText, drawText } from './chartText.js';

export interface LabelledBar {
  readonly id: string;
  readonly box: Rect;
  readonly text: string;
}

/** A letter is taken for so wide, of the font size. */
const LETTER = 0.7;
/** From the end of the bar, px. */
const DISTANCE = 10;

/** The largest font in which a value fits its bar; sizes are tried from the first one down, a pixel at a time. */
function fittingSize({ box, text }: LabelledBar, isHorizontal: boolean): number {
  const letters = LETTER * text.length;
  const [first, most] = isHorizontal
    ? [LETTER * box.height, (box.width - DISTANCE) / letters]
    : [box.width / letters, Math.min(box.width / letters, box.height - DISTANCE)];
  return first <= most ? first : first - Math.ceil(first - most);
}

/** All in one size: the least that one of them needs. */
export function drawBarLabels(bars: readonly LabelledBar[], isHorizontal: boolean, context: DrawContext): void {
  const options = optionsOf(context.config.xyChart);
  if (!options.flag('showDataLabel', false)) return;
  const isOutside = options.flag('showDataLabelOutsideBar', false);
  const labelled = bars.filter(({ text }) => text !== '');
  const least = smallest(labelled.map((bar) => fittingSize(bar, isHorizontal)));
  // What would be below nothing is no size: as in Mermaid, such texts are as large as the page's.
  const fontSize = least < 0 ? context.theme.fontSize : Math.floor(least);
  const color = optionsOf(context.config.themeVariables).part('xyChart').color('dataLabelColor', '#000000');
  for (const { id, box, text } of labelled) {
    const aside = isOutside ? DISTANCE : -DISTANCE;
    const place: Pick<ChartText, 'x' | 'y' | 'anchor' | 'baseline'> = isHorizontal
      ? {
          x: box.x + box.width + aside,
          y: box.y + box.height / 2,
          anchor: isOutside ? 'start' : 'end',
          baseline: 'middle',
        }
      : { x: box.x + box.width / 2, y: box.y - aside, baseline: isOutside ? 'alphabetic' : 'hanging' };
    drawText({ ...place, text, fontSize, color, parent: id }, context);
  }
}
