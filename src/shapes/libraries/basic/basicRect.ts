/** The rectangle mxgraph.basic.rect, whose corners, sides and double outline are chosen in the style. */

import { fixedColor } from '../../../style/color.js';
import { drawPath, type Frame, type Painting, setFill } from '../../general/frame.js';
import { clamp, drawInBox } from '../../general/outline.js';
import type { Shape } from '../../shape.js';

type CornerKind = 'square' | 'rounded' | 'snip' | 'invRound' | 'fold';
/** Clockwise, from the top left. Side i runs from corner i to corner i + 1. */
const CORNERS = ['topLeft', 'topRight', 'bottomRight', 'bottomLeft'] as const;
const SIDES = ['top', 'right', 'bottom', 'left'] as const;

/** How far a corner lies from the origin, and which way its two sides leave it. */
interface CornerFrame {
  readonly x: 0 | 1;
  readonly y: 0 | 1;
}
const FRAMES: readonly CornerFrame[] = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
];

interface RectGeometry {
  readonly w: number;
  readonly h: number;
  readonly size: number;
  readonly indent: number;
  readonly corners: readonly CornerKind[];
  readonly sides: readonly boolean[];
}

/** What a shape built on the rectangle fixes, whatever the style says. */
export interface BasicRectOverrides {
  readonly outline?: 'single' | 'double';
  readonly indent?: number;
  readonly dashed?: boolean;
  readonly strokeWidth?: number;
}

const at = <T>(list: readonly T[], index: number): T => list[(index + 4) % 4] as T;

const hasSide = (g: RectGeometry, index: number): boolean => at(g.sides, index);

/** Both sides must be there for a corner to have its form. */
const cornerKind = (g: RectGeometry, index: number): CornerKind =>
  hasSide(g, index) && hasSide(g, index - 1) ? at(g.corners, index) : 'square';

/** The point `along` px from corner `index` on its horizontal side and `down` px on its vertical one. */
function cornerPoint(g: RectGeometry, index: number, along: number, down: number): string {
  const frame = at(FRAMES, index);
  return `${frame.x === 0 ? along : g.w - along} ${frame.y === 0 ? down : g.h - down}`;
}

/** The corner's end on the side before it and on the side after it, `reach` px away, `inset` px inside. */
function cornerEnds(g: RectGeometry, index: number, reach: number, inset: number): readonly [string, string] {
  const onVertical = cornerPoint(g, index, inset, reach);
  const onHorizontal = cornerPoint(g, index, reach, inset);
  return index % 2 === 0 ? [onVertical, onHorizontal] : [onHorizontal, onVertical];
}

/** The outer corner, clockwise, as path data which joins on to what precedes it. */
function outerCorner(g: RectGeometry, index: number): string {
  const kind = cornerKind(g, index);
  if (kind === 'square') return `L ${cornerPoint(g, index, 0, 0)}`;
  const [enter, leave] = cornerEnds(g, index, g.size, 0);
  if (kind === 'rounded' || kind === 'invRound') {
    return `L ${enter} A ${g.size} ${g.size} 0 0 ${kind === 'rounded' ? 1 : 0} ${leave}`;
  }
  return `L ${enter} L ${leave}`;
}

/** The inner corner, anticlockwise. */
function innerCorner(g: RectGeometry, index: number): string {
  const { size, indent } = g;
  const horizontal = hasSide(g, index % 2 === 0 ? index : index - 1);
  const vertical = hasSide(g, index % 2 === 0 ? index - 1 : index);
  const kind = cornerKind(g, index);
  if (kind === 'square') return `L ${cornerPoint(g, index, vertical ? indent : 0, horizontal ? indent : 0)}`;
  const gentle = kind === 'rounded' || kind === 'snip';
  const [leave, enter] = cornerEnds(g, index, size + (gentle ? indent / 2 : indent), indent);
  switch (kind) {
    case 'rounded':
      return `L ${enter} A ${size - indent / 2} ${size - indent / 2} 0 0 0 ${leave}`;
    case 'invRound':
      return `L ${enter} A ${size + indent} ${size + indent} 0 0 1 ${leave}`;
    case 'fold':
      return `L ${enter} L ${cornerPoint(g, index, size + indent, size + indent)} L ${leave}`;
    default:
      return `L ${enter} L ${leave}`;
  }
}

const moved = (data: string): string => `M${data.slice(1)}`;

const outerRing = (g: RectGeometry): string => `${moved([0, 1, 2, 3].map((i) => outerCorner(g, i)).join(' '))} Z`;

