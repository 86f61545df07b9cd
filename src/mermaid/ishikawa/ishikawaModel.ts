/** What Mermaid's model of an Ishikawa diagram holds: an effect, its causes, and what causes those. */
import { asked, named, type RawModel } from '../text/modelReaders.js';
import { always, list, type Reader, record } from '../text/readers.js';

export interface IshikawaCause {
  readonly text: string;
  readonly children: readonly IshikawaCause[];
}

export interface IshikawaModel {
  /** The effect; undefined for a text without any. */
  readonly root: IshikawaCause | undefined;
}

/** Causes are nested as deeply as the text's lines are indented. */
const cause: Reader<IshikawaCause> = (value) =>
  record<IshikawaCause>({ text: named, children: always(list(cause), []) })(value);

export const readIshikawa = (model: RawModel): IshikawaModel => ({ root: cause(asked(model, 'getRoot')) });

/** How many causes lead to one. */
export const causesOf = ({ children }: IshikawaCause): number =>
  children.reduce((count, child) => count + 1 + causesOf(child), 0);
