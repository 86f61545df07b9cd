/** What the nodes of a page are called, so that each can be told from the others. */
import { inOneLine, type NodeDescription } from './description.js';
import { withArticle } from './shapeWords.js';

/** Labels longer than this are cut where others refer to them, characters. */
const MOST = 60;

interface Unnamed extends Omit<NodeDescription, 'name' | 'children'> {
  readonly children: readonly Unnamed[];
}

/** Gives names, and knows them by the ids of their nodes. */
export class NodeNames {
  readonly #names = new Map<string, string>();
  readonly #counts = new Map<string, number>();
  readonly #given = new Map<string, number>();

  /** The nodes with their names; to be called once for all of a page. */
  named(nodes: readonly Unnamed[]): readonly NodeDescription[] {
    this.#count(nodes);
    return this.#name(nodes);
  }

  of(id: string): string | undefined {
    return this.#names.get(id);
  }

  #count(nodes: readonly Unnamed[]): void {
    for (const node of nodes) {
      const name = calledAs(node);
      this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
      this.#count(node.children);
    }
  }

  #name(nodes: readonly Unnamed[]): readonly NodeDescription[] {
    return nodes.map(({ id, ...node }) => {
      const name = this.#unique(calledAs({ id, ...node }));
      this.#names.set(id, name);
      return { id, name, ...node, children: this.#name(node.children) };
    });
  }

  #unique(name: string): string {
    if (this.#counts.get(name) === 1) return name;
    const number = (this.#given.get(name) ?? 0) + 1;
    this.#given.set(name, number);
    return `${name} (${number})`;
  }
}

function calledAs({ label, shape, children }: Unnamed): string {
  if (label !== '') return shortened(inOneLine(label));
  // The cells of a table's row say what it is.
  const cells = shape === 'row' ? children.map((cell) => inOneLine(cell.label)).filter((text) => text !== '') : [];
  return cells.length > 0 ? shortened(cells.join(' | ')) : withArticle(shape);
}

function shortened(text: string): string {
  const characters = [...text.slice(0, 2 * MOST + 1)];
  return characters.length > MOST
    ? `${characters
        .slice(0, MOST - 1)
        .join('')
        .trimEnd()}…`
    : text;
}
