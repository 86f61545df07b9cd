/** Long blanks of a text made short: grammars look at all of a blank again for each of its signs. */

/** As many empty lines in a row as any text has. */
const MOST_EMPTY_LINES = 50;

/** Up to here an indentation stays as it is; those that are longer keep their order. */
const LONGEST_INDENT = 100;

/** The same lines for a reader: what blanks there are at their ends goes. */
export function withShortBlanks(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const indents = shortIndents(lines);
  let empty = 0;
  const kept = lines.flatMap((line) => {
    empty = line === '' ? empty + 1 : 0;
    if (empty > MOST_EMPTY_LINES) return [];
    const indent = indentOf(line);
    const short = indents.get(indent) ?? indent;
    return [withShortGaps(line.slice(0, short) + line.slice(indent))];
  });
  return kept.join('\n');
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** Such indentations as are too long, by their length, each one sign longer than the one before. */
function shortIndents(lines: readonly string[]): ReadonlyMap<number, number> {
  const long = [...new Set(lines.map(indentOf))].filter((indent) => indent > LONGEST_INDENT).sort((a, b) => a - b);
  return new Map(long.map((indent, index) => [indent, LONGEST_INDENT + 1 + index]));
}

/** HTML shows a blank between words as one space, however long. */
const LONGEST_GAP = 100;

/** Blanks inside of a line, as long as they may be. */
function withShortGaps(line: string): string {
  if (line.length <= LONGEST_GAP) return line;
  let result = '';
  let gap = 0;
  let from = 0;
  const start = indentOf(line);
  for (let i = start; i < line.length; i++) {
    gap = (line[i] as string).trim() === '' ? gap + 1 : 0;
    if (gap <= LONGEST_GAP) continue;
    result += line.slice(from, i);
    from = i + 1;
  }
  return result + line.slice(from);
}
