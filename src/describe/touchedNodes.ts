/** Which vertex an edge's free end touches, as its author saw it. */
import { BoxIndex } from '../geometry/boxIndex.js';
import { bottom, grow, type Point, type Rect, rect, right } from '../geometry/plane.js';
import type { Layout } from '../layout/placed.js';
import type { Cell } from '../model/cell.js';

/** An end that is no farther from a border looks as if it were meant to be there, px. */
const REACH = 10;

/** Vertices at one place that are looked at: where there are more, none is seen. */
const MOST = 100;

interface Touchable {
  readonly cell: Cell;
  readonly box: Rect;
}

export class TouchedNodes {
  readonly #layout: Layout;
  #index: BoxIndex<Touchable> | undefined;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  /** The smallest vertex at a point, page px; inside of a container only at its border. */
  at({ x, y }: Point): Cell | undefined {
    this.#index ??= indexOf(this.#layout);
    let found: Touchable | undefined;
    let looked = 0;
    for (const each of this.#index.each(rect(x - REACH, y - REACH, 2 * REACH, 2 * REACH))) {
      if (++looked > MOST) break;
      if (each.cell.children.length > 0 && isDeepInside({ x, y }, each.box)) continue;
      if (!found || area(each.box) < area(found.box)) found = each;
    }
    return found?.cell;
  }
}

function indexOf({ cells }: Layout): BoxIndex<Touchable> {
  const index = new BoxIndex<Touchable>();
  for (const placed of cells.values()) {
    if (placed.kind === 'vertex') index.add({ cell: placed.cell, box: placed.box }, placed.box);
  }
  return index;
}

function isDeepInside({ x, y }: Point, box: Rect): boolean {
  const inner = grow(box, -REACH);
  return x > inner.x && x < right(inner) && y > inner.y && y < bottom(inner);
}

const area = ({ width, height }: Rect): number => width * height;
