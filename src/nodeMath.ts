/** Typesets formulas under Node with MathJax 3, from the optional package mathjax-full, set up as draw.io does. */
import { createRequire } from 'node:module';
import type { FormulaSource, FormulaSurroundings, MathTypesetter } from './text/math.js';

// What of mathjax-full is used is typed here: the package may be absent, and its own types with it.
type MathNode = object;
type Options = Readonly<Record<string, unknown>>;
type Class = new (options?: Options) => object;

interface Adaptor {
  textContent(node: MathNode): string;
  getAttribute(node: MathNode, name: string): string | undefined;
  getStyle(node: MathNode, name: string): string;
  outerHTML(node: MathNode): string;
  /** The width and height of a text that MathJax's fonts don't have, em. */
  nodeSize(node: MathNode): readonly [number, number];
}

interface MathDocument {
  convert(source: string, options: Options): MathNode;
}

interface MathJax {
  readonly adaptor: Adaptor;
  createDocument(packages: readonly string[]): MathDocument;
  /** Makes a TeX package known to documents that are created later. */
  load(file: string): void;
}

/**
 * What TeX knows from the start, by name and file: MathJax's tex component, and the packages that it loads by itself
 * when one of their macros is met. Here all stand ready: nothing is loaded while a picture is drawn.
 */
const PACKAGES = new Map([
  ['base', 'Base'],
  ['ams', 'Ams'],
  ['newcommand', 'Newcommand'],
  ['noundefined', 'NoUndefined'],
  ['configmacros', 'ConfigMacros'],
  ['action', 'Action'],
  ['amscd', 'AmsCd'],
  ['bbox', 'Bbox'],
  ['boldsymbol', 'Boldsymbol'],
  ['braket', 'Braket'],
  ['bussproofs', 'Bussproofs'],
  ['cancel', 'Cancel'],
  ['color', 'Color'],
  ['enclose', 'Enclose'],
  ['extpfeil', 'Extpfeil'],
  ['html', 'Html'],
  ['mhchem', 'Mhchem'],
  ['unicode', 'Unicode'],
  ['verb', 'Verb'],
]);

/** Packages that a formula may add by \require, since their macros change what others mean. */
const REQUIRABLE = new Map([
  ['cases', 'Cases'],
  ['centernot', 'Centernot'],
  ['colortbl', 'Colortbl'],
  ['colorv2', 'ColorV2'],
  ['empheq', 'Empheq'],
  ['gensymb', 'Gensymb'],
  ['mathtools', 'Mathtools'],
  ['noerrors', 'NoErrors'],
  ['physics', 'Physics'],
  ['textcomp', 'Textcomp'],
  ['textmacros', 'TextMacros'],
  ['upgreek', 'Upgreek'],
]);

const configurationFile = (name: string, file: string): string => `input/tex/${name}/${file}Configuration.js`;

/** MathJax as it was loaded: once for all pages, and only for one that has formulas. */
let loaded: MathJax | undefined;

/** A typesetter for the formulas of one page; undefined where mathjax-full isn't installed. */
export function createMathTypesetter(): MathTypesetter | undefined {
  loaded ??= loadMathJax();
  return loaded && new NodeTypesetter(loaded);
}

class NodeTypesetter implements MathTypesetter {
  readonly #mathJax: MathJax;
  readonly #packages = [...PACKAGES.keys()];
  #document: MathDocument;

  constructor(mathJax: MathJax) {
    this.#mathJax = mathJax;
    this.#document = mathJax.createDocument(this.#packages);
  }

  typeset({ notation, source, display }: FormulaSource, surroundings: FormulaSurroundings): string {
    if (notation === 'tex') this.#require(source);
    const { adaptor } = this.#mathJax;
    const { em, ex } = surroundings;
    adaptor.nodeSize = (node) => [textSize(node, adaptor, surroundings), 1];
    const format = notation === 'tex' ? 'TeX' : 'AsciiMath';
    return adaptor.outerHTML(this.#document.convert(source, { format, display, em, ex }));
  }

  /** Adds the packages that a formula names by \require, for it and the later ones. Earlier definitions are lost. */
  #require(source: string): void {
    const count = this.#packages.length;
    for (const [, name = ''] of source.matchAll(/\\require\s*\{\s*(?:\[tex\]\/)?(\w+)\s*\}/g)) {
      const file = REQUIRABLE.get(name);
      if (file === undefined || this.#packages.includes(name)) continue;
      this.#mathJax.load(configurationFile(name, file));
      this.#packages.push(name);
    }
    if (this.#packages.length > count) this.#document = this.#mathJax.createDocument(this.#packages);
  }
}

/** The width of a <text> as a browser measures it: its font's advance at the size it has in thousandths of an em. */
function textSize(node: MathNode, adaptor: Adaptor, { textWidth }: FormulaSurroundings): number {
  const attribute = (name: string): string => adaptor.getAttribute(node, name) || adaptor.getStyle(node, name);
  const size = Number.parseFloat(attribute('font-size')) || 1000;
  const font = {
    family: attribute('font-family') || 'serif',
    bold: attribute('font-weight') === 'bold',
    italic: attribute('font-style') === 'italic',
  };
  return (textWidth(adaptor.textContent(node), font) * size) / 1000;
}

function loadMathJax(): MathJax | undefined {
  const require = createRequire(import.meta.url);
  const part = <T>(path: string): T => require(`mathjax-full/js/${path}`) as T;
  try {
    require.resolve('mathjax-full/js/mathjax.js');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
  const { mathjax } = part<{ mathjax: { document(html: string, options: Options): MathDocument } }>('mathjax.js');
  const { TeX } = part<{ TeX: Class }>('input/tex.js');
  const { AsciiMath } = part<{ AsciiMath: Class }>('input/asciimath.js');
  const { SVG } = part<{ SVG: Class }>('output/svg.js');
  for (const [name, file] of PACKAGES) part(configurationFile(name, file));
  const adaptor = part<{ liteAdaptor(): Adaptor }>('adaptors/liteAdaptor.js').liteAdaptor();
  const handler = part<{ RegisterHTMLHandler(adaptor: Adaptor): object }>('handlers/html.js').RegisterHTMLHandler(
    adaptor,
  );
  // draw.io loads ui/safe, which limits sizes and drops addresses and styles that could do harm.
  part<{ SafeHandler(handler: object): object }>('ui/safe/SafeHandler.js').SafeHandler(handler);
  return {
    adaptor,
    load: (file) => part(file),
    createDocument: (packages) =>
      mathjax.document('', {
        // \require has been obeyed by then.
        InputJax: [new TeX({ packages, macros: { require: ['', 1] } }), new AsciiMath()],
        OutputJax: new SVG({ fontCache: 'none' }),
      }),
  };
}
