/** Colours for light and dark pages in SVG: attributes take one colour, styles beside them both. */

const TAG = /<[a-zA-Z][^<>]*>/g;
const STYLE = / style="([^"]*)"/g;

/** Markup with colours of both kinds, for a document that follows the page that it is shown in. */
export function withAdaptiveColors(markup: string): string {
  return markup.replace(TAG, (tag) => {
    if (!tag.includes('light-dark(')) return tag;
    const styles = [...tag.matchAll(STYLE)].map(([, rules]) => rules);
    // An element has one style, however many of its colours have a part in it.
    const bare = tag.replace(STYLE, '');
    const content = bare.slice(0, bare.endsWith('/>') ? -2 : -1).trimEnd();
    return `${content} style="${styles.join(';')}"${bare.slice(content.length)}`;
  });
}
