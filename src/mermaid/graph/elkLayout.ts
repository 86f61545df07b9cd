/** Lays a graph out with ELK, within the budget of the drawing. */
import type { Budget } from '../../budget.js';
import type { ElkEngine, ElkNode, ElkScript } from '../../elk/elkScript.js';
import type { DrawContext } from '../context.js';
import { elkGraph } from './elkGraph.js';
import { pictureOf } from './elkPicture.js';
import { ALGORITHM_NAMES, type ElkSettings } from './elkSettings.js';
import type { GraphPicture, GraphRequest } from './graph.js';
import { parentsOf } from './graphLayout.js';

/** What a step takes, in units of the budget. */
const STEP_COST = 0.5;

/** One of them lays out graph after graph: it takes as long to make as most graphs take. */
const engines = new WeakMap<ElkScript, ElkEngine>();

/**
 * The graph as ELK places it; undefined where it can't, which is told. Throws MxsvgError 'limit-exceeded' for groups nested
 * deeper than any reader could follow, and for a graph that takes more work than the budget has.
 */
export function layoutByElk(
  request: GraphRequest,
  settings: ElkSettings,
  { elk, budget, report }: Pick<DrawContext, 'elk' | 'budget' | 'report'>,
): GraphPicture | undefined {
  const script = elk?.();
  if (!script) {
    report({ code: 'mermaid-ignored', message: 'ELK is not at hand: the diagram is laid out by dagre.' });
    return undefined;
  }
  const ids = new Set(request.groups.map(({ id }) => id));
  const parents = parentsOf([...request.groups, ...request.nodes], ids);
  const { graph, names } = elkGraph(request, parents, settings);
  const laidOut = run(script, graph, budget);
  if (laidOut) return pictureOf(laidOut, request, names, parents);
  report({ code: 'mermaid-ignored', message: 'ELK can’t lay this diagram out: it is laid out by dagre.' });
  return undefined;
}

/** Undefined where ELK breaks over the graph. */
function run(script: ElkScript, graph: ElkNode, budget: Budget): ElkNode | undefined {
  const engine = engines.get(script) ?? script.createEngine(ALGORITHM_NAMES);
  // What an engine has begun and not ended would be in the way of the next graph.
  engines.delete(script);
  let exceeded: unknown;
  try {
    const laidOut = engine.layout(graph, (steps) => {
      try {
        budget.spend(steps * STEP_COST);
      } catch (error) {
        exceeded = error;
        throw error;
      }
    });
    // Some of its algorithms go on after what was thrown in them.
    if (exceeded !== undefined) throw exceeded;
    engines.set(script, engine);
    return laidOut;
  } catch {
    // It is told by the caller, in words of our own: ELK's are of its Java classes.
    if (exceeded !== undefined) throw exceeded;
    return undefined;
  }
}
