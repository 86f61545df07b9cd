/** A content stream under construction: operators, the graphics state as far as it matters, and the resources in use. */

import type { Outline } from '../../drawing/scene.js';
import { formatNumber } from '../../geometry/numbers.js';
import type { Path } from '../../geometry/path.js';
import {
  IDENTITY,
  inverted,
  isIdentity,
  type Matrix,
  multiply,
  type Point,
  point,
  type Rect,
  rect,
  transformRect,
} from '../../geometry/plane.js';
import { withoutEnd } from '../../primitives/textEnd.js';
import type { Rgb } from '../outputColor.js';
import type { Resource } from './objects.js';

export type FillRule = 'nonzero' | 'evenodd';

/** Coordinates in operators: a thousandth of a px is far below what any printer resolves. */
const n = (value: number): string => formatNumber(value, 3);

/** Parts of colours. */
const part = (value: number): string => formatNumber(value, 4);

/** Factors of matrices: images are drawn in frames of one unit, so small ones count. */
function factor(value: number): string {
  if (!(Math.abs(value) < 1e15)) return '0';
  const [whole = '', digits = ''] = value.toFixed(9).split('.');
  const fraction = withoutEnd(digits, (digit) => digit === '0');
  if (fraction !== '') return `${whole}.${fraction}`;
  return whole === '-0' ? '0' : whole;
}

const ENDLESS = rect(-1e5, -1e5, 2e5, 2e5);

/** The distance of a control point that makes a quarter of an ellipse out of a cubic curve, in radii. */
const QUARTER = 0.5522847498;

export class Content {
  /**
   * `area` is what can be seen of the stream's default space; undefined: all of it. `patternOrigin` is where fill
   * patterns begin, in every user space.
   */
  constructor(
    readonly area?: Rect,
    readonly patternOrigin: Point = point(0, 0),
  ) {}

  readonly #operators: string[] = [];
  readonly #resources = new Map<string, Resource>();
  readonly #saved: Matrix[] = [];
  #matrix: Matrix = IDENTITY;

  /** From the current user space to the stream's own default one. */
  get matrix(): Matrix {
    return this.#matrix;
  }

