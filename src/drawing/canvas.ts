/** The drawing surface of shapes and stencils: draw.io's canvas vocabulary in, scene nodes out. */

import { type Budget, NO_BUDGET } from '../budget.js';
import { arcToCurves, isLostArc, mapPath, type Path, pathBounds, type Segment } from '../geometry/path.js';
import {
  multiply,
  type Point,
  point,
  type Rect,
  rect,
  rotation,
  scaling,
  transformRect,
  translation,
  union,
} from '../geometry/plane.js';
import { append } from '../primitives/lists.js';
import { CanvasSettings } from './canvasSettings.js';
import { currentFill, currentStroke } from './canvasState.js';
import type { Drawing, Outline, SceneNode } from './scene.js';
import {
  type CanvasText,
  FONT_BOLD,
  FONT_ITALIC,
  FONT_STRIKETHROUGH,
  FONT_UNDERLINE,
  type TextSetter,
} from './textBlock.js';

export { FONT_BOLD, FONT_ITALIC, FONT_STRIKETHROUGH, FONT_UNDERLINE } from './textBlock.js';

/** Turns the outline about to be drawn into other nodes (hand-drawn style); undefined draws it as it is. */
export type OutlineFilter = (drawing: Drawing) => readonly Drawing[] | undefined;

export interface CanvasOptions {
  readonly setText?: TextSetter;
  readonly filterOutline?: OutlineFilter;
  /** What drawing is taken from; default: it has no end. */
  readonly budget?: Budget;
}

/** What an outline or image costs beside its points, in units of the budget. */
const NODE_COST = 3;

const outlineBounds = (outline: Outline): Rect | undefined =>
  outline.kind === 'path' ? pathBounds(outline.path) : outline.box;

/**
 * Collects what a shape draws. Coordinates are page pixels; the y axis points down. A colour of undefined (or 'none')
 * paints nothing, as in draw.io.
 */
export class Canvas extends CanvasSettings {
  /** What was drawn, in painting order. */
  readonly nodes: SceneNode[] = [];
  /** The bounds of everything drawn, painted or not, without strokes (SVG's getBBox of the shape's group). */
  bounds: Rect | undefined;
  /** What became of each path that was painted, rectangles and ellipses apart; undefined where nothing shows. */
  readonly paths: (Drawing | undefined)[] = [];
  #segments: Segment[] = [];
  #outline: Outline | undefined;
  #current: Point = point(0, 0);
  readonly #setText: TextSetter | undefined;
  readonly #filterOutline: OutlineFilter | undefined;
  readonly #budget: Budget;

  constructor(options: CanvasOptions = {}) {
    super();
    this.#setText = options.setText;
    this.#filterOutline = options.filterOutline;
    this.#budget = options.budget ?? NO_BUDGET;
  }

  // ---- outlines

  rect(x: number, y: number, width: number, height: number): void {
    this.roundrect(x, y, width, height, 0, 0);
  }

