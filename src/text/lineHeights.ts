/** The vertical side of a line: how inline boxes and objects stand about its baseline, and how high it becomes. */

import { fontExtent, type LineExtent, leadedExtent } from './fontMetrics.js';
import { metricSize } from './fontSizes.js';
import type { Fragment } from './fragment.js';
import type { AtomicItem, InlineBox } from './inlineItems.js';
import { floorUnit, roundUnit } from './units.js';

/** An object on a line with its margins. */
export interface AtomicExtent {
  readonly fragment: Fragment;
  readonly marginLeft: number;
  readonly marginTop: number;
  /** The margin box: above and below the object's own baseline. */
  readonly ascent: number;
  readonly descent: number;
}

export interface LineHeights {
  readonly height: number;
  /** From the line's top. */
  readonly baseline: number;
  /** How far a box's baseline lies below the line's. */
  shiftOf(box: InlineBox): number;
  /** The top of an object's border box, from the line's top. */
  atomicTop(item: AtomicItem): number;
}

/** A box or object that hangs at the line's top or bottom, with what stands in it. */
interface Detached {
  readonly edge: 'top' | 'bottom';
  ascent: number;
  descent: number;
  /** How far its baseline lies below the line's, once that is known. */
  shift: number;
}

interface Standing {
  /** Below the baseline of the line, or of `detached`. */
  readonly shift: number;
  readonly detached: Detached | undefined;
}

export function alignVertically(
  boxes: readonly InlineBox[],
  root: InlineBox,
  atomics: readonly AtomicItem[],
  extentOf: (item: AtomicItem) => AtomicExtent,
): LineHeights {
  const strut = leadedExtent(root.style, root.face);
  const line = { ascent: strut.ascent, descent: strut.descent };
  const standings = new Map<InlineBox, Standing>([[root, { shift: 0, detached: undefined }]]);
  const atomicStandings = new Map<AtomicItem, Standing>();
  const detachedAll: Detached[] = [];
  const stand = (extent: LineExtent, box: InlineBox, align: InlineBox['style']['verticalAlign']): Standing => {
    const parent = standings.get(box) ?? { shift: 0, detached: undefined };
    if (align === 'top' || align === 'bottom') {
      const detached: Detached = { edge: align, ascent: extent.ascent, descent: extent.descent, shift: 0 };
      detachedAll.push(detached);
      return { shift: 0, detached };
    }
    const shift = parent.shift + baselineShift(align, extent, box);
    const around = parent.detached ?? line;
    around.ascent = Math.max(around.ascent, extent.ascent - shift);
    around.descent = Math.max(around.descent, extent.descent + shift);
    return { shift, detached: parent.detached };
  };
  for (const box of boxes) {
    if (!box.parent) continue;
    standings.set(box, stand(leadedExtent(box.style, box.face), box.parent, box.style.verticalAlign));
  }
  for (const item of atomics) {
    atomicStandings.set(item, stand(extentOf(item), item.box, item.content.style.verticalAlign));
  }
  for (const { edge, ascent, descent } of detachedAll) {
    const missing = ascent + descent - line.ascent - line.descent;
    if (missing > 0) line[edge === 'top' ? 'descent' : 'ascent'] += missing;
  }
  for (const detached of detachedAll) {
    detached.shift = detached.edge === 'top' ? detached.ascent - line.ascent : line.descent - detached.descent;
  }
  const total = ({ shift, detached }: Standing): number => shift + (detached?.shift ?? 0);
  const rootStanding: Standing = { shift: 0, detached: undefined };
  return {
    height: line.ascent + line.descent,
    baseline: line.ascent,
    shiftOf: (box) => total(standings.get(box) ?? rootStanding),
    atomicTop: (item) => {
      const { ascent, marginTop } = extentOf(item);
      return line.ascent + total(atomicStandings.get(item) ?? rootStanding) - ascent + marginTop;
    },
  };
}

/** How far below the baseline of `parent` something with that alignment stands. */
function baselineShift(align: InlineBox['style']['verticalAlign'], extent: LineExtent, parent: InlineBox): number {
  const { fontSize } = parent.style;
  if (typeof align === 'object') return -align.raisedBy;
  switch (align) {
    case 'sub':
      return floorUnit(roundUnit(fontSize) / 5) + 1;
    case 'super':
      return -(floorUnit(roundUnit(fontSize) / 3) + 1);
    case 'middle':
      return (
        (extent.ascent - extent.descent) / 2 -
        floorUnit((parent.face.xHeight * metricSize(fontSize)) / parent.face.unitsPerEm / 2 + 1 / 128)
      );
    case '-webkit-baseline-middle':
      return (extent.ascent - extent.descent) / 2;
    case 'text-top':
      return extent.ascent - fontExtent(parent.face, fontSize).ascent;
    case 'text-bottom':
      return fontExtent(parent.face, fontSize).descent - extent.descent;
    default:
      return 0;
  }
}
