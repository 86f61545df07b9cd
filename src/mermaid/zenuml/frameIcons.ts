/** The signs of ZenUML's frames, before their names. */
import { type Point, point, rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import type { FragmentKind } from './zenumlModel.js';
import { COLORS } from './zenumlTexts.js';

/** In a room of 24 by 24. */
type Part = readonly [x: number, y: number, width: number, height: number, style: CellStyle];

/** The room is so large, px, and so far below the header's top. */
const SCALE = 20 / 24;
const DOWN = 2;

const DASHES: CellStyle = { dashed: 1, fixDash: 1, dashPattern: '3 2' };
const SOLID: CellStyle = { fillColor: COLORS.line, strokeColor: 'none', strokeWidth: 1 };
/** A line across the room. */
const line = (y: number, style: CellStyle = {}): Part => [5, y, 14, 0, style];

const ICONS: Readonly<Record<FragmentKind, readonly Part[]>> = {
  alt: [[4, 8, 16, 8, { rhombus: '' }]],
  opt: [[5, 5, 14, 14, { ellipse: '', ...DASHES }]],
  par: [line(10), line(14)],
  critical: [
    [5, 5, 14, 14, { rhombus: '' }],
    [11.1, 8.5, 1.8, 4.5, SOLID],
    [11.1, 14.5, 1.8, 1.8, { ellipse: '', ...SOLID }],
  ],
  section: [line(5, DASHES), [5, 8, 14, 8, { rounded: 0 }], line(19, DASHES)],
  loop: [
    [1, 3, 22, 14, { rounded: 1, arcSize: 20 }],
    [9.5, 13.5, 6, 7, { triangle: '', direction: 'west', ...SOLID }],
  ],
  tcf: [
    [4, 5, 4, 14, { shape: 'curlyBracket', rounded: 1, size: 0.5 }],
    [16, 5, 4, 14, { shape: 'curlyBracket', rounded: 1, size: 0.5, flipH: 1 }],
    [10, 9, 5, 6, { triangle: '', ...SOLID }],
  ],
  ref: [[6, 6, 14, 12, { shape: 'offPageConnector', direction: 'south', size: 0.3 }]],
};

/** `at`: the upper left corner of its room, px of the page. */
export function drawFrameIcon(kind: FragmentKind, at: Point, parent: string, { cells }: DrawContext): void {
  for (const [x, y, width, height, style] of ICONS[kind]) {
    const id = cells.id(`${parent}-icon`);
    const box = rect(at.x + SCALE * x, at.y + DOWN + SCALE * y, SCALE * width, SCALE * height);
    const common = { html: 1, fillColor: 'none', strokeColor: COLORS.line, strokeWidth: 1.25, ...style };
    if (height > 0) cells.vertex({ id, parent, box, style: common });
    else {
      const [source, target] = [point(box.x, box.y), point(box.x + box.width, box.y)];
      cells.edge({ id, parent, source, target, style: { ...common, endArrow: 'none' } });
    }
  }
}
