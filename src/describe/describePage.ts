/** Reads off a laid-out page what it says: its nodes, nested as they contain each other, and what connects them. */

import type { HtmlElements } from '../decode/htmlTree.js';
import { linkedPage } from '../decode/pageLink.js';
import { center, type Point } from '../geometry/plane.js';
import type { Layout, PlacedVertex, RoutedEdge } from '../layout/placed.js';
import { visibleTerminal } from '../layout/terminal.js';
import type { Cell, CellGraph, EdgeCell } from '../model/cell.js';
import { layerName } from '../model/selection.js';
import {
  allNodes,
  type DescribedLink,
  type EdgeDescription,
  type EdgeEnd,
  type FlowDirection,
  type NodeDescription,
  type PageDescription,
} from './description.js';
import { NodeNames } from './nodeNames.js';
import { type ReadableText, readableHtml, readablePlain } from './readableText.js';
import { shapeWords } from './shapeWords.js';
import { TouchedNodes } from './touchedNodes.js';

/** What describing a page asks of who laid it out. */
export interface DescribeContext {
  readonly number: number;
  readonly id: string;
  readonly name: string;
  readonly elements: HtmlElements;
  /** A cell's label as it is shown, HTML or plain. */
  shownLabel(cell: Cell): string;
  /** A cell's tooltip as text. */
  tooltip(cell: Cell): string | undefined;
  /** The name of the file's page of an id. */
  pageName(id: string): string | undefined;
}

/** What a page says. Cells that aren't drawn say nothing. Throws MxsvgError 'limit-exceeded' for too large labels. */
export const describePage = (graph: CellGraph, layout: Layout, context: DescribeContext): PageDescription =>
  new PageReader(graph, layout, context).read();

/** A node before it is known whether others are called the same. */
type UnnamedNode = Omit<NodeDescription, 'name' | 'children'> & { readonly children: UnnamedNode[] };

class PageReader {
  /** Cells that edges end at. */
  readonly #ends = new Set<Cell>();
  readonly #edges: RoutedEdge[] = [];
  readonly #names = new NodeNames();
  readonly #touched: TouchedNodes;

  constructor(
    readonly graph: CellGraph,
    readonly layout: Layout,
    readonly context: DescribeContext,
  ) {
    this.#touched = new TouchedNodes(layout);
  }

