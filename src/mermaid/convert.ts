/** Mermaid text → draw.io's XML, one function for each kind of diagram. */
import { type Budget, createBudget } from '../budget.js';
import type { Report } from '../diagnostics.js';
import { type Limits, withinMachine } from '../limits.js';
import type { FontLibrary } from '../shaping/fontLibrary.js';
import { Cells } from './cells.js';
import { drawClasses } from './class.js';
import type { DrawContext } from './context.js';
import { drawEntities } from './entityRelation.js';
import { drawFlowchart } from './flowchart.js';
import { drawGantt } from './gantt.js';
import { drawJourney } from './journey.js';
import { drawKanban } from './kanban.js';
import { plainText } from './labels.js';
import { createMeasure } from './measure.js';
import { drawMindmap } from './mindmap.js';
import { type MermaidKind, type ParsedMermaid, parseMermaid } from './parse.js';
import { drawSequence } from './sequence.js';
import { drawStates } from './state.js';
import { themeOf } from './theme.js';
import { drawTimeline } from './timeline.js';
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

type Draw<Kind extends MermaidKind> = (
  model: Extract<ParsedMermaid, { kind: Kind }>['model'],
  context: DrawContext,
) => void;

/** What draws each kind: it adds cells to the context's. */
const DRAW: { readonly [Kind in MermaidKind]: Draw<Kind> } = {
  flowchart: drawFlowchart,
  state: drawStates,
  mindmap: drawMindmap,
  timeline: drawTimeline,
  gantt: drawGantt,
  journey: drawJourney,
  kanban: drawKanban,
  entityRelation: drawEntities,
  class: drawClasses,
  sequence: drawSequence,
};

/** Mermaid's, px: around a diagram; above and below, and beside one of a sequence. */
const MARGINS = [8];
const SEQUENCE_MARGINS = [10, 50];

/** Of titles, px; Mermaid forgets some kinds', which are set as all other text. */
const TITLE_SIZE = 18;
const TEXT_SIZE = 16;
const PLAIN_TITLES: ReadonlySet<MermaidKind> = new Set<MermaidKind>(['class', 'entityRelation']);

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
    budget,
  };
  const draw = DRAW[parsed.kind] as Draw<MermaidKind>;
  draw(parsed.model as never, context);
  if (parsed.title !== undefined)
    drawTitle(parsed.title, PLAIN_TITLES.has(parsed.kind) ? TEXT_SIZE : TITLE_SIZE, context);
  return context.cells.xml({
    name: parsed.title === undefined ? 'Page-1' : plainText(parsed.title),
    // Light lines need the dark page that their theme is made for.
    background: parsed.config.theme === 'dark' ? context.theme.background : undefined,
    text,
    margins: parsed.kind === 'sequence' ? SEQUENCE_MARGINS : MARGINS,
  });
}
