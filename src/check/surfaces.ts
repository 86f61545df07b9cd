/** What a picture is painted with, area by area: what really lies behind a text, and what hides it. */
import type { Fill, Outline, SceneNode } from '../drawing/scene.js';
import type { TextBox } from '../drawing/textBlock.js';
import { BoxIndex } from '../geometry/boxIndex.js';
import type { Path } from '../geometry/path.js';
import { pathBounds } from '../geometry/path.js';
import {
  inverted,
  type Matrix,
  type Point,
  point,
  type Rect,
  rect,
  transformPoint,
  transformRect,
} from '../geometry/plane.js';
import { readColor } from '../style/color.js';
import type { Rgba } from '../style/cssColor.js';

/** An area of a picture that is painted. */
interface Surface {
  /** Its place in the order of painting. */
  readonly order: number;
  readonly cellId: string | undefined;
  readonly covers: (onPage: Point) => boolean;
  /** Undefined where it is a picture or a pattern: it may be of any colour. */
  readonly color: Rgba | undefined;
}

/** Surfaces past this at one point are passed over. */
const MOST_AT_A_POINT = 64;

export class Surfaces {
  readonly #index = new BoxIndex<Surface>();
  readonly #ofCell = new Map<string, Surface[]>();

  constructor(readonly background: Rgba) {}

  add(node: SceneNode, order: number, cellId: string | undefined): void {
    if (node.kind === 'drawing' && node.fill) this.#addFill(node.outline, node.transform, node.fill, order, cellId);
    if (node.kind === 'picture') {
      const covers = within({ kind: 'rect', box: node.box, radiusX: 0, radiusY: 0 }, node.transform);
      this.#add({ order, cellId, covers, color: undefined }, transformRect(node.transform, node.box));
    }
    if (node.kind !== 'text') return;
    for (const box of node.block.boxes) this.#addBox(box, node.transform, node.opacity, order, cellId);
    for (const { box } of node.block.images) {
      const covers = within({ kind: 'rect', box, radiusX: 0, radiusY: 0 }, node.transform);
      this.#add({ order, cellId, covers, color: undefined }, transformRect(node.transform, box));
    }
  }

  #add(surface: Surface, box: Rect): void {
    this.#index.add(surface, box);
    if (surface.cellId === undefined) return;
    const known = this.#ofCell.get(surface.cellId);
    if (known) known.push(surface);
    else this.#ofCell.set(surface.cellId, [surface]);
  }

  #addFill(outline: Outline, transform: Matrix, { paint, opacity }: Fill, order: number, cellId?: string): void {
    const color = paint.kind === 'solid' ? readColor(paint.color) : undefined;
    if (paint.kind === 'solid' && (!color || color.alpha * opacity === 0)) return;
    const box = outline.kind === 'path' ? pathBounds(outline.path) : outline.box;
    if (!box) return;
    const shown = color && { ...color, alpha: color.alpha * opacity };
    this.#add({ order, cellId, covers: within(outline, transform), color: shown }, transformRect(transform, box));
  }

  #addBox({ box, fill }: TextBox, transform: Matrix, opacity: number, order: number, cellId?: string): void {
    const color = fill === undefined ? undefined : readColor(fill);
    if (!color || color.alpha * opacity === 0) return;
    const covers = within({ kind: 'rect', box, radiusX: 0, radiusY: 0 }, transform);
    this.#add(
      { order, cellId, covers, color: { ...color, alpha: color.alpha * opacity } },
      transformRect(transform, box),
    );
  }

  /** The colour that is seen at a point below what is painted at `order`; undefined where it can't be told. */
  behind(at: Point, order: number): Rgba | undefined {
    const below = this.#at(at).filter((surface) => surface.order <= order);
    const layers: Rgba[] = [];
    for (const { color } of below.sort((a, b) => b.order - a.order)) {
      if (!color) return undefined;
      layers.push(color);
      if (color.alpha === 1) break;
    }
    return layers.reduceRight((under, over) => blended(over, under), this.background);
  }

  /** The cell whose paint hides a point from `order` on up to `until`; undefined where nothing does. */
  hider(
    at: Point,
    order: number,
    until = Number.POSITIVE_INFINITY,
  ): { readonly cellId: string | undefined } | undefined {
    return this.#at(at).find(
      (surface) => surface.order > order && surface.order < until && (surface.color?.alpha ?? 0) > HIDING,
    );
  }

  /** Whether a cell's own shape fills a point, be it below something else. */
  isPainted(at: Point, cellId: string): boolean {
    return (this.#ofCell.get(cellId) ?? []).slice(0, MOST_AT_A_POINT).some(({ covers }) => covers(at));
  }

  #at({ x, y }: Point): Surface[] {
    const found: Surface[] = [];
    let looked = 0;
    for (const surface of this.#index.each(rect(x, y, 0, 0))) {
      looked += 1;
      if (looked > MOST_AT_A_POINT) break;
      if (surface.covers(point(x, y))) found.push(surface);
    }
    return found;
  }
}