  read(): PageDescription {
    const { number, id, name } = this.context;
    for (const { cell } of this.layout.cells.values()) {
      for (const end of cell.kind === 'edge' ? [this.#endOf(cell.source), this.#endOf(cell.target)] : []) {
        if (end) this.#ends.add(end);
      }
    }
    const layers = this.graph.root.children.map((layer) => ({ layer, nodes: this.#nodesIn(layer) }));
    const several = layers.filter(({ nodes }) => nodes.length > 0).length > 1;
    const unnamed = layers.flatMap(({ layer, nodes }) =>
      several ? nodes.map((node) => ({ ...node, layer: layerName(layer) })) : nodes,
    );
    const nodes = this.#names.named(unnamed);
    return { number, id, name, direction: directionOf(this.layout), nodes, edges: this.#edgesFrom(nodes) };
  }

  #nodesIn(parent: Cell): UnnamedNode[] {
    return parent.children.flatMap((cell) => {
      const placed = this.layout.cells.get(cell.id);
      if (placed?.kind === 'edge') {
        this.#edges.push(placed);
        return this.#nodesOn(cell);
      }
      const inside = this.#nodesIn(cell);
      return placed ? [this.#node(placed, inside)] : inside;
    });
  }

  /** The nodes that stand on an edge: those that more than their text counts of. */
  #nodesOn(edge: Cell): UnnamedNode[] {
    return edge.children.flatMap((cell) => {
      const placed = this.layout.cells.get(cell.id);
      if (placed?.kind === 'vertex' && !this.#isNode(cell)) return [];
      const inside = this.#nodesIn(cell);
      return placed?.kind === 'vertex' ? [this.#node(placed, inside)] : inside;
    });
  }

  #isNode = (cell: Cell): boolean => this.#ends.has(cell) || cell.children.length > 0;

  #node({ cell, style, box }: PlacedVertex, children: UnnamedNode[]): UnnamedNode {
    const { lines, links } = this.#text(cell);
    return {
      id: cell.id,
      label: lines.join('\n'),
      shape: shapeWords(style, box, children.length > 0 || cell.collapsed),
      ...this.#extras(cell, links),
      ...(cell.collapsed && cell.children.length > 0 && { collapsed: true as const }),
      children,
    };
  }

  #text(cell: Cell): ReadableText {
    const style = this.layout.cells.get(cell.id)?.style;
    const label = style?.flag('noLabel') ? '' : this.context.shownLabel(cell);
    return style?.get('html') === '1' ? readableHtml(label, cell.id, this.context.elements) : readablePlain(label);
  }

  #extras(
    cell: Cell,
    inLabel: readonly string[],
  ): { readonly links?: readonly DescribedLink[]; readonly tooltip?: string } {
    const own = cell.attributes.get('link');
    const links = [...(own ? [own] : []), ...inLabel].map((href) => this.#link(href));
    const tooltip = this.context.tooltip(cell);
    return { ...(links.length > 0 && { links }), ...(tooltip !== undefined && { tooltip }) };
  }

  #link(href: string): DescribedLink {
    const id = linkedPage(href);
    const page = id === undefined ? undefined : this.context.pageName(id);
    return page === undefined ? { href } : { href, page };
  }

  /** In the order of the nodes that they begin at. */
  #edgesFrom(nodes: readonly NodeDescription[]): readonly EdgeDescription[] {
    const places = new Map<string, number>();
    for (const { id } of allNodes(nodes)) places.set(id, places.size);
    const place = ({ source: { id } }: EdgeDescription): number => places.get(id ?? '') ?? places.size;
    return this.#edges.map((edge) => this.#edge(edge)).sort((a, b) => place(a) - place(b));
  }

  #edge({ cell, style, points }: RoutedEdge): EdgeDescription {
    const own = this.#text(cell);
    const onEdge = cell.children
      .filter((child) => this.layout.cells.get(child.id)?.kind === 'vertex' && !this.#isNode(child))
      .map((child) => ({ at: placeAlong(child), ...this.#text(child) }));
    const texts = [{ at: placeAlong(cell), ...own }, ...onEdge].sort((a, b) => a.at - b.at);
    return {
      id: cell.id,
      source: { ...this.#end(cell.source, points[0]), ...arrowAt('start', style) },
      target: { ...this.#end(cell.target, points.at(-1)), ...arrowAt('end', style) },
      labels: texts.filter(({ lines }) => lines.length > 0).map(({ lines }) => lines.join('\n')),
      line: style.flag('dashed') ? 'dashed' : 'solid',
      ...this.#extras(
        cell,
        texts.flatMap(({ links }) => links),
      ),
    };
  }

  #end(terminal: Cell | undefined, at: Point | undefined): Omit<EdgeEnd, 'arrow'> {
    const cell = this.#endOf(terminal);
    if (!cell) {
      const touched = at && this.#touched.at(at);
      const near = touched && this.#names.of(touched.id);
      return near === undefined ? {} : { near };
    }
    const name = this.#names.of(cell.id) ?? this.#edgeName(cell);
    return { id: cell.id, ...(name !== undefined && { name }) };
  }

  #endOf = (terminal: Cell | undefined): Cell | undefined => visibleTerminal(terminal, this.graph.root);

  /** An edge that another ends at is called by what it connects. */
  #edgeName(cell: Cell): string | undefined {
    if (cell.kind !== 'edge') return undefined;
    const { lines } = this.#text(cell);
    if (lines.length > 0) return `the connection "${lines.join(' ')}"`;
    const end = (terminal: EdgeCell['source']): string => {
      const id = this.#endOf(terminal)?.id;
      return (id === undefined ? undefined : this.#names.of(id)) ?? 'nothing';
    };
    return `the connection of ${end(cell.source)} and ${end(cell.target)}`;
  }
}

/** Where along its edge a label stands, from -1 at the source to 1. */
const placeAlong = ({ kind, geometry }: Cell): number =>
  kind === 'edge' || geometry?.relative ? (geometry?.x ?? 0) : 0;

function arrowAt(end: 'start' | 'end', style: RoutedEdge['style']): Pick<EdgeEnd, 'arrow'> {
  const arrow = style.get(`${end}Arrow`);
  if (arrow === undefined || arrow === '') return {};
  return { arrow: style.flag(`${end}Fill`, true) ? arrow : `hollow ${arrow}` };
}

/** Where most of the edges with two ends lead: from one's middle to the other's. */
function directionOf({ cells }: Layout): FlowDirection {
  const sums = { right: 0, left: 0, down: 0, up: 0 };
  for (const edge of cells.values()) {
    if (edge.kind !== 'edge') continue;
    const [from, to] = [edge.cell.source, edge.cell.target].map((end) => end && cells.get(end.id));
    if (from?.kind !== 'vertex' || to?.kind !== 'vertex') continue;
    const [start, end] = [center(from.box), center(to.box)];
    const [across, down] = [end.x - start.x, end.y - start.y];
    if (Math.abs(across) > Math.abs(down)) sums[across > 0 ? 'right' : 'left'] += 1;
    else sums[down < 0 ? 'up' : 'down'] += 1;
  }
  const all: readonly FlowDirection[] = ['down', 'right', 'up', 'left'];
  return all.reduce((most, direction) => (sums[direction] > sums[most] ? direction : most));
}
