/** Sankey diagrams: flows as bands between bars, as wide as they are large. */
import {
  sankey as layOut,
  type SankeyGraph,
  type SankeyLink,
  type SankeyNode,
  sankeyCenter,
  sankeyJustify,
  sankeyLeft,
  sankeyRight,
} from 'd3-sankey';
import { rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { drawioColor } from '../css.js';
import { defineKind } from '../kind.js';
import { optionsOf } from './chartOptions.js';
import { drawText } from './chartText.js';
import { readSankey, type SankeyFlow, type SankeyModel } from './sankeyModel.js';

export const sankey = defineKind({
  beginning: 'sankey (or sankey-beta)',
  names: ['sankey'],
  grammar: 'src/diagrams/sankey/sankeyDiagram.ts',
  read: readSankey,
  edgeCount: ({ edges }) => edges.length,
  draw: drawSankey,
  margins: [0],
  titleSize: 'own',
});

interface Named {
  readonly id: string;
}
interface Amount {
  readonly value: number;
}
type Node = SankeyNode<Named, Amount>;
type Link = SankeyLink<Named, Amount>;

const ALIGNMENTS = new Map([
  ['left', sankeyLeft],
  ['right', sankeyRight],
  ['center', sankeyCenter],
]);

/** The colours that d3 calls Tableau's ten. */
const COLORS = '#4e79a7 #f28e2c #e15759 #76b7b2 #59a14f #edc949 #af7aa1 #ff9da7 #9c755f #bab0ab'.split(' ');
const FONT_SIZE = 14;
/** From a bar to its label, px. */
const LABEL_GAP = 6;
/** More room between bars whose labels have values, px. */
const VALUE_ROOM = 15;
/** What the layout takes for a flow beside another one of its bar, and for a bar beside another one: units of the budget. */
const FLOW_COST = 0.15;
const BAR_COST = 0.09;

function drawSankey(model: SankeyModel, context: DrawContext): void {
  const { cells, config } = context;
  const { nodes, links } = layoutOf(model, context);
  const colors = nodeColors(nodes, context);
  const color = (node: Node): string => colors.get(node.id) ?? 'none';
  const ids = new Map<string, string>();
  for (const node of nodes) {
    const { x0 = 0, x1 = 0, y0 = 0, y1 = 0 } = node;
    const id = cells.id(node.id);
    ids.set(node.id, id);
    const style: CellStyle = { rounded: 0, html: 1, fillColor: color(node), strokeColor: 'none' };
    // A flow of nothing has a bar to be held by.
    const box = rect(x0, y0, Math.max(1, x1 - x0), Math.max(LEAST, y1 - y0));
    cells.vertex({ id, identity: node.id, box, style });
  }
  drawLabels(nodes, context);
  const paint = optionsOf(config.sankey).text('linkColor', 'gradient');
  for (const link of links) {
    const [source, target] = [link.source as Node, link.target as Node];
    const [sourceId, targetId] = [ids.get(source.id) ?? '', ids.get(target.id) ?? ''];
    const style: CellStyle = {
      shape: 'mermaidSankeyLink',
      width: Math.max(1, link.width ?? 0).toFixed(2),
      ...bandColors(paint, color(source), color(target)),
      opacity: 50,
      strokeColor: 'none',
      html: 1,
      exitX: 1,
      exitY: partOf(link.y0, source),
      exitPerimeter: 0,
      entryX: 0,
      entryY: partOf(link.y1, target),
      entryPerimeter: 0,
    };
    const identity = { from: source.id, to: target.id };
    cells.edge({ id: cells.id(`${sourceId}-${targetId}`), identity, source: sourceId, target: targetId, style });
  }
}

/** Px. */
const LEAST = 0.01;

/** How far down a bar a place is, of its height. */
function partOf(y: number | undefined, { y0 = 0, y1 = 0 }: Node): string {
  return (y1 - y0 > LEAST ? ((y ?? y0) - y0) / (y1 - y0) : 0.5).toFixed(6);
}

/** By d3-sankey, as Mermaid lays them out. Without a circle of flows it throws nothing. */
function layoutOf({ nodes, edges }: SankeyModel, { config, budget }: DrawContext): SankeyGraph<Named, Amount> {
  budget.spend(costOf(nodes.length, edges));
  const options = optionsOf(config.sankey);
  const padding = options.length('nodePadding', 12) + (options.flag('showValues', true) ? VALUE_ROOM : 0);
  const graph = {
    nodes: nodes.map(({ id }): Node => ({ id })),
    links: edges.map(({ source, target, value }): Link => ({ source, target, value })),
  };
  const layout = layOut<Named, Amount>()
    .nodeId(({ id }) => id)
    .nodeWidth(options.length('nodeWidth', 10))
    .nodePadding(padding)
    .nodeAlign(ALIGNMENTS.get(options.text('nodeAlignment', 'justify')) ?? sankeyJustify)
    .extent([
      [0, 0],
      [Math.max(1, options.length('width', 600)), Math.max(1, options.length('height', 400))],
    ]);
  return layout(graph);
}

/** Each flow is compared with those of its two bars, and each bar is moved along once a column. */
function costOf(bars: number, flows: readonly SankeyFlow[]): number {
  const counts = new Map<string, number>();
  const count = (key: string): number => counts.get(key) ?? 0;
  for (const { source, target } of flows) {
    for (const key of [`from ${source}`, `to ${target}`]) counts.set(key, count(key) + 1);
  }
  const pairs = flows.reduce((sum, { source, target }) => sum + count(`from ${source}`) + count(`to ${target}`), 0);
  return pairs * FLOW_COST + bars * bars * BAR_COST;
}

/** Those that the settings give, and one after the other of the palette for the rest. */
function nodeColors(nodes: readonly Node[], { config }: DrawContext): ReadonlyMap<string, string> {
  const given = optionsOf(config.sankey).part('nodeColors');
  const colors = new Map<string, string>();
  let next = 0;
  for (const { id } of nodes) {
    const own = given.color(id, '');
    colors.set(id, own === '' ? (COLORS[next++ % COLORS.length] as string) : own);
  }
  return colors;
}

function bandColors(paint: string, source: string, target: string): CellStyle {
  if (paint === 'source') return { fillColor: source };
  if (paint === 'target') return { fillColor: target };
  if (paint !== 'gradient') return { fillColor: drawioColor(paint)?.slice(0, 7) ?? 'none' };
  return { fillColor: source, gradientColor: target, gradientDirection: 'east' };
}

/** Beside the bars, toward the middle; outlined ones stand outside of the column with the largest bar. */
function drawLabels(nodes: readonly Node[], context: DrawContext): void {
  const { config, report } = context;
  const options = optionsOf(config.sankey);
  const isOutlined = options.text('labelStyle', 'legacy') === 'outlined';
  if (isOutlined) report({ code: 'mermaid-ignored', message: 'The outlines of labels are left out.' });
  const middle = options.length('width', 600) / 2;
  const greatest = nodes.reduce((most, node) => ((node.value ?? 0) > (most?.value ?? 0) ? node : most), nodes[0]);
  const layerOf = (node: Node | undefined): number => (node as { layer?: number } | undefined)?.layer ?? 0;
  const color = optionsOf(config.themeVariables).color('textColor', '#333333');
  const showsValues = options.flag('showValues', true);
  for (const node of nodes) {
    const { x0 = 0, x1 = 0, y0 = 0, y1 = 0, value = 0 } = node;
    const amount = `${options.text('prefix', '')}${Math.round(value * 100) / 100}${options.text('suffix', '')}`;
    const isRight = isOutlined ? layerOf(node) >= layerOf(greatest) : x0 < middle;
    const at = isRight
      ? ({ x: x1 + LABEL_GAP, anchor: 'start' } as const)
      : { x: x0 - LABEL_GAP, anchor: 'end' as const };
    const text = showsValues ? `${node.id} ${amount}` : node.id;
    // Without a value, a label stands a third of a letter lower.
    const y = (y0 + y1) / 2 + (showsValues ? 0 : 0.35 * FONT_SIZE);
    drawText({ ...at, y, text, fontSize: FONT_SIZE, color }, context);
  }
}
