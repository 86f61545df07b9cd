/** Hand-drawn styles: outlines redrawn by rough.js (sketch=1), or with wavering lines (comic=1). */
import rough from 'roughjs';
import type { Drawable, Op, OpSet, Options } from 'roughjs/bin/core.js';
import type { RoughGenerator } from 'roughjs/bin/generator.js';
import type { Budget } from '../budget.js';
import { pathData, type Segment } from '../geometry/path.js';
import { point } from '../geometry/plane.js';
import { lightSide, readColor } from '../style/color.js';
import type { Style } from '../style/style.js';
import type { OutlineFilter } from './canvas.js';
import { comicFilter, roundedRectangle } from './comic.js';
import { handDrawing } from './handDrawing.js';
import type { Drawing, Fill, Outline, Stroke } from './scene.js';
import { boxArea, type FilledArea, fillPieces, fillSteps, type Hachure, pathArea } from './sketchDensity.js';
import { seedOf } from './sketchSeed.js';
import type { StrokeAllowance } from './strokeAllowance.js';

/** What bounds the strokes of a picture. */
export interface SketchContext {
  readonly strokes: StrokeAllowance;
  readonly budget: Budget;
  /** Called where a part of the cell is drawn plain, since it would have too many strokes. */
  tooMany(): void;
}

/** The outline filter of a hand-drawn cell. Seeded by the cell's id: the same diagram gives the same lines. */
export function sketchFilter(style: Style, cellId: string, context: SketchContext): OutlineFilter | undefined {
  switch (handDrawing(style)) {
    case 'rough':
      return roughFilter(style, cellId, context);
    case 'comic':
      return comicFilter(style, cellId, context);
    case undefined:
      return undefined;
  }
}

// ---- rough.js

/** The package's types describe an ES module; what Node and bundlers load is its CommonJS bundle. */
const { generator: createGenerator } = rough as unknown as { generator(): RoughGenerator };

/**
 * Runs rough.js with the one source of chance that it doesn't seed, how it looks for the lines of a fill, seeded as well:
 * draw.io's fall anew at every paint, ours where they fell before.
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

/** Below it rough.js would look for points of curves without end. */
const LEAST_ROUGHNESS = -0.9;

/** The keys of a style that tune the strokes, by rough.js's option. */
function roughOptions(style: Style, cellId: string): Options {
  const gap = style.get('hachureGap') === 'auto' ? -1 : style.number('hachureGap', -1);
  return {
    seed: seedOf(cellId),
    preserveVertices: true,
    bowing: style.number('bowing', 1),
    hachureAngle: style.number('hachureAngle', -41),
    curveFitting: style.number('curveFitting', 0.95),
    roughness: Math.max(LEAST_ROUGHNESS, style.number('jiggle', 1)),
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

const FILL_STYLES = new Set(['solid', 'hachure', 'zigzag', 'cross-hatch', 'dashed', 'zigzag-line']);

/** draw.io draws no dots by hand: they take it too long. */
const CHOSEN_BY_COLOR = new Set(['auto', 'dots']);

function fillStyleOf(style: Style, fill: Fill): string {
  const wanted = style.string('fillStyle', 'auto');
  // rough.js looks names up in an object, which has some of its own.
  if (!CHOSEN_BY_COLOR.has(wanted)) return FILL_STYLES.has(wanted) ? wanted : 'hachure';
  const { paint } = fill;
  return paint.kind === 'gradient' || (paint.kind === 'solid' && isWhite(paint.color)) ? 'solid' : 'hachure';
}

function roughFilter(style: Style, cellId: string, { strokes, budget, tooMany }: SketchContext): OutlineFilter {
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
    const corners = outline.kind === 'path' ? outline.path.length : ROUND_CORNERS;
    if (corners > MOST_CORNERS || !strokes.allows(PIECES_OF_CORNER * corners)) {
      tooMany();
      return undefined;
    }
    const area = areaOf(outline, options);
    if (fill && options.fillStyle !== 'solid') {
      const steps = fillSteps(area);
      if (steps <= MOST_STEPS && strokes.allows(fillPieces(area, hachureOf(options)))) budget.spend(steps / 40);
      else {
        options.fillStyle = 'solid';
        tooMany();
      }
    }
    budget.spend((corners * corners) / 4000);
    const drawable = withSeededChance(base.seed ?? 1, () => roughDrawable(generator, outline, options));
    const pieces = drawable.sets.reduce((sum, { ops }) => sum + ops.length, 0);
    strokes.take(pieces);
    budget.spend(pieces / 2);
    const hachureWidth = (base.fillWeight ?? -1) < 0 ? width / 2 : (base.fillWeight as number);
    return drawable.sets.flatMap((set) => drawnSet(set, drawing, hachureWidth));
  };
}

/** A rounded rectangle or an ellipse is drawn with no more points than this. */
const ROUND_CORNERS = 20;
/** rough.js simplifies paths by looking at all of their points for each of them, and calls itself for each. */
const MOST_CORNERS = 2000;
/** Each line and curve is drawn twice, as a move and a curve. */
const PIECES_OF_CORNER = 4;
/** Past it a fill is as far across as a thousand screens. */
const MOST_STEPS = 1_000_000;

/** What is filled. Only an ellipse is made larger or smaller by chance before it is. */
function areaOf(outline: Outline, { roughness = 1, curveFitting = 1 }: Options): FilledArea {
  if (outline.kind === 'path') return pathArea(outline.path);
  if (outline.kind === 'rect') return boxArea(outline.box);
  const { x, y, width, height } = outline.box;
  const reach = 1 + Math.abs(roughness * (1 - curveFitting));
  const shift = LARGEST_SHIFT * Math.abs(roughness);
  return boxArea({ x, y, width: width * reach + shift, height: height * reach + shift });
}

/** How far rough.js moves the points of an ellipse, to both sides together, px. */
const LARGEST_SHIFT = 3;

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
