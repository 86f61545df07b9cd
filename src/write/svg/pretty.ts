/** Breaks a written SVG document into indented lines, one element a line, without touching its text. */

/** Elements whose white space shows, or means something to their reader. */
const WHOLE = new Set(['text', 'title', 'style', 'desc']);

/** Attribute values hold no "<" or ">": the writer escapes them. */
const TAG = /<(\/?)([a-zA-Z][\w:-]*)((?:[^\w:<>-][^<>]*)?)>/g;

/** Gives an SVG document a line for each element, two spaces deeper for each level. */
export class Indenter {
  #depth = 0;
  /** The element being copied as it is, and its markup so far. */
  #whole: { readonly name: string; markup: string; depth: number } | undefined;

  /** The lines of the document's next piece, which ends with a tag or with the document. */
  add(piece: string): string {
    const lines: string[] = [];
    let end = 0;
    for (const match of piece.matchAll(TAG)) {
      const before = piece.slice(end, match.index);
      end = match.index + match[0].length;
      const line = this.#tag(match, before);
      if (line !== undefined) lines.push(`${line}\n`);
    }
    return lines.join('');
  }

  /** A tag's own line; undefined within an element that is copied. */
  #tag([markup, slash, name = '', rest = '']: RegExpMatchArray, before: string): string | undefined {
    const closes = slash === '/';
    const empty = rest.endsWith('/');
    const whole = this.#whole;
    if (whole) {
      whole.markup += before + markup;
      if (name === whole.name && !empty) whole.depth += closes ? -1 : 1;
      if (whole.depth > 0) return undefined;
      this.#whole = undefined;
      return '  '.repeat(this.#depth) + whole.markup;
    }
    if (WHOLE.has(name) && !closes && !empty) {
      this.#whole = { name, markup, depth: 1 };
      return undefined;
    }
    if (closes) this.#depth -= 1;
    const line = '  '.repeat(this.#depth) + markup;
    if (!closes && !empty) this.#depth += 1;
    return line;
  }
}
