/** A page as a graph in Graphviz's language: containers are clusters, and every label, link and arrow is kept. */
import { lookupTable } from '../primitives/lookupTable.js';
import {
  allNodes,
  type DescribedLink,
  type EdgeDescription,
  type FlowDirection,
  inOneLine,
  type NodeDescription,
  type PageDescription,
} from './description.js';

const RANK_DIRECTIONS: Readonly<Record<FlowDirection, string>> = { down: 'TB', right: 'LR', up: 'BT', left: 'RL' };

/** Graphviz's shapes for those that it has; the others are boxes. */
const SHAPES = lookupTable<string>({
  circle: 'circle',
  cube: 'cube',
  cylinder: 'cylinder',
  'data store': 'cylinder',
  diamond: 'diamond',
  'double ellipse': 'doublecircle',
  ellipse: 'ellipse',
  folder: 'folder',
  hexagon: 'hexagon',
  component: 'component',
  note: 'note',
  parallelogram: 'parallelogram',
  tape: 'tab',
  text: 'plaintext',
  trapezoid: 'trapezium',
  triangle: 'triangle',
});

/** Graphviz's arrowheads for draw.io's markers; the others are "normal". */
const HEADS = lookupTable<string>({
  'hollow block': 'empty',
  'hollow blockThin': 'empty',
  'hollow classic': 'empty',
  open: 'vee',
  openThin: 'vee',
  openAsync: 'halfopen',
  oval: 'dot',
  'hollow oval': 'odot',
  circle: 'odot',
  'hollow circle': 'odot',
  diamond: 'diamond',
  diamondThin: 'diamond',
  'hollow diamond': 'odiamond',
  'hollow diamondThin': 'odiamond',
  box: 'box',
  'hollow box': 'obox',
  ERone: 'tee',
  ERmandOne: 'teetee',
  ERmany: 'crow',
  ERoneToMany: 'crowtee',
  ERzeroToOne: 'teeodot',
  ERzeroToMany: 'crowodot',
  'hollow ERone': 'tee',
  'hollow ERmandOne': 'teetee',
  'hollow ERmany': 'crow',
  'hollow ERoneToMany': 'crowtee',
  'hollow ERzeroToOne': 'teeodot',
  'hollow ERzeroToMany': 'crowodot',
});

type Attributes = Readonly<Record<string, string | undefined>>;

/** The page as one digraph; a file may hold several, one after the other. */
export function descriptionDot(page: PageDescription): string {
  const lines = [`digraph ${quoted(page.name)} {`, `  rankdir=${RANK_DIRECTIONS[page.direction]}; compound=true;`];
  for (const node of page.nodes) addNode(node, '  ', lines);
  const ends = new DotEnds(page, lines);
  for (const edge of page.edges) lines.push(`  ${edgeText(edge, ends)}`);
  return `${lines.join('\n')}\n}\n`;
}

function addNode(node: NodeDescription, indent: string, lines: string[]): void {
  const { id, label, children, shape } = node;
  if (children.length === 0) {
    const style = shape === 'rounded rectangle' || shape === 'pill' ? 'rounded' : undefined;
    lines.push(
      `${indent}${quoted(id)}${attributes({ label, shape: SHAPES[shape] ?? 'box', style, ...extras(node) })};`,
    );
    return;
  }
  const peripheries = shape === 'group' ? '0' : undefined;
  lines.push(`${indent}subgraph ${quoted(clusterOf(id))} {`);
  for (const [name, value] of entries({ label, peripheries, ...extras(node) }))
    lines.push(`${indent}  ${name}=${quoted(value)};`);
  for (const child of children) addNode(child, `${indent}  `, lines);
  lines.push(`${indent}}`);
}

const clusterOf = (id: string): string => `cluster_${id}`;

/** What edges begin and end at in place of clusters, of other edges and of nothing. */
class DotEnds {
  readonly #nodes = new Map<string, NodeDescription>();
  #points = 0;

  constructor(
    { nodes }: PageDescription,
    readonly lines: string[],
  ) {
    for (const node of allNodes(nodes)) this.#nodes.set(node.id, node);
  }

  /** The node that stands for an end, and the cluster that the edge is cut off at. */
  of(id: string | undefined): { readonly node: string; readonly cluster?: string } {
    let node = id === undefined ? undefined : this.#nodes.get(id);
    if (!node) return { node: this.#point() };
    const isCluster = node.children.length > 0;
    for (let inner = node.children[0]; inner; inner = inner.children[0]) node = inner;
    return isCluster ? { node: node.id, cluster: clusterOf(id as string) } : { node: node.id };
  }

  /** An id that no cell has, as it has a line break. */
  #point(): string {
    this.#points += 1;
    const id = `free\n${this.#points}`;
    this.lines.push(`  ${quoted(id)}${attributes({ shape: 'point', style: 'invis' })};`);
    return id;
  }
}

function edgeText(edge: EdgeDescription, ends: DotEnds): string {
  const { source, target, labels, line } = edge;
  const [from, to] = [ends.of(source.id), ends.of(target.id)];
  const [tail, head] = [headOf(source.arrow), headOf(target.arrow)];
  const dir = tail && head ? 'both' : tail ? 'back' : head ? undefined : 'none';
  return `${quoted(from.node)} -> ${quoted(to.node)}${attributes({
    label: labels.length > 0 ? labels.join('\n') : undefined,
    dir,
    arrowtail: tail === 'normal' ? undefined : tail,
    arrowhead: head === 'normal' ? undefined : head,
    style: line === 'dashed' ? 'dashed' : undefined,
    ltail: from.cluster,
    lhead: to.cluster,
    ...extras(edge),
  })};`;
}

const headOf = (arrow: string | undefined): string | undefined =>
  arrow === undefined ? undefined : (HEADS[arrow] ?? 'normal');

const extras = ({ links, tooltip }: { links?: readonly DescribedLink[]; tooltip?: string }): Attributes => ({
  URL: links?.[0]?.href,
  tooltip: tooltip === undefined ? undefined : inOneLine(tooltip),
});

const entries = (values: Attributes): readonly (readonly [string, string])[] =>
  Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));

function attributes(values: Attributes): string {
  const list = entries(values).map(([name, value]) => `${name}=${quoted(value)}`);
  return list.length > 0 ? ` [${list.join(', ')}]` : '';
}

/** A quoted string in which nothing is special to Graphviz; a backslash would begin an escape, in labels, or end none. */
const quoted = (text: string): string =>
  `"${text
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/\r\n?|\n/g, '\\n')}"`;
