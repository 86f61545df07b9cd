/** CSS custom properties (--name), and the values that var() takes from them. */
import { type Declaration, splitCommas } from './css.js';

export type CustomProperties = ReadonlyMap<string, string>;

export const NO_CUSTOM_PROPERTIES: CustomProperties = new Map();

/** An element's own custom properties with those around it. */
export function customProperties(declarations: readonly Declaration[], around: CustomProperties): CustomProperties {
  const own = declarations.filter(({ property }) => property.startsWith('--'));
  return own.length === 0
    ? around
    : new Map([...around, ...own.map(({ property, value }) => [property, value] as const)]);
}

/** Values that refer to each other are followed no further than this. */
const DEEPEST = 20;

/** A value with its var() replaced; undefined if one of them has no value, which makes the declaration none. */
export function withCustomProperties(value: string, custom: CustomProperties, depth = 0): string | undefined {
  const start = value.search(/var\(/i);
  if (start < 0) return value;
  const end = closing(value, start + 'var('.length);
  const [name = '', ...fallback] = splitCommas(value.slice(start + 'var('.length, end));
  const chosen = custom.get(name.toLowerCase()) ?? (fallback.length > 0 ? fallback.join(', ') : undefined);
  if (chosen === undefined || depth > DEEPEST) return undefined;
  const inner = withCustomProperties(chosen, custom, depth + 1);
  const rest = withCustomProperties(value.slice(end + 1), custom, depth + 1);
  return inner === undefined || rest === undefined ? undefined : value.slice(0, start) + inner + rest;
}

/** Where the parenthesis closes that is open at `from`. */
function closing(text: string, from: number): number {
  let depth = 1;
  for (let i = from; i < text.length; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')') depth--;
    if (depth === 0) return i;
  }
  return text.length;
}
