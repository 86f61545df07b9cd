/** Mermaid files, and Markdown files with Mermaid in them, as draw.io files that the command goes on with. */
import { type Diagnostic, MxsvgError } from '../diagnostics.js';
import type { Limits } from '../limits.js';
import type { SystemFontUse } from '../text/systemFonts.js';
import { STANDARD_STREAM } from './files.js';

export type TextKind = 'mermaid' | 'markdown';

/** What a file is by its name, and standard input by how it begins; undefined for what is no such text. */
export function textKind(file: string, bytes: Uint8Array): TextKind | undefined {
  if (/\.(?:mmd|mermaid)$/i.test(file)) return 'mermaid';
  if (/\.(?:md|markdown)$/i.test(file)) return 'markdown';
  const start = file === STANDARD_STREAM ? new TextDecoder().decode(bytes.subarray(0, 2000)) : '';
  return beginsMermaid(start) ? 'mermaid' : undefined;
}

const KIND =
  /^(?:flowchart|graph|[a-z]+Diagram(?:-v2)?|mindmap|timeline|gantt|journey|kanban|pie|gitGraph|quadrantChart|requirement|C4\w+|block|packet|architecture|sankey|xychart|radar|treemap)\b/;

/** After front matter, comments and directives, a diagram begins with the name of its kind. */
function beginsMermaid(text: string): boolean {
  const lines = text.trimStart().split('\n');
  const isFence = (line: string): boolean => line.trimEnd() === '---';
  const closing = isFence(lines[0] as string) ? lines.findIndex((line, index) => index > 0 && isFence(line)) : -1;
  const words = lines.slice(closing + 1).map((line) => line.trimStart());
  return KIND.test(words.find((line) => line !== '' && !line.startsWith('%%')) ?? '');
}

/** What converting is given. */
interface Settings {
  readonly fonts: readonly Uint8Array[];
  readonly systemFonts?: SystemFontUse;
  readonly limits?: Partial<Limits>;
  diagnostics(diagnostic: Diagnostic): void;
}

/**
 * The text of a draw.io file: a page for the Mermaid text, or one for each Mermaid block of a Markdown document. Throws
 * MxsvgError as mermaidToDrawio does, with the block's place; 'not-a-diagram' for Markdown without such a block.
 */
export async function drawioOf(kind: TextKind, bytes: Uint8Array, settings: Settings): Promise<string> {
  const { mermaidBlocks, mermaidToDrawio } = await import('../mermaid/index.js');
  const text = new TextDecoder().decode(bytes);
  if (kind === 'mermaid') return mermaidToDrawio(text, settings);
  const blocks = mermaidBlocks(text);
  if (blocks.length === 0) throw new MxsvgError('not-a-diagram', 'The document has no ```mermaid block.');
  const pages = blocks.map((block, index) => {
    try {
      return pageOf(mermaidToDrawio(block.text, { ...settings, firstLine: block.line }), index + 1);
    } catch (error) {
      if (!(error instanceof MxsvgError)) throw error;
      throw new MxsvgError(error.code, `The block at line ${block.line}: ${error.message}`, { cause: error });
    }
  });
  return `<mxfile>${pages.join('')}</mxfile>`;
}

/** The one page of a file that mermaidToDrawio wrote, with an id and a name of its own. */
function pageOf(drawio: string, number: number): string {
  const page = drawio.slice(drawio.indexOf('<diagram'), drawio.lastIndexOf('</mxfile>'));
  return page.replace(/^<diagram[^>]*>/, `<diagram id="mermaid-${number}" name="Diagram ${number}">`);
}
