/** Gradients: shadings for the colours, and soft masks where their opacity changes too. */

import type { GradientDirection, Paint } from '../../drawing/scene.js';
import { type Matrix, multiply, type Rect } from '../../geometry/plane.js';
import { colorParts, type Rgb } from '../outputColor.js';
import { Content } from './contentStream.js';
import { type Literal, matrixEntries, type PdfObjects, type Resource } from './objects.js';
import { form, setMask, setOpacity } from './states.js';

export interface GradientStop {
  /** 0 to 1. */
  readonly offset: number;
  /** Its alpha is the stop's opacity. */
  readonly color: Rgb;
}

export interface Gradient {
  /** x1 y1 x2 y2 of a line; of circles x y radius, first the inner one. */
  readonly axis: readonly [number, number, number, number] | readonly [number, number, number, number, number, number];
  readonly stops: readonly GradientStop[];
  /** From the gradient's frame to the user space of what it paints. */
  readonly matrix: Matrix;
}

const AXES: Readonly<Record<GradientDirection, Gradient['axis']>> = {
  north: [0, 1, 0, 0],
  south: [0, 0, 0, 1],
  east: [0, 0, 1, 0],
  west: [1, 0, 0, 0],
  radial: [0.5, 0.5, 0, 0.5, 0.5, 0.5],
};

export interface GradientUse {
  readonly use: 'fill' | 'stroke';
  /** The reach of what is painted, in user space. */
  readonly area: Rect;
  /** What the gradient's own is multiplied by. */
  readonly opacity: number;
}

/** A gradient across a box: SVG's objectBoundingBox. */
export function gradientOver(paint: Paint & { kind: 'gradient' }, box: Rect): Gradient {
  const stop = (offset: number, color: string, opacity: number): GradientStop => {
    const parts = colorParts(color);
    return { offset, color: { ...parts, alpha: parts.alpha * opacity } };
  };
  return {
    axis: AXES[paint.direction],
    stops: [stop(0, paint.from, paint.fromOpacity), stop(1, paint.to, paint.toOpacity)],
    matrix: boxMatrix(box),
  };
}

export const boxMatrix = ({ x, y, width, height }: Rect): Matrix => ({ a: width, b: 0, c: 0, d: height, e: x, f: y });

/** Whether a gradient is spread over anything; readers take no other. */
export const isSpread = ({ matrix: { a, b, c, d } }: Gradient): boolean => Math.abs(a * d - b * c) > 1e-9;

/**
 * Makes a gradient the paint of what is filled or stroked next.
 */
export function setGradient(
  content: Content,
  objects: PdfObjects,
  gradient: Gradient,
  { use, area, opacity }: GradientUse,
): void {
  const alphas = gradient.stops.map(({ color }) => color.alpha);
  const even = alphas.every((alpha) => alpha === alphas[0]);
  setOpacity(content, objects, opacity * (even ? (alphas[0] ?? 1) : 1));
  if (!even) setMask(content, objects, opacityMask(objects, gradient, area));
  const matrix = multiply(content.matrix, gradient.matrix);
  const key = JSON.stringify(['gradient', gradient.axis, gradient.stops, matrix]);
  const pattern = objects.resource('Pattern', key, () =>
    objects.register({
      Type: 'Pattern',
      PatternType: 2,
      Shading: shading(objects, gradient, 'DeviceRGB', ({ red, green, blue }) => [red, green, blue]),
      Matrix: matrixEntries(matrix),
    }),
  );
  content.pattern(pattern, use);
}

/** A form as bright as the gradient is opaque. */
function opacityMask(objects: PdfObjects, gradient: Gradient, area: Rect): Resource {
  const content = new Content();
  const gray = objects.name(
    'Shading',
    shading(objects, gradient, 'DeviceGray', ({ alpha }) => [alpha]),
  );
  content.transform(gradient.matrix);
  content.write(`${content.use(gray)} sh`);
  return form(objects, content, area, 'DeviceGray');
}

function shading(
  objects: PdfObjects,
  { axis, stops }: Gradient,
  colorSpace: string,
  parts: (color: Rgb) => readonly number[],
) {
  return objects.register({
    ShadingType: axis.length === 4 ? 2 : 3,
    ColorSpace: colorSpace,
    Coords: [...axis],
    Extend: [true, true],
    Function: blend(stops.map(({ offset, color }) => ({ offset, parts: parts(color) }))),
  });
}

interface Step {
  readonly offset: number;
  readonly parts: readonly number[];
}

/** The function from 0..1 to a colour: between each two stops a line. */
function blend(stops: readonly Step[]): Literal {
  const first = stops[0] as Step;
  const last = stops[stops.length - 1] as Step;
  const all = [{ ...first, offset: 0 }, ...stops, { ...last, offset: 1 }];
  const pieces: { readonly end: number; readonly line: Literal }[] = [];
  for (const [i, { offset, parts }] of all.entries()) {
    const before = all[i - 1];
    if (!before || offset <= before.offset) continue;
    const line = { FunctionType: 2, Domain: [0, 1], C0: [...before.parts], C1: [...parts], N: 1 };
    pieces.push({ end: offset, line });
  }
  const only = pieces[0];
  if (only && pieces.length === 1) return only.line;
  return {
    FunctionType: 3,
    Domain: [0, 1],
    Functions: pieces.map(({ line }) => line),
    Bounds: pieces.slice(0, -1).map(({ end }) => end),
    Encode: pieces.flatMap(() => [0, 1]),
  };
}
