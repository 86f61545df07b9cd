/** How bold a variable font can be set. */
import type { FontTable } from '../fonts/fontTable.js';
import type { FontVariation } from './shaping.js';

export interface WeightAxis {
  readonly lightest: number;
  readonly usual: number;
  readonly boldest: number;
}

const WEIGHT = 0x77676874;

/** From the fvar table; undefined for a font that has one weight. */
export function readWeightAxis(table: FontTable | undefined): WeightAxis | undefined {
  if (!table) return undefined;
  const { view } = table;
  const first = view.getUint16(4);
  const size = view.getUint16(10);
  const fixed = (at: number): number => view.getInt32(at) / 0x10000;
  for (let i = 0; i < view.getUint16(8); i++) {
    const axis = first + i * size;
    if (view.getUint32(axis) !== WEIGHT) continue;
    return { lightest: fixed(axis + 4), usual: fixed(axis + 8), boldest: fixed(axis + 12) };
  }
  return undefined;
}

/** The setting that comes nearest to a weight. */
export const weightVariation = ({ lightest, boldest }: WeightAxis, weight: number): FontVariation => ({
  axis: 'wght',
  value: Math.min(Math.max(weight, lightest), boldest),
});
