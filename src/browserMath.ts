/** Typesets formulas in web pages with MathJax 3 from a URL, set up as draw.io does. */
import type { MathTypesetter } from './text/math.js';

interface LoadedMathJax {
  readonly startup: { readonly promise: Promise<unknown> };
  tex2svg(source: string, options: object): Element;
  asciimath2svg(source: string, options: object): Element;
}

/** Packages of the full TeX component that change what others mean: draw.io has them only where a formula asks. */
const LEFT_OUT = [
  ...['cases', 'centernot', 'colortbl', 'colorv2', 'empheq', 'gensymb', 'mathtools', 'noerrors', 'physics'],
  ...['textcomp', 'textmacros', 'upgreek'],
];

const SETTINGS = {
  loader: { load: ['input/asciimath', 'ui/safe'] },
  startup: { typeset: false },
  options: { enableMenu: false, enableAssistiveMml: false },
  svg: { fontCache: 'none' },
  tex: { packages: { '[+]': ['color'], '[-]': LEFT_OUT } },
};

/**
 * For the option `math` of createBrowserRenderer: loads MathJax by a script element when a diagram first has a formula.
 * `address`: of tex-svg-full.js in MathJax's folder es5.
 */
export const mathJaxFrom = (address: string | URL) => async (): Promise<MathTypesetter> => {
  const page = globalThis as { MathJax?: unknown };
  page.MathJax = SETTINGS;
  await loadScript(address);
  const mathJax = page.MathJax as LoadedMathJax;
  await mathJax.startup.promise;
  return {
    typeset: ({ notation, source, display }, { em, ex }) => {
      const convert = notation === 'tex' ? mathJax.tex2svg : mathJax.asciimath2svg;
      return convert(source, { display, em, ex }).outerHTML;
    },
  };
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
