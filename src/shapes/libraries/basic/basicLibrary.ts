/** Geometric shapes of the library "basic" with straight or rounded sides: crosses, cut rectangles, frames, buttons. */

import type { FlagKey, NumberKey } from '../../../style/keys.js';
import type { Style } from '../../../style/style.js';
import { drawEllipse, drawPath, drawRect, type Frame, framed, pathShape } from '../../general/frame.js';
import { whenBounded } from '../../general/labelMargins.js';
import { clamp } from '../../general/outline.js';
import type { Shape } from '../../shape.js';

/** A length from the style, in 0…limit. */
const length = (style: Style, key: NumberKey, fallback: number, limit: number): number =>
  clamp(style.number(key, fallback), 0, limit);

/** A fraction of `full` from the style. */
const share = (style: Style, key: NumberKey, fallback: number, full: number): number =>
  full * length(style, key, fallback, full);

const halfSides = (w: number, h: number): number => Math.min(w / 2, h / 2);

/** What is cut off by the style's dx: twice that, at most half of a side. */
const cutOf = (w: number, h: number, style: Style): number =>
  Math.min(halfSides(w, h), 2 * length(style, 'dx', 0.5, w));

/** The breadth of a frame's or button's border. */
const borderOf = (w: number, h: number, style: Style): number => Math.min(halfSides(w, h), length(style, 'dx', 0.5, w));

type Corner = 'sharp' | 'round' | 'snip' | 'hollow';

/** A clockwise rectangle whose corners (from the top left) are cut by `r`. */
function cutRectangle(w: number, h: number, r: number, corners: readonly Corner[]): string {
  const places: readonly (readonly [string, string, string])[] = [
    [`0 ${r}`, '0 0', `${r} 0`],
    [`${w - r} 0`, `${w} 0`, `${w} ${r}`],
    [`${w} ${h - r}`, `${w} ${h}`, `${w - r} ${h}`],
    [`${r} ${h}`, `0 ${h}`, `0 ${h - r}`],
  ];
  const parts = places.map(([from, corner, to], i) => {
    switch (corners[i]) {
      case 'round':
        return `${from} A ${r} ${r} 0 0 1 ${to}`;
      case 'hollow':
        return `${from} A ${r} ${r} 0 0 0 ${to}`;
      case 'snip':
        return `${from} L ${to}`;
      default:
        return corner;
    }
  });
  return `M ${parts.join(' L ')} Z`;
}

const cornered = (...corners: readonly Corner[]): Shape =>
  pathShape((w, h, style) => cutRectangle(w, h, cutOf(w, h, style), corners));

const cross = pathShape((w, h, style) => {
  const arm = length(style, 'dx', 0.5, w);
  const [left, right, top, bottom] = [w / 2 - arm, w / 2 + arm, h / 2 - arm, h / 2 + arm];
  return (
    `M ${right} 0 V ${top} H ${w} V ${bottom} H ${right} V ${h} H ${left} V ${bottom} H 0 V ${top} ` + `H ${left} V 0 Z`
  );
});

const calloutMargin = whenBounded((_, style) => ({ bottom: style.number('dy', 0.5) }));

const rectCallout = pathShape(
  (w, h, style) => {
    const dx = length(style, 'dx', 0.5, w);
    const dy = length(style, 'dy', 0.5, h);
    return `M ${dx - dy / 2} ${h - dy} H 0 V 0 H ${w} V ${h - dy} H ${dx + dy / 2} L ${dx - dy} ${h} Z`;
  },
  { labelBox: calloutMargin },
);

const roundRectCallout = pathShape(
  (w, h, style) => {
    const dy = length(style, 'dy', 0.5, h);
    const r = Math.min((h - dy) / 2, w / 2, length(style, 'size', 10, h));
    const dx = Math.min(w - r - dy / 2, Math.max(r + dy / 2, length(style, 'dx', 0.5, w)));
    const foot = h - dy;
    const corner = `A ${r} ${r} 0 0 1`;
    return (
      `M ${dx - dy / 2} ${foot} H ${r} ${corner} 0 ${foot - r} V ${r} ${corner} ${r} 0 H ${w - r} ` +
      `${corner} ${w} ${r} V ${foot - r} ${corner} ${w - r} ${foot} H ${dx + dy / 2} ` +
      `A ${1.9 * dy} ${1.4 * dy} 0 0 1 ${dx - dy} ${h} A ${0.9 * dy} ${1.4 * dy} 0 0 0 ${dx - dy / 2} ${foot} Z`
    );
  },
  { labelBox: calloutMargin },
);

