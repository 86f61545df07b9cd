/** Code in ASCII: V8 keeps a text with any other character in two bytes a character, and reads it slower. */
import { transformSync } from 'esbuild';

/** The same code of a CommonJS file. */
export function inAscii(code: string): string {
  const settings = { minify: true, legalComments: 'none', format: 'cjs', target: 'node20' } as const;
  return withPlainExpressions(transformSync(code, { ...settings, charset: 'ascii' }).code);
}

/** What esbuild wrote in ASCII but for its regular expressions, which it takes as they are; there an escape says the same. */
export const withPlainExpressions = (code: string): string =>
  code.replace(/\\?[^\0-\x7f]/g, (found) => {
    const unit = found.charCodeAt(found.length - 1);
    return `\\u${unit.toString(16).padStart(4, '0')}`;
  });
