/** What a diagram says, as data: pages, the cells that hold cells, and what is connected with what. */

export interface PageDescription {
  /** 1-based. */
  readonly number: number;
  readonly id: string;
  readonly name: string;
  /** Where most connections lead, by where their ends stand. */
  readonly direction: FlowDirection;
  /** What stands on the page, in drawing order, each with what it contains. */
  readonly nodes: readonly NodeDescription[];
  /** What connects them: in the order of the nodes that the connections begin at, those that begin at none last. */
  readonly edges: readonly EdgeDescription[];
}

export type FlowDirection = 'right' | 'left' | 'down' | 'up';

/** What nodes and edges may have beside their labels. */
interface Described {
  readonly id: string;
  /** Addresses as the file has them: the cell's own, then those in its label. */
  readonly links?: readonly DescribedLink[];
  readonly tooltip?: string;
}

export interface DescribedLink {
  readonly href: string;
  /** The name of the page that it leads to, where that is a page of the file. */
  readonly page?: string;
}

export interface NodeDescription extends Described {
  /**
   * What it is called where others refer to it: its label in one line, cut after 60 characters, or without a label its
   * shape ("an ellipse"); with a number where several of the page would be called the same.
   */
  readonly name: string;
  /** The text of its label without markup; lines are parted by "\n". Empty where it has none. */
  readonly label: string;
  /** Its shape in words, such as "ellipse", "rounded rectangle" or "lambda (aws4)". */
  readonly shape: string;
  /** The layer that it lies in, where the page shows several and this is one of the outermost nodes. */
  readonly layer?: string;
  /** It is a container that is folded: what it contains isn't shown. */
  readonly collapsed?: true;
  readonly children: readonly NodeDescription[];
}

export interface EdgeDescription extends Described {
  readonly source: EdgeEnd;
  readonly target: EdgeEnd;
  /** The texts of its labels without markup, from its source to its target; lines are parted by "\n". */
  readonly labels: readonly string[];
  readonly line: 'solid' | 'dashed';
}

export interface EdgeEnd {
  /** The cell that it ends at: a node or another edge; undefined for an end that hangs free. */
  readonly id?: string;
  /** What that cell is called. */
  readonly name?: string;
  /** Of an end that hangs free: what the node is called that it touches, or almost does. */
  readonly near?: string;
  /** The marker at this end as draw.io calls it, "hollow" before one that isn't filled; undefined for none. */
  readonly arrow?: string;
}

/** Every node of a page, each before those that it contains. */
export function* allNodes(nodes: readonly NodeDescription[]): Generator<NodeDescription> {
  const open = [...nodes].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    yield node;
    for (let i = node.children.length - 1; i >= 0; i--) open.push(node.children[i] as NodeDescription);
  }
}

/** A text in one line. */
export const inOneLine = (text: string): string => text.replaceAll('\n', ' ');

/** What an end is called in text. */
export function endName({ id, name, near }: EdgeEnd): string {
  if (id !== undefined) return name ?? id;
  return near === undefined ? '(nothing)' : `(nothing, near ${near})`;
}
