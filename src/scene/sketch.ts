/** Hand-drawn styles: outlines redrawn by rough.js (sketch=1), or with wavering lines (comic=1). */
import rough from 'roughjs';
import type { Drawable, Op, OpSet, Options } from 'roughjs/bin/core.js';
import type { RoughGenerator } from 'roughjs/bin/generator.js';
import { type Path, pathBounds, pathData, type Segment } from '../geometry/path.js';
import { distance, type Point, point, type Rect, rect } from '../geometry/plane.js';
import { lightSide, readColor } from '../style/color.js';
import type { Style } from '../style/style.js';
import type { OutlineFilter } from './canvas.js';
import type { Drawing, Fill, Outline, Stroke } from './scene.js';
import { type Hachure, isTooDense } from './sketchDensity.js';

/** How a style asks to be drawn by hand. */
export type HandDrawing = 'rough' | 'comic' | undefined;

export function handDrawing(style: Style): HandDrawing {
  if (style.string('sketch', '0') !== '0') return style.get('sketchStyle') === 'comic' ? 'comic' : 'rough';
  return style.flag('comic') ? 'comic' : undefined;
}

/** The outline filter of a hand-drawn cell. Seeded by the cell's id: the same diagram gives the same lines. */
export function sketchFilter(style: Style, cellId: string): OutlineFilter | undefined {
  switch (handDrawing(style)) {
    case 'rough':
      return roughFilter(style, cellId);
    case 'comic':
      return comicFilter(style, cellId);
    case undefined:
      return undefined;
  }
}

// ---- rough.js

/** The package's types describe an ES module; what Node and bundlers load is its CommonJS bundle. */
const { generator: createGenerator } = rough as unknown as { generator(): RoughGenerator };

/** draw.io's seed: a string hash of the cell's id. */
function seedOf(cellId: string): number {
  let seed = 1;
  for (let i = 0; i < cellId.length; i++) seed = ((seed << 5) - seed + cellId.charCodeAt(i)) | 0;
  return seed || 1; // rough.js takes 0 for no seed
}

/**
 * Runs rough.js with the one source of chance that it doesn't seed, the places of dots, seeded as well: draw.io's dots
 * fall anew at every paint, ours where they fell before.
 */
function withSeededChance<T>(seed: number, draw: () => T): T {
  const { random } = Math;
  let state = seed;
  Math.random = () => {
    state = (Math.imul(state, 48271) + 11) & 0x7fffffff;
    return state / 0x80000000;
  };
  try {
    return draw();
  } finally {
    Math.random = random;
  }
}

/** White is filled as it is, unless it is written with one digit a channel, where draw.io doesn't see it. */
function isWhite(color: string): boolean {
  const side = lightSide(color);
  const numbers = /^#[0-9a-f]{3,4}$/i.test(side) ? undefined : readColor(side);
  return numbers !== undefined && numbers.red + numbers.green + numbers.blue === 3 * 255;
}

/** The keys of a style that tune the strokes, by rough.js's option. */
function roughOptions(style: Style, cellId: string): Options {
  const gap = style.get('hachureGap') === 'auto' ? -1 : style.number('hachureGap', -1);
  return {
    seed: seedOf(cellId),
    preserveVertices: true,
    bowing: style.number('bowing', 1),
    hachureAngle: style.number('hachureAngle', -41),
    curveFitting: style.number('curveFitting', 0.95),
    roughness: style.number('jiggle', 1),
    simplification: style.number('simplification', 0),
    disableMultiStroke: style.flag('disableMultiStroke'),
    disableMultiStrokeFill: style.flag('disableMultiStrokeFill'),
    hachureGap: gap,
    dashGap: style.number('dashGap', gap),
    dashOffset: style.number('dashOffset', gap),
    zigzagOffset: style.number('zigzagOffset', gap),
    fillWeight: style.get('fillWeight') === 'auto' ? -1 : style.number('fillWeight', -1),
  };
}

