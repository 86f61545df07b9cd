/** A square cell that an icon fills. */
import type { Rect } from '../geometry/plane.js';
import { type Icon, squareIcon } from '../icons/iconSvg.js';
import type { Cells } from './cells.js';

/** The icon is the cell's label, so that draw.io turns its colour for dark pages. */
export function addIconCell(icon: Icon, parent: string, box: Rect, color: string, cells: Cells): void {
  cells.vertex({
    id: cells.id(`${parent}-icon`),
    parent,
    label: squareIcon(icon, box.width),
    box,
    style: {
      text: '',
      html: 1,
      align: 'center',
      verticalAlign: 'middle',
      spacing: 0,
      fillColor: 'none',
      strokeColor: 'none',
      fontColor: color,
      connectable: 0,
    },
  });
}
