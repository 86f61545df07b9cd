/** Lines under and through text that would have too many waves are drawn straight. */

import type { TextDecoration } from '../drawing/textBlock.js';
import { waveOf } from '../drawing/waves.js';
import type { BoxContext } from './boxContext.js';

/** As many as a line of text on a large poster has. */
const MOST_WAVES = 2000;

/** The decorations of a run of a width, px. */
export function boundedDecorations(
  decorations: readonly TextDecoration[],
  width: number,
  { budget, cellId, report }: BoxContext,
): readonly TextDecoration[] {
  return decorations.map((decoration) => {
    if (decoration.style !== 'wavy') return decoration;
    const waves = Math.max(0, width) / (2 * waveOf(decoration).step);
    if (waves <= MOST_WAVES) {
      budget.spend(waves / 4);
      return decoration;
    }
    const message = 'A wavy line is too long, and is drawn straight.';
    report({ code: 'too-costly', cellId, message });
    return { ...decoration, style: 'solid' };
  });
}
