/** What Mermaid's model of a Sankey diagram holds. */
import { asked, named, type RawModel } from '../text/modelReaders.js';
import { always, list, quantity, record } from '../text/readers.js';

export interface SankeyFlow {
  readonly source: string;
  readonly target: string;
  readonly value: number;
}

/** A bar that flows end at. */
export interface SankeyBar {
  readonly id: string;
}

export interface SankeyModel {
  /** In the order of the text. */
  readonly nodes: readonly SankeyBar[];
  readonly edges: readonly SankeyFlow[];
}

const flow = record<Omit<SankeyFlow, 'value'> & { readonly value?: number }>({
  source: named,
  target: named,
  value: quantity,
});
const graph = record<{
  readonly nodes: readonly SankeyBar[];
  readonly links: readonly NonNullable<ReturnType<typeof flow>>[];
}>({ nodes: always(list(record<SankeyBar>({ id: named })), []), links: always(list(flow), []) });

/** Throws an error that names the flow for one without an amount, and for flows that go round in a circle. */
export function readSankey(model: RawModel): SankeyModel {
  const { nodes = [], links = [] } = graph(asked(model, 'getGraph')) ?? {};
  const edges = links.map(({ source, target, value }): SankeyFlow => {
    if (value === undefined || value < 0) throw new Error(`The flow from "${source}" to "${target}" has no amount`);
    return { source, target, value };
  });
  if (!edges.some(({ value }) => value > 0)) throw new Error('No flow has an amount above 0');
  const circular = nodeInCircle(edges);
  if (circular !== undefined) throw new Error(`The flows lead from "${circular}" back to it, and have no order`);
  return { nodes, edges };
}

/** A node that is in a circle of flows or that one leads to: it is left when all are taken that nothing more flows into. */
function nodeInCircle(flows: readonly SankeyFlow[]): string | undefined {
  const waiting = new Map<string, number>();
  const leaving = new Map<string, string[]>();
  for (const { source, target } of flows) {
    waiting.set(target, (waiting.get(target) ?? 0) + 1);
    waiting.set(source, waiting.get(source) ?? 0);
    const targets = leaving.get(source) ?? [];
    targets.push(target);
    leaving.set(source, targets);
  }
  const free = [...waiting].filter(([, count]) => count === 0).map(([name]) => name);
  for (const name of free) {
    for (const target of leaving.get(name) ?? []) {
      const left = (waiting.get(target) ?? 0) - 1;
      waiting.set(target, left);
      if (left === 0) free.push(target);
    }
  }
  return [...waiting].find(([, count]) => count > 0)?.[0];
}
