/** What Mermaid's models hold after a text was parsed, as plain, checked data: values of a text may be of any type. */
import { always, either, list, text } from './readers.js';

/** A model of Mermaid's: an object of functions. */
export type RawModel = Readonly<Record<string, unknown>>;

/** What a function of a model gives; undefined where it has none of that name. */
export function asked(model: RawModel, name: string): unknown {
  const member = model[name];
  return typeof member === 'function' ? (member as () => unknown).call(model) : undefined;
}

/** Words of a text; what is none is left out. */
export const texts = list(text);
/** A word that is always there. */
export const named = always(text, '');
export const textOrTexts = either(text, texts);
