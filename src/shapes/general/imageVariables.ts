/** The CSS variables that a cell's style sets for its SVG image (cssVars), as draw.io 31 reads them. */
import { lightSide, paintedColor } from '../../style/color.js';
import type { Style } from '../../style/style.js';

/** What no colour or length has: a value with it is left out, so that it stays within its place in the image. */
const UNSAFE = /[<>"'&;{}\\]|url\(|expression\(/i;

/**
 * The values by name, without the leading dashes: `cssVars` lists the names, and the key of each with two dashes before
 * it has the value. Undefined where there are none.
 */
export function imageVariables(style: Style): ReadonlyMap<string, string> | undefined {
  const values = new Map<string, string>();
  for (const token of style.string('cssVars', '').split(',')) {
    const name = token.trim().replace(/^--/, '');
    const written = name === '' ? '' : (style.own(`--${name}`) ?? '');
    const value = written.startsWith('light-dark(') ? lightSide(paintedColor(written) ?? '') : written;
    if (value !== '' && !UNSAFE.test(value)) values.set(name, value);
  }
  return values.size > 0 ? values : undefined;
}
