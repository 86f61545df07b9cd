/** Images in labels: their size, and the fragment that paints them. */

import { rotation } from '../geometry/plane.js';
import type { ImageContent } from '../html/content.js';
import { type Length, resolveLength } from '../html/lengths.js';
import { append } from '../primitives/lists.js';
import type { IntrinsicWidths } from './boxContext.js';
import { blockBoxParts } from './boxPaint.js';
import { borderBoxSize, boxEdges, type Space } from './boxSizes.js';
import { type Fragment, movedPart, type Part } from './fragment.js';

const UNKNOWN_IMAGE = { width: 16, height: 16 };

interface Size {
  readonly width: number;
  readonly height: number;
}

/** An image's border box: its own size, unless width and height say otherwise; one of them keeps the proportions. */
export const imageBox = (content: ImageContent, { width, height }: Space): Size => sizeIn(content, width, height);

/**
 * How narrow and how wide an image can be. One as wide as a part of what is around it gives way to that, down to its
 * min-width, and asks for its own width.
 */
export function imageWidths(content: ImageContent): IntrinsicWidths {
  if (content.hasOnlyProportions) return { min: 0, max: 0 };
  if (isTurned(content)) {
    const { height } = sizeIn(content, undefined, undefined);
    return { min: height, max: height };
  }
  const { width } = sizeIn(content, undefined, undefined);
  if (content.style.width.kind !== 'percent') return { min: width, max: width };
  const edges = boxEdges(content.style, 0);
  const least = resolveLength(content.style.minWidth, undefined) ?? 0;
  return { min: borderBoxSize(least, content.style, edges.left + edges.right), max: width };
}

/** The size where percentages refer to the size around; where that is not known, they are as if not there. */
function sizeIn({ style, naturalSize }: ImageContent, around: number | undefined, tall: number | undefined): Size {
  const natural = naturalSize ?? UNKNOWN_IMAGE;
  const edges = boxEdges(style, around ?? 0);
  const horizontal = edges.left + edges.right;
  const vertical = edges.top + edges.bottom;
  /** Undefined for what has no width or no height, which has no proportions. */
  const ratio = natural.width > 0 && natural.height > 0 ? natural.width / natural.height : undefined;
  const inside = (length: number | undefined, outside: number): number | undefined =>
    length === undefined ? undefined : style.borderBox ? Math.max(0, length - outside) : length;
  const horizontally = (length: Length): number | undefined => inside(resolveLength(length, around), horizontal);
  const vertically = (length: Length): number | undefined => inside(resolveLength(length, tall), vertical);
  let width = horizontally(style.width);
  let height = vertically(style.height);
  const widthGiven = width !== undefined;
  const heightGiven = height !== undefined;
  width ??= height === undefined || ratio === undefined ? natural.width : height * ratio;
  height ??= ratio === undefined ? natural.height : width / ratio;
  const limited = Math.max(Math.min(width, horizontally(style.maxWidth) ?? width), horizontally(style.minWidth) ?? 0);
  if (limited !== width) {
    width = limited;
    if (!heightGiven && ratio !== undefined) height = width / ratio;
  }
  const tallest = vertically(style.maxHeight);
  if (tallest !== undefined && height > tallest) {
    height = tallest;
    if (!widthGiven && ratio !== undefined) width = height * ratio;
  }
  return { width: width + horizontal, height: height + vertical };
}

/** In vertical text images stand upright, while the line that they are laid out in is turned. */
const isTurned = ({ style, formula }: ImageContent): boolean => style.centralBaseline && !formula;

export function imageFragment(content: ImageContent, space: Space): Fragment {
  if (isTurned(content)) return turnedImage(content, space);
  const { width, height } = imageBox(content, space);
  const { style } = content;
  const edges = boxEdges(style, space.width);
  const parts: Part[] = [...blockBoxParts(style, { x: 0, y: 0, width, height })];
  if (style.visible) {
    const box = {
      x: edges.left,
      y: edges.top,
      width: width - edges.left - edges.right,
      height: height - edges.top - edges.bottom,
    };
    if (content.formula) {
      const { drawing, runs } = content.formula(box.width);
      const set: Part[] = [{ kind: 'formula', formula: drawing }, ...runs.map((run): Part => ({ kind: 'run', run }))];
      append(
        parts,
        set.map((part) => movedPart(part, box.x, box.y)),
      );
    } else {
      const { href, darkHref } = content;
      parts.push({ kind: 'image', image: { box, href, ...(darkHref !== undefined && { darkHref }) } });
    }
  }
  return { width, height, firstBaseline: undefined, lastBaseline: undefined, parts };
}

/** An image turned back about its middle. */
function turnedImage(content: ImageContent, space: Space): Fragment {
  const upright = imageFragment({ ...content, style: { ...content.style, centralBaseline: false } }, space);
  const { width, height } = upright;
  const transform = rotation(-90, { x: height / 2, y: width / 2 });
  const layer: Part = {
    kind: 'layer',
    fragment: upright,
    x: (height - width) / 2,
    y: (width - height) / 2,
    effect: { transform },
  };
  return { width: height, height: width, firstBaseline: undefined, lastBaseline: undefined, parts: [layer] };
}