/** What is as opaque as this hides what lies below. */
const HIDING = 0.9;

const blended = (over: Rgba, under: Rgba): Rgba => {
  const mix = (a: number, b: number): number => a * over.alpha + b * (1 - over.alpha);
  return {
    red: mix(over.red, under.red),
    green: mix(over.green, under.green),
    blue: mix(over.blue, under.blue),
    alpha: 1,
  };
};

/** Whether points of the page lie in an outline. */
function within(outline: Outline, transform: Matrix): (onPage: Point) => boolean {
  const back = inverted(transform);
  if (!back) return () => false;
  let polygons: readonly (readonly Point[])[] | undefined;
  return (onPage) => {
    const p = transformPoint(back, onPage);
    if (outline.kind === 'path') {
      polygons ??= polygonsOf(outline.path);
      return isInside(p, polygons);
    }
    const { x, y, width, height } = outline.box;
    if (outline.kind === 'rect') return p.x >= x && p.y >= y && p.x <= x + width && p.y <= y + height;
    return ((p.x - x - width / 2) / (width / 2)) ** 2 + ((p.y - y - height / 2) / (height / 2)) ** 2 <= 1;
  };
}

/** Straight pieces for each curve: enough to tell which side of it a text is on. */
const PIECES = 8;

/** A path as polygons: curves as short lines. */
function polygonsOf(path: Path): readonly (readonly Point[])[] {
  const polygons: Point[][] = [];
  let open: Point[] = [];
  for (const segment of path) {
    const from = open.at(-1);
    if (segment.kind === 'move' || !from) {
      open = segment.kind === 'close' ? [] : [segment.to];
      polygons.push(open);
    } else if (segment.kind === 'line') open.push(segment.to);
    else if (segment.kind === 'close') {
      open = open[0] ? [open[0]] : [];
      polygons.push(open);
    } else {
      const [a, b] =
        segment.kind === 'quad' ? [segment.control, segment.control] : [segment.control1, segment.control2];
      for (let i = 1; i <= PIECES; i++) open.push(onCurve(from, a, b, segment.to, i / PIECES));
    }
  }
  return polygons.filter((polygon) => polygon.length > 2);
}

function onCurve(from: Point, a: Point, b: Point, to: Point, t: number): Point {
  const u = 1 - t;
  const mix = (p0: number, p1: number, p2: number, p3: number): number =>
    u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3;
  return point(mix(from.x, a.x, b.x, to.x), mix(from.y, a.y, b.y, to.y));
}

/** By the rule nonzero, as pictures are filled. */
function isInside({ x, y }: Point, polygons: readonly (readonly Point[])[]): boolean {
  let winding = 0;
  for (const polygon of polygons) {
    let a = polygon[polygon.length - 1] as Point;
    for (const b of polygon) {
      const side = (b.x - a.x) * (y - a.y) - (x - a.x) * (b.y - a.y);
      if (a.y <= y && b.y > y && side > 0) winding += 1;
      if (a.y > y && b.y <= y && side < 0) winding -= 1;
      a = b;
    }
  }
  return winding !== 0;
}
