/** Typesets formulas under Node with MathJax, which is read from the asset pack by the first page that has any. */
import { compileFunction } from 'node:vm';
import { MATHJAX_FILE, MATHJAX_VARIABLE, type MathJaxScript, type MathTypesetter } from '../../formulas/math.js';
import { nodeAssets } from './packagedAssets.js';

let loaded: MathJaxScript | undefined;

/** A typesetter for the formulas of one page; undefined where the asset pack has no MathJax. */
export function createMathTypesetter(): MathTypesetter | undefined {
  loaded ??= loadMathJax();
  return loaded?.createTypesetter();
}

function loadMathJax(): MathJaxScript | undefined {
  const bytes = nodeAssets.file(MATHJAX_FILE);
  if (!bytes) return undefined;
  // A function around the script keeps its variable out of the global scope.
  const script = `${new TextDecoder().decode(bytes)}\nreturn ${MATHJAX_VARIABLE};`;
  return compileFunction(script, [], { filename: MATHJAX_FILE })() as MathJaxScript;
}
