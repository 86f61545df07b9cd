/** Where Mermaid sets blocks: in a grid of equal columns, blocks in blocks each in a grid of its own. */
import type { Budget } from '../../budget.js';
import { type Rect, rect } from '../../geometry/plane.js';
import type { Size } from '../graph/graph.js';
import type { Block } from './blockModel.js';

interface Place {
  width: number;
  height: number;
  /** The middle. */
  x: number;
  y: number;
}

/** `natural` are the sizes that blocks need; `padding` is between them, px. */
export function blockPlaces(
  root: Block,
  natural: ReadonlyMap<Block, Size>,
  padding: number,
  budget: Budget,
): ReadonlyMap<Block, Rect> {
  const grid = new Grid(natural, padding, budget);
  grid.measure(root, { width: 0, height: 0 });
  grid.place(root);
  return new Map(
    [...grid.places].map(([block, { x, y, width, height }]) => [
      block,
      rect(x - width / 2, y - height / 2, width, height),
    ]),
  );
}

class Grid {
  readonly places = new Map<Block, Place>();

  constructor(
    natural: ReadonlyMap<Block, Size>,
    readonly padding: number,
    readonly budget: Budget,
  ) {
    for (const [block, { width, height }] of natural) this.places.set(block, { width, height, x: 0, y: 0 });
  }

  #placeOf(block: Block): Place {
    const known = this.places.get(block);
    if (known) return known;
    const place = { width: 0, height: 0, x: 0, y: 0 };
    this.places.set(block, place);
    return place;
  }

  /**
   * Gives all that is in a block one width and height. `sibling` is the size of those beside it, which it is not to be
   * smaller than. Mermaid measures what is inside twice at each level, with and without that.
   */
  measure(block: Block, sibling: Size): void {
    this.budget.spend(1);
    const place = this.#placeOf(block);
    if (place.width === 0) Object.assign(place, sibling);
    if (block.children.length === 0) return;
    const { children } = block;
    for (const child of children) this.measure(child, { width: 0, height: 0 });
    const cell = this.#largest(children);
    for (const child of children) {
      const { widthInColumns } = child;
      Object.assign(this.#placeOf(child), {
        width: cell.width * widthInColumns + this.padding * (widthInColumns - 1),
        height: cell.height,
      });
    }
    for (const child of children) this.measure(child, cell);
    Object.assign(place, this.#sizeAround(block, cell, sibling, place.width));
  }

  /** Of one column. */
  #largest(children: readonly Block[]): Size {
    let [width, height] = [0, 0];
    for (const child of children) {
      if (child.type === 'space') continue;
      const place = this.#placeOf(child);
      width = Math.max(width, place.width / child.widthInColumns);
      height = Math.max(height, place.height);
    }
    return { width, height };
  }

  /** The size of a block around its grid; where that must be larger than the grid needs, its columns grow. */
  #sizeAround({ children, columns }: Block, cell: Size, sibling: Size, before: number): Size {
    const { padding } = this;
    const items = children.reduce((sum, { widthInColumns }) => sum + widthInColumns, 0);
    const across = columns > 0 && columns < items ? columns : children.length;
    const down = Math.ceil(items / across);
    const natural = across * (cell.width + padding) + padding;
    const [width, height] =
      natural < sibling.width ? [sibling.width, sibling.height] : [natural, down * (cell.height + padding) + padding];
    const share = (length: number, count: number): number => (length - count * padding - padding) / count;
    if (natural < sibling.width) {
      const size = { width: share(sibling.width, across), height: share(sibling.height, down) };
      for (const child of children) Object.assign(this.#placeOf(child), size);
    }
    if (width >= before) return { width, height };
    const count = columns > 0 ? Math.min(children.length, columns) : children.length;
    for (const child of children) this.#placeOf(child).width = share(before, count);
    return { width: before, height };
  }

  /** Sets what is in a block row by row, each as high as its highest. */
  place(block: Block, isRoot = true): void {
    const around = this.#placeOf(block);
    const left = isRoot ? -this.padding : around.x - around.width / 2;
    const rows = this.#rowsOf(block);
    let top = around.y - around.height / 2 + this.padding;
    for (const row of rows) {
      const height = row.reduce((most, child) => Math.max(most, this.#placeOf(child).height), 0);
      let x = left;
      for (const child of row) {
        this.budget.spend(1);
        const place = this.#placeOf(child);
        place.x = x + this.padding + place.width / 2;
        place.y = top + height / 2;
        x = place.x + place.width / 2;
        this.place(child, false);
      }
      top += height + this.padding;
    }
  }

  #rowsOf({ children, columns }: Block): readonly (readonly Block[])[] {
    if (columns < 1) return [children];
    const rows: Block[][] = [];
    let column = 0;
    for (const child of children) {
      if (column % columns === 0) rows.push([]);
      rows.at(-1)?.push(child);
      // What is wider than the rest of its row ends with it.
      column += Math.min(child.widthInColumns, columns - (column % columns));
    }
    return rows;
  }
}
