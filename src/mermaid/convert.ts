/** Mermaid text → draw.io's XML. */
import { type Budget, createBudget } from '../budget.js';
import type { Report } from '../diagnostics.js';
import { type Limits, withinMachine } from '../limits.js';
import type { FontLibrary } from '../shaping/fontLibrary.js';
import { Cells } from './cells.js';
import type { DrawContext } from './context.js';
import { plainText } from './text/labels.js';
import { createMeasure } from './text/measure.js';
import { parseMermaid } from './text/parse.js';
import { themeOf } from './theme.js';
import { drawTitle } from './title.js';

/** Mermaid's themes. */
export type MermaidThemeName = 'default' | 'neutral' | 'forest' | 'dark' | 'base';

export interface ConvertContext {
  readonly fonts: FontLibrary;
  readonly report: Report;
  /** Where the text names none. */
  readonly theme?: MermaidThemeName;
  readonly firstLine?: number;
  readonly limits: Limits;
}

/** Mermaid's, px, where a kind has no others. */
const MARGINS = [8];
const TITLE_SIZE = 18;

/** The text as a file of draw.io's. Throws MxsvgError 'mermaid-syntax', 'mermaid-unsupported' or 'limit-exceeded'. */
export const convertMermaid = (text: string, context: ConvertContext): string =>
  withinMachine(context.limits, () => convert(text, context, createBudget(context.limits)));

function convert(text: string, { fonts, report, theme, firstLine, limits }: ConvertContext, budget: Budget): string {
  const parsed = parseMermaid(text, { limits, budget, report, defaults: theme && { theme }, firstLine });
  const context: DrawContext = {
    cells: new Cells(),
    theme: themeOf(parsed.config),
    measure: createMeasure(fonts, budget),
    config: parsed.config,
    report,
    title: parsed.title,
    budget,
  };
  const { draw, margins = MARGINS, titleSize = TITLE_SIZE } = parsed.kind;
  draw(parsed.model, context);
  if (parsed.title !== undefined && titleSize !== 'own') drawTitle(parsed.title, titleSize, context);
  return context.cells.xml({
    name: parsed.title === undefined ? 'Page-1' : plainText(parsed.title),
    // Light lines need the dark page that their theme is made for.
    background: parsed.config.theme === 'dark' ? context.theme.background : undefined,
    text,
    margins,
  });
}
