/** What every kind of diagram is drawn with. */
import type { Budget } from '../budget.js';
import type { Report } from '../diagnostics.js';
import type { ElkScript } from '../elk/elkScript.js';
import type { Icons } from '../icons/icons.js';
import type { Cells } from './cells.js';
import type { MermaidConfig } from './config.js';
import type { Measure } from './text/measure.js';
import type { MermaidTheme } from './theme.js';

export interface DrawContext {
  readonly cells: Cells;
  readonly theme: MermaidTheme;
  readonly measure: Measure;
  readonly icons: Icons;
  readonly config: MermaidConfig;
  readonly report: Report;
  /** The diagram's, where its kind sets it itself. */
  readonly title?: string;
  readonly budget: Budget;
  /** What ELK is; default: none. */
  readonly elk?: () => ElkScript | undefined;
}
