/** Scripts of the asset pack, read under Node. */
import { compileFunction } from 'node:vm';
import { nodeAssets } from './packagedAssets.js';

/** What a script of that file sets a variable of that name to; undefined where the asset pack has no such file. */
export function packedScript(file: string, variable: string): unknown {
  const bytes = nodeAssets.file(file);
  if (!bytes) return undefined;
  // A function around the script keeps its variable out of the global scope.
  const script = `${new TextDecoder().decode(bytes)}\nreturn ${variable};`;
  return compileFunction(script, [], { filename: file })();
}
