/** SVG images with CSS variables: each use is written out, for renderers that know no variables. */
import { toBase64 } from '../decode/base64.js';
import { base64Bytes } from '../decode/compression.js';
import { BoundedCache } from '../primitives/boundedCache.js';

const NO_VALUES: ReadonlyMap<string, string> = new Map();
const SVG_URI = /^data:image\/svg\+xml;base64,/i;

/** "var(" in base64, wherever it begins in a group of three bytes: nearly all images are told without decoding them. */
const VARIABLE = ['dmFyK', 'Zhci', '2YXIo'] as const;

/** Bytes of the images that are known already: pages repeat them, and drawings pages. */
const KEPT_IMAGES = 8 * 1024 * 1024;

const known = new BoundedCache<string, boolean>(KEPT_IMAGES, () => 8);

/** Word by word: images are long, and to look for one word is much faster than for a choice of them. */
const usesVariable = (href: string): boolean =>
  known.remember(href, (own) => VARIABLE.some((part) => own.includes(part)));

/** Variables in the fallbacks of variables are followed this deep. */
const DEEPEST = 8;

/**
 * The image with the values in place of its variables; of variables without a value, the fallback, unless the image
 * gives them one itself. Images that are no embedded SVG stay as they are.
 */
export function withVariables(href: string, values: ReadonlyMap<string, string> = NO_VALUES): string {
  const head = SVG_URI.exec(href)?.[0];
  if (head === undefined || !usesVariable(href)) return href;
  const text = decoded(href.slice(head.length));
  if (text === undefined) return href;
  const written = resolved(text, values, (name) => text.includes(`--${name}:`), DEEPEST);
  return written === text ? href : head + toBase64(new TextEncoder().encode(written));
}

function decoded(base64: string): string | undefined {
  try {
    return new TextDecoder().decode(base64Bytes(base64.trim(), 'the SVG image'));
  } catch {
    return undefined;
  }
}

function resolved(
  text: string,
  values: ReadonlyMap<string, string>,
  isDeclared: (name: string) => boolean,
  depth: number,
): string {
  let result = '';
  let last = 0;
  for (;;) {
    const start = text.indexOf('var(', last);
    const end = start < 0 ? -1 : closingParenthesis(text, start + 4);
    if (end < 0) return result + text.slice(last);
    const [, name = '', fallback] = /^\s*--([^\s,]+)\s*(?:,([\s\S]*))?$/.exec(text.slice(start + 4, end)) ?? [];
    const whole = text.slice(start, end + 1);
    const instead =
      values.get(name) ??
      (fallback === undefined || depth === 0 || isDeclared(name)
        ? whole
        : resolved(fallback.trim(), values, isDeclared, depth - 1));
    result += text.slice(last, start) + instead;
    last = end + 1;
  }
}

/** Where the parenthesis that is open at `from` is closed; -1 if it isn't. */
function closingParenthesis(text: string, from: number): number {
  let open = 1;
  for (let i = from; i < text.length; i++) {
    if (text[i] === '(') open++;
    else if (text[i] === ')' && --open === 0) return i;
    else if (text[i] === '<' || text[i] === '>') return -1;
  }
  return -1;
}
