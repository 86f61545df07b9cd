/** What Mermaid's models hold after a text was parsed, as plain, checked data: values of a text may be of any type. */
import type {
  ClassMember,
  ClassModel,
  ClassModelNode,
  EntityAttribute,
  EntityModelNode,
  GanttModel,
  GanttTask,
  GraphModel,
  JourneyModel,
  JourneyTask,
  KanbanModel,
  KanbanNode,
  MindmapModel,
  MindmapNode,
  ModelEdge,
  ModelNode,
  TimelineModel,
  TimelineTask,
} from './models.js';
import { always, date, either, flag, list, number, oneOf, type Reader, record, text } from './readers.js';

/** A model of Mermaid's: an object of functions. */
export type RawModel = Readonly<Record<string, unknown>>;

/** What a function of a model gives; undefined where it has none of that name. */
export function asked(model: RawModel, name: string): unknown {
  const member = model[name];
  return typeof member === 'function' ? (member as () => unknown).call(model) : undefined;
}

const texts = list(text);
const named = always(text, '');
const textOrTexts = either(text, texts);

const NODE_FIELDS = {
  id: named,
  label: textOrTexts,
  labelType: text,
  labelStyle: text,
  description: texts,
  shape: text,
  isGroup: flag,
  parentId: text,
  dir: text,
  cssClasses: text,
  cssCompiledStyles: texts,
  cssStyles: texts,
  link: text,
  linkTarget: text,
  tooltip: text,
  haveCallback: flag,
  padding: number,
  icon: text,
  form: text,
  pos: oneOf('t', 'b'),
  img: text,
  assetWidth: number,
  assetHeight: number,
  constraint: oneOf('on', 'off'),
  position: text,
  type: text,
} as const;

const node = record<ModelNode>(NODE_FIELDS);

const edge = record<ModelEdge>({
  id: named,
  start: named,
  end: named,
  label: text,
  labelType: text,
  labelpos: text,
  labelStyle: textOrTexts,
  arrowTypeStart: text,
  arrowTypeEnd: text,
  arrowhead: text,
  thickness: text,
  pattern: text,
  minlen: number,
  style: textOrTexts,
  cssCompiledStyles: texts,
  curve: text,
  interpolate: text,
  animate: flag,
  animation: text,
  startLabelRight: text,
  endLabelLeft: text,
  classes: text,
});

/** A member of a class says itself how it is shown. */
const member: Reader<ClassMember> = (value) => {
  if (typeof value !== 'object' || value === null) return undefined;
  return record<ClassMember>({ displayText: named, cssStyle: named })(asked(value as RawModel, 'getDisplayDetails'));
};

const classNode = record<ClassModelNode>({
  ...NODE_FIELDS,
  members: list(member),
  methods: list(member),
  annotations: texts,
  text,
  styles: texts,
});

const attribute = record<EntityAttribute>({ type: named, name: named, keys: texts, comment: text });

const entity = record<EntityModelNode>({ ...NODE_FIELDS, alias: text, attributes: list(attribute) });

function readGraph<Node>(model: RawModel, readNode: Reader<Node>): GraphModel<Node> {
  const data = record<GraphModel<Node>>({
    nodes: always(list(readNode), []),
    edges: always(list(edge), []),
    direction: () => text(asked(model, 'getDirection')),
  })(asked(model, 'getData'));
  return data ?? { nodes: [], edges: [] };
}

export const readNodes = (model: RawModel): GraphModel => readGraph(model, node);

export const readEntities = (model: RawModel): GraphModel<EntityModelNode> => readGraph(model, entity);

export function readClasses(model: RawModel): ClassModel {
  const classes = model.styleClasses instanceof Map ? [...(model.styleClasses as ReadonlyMap<unknown, unknown>)] : [];
  const styles = record<{ readonly styles: readonly string[] }>({ styles: always(texts, []) });
  return {
    ...readGraph(model, classNode),
    styleClasses: new Map(classes.map(([name, value]) => [named(name), styles(value)?.styles ?? []])),
  };
}

/** Topics are nested as deeply as the text is. */
const topic: Reader<MindmapNode> = (value) =>
  record<MindmapNode>({
    id: always(number, 0),
    nodeId: named,
    descr: named,
    type: always(number, 0),
    children: always(list(topic), []),
    icon: text,
    class: text,
  })(value);

export const readMindmap = (model: RawModel): MindmapModel => ({ root: topic(asked(model, 'getMindmap')) });

const period = record<TimelineTask>({ section: named, task: named, events: always(texts, []) });

export const readTimeline = (model: RawModel): TimelineModel => ({
  tasks: list(period)(asked(model, 'getTasks')) ?? [],
  sections: texts(asked(model, 'getSections')) ?? [],
});

const step = record<JourneyTask>({ section: named, task: named, people: always(texts, []), score: named });

export const readJourney = (model: RawModel): JourneyModel => ({
  tasks: list(step)(asked(model, 'getTasks')) ?? [],
  sections: texts(asked(model, 'getSections')) ?? [],
  actors: texts(asked(model, 'getActors')) ?? [],
});

const card = record<KanbanNode>({
  id: named,
  label: text,
  labelType: text,
  isGroup: flag,
  parentId: text,
  ticket: text,
  assigned: text,
  priority: text,
  icon: text,
});

export const readKanban = (model: RawModel): KanbanModel => ({
  nodes: record<KanbanModel>({ nodes: always(list(card), []) })(asked(model, 'getData'))?.nodes ?? [],
});

/** Times are missing of a task whose dates can't be reckoned. */
const task = record<Omit<GanttTask, 'startTime' | 'endTime'> & Partial<Pick<GanttTask, 'startTime' | 'endTime'>>>({
  id: named,
  section: text,
  task: named,
  startTime: date,
  endTime: date,
  done: flag,
  active: flag,
  crit: flag,
  milestone: flag,
});

/** What may stand before the dates of a task. */
const TAGS = new Set(['active', 'done', 'crit', 'milestone', 'vert']);

/** Mermaid's model of a Gantt chart, which doesn't take tasks that it would break over: it throws an error that names them. */
export function checkedGantt(model: RawModel): RawModel {
  let isFirst = true;
  const addTask = (name: string, data: string): void => {
    const fields = data
      .replace(/^:/, '')
      .split(',')
      .map((field) => field.trim());
    while (TAGS.has(fields[0] ?? '')) fields.shift();
    if (fields.length === 0 || fields.length > 3)
      throw new Error(`${taskNamed(name)} needs one to three of an id, a start and an end`);
    if (isFirst && fields.length === 1)
      throw new Error(`${taskNamed(name)} has no start, and no task before it to follow`);
    isFirst = false;
    (model.addTask as (name: string, data: string) => void)(name, data);
  };
  return { ...model, addTask };
}

const taskNamed = (name: string): string => `The task "${name.trim()}"`;

/** Throws an error with the name of a task that has no dates, as Mermaid's own does for one that it can't read. */
export function readGantt(model: RawModel): GanttModel {
  const tasks = (list(task)(asked(model, 'getTasks')) ?? []).map((each): GanttTask => {
    const { startTime, endTime } = each;
    if (startTime && endTime) return { ...each, startTime, endTime };
    throw new Error(`${taskNamed(each.task)} has no ${startTime ? 'end' : 'start'} that can be worked out`);
  });
  return { tasks, axisFormat: text(asked(model, 'getAxisFormat')) };
}
