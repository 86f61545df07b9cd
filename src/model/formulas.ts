/** Tells of labels that draw.io would typeset as formulas, which stand as they are written here. */
import type { Report } from '../diagnostics.js';
import type { Cell } from './cell.js';

/** MathJax's delimiters in draw.io; a pair of backticks holds AsciiMath. */
const DELIMITERS: readonly (readonly [open: string, close: string])[] = [
  ['$$', '$$'],
  ['\\(', '\\)'],
  ['`', '`'],
];

const holdsFormula = (label: string): boolean =>
  DELIMITERS.some(([open, close]) => {
    const start = label.indexOf(open);
    return start !== -1 && label.includes(close, start + open.length + 1);
  });

export function reportFormulas(cells: Iterable<Cell>, report: Report): void {
  for (const { id, value, visible } of cells) {
    if (!visible || !holdsFormula(value)) continue;
    report({ code: 'unsupported-html', cellId: id, message: 'The formula in the label isn’t typeset.' });
  }
}
