/** Mermaid text → draw.io's XML. */
import { type Budget, createBudget } from '../budget.js';
import { ignoreDiagnostics, type Report } from '../diagnostics.js';
import type { ElkScript } from '../elk/elkScript.js';
import type { MathTypesetter } from '../formulas/math.js';
import { type IconSources, Icons } from '../icons/icons.js';
import { createFormulaSetter } from '../labels/formulaSetter.js';
import { type Limits, withinMachine } from '../limits.js';
import type { FontLibrary } from '../shaping/fontLibrary.js';
import { AskedSettings } from './askedSettings.js';
import { Cells } from './cells.js';
import type { MermaidConfig } from './config.js';
import type { DrawContext } from './context.js';
import type { MermaidKind } from './kind.js';
import { hasFormula } from './text/formulas.js';
import { plainText } from './text/labels.js';
import { createMeasure } from './text/measure.js';
import { parseMermaid } from './text/parse.js';
import { mergedSettings } from './text/settings.js';
import { themeOf } from './theme.js';
import { isDarkTheme } from './themes.js';
import { drawTitle } from './title.js';

export interface ConvertContext {
  readonly fonts: FontLibrary;
  readonly report: Report;
  /** What the caller sets: the text's own settings go before it. */
  readonly site?: MermaidConfig;
  readonly firstLine?: number;
  /** Makes what typesets formulas; default: nothing does. */
  readonly math?: () => MathTypesetter | undefined;
  /** Where icons come from; default: nowhere. */
  readonly icons?: IconSources;
  /** Gives ELK, when a text first asks for it; default: there is none. */
  readonly elk?: () => ElkScript | undefined;
  readonly limits: Limits;
}

/** Mermaid's, px, where a kind has no others. */
const MARGINS = [8];
const TITLE_SIZE = 18;

/** The text as a file of draw.io's. Throws MxsvgError 'mermaid-syntax', 'mermaid-unsupported' or 'limit-exceeded'. */
export const convertMermaid = (text: string, context: ConvertContext): string =>
  withinMachine(context.limits, () => convert(text, context, createBudget(context.limits)));

function convert(
  text: string,
  { fonts, report, site, firstLine, limits, math, icons, elk }: ConvertContext,
  budget: Budget,
): string {
  const parsed = parseMermaid(text, { limits, budget, report, site, firstLine });
  const isMath = hasFormula(text);
  const asked = new AskedSettings();
  const config = asked.watched(parsed.config);
  const context: DrawContext = {
    cells: new Cells(),
    theme: themeOf(config),
    measure: createMeasure(
      fonts,
      budget,
      isMath ? createFormulaSetter(math, fonts, ignoreDiagnostics, budget) : undefined,
    ),
    icons: new Icons(icons, budget),
    config,
    report,
    title: parsed.title,
    budget,
    elk,
  };
  const { draw, margins = MARGINS, titleSize = TITLE_SIZE } = parsed.kind;
  draw(parsed.model, context);
  if (parsed.title !== undefined && titleSize !== 'own') drawTitle(parsed.title, titleSize, context);
  asked.tell(mergedSettings([site, parsed.own]), sectionsOf(parsed.kind), report);
  return context.cells.xml({
    name: parsed.title === undefined ? 'Page-1' : plainText(parsed.title),
    // Light lines need the dark page that their theme is made for.
    background: isDarkTheme(config.theme) ? context.theme.background : undefined,
    text,
    config: site,
    isMath,
    margins: typeof margins === 'function' ? margins(config) : margins,
  });
}

/** The settings that are a kind's own, as Mermaid names them. */
const sectionsOf = ({ names }: MermaidKind): readonly string[] => [
  ...names,
  ...names.map((name) => name.replace('xychart', 'xyChart')),
];
