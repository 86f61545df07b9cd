/** Shapes of the library "basic" that are cut from ellipses: pies and rings. */
import type { Style } from '../../../style/style.js';
import { drawEllipse, drawPath, framed, pathShape } from '../../general/frame.js';
import { clamp } from '../../general/outline.js';
import type { Shape } from '../../shape.js';

/** Two directions, in turns clockwise from the top, and the way between them. */
interface Sweep {
  readonly start: number;
  readonly end: number;
  readonly turn: number;
}

export function sweepOf(style: Style): Sweep {
  const start = clamp(style.number('startAngle', 0.25), 0, 1);
  const end = clamp(style.number('endAngle', 0.75), 0, 1);
  return { start, end, turn: end < start ? end - start + 1 : end - start };
}

/** The point in a direction on an ellipse about the box's middle, `scale` times as large as the box. */
function onEllipse(w: number, h: number, turns: number, scale = 1): string {
  const angle = 2 * Math.PI * turns;
  return `${w / 2 + (Math.sin(angle) * w * scale) / 2} ${h / 2 - (Math.cos(angle) * h * scale) / 2}`;
}

/** The outer arc from the start to the end. */
function outerArc(w: number, h: number, { start, end, turn }: Sweep): string {
  const arc = `A ${w / 2} ${h / 2} 0`;
  // Two quarters where the end points alone would leave it open which half is meant.
  if (start % 1 === 0 && end === 0.5) return `${arc} 0 1 ${w} ${h / 2} ${arc} 0 1 ${w / 2} ${h}`;
  if (start === 0.5 && end % 1 === 0) return `${arc} 0 1 0 ${h / 2} ${arc} 0 1 ${w / 2} 0`;
  const large = turn >= 0.5 ? 1 : 0;
  return `${arc} ${large} 1 ${onEllipse(w, h, end)}`;
}

const pie = pathShape((w, h, style) => {
  const sweep = sweepOf(style);
  return `M ${w / 2} ${h / 2} L ${onEllipse(w, h, sweep.start)} ${outerArc(w, h, sweep)} Z`;
});

/** What draw.io adds to the end of a half ring, so that it goes round the right way. */
const NUDGE = 0.00001 / (2 * Math.PI);

function ringPart(w: number, h: number, style: Style, large: boolean, end: number): string {
  const { start } = sweepOf(style);
  const inner = 1 - clamp(style.number('arcWidth', 0.5), 0, 1);
  const flag = large ? 1 : 0;
  return (
    `M ${onEllipse(w, h, start)} A ${w / 2} ${h / 2} 0 ${flag} 1 ${onEllipse(w, h, end)} ` +
    `L ${onEllipse(w, h, end, inner)} A ${(w / 2) * inner} ${(h / 2) * inner} 0 ${flag} 0 ${onEllipse(w, h, start, inner)} Z`
  );
}

const partialRing = pathShape((w, h, style) => {
  const { start, end, turn } = sweepOf(style);
  return ringPart(w, h, style, turn >= 0.5, end - start === 0.5 ? end + NUDGE : end);
});

/** A ring's part around a disc. */
const bendingArch = framed(({ canvas, w, h, style }) => {
  const { end, turn } = sweepOf(style);
  const inner = 1 - clamp(style.number('arcWidth', 0.5), 0, 1);
  const [rx, ry] = [(w / 2) * inner - 5, (h / 2) * inner - 5];
  drawEllipse(canvas, w / 2 - rx, h / 2 - ry, 2 * rx, 2 * ry);
  drawPath(canvas, ringPart(w, h, style, turn > 0.5, end));
});

const donut = pathShape((w, h, style) => {
  const d = Math.min(w / 2, h / 2, clamp(style.number('dx', 0.5), 0, w));
  const outer = `A ${w / 2} ${h / 2} 0 0 1`;
  const inner = `A ${w / 2 - d} ${h / 2 - d} 0 0 0`;
  return (
    `M 0 ${h / 2} ${outer} ${w / 2} 0 ${outer} ${w} ${h / 2} ${outer} ${w / 2} ${h} ${outer} 0 ${h / 2} Z ` +
    `M ${w / 2} ${d} ${inner} ${d} ${h / 2} ${inner} ${w / 2} ${h - d} ${inner} ${w - d} ${h / 2} ` +
    `${inner} ${w / 2} ${d} Z`
  );
});

export const BASIC_RINGS: Readonly<Record<string, Shape>> = {
  'mxgraph.basic.pie': pie,
  'mxgraph.basic.partConcEllipse': partialRing,
  'mxgraph.basic.bendingArch': bendingArch,
  'mxgraph.basic.donut': donut,
};
