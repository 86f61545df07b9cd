/** Typesets formulas under Node with MathJax, which is read from the asset pack by the first page that has any. */
import { MATHJAX_FILE, MATHJAX_VARIABLE, type MathJaxScript, type MathTypesetter } from '../../formulas/math.js';
import { packedScript } from './packedScript.js';

let loaded: MathJaxScript | undefined;

/** A typesetter for the formulas of one page; undefined where the asset pack has no MathJax. */
export function createMathTypesetter(): MathTypesetter | undefined {
  loaded ??= packedScript(MATHJAX_FILE, MATHJAX_VARIABLE) as MathJaxScript | undefined;
  return loaded?.createTypesetter();
}
