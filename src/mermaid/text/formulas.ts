/** Formulas in Mermaid's labels: TeX between two of "$$", on one line, as part of that line. */

const MARK = '$$';

/** Whether a text may have one, and its page is one of formulas. */
export const hasFormula = (text: string): boolean => replaceFormulas(text, () => '') !== text;

/** The text with something else in place of each formula: of two marks on a line, and what is between them. */
function replaceFormulas(text: string, replacement: (source: string) => string): string {
  return text
    .split('\n')
    .map((line) => {
      const parts = line.split(MARK);
      // What follows the last mark without another one is no formula.
      const last = parts.length % 2 === 0 ? parts.length - 1 : parts.length;
      return parts
        .map((part, index) => (index % 2 === 0 ? part : index < last ? replacement(part) : MARK + part))
        .join('');
    })
    .join('\n');
}

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
  const text = replaceFormulas(label.replaceAll(PLACE, ''), (source) => {
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
