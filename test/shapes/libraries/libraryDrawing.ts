/** Draws one shape of a library on a canvas and tells what was drawn, for tests of libraries. */

import { Canvas } from '../../../src/drawing/canvas.js';
import type { Drawing, Paint, SceneNode } from '../../../src/drawing/scene.js';
import type { Path } from '../../../src/geometry/path.js';
import { type Rect, rect } from '../../../src/geometry/plane.js';
import { SHAPES } from '../../../src/shapes/registry.js';
import type { Shape, ShapeCell } from '../../../src/shapes/shape.js';
import { lightSide } from '../../../src/style/color.js';
import { resolveStyle } from '../../../src/style/resolve.js';

export interface DrawnPart {
  /** "rect 0 0 10 10", "ellipse …" or path data rounded to hundredths. */
  readonly outline: string;
  readonly fill: string | undefined;
  readonly stroke: string | undefined;
  readonly width: number | undefined;
  readonly dashed: boolean;
}

const number = (value: number): string => `${Math.round(value * 100) / 100 + 0}`;

const boxText = (kind: string, { x, y, width, height }: Rect): string =>
  `${kind} ${[x, y, width, height].map(number).join(' ')}`;

const pathText = (path: Path): string =>
  path
    .map((segment) => {
      if (segment.kind === 'close') return 'Z';
      const to = `${number(segment.to.x)} ${number(segment.to.y)}`;
      return `${{ move: 'M', line: 'L', quad: 'Q', curve: 'C' }[segment.kind]} ${to}`;
    })
    .join(' ');

/** A paint as light pages have it. */
const paintText = (paint: Paint): string =>
  paint.kind === 'gradient' ? `${lightSide(paint.from)}-${lightSide(paint.to)}` : lightSide(paint.color);

function partOf({ outline, fill, stroke }: Drawing): DrawnPart {
  const paint = fill && paintText(fill.paint);
  return {
    outline: outline.kind === 'path' ? pathText(outline.path) : boxText(outline.kind, outline.box),
    fill: paint,
    stroke: stroke && lightSide(stroke.color),
    width: stroke?.width,
    dashed: (stroke?.dash.length ?? 0) > 0,
  };
}

/** What a stencil draws in these tests: its box, as a rectangle, and its name is remembered. */
export interface DrawnShape {
  readonly parts: readonly DrawnPart[];
  readonly nodes: readonly SceneNode[];
  readonly stencils: readonly string[];
  readonly images: readonly string[];
}

export function drawShape(name: string, style: string, width = 100, height = 100): DrawnShape {
  const shape = SHAPES.get(name);
  if (!shape) throw new Error(`no shape ${name}`);
  const resolved = resolveStyle(style, false);
  const canvas = new Canvas();
  canvas.setFillColor(resolved.color('fillColor'));
  canvas.setStrokeColor(resolved.color('strokeColor'));
  canvas.setStrokeWidth(resolved.number('strokeWidth', 1));
  canvas.setDashed(resolved.flag('dashed'));
  const stencils: string[] = [];
  const images: string[] = [];
  const boxes = (stencil: string): Shape => ({
    draw(target, box) {
      stencils.push(`${stencil} ${boxText('', box).trim()}`);
      target.rect(box.x, box.y, box.width, box.height);
      target.fillAndStroke();
    },
  });
  const cell: ShapeCell = {
    id: 'cell',
    value: '',
    collapsed: false,
    children: [],
    image(path) {
      images.push(path);
      return path;
    },
    stencil: boxes,
    textWidth: (text, size) => (text.length * size) / 2,
  };
  shape.draw(canvas, rect(0, 0, width, height), resolved, cell);
  const parts = canvas.nodes.filter((node) => node.kind === 'drawing').map(partOf);
  return { parts, nodes: canvas.nodes, stencils, images };
}
