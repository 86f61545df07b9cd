/** A description as plain text: a line a node, nested by indentation, then a line a connection. */
import {
  type DescribedLink,
  type EdgeDescription,
  endName,
  inOneLine,
  type NodeDescription,
  type PageDescription,
} from './description.js';

const INDENT = '  ';

/** The text of pages, each line ended; the same pages give the same text. */
export const descriptionText = (pages: readonly PageDescription[]): string => `${pages.map(pageText).join('\n')}`;

function pageText({ number, name, nodes, edges }: PageDescription): string {
  const lines = [`Page ${number} "${inOneLine(name)}"`];
  if (nodes.length + edges.length === 0) lines.push(`${INDENT}Nothing is on it.`);
  const ends = new Set(edges.flatMap(({ source, target }) => [source.id, target.id]));
  let layer: string | undefined;
  for (const node of nodes) {
    if (node.layer !== layer) lines.push(`${INDENT}Layer "${inOneLine(node.layer ?? '')}"`);
    layer = node.layer;
    addNode(node, layer === undefined ? INDENT : INDENT + INDENT, { lines, ends });
  }
  if (edges.length > 0) lines.push(`${INDENT}Connections`);
  for (const edge of edges) lines.push(`${INDENT}${INDENT}${edgeText(edge)}`);
  return `${lines.join('\n')}\n`;
}

interface Listing {
  readonly lines: string[];
  /** The ids of what edges end at. */
  readonly ends: ReadonlySet<string | undefined>;
}

function addNode(node: NodeDescription, indent: string, listing: Listing): void {
  listing.lines.push(indent + nodeText(node));
  if (isToldByItsName(node, listing)) return;
  for (const child of node.children) addNode(child, indent + INDENT, listing);
}

/** A row of a table whose cells are nothing but the texts that it is called by. */
function isToldByItsName({ shape, label, name, children }: NodeDescription, { ends }: Listing): boolean {
  const isPlain = (cell: NodeDescription): boolean =>
    cell.children.length === 0 && !cell.links && cell.tooltip === undefined && !ends.has(cell.id);
  return shape === 'row' && label === '' && !name.includes('…') && children.every(isPlain);
}

function nodeText({ name, label, shape, collapsed, ...extras }: NodeDescription): string {
  const text = inOneLine(label);
  const isCut = !name.startsWith(text);
  const told = label !== '' && isCut ? `${name}: ${text}` : name;
  const shown = label === '' || shape === 'text' ? '' : ` [${shape}]`;
  return `${told}${shown}${collapsed ? ', folded' : ''}${extrasText(extras)}`;
}

const extrasText = ({ links = [], tooltip }: { links?: readonly DescribedLink[]; tooltip?: string }): string =>
  links.map(({ href, page }) => `, link to ${page === undefined ? href : `page "${inOneLine(page)}"`}`).join('') +
  (tooltip === undefined ? '' : `, tooltip "${tooltip.replace(/\s+/g, ' ').trim()}"`);

/** Ends of which an arrow tells all. */
const PLAIN = new Set(['classic', 'classicThin', 'block', 'blockThin', 'open', 'openThin', 'openAsync', 'async']);

const LINES = { none: '--', start: '<-', end: '->', both: '<->' } as const;

function edgeText({ source, target, labels, line, ...extras }: EdgeDescription): string {
  const [start, end] = [source.arrow !== undefined, target.arrow !== undefined];
  const arrow = LINES[start && end ? 'both' : start ? 'start' : end ? 'end' : 'none'];
  const heads = [
    ...(source.arrow === undefined || PLAIN.has(source.arrow) ? [] : [`${source.arrow} at its start`]),
    ...(target.arrow === undefined || PLAIN.has(target.arrow) ? [] : [`${target.arrow} at its end`]),
    ...(line === 'dashed' ? ['dashed'] : []),
  ];
  const told = labels.length > 0 ? `: ${labels.map(inOneLine).join(' / ')}` : '';
  const more = heads.length > 0 ? ` (${heads.join(', ')})` : '';
  return `${endName(source)} ${arrow} ${endName(target)}${told}${more}${extrasText(extras)}`;
}
