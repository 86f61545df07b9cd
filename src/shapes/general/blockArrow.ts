/** The block arrow of Mermaid's block diagrams, which points in one to four directions. */
import type { Style } from '../../style/style.js';
import type { Shape } from '../shape.js';
import { drawPath, framed } from './frame.js';

interface Measures {
  readonly w: number;
  readonly h: number;
  /** The length of a head along the arrow: half the height. */
  readonly m: number;
  /** How much narrower than its heads the shaft is at each side. */
  readonly p: number;
}

/** Outlines by their directions, in the order right, left, up, down. Some are plain pennants, as Mermaid has them. */
const OUTLINES: Readonly<Record<string, (measures: Measures) => string>> = {
  rlud: ({ w, h, m, p }) =>
    `M0 ${h} ${m} ${h} ${w / 2} ${h + 2 * p} ${w - m} ${h} ${w} ${h} ${w} ${(2 * h) / 3} ${w + 2 * p} ${h / 2}
     ${w} ${h / 3} ${w} 0 ${w - m} 0 ${w / 2} ${-2 * p} ${m} 0 0 0 0 ${h / 3} ${-2 * p} ${h / 2} 0 ${(2 * h) / 3}`,
  rlu: ({ w, h, m }) => `M${m} ${h} ${w - m} ${h} ${w} ${h / 2} ${w - m} 0 ${m} 0 0 ${h / 2}`,
  rld: ({ w, h, m }) => `M0 ${h} ${m} 0 ${w - m} 0 ${w} ${h}`,
  rud: ({ w, h, m }) => `M0 ${h} ${w} ${h - m} ${w} ${m} 0 0`,
  lud: ({ w, h, m }) => `M${w} ${h} 0 ${h - m} 0 ${m} ${w} 0`,
  rl: ({ w, h, m, p }) =>
    `M${m} ${h} ${m} ${h - p} ${w - m} ${h - p} ${w - m} ${h} ${w} ${h / 2} ${w - m} 0 ${w - m} ${p} ${m} ${p} ${m} 0
     0 ${h / 2}`,
  ud: ({ w, h, m, p }) =>
    `M${w / 2} ${h} 0 ${h - p} ${m} ${h - p} ${m} ${p} 0 ${p} ${w / 2} 0 ${w} ${p} ${w - m} ${p} ${w - m} ${h - p}
     ${w} ${h - p}`,
  ru: ({ w, h, m }) => `M0 ${h} ${w} ${h - m} 0 0`,
  rd: ({ w, h }) => `M0 ${h} ${w} ${h} 0 0`,
  lu: ({ w, h, m }) => `M${w} ${h} 0 ${h - m} ${w} 0`,
  ld: ({ w, h }) => `M${w} ${h} 0 ${h} ${w} 0`,
  r: ({ w, h, m, p }) =>
    `M${m} ${h - p} ${w - m} ${h - p} ${w - m} ${h} ${w} ${h / 2} ${w - m} 0 ${w - m} ${p} ${m} ${p}`,
  l: ({ w, h, m, p }) => `M${m} ${h} ${m} ${h - p} ${w - m} ${h - p} ${w - m} ${p} ${m} ${p} ${m} 0 0 ${h / 2}`,
  u: ({ w, h, m, p }) => `M${m} ${h - p} ${m} ${p} 0 ${p} ${w / 2} 0 ${w} ${p} ${w - m} ${p} ${w - m} ${h - p}`,
  d: ({ w, h, m, p }) =>
    `M${w / 2} ${h} 0 ${h - p} ${m} ${h - p} ${m} ${p} ${w - m} ${p} ${w - m} ${h - p} ${w} ${h - p}`,
  '': ({ w, h }) => `M0 ${h} ${w} ${h} ${w} 0 0 0`,
};

/** The directions that a style names ("left", "x, up"), as the outlines are keyed. */
function directionsOf(style: Style): string {
  const named = new Set(
    style
      .string('dirs', 'right')
      .split(/[,| ]+/)
      .map((name) => name.trim().toLowerCase()),
  );
  const across = named.has('x');
  const down = named.has('y');
  return (
    (across || named.has('right') ? 'r' : '') +
    (across || named.has('left') ? 'l' : '') +
    (down || named.has('up') ? 'u' : '') +
    (down || named.has('down') ? 'd' : '')
  );
}

export const mermaidBlockArrow: Shape = framed(({ canvas, w, h, style }) => {
  const outline = OUTLINES[directionsOf(style)];
  canvas.setLineJoin('round');
  if (outline) drawPath(canvas, `${outline({ w, h, m: h / 2, p: style.number('nodePadding', 8) / 2 })}Z`);
});
