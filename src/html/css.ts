/** Reads the declarations of a style attribute, and splits CSS values into their parts. */

export interface Declaration {
  /** In lower case. */
  readonly property: string;
  readonly value: string;
}

const ESCAPE = /\\([0-9a-f]{1,6}\s?|[^\n])/gi;

/** Splits at a separator that stands outside quotes, parentheses and comments. */
function splitOutside(text: string, isSeparator: (character: string) => boolean): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (c === '\\') i++;
    else if (quote !== '') {
      if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '(') depth++;
    else if (c === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && isSeparator(c)) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

/** Each comment is a space; one without an end reaches to the text's. */
function withoutComments(text: string): string {
  let kept = '';
  let from = 0;
  for (let open = text.indexOf('/*'); open >= 0; open = text.indexOf('/*', from)) {
    kept += `${text.slice(from, open)} `;
    const close = text.indexOf('*/', open + 2);
    if (close < 0) return kept;
    from = close + 2;
  }
  return kept + text.slice(from);
}

const IMPORTANT = 'important';

/** What stands before the mark "!important" at the end of a value; undefined where there is none. */
export function beforeImportant(value: string): string | undefined {
  if (value.slice(-IMPORTANT.length).toLowerCase() !== IMPORTANT) return undefined;
  const mark = value.slice(0, -IMPORTANT.length).trimEnd();
  return mark.endsWith('!') ? mark.slice(0, -1).trimEnd() : undefined;
}

/** The declarations of a style attribute in order, those marked important last. */
export function parseDeclarations(text: string): Declaration[] {
  const normal: Declaration[] = [];
  const important: Declaration[] = [];
  for (const part of splitSemicolons(withoutComments(text))) {
    const colon = part.indexOf(':');
    if (colon < 0) continue;
    const property = part.slice(0, colon).trim().toLowerCase();
    const raw = part.slice(colon + 1).trim();
    if (property === '' || raw === '') continue;
    const value = beforeImportant(raw);
    if (value === undefined) normal.push({ property, value: raw });
    else important.push({ property, value });
  }
  return important.length === 0 ? normal : [...normal, ...important];
}

export const splitSemicolons = (text: string): string[] => splitOutside(text, (c) => c === ';');

/** The parts of a value separated by white space. */
export const splitWords = (value: string): string[] =>
  splitOutside(value, (c) => c === ' ' || c === '\t' || c === '\n' || c === '\r').filter((part) => part !== '');

export const splitSlashes = (value: string): string[] =>
  splitOutside(value, (c) => c === '/').map((part) => part.trim());

export const splitCommas = (value: string): string[] =>
  splitOutside(value, (c) => c === ',').map((part) => part.trim());

/** Words that are no name of a family by themselves. */
const KEYWORDS = /^(inherit|initial|unset|revert|revert-layer|default)$/i;
/** Names for kinds of fonts, which can't be parts of longer ones at their start. */
const GENERIC = /^(serif|sans-serif|monospace|cursive|fantasy|system-ui|math)\s/i;
const QUOTED = /^(["'])((?:(?!\1)[^\\]|\\[\s\S])*)\1$/;
const IDENTIFIERS =
  /^(?:--|-?(?:[a-z_\u0080-\uffff]|\\.))(?:[\w\u0080-\uffff-]|\\.)*(?:[ \t\n\r\f]+(?:--|-?(?:[a-z_\u0080-\uffff]|\\.))(?:[\w\u0080-\uffff-]|\\.)*)*$/i;

const isFamily = (name: string): boolean =>
  QUOTED.test(name) || (IDENTIFIERS.test(name) && !KEYWORDS.test(name) && !GENERIC.test(name));

/** A family list, unquoted; empty if it is none, as a list with an empty name in it. */
export function parseFamilies(value: string): string[] {
  const names = splitCommas(value);
  return names.every(isFamily) ? names.map(familyName).filter((name) => name !== '') : [];
}

function familyName(name: string): string {
  const quoted = QUOTED.exec(name);
  const plain = quoted ? (quoted[2] as string) : name.replace(/\s+/g, ' ');
  return plain.replace(ESCAPE, (_, code: string) => {
    const number = Number.parseInt(code, 16);
    return Number.isNaN(number) ? code : String.fromCodePoint(Math.min(number, 0x10ffff));
  });
}
