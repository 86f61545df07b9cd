/** A picture as a part of an HTML document: named by its alternative text, and no wider than the place that it has. */
import { escapeXml } from '../write/format.js';

/** Diagrams are often wider than a column or a phone. */
const FITTING = 'max-width:100%;height:auto';

interface InlinePicture {
  /** The SVG element alone, for HTML. */
  readonly inline: string;
  /** The same as a file of its own. */
  readonly document: string;
}

/**
 * An accessible SVG of ours with an alternative text in place of its own title, the page's name; an empty one leaves that.
 */
export function inlinePicture(svg: string, alt: string): InlinePicture {
  const document =
    alt === '' ? svg : svg.replace(/(<title id="[^"]*">)[^<]*/, (_, tag: string) => tag + escapeXml(alt));
  const inline = document.trimEnd().replace(/^<svg [^>]*>/, (root) => {
    const bare = root.replace(/ xmlns(?::xlink)?="[^"]*"/g, '').replace(' version="1.1"', '');
    const styled = / style="([^"]*)"/.exec(bare);
    if (styled === null) return bare.replace('<svg', `<svg class="mxsvg" style="${FITTING}"`);
    return bare
      .replace(styled[0], ` style="${styled[1]?.replace(/;?$/, ';')}${FITTING}"`)
      .replace('<svg', '<svg class="mxsvg"');
  });
  return { inline, document };
}
