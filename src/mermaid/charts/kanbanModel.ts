/** What Mermaid's model of a kanban board holds. */
import { asked, named, type RawModel } from '../text/modelReaders.js';
import { always, flag, list, record, text } from '../text/readers.js';

/** A column, or a card in one. */
export interface KanbanNode {
  readonly id: string;
  readonly label?: string;
  readonly labelType?: string;
  readonly isGroup?: boolean;
  readonly parentId?: string;
  readonly ticket?: string;
  readonly assigned?: string;
  readonly priority?: string;
  readonly icon?: string;
}

export interface KanbanModel {
  readonly nodes: readonly KanbanNode[];
}

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
