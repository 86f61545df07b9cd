/** Images in labels: their size, and the fragment that paints them. */
import { blockBoxParts } from './boxPaint.js';
import { boxEdges, type Space } from './boxSizes.js';
import { resolveLength } from './computedStyle.js';
import type { ImageContent } from './content.js';
import { type Fragment, movedPart, type Part } from './fragment.js';

const UNKNOWN_IMAGE = { width: 16, height: 16 };

/** An image's border box: its own size, unless width and height say otherwise; one of them keeps the proportions. */
export function imageBox({ style, naturalSize }: ImageContent, space: Space): { width: number; height: number } {
  const natural = naturalSize ?? UNKNOWN_IMAGE;
  const edges = boxEdges(style, space.width);
  const horizontal = edges.left + edges.right;
  const vertical = edges.top + edges.bottom;
  const ratio = natural.height > 0 ? natural.width / natural.height : 1;
  const declared = (length: number | undefined, around: number): number | undefined =>
    length === undefined ? undefined : style.borderBox ? Math.max(0, length - around) : length;
  let width = declared(resolveLength(style.width, space.width || undefined), horizontal);
  let height = declared(resolveLength(style.height, space.height), vertical);
  const widthGiven = width !== undefined;
  const heightGiven = height !== undefined;
  width ??= height === undefined ? natural.width : height * ratio;
  height ??= width / ratio;
  const most = declared(resolveLength(style.maxWidth, space.width || undefined), horizontal);
  const tallest = declared(resolveLength(style.maxHeight, space.height), vertical);
  if (most !== undefined && width > most) {
    width = most;
    if (!heightGiven) height = width / ratio;
  }
  if (tallest !== undefined && height > tallest) {
    height = tallest;
    if (!widthGiven) width = height * ratio;
  }
  return { width: width + horizontal, height: height + vertical };
}

export function imageFragment(content: ImageContent, space: Space): Fragment {
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
      const { drawing, runs } = content.formula;
      const set: Part[] = [{ kind: 'formula', formula: drawing }, ...runs.map((run): Part => ({ kind: 'run', run }))];
      parts.push(...set.map((part) => movedPart(part, box.x, box.y)));
    } else parts.push({ kind: 'image', image: { box, href: content.href } });
  }
  return { width, height, firstBaseline: undefined, lastBaseline: undefined, parts };
}
