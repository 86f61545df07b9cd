/** Breaks a written SVG document into indented lines, one element a line, without touching its text. */

/** Elements whose white space shows, or means something to their reader. */
const WHOLE = new Set(['text', 'title', 'style', 'desc']);

/** Attribute values hold no "<" or ">": the writer escapes them. */
const TAG = /<(\/?)([a-zA-Z][\w:-]*)((?:[^\w:<>-][^<>]*)?)>/g;

/** The same document with a line for each element, two spaces deeper for each level. */
export function indented(document: string): string {
  const lines: string[] = [];
  let depth = 0;
  /** The element being copied as it is, and its markup so far. */
  let whole: { readonly name: string; markup: string; depth: number } | undefined;
  let end = 0;
  for (const match of document.matchAll(TAG)) {
    const [markup, slash, name = '', rest = ''] = match;
    const before = document.slice(end, match.index);
    end = match.index + markup.length;
    const closes = slash === '/';
    const empty = rest.endsWith('/');
    if (whole) {
      whole.markup += before + markup;
      if (name === whole.name && !empty) whole.depth += closes ? -1 : 1;
      if (whole.depth > 0) continue;
      lines.push('  '.repeat(depth) + whole.markup);
      whole = undefined;
      continue;
    }
    if (WHOLE.has(name) && !closes && !empty) {
      whole = { name, markup, depth: 1 };
      continue;
    }
    if (closes) depth -= 1;
    lines.push('  '.repeat(depth) + markup);
    if (!closes && !empty) depth += 1;
  }
  return `${lines.join('\n')}\n`;
}
