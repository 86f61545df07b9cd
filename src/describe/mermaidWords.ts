/** What a Mermaid text says to who can't see its diagram. */

export interface MermaidWords {
  readonly title?: string;
  readonly description?: string;
}

/** Mermaid's statements accTitle and accDescr; the latter may be several lines between braces. */
export function mermaidWords(text: string): MermaidWords {
  const lines = text.split('\n').map((line) => line.trim());
  const statement = (name: string, opening: ':' | '{'): string | undefined => {
    const at = lines.findIndex(
      (line) => line.startsWith(name) && line.slice(name.length).trimStart().startsWith(opening),
    );
    if (at < 0) return undefined;
    const [first = '', ...others] = lines.slice(at);
    const said = first.slice(first.indexOf(opening) + 1);
    const whole = opening === ':' ? said : [said, ...others].join(' ').split('}', 1).join('');
    return whole.replace(/\s+/g, ' ').trim() || undefined;
  };
  return {
    title: statement('accTitle', ':'),
    description: statement('accDescr', ':') ?? statement('accDescr', '{'),
  };
}
