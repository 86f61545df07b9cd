/** What Mermaid's model of a user journey holds. */
import { asked, named, type RawModel, texts } from '../text/modelReaders.js';
import { always, list, record } from '../text/readers.js';

export interface JourneyTask {
  readonly section: string;
  readonly task: string;
  readonly people: readonly string[];
  readonly score: string;
}

export interface JourneyModel {
  readonly tasks: readonly JourneyTask[];
  readonly sections: readonly string[];
  readonly actors: readonly string[];
}

const step = record<JourneyTask>({ section: named, task: named, people: always(texts, []), score: named });

export const readJourney = (model: RawModel): JourneyModel => ({
  tasks: list(step)(asked(model, 'getTasks')) ?? [],
  sections: texts(asked(model, 'getSections')) ?? [],
  actors: texts(asked(model, 'getActors')) ?? [],
});
