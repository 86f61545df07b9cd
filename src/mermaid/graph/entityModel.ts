/** What Mermaid's model of an entity relationship diagram holds. */
import { named, type RawModel, texts } from '../text/modelReaders.js';
import { list, record, text } from '../text/readers.js';
import { type GraphModel, type ModelNode, NODE_FIELDS, readGraph } from './model.js';

export interface EntityAttribute {
  readonly type: string;
  readonly name: string;
  readonly keys?: readonly string[];
  readonly comment?: string;
}

export interface EntityModelNode extends ModelNode {
  readonly alias?: string;
  readonly attributes?: readonly EntityAttribute[];
}

const attribute = record<EntityAttribute>({ type: named, name: named, keys: texts, comment: text });

const entity = record<EntityModelNode>({ ...NODE_FIELDS, alias: text, attributes: list(attribute) });

export const readEntities = (model: RawModel): GraphModel<EntityModelNode> => readGraph(model, entity);
