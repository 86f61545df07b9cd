/** What the parts of label layout share: fonts, reports, and the layouts that call each other. */
import { type Budget, NO_BUDGET } from '../budget.js';
import type { Report } from '../diagnostics.js';
import type { FontLibrary } from '../shaping/fontLibrary.js';

export interface BoxContext {
  readonly fonts: FontLibrary;
  readonly cellId: string;
  readonly report: Report;
  readonly budget: Budget;
  reportMissing(codePoint: number): void;
}

/** Reports each character that no font has once a label. */
export function createBoxContext(
  fonts: FontLibrary,
  cellId: string,
  report: Report,
  budget: Budget = NO_BUDGET,
): BoxContext {
  const reported = new Set<number>();
  return {
    fonts,
    cellId,
    report,
    budget,
    reportMissing(codePoint) {
      if (reported.has(codePoint)) return;
      reported.add(codePoint);
      report({
        code: 'missing-glyph',
        cellId,
        message: `No font has the character ${String.fromCodePoint(codePoint)} (U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}).`,
      });
    },
  };
}

/** The narrowest and widest a box can usefully be, px; margins are left out. */
export interface IntrinsicWidths {
  readonly min: number;
  readonly max: number;
}
