/** A page as a Mermaid flowchart, as far as its cells allow; what they don't is told in comments at its head. */
import {
  allNodes,
  type EdgeDescription,
  endName,
  type FlowDirection,
  inOneLine,
  type NodeDescription,
  type PageDescription,
} from './description.js';
import { MermaidIds } from './mermaidIds.js';
import { mermaidComment, mermaidShape, mermaidText, RECTANGLE } from './mermaidText.js';

const DIRECTIONS: Readonly<Record<FlowDirection, string>> = { down: 'TD', right: 'LR', up: 'BT', left: 'RL' };

/** Mermaid draws no more unless its configuration says so. */
const MOST_EDGES = 500;

/** The page as the text of one flowchart. */
export function descriptionMermaid(page: PageDescription): string {
  return new MermaidWriter(page).write();
}

class MermaidWriter {
  readonly #ids: MermaidIds;
  readonly #parents = new Map<string, string>();
  readonly #notes = new Set<string>();
  readonly #lines: string[] = [];
  readonly #clicks: string[] = [];
  /** The ids of what edges end at. */
  readonly #ends: ReadonlySet<string | undefined>;
  readonly #plainShapes = new Set<string>();
  readonly #plainHeads = new Set<string>();

  constructor(readonly page: PageDescription) {
    const nodes = [...allNodes(page.nodes)];
    this.#ends = new Set(page.edges.flatMap(({ source, target }) => [source.id, target.id]));
    this.#ids = new MermaidIds(nodes.map(({ id }) => id));
    for (const { id, children } of nodes) for (const child of children) this.#parents.set(child.id, id);
  }

  write(): string {
    const { name, direction, nodes, edges } = this.page;
    for (const node of nodes) this.#addNode(node, '  ');
    for (const edge of edges) this.#addEdge(edge);
    if (edges.length > MOST_EDGES) {
      this.#notes.add(`Mermaid draws ${MOST_EDGES} edges unless its option maxEdges allows more.`);
    }
    if (this.#plainShapes.size > 0) this.#notes.add(`Drawn as rectangles: ${[...this.#plainShapes].join(', ')}.`);
    if (this.#plainHeads.size > 0) this.#notes.add(`Drawn as plain arrows: ${[...this.#plainHeads].join(', ')}.`);
    const notes = [inOneLine(name), ...this.#notes].map(mermaidComment);
    return `${[...notes, `flowchart ${DIRECTIONS[direction]}`, ...this.#lines, ...this.#clicks].join('\n')}\n`;
  }

  #addNode(node: NodeDescription, indent: string): void {
    const id = this.#ids.of(node.id) as string;
    const text = mermaidText(node.label);
    this.#addClick(node, id);
    // A group that isn't seen is no box of a flowchart's either.
    if (node.shape === 'group' && node.label === '' && !this.#ends.has(node.id)) {
      for (const child of node.children) this.#addNode(child, indent);
      return;
    }
    if (node.children.length > 0) {
      this.#lines.push(`${indent}subgraph ${id} ["${text}"]`);
      for (const child of node.children) this.#addNode(child, `${indent}  `);
      this.#lines.push(`${indent}end`);
      return;
    }
    const shape = mermaidShape(node.shape);
    if (!shape) this.#plainShapes.add(node.shape);
    this.#lines.push(`${indent}${id}${(shape ?? RECTANGLE)(text)}`);
  }

  #addClick({ name, links = [], tooltip }: NodeDescription, id: string): void {
    const href = links.map((link) => link.href).find((each) => /^(?:https?|mailto):/i.test(each));
    if (links.length > (href === undefined ? 0 : 1)) this.#notes.add(`Left out: a link of ${name}.`);
    if (href === undefined) {
      if (tooltip !== undefined) this.#notes.add(`Left out: the tooltip of ${name}, which has no web link.`);
      return;
    }
    const told = tooltip === undefined ? '' : ` "${mermaidText(inOneLine(tooltip))}"`;
    this.#clicks.push(
      `  click ${id} href "${encodeURI(decodeUnescaped(href)).replaceAll('"', '%22').replaceAll(';', '%3B')}"${told}`,
    );
  }

  #addEdge({ source, target, labels, line, links }: EdgeDescription): void {
    const [from, to] = [this.#ids.of(source.id), this.#ids.of(target.id)];
    const told = `${endName(source)} to ${endName(target)}`;
    if (from === undefined || to === undefined) {
      this.#notes.add(`Left out: the connection of ${told}, since an end of it is no node.`);
      return;
    }
    if (
      this.#holds(source.id as string, target.id as string) ||
      this.#holds(target.id as string, source.id as string)
    ) {
      this.#notes.add(`Left out: the connection of ${told}, since one of them holds the other.`);
      return;
    }
    if (links) this.#notes.add(`Left out: a link of the connection of ${told}.`);
    const [tail, head] = [this.#head(source.arrow), this.#head(target.arrow)];
    const text = labels.length > 0 ? `|"${mermaidText(labels.join('\n'))}"|` : '';
    // An arrow at the start alone is one the other way around.
    const turned = tail !== '' && head === '';
    const arrow = arrowText(turned ? '' : tail, turned ? tail : head, line);
    this.#lines.push(`  ${turned ? to : from} ${arrow}${text} ${turned ? from : to}`);
  }

  #holds(outer: string, inner: string): boolean {
    for (let id = this.#parents.get(inner); id !== undefined; id = this.#parents.get(id)) if (id === outer) return true;
    return false;
  }

  #head(arrow: string | undefined): Head {
    if (arrow === undefined) return '';
    if (/\b(?:oval|circle)$/.test(arrow)) return 'o';
    if (/\bcross$/.test(arrow)) return 'x';
    if (!/^(?:classic|block|open|async)/.test(arrow)) this.#plainHeads.add(arrow);
    return '>';
  }
}

type Head = '' | '>' | 'o' | 'x';

/** Both ends of Mermaid's edges are of one kind, where both have any. */
function arrowText(tail: Head, head: Head, line: EdgeDescription['line']): string {
  const end = tail !== '' && tail !== head ? '>' : head;
  const start = tail === '' ? '' : end === '>' ? '<' : end;
  if (line === 'dashed') return `${start}-.-${end}`;
  return end === '' ? '---' : `${start}--${end}`;
}

/** An address whose percent signs stand for what they say. */
function decodeUnescaped(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    // A percent sign that stands for itself.
    return href;
  }
}
