/** Mermaid text → the model of its kind, by Mermaid's own grammars, and by ours for what its package lacks. */
import { createMermaidParser, type MermaidParser } from '#mermaid-parser';
import { type Budget, createBudget } from '../../budget.js';
import { ignoreDiagnostics, MxsvgError, type Report } from '../../diagnostics.js';
import { DEFAULT_LIMITS, type Limits, limitExceeded, requireWithin } from '../../limits.js';
import type { MermaidConfig } from '../config.js';
import type { GrammarKind, MermaidKind, TextContext, TextKind } from '../kind.js';
import { KINDS, kindNamed } from '../kinds.js';
import { encodeEntities } from './entities.js';
import { asked, type RawModel } from './modelReaders.js';
import { type PreparedText, prepareText } from './preparedText.js';
import { wrong } from './siteSettings.js';
import { syntaxError } from './syntaxError.js';

export interface ParsedMermaid {
  readonly kind: MermaidKind;
  readonly model: unknown;
  readonly config: MermaidConfig;
  /** What the text itself sets of it. */
  readonly own: MermaidConfig;
  readonly title: string | undefined;
}

export interface ParseContext {
  /** Default: those that hold where nobody sets any. */
  readonly limits?: Limits;
  /** Default: one of its own. */
  readonly budget?: Budget;
  /** Receives what of the text is passed over; default: nobody does. */
  readonly report?: Report;
  /** The caller's settings: those of the text go before them. */
  readonly site?: MermaidConfig;
  /** Errors count lines from it; default 1. */
  readonly firstLine?: number;
}

/**
 * Parses one diagram.
 * @throws MxsvgError 'mermaid-unsupported' for a text of another kind, 'mermaid-syntax' with line and column,
 * 'limit-exceeded'
 */
export function parseMermaid(text: string, context: ParseContext = {}): ParsedMermaid {
  const { limits = DEFAULT_LIMITS, report = ignoreDiagnostics, site, firstLine = 1 } = context;
  const { budget = createBudget(limits) } = context;
  requireWithin(limits, 'mermaidLength', text.length, 'The Mermaid text');
  const parser = createMermaidParser((units) => budget.spend(units));
  // Directives are read by kind.
  parser.addDiagrams();
  if (site) initialize(parser, site);
  parser.updateSiteConfig({ maxEdges: limits.mermaidEdges });
  let code = text;
  try {
    const prepared = prepare(text, parser);
    code = prepared.code;
    for (const directive of prepared.ignored) {
      report({
        code: 'mermaid-ignored',
        message: `The directive ${directive} can't be read; its settings don't count.`,
      });
    }
    // Mermaid takes out what a text may not set, of the settings of a kind too: who set it is told that it counts for nothing.
    const own = structuredClone(prepared.config);
    // Working out a theme's colours fails for what is no colour.
    parser.addDirective(prepared.config);
    const kind = kindOf(parser, code);
    if (kind.layout !== undefined && (own.layout ?? site?.layout) === undefined) {
      parser.addDirective({ layout: kind.layout });
    }
    const parsed =
      'parse' in kind ? parsedByOurs(kind, code, { limits, budget }) : parsedBy(parser, kind, code, prepared.title);
    // Mermaid itself counts those of flowcharts alone.
    requireWithin(limits, 'mermaidEdges', kind.edgeCount?.(parsed.model) ?? 0, DIAGRAM);
    const config = parser.getConfig();
    return { kind, model: parsed.model, config, own, title: parsed.title ?? prepared.title };
  } catch (error) {
    if (error instanceof MxsvgError) throw error;
    if (error instanceof Error && EDGES_EXCEEDED.test(error.message))
      throw limitExceeded(limits, 'mermaidEdges', DIAGRAM);
    if (error instanceof RangeError && /call stack/.test(error.message)) {
      throw limitExceeded(limits, 'nesting', 'For the stack that there is, the Mermaid text');
    }
    // The grammars and models have errors of many kinds for texts that they can't read, and break over some.
    throw syntaxError(error, code, text, firstLine);
  }
}

