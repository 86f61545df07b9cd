/** Typesets formulas in web pages with the MathJax that the asset pack has as a script. */
import { MATHJAX_VARIABLE, type MathJaxScript, type MathTypesetter } from '../../formulas/math.js';
import { type Address, addressText } from '../../primitives/address.js';

/**
 * For the option `math` of createBrowserRenderer: loads MathJax by a script element when a diagram first has a formula.
 * `address`: of the file that the package has as dist/assets/mathjax.js.
 */
export const mathJaxFrom = (address: Address) => async (): Promise<MathTypesetter> => {
  await loadScript(address);
  const script = (globalThis as Readonly<Record<string, unknown>>)[MATHJAX_VARIABLE] as MathJaxScript;
  return script.createTypesetter();
};

function loadScript(address: Address): Promise<void> {
  const script = document.createElement('script');
  script.src = addressText(address);
  return new Promise((resolve, reject) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${script.src} can't be loaded.`)));
    document.head.append(script);
  });
}
