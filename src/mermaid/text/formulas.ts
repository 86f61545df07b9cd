/** Formulas in Mermaid's labels: TeX between two of "$$", on one line, as part of that line. */

/** Mermaid's; the shortest that there is. */
const FORMULA = /\$\$([^\n]*?)\$\$/g;

/** Whether a text may have one, and its page is one of formulas. */
export const hasFormula = (text: string): boolean => text.search(FORMULA) >= 0;

/** Stands for a formula while the rest of its label is read; labels have none of these signs. */
const PLACE = '\u{F8FF}';

export interface SetAside {
  /** The label with a sign in each formula's place. */
  readonly text: string;
  /** Puts the formulas into the label's HTML, as draw.io reads them. */
  restore(html: string): string;
}

/** A label without its formulas, whose signs mean other things in Markdown and HTML. */
export function formulasAside(label: string): SetAside {
  const formulas: string[] = [];
  const text = label.replaceAll(PLACE, '').replace(FORMULA, (_, source: string) => {
    formulas.push(source);
    return PLACE;
  });
  let next = 0;
  return {
    text,
    restore: (html) => html.replaceAll(PLACE, () => inline(formulas[next++] ?? '')),
  };
}

/** Within its line, and as large as one with a line of its own. What is not TeX of one formula would end it. */
const inline = (source: string): string => `\\(\\displaystyle ${escaped(source.replace(/\\[()[\]]/g, ''))}\\)`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('`', '&#96;');
