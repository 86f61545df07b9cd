/**
 * Code of the form that V8 reads soonest. A text with a character outside of ASCII takes two bytes a character. And a
 * function inside another is passed over until it is called, but not if it is an arrow: of that V8 makes a syntax tree at
 * once, and another when it is called. A program's start is mostly such reading.
 */
import { transformSync } from 'esbuild';

/** The same code of a CommonJS file. */
export function quickToRead(code: string): string {
  const settings = { minify: true, legalComments: 'none', format: 'cjs', target: 'node20' } as const;
  const { code: text } = transformSync(code, { ...settings, charset: 'ascii', supported: { arrow: false } });
  return withPlainExpressions(text);
}

/** What esbuild wrote in ASCII but for its regular expressions, which it takes as they are; there an escape says the same. */
export const withPlainExpressions = (code: string): string =>
  code.replace(/\\?[^\0-\x7f]/g, (found) => {
    const unit = found.charCodeAt(found.length - 1);
    return `\\u${unit.toString(16).padStart(4, '0')}`;
  });