const innerRing = (g: RectGeometry, first: number): string =>
  moved([0, 1, 2, 3].map((i) => innerCorner(g, (first - i + 4) % 4)).join(' '));

/** The sides that are there, in clockwise runs; for a rectangle that lacks some. */
const runs = (g: RectGeometry): readonly (readonly number[])[] => {
  const start = SIDES.findIndex((_, i) => hasSide(g, i) && !hasSide(g, i - 1));
  const found: number[][] = [];
  for (let i = start; i < start + 4; i++) {
    if (!hasSide(g, i)) continue;
    if (!hasSide(g, i - 1)) found.push([]);
    found[found.length - 1]?.push(i % 4);
  }
  return found;
};

function outerRun(g: RectGeometry, run: readonly number[]): string {
  const last = run[run.length - 1] as number;
  return moved([...run, last + 1].map((i) => outerCorner(g, i % 4)).join(' '));
}

function innerRun(g: RectGeometry, run: readonly number[]): string {
  const last = run[run.length - 1] as number;
  return [...run, last + 1]
    .reverse()
    .map((i) => innerCorner(g, i % 4))
    .join(' ');
}

function foldLines(g: RectGeometry): string {
  const fold = (index: number): string => {
    if (cornerKind(g, index) !== 'fold') return '';
    const [enter, leave] = cornerEnds(g, index, g.size, 0);
    return `M ${enter} L ${cornerPoint(g, index, g.size, g.size)} L ${leave}`;
  };
  return [0, 1, 2, 3].map(fold).join(' ');
}

function geometryOf({ w, h, style }: Frame, overrides: BasicRectOverrides): RectGeometry {
  const absolute = style.flag('absoluteCornerSize', true);
  const shorter = Math.min(w, h);
  const styleSize = clamp(style.number('size', 10), 0, w);
  const styleIndent = overrides.indent ?? clamp(style.number('indent', 2), 0, w);
  const size = Math.min(shorter / 2, absolute ? styleSize : (clamp(styleSize, 0, 50) * shorter) / 100);
  const indent = absolute ? styleIndent : (clamp(styleIndent, 0, 50) * shorter) / 100;
  const all = style.string('rectStyle', 'square');
  return {
    w,
    h,
    size,
    indent: Math.min(indent, shorter / 2 - size),
    corners: CORNERS.map((corner) => {
      const own = style.string(`${corner}Style`, 'default');
      return (own === 'default' ? all : own) as CornerKind;
    }),
    sides: SIDES.map((side) => style.flag(side, true)),
  };
}

const TRANSPARENT = fixedColor('#00000000');

/** Leaves the canvas's fill as the style's fillColor2, as draw.io does; stroke width and dashes are the rectangle's. */
export function drawBasicRect(frame: Frame, overrides: BasicRectOverrides = {}): void {
  const { canvas, style } = frame;
  const g = geometryOf(frame, overrides);
  const outline = overrides.outline ?? style.string('rectOutline', 'single');
  const draw = (data: string, painting: Painting): void => {
    if (data.trim() !== '') drawPath(canvas, data, painting);
  };
  canvas.setDashed(overrides.dashed ?? style.flag('dashed'));
  canvas.setStrokeWidth(overrides.strokeWidth ?? style.number('strokeWidth', 1));
  if (g.sides.some(Boolean) && outline !== 'frame') {
    draw(outerRing(g), 'fill');
    // Without a colour to begin with, the inner gradient begins with none: the rectangle's own shows through.
    setFill(
      frame,
      style.color('fillColor2') ?? (style.color('gradientColor2') ? TRANSPARENT : undefined),
      style.color('gradientColor2'),
      'gradientDirection2',
    );
    draw(innerRing(g, 0), 'fill');
  }
  if (g.sides.every(Boolean)) {
    const inner = outline === 'single' ? '' : ` ${innerRing(g, 3)} Z`;
    draw(outerRing(g) + inner, outline === 'frame' ? 'both' : 'stroke');
  } else {
    for (const run of runs(g)) {
      if (outline === 'frame') draw(`${outerRun(g, run)} ${innerRun(g, run)} Z`, 'both');
      else draw(outerRun(g, run) + (outline === 'double' ? ` ${moved(innerRun(g, run))}` : ''), 'stroke');
    }
  }
  draw(foldLines(g), 'stroke');
}

export const BASIC_RECT: Shape = {
  draw(canvas, box, style, cell) {
    drawInBox(canvas, box, (w, h) => drawBasicRect({ canvas, w, h, style, cell }));
  },
};