const FILL_STYLES = new Set(['solid', 'hachure', 'zigzag', 'cross-hatch', 'dots', 'dashed', 'zigzag-line']);

function fillStyleOf(style: Style, fill: Fill): string {
  const wanted = style.string('fillStyle', 'auto');
  // rough.js looks names up in an object, which has some of its own.
  if (wanted !== 'auto') return FILL_STYLES.has(wanted) ? wanted : 'hachure';
  const { paint } = fill;
  return paint.kind === 'gradient' || (paint.kind === 'solid' && isWhite(paint.color)) ? 'solid' : 'hachure';
}

function roughFilter(style: Style, cellId: string): OutlineFilter {
  const generator = createGenerator();
  const base = roughOptions(style, cellId);
  return (drawing) => {
    const { outline, fill, stroke } = drawing;
    const width = stroke?.width ?? style.number('strokeWidth', 1);
    const options: Options = {
      ...base,
      strokeWidth: width,
      stroke: stroke ? 'stroke' : 'none',
      fill: fill ? 'fill' : undefined,
      fillStyle: fill ? fillStyleOf(style, fill) : undefined,
    };
    if (fill && isTooDense(sizeOf(outline), hachureOf(options))) options.fillStyle = 'solid';
    const drawable = withSeededChance(base.seed ?? 1, () => roughDrawable(generator, outline, options));
    const hachureWidth = (base.fillWeight ?? -1) < 0 ? width / 2 : (base.fillWeight as number);
    return drawable.sets.flatMap((set) => drawnSet(set, drawing, hachureWidth));
  };
}

const sizeOf = (outline: Outline): Rect =>
  outline.kind === 'path' ? (pathBounds(outline.path) ?? rect(0, 0, 0, 0)) : outline.box;

const hachureOf = ({ fillStyle = '', strokeWidth = 1, ...options }: Options): Hachure => ({
  fillStyle,
  strokeWidth,
  hachureGap: options.hachureGap ?? -1,
  dashOffset: options.dashOffset ?? -1,
  dashGap: options.dashGap ?? -1,
  zigzagOffset: options.zigzagOffset ?? -1,
});

function roughDrawable(generator: RoughGenerator, outline: Outline, options: Options): Drawable {
  if (outline.kind === 'ellipse') {
    const { x, y, width, height } = outline.box;
    return generator.ellipse(x + width / 2, y + height / 2, width, height, options);
  }
  if (outline.kind === 'rect' && outline.radiusX === 0 && outline.radiusY === 0) {
    const { x, y, width, height } = outline.box;
    return generator.rectangle(x, y, width, height, options);
  }
  const path = outline.kind === 'path' ? outline.path : roundedRectangle(outline.box, outline.radiusX, outline.radiusY);
  return generator.path(pathData(path), options);
}

function roundedRectangle({ x, y, width, height }: Rect, rx: number, ry: number): Path {
  const right = x + width;
  const bottom = y + height;
  const line = (a: number, b: number): Segment => ({ kind: 'line', to: point(a, b) });
  const corner = (cx: number, cy: number, a: number, b: number): Segment => {
    return { kind: 'quad', control: point(cx, cy), to: point(a, b) };
  };
  return [
    { kind: 'move', to: point(x + rx, y) },
    line(right - rx, y),
    corner(right, y, right, y + ry),
    line(right, bottom - ry),
    corner(right, bottom, right - rx, bottom),
    line(x + rx, bottom),
    corner(x, bottom, x, bottom - ry),
    line(x, y + ry),
    corner(x, y, x + rx, y),
  ];
}

function roughSegment({ op, data }: Op): Segment {
  const [a, b, c, d, e, f] = data as [number, number, number, number, number, number];
  switch (op) {
    case 'move':
      return { kind: 'move', to: point(a, b) };
    case 'lineTo':
      return { kind: 'line', to: point(a, b) };
    case 'bcurveTo':
      return { kind: 'curve', control1: point(a, b), control2: point(c, d), to: point(e, f) };
  }
}

