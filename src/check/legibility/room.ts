/** Text that its cell has no room for, and text that is too small. */
import { bottom, type Rect, right } from '../../geometry/plane.js';
import type { PlacedVertex } from '../../layout/placed.js';
import { boxOf, type CheckedPage, nameOf } from '../checkedPage.js';
import type { CellText } from '../pictureTexts.js';
import type { PageRule } from '../rule.js';

export const textOverflow: PageRule = {
  name: 'text-overflow',
  scope: 'page',
  family: 'legibility',
  severity: 'warning',
  threshold: { value: 4, unit: 'px', meaning: 'how far a text may stand out of its cell' },
  summary: 'A text stands out of the cell that it is written in.',
  *find(page, most) {
    for (const text of page.paint.texts) {
      const vertex = framed(page, text.cellId);
      if (!vertex) continue;
      const box = boxOf(vertex);
      const over = standsOut(text.box, box);
      if (over <= most) continue;
      const needed = `${Math.ceil(text.box.width)} × ${Math.ceil(text.box.height)}`;
      const has = `${Math.round(box.width)} × ${Math.round(box.height)}`;
      yield {
        cells: [text.cellId],
        box: text.box,
        message: `The text of ${nameOf(page, text.cellId)} stands ${Math.round(over)} px out of its cell: it takes ${needed} px where the cell has ${has}. ${roomAdvice(text.box, vertex)}`,
      };
    }
  },
};

/** A text with room enough in its cell has been moved out of it. */
function roomAdvice({ width, height }: Rect, vertex: PlacedVertex): string {
  const { width: mostWidth, height: mostHeight } = boxOf(vertex);
  if (width <= mostWidth && height <= mostHeight) {
    return 'It would fit: look at its alignment and spacing (align, verticalAlign, spacingLeft and the like).';
  }
  const wrap = vertex.style.get('whiteSpace') === 'wrap' ? '' : ', wrap the text (whiteSpace=wrap)';
  return `Make the cell larger${wrap} or shorten the text.`;
}

const standsOut = (inner: Rect, outer: Rect): number =>
  Math.max(outer.x - inner.x, outer.y - inner.y, right(inner) - right(outer), bottom(inner) - bottom(outer));

/** A vertex whose label is inside, and whose outline can be seen: text that stands free may be as long as it likes. */
function framed(page: CheckedPage, id: string): PlacedVertex | undefined {
  const placed = page.use.page.layout.cells.get(id);
  if (placed?.kind !== 'vertex' || placed.cell.parent?.kind === 'edge') return undefined;
  const { style } = placed;
  const inside =
    style.string('labelPosition', 'center') === 'center' &&
    style.string('verticalLabelPosition', 'middle') === 'middle';
  const isSeen = style.color('strokeColor') !== undefined || style.color('fillColor') !== undefined;
  // What is drawn in a cell of no size has no room for anything: an icon with its caption beside it, or a line.
  const isLine = placed.box.width < 10 || placed.box.height < 10;
  const isPicture = ['image', 'icon', 'line', 'link'].includes(style.string('shape', ''));
  return inside && isSeen && !isLine && !isPicture ? placed : undefined;
}

export const textClipped: PageRule = {
  name: 'text-clipped',
  scope: 'page',
  family: 'legibility',
  severity: 'warning',
  threshold: { value: 4, unit: 'px', meaning: 'how much of a line may be cut off' },
  summary: 'A text is cut off at the border of its cell (overflow=hidden and the like).',
  *find(page, most) {
    for (const { cellId, box, cutOff } of page.paint.texts) {
      if (cutOff <= most) continue;
      yield {
        cells: [cellId],
        box,
        message: `The text of ${nameOf(page, cellId)} is cut off. Make the cell larger, or shorten the text.`,
      };
    }
  },
};

export const smallText: PageRule = {
  name: 'small-text',
  scope: 'page',
  family: 'legibility',
  severity: 'warning',
  threshold: {
    value: 6,
    unit: 'px',
    meaning: 'the smallest size of letters in the picture, at the scale that is asked for',
  },
  summary: 'Letters are too small to be read.',
  *find(page, least) {
    const { scale = 1 } = page.use.options;
    for (const text of page.paint.texts) {
      const size = smallest(text) * scale;
      if (size >= least) continue;
      yield {
        cells: [text.cellId],
        box: text.box,
        message: `Letters of ${nameOf(page, text.cellId)} are ${Number(size.toFixed(1))} px high. Set fontSize to ${Math.ceil(least / scale)} or more.`,
      };
    }
  },
};

/** Of what isn't raised or lowered: marks of those kinds are small by nature. */
function smallest({ runs, transform: { a, b } }: CellText): number {
  const scale = Math.hypot(a, b);
  let largest = 0;
  for (const { run } of runs) largest = Math.max(largest, run.fontSize);
  return largest * scale;
}