  /** What can be seen of the current user space; a large part of it where there is no end. */
  get reach(): Rect {
    const inverse = this.area && inverted(this.#matrix);
    return this.area && inverse ? transformRect(inverse, this.area) : ENDLESS;
  }

  get operators(): string {
    return this.#operators.join('\n');
  }

  get isEmpty(): boolean {
    return this.#operators.length === 0;
  }

  get resources(): Iterable<Resource> {
    return this.#resources.values();
  }

  write(operator: string): void {
    this.#operators.push(operator);
  }

  /** The name by which the stream refers to a resource. */
  use(resource: Resource): string {
    this.#resources.set(resource.name, resource);
    return `/${resource.name}`;
  }

  /** Draws within a state of its own. */
  isolated(draw: () => void): void {
    const before = this.#operators.length;
    this.write('q');
    this.#saved.push(this.#matrix);
    draw();
    this.#matrix = this.#saved.pop() as Matrix;
    if (this.#operators.length === before + 1) this.#operators.pop();
    else this.write('Q');
  }

  transform(matrix: Matrix): void {
    if (isIdentity(matrix)) return;
    this.#matrix = multiply(this.#matrix, matrix);
    this.write(`${matrixOperands(matrix)} cm`);
  }

  fillColor({ red, green, blue }: Rgb): void {
    this.write(`${part(red)} ${part(green)} ${part(blue)} rg`);
  }

  strokeColor({ red, green, blue }: Rgb): void {
    this.write(`${part(red)} ${part(green)} ${part(blue)} RG`);
  }

  lineWidth(width: number): void {
    this.write(`${n(width)} w`);
  }

  /** PDF's own miter limit of 10 is draw.io's. */
  miterLimit(limit: number): void {
    if (limit !== 10) this.write(`${n(limit)} M`);
  }

  dash(lengths: readonly number[], offset: number): void {
    this.write(`[${lengths.map(n).join(' ')}] ${n(offset)} d`);
  }

  state(resource: Resource): void {
    this.write(`${this.use(resource)} gs`);
  }

  pattern(resource: Resource, use: 'fill' | 'stroke'): void {
    const name = this.use(resource);
    this.write(use === 'fill' ? `/Pattern cs ${name} scn` : `/Pattern CS ${name} SCN`);
  }

  paint(resource: Resource): void {
    this.write(`${this.use(resource)} Do`);
  }

  outline(outline: Outline): void {
    switch (outline.kind) {
      case 'rect':
        this.#rectangle(outline.box, outline.radiusX, outline.radiusY);
        break;
      case 'ellipse':
        this.#ellipse(outline.box);
        break;
      case 'path':
        this.path(outline.path);
        break;
    }
  }

  rectangle({ x, y, width, height }: Rect): void {
    this.write(`${n(x)} ${n(y)} ${n(width)} ${n(height)} re`);
  }

  path(path: Path): void {
    let current = point(0, 0);
    for (const segment of path) {
      switch (segment.kind) {
        case 'move':
          this.write(`${at(segment.to)} m`);
          break;
        case 'line':
          this.write(`${at(segment.to)} l`);
          break;
        case 'quad': {
          const { control, to } = segment;
          this.write(`${at(toward(current, control))} ${at(toward(to, control))} ${at(to)} c`);
          break;
        }
        case 'curve':
          this.write(`${at(segment.control1)} ${at(segment.control2)} ${at(segment.to)} c`);
          break;
        case 'close':
          this.write('h');
          break;
      }
      if (segment.kind !== 'close') current = segment.to;
    }
  }

  /** Clips to what the outline encloses. */
  clip(outline: Outline, rule: FillRule = 'nonzero'): void {
    this.outline(outline);
    this.clipToPath(rule);
  }

  clipToPath(rule: FillRule = 'nonzero'): void {
    this.write(rule === 'evenodd' ? 'W* n' : 'W n');
  }

  /** SVG's radii: one that is missing equals the other, and neither exceeds half of its side. */
  #rectangle(box: Rect, radiusX: number, radiusY: number): void {
    if (radiusX <= 0 && radiusY <= 0) {
      this.rectangle(box);
      return;
    }
    const rx = Math.min(radiusX > 0 ? radiusX : radiusY, box.width / 2);
    const ry = Math.min(radiusY > 0 ? radiusY : radiusX, box.height / 2);
    this.#roundedBox(box, rx, ry);
  }

  /** From the right clockwise, as SVG has it: that is where dashes begin. */
  #ellipse({ x, y, width, height }: Rect): void {
    const [cx, cy, rx, ry] = [x + width / 2, y + height / 2, width / 2, height / 2];
    const [kx, ky] = [rx * QUARTER, ry * QUARTER];
    const curve = (...values: readonly number[]) => this.write(`${values.map(n).join(' ')} c`);
    this.write(`${n(cx + rx)} ${n(cy)} m`);
    curve(cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry);
    curve(cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy);
    curve(cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry);
    curve(cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy);
    this.write('h');
  }

  #roundedBox({ x, y, width, height }: Rect, rx: number, ry: number): void {
    const [right, bottom] = [x + width, y + height];
    const [kx, ky] = [rx * (1 - QUARTER), ry * (1 - QUARTER)];
    const line = (px: number, py: number) => this.write(`${n(px)} ${n(py)} l`);
    const curve = (...values: readonly number[]) => this.write(`${values.map(n).join(' ')} c`);
    this.write(`${n(x + rx)} ${n(y)} m`);
    if (width > 2 * rx) line(right - rx, y);
    curve(right - kx, y, right, y + ky, right, y + ry);
    if (height > 2 * ry) line(right, bottom - ry);
    curve(right, bottom - ky, right - kx, bottom, right - rx, bottom);
    if (width > 2 * rx) line(x + rx, bottom);
    curve(x + kx, bottom, x, bottom - ky, x, bottom - ry);
    if (height > 2 * ry) line(x, y + ry);
    curve(x, y + ky, x + kx, y, x + rx, y);
    this.write('h');
  }
}

const at = ({ x, y }: Point): string => `${n(x)} ${n(y)}`;

/** Two thirds of the way: what makes a cubic control point out of a quadratic one. */
const toward = (from: Point, to: Point): Point =>
  point(from.x + ((to.x - from.x) * 2) / 3, from.y + ((to.y - from.y) * 2) / 3);

export const matrixOperands = ({ a, b, c, d, e, f }: Matrix): string => [a, b, c, d, e, f].map(factor).join(' ');
