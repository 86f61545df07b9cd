/** Colours for light and dark pages in SVG: attributes take one colour, style sheets take light-dark(). */

const TAG = /<[a-zA-Z][^>]*light-dark\([^>]*>/g;
const COLOR = / (fill|stroke|stop-color)="(light-dark\(([^"]*)\))"/g;

/**
 * An SVG document whose colours may be light-dark(): the light one stays in the attribute for viewers that know no other,
 * and a style with both goes beside it.
 */
export function withAdaptiveColors(document: string): string {
  const adapted = document.replace(TAG, (tag) => {
    const rules: string[] = [];
    const plain = tag.replace(COLOR, (_, property: string, value: string, sides: string) => {
      rules.push(`${property}:${value}`);
      return ` ${property}="${firstSide(sides)}"`;
    });
    if (rules.length === 0) return tag;
    const style = / style="([^"]*)"/.exec(plain);
    if (style) return plain.replace(style[0], ` style="${rules.join(';')};${style[1]}"`);
    return plain.replace(/\s*\/?>$/, (end) => ` style="${rules.join(';')}"${end}`);
  });
  return adapted.replace(/^<svg /, '<svg style="color-scheme:light dark" ');
}

/** What stands before the first comma that no bracket holds. */
function firstSide(sides: string): string {
  let depth = 0;
  for (let i = 0; i < sides.length; i++) {
    if (sides[i] === '(') depth += 1;
    else if (sides[i] === ')') depth -= 1;
    else if (sides[i] === ',' && depth === 0) return sides.slice(0, i);
  }
  return sides;
}
