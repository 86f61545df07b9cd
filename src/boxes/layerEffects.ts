/** What makes layers of a box's parts: clipping, opacity, transforms. */
import type { Rect } from '../geometry/plane.js';
import type { ComputedStyle } from '../html/computedStyle.js';
import { groupOf, type LayerEffect, type Part } from './fragment.js';
import { fontExtent } from './inline/fontMetrics.js';

const layer = (parts: readonly Part[], effect: LayerEffect): Part => ({
  kind: 'layer',
  fragment: groupOf(parts, 0, 0),
  x: 0,
  y: 0,
  effect,
});

/** Parts of which only what lies in the box is shown; those that stay inside it are left as they are. */
export function clippedParts(parts: readonly Part[], box: Rect): readonly Part[] {
  return reachesOut(parts, 0, 0, box) ? [layer(parts, { clip: box })] : parts;
}

/** The parts of a box that is see-through or turned, as one. */
export function withEffects(parts: readonly Part[], style: ComputedStyle, frame: Rect): readonly Part[] {
  const { groupOpacity } = style;
  const transform = style.transform?.(frame);
  if (groupOpacity === 1 && !transform) return parts;
  return [layer(parts, { opacity: groupOpacity, ...(transform && { transform }) })];
}

/** How far ink may stand out of a run's box without notice. */
const SLACK = 0.5;

function reachesOut(parts: readonly Part[], dx: number, dy: number, box: Rect): boolean {
  const outside = (x: number, y: number, width: number, height: number): boolean =>
    x + dx < box.x - SLACK ||
    y + dy < box.y - SLACK ||
    x + dx + width > box.x + box.width + SLACK ||
    y + dy + height > box.y + box.height + SLACK;
  const isOut = (inner: Rect): boolean => outside(inner.x, inner.y, inner.width, inner.height);
  const isPartOut = (part: Part): boolean => {
    switch (part.kind) {
      case 'run': {
        const { x, baseline, width, face, fontSize } = part.run;
        const { ascent, descent } = fontExtent(face, fontSize);
        return outside(x, baseline - ascent, width, ascent + descent);
      }
      case 'box':
        return isOut(part.box.box);
      case 'image':
        return isOut(part.image.box);
      case 'formula':
        return isOut(part.formula.box);
      case 'child':
        return reachesOut(part.fragment.parts, dx + part.x, dy + part.y, box);
      case 'layer':
        return part.effect.transform !== undefined || reachesOut(part.fragment.parts, dx + part.x, dy + part.y, box);
      case 'anchor':
        return false;
    }
  };
  return parts.some(isPartOut);
}
