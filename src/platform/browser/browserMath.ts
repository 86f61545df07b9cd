/** Typesets formulas in web pages with the MathJax that the asset pack has as a script. */
import { MATHJAX_VARIABLE, type MathJaxScript, type MathTypesetter } from '../../formulas/math.js';

/**
 * For the option `math` of createBrowserRenderer: loads MathJax by a script element when a diagram first has a formula.
 * `address`: of the file that the package has as dist/assets/mathjax.js.
 */
export const mathJaxFrom = (address: string | URL) => async (): Promise<MathTypesetter> => {
  await loadScript(address);
  const script = (globalThis as Readonly<Record<string, unknown>>)[MATHJAX_VARIABLE] as MathJaxScript;
  return script.createTypesetter();
};

function loadScript(address: string | URL): Promise<void> {
  const script = document.createElement('script');
  script.src = String(address);
  return new Promise((resolve, reject) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${script.src} can't be loaded.`)));
    document.head.append(script);
  });
}
