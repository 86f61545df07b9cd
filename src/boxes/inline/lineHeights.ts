/** The vertical side of a line: how inline boxes and objects stand about its baseline, and how high it becomes. */

import { metricSize } from '../../drawing/fontSizes.js';
import { floorUnit, halvedUnit, roundUnit } from '../../html/layoutUnits.js';
import type { Fragment } from '../fragment.js';
import { baselineExtent, type LineExtent, leadedExtent } from './fontMetrics.js';
import type { AtomicItem, InlineBox } from './inlineItems.js';

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
  readonly extent: LineExtent;
  /** How far its baseline lies below the line's, once that is known. */
  shift: number;
}

interface MutableExtent {
  ascent: number;
  descent: number;
}

/** How far its baseline lies below that of the box around it, or what it hangs by. */
type Standing = number | Detached;

export function alignVertically(
  boxes: readonly InlineBox[],
  root: InlineBox,
  atomics: readonly AtomicItem[],
  extentOf: (item: AtomicItem) => AtomicExtent,
): LineHeights {
  const extents = new Map<InlineBox, MutableExtent>();
  for (const box of new Set([root, ...boxes])) extents.set(box, { ...leadedExtent(box.style, box.face) });
  const line = extents.get(root) as MutableExtent;
  const detachedAll: Detached[] = [];
  const stand = (extent: LineExtent, around: InlineBox, align: InlineBox['style']['verticalAlign']): Standing => {
    if (align === 'top' || align === 'bottom') {
      const detached: Detached = { edge: align, extent, shift: 0 };
      detachedAll.push(detached);
      return detached;
    }
    const shift = baselineShift(align, extent, around);
    const outer = extents.get(around) ?? line;
    outer.ascent = Math.max(outer.ascent, extent.ascent - shift);
    outer.descent = Math.max(outer.descent, extent.descent + shift);
    return shift;
  };
  const atomicStandings = new Map<AtomicItem, Standing>();
  for (const item of atomics) {
    atomicStandings.set(item, stand(extentOf(item), item.box, item.content.style.verticalAlign));
  }
  // What a box holds is a part of what is aligned: the innermost ones are settled first.
  const standings = new Map<InlineBox, Standing>();
  for (const box of [...boxes].reverse()) {
    if (!box.parent) continue;
    standings.set(box, stand(extents.get(box) as MutableExtent, box.parent, box.style.verticalAlign));
  }
  for (const { edge, extent } of detachedAll) {
    const missing = extent.ascent + extent.descent - line.ascent - line.descent;
    if (missing > 0) line[edge === 'top' ? 'descent' : 'ascent'] += missing;
  }
  for (const detached of detachedAll) {
    const { edge, extent } = detached;
    detached.shift = edge === 'top' ? extent.ascent - line.ascent : line.descent - extent.descent;
  }
  const shiftFrom = (standing: Standing, around: InlineBox | undefined): number => {
    let shift = 0;
    let current: Standing = standing;
    for (let box = around; ; box = box.parent) {
      if (typeof current === 'object') return shift + current.shift;
      shift += current;
      if (!box?.parent) return shift;
      current = standings.get(box) ?? 0;
    }
  };
  return {
    height: line.ascent + line.descent,
    baseline: line.ascent,
    shiftOf: (box) => shiftFrom(standings.get(box) ?? 0, box.parent),
    atomicTop: (item) => {
      const { ascent, marginTop } = extentOf(item);
      return line.ascent + shiftFrom(atomicStandings.get(item) ?? 0, item.box) - ascent + marginTop;
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
        halvedUnit(extent.ascent - extent.descent) -
        floorUnit((parent.face.xHeight * metricSize(fontSize)) / parent.face.unitsPerEm / 2 + 1 / 128)
      );
    case '-webkit-baseline-middle':
      return halvedUnit(extent.ascent - extent.descent);
    case 'text-top':
      return extent.ascent - baselineExtent(parent.style, parent.face).ascent;
    case 'text-bottom':
      return baselineExtent(parent.style, parent.face).descent - extent.descent;
    default:
      return 0;
  }
}
