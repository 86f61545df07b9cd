/** Reads SVG path data: every command, absolute or relative, as moves, lines and curves. */
import { append } from '../primitives/lists.js';
import { arcToCurves, type Path, type Segment } from './path.js';
import { type Point, point } from './plane.js';

/** How many numbers each command takes at a time. */
const OPERANDS: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };

const COMMAND = /([MLHVCSQTAZ])([^MLHVCSQTAZ]*)/gi;
const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;
const NEXT_NUMBER = /[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/iy;
const NEXT_FLAG = /[\s,]*([01])/y;

/** The segments of path data; what follows a mistake in it is left out, as SVG has it. */
export function parsePathData(data: string): Path {
  const reader = new PathReader();
  for (const [, letter = '', rest = ''] of data.matchAll(COMMAND)) {
    const command = letter.toUpperCase();
    const count = OPERANDS[command] as number;
    const numbers = command === 'A' ? arcNumbers(rest) : [...rest.matchAll(NUMBER)].map(Number);
    if (count === 0) reader.step(command, false, []);
    for (let i = 0; i + count <= numbers.length && count > 0; i += count) {
      // Further pairs after a move are lines.
      const each = command === 'M' && i > 0 ? 'L' : command;
      reader.step(each, letter !== command, numbers.slice(i, i + count));
    }
    if (count > 0 && (numbers.length === 0 || numbers.length % count !== 0)) break;
  }
  return reader.segments;
}

/** The numbers of arcs; the fourth and fifth of each seven are flags, which may stand without a space after them. */
function arcNumbers(text: string): number[] {
  const numbers: number[] = [];
  let at = 0;
  for (;;) {
    const place = numbers.length % 7;
    const next = place === 3 || place === 4 ? NEXT_FLAG : NEXT_NUMBER;
    next.lastIndex = at;
    const match = next.exec(text);
    if (!match) return numbers;
    numbers.push(Number(match[1]));
    at = next.lastIndex;
  }
}

class PathReader {
  readonly segments: Segment[] = [];
  #at = point(0, 0);
  #start = point(0, 0);
  /** The last control point of a curve or a quadratic curve that has just been read. */
  #control: { readonly of: 'curve' | 'quad'; readonly at: Point } | undefined;

  step(command: string, relative: boolean, values: readonly number[]): void {
    const from = this.#at;
    const origin = relative ? from : point(0, 0);
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = values;
    const control = this.#control;
    this.#control = undefined;
    switch (command) {
      case 'M':
        this.#start = shifted(origin, a, b);
        this.#add({ kind: 'move', to: this.#start });
        break;
      case 'L':
        this.#add({ kind: 'line', to: shifted(origin, a, b) });
        break;
      case 'H':
        this.#add({ kind: 'line', to: point(origin.x + a, from.y) });
        break;
      case 'V':
        this.#add({ kind: 'line', to: point(from.x, origin.y + a) });
        break;
      case 'C':
        this.#curve(shifted(origin, a, b), shifted(origin, c, d), shifted(origin, e, f));
        break;
      case 'S':
        this.#curve(mirrored(control, 'curve', from), shifted(origin, a, b), shifted(origin, c, d));
        break;
      case 'Q':
        this.#quad(shifted(origin, a, b), shifted(origin, c, d));
        break;
      case 'T':
        this.#quad(mirrored(control, 'quad', from), shifted(origin, a, b));
        break;
      case 'A': {
        const to = shifted(origin, f, g);
        const arc = { from, radiusX: a, radiusY: b, rotationDegrees: c, largeArc: d === 1, sweep: e === 1, to };
        append(this.segments, arcToCurves(arc));
        this.#at = to;
        break;
      }
      case 'Z':
        this.segments.push({ kind: 'close' });
        this.#at = this.#start;
        break;
    }
  }

  #add(segment: Exclude<Segment, { kind: 'close' }>): void {
    this.segments.push(segment);
    this.#at = segment.to;
  }

  #curve(control1: Point, control2: Point, to: Point): void {
    this.#add({ kind: 'curve', control1, control2, to });
    this.#control = { of: 'curve', at: control2 };
  }

  #quad(control: Point, to: Point): void {
    this.#add({ kind: 'quad', control, to });
    this.#control = { of: 'quad', at: control };
  }
}

const shifted = (origin: Point, x: number, y: number): Point => point(origin.x + x, origin.y + y);

/** The control point that goes on smoothly from the last one; where there is none of that kind, the point itself. */
const mirrored = (control: { readonly of: string; readonly at: Point } | undefined, of: string, about: Point): Point =>
  control?.of === of ? point(2 * about.x - control.at.x, 2 * about.y - control.at.y) : about;
