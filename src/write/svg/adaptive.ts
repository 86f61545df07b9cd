/** Colours for light and dark pages in SVG: attributes take one colour, styles beside them both. */

const TAG = /<[a-zA-Z][^<>]*>/g;
const STYLE = / style="([^"]*)"/g;

/** An SVG document with colours of both kinds, made to follow the page that it is shown in. */
export function withAdaptiveColors(document: string): string {
  const adapted = document.replace(TAG, (tag) => {
    if (!tag.includes('light-dark(')) return tag;
    const styles = [...tag.matchAll(STYLE)].map(([, rules]) => rules);
    // An element has one style, however many of its colours have a part in it.
    const bare = tag.replace(STYLE, '');
    const content = bare.slice(0, bare.endsWith('/>') ? -2 : -1).trimEnd();
    return `${content} style="${styles.join(';')}"${bare.slice(content.length)}`;
  });
  return adapted.replace(/^<svg /, '<svg style="color-scheme:light dark" ');
}
