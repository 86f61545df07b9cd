/** The Mermaid diagrams in a Markdown document. */

export interface MermaidBlock {
  /** The diagram's text. */
  readonly text: string;
  /** 1-based, of the text's first line: give it as firstLine, so that errors count lines of the document. */
  readonly line: number;
}

/** ```mermaid, ~~~ mermaid, also indented, in a list or a quotation. */
const FENCE = /^(?<indent>(?:[ \t]*>)*[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)?)(?<fence>`{3,}|~{3,})[ \t]*(?<info>.*)/;
const CLOSING = /^[ \t>]*(`+|~+)[ \t]*$/;
const MERMAID = /^(?:\{\s*\.?)?mermaid\b/i;

/** The fenced code blocks that say they are Mermaid, in order. */
export function mermaidBlocks(markdown: string): readonly MermaidBlock[] {
  const blocks: MermaidBlock[] = [];
  const lines = markdown.replace(/\r\n?/g, '\n').split('\n');
  for (let index = 0; index < lines.length; index++) {
    const { indent, fence, info } = FENCE.exec(lines[index] as string)?.groups ?? {};
    // The info of a fence of backticks holds none.
    if (fence === undefined || info === undefined || (fence.startsWith('`') && info.includes('`'))) continue;
    const end = closing(lines, index + 1, fence);
    if (MERMAID.test(info)) {
      const prefix = (indent ?? '').length;
      const text = lines.slice(index + 1, end).map((line) => withoutPrefix(line, prefix));
      blocks.push({ text: text.join('\n'), line: index + 2 });
    }
    index = end;
  }
  return blocks;
}

/** The line that closes a fence, or the document's end. */
function closing(lines: readonly string[], from: number, fence: string): number {
  for (let index = from; index < lines.length; index++) {
    if (CLOSING.exec(lines[index] as string)?.[1]?.startsWith(fence)) return index;
  }
  return lines.length;
}

/** A line of a block without the marks of the quotation or list that the block is in. */
const withoutPrefix = (line: string, length: number): string =>
  line.slice(0, length).replace(/[ \t>]/g, '') === '' ? line.slice(length) : line.replace(/^[ \t>]+/, '');
