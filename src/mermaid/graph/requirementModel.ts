/** What Mermaid's model of a requirement diagram holds. */
import type { RawModel } from '../text/modelReaders.js';
import { record, text } from '../text/readers.js';
import { type GraphModel, type ModelNode, NODE_FIELDS, readGraph } from './model.js';

/** A requirement, or an element that has to do with some. */
export interface RequirementNode extends ModelNode {
  /** Of a requirement "Functional Requirement" and the like, of an element whatever the text says. */
  readonly type?: string;
  readonly name?: string;
  readonly requirementId?: string;
  readonly text?: string;
  readonly risk?: string;
  /** Requirements alone have it, if empty. */
  readonly verifyMethod?: string;
  readonly docRef?: string;
}

const node = record<RequirementNode>({
  ...NODE_FIELDS,
  name: text,
  requirementId: text,
  text,
  risk: text,
  verifyMethod: text,
  docRef: text,
});

/** Throws an error with the relation that leads to nothing. */
export function readRequirements(model: RawModel): GraphModel<RequirementNode> {
  const graph = readGraph(model, node);
  const loose = graph.edges.find(({ start, end }) => start === '' || end === '');
  if (loose) {
    const missing = loose.start === '' ? 'begins' : 'ends';
    throw new Error(`The relation "${loose.id.replace(/-\d+$/, '')}" ${missing} at nothing that the diagram has`);
  }
  return graph;
}
