/** "#…;" in Mermaid text: its grammars know none, so they are put into signs that these let pass. */

/** The text as the grammars take it. */
export function encodeEntities(text: string): string {
  return text
    .split('\n')
    .map((line) => withoutLastSemicolon(withoutLastSemicolon(line, 'style'), 'classDef'))
    .join('\n')
    .replace(/#(\w+);/g, (_, name: string) => (/^\d+$/.test(name) ? `ﬂ°°${name}¶ß` : `ﬂ°${name}¶ß`));
}

/** HTML's references again. */
export const decodeEntities = (text: string): string =>
  text.replaceAll('ﬂ°°', '&#').replaceAll('ﬂ°', '&').replaceAll('¶ß', ';');

/** The last ";" of a line that gives colours ("style a fill:#fff;") ends no entity, and is left out. */
function withoutLastSemicolon(line: string, statement: 'style' | 'classDef'): string {
  const start = line.indexOf(statement);
  const end = start < 0 ? -1 : line.lastIndexOf(';');
  if (end <= start || !givesColor(line, start + statement.length, end)) return line;
  return line.slice(0, end) + line.slice(end + 1);
}

/** Whether a value between these places has a "#": it follows a colon without white space. */
function givesColor(line: string, start: number, end: number): boolean {
  let inValue = false;
  for (let i = start; i < end; i++) {
    const sign = line[i] as string;
    if (sign === ':') inValue = true;
    else if (sign === '#' && inValue) return true;
    else if (sign.trim() === '') inValue = false;
  }
  return false;
}