  roundrect(x: number, y: number, width: number, height: number, radiusX: number, radiusY: number): void {
    const { scale } = this.state;
    this.#outline = {
      kind: 'rect',
      box: this.#placeBox(x, y, width, height),
      radiusX: radiusX * scale,
      radiusY: radiusY * scale,
    };
  }

  ellipse(x: number, y: number, width: number, height: number): void {
    this.#outline = { kind: 'ellipse', box: this.#placeBox(x, y, width, height) };
  }

  begin(): void {
    this.#segments = [];
    this.#outline = undefined;
    this.#current = point(0, 0);
  }

  moveTo(x: number, y: number): void {
    this.#add({ kind: 'move', to: this.place(x, y) }, x, y);
  }

  lineTo(x: number, y: number): void {
    this.#add({ kind: 'line', to: this.place(x, y) }, x, y);
  }

  quadTo(cx: number, cy: number, x: number, y: number): void {
    this.#add({ kind: 'quad', control: this.place(cx, cy), to: this.place(x, y) }, x, y);
  }

  curveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.#add(
      { kind: 'curve', control1: this.place(x1, y1), control2: this.place(x2, y2), to: this.place(x, y) },
      x,
      y,
    );
  }

  /** An elliptical arc from the current point, as SVG's A command; without radius, draw.io draws nothing. */
  arcTo(
    rx: number,
    ry: number,
    rotationDegrees: number,
    largeArc: boolean,
    sweep: boolean,
    x: number,
    y: number,
  ): void {
    const arc = { from: this.#current, radiusX: rx, radiusY: ry, rotationDegrees, largeArc, sweep, to: point(x, y) };
    if (rx === 0 || ry === 0 || isLostArc(arc)) return;
    const { scale } = this.state;
    const from = this.place(arc.from.x, arc.from.y);
    const curves = arcToCurves({ ...arc, from, radiusX: rx * scale, radiusY: ry * scale, to: this.place(x, y) });
    append(this.#segments, curves);
    this.#outline = undefined;
    this.#current = arc.to;
  }

  close(): void {
    this.#segments.push({ kind: 'close' });
  }

  // ---- painting

  stroke(): void {
    this.#paint(false, true);
  }

  fill(): void {
    this.#paint(true, false);
  }

  fillAndStroke(): void {
    this.#paint(true, true);
  }

  image(
    x: number,
    y: number,
    width: number,
    height: number,
    href: string,
    options: { keepAspect?: boolean; flipH?: boolean; flipV?: boolean; clip?: Outline } = {},
  ): void {
    this.#budget.spend(NODE_COST);
    const s = this.state;
    const box = this.#placeBox(x, y, width, height);
    let { transform } = s;
    if (options.flipH || options.flipV) {
      const mirror = multiply(
        scaling(options.flipH ? -1 : 1, options.flipV ? -1 : 1),
        translation(options.flipH ? -box.width - 2 * box.x : 0, options.flipV ? -box.height - 2 * box.y : 0),
      );
      transform = multiply(transform, mirror);
    }
    this.#grow(transformRect(transform, box));
    this.nodes.push({
      kind: 'picture',
      href,
      box,
      transform,
      opacity: s.alpha * s.fillAlpha,
      keepAspect: options.keepAspect ?? true,
      clip: options.clip,
    });
  }

  /** Draws the shape's own text in the canvas's font. Does nothing without a text setter or without text. */
  text(
    x: number,
    y: number,
    text: string,
    options: Partial<
      Pick<CanvasText, 'width' | 'height' | 'align' | 'verticalAlign' | 'html' | 'rotationDegrees' | 'along'>
    > = {},
  ): void {
    if (!this.#setText || text === '') return;
    const s = this.state;
    const anchor = this.place(x, y);
    const { rotationDegrees = 0, along } = options;
    const { block, dx, dy } = this.#setText({
      text,
      x: anchor.x,
      y: anchor.y,
      width: (options.width ?? 0) * s.scale,
      height: (options.height ?? 0) * s.scale,
      align: options.align ?? 'center',
      verticalAlign: options.verticalAlign ?? 'middle',
      html: options.html ?? false,
      rotationDegrees,
      fontSize: s.fontSize * s.scale,
      fontFamily: s.fontFamily,
      color: s.fontColor,
      bold: (s.fontStyle & FONT_BOLD) !== 0,
      italic: (s.fontStyle & FONT_ITALIC) !== 0,
      underline: (s.fontStyle & FONT_UNDERLINE) !== 0,
      strikethrough: (s.fontStyle & FONT_STRIKETHROUGH) !== 0,
      along: along && {
        path: mapPath(along.path, (p) => point(p.x * s.scale, p.y * s.scale)),
        length: along.length * s.scale,
      },
    });
    const turned = rotationDegrees === 0 ? s.transform : multiply(s.transform, rotation(rotationDegrees, anchor));
    this.nodes.push({
      kind: 'text',
      block,
      transform: multiply(turned, translation(anchor.x + dx, anchor.y + dy)),
      opacity: s.alpha,
    });
  }

  // ---- internals

  #placeBox(x: number, y: number, width: number, height: number): Rect {
    const { scale } = this.state;
    const corner = this.place(x, y);
    return rect(corner.x, corner.y, width * scale, height * scale);
  }

  #add(segment: Segment, x: number, y: number): void {
    this.#segments.push(segment);
    this.#outline = undefined;
    this.#current = point(x, y);
  }

  #grow(box: Rect): void {
    this.bounds = this.bounds ? union(this.bounds, box) : box;
  }

  #paint(filled: boolean, stroked: boolean): void {
    const outline: Outline | undefined =
      this.#outline ?? (this.#segments.length > 0 ? { kind: 'path', path: this.#segments as Path } : undefined);
    if (!outline) return;
    this.#budget.spend(NODE_COST + this.#segments.length);
    const s = this.state;
    const bounds = outlineBounds(outline);
    if (bounds) this.#grow(transformRect(s.transform, bounds));
    const fill = filled ? currentFill(s) : undefined;
    const current = stroked ? currentStroke(s) : undefined;
    // draw.io gives joins and caps to paths only: a rectangle's corners stay sharp.
    const stroke =
      current && outline.kind !== 'path'
        ? { ...current, lineJoin: 'miter' as const, lineCap: 'butt' as const }
        : current;
    this.#segments = [];
    this.#outline = undefined;
    const drawing: Drawing = { kind: 'drawing', outline, transform: s.transform, fill, stroke, blend: s.blend };
    const shown = fill || stroke ? (this.#filterOutline?.(drawing) ?? [drawing]) : [];
    if (outline.kind === 'path') this.paths.push(shown[0]);
    append(this.nodes, shown);
  }
}
