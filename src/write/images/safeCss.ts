/** Which CSS of a stranger's SVG image stays: what names no other file, in a form that can be read in one way only. */

import { printColor, readColor } from '../../style/color.js';

/** Functions that compute colours, shapes, filters and movements; whatever else has brackets may load something. */
const FUNCTIONS: ReadonlySet<string> = new Set([
  '',
  ...['rgb', 'rgba', 'hsl', 'hsla', 'hwb', 'lab', 'lch', 'oklab', 'oklch', 'color', 'color-mix', 'light-dark'],
  ...['var', 'calc', 'min', 'max', 'clamp'],
  ...['matrix', 'translate', 'translatex', 'translatey', 'scale', 'scalex', 'scaley', 'rotate', 'skewx', 'skewy'],
  ...['circle', 'ellipse', 'inset', 'polygon'],
  ...['blur', 'brightness', 'contrast', 'drop-shadow', 'grayscale', 'hue-rotate', 'invert', 'opacity', 'saturate'],
  'sepia',
]);

/** Parts of selectors and of conditions, which hold no values. */
const SELECTOR_FUNCTIONS: ReadonlySet<string> = new Set([
  '',
  ...['not', 'is', 'where', 'has', 'nth-child', 'nth-last-child', 'nth-of-type', 'nth-last-of-type', 'lang'],
]);

/** True of a value that refers to nothing outside of its document. An escape may stand for anything: none is taken. */
export const isSafeValue = (value: string): boolean => hasSafeFunctions(value, FUNCTIONS);

/** The declarations of a style attribute that are safe. */
export const safeDeclarations = (text: string): string =>
  text
    .split(';')
    .filter((declaration) => declaration.trim() !== '' && isSafeValue(declaration))
    .map(withKnownColor)
    .join(';');

function withKnownColor(declaration: string): string {
  const colon = declaration.indexOf(':');
  const value = declaration.slice(colon + 1);
  const known = knownColor(declaration.slice(0, colon), value);
  return known === value ? declaration : `${declaration.slice(0, colon)}:${known}`;
}

const COLOR_PROPERTY = /^\s*(?:fill|stroke|color|stop-color|flood-color|lighting-color)\s*$/i;

/** Functions of CSS Color 4 and 5, which browsers know and other viewers of SVG, resvg among them, don't. */
const NEWER_COLOR = /^\s*(?:(?:lab|lch|oklab|oklch|hwb|color|color-mix)\(|(?:rgb|hsl)a?\((?:[^,]*\/|\s*from\b))/i;

/** A property's value, as a hexadecimal colour where few viewers know how it is written. */
export function knownColor(property: string, value: string): string {
  if (!COLOR_PROPERTY.test(property) || !NEWER_COLOR.test(value) || /currentcolor|var\(|light-dark\(/i.test(value)) {
    return value;
  }
  const color = readColor(value);
  return color ? printColor(color) : value;
}

/** A style sheet with its safe rules: no imports, no fonts, no declarations that load. */
export function safeSheet(css: string): string {
  let kept = '';
  let from = 0;
  let depth = 0;
  const text = withoutComments(css);
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === ';' && depth === 0) from = at + 1;
    if (character === '{') {
      const prelude = text.slice(from, at);
      const end = closingBrace(text, at);
      if (isGroup(prelude) && hasSafeFunctions(prelude, SELECTOR_FUNCTIONS)) {
        kept += `${prelude.trim()}{`;
        depth += 1;
        from = at + 1;
      } else {
        if (isRule(prelude)) kept += `${prelude.trim()}{${safeDeclarations(text.slice(at + 1, end))}}`;
        at = end;
        from = end + 1;
      }
    } else if (character === '}' && depth > 0) {
      kept += '}';
      depth -= 1;
      from = at + 1;
    }
  }
  return kept + '}'.repeat(depth);
}

/** Rules that hold rules. */
const isGroup = (prelude: string): boolean => /^\s*@(?:media|supports|layer)\b/i.test(prelude);

const isRule = (prelude: string): boolean =>
  !prelude.trimStart().startsWith('@') && hasSafeFunctions(prelude, SELECTOR_FUNCTIONS);

/** Where the block ends that a brace opens. */
function closingBrace(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

function withoutComments(css: string): string {
  let kept = '';
  let from = 0;
  for (let at = css.indexOf('/*'); at >= 0; at = css.indexOf('/*', from)) {
    kept += `${css.slice(from, at)} `;
    const end = css.indexOf('*/', at + 2);
    if (end < 0) return kept;
    from = end + 2;
  }
  return kept + css.slice(from);
}

function hasSafeFunctions(text: string, known: ReadonlySet<string>): boolean {
  if (text.includes('\\') || text.includes('@import')) return false;
  for (let open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
    const name = nameBefore(text, open);
    if (name === 'url' ? !refersInside(text, open) : !known.has(name)) return false;
  }
  return true;
}

/** The name of a function in lower case, by the place of its bracket. */
function nameBefore(text: string, open: number): string {
  let start = open;
  while (start > 0 && /[\w-]|[^\0-\x7f]/.test(text[start - 1] as string)) start -= 1;
  return text.slice(start, open).toLowerCase();
}

/** True where url(…) names an element of its own document. */
const refersInside = (text: string, open: number): boolean => /^\(\s*["']?#/.test(text.slice(open, open + 100));
