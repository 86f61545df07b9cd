/** What applies the values of CSS properties to a style, and the kinds of handlers that most properties have. */
import { bounded } from './cssValues.js';
import type { StyleDraft } from './initialStyle.js';

/** What a value may refer to: the style of the element around. */
export interface PropertyContext {
  readonly parent: StyleDraft;
}

/** Applies a value; false if it is not a value of the property, which is then passed over. */
export type PropertyHandler = (style: StyleDraft, value: string, context: PropertyContext) => boolean;

/** A handler of a property whose value is parsed, and stored if it is one. */
export const parsed =
  <T>(
    parse: (value: string, style: StyleDraft, context: PropertyContext) => T | undefined,
    store: (style: StyleDraft, value: T) => void,
  ): PropertyHandler =>
  (style, value, context) => {
    const result = parse(value, style, context);
    if (result === undefined) return false;
    store(style, result);
    return true;
  };

/** Stores a value under one key of the style. */
export const to =
  <K extends keyof StyleDraft>(key: K) =>
  (style: StyleDraft, value: StyleDraft[K]): void => {
    style[key] = value;
  };

/** A handler of a property whose value is one of a few words. */
export const keyword = <T>(
  words: Readonly<Record<string, T>>,
  store: (style: StyleDraft, value: T) => void,
): PropertyHandler =>
  parsed((value) => (Object.hasOwn(words, value.toLowerCase()) ? words[value.toLowerCase()] : undefined), store);

export const same = <T extends string>(...words: T[]): Record<T, T> =>
  Object.fromEntries(words.map((word) => [word, word])) as Record<T, T>;

/** A number without a unit or a sign. */
export const plainNumber = (value: string): number | undefined =>
  /^(?:\d+(?:\.\d+)?|\.\d+)$/.test(value) ? bounded(Number(value)) : undefined;
