/** What Mermaid's model of a timeline holds. */
import { asked, named, type RawModel, texts } from '../text/modelReaders.js';
import { always, list, record } from '../text/readers.js';

export interface TimelineTask {
  readonly section: string;
  readonly task: string;
  readonly events: readonly string[];
}

export interface TimelineModel {
  readonly tasks: readonly TimelineTask[];
  readonly sections: readonly string[];
  readonly isDownwards: boolean;
}

const period = record<TimelineTask>({ section: named, task: named, events: always(texts, []) });

export const readTimeline = (model: RawModel): TimelineModel => ({
  tasks: list(period)(asked(model, 'getTasks')) ?? [],
  sections: texts(asked(model, 'getSections')) ?? [],
  isDownwards: asked(model, 'getDirection') === 'TD',
});
