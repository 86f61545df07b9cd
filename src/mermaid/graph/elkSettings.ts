/** What a Mermaid text sets of ELK: which of its algorithms, and how. */

import type { ElkOptions } from '../../elk/elkScript.js';
import type { DrawContext } from '../context.js';
import { flag, oneOf } from '../text/readers.js';

/** ELK's algorithms by Mermaid's names of layouts. */
const ALGORITHMS: ReadonlyMap<unknown, string> = new Map([
  ['elk', 'elk.layered'],
  ['elk.stress', 'elk.stress'],
  ['elk.force', 'elk.force'],
  ['elk.mrtree', 'elk.mrtree'],
  ['elk.sporeOverlap', 'elk.sporeOverlap'],
]);

/** As ELK names them where they are made known to it. */
export const ALGORITHM_NAMES: readonly string[] = ['layered', 'stress', 'force', 'mrtree', 'sporeOverlap', 'disco'];

export interface ElkSettings {
  readonly algorithm: string;
  /** Of the whole graph and of each group. */
  readonly common: ElkOptions;
  readonly whole: ElkOptions;
  /** In a part of the graph that is a ring, the first node stands first. */
  readonly keepsEntriesFirst: boolean;
}

/** Mermaid's defaults where a text sets none; undefined where its layout isn't one of ELK's. */
export function elkSettings({ config }: DrawContext): ElkSettings | undefined {
  const algorithm = ALGORITHMS.get(config.layout);
  if (algorithm === undefined) return undefined;
  const given = (config.elk ?? {}) as Readonly<Record<string, unknown>>;
  const common: ElkOptions = {
    'elk.layered.mergeEdges': flag(given.mergeEdges) ?? false,
    'nodePlacement.strategy':
      oneOf('SIMPLE', 'NETWORK_SIMPLEX', 'LINEAR_SEGMENTS', 'BRANDES_KOEPF')(given.nodePlacementStrategy) ??
      'BRANDES_KOEPF',
    'elk.layered.nodePlacement.bk.fixedAlignment':
      oneOf('NONE', 'LEFTUP', 'LEFTDOWN', 'RIGHTUP', 'RIGHTDOWN', 'BALANCED')(given.nodePlacementAlignment) ?? 'NONE',
  };
  const whole: ElkOptions = {
    'elk.layered.crossingMinimization.forceNodeModelOrder': flag(given.forceNodeModelOrder) ?? false,
    'elk.layered.considerModelOrder.strategy':
      oneOf('NONE', 'NODES_AND_EDGES', 'PREFER_EDGES', 'PREFER_NODES')(given.considerModelOrder) ?? 'NODES_AND_EDGES',
    'elk.layered.cycleBreaking.strategy': oneOf(
      'GREEDY',
      'DEPTH_FIRST',
      'INTERACTIVE',
      'MODEL_ORDER',
      'GREEDY_MODEL_ORDER',
    )(given.cycleBreakingStrategy),
  };
  return { algorithm, common, whole, keepsEntriesFirst: flag(given.keepEntryNodeOnTop) ?? false };
}
