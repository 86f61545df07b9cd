/** Typesets formulas with MathJax 4, set up as draw.io sets it up. Built into a file of its own, loaded when needed. */
import { MathJaxMhchemFontExtension } from '@mathjax/mathjax-mhchem-font-extension/js/svg.js';
import { MathJaxTexFont } from '@mathjax/mathjax-tex-font/js/svg.js';
import { LiteElement } from '@mathjax/src/js/adaptors/lite/Element.js';
import { liteAdaptor } from '@mathjax/src/js/adaptors/liteAdaptor.js';
import { RegisterHTMLHandler } from '@mathjax/src/js/handlers/html.js';
import { AsciiMath } from '@mathjax/src/js/input/asciimath.js';
import { TeX } from '@mathjax/src/js/input/tex.js';
import { mathjax } from '@mathjax/src/js/mathjax.js';
import { SVG } from '@mathjax/src/js/output/svg.js';
import { SafeHandler } from '@mathjax/src/js/ui/safe/SafeHandler.js';
import type { FormulaSource, FormulaSurroundings, MathTypesetter } from '../text/math.js';
import { PACKAGES, REQUIRABLE } from './texPackages.js';

const adaptor = liteAdaptor();
// draw.io loads ui/safe, which limits sizes and drops addresses and styles that could do harm.
SafeHandler(RegisterHTMLHandler(adaptor));
MathJaxTexFont.addExtension(MathJaxMhchemFontExtension);

// What answers to the pointer shows its first state: nothing happens in a picture.
Object.assign(LiteElement.prototype, { addEventListener() {} });

/** The font is as large as the rest of MathJax: its tables are made once. */
const font = new MathJaxTexFont();

/** TeX that takes packages in while it runs, and keeps what was defined before. */
class GrowingTeX extends TeX<LiteElement, unknown, unknown> {
  readonly #present = new Set(PACKAGES);

  constructor() {
    // \require has been obeyed by the time that it is read.
    super({ packages: PACKAGES, macros: { require: ['', 1] } });
  }

  /** Takes in the packages that a formula names by \require. */
  obeyRequire(source: string): void {
    for (const [, name = ''] of source.matchAll(/\\require\s*\{\s*(?:\[tex\]\/)?(\w+)\s*\}/g)) {
      for (const each of [...(REQUIRABLE.get(name) ?? []), name]) this.#add(each);
    }
  }

  #add(name: string): void {
    if (!REQUIRABLE.has(name) || this.#present.has(name)) return;
    this.#present.add(name);
    this.configuration.add(name, this, {});
  }
}

/** A typesetter for the formulas of one page. */
export function createTypesetter(): MathTypesetter {
  const tex = new GrowingTeX();
  const document = mathjax.document('', {
    InputJax: [tex, new AsciiMath({})],
    // draw.io turns MathJax's breaking of lines off: no formula within a line is broken.
    OutputJax: new SVG({ fontCache: 'none', fontData: font, linebreaks: { inline: false } }),
  });
  return {
    typeset({ notation, source, display }: FormulaSource, surroundings: FormulaSurroundings): string {
      if (notation === 'tex') tex.obeyRequire(source);
      const { em, ex, containerWidth = null } = surroundings;
      adaptor.nodeSize = (node) => [textSize(node as LiteElement, surroundings), 1];
      const format = notation === 'tex' ? 'TeX' : 'AsciiMath';
      const convert = (): LiteElement => document.convert(source, { format, display, em, ex, containerWidth });
      // draw.io typesets a page twice, to measure it and to draw it: by then each label of it is taken.
      if (notation === 'tex' && source.includes('\\label')) convert();
      return adaptor.outerHTML(convert());
    },
  };
}

/** The width of a <text> as a browser measures it: its font's advance at the size it has in thousandths of an em. */
function textSize(node: LiteElement, { textWidth }: FormulaSurroundings): number {
  const attribute = (name: string): string => adaptor.getAttribute(node, name) || adaptor.getStyle(node, name);
  const size = Number.parseFloat(attribute('font-size')) || 1000;
  const face = {
    family: attribute('font-family') || 'serif',
    bold: attribute('font-weight') === 'bold',
    italic: attribute('font-style') === 'italic',
  };
  return (textWidth(adaptor.textContent(node), face) * size) / 1000;
}
