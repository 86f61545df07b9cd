/** The transforms of CSS that labels know: moved, scaled, turned and skewed boxes, about their centre. */

import {
  IDENTITY,
  type Matrix,
  multiply,
  type Rect,
  rotation,
  scaling,
  toRadians,
  translation,
} from '../geometry/plane.js';
import { lookupTable } from '../primitives/lookupTable.js';
import { splitCommas } from './css.js';
import { bounded, parseLengthOrPercent, type UnitContext } from './cssValues.js';
import { type Length, resolveLength } from './lengths.js';

export type BoxTransform = (frame: Rect) => Matrix;

/** The transform of a box by its border box; undefined if the value isn't one. */
export function parseTransform(value: string, context: UnitContext): BoxTransform | undefined {
  if (/^none$/i.test(value)) return () => IDENTITY;
  const steps: BoxTransform[] = [];
  const parts = value.split(')').map((part) => part.trim());
  if (parts.length < 2 || parts.pop() !== '') return undefined;
  for (const part of parts) {
    const [, name, list] = /^([a-z]+)\(([^(]*)$/i.exec(part) ?? [];
    const step = name === undefined ? undefined : parseStep(name.toLowerCase(), splitCommas(list as string), context);
    if (!step) return undefined;
    steps.push(step);
  }
  return (frame) => {
    const x = frame.x + frame.width / 2;
    const y = frame.y + frame.height / 2;
    const turned = steps.reduce((matrix, step) => multiply(matrix, step(frame)), IDENTITY);
    const matrix = multiply(multiply(translation(x, y), turned), translation(-x, -y));
    // Many steps may come to more than any number.
    return Object.values(matrix).every(Number.isFinite) ? matrix : IDENTITY;
  };
}

const DEGREES = lookupTable<number>({ deg: 1, rad: 180 / Math.PI, turn: 360, grad: 0.9 });

function parseAngle(value: string | undefined): number | undefined {
  const match = /^([+-]?[\d.]+)([a-z]*)$/i.exec(value ?? '');
  const unit = match?.[2]?.toLowerCase() ?? '';
  if (!match) return undefined;
  const number = bounded(Number(match[1]));
  if (unit === '') return number === 0 ? 0 : undefined;
  const angle = number * (DEGREES[unit] ?? Number.NaN);
  return Number.isNaN(angle) ? undefined : angle;
}

function parseStep(name: string, values: readonly string[], context: UnitContext): BoxTransform | undefined {
  const numbers = values.map((value) => bounded(Number(value)));
  const lengths = values.map((value) => parseLengthOrPercent(value, context));
  const [first, second = first] = numbers;
  const angle = parseAngle(values[0]);
  switch (name) {
    case 'rotate':
    case 'rotatez':
      return angle === undefined ? undefined : () => rotation(angle);
    case 'scale':
      return Number.isFinite(first) && Number.isFinite(second)
        ? () => scaling(first as number, second as number)
        : undefined;
    case 'scalex':
      return Number.isFinite(first) ? () => scaling(first as number, 1) : undefined;
    case 'scaley':
      return Number.isFinite(first) ? () => scaling(1, first as number) : undefined;
    case 'skewx':
      return angle === undefined ? undefined : () => ({ ...IDENTITY, c: Math.tan(toRadians(angle)) });
    case 'skewy':
      return angle === undefined ? undefined : () => ({ ...IDENTITY, b: Math.tan(toRadians(angle)) });
    case 'translate':
      return moved(lengths[0], lengths[1]);
    case 'translatex':
      return moved(lengths[0], undefined);
    case 'translatey':
      return lengths[0] && moved({ kind: 'px', value: 0 }, lengths[0]);
    case 'matrix': {
      const [a, b, c, d, e, f] = numbers;
      if (numbers.length !== 6 || !numbers.every(Number.isFinite)) return undefined;
      return () => ({ a, b, c, d, e, f }) as Matrix;
    }
    default:
      return undefined;
  }
}

function moved(x: Length | undefined, y: Length | undefined): BoxTransform | undefined {
  if (!x) return undefined;
  return ({ width, height }) =>
    translation(resolveLength(x, width) ?? 0, y === undefined ? 0 : (resolveLength(y, height) ?? 0));
}
