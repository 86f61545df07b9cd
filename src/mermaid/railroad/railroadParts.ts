/** The parts of a railroad diagram with their sizes: what stands on the track, what forks it, and where in a fork. */
import { largest } from '../../primitives/lists.js';
import type { Size } from '../graph/graph.js';
import type { RailroadLook } from './railroadLook.js';
import type { Expression, SymbolExpression } from './railroadModel.js';

/** Px. The track goes into a part on the left and out of it on the right, at one height. */
interface Extent {
  readonly width: number;
  /** Above and below the track. */
  readonly up: number;
  readonly down: number;
}

/** Where a part stands in another: from that one's left side, and from its track down, px. */
interface Inner {
  readonly part: Part;
  readonly x: number;
  readonly y: number;
}

export interface SymbolPart extends Extent {
  readonly type: 'symbol';
  readonly symbol: SymbolExpression;
}

/** Parts on one track, which lies between them too. */
export interface SequencePart extends Extent {
  readonly type: 'sequence';
  readonly inner: readonly Inner[];
}

export interface ForkPart extends Extent {
  readonly type: 'fork';
  readonly inner: readonly Inner[];
  /** Another track goes past all that is in it, above. */
  readonly hasBypass: boolean;
  /** Another track goes back to its beginning, below. */
  readonly hasLoop: boolean;
}

export type Part = SymbolPart | SequencePart | ForkPart;

export function partOf(expression: Expression, look: RailroadLook, sizeOf: (text: string) => Size): Part {
  const part = (each: Expression): Part => partOf(each, look, sizeOf);
  switch (expression.type) {
    case 'sequence':
      return sequence(expression.parts.map(part), look);
    case 'choice':
      return choice(expression.parts.map(part), look);
    case 'optional':
      return around(part(expression.part), { hasBypass: true, hasLoop: false }, look);
    case 'repetition':
      return around(part(expression.part), { hasBypass: expression.mayBeNone, hasLoop: true }, look);
    default: {
      const { width, height } = sizeOf(expression.text);
      const half = height / 2 + look.padding;
      return { type: 'symbol', symbol: expression, width: width + 2 * look.padding, up: half, down: half };
    }
  }
}

/** A sequence in another is on the same track. */
const steps = (part: Part): readonly Part[] =>
  part.type === 'sequence' ? part.inner.map((inner) => inner.part) : [part];

function sequence(parts: readonly Part[], { horizontalSeparation }: RailroadLook): Part {
  const flat = parts.flatMap(steps);
  let x = 0;
  const inner = flat.map((part) => {
    const place = { part, x, y: 0 };
    x += part.width + horizontalSeparation;
    return place;
  });
  return {
    type: 'sequence',
    inner,
    width: Math.max(0, x - horizontalSeparation),
    up: largest(
      flat.map(({ up }) => up),
      0,
    ),
    down: largest(
      flat.map(({ down }) => down),
      0,
    ),
  };
}

/** One above the other: the track is in the middle of all. */
function choice(parts: readonly Part[], { arcRadius, verticalSeparation }: RailroadLook): Part {
  const width = largest(
    parts.map((part) => part.width),
    0,
  );
  const heights = parts.map(({ up, down }) => up + down);
  const half = (heights.reduce((sum, height) => sum + height, 0) + (parts.length - 1) * verticalSeparation) / 2;
  let top = -half;
  const inner = parts.map((part, index) => {
    const place = { part, x: 2 * arcRadius + (width - part.width) / 2, y: top + part.up };
    top += (heights[index] ?? 0) + verticalSeparation;
    return place;
  });
  return { ...FORK, inner, width: width + 4 * arcRadius, up: half, down: half };
}

const FORK = { type: 'fork', hasBypass: false, hasLoop: false } as const;

function around(
  part: Part,
  { hasBypass, hasLoop }: Pick<ForkPart, 'hasBypass' | 'hasLoop'>,
  { arcRadius }: RailroadLook,
): Part {
  return {
    type: 'fork',
    inner: [{ part, x: 2 * arcRadius, y: 0 }],
    hasBypass,
    hasLoop,
    width: part.width + 4 * arcRadius,
    up: part.up + (hasBypass ? 2 * arcRadius : 0),
    down: part.down + (hasLoop ? 2 * arcRadius : 0),
  };
}
