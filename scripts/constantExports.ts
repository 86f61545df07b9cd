/**
 * Exports as plain properties. Rolldown makes each a function that gives the variable, since that might change; of what
 * can't, a property says it in a third of the code, and who asks for it calls nothing.
 */
import type { Plugin } from 'rolldown';

const GETTER =
  /^Object\.defineProperty\(exports, ("[^"]+"), \{\s+enumerable: true,\s+get: function \(\) \{\s+return (\S+);\s+\}\s+\}\);$/gm;

/** What is declared once, at the margin. A class is written as a variable; sources that assign to one don't compile. */
const CONSTANT = /^(?:const (\S+) =|(?:async )?function\*? ?([^\s(]+)\(|var (\S+) = class\b)/gm;

export const constantExports: Plugin = {
  name: 'constant-exports',
  renderChunk(code) {
    const constants = new Set([...code.matchAll(CONSTANT)].map(([, ...names]) => names.find((name) => name)));
    const written = code.replace(GETTER, (getter: string, exported: string, name: string) =>
      constants.has(name) ? `exports[${exported}] = ${name};` : getter,
    );
    // What stands before the exports stays where it is, and its map.
    return written === code ? null : { code: written, map: null };
  },
};
