/** The style of a cell that is a text alone, in the middle of its box. */
import type { CellStyle } from '../cells.js';

export const CENTRED_TEXT = {
  text: '',
  html: 1,
  strokeColor: 'none',
  fillColor: 'none',
  align: 'center',
  verticalAlign: 'middle',
} as const satisfies CellStyle;
