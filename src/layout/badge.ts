/** The number badge of a cell (enumerate=1), at a vertex's top right corner or on an edge. */
import { type Point, point, rect } from '../geometry/plane.js';
import { resolveStyle } from '../style/resolve.js';
import type { Style } from '../style/style.js';
import { type PlacedLabel, placeLabel } from './label.js';
import type { LabelRequest } from './labelRequest.js';
import { escapeHtml } from './labelWords.js';
import type { PlacedCell } from './placed.js';

/** How far a badge's corner lies inside a vertex's, px. */
const INSET = 4;

/** draw.io's own label: its bottom left corner is at the place. */
const STYLE = resolveStyle(
  'html=1;align=left;verticalAlign=bottom;fontSize=12;fontFamily=Arial,Helvetica;spacing=0;blockSpacing=1',
  true,
);

type BadgeContext = Pick<LabelRequest, 'fonts' | 'report' | 'elements' | 'budget'>;

/** Badges count through a page in the order in which its cells are drawn; those with a text of their own aren't counted. */
export class Badges {
  #count = 0;

  /** A cell's badge; undefined if it has none. `onEdge`: the middle of an edge. It turns with its cell, where it stands. */
  of(placed: PlacedCell, onEdge: () => Point, context: BadgeContext): PlacedLabel | undefined {
    const { cell, style } = placed;
    if (style.get('enumerate') !== '1') return undefined;
    const at = placed.kind === 'edge' ? onEdge() : point(placed.box.x + placed.box.width - INSET, placed.box.y + INSET);
    const text = ownText(style) ?? String(++this.#count);
    return placeLabel({
      ...context,
      cellId: cell.id,
      value: `<div style="padding:2px;border:1px solid gray;background:yellow;border-radius:2px;">${escapeHtml(text)}</div>`,
      style: STYLE,
      isEdge: true,
      box: rect(at.x, at.y, 0, 0),
      rotationDegrees: placed.kind === 'vertex' ? style.number('rotation', 0) : 0,
      pivotBox: undefined,
    });
  }
}

/** The style's text, percent-encoded; as it is where it isn't encoded well. */
function ownText(style: Style): string | undefined {
  const value = style.string('enumerateValue', '');
  if (value === '') return undefined;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