/** rough.js's strokes as drawings in the paint of the original. */
function drawnSet(set: OpSet, original: Drawing, hachureWidth: number): Drawing[] {
  const path = set.ops.map(roughSegment);
  if (path.length === 0) return [];
  const { transform, fill, stroke } = original;
  const outline: Outline = { kind: 'path', path };
  const lines = { lineCap: 'round', lineJoin: 'round' } as const;
  switch (set.type) {
    case 'path':
      return stroke ? [{ kind: 'drawing', outline, transform, stroke: { ...stroke, ...lines } }] : [];
    case 'fillPath':
      return fill ? [{ kind: 'drawing', outline, transform, fill }] : [];
    case 'fillSketch':
      return fill ? [{ kind: 'drawing', outline, transform, stroke: hachure(fill, hachureWidth, lines) }] : [];
  }
}

function hachure(fill: Fill, width: number, lines: Pick<Stroke, 'lineCap' | 'lineJoin'>): Stroke {
  const { paint } = fill;
  const color = paint.kind === 'gradient' ? paint.from : paint.color;
  return { color, opacity: fill.opacity, width, dash: [], miterLimit: 10, ...lines };
}

// ---- comic

/** Uniform numbers in [0, 1) from a seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Lines of a path waver; curves and round shapes stay as they are, as in draw.io. */
function comicFilter(style: Style, cellId: string): OutlineFilter {
  const random = randomNumbers(seedOf(cellId));
  const variation = style.number('jiggle', 1.5);
  return (drawing) => {
    const { outline } = drawing;
    const stroke = drawing.stroke && { ...drawing.stroke, lineCap: 'round' as const, lineJoin: 'round' as const };
    if (outline.kind === 'ellipse') return undefined;
    const path = outline.kind === 'path' ? outline.path : rectanglePath(outline.box, outline.radiusX, outline.radiusY);
    return [{ ...drawing, stroke, outline: { kind: 'path', path: waver(path, variation, random) } }];
  };
}

function rectanglePath(box: Rect, rx: number, ry: number): Path {
  const rounded = roundedRectangle(box, rx, ry);
  const kept = rx === 0 && ry === 0 ? rounded.filter((segment) => segment.kind !== 'quad') : rounded;
  return [...kept, { kind: 'close' }];
}

function waver(path: Path, variation: number, random: () => number): Path {
  const result: Segment[] = [];
  let current: Point | undefined;
  let start: Point | undefined;
  const lineTo = (to: Point) => {
    if (current) result.push(...waveringLine(current, to, variation, random));
    else result.push({ kind: 'line', to });
    current = to;
  };
  for (const segment of path) {
    if (segment.kind === 'line') lineTo(segment.to);
    else if (segment.kind === 'close') {
      if (start) lineTo(start);
      result.push(segment);
    } else {
      result.push(segment);
      current = segment.to;
      if (segment.kind === 'move') start = segment.to;
    }
  }
  return result;
}

/** A line of a hundred thousand px wavers no more. */
const MOST_PIECES = 10_000;

function waveringLine(from: Point, to: Point, variation: number, random: () => number): Segment[] {
  const length = distance(from, to);
  if (length < 2) return [{ kind: 'line', to }];
  const pieces = Math.min(MOST_PIECES, Math.max(5, Math.round(length / 10)));
  const reach = Math.round(length / 10) < 5 ? variation / 3 : variation;
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const points: Segment[] = [];
  for (let i = 0; i < pieces; i++) {
    const along = (length * i) / pieces;
    const off = (random() - 0.5) * reach;
    const place = point(from.x + dx * along - off * Math.abs(dy), from.y + dy * along - off * Math.abs(dx));
    points.push({ kind: 'line', to: place });
  }
  points.push({ kind: 'line', to });
  return points;
}