/** How far the waves' control points lie from their ends, in heights of the wave. */
const SWING = 1.4;

const wave = pathShape((w, h, style) => {
  const dy = share(style, 'dy', 0.5, h);
  const [low, high] = [dy * SWING, dy * (1 - SWING)];
  return (
    `M 0 ${dy / 2} Q ${w / 6} ${high} ${w / 3} ${dy / 2} Q ${w / 2} ${low} ${(w * 2) / 3} ${dy / 2} ` +
    `Q ${(w * 5) / 6} ${high} ${w} ${dy / 2} V ${h - dy / 2} Q ${(w * 5) / 6} ${h - low} ${(w * 2) / 3} ${h - dy / 2} ` +
    `Q ${w / 2} ${h - high} ${w / 3} ${h - dy / 2} Q ${w / 6} ${h - low} 0 ${h - dy / 2} Z`
  );
});

const isoCube = framed(({ canvas, w, h, style }) => {
  // The angle is in hundredths of a right angle.
  const angle = (clamp(style.number('isoAngle', 15), 0.01, 94) * Math.PI) / 200;
  const rise = Math.min(w * Math.tan(angle), h / 2);
  drawPath(canvas, `M ${w / 2} 0 L ${w} ${rise} V ${h - rise} L ${w / 2} ${h} 0 ${h - rise} V ${rise} Z`);
  drawPath(canvas, `M 0 ${rise} L ${w / 2} ${2 * rise} ${w} ${rise} M ${w / 2} ${2 * rise} V ${h}`, 'stroke');
});

const acuteTriangle = pathShape((w, h, style) => `M 0 ${h} L ${share(style, 'dx', 0.5, w)} 0 ${w} ${h} Z`);

const obtuseTriangle = pathShape((w, h, style) => `M ${share(style, 'dx', 0.5, w)} ${h} L 0 0 ${w} ${h} Z`);

/** A disc at the foot, and the tangents from the middle of the top. */
const drop = pathShape((w, h) => {
  const r = Math.min(h, w) / 2;
  const reach = h - r;
  const angle = Math.atan(Math.sqrt(reach * reach - r * r) / r);
  const [x, y] = [r * Math.sin(angle), h - r - r * Math.cos(angle)];
  const arc = `A ${r} ${r} 0 0 1`;
  return (
    `M ${w / 2} 0 L ${w / 2 + x} ${y} ${arc} ${w / 2 + r} ${h - r} ${arc} ${w / 2} ${h} ` +
    `${arc} ${w / 2 - r} ${h - r} ${arc} ${w / 2 - x} ${y} Z`
  );
});

const cone = pathShape((w, h, style) => {
  const apex = `M ${share(style, 'dx', 0.5, w)} 0`;
  const ry = h - share(style, 'dy', 0.9, h);
  if (ry <= 0) return `${apex} L ${w} ${h} 0 ${h} Z`;
  return `${apex} L ${w} ${h - ry} A ${w / 2} ${ry} 0 0 1 ${w / 2} ${h} A ${w / 2} ${ry} 0 0 1 0 ${h - ry} Z`;
});

const pyramid = framed(({ canvas, w, h, style }) => {
  const apex = share(style, 'dx1', 0.5, w);
  const foot = share(style, 'dx2', 0.6, w);
  const [left, right] = [share(style, 'dy1', 0.9, h), share(style, 'dy2', 0.8, h)];
  drawPath(canvas, `M ${apex} 0 L ${w} ${right} ${foot} ${h} 0 ${left} Z`);
  drawPath(canvas, `M ${apex} 0 L ${foot} ${h}`, 'stroke');
});

const fourPointStar = pathShape((w, h, style) => {
  const inner = 0.5 * length(style, 'dx', 0.8, w);
  const [left, top] = [inner * w, inner * h];
  return (
    `M 0 ${h / 2} L ${left} ${top} ${w / 2} 0 ${w - left} ${top} ${w} ${h / 2} ${w - left} ${h - top} ` +
    `${w / 2} ${h} ${left} ${h - top} Z`
  );
});

/** An anticlockwise rectangle, which leaves a hole in what is around it. */
const hole = (left: number, top: number, right: number, bottom: number): string =>
  `M ${left} ${top} V ${bottom} H ${right} V ${top} Z`;

const frame = pathShape((w, h, style) => {
  const border = borderOf(w, h, style);
  return `M ${w} 0 V ${h} H 0 V 0 Z ${hole(border, border, w - border, h - border)}`;
});

