/** What the playground draws with: the engine, loaded with the page, and what a text or file is found to be. */
import { type BrowserRenderer, createBrowserRenderer, type Diagnostic, type Finding, type Theme } from 'mxsvg/browser';
import { FetchedFonts } from './fetchedFonts.js';

/** Something to draw: its text, or the file that it was read from where that is none. */
export type Input = string | Uint8Array;

export type InputKind = 'drawio' | 'mermaid';

export interface Opened {
  readonly kind: InputKind;
  /** A draw.io file. */
  readonly source: Input;
  readonly pages: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface Drawn {
  readonly svg: string;
  readonly diagnostics: readonly Diagnostic[];
  /** What a check finds on the page; empty for Mermaid, which is laid out for its author. */
  readonly findings: readonly Finding[];
}

/** Mermaid's texts begin with a word, draw.io's files with a tag, a picture's bytes or a mark of UTF. */
export const kindOf = (input: Input): InputKind =>
  typeof input === 'string' && /^[^<\ufeff]/.test(input.trimStart()) ? 'mermaid' : 'drawio';

export class Engine {
  readonly #renderer: BrowserRenderer;
  readonly #fonts: FetchedFonts;

  /** `assets`: the address of the folder with fonts, stencils and icons, with a slash at its end. */
  constructor(assets: string) {
    this.#renderer = createBrowserRenderer({ assets });
    this.#fonts = new FetchedFonts(assets);
  }

  /** Reads an input. Rejects with what is wrong with it, in words. */
  async open(input: Input): Promise<Opened> {
    const kind = kindOf(input);
    const diagnostics: Diagnostic[] = [];
    const source = kind === 'mermaid' ? await this.#mermaid(input as string, diagnostics) : input;
    const pages = this.#renderer.parse(source).pages.map(({ name }) => name);
    return { kind, source, pages, diagnostics };
  }

  /** Draws a page, counted from 1. */
  async draw({ kind, source, diagnostics: before }: Opened, page: number, theme: Theme): Promise<Drawn> {
    const diagnostics = [...before];
    const svg = await this.#renderer.render(source, { page, theme, accessible: true, diagnostics });
    const findings = kind === 'mermaid' ? [] : await this.#renderer.check(source, { page });
    return { svg, diagnostics, findings };
  }

  /** A page as a file of its own. */
  file({ source }: Opened, page: number, theme: Theme): Promise<string> {
    return this.#renderer.render(source, { page, theme });
  }

  /** Twice the size, for sharp screens, on paper of its theme: a picture in pixels follows no page, and is light or dark. */
  async png({ source }: Opened, page: number, theme: Theme): Promise<Uint8Array<ArrayBuffer>> {
    const png = await this.#renderer.png(source, { page, scale: 2, ...onPaper(theme) });
    return new Uint8Array(png);
  }

  async pdf({ source }: Opened, page: number, theme: Theme): Promise<Uint8Array<ArrayBuffer>> {
    const pdf = await this.#renderer.pdf(source, { pages: [page], ...onPaper(theme) });
    return new Uint8Array(pdf);
  }

  /** The diagram inside a picture or document, as draw.io's XML. */
  xml(input: Input): string {
    return this.#renderer.xml(input);
  }

  async #mermaid(text: string, diagnostics: Diagnostic[]): Promise<string> {
    // As large as the rest of the engine, and not needed for a draw.io file.
    const { createMermaid } = await import('mxsvg/mermaid/browser');
    return this.#fonts.complete((assets) => {
      diagnostics.length = 0;
      return createMermaid(assets).toDrawio(text, { diagnostics });
    });
  }
}

const onPaper = (theme: Theme) =>
  theme === 'dark' ? ({ theme, background: '#121212' } as const) : ({ theme: 'light', background: '#ffffff' } as const);
