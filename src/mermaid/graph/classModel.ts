/** What Mermaid's model of a class diagram holds. */
import { asked, named, type RawModel, texts } from '../text/modelReaders.js';
import { always, list, type Reader, record, text } from '../text/readers.js';
import { type GraphModel, type ModelNode, NODE_FIELDS, readGraph } from './model.js';

export interface ClassMember {
  readonly displayText: string;
  /** CSS declarations. */
  readonly cssStyle: string;
}

export interface ClassModelNode extends ModelNode {
  readonly members?: readonly ClassMember[];
  readonly methods?: readonly ClassMember[];
  readonly annotations?: readonly string[];
  /** The name with its generic types, entities escaped. */
  readonly text?: string;
  /** CSS declarations. */
  readonly styles?: readonly string[];
}

export interface ClassModel extends GraphModel<ClassModelNode> {
  /** What classDef statements say, by their names: declarations, several to a text, commas between them. */
  readonly styleClasses: ReadonlyMap<string, readonly string[]>;
}

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

export function readClasses(model: RawModel): ClassModel {
  const classes = model.styleClasses instanceof Map ? [...(model.styleClasses as ReadonlyMap<unknown, unknown>)] : [];
  const styles = record<{ readonly styles: readonly string[] }>({ styles: always(texts, []) });
  return {
    ...readGraph(model, classNode),
    styleClasses: new Map(classes.map(([name, value]) => [named(name), styles(value)?.styles ?? []])),
  };
}