/** The anticlockwise inner outline of a frame with curved corners of radius r. */
function curvedHole(w: number, h: number, border: number, r: number, sweep: 0 | 1): string {
  const far = 2 * border;
  const arc = `A ${r} ${r} 0 0 ${sweep}`;
  return (
    `M ${far} ${border} ${arc} ${border} ${far} V ${h - far} ${arc} ${far} ${h - border} H ${w - far} ` +
    `${arc} ${w - border} ${h - far} V ${far} ${arc} ${w - far} ${border} Z`
  );
}

const curvedBorder = (w: number, h: number, style: Style): number =>
  Math.min(w / 4, h / 4, length(style, 'dx', 0.5, w));

const plaqueFrame = pathShape((w, h, style) => {
  const d = curvedBorder(w, h, style);
  return `${cutRectangle(w, h, d, ['hollow', 'hollow', 'hollow', 'hollow'])} ${curvedHole(w, h, d, 2 * d, 1)}`;
});

const roundedFrame = pathShape((w, h, style) => {
  const d = curvedBorder(w, h, style);
  return `${cutRectangle(w, h, 2 * d, ['round', 'round', 'round', 'round'])} ${curvedHole(w, h, d, d, 0)}`;
});

const frameCorner = pathShape((w, h, style) => {
  const d = borderOf(w, h, style);
  return `M 0 0 H ${w} L ${w - d} ${d} H ${d} V ${h - d} L 0 ${h} Z`;
});

const diagonalStripe = pathShape((w, h, style) => {
  const d = Math.min(w, h, length(style, 'dx', 0.5, w)) * 100;
  return `M 0 ${h} L ${w} 0 V ${Math.min(d / w, h)} L ${Math.min(d / h, w)} ${h} Z`;
});

const layeredRect = framed(
  ({ canvas, w, h, style }) => {
    const d = borderOf(w, h, style);
    for (const offset of [d, d / 2, 0]) drawRect(canvas, offset, offset, w - d, h - d);
  },
  {
    labelBox: whenBounded(({ width, height }, style) => {
      const d = borderOf(width, height, style);
      return { right: d, bottom: d };
    }),
  },
);

/** The four bevels of a button: left, top, right and bottom. */
const bevels = (w: number, h: number, d: number): readonly [string, string, string, string] => [
  `M 0 ${h} V 0 L ${d} ${d} V ${h - d} Z`,
  `M 0 0 H ${w} L ${w - d} ${d} H ${d} Z`,
  `M ${w} 0 V ${h} L ${w - d} ${h - d} V ${d} Z`,
  `M 0 ${h} L ${d} ${h - d} H ${w - d} L ${w} ${h} Z`,
];

const button = framed(({ canvas, w, h, style }) => {
  const [left, top, right, bottom] = bevels(w, h, borderOf(w, h, style));
  drawPath(canvas, `M 0 0 H ${w} V ${h} H 0 Z`);
  canvas.setLineJoin('round');
  for (const bevel of [left, top, right, bottom, left]) drawPath(canvas, bevel);
});

const shadedButton = framed(({ canvas, w, h, style }) => {
  const [left, top, right, bottom] = bevels(w, h, borderOf(w, h, style));
  const shade = (bevel: string, color: string, alpha: number): void => {
    canvas.setFillColor(color);
    canvas.setAlpha(alpha);
    drawPath(canvas, bevel, 'fill');
  };
  drawPath(canvas, `M 0 0 H ${w} V ${h} H 0 Z`, 'fill');
  shade(left, '#ffffff', 0.25);
  shade(top, '#ffffff', 0.5);
  shade(right, '#000000', 0.25);
  shade(bottom, '#000000', 0.5);
});

const numberedEntry = framed(({ canvas, w, h, style }) => {
  const gap = 5;
  const d = Math.min(length(style, 'dy', 0.5, w), w - 2 * gap, h - gap);
  const r = d / 2 + gap;
  drawEllipse(canvas, (w - d) / 2, 0, d, d);
  drawPath(canvas, `M 0 ${d / 2} H ${w / 2 - r} A ${r} ${r} 0 0 0 ${w / 2 + r} ${d / 2} H ${w} V ${h} H 0 Z`);
});

