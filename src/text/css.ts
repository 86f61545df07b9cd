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

const withoutComments = (text: string): string =>
  text.includes('/*') ? text.replace(/\/\*[\s\S]*?(\*\/|$)/g, ' ') : text;

/** The declarations of a style attribute in order, those marked important last. */
export function parseDeclarations(text: string): Declaration[] {
  const normal: Declaration[] = [];
  const important: Declaration[] = [];
  for (const part of splitOutside(withoutComments(text), (c) => c === ';')) {
    const colon = part.indexOf(':');
    if (colon < 0) continue;
    const property = part.slice(0, colon).trim().toLowerCase();
    const raw = part.slice(colon + 1).trim();
    if (property === '' || raw === '') continue;
    const mark = /\s*!\s*important$/i.exec(raw);
    if (mark) important.push({ property, value: raw.slice(0, mark.index) });
    else normal.push({ property, value: raw });
  }
  return important.length === 0 ? normal : [...normal, ...important];
}

/** The parts of a value separated by white space. */
export const splitWords = (value: string): string[] =>
  splitOutside(value, (c) => c === ' ' || c === '\t' || c === '\n' || c === '\r').filter((part) => part !== '');

export const splitCommas = (value: string): string[] =>
  splitOutside(value, (c) => c === ',').map((part) => part.trim());

/** A family list, unquoted. */
export function parseFamilies(value: string): string[] {
  return splitCommas(value)
    .map((name) => {
      const quoted = /^(["'])(.*)\1$/s.exec(name);
      const plain = quoted ? (quoted[2] as string) : name.replace(/\s+/g, ' ');
      return plain.replace(ESCAPE, (_, code: string) => {
        const number = Number.parseInt(code, 16);
        return Number.isNaN(number) || code.length === 1
          ? code.trim()
          : String.fromCodePoint(Math.min(number, 0x10ffff));
      });
    })
    .filter((name) => name !== '');
}
