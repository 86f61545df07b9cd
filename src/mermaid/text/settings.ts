/** Settings that a text gives, as trees of plain values: what they hold is the text's, so nothing of it is trusted. */
import { MxsvgError } from '../../diagnostics.js';
import type { MermaidConfig } from '../config.js';

/** Mermaid's own settings are three deep, and some hundreds. */
const DEEPEST = 20;
const MOST_VALUES = 10_000;

type Settings = Readonly<Record<string, unknown>>;

/**
 * A copy of what a text says, each value on its own: YAML can name one value many times, and let values hold each other.
 * What is no object has no settings. `what` begins the sentence of the MxsvgError 'mermaid-syntax' for one without end.
 */
export function settingsOf(value: unknown, what: string): Settings {
  let values = 0;
  const copyOf = (from: unknown, depth: number): unknown => {
    values++;
    if (depth > DEEPEST || values > MOST_VALUES) {
      const limit = depth > DEEPEST ? `is nested more than ${DEEPEST} deep` : `holds more than ${MOST_VALUES} values`;
      throw new MxsvgError('mermaid-syntax', `${what} of the Mermaid text ${limit}.`);
    }
    if (typeof from !== 'object' || from === null) return from;
    if (Array.isArray(from)) return from.map((each) => copyOf(each, depth + 1));
    return objectOf(Object.entries(from).map(([key, each]) => [key, copyOf(each, depth + 1)]));
  };
  const copy = copyOf(value, 0);
  return isObject(copy) ? copy : {};
}

/** Settings in the order given: the last word on each counts, and objects are merged. */
export function mergedSettings(all: readonly (Settings | undefined)[]): MermaidConfig {
  return all.reduce<Settings>((merged, each = {}) => merge(merged, each), {});
}

function merge(before: Settings, after: Settings): Settings {
  const merged = new Map(Object.entries(before));
  for (const [key, value] of Object.entries(after)) {
    const known = merged.get(key);
    merged.set(key, isObject(known) && isObject(value) ? merge(known, value) : value);
  }
  return objectOf([...merged]);
}

const isObject = (value: unknown): value is Settings =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object of its own properties; such names as "__proto__" are no settings. */
const objectOf = (entries: readonly (readonly [string, unknown])[]): Settings =>
  Object.fromEntries(entries.filter(([key]) => !key.startsWith('__') && !UNFIT.has(key)));

/** Names that objects have of themselves. */
const UNFIT: ReadonlySet<string> = new Set(['constructor', 'prototype']);
