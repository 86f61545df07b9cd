/** Sets labels for tests: an HTML label in a box of 200 × 100 px at the origin, in Helvetica 12. */

import { metered, NO_BUDGET } from '../../src/budget.js';
import { HtmlElements } from '../../src/decode/htmlTree.js';
import type { Diagnostic } from '../../src/diagnostics.js';
import type { TextBlock } from '../../src/drawing/textBlock.js';
import { type PlacedLabel, placeLabel } from '../../src/layout/label.js';
import { nodeAssets } from '../../src/platform/node/packagedAssets.js';
import { FontLibrary } from '../../src/shaping/fontLibrary.js';
import { Style } from '../../src/style/style.js';

export const fonts = new FontLibrary(nodeAssets);

const BASE = { html: '1', whiteSpace: 'wrap', fontSize: '12', fontFamily: 'Helvetica' };

export interface SetLabel extends PlacedLabel {
  readonly diagnostics: readonly Diagnostic[];
  /** The work that it took, in units of the budget. */
  readonly work: number;
}

export function setLabel(value: string, style: Record<string, string> = {}, width = 200, height = 100): SetLabel {
  const diagnostics: Diagnostic[] = [];
  const budget = metered(NO_BUDGET);
  const label = placeLabel({
    cellId: 'cell',
    value,
    style: new Style(new Map(Object.entries({ ...BASE, ...style }))),
    isEdge: false,
    box: { x: 0, y: 0, width, height },
    rotationDegrees: 0,
    pivotBox: { x: 0, y: 0, width, height },
    fonts,
    report: (diagnostic) => diagnostics.push(diagnostic),
    elements: new HtmlElements(),
    budget,
  });
  if (!label) throw new Error('no label was set');
  return { ...label, diagnostics, work: budget.spent };
}

/** The text of each line, top to bottom. */
export function linesOf({ runs }: TextBlock): string[] {
  const lines = new Map<number, { x: number; text: string }[]>();
  for (const run of runs) {
    const line = lines.get(run.baseline) ?? [];
    line.push({ x: run.x, text: run.text });
    lines.set(run.baseline, line);
  }
  return [...lines]
    .sort(([a], [b]) => a - b)
    .map(([, pieces]) =>
      pieces
        .sort((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join(''),
    );
}

/** The run that holds a text; throws if there is none. */
export function runOf(label: SetLabel, text: string): TextBlock['runs'][number] {
  const run = label.block.runs.find((candidate) => candidate.text.includes(text));
  if (!run) throw new Error(`no run holds "${text}"`);
  return run;
}
