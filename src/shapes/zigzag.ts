/** A zigzag line or (rounded) a wave across a box, whose teeth keep their width as the box grows. */
import { drawPath, drawRect, framed } from './frame.js';
import { isRounded, styleStrokeWidth } from './outline.js';
import type { Shape } from './shape.js';

/** How far the control points of a wave lie from its crests, in widths of the stretch. */
const EASE = 0.4;

export const zigzag: Shape = framed(({ canvas, w, h, style }) => {
  if (style.color('fillColor') !== undefined) drawRect(canvas, 0, 0, w, h, 'fill');
  const rounded = isRounded(style);
  const middle = h / 2;
  // Miter joins stand out further than a round crest.
  const inset = styleStrokeWidth(style) / (rounded ? 2 : 1);
  const stretches = Math.max(1, Math.round(w / Math.max(5, style.number('size', 10))) - 1);
  const stretch = w / (stretches + 1);
  const half = stretch / 2;
  const crest = (index: number): number => (index % 2 === 0 ? inset : h - inset);
  const crests = Array.from({ length: stretches + 1 }, (_, index) => [half + index * stretch, crest(index)] as const);
  if (!rounded) {
    drawPath(canvas, `M0 ${middle}L${crests.map(([x, y]) => `${x} ${y}`).join(' ')} ${w} ${middle}`, 'stroke');
    return;
  }
  // The first and the last stretch run between the middle and a crest, as steep there as the others are.
  const slope = (middle - inset) * EASE;
  const last = crest(stretches);
  let data = `M0 ${middle}C${EASE * half} ${middle - slope} ${(1 - EASE) * half} ${inset} ${half} ${inset}`;
  crests.slice(1).forEach(([x, y], index) => {
    data += `C${x - (1 - EASE) * stretch} ${crest(index)} ${x - EASE * stretch} ${y} ${x} ${y}`;
  });
  const end = middle + (last === inset ? -slope : slope);
  data += `C${w - (1 - EASE) * half} ${last} ${w - EASE * half} ${end} ${w} ${middle}`;
  drawPath(canvas, data, 'stroke');
});