/** Slanted lines across the box, from its left and lower sides to its upper and right ones; or mirrored. */
function slantedLines(w: number, h: number, step: number, mirrored: boolean): string {
  const lines: string[] = [];
  const place = (x: number, y: number): string => `${mirrored ? w - x : x} ${y}`;
  for (let i = 0; i < w + h; i += step) {
    const from = i <= h ? place(0, i) : place(i - h, h);
    const to = i <= w ? place(i, 0) : place(w, i - w);
    lines.push(`M ${from} L ${to}`);
  }
  return lines.join(' ');
}

function steps(step: number, limit: number, line: (at: number) => string): string {
  const lines: string[] = [];
  for (let at = 0; at <= limit; at += step) lines.push(line(at));
  return lines.join(' ');
}

/** More lines than this would take for ever. */
const MOST_LINES = 10_000;
/** Along a side, slanted lines are further apart than across. */
const SLANT = 1.41;

function drawHatching({ canvas, w, h, style }: Frame): void {
  const step = Math.max((w + h) / MOST_LINES, style.number('step', 5));
  const kind = style.string('fillStyle', 'none');
  canvas.setStrokeColor(style.color('fillStrokeColor', '#cccccc'));
  canvas.setStrokeWidth(style.number('fillStrokeWidth', 1));
  if (step === 0) return;
  const grid = kind === 'grid';
  const slanted = kind === 'diagGrid';
  if (slanted || kind === 'diag') drawPath(canvas, slantedLines(w, h, step * SLANT, false), 'stroke');
  if (grid || kind === 'vert')
    drawPath(
      canvas,
      steps(step, w, (x) => `M ${x} 0 V ${h}`),
      'stroke',
    );
  if (slanted || kind === 'diagRev') drawPath(canvas, slantedLines(w, h, step * SLANT, true), 'stroke');
  if (grid || kind === 'hor')
    drawPath(
      canvas,
      steps(step, h, (y) => `M 0 ${y} H ${w}`),
      'stroke',
    );
}

const patternFillRect = framed((part) => {
  const { canvas, w, h, style } = part;
  drawRect(canvas, 0, 0, w, h, 'fill');
  drawHatching(part);
  canvas.setStrokeColor(style.color('strokeColor', '#000000'));
  canvas.setStrokeWidth(style.number('strokeWidth', 1));
  const side = (key: FlagKey): string => (style.flag(key, true) ? 'L' : 'M');
  const left = style.flag('left', true) ? 'L 0 0' : '';
  drawPath(canvas, `M 0 0 ${side('top')} ${w} 0 ${side('right')} ${w} ${h} ${side('bottom')} 0 ${h} ${left}`, 'stroke');
});

export const BASIC_LIBRARY: Readonly<Record<string, Shape>> = {
  'mxgraph.basic.cross2': cross,
  'mxgraph.basic.rectCallout': rectCallout,
  'mxgraph.basic.roundRectCallout': roundRectCallout,
  'mxgraph.basic.wave2': wave,
  'mxgraph.basic.octagon2': cornered('snip', 'snip', 'snip', 'snip'),
  'mxgraph.basic.isocube': isoCube,
  'mxgraph.basic.acute_triangle': acuteTriangle,
  'mxgraph.basic.obtuse_triangle': obtuseTriangle,
  'mxgraph.basic.drop': drop,
  'mxgraph.basic.cone2': cone,
  'mxgraph.basic.pyramid': pyramid,
  'mxgraph.basic.4_point_star_2': fourPointStar,
  'mxgraph.basic.diag_snip_rect': cornered('snip', 'sharp', 'snip', 'sharp'),
  'mxgraph.basic.diag_round_rect': cornered('round', 'sharp', 'round', 'sharp'),
  'mxgraph.basic.corner_round_rect': cornered('round', 'sharp', 'sharp', 'sharp'),
  'mxgraph.basic.three_corner_round_rect': cornered('round', 'round', 'round', 'sharp'),
  'mxgraph.basic.plaque': cornered('hollow', 'hollow', 'hollow', 'hollow'),
  'mxgraph.basic.frame': frame,
  'mxgraph.basic.plaque_frame': plaqueFrame,
  'mxgraph.basic.rounded_frame': roundedFrame,
  'mxgraph.basic.frame_corner': frameCorner,
  'mxgraph.basic.diag_stripe': diagonalStripe,
  'mxgraph.basic.layered_rect': layeredRect,
  'mxgraph.basic.button': button,
  'mxgraph.basic.shaded_button': shadedButton,
  'mxgraph.basic.numberedEntryVert': numberedEntry,
  'mxgraph.basic.patternFillRect': patternFillRect,
};
