/** Mermaid text → the model of its kind, by Mermaid's own grammars. */
import { createMermaidParser, type MermaidParser } from '#mermaid-parser';
import { type Budget, createBudget } from '../budget.js';
import { ignoreDiagnostics, MxsvgError, type Report } from '../diagnostics.js';
import { DEFAULT_LIMITS, type Limits, limitExceeded, requireWithin } from '../limits.js';
import { encodeEntities } from './entities.js';
import type {
  ClassModel,
  EntityModelNode,
  GanttModel,
  GraphModel,
  JourneyModel,
  KanbanModel,
  MermaidConfig,
  MindmapModel,
  SequenceScript,
  TimelineModel,
} from './models.js';
import { type PreparedText, prepareText } from './preparedText.js';
import {
  asked,
  checkedGantt,
  type RawModel,
  readClasses,
  readEntities,
  readGantt,
  readJourney,
  readKanban,
  readMindmap,
  readNodes,
  readTimeline,
} from './readModels.js';
import { readSequenceModel } from './readSequence.js';
import { syntaxError } from './syntaxError.js';

export type { MermaidConfig } from './models.js';

/** What is read of each kind. */
interface Models {
  readonly flowchart: GraphModel;
  readonly sequence: SequenceScript;
  readonly class: ClassModel;
  readonly state: GraphModel;
  readonly entityRelation: GraphModel<EntityModelNode>;
  readonly mindmap: MindmapModel;
  readonly timeline: TimelineModel;
  readonly gantt: GanttModel;
  readonly journey: JourneyModel;
  readonly kanban: KanbanModel;
}

export type MermaidKind = keyof Models;

export type ParsedMermaid = {
  readonly [Kind in MermaidKind]: {
    readonly kind: Kind;
    readonly model: Models[Kind];
    readonly config: MermaidConfig;
    readonly title: string | undefined;
  };
}[MermaidKind];

/** Mermaid's part for a kind, and what is read of its model. */
const KINDS = {
  flowchart: { definition: 'flowchartDiagram', read: readNodes },
  sequence: { definition: 'sequenceDiagram', read: readSequenceModel },
  class: { definition: 'classDiagram', read: readClasses },
  state: { definition: 'stateDiagram', read: readNodes },
  entityRelation: { definition: 'entityRelationDiagram', read: readEntities },
  mindmap: { definition: 'mindmapDiagram', read: readMindmap },
  timeline: { definition: 'timelineDiagram', read: readTimeline },
  gantt: { definition: 'ganttDiagram', read: readGantt },
  journey: { definition: 'journeyDiagram', read: readJourney },
  kanban: { definition: 'kanbanDiagram', read: readKanban },
} as const satisfies {
  readonly [Kind in MermaidKind]: {
    readonly definition: keyof MermaidParser;
    readonly read: (model: RawModel) => Models[Kind];
  };
};

/** Mermaid's names for what is drawn here. */
const NAMES: ReadonlyMap<string, MermaidKind> = new Map([
  ['flowchart', 'flowchart'],
  ['flowchart-v2', 'flowchart'],
  ['flowchart-elk', 'flowchart'],
  ['sequence', 'sequence'],
  ['class', 'class'],
  ['classDiagram', 'class'],
  ['state', 'state'],
  ['stateDiagram', 'state'],
  ['er', 'entityRelation'],
  ['mindmap', 'mindmap'],
  ['timeline', 'timeline'],
  ['gantt', 'gantt'],
  ['journey', 'journey'],
  ['kanban', 'kanban'],
]);

/** How a diagram of each kind begins. */
const SUPPORTED =
  'flowchart (or graph), sequenceDiagram, classDiagram, stateDiagram (or stateDiagram-v2), erDiagram, mindmap, timeline, gantt, ' +
  'journey, kanban';

export interface ParseContext {
  /** Default: those that hold where nobody sets any. */
  readonly limits?: Limits;
  /** Default: one of its own. */
  readonly budget?: Budget;
  /** Receives what of the text is passed over; default: nobody does. */
  readonly report?: Report;
  /** Count where the text has no settings. */
  readonly defaults?: MermaidConfig;
  /** Errors count lines from it; default 1. */
  readonly firstLine?: number;
}

/**
 * Parses one diagram.
 * @throws MxsvgError 'mermaid-unsupported' for a text of another kind, 'mermaid-syntax' with line and column,
 * 'limit-exceeded'
 */
export function parseMermaid(text: string, context: ParseContext = {}): ParsedMermaid {
  const { limits = DEFAULT_LIMITS, report = ignoreDiagnostics, defaults = {}, firstLine = 1 } = context;
  const { budget = createBudget(limits) } = context;
  requireWithin(limits, 'mermaidLength', text.length, 'The Mermaid text');
  const parser = createMermaidParser((units) => budget.spend(units));
  // Directives are read by kind.
  parser.addDiagrams();
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
    // Working out a theme's colours fails for what is no colour.
    parser.addDirective({ ...defaults, ...prepared.config });
    const parsed = parsedBy(parser, code);
    // Mermaid itself counts those of flowcharts alone.
    if ('edges' in parsed.model) requireWithin(limits, 'mermaidEdges', parsed.model.edges.length, DIAGRAM);
    return { ...parsed, title: prepared.title ?? parsed.title };
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

/** What Mermaid says of more edges than it may take. */
const EDGES_EXCEEDED = /^Edge limit exceeded\b/;

const prepare = (text: string, parser: MermaidParser): PreparedText =>
  prepareText(text, {
    parseYaml: (yaml) => parser.loadYaml(yaml, { schema: parser.yamlSchema }),
    kindOf: (code) => nameOfKind(parser, code),
  });

function parsedBy(parser: MermaidParser, code: string): ParsedMermaid {
  const kind = kindOf(parser, code);
  const { definition: name, read } = KINDS[kind];
  const definition = parser[name];
  const db = definition.db as RawModel;
  if (definition.parser.parser) definition.parser.parser.yy = kind === 'gantt' ? checkedGantt(db) : db;
  asked(db, 'clear');
  definition.init?.(parser.getConfig());
  definition.parser.parse(`${encodeEntities(code)}\n`);
  return { kind, model: read(db), config: parser.getConfig(), title: ownTitle(db) } as ParsedMermaid;
}

/** The title that a statement of the text gives. */
function ownTitle(db: RawModel): string | undefined {
  const titled = (asked(db, 'getCommonDb') ?? db) as RawModel;
  const title = asked(titled, 'getDiagramTitle');
  return typeof title === 'string' && title !== '' ? title : undefined;
}

function kindOf(parser: MermaidParser, code: string): MermaidKind {
  const name = nameOfKind(parser, code);
  const kind = name === undefined ? undefined : NAMES.get(name);
  if (kind) return kind;
  const first = code.trim().split('\n', 1)[0] ?? '';
  const found =
    first === ''
      ? 'The text is empty'
      : `"${first.slice(0, 60)}" begins ${name ? `a diagram of the kind ${name}, which is not drawn` : 'no known kind of Mermaid diagram'}`;
  throw new MxsvgError('mermaid-unsupported', `${found}. Supported: ${SUPPORTED}.`);
}

/** A kind is told by how a text begins. */
const BEGINNING = 200;

/** Mermaid's name for the kind of a text; undefined where it knows none. */
function nameOfKind(parser: MermaidParser, code: string): string | undefined {
  try {
    return parser.detectType(code.slice(0, BEGINNING), parser.getConfig());
  } catch {
    // That is how Mermaid says so.
    return undefined;
  }
}
