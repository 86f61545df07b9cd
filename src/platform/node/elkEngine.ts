/** Lays graphs out as ELK does under Node, by the script of the asset pack, which is read when a text first asks for it. */
import { ELK_FILE, ELK_VARIABLE, type ElkScript } from '../../elk/elkScript.js';
import { packedScript } from './packedScript.js';

let loaded: ElkScript | undefined;

/** What makes engines; undefined where the asset pack has no ELK. */
export function loadElk(): ElkScript | undefined {
  loaded ??= packedScript(ELK_FILE, ELK_VARIABLE) as ElkScript | undefined;
  return loaded;
}
