/** Mermaid text → the model of its kind, by Mermaid's own grammars. */
import {
  addDiagrams,
  addDirective,
  classDiagram,
  detectType,
  encodeEntities,
  entityRelationDiagram,
  flowchartDiagram,
  ganttDiagram,
  getConfig,
  journeyDiagram,
  kanbanDiagram,
  mindmapDiagram,
  preprocessDiagram,
  reset,
  sequenceDiagram,
  stateDiagram,
  timelineDiagram,
  updateSiteConfig,
} from '#mermaid-parser';
import { MxsvgError } from '../diagnostics.js';
import type {
  ClassDb,
  EntityRelationDb,
  FlowchartDb,
  GanttDb,
  JourneyDb,
  KanbanDb,
  MermaidConfig,
  MindmapDb,
  SequenceDb,
  StateDb,
  TimelineDb,
} from './models.js';
import { syntaxError } from './syntaxError.js';

export type { MermaidConfig } from './models.js';

interface Parsed<Kind extends string, Db> {
  readonly kind: Kind;
  readonly db: Db;
  readonly config: MermaidConfig;
  readonly title: string | undefined;
}

export type ParsedMermaid =
  | Parsed<'flowchart', FlowchartDb>
  | Parsed<'sequence', SequenceDb>
  | Parsed<'class', ClassDb>
  | Parsed<'state', StateDb>
  | Parsed<'entityRelation', EntityRelationDb>
  | Parsed<'mindmap', MindmapDb>
  | Parsed<'timeline', TimelineDb>
  | Parsed<'gantt', GanttDb>
  | Parsed<'journey', JourneyDb>
  | Parsed<'kanban', KanbanDb>;

export type MermaidKind = ParsedMermaid['kind'];

const DEFINITIONS = {
  flowchart: flowchartDiagram,
  sequence: sequenceDiagram,
  class: classDiagram,
  state: stateDiagram,
  entityRelation: entityRelationDiagram,
  mindmap: mindmapDiagram,
  timeline: timelineDiagram,
  gantt: ganttDiagram,
  journey: journeyDiagram,
  kanban: kanbanDiagram,
} as const satisfies Record<MermaidKind, unknown>;

/** Mermaid's names for what is drawn here. */
const KINDS: ReadonlyMap<string, MermaidKind> = new Map([
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

/** Beyond what anyone writes or reads. */
const MAX_LENGTH = 1_000_000;
/** Mermaid's own limit of 500 keeps web pages quick. */
const MAX_EDGES = 10_000;

/** How a diagram of each kind begins. */
const SUPPORTED =
  'flowchart (or graph), sequenceDiagram, classDiagram, stateDiagram (or stateDiagram-v2), erDiagram, mindmap, timeline, gantt, ' +
  'journey, kanban';

/**
 * Parses one diagram; `defaults` count where the text has no settings; errors count lines from `firstLine`. The model may ask Mermaid's configuration, of which there is one: read it before the next is parsed.
 * @throws MxsvgError 'mermaid-unsupported' for a text of another kind, 'mermaid-syntax' with line and column,
 * 'limit-exceeded'
 */
export function parseMermaid(text: string, defaults: MermaidConfig = {}, firstLine = 1): ParsedMermaid {
  if (text.length > MAX_LENGTH) {
    throw new MxsvgError('limit-exceeded', `Mermaid text may have ${MAX_LENGTH} characters; this has ${text.length}.`);
  }
  // Directives are read by kind.
  addDiagrams();
  const { code, title, config } = preprocess(text, firstLine);
  updateSiteConfig({ maxEdges: MAX_EDGES });
  reset();
  addDirective({ ...defaults, ...config });
  const kind = kindOf(code, getConfig());
  const definition = DEFINITIONS[kind];
  const db = definition.db as ParsedMermaid['db'];
  if (definition.parser.parser) definition.parser.parser.yy = db;
  // Some kinds have one model for all texts.
  db.clear?.();
  definition.init?.(getConfig());
  try {
    definition.parser.parse(`${encodeEntities(code)}\n`);
  } catch (error) {
    throw syntaxError(error, code, text, firstLine);
  }
  return { kind, db, config: getConfig(), title: title ?? ownTitle(db) } as ParsedMermaid;
}

/** The title that a statement of the text gives. */
function ownTitle(db: ParsedMermaid['db']): string | undefined {
  const titled = 'getCommonDb' in db ? db.getCommonDb?.() : db;
  return titled?.getDiagramTitle?.() || undefined;
}

function preprocess(text: string, firstLine: number): ReturnType<typeof preprocessDiagram> {
  try {
    return preprocessDiagram(text);
  } catch (error) {
    throw syntaxError(error, text, text, firstLine);
  }
}

function kindOf(code: string, config: MermaidConfig): MermaidKind {
  const name = typeName(code, config);
  const kind = name === undefined ? undefined : KINDS.get(name);
  if (kind) return kind;
  const first = code.trim().split('\n', 1)[0] ?? '';
  const found =
    first === ''
      ? 'The text is empty'
      : `"${first.slice(0, 60)}" begins ${name ? `a diagram of the kind ${name}, which is not drawn` : 'no known kind of Mermaid diagram'}`;
  throw new MxsvgError('mermaid-unsupported', `${found}. Supported: ${SUPPORTED}.`);
}

/** Mermaid's name for the kind of a text; undefined where it knows none. */
function typeName(code: string, config: MermaidConfig): string | undefined {
  try {
    return detectType(code, config);
  } catch {
    // That is how Mermaid says so.
    return undefined;
  }
}
