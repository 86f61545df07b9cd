/** Lays graphs out as ELK does under Node, by the script of the asset pack, which is read when a text first asks for it. */
import { compileFunction } from 'node:vm';
import { ELK_FILE, ELK_VARIABLE, type ElkScript } from '../../elk/elkScript.js';
import { nodeAssets } from './packagedAssets.js';

let loaded: ElkScript | undefined;

/** What makes engines; undefined where the asset pack has no ELK. */
export function loadElk(): ElkScript | undefined {
  loaded ??= readElk();
  return loaded;
}

function readElk(): ElkScript | undefined {
  const bytes = nodeAssets.file(ELK_FILE);
  if (!bytes) return undefined;
  // A function around the script keeps its variable out of the global scope.
  const script = `${new TextDecoder().decode(bytes)}\nreturn ${ELK_VARIABLE};`;
  return compileFunction(script, [], { filename: ELK_FILE })() as ElkScript;
}
