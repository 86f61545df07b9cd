/** Typesets formulas with MathJax 4, set up as draw.io sets it up. Built into a file of its own, loaded when needed. */
import { MathJaxMhchemFontExtension } from '@mathjax/mathjax-mhchem-font-extension/js/svg.js';
import { MathJaxTexFont } from '@mathjax/mathjax-tex-font/js/svg.js';
import type { LiteDocument } from '@mathjax/src/js/adaptors/lite/Document.js';
import { LiteElement } from '@mathjax/src/js/adaptors/lite/Element.js';
import type { LiteText } from '@mathjax/src/js/adaptors/lite/Text.js';
import { liteAdaptor } from '@mathjax/src/js/adaptors/liteAdaptor.js';
import type { AbstractMathDocument } from '@mathjax/src/js/core/MathDocument.js';
import { HTMLMathItem } from '@mathjax/src/js/handlers/html/HTMLMathItem.js';
import { RegisterHTMLHandler } from '@mathjax/src/js/handlers/html.js';
import { AsciiMath } from '@mathjax/src/js/input/asciimath.js';
import { TeX } from '@mathjax/src/js/input/tex.js';
import { mathjax } from '@mathjax/src/js/mathjax.js';
import { SVG } from '@mathjax/src/js/output/svg.js';
import { SafeHandler } from '@mathjax/src/js/ui/safe/SafeHandler.js';
import type { FormulaSource, FormulaSurroundings, MathTypesetter } from './math.js';
import { type PackageTaker, REQUIRE_PACKAGE, UnavailablePackage } from './requirePackage.js';
import { PACKAGES } from './texPackages.js';

type Document = AbstractMathDocument<LiteElement, LiteText, LiteDocument>;

const adaptor = liteAdaptor();
// draw.io loads ui/safe, which limits sizes and drops addresses and styles that could do harm.
SafeHandler(RegisterHTMLHandler(adaptor));
MathJaxTexFont.addExtension(MathJaxMhchemFontExtension);

// What answers to the pointer shows its first state: nothing happens in a picture.
Object.assign(LiteElement.prototype, { addEventListener() {} });

/** The font is as large as the rest of MathJax: its tables are made once. */
const font = new MathJaxTexFont();

/** TeX that takes packages in while it runs, and keeps what was defined before. */
class GrowingTeX extends TeX<LiteElement, unknown, unknown> implements PackageTaker {
  readonly #taken = new Set<string>();

  constructor() {
    super({ packages: [...PACKAGES, REQUIRE_PACKAGE] });
    this.parseOptions.packageData.set(REQUIRE_PACKAGE, this);
  }

  take(name: string): void {
    if (this.#taken.has(name)) return;
    this.#taken.add(name);
    this.configuration.add(name, this, {});
  }
}

/** A formula that shows so if MathJax fails in reading it, as in a whole document. */
class Formula extends HTMLMathItem<LiteElement, LiteText, LiteDocument> {
  override compile(document: Document): void {
    try {
      super.compile(document);
    } catch (error) {
      if (!(error instanceof Error) || error instanceof UnavailablePackage) throw error;
      document.compileError(this, error);
    }
  }
}

/** A typesetter for the formulas of one page. */
export function createTypesetter(): MathTypesetter {
  const document = mathjax.document('', {
    InputJax: [new GrowingTeX(), new AsciiMath({})],
    MathItem: Formula,
    // draw.io turns MathJax's breaking of lines off: no formula within a line is broken.
    OutputJax: new SVG({ fontCache: 'none', fontData: font, linebreaks: { inline: false } }),
  });
  return {
    typeset({ notation, source, display }: FormulaSource, surroundings: FormulaSurroundings): string {
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
