/** The Mermaid diagrams in a Markdown document. */

export interface MermaidBlock {
  /** The diagram's text. */
  readonly text: string;
  /** 1-based, of the text's first line: give it as firstLine, so that errors count lines of the document. */
  readonly line: number;
}

/** A block with its place in the document. */
export interface PlacedBlock extends MermaidBlock {
  /** The lines that it takes with its fences, 1-based; a block that isn't closed ends with the document. */
  readonly from: number;
  readonly to: number;
  /** What stands before its opening fence: blanks, marks of quotations and lists. */
  readonly prefix: string;
}

/** ```mermaid, ~~~ mermaid, also indented, in a list or a quotation; :::mermaid, as Azure DevOps has it. */
const FENCE = /^(?<indent>(?:[ \t]*>)*[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)?)(?<fence>`{3,}|~{3,}|:{3,})[ \t]*(?<info>.*)/;
const CLOSING = /^[ \t>]*(`+|~+|:+)[ \t]*$/;
const MERMAID = /^(?:\{\s*\.?)?mermaid\b/i;

/** The fenced code blocks that say they are Mermaid, in order. */
export const mermaidBlocks = (markdown: string): readonly MermaidBlock[] =>
  placedBlocks(markdown).map(({ text, line }) => ({ text, line }));

/** The same with where they stand. */
export function placedBlocks(markdown: string): readonly PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  const lines = markdown.replace(/\r\n?/g, '\n').split('\n');
  for (let index = 0; index < lines.length; index++) {
    const { indent = '', fence, info } = FENCE.exec(lines[index] as string)?.groups ?? {};
    // The info of a fence of backticks holds none.
    if (fence === undefined || info === undefined || (fence.startsWith('`') && info.includes('`'))) continue;
    const isMermaid = MERMAID.test(info);
    // Other blocks between colons are of text, in which there may be fences.
    if (fence.startsWith(':') && !isMermaid) continue;
    const end = closing(lines, index + 1, fence);
    if (isMermaid) {
      const text = lines.slice(index + 1, end).map((line) => withoutPrefix(line, indent.length));
      const to = Math.min(end + 1, lines.length);
      blocks.push({ text: text.join('\n'), line: index + 2, from: index + 1, to, prefix: indent });
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