const DIAGRAM = 'The Mermaid diagram';

/** Above the levels that there are. */
const SILENT = 6;

/** Throws MxsvgError 'invalid-option' for settings that Mermaid can't work with. */
function initialize(parser: MermaidParser, site: MermaidConfig): void {
  try {
    // It keeps and completes what it is given; of its own doings it is to say nothing.
    parser.initialize({ ...structuredClone(site), logLevel: SILENT });
  } catch (error) {
    if (error instanceof RangeError) throw error;
    // Working out a theme's colours fails for what is no colour.
    throw wrong(`config can't be used: ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`);
  }
}

/** What Mermaid says of more edges than it may take. */
const EDGES_EXCEEDED = /^Edge limit exceeded\b/;

const prepare = (text: string, parser: MermaidParser): PreparedText =>
  prepareText(text, {
    parseYaml: (yaml) => parser.loadYaml(yaml, { schema: parser.yamlSchema }),
    kindOf: (code) => nameOfKind(parser, code),
  });

type TitledModel = Pick<ParsedMermaid, 'model' | 'title'>;

function parsedByOurs(kind: TextKind, code: string, context: TextContext): TitledModel {
  const model = kind.parse(code, context);
  return { model, title: kind.titleOf(model) };
}

/** `title` is the front matter's: a statement of the text that gives one counts before it, as in Mermaid. */
function parsedBy(parser: MermaidParser, kind: GrammarKind, code: string, title: string | undefined): TitledModel {
  const definition = parser.grammars[kind.grammar]?.();
  if (!definition) throw new Error(`${kind.grammar} was not taken out of Mermaid's package.`);
  const db = definition.db as RawModel;
  const model = kind.guarded?.(db) ?? db;
  if (definition.parser.parser) definition.parser.parser.yy = model;
  asked(db, 'clear');
  definition.init?.(parser.getConfig());
  if (title !== undefined && typeof db.setDiagramTitle === 'function') db.setDiagramTitle(title);
  definition.parser.parse(`${encodeEntities(code)}\n`);
  return { model: kind.read(model), title: ownTitle(db) };
}

/** The title that a statement of the text gives. */
function ownTitle(db: RawModel): string | undefined {
  const titled = (asked(db, 'getCommonDb') ?? db) as RawModel;
  const title = asked(titled, 'getDiagramTitle');
  return typeof title === 'string' && title !== '' ? title : undefined;
}

function kindOf(parser: MermaidParser, code: string): MermaidKind {
  const name = nameOfKind(parser, code);
  const kind = name === undefined ? undefined : kindNamed(name);
  if (kind) return kind;
  const first = code.trim().split('\n', 1)[0] ?? '';
  const found = first === '' ? 'The text is empty' : `"${first.slice(0, 60)}" begins ${beginningOf(name)}`;
  throw new MxsvgError(
    'mermaid-unsupported',
    `${found}. Supported: ${KINDS.map(({ beginning }) => beginning).join(', ')}.`,
  );
}

/** What a first line begins that is none of our kinds. */
function beginningOf(name: string | undefined): string {
  return name ? `a diagram of the kind ${name}, which is not drawn` : 'no known kind of Mermaid diagram';
}

/** A kind is told by how a text begins. */
const BEGINNING = 200;

/** Mermaid's name for the kind of a text; undefined where it knows none. */
function nameOfKind(parser: MermaidParser, code: string): string | undefined {
  const beginning = code.trimStart().slice(0, BEGINNING);
  const ours = KINDS.find((kind) => 'parse' in kind && beginning.startsWith(kind.beginning));
  if (ours) return ours.names[0];
  try {
    return parser.detectType(code.slice(0, BEGINNING), parser.getConfig());
  } catch {
    // That is how Mermaid says so.
    return undefined;
  }
}
