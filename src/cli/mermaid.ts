/** Mermaid files, and Markdown files with Mermaid in them, as draw.io files that the command goes on with. */
import { type Diagnostic, MxsvgError } from '../diagnostics.js';
import type { Limits } from '../limits.js';
import type { MermaidThemeName } from '../mermaid/index.js';
import type { SystemFontUse } from '../shaping/systemFonts.js';
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
  /^(?:flowchart|graph|[a-z]+Diagram(?:-v2)?|mindmap|timeline|gantt|journey|kanban|pie|gitGraph|quadrantChart|requirement|C4\w+|block|packet|architecture|sankey|xychart|radar|treemap|treeView|venn|ishikawa|wardley|eventmodeling|zenuml)\b/;

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
  /** Where the text names none. */
  readonly theme?: MermaidThemeName;
  /** Mermaid's configuration, before the text's own. */
  readonly config?: Readonly<Record<string, unknown>>;
  diagnostics(diagnostic: Diagnostic): void;
}

/** A draw.io file, made of a text. */
export interface ConvertedText {
  readonly drawio: string | Uint8Array;
  /** Why pages of it, counted from 1, are empty: their blocks can't be drawn. */
  readonly undrawn: ReadonlyMap<number, MxsvgError>;
}

/**
 * A page for the Mermaid text, or one for each Mermaid block of a Markdown document. Throws MxsvgError as mermaidToDrawio
 * does for a Mermaid text; 'not-a-diagram' for Markdown without such a block.
 */
export async function drawioOf(kind: TextKind, bytes: Uint8Array, settings: Settings): Promise<ConvertedText> {
  const { mermaidBlocks, mermaidToDrawio } = await import('../mermaid/index.js');
  const text = new TextDecoder().decode(bytes);
  if (kind === 'mermaid') return { drawio: mermaidToDrawio(text, settings), undrawn: new Map() };
  const blocks = mermaidBlocks(text);
  if (blocks.length === 0) throw new MxsvgError('not-a-diagram', 'The document has no ```mermaid block.');
  const undrawn = new Map<number, MxsvgError>();
  const pages = blocks.map((block, index) => {
    const page = index + 1;
    try {
      return pageOf(mermaidToDrawio(block.text, { ...settings, firstLine: block.line }), page);
    } catch (error) {
      if (!(error instanceof MxsvgError)) throw error;
      const message = `The block at line ${block.line}: ${error.message}`;
      undrawn.set(page, new MxsvgError(error.code, message, { cause: error }));
      return pageOf(EMPTY, page);
    }
  });
  return { drawio: `<mxfile>${pages.join('')}</mxfile>`, undrawn };
}

/** Keeps the numbers of the other pages those of their blocks. */
const EMPTY =
  '<mxfile><diagram><mxGraphModel><root><mxCell id="0" /><mxCell id="1" parent="0" /></root></mxGraphModel></diagram></mxfile>';

/** The one page of a file that mermaidToDrawio wrote, with an id and a name of its own. */
function pageOf(drawio: string, number: number): string {
  const page = drawio.slice(drawio.indexOf('<diagram'), drawio.lastIndexOf('</mxfile>'));
  return page.replace(/^<diagram[^>]*>/, `<diagram id="mermaid-${number}" name="Diagram ${number}">`);
}
