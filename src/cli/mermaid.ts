/** Mermaid files, and Markdown files with Mermaid in them, as draw.io files that the command goes on with. */
import { type Diagnostic, MxsvgError } from '../diagnostics.js';
import type { SystemFontUse } from '../text/systemFonts.js';

export const isMermaid = (file: string): boolean => /\.(?:mmd|mermaid)$/i.test(file);
export const isMarkdown = (file: string): boolean => /\.(?:md|markdown)$/i.test(file);

/** What converting is given. */
interface Settings {
  readonly fonts: readonly Uint8Array[];
  readonly systemFonts?: SystemFontUse;
  diagnostics(diagnostic: Diagnostic): void;
}

/**
 * The text of a draw.io file: a page for the Mermaid text, or one for each Mermaid block of a Markdown document. Throws
 * MxsvgError as mermaidToDrawio does, with the block's place; 'not-a-diagram' for Markdown without such a block.
 */
export async function drawioOf(file: string, bytes: Uint8Array, settings: Settings): Promise<string> {
  const { mermaidBlocks, mermaidToDrawio } = await import('../mermaid/index.js');
  const text = new TextDecoder().decode(bytes);
  if (isMermaid(file)) return mermaidToDrawio(text, settings);
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
