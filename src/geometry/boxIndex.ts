/** Boxes of the plane, found by place: those that meet a box, without looking at all of them. */
import { append } from '../primitives/lists.js';
import { bottom, type Rect, rect, right, union } from './plane.js';

interface Entry<T> {
  readonly box: Rect;
  readonly item: T;
  /** The order in which items were added. */
  readonly order: number;
}

interface Node<T> {
  readonly box: Rect;
  /** Nodes or, at the bottom, entries. */
  readonly nodes: readonly Node<T>[];
  readonly entries: readonly Entry<T>[];
}

/** How many nodes or entries a node holds. */
const FAN = 8;

/**
 * A growing set of boxes. They stand in trees, of which each is more than twice as large as the next: what is added joins
 * the small ones, so that every box is sorted again as often as the logarithm of their number.
 */
export class BoxIndex<T> {
  readonly #trees: { readonly root: Node<T>; readonly entries: readonly Entry<T>[] }[] = [];
  #added: Entry<T>[] = [];
  #count = 0;

  add(item: T, box: Rect): void {
    this.#added.push({ box, item, order: this.#count++ });
  }

  /** The items whose boxes meet a box, edges included, in the order in which they were added. */
  meeting(box: Rect): readonly T[] {
    return [...this.#entries(box)].sort((a, b) => a.order - b.order).map(({ item }) => item);
  }

  /** The same one by one and in no order: who has enough pays for no more. */
  *each(box: Rect): Generator<T> {
    for (const { item } of this.#entries(box)) yield item;
  }

  *#entries(box: Rect): Generator<Entry<T>> {
    this.#settle();
    const pending = this.#trees.map(({ root }) => root);
    for (let node = pending.pop(); node; node = pending.pop()) {
      if (!meets(node.box, box)) continue;
      append(pending, node.nodes);
      for (const entry of node.entries) if (meets(entry.box, box)) yield entry;
    }
  }

  /** Puts what was added since the last search into trees. */
  #settle(): void {
    if (this.#added.length === 0) return;
    let entries: readonly Entry<T>[] = this.#added;
    this.#added = [];
    for (let last = this.#trees.at(-1); last && last.entries.length <= 2 * entries.length; last = this.#trees.at(-1)) {
      entries = [...last.entries, ...entries];
      this.#trees.pop();
    }
    this.#trees.push({ root: treeOf(entries), entries });
  }
}

const meets = (a: Rect, b: Rect): boolean => a.x <= right(b) && b.x <= right(a) && a.y <= bottom(b) && b.y <= bottom(a);

function treeOf<T>(entries: readonly Entry<T>[]): Node<T> {
  let nodes: readonly Node<T>[] = tiles(entries, ({ box }) => box).map((group) => ({
    box: around(group),
    nodes: [],
    entries: group,
  }));
  while (nodes.length > 1) {
    nodes = tiles(nodes, ({ box }) => box).map((group) => ({ box: around(group), nodes: group, entries: [] }));
  }
  return nodes[0] as Node<T>;
}

/** Groups of FAN that lie near each other: in columns, and downwards in each. */
function tiles<T>(items: readonly T[], boxOf: (item: T) => Rect): readonly (readonly T[])[] {
  const middleX = (item: T): number => boxOf(item).x + boxOf(item).width / 2;
  const middleY = (item: T): number => boxOf(item).y + boxOf(item).height / 2;
  const columns = Math.ceil(Math.sqrt(items.length / FAN));
  const across = [...items].sort((a, b) => middleX(a) - middleX(b));
  return chunks(across, Math.ceil(items.length / columns)).flatMap((column) =>
    chunks(
      column.sort((a, b) => middleY(a) - middleY(b)),
      FAN,
    ),
  );
}

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));

const around = (items: readonly { readonly box: Rect }[]): Rect =>
  items.map(({ box }) => box).reduce(union, items[0]?.box ?? rect(0, 0, 0, 0));
