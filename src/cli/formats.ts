/** The formats of the command: a row a format, with all that tells it apart from the others. */
import type { Limits } from '../limits.js';
import type { HtmlOptions, RenderOptions } from '../options.js';
import type { Diagram } from '../render.js';
import type { PaperName } from '../write/pdf/paper.js';
import { withSource } from './derived.js';
import type { Content } from './files.js';

export type Engine = typeof import('../index.js');

/** What a format is asked to draw. */
export interface FormatRequest {
  readonly engine: Engine;
  readonly diagram: Diagram;
  /** 1-based; a format that holds one page gets one. */
  readonly pages: readonly number[];
  readonly settings: Omit<RenderOptions, 'page'>;
  /** The input's name; undefined for standard input. */
  readonly title: string | undefined;
  /** Of a PDF's sheets; undefined: the pages' own, or as large as the drawing. */
  readonly paper: PaperName | undefined;
  readonly landscape: boolean;
  /** Percent. */
  readonly quality: number;
  readonly html: Partial<HtmlOptions> | undefined;
  readonly limits: Partial<Limits> | undefined;
  /** The input, for a file whose name was made up from it; undefined: the name was given. */
  readonly source: string | undefined;
  /** The Mermaid text, for a format that holds one. */
  readonly mermaid: string | undefined;
}

export interface FormatRow {
  /** After -f, and as the ending of a file; files get the format's own name. */
  readonly names: readonly string[];
  /** One file holds all pages that are asked for. */
  readonly holdsPages?: boolean;
  /** All pages are meant where nothing says which. */
  readonly takesAllPages?: boolean;
  /** Documents show it as an image. */
  readonly isImage?: boolean;
  /** Printed on the page's paper where nothing says how large. */
  readonly onPaper?: boolean;
  /** White where a light picture has no background, as paper is. */
  readonly onWhite?: boolean;
  /** A file holds one of the Mermaid texts that the diagrams were made of. */
  readonly holdsMermaid?: boolean;
  /** Throws as the library does. */
  draw(request: FormatRequest): Content | Promise<Uint8Array>;
}

const ROWS = {
  svg: {
    names: ['svg'],
    isImage: true,
    draw:
      ({ engine, diagram, settings, pages: [page] }) =>
      (to) =>
        engine.renderTo(diagram, to, { ...settings, page }),
  },
  png: {
    names: ['png'],
    isImage: true,
    onWhite: true,
    draw: ({ engine, diagram, settings, pages: [page] }) => engine.renderPng(diagram, { ...settings, page }),
  },
  jpg: {
    names: ['jpg', 'jpeg'],
    isImage: true,
    onWhite: true,
    draw: ({ engine, diagram, settings, pages: [page], quality }) =>
      engine.renderJpeg(diagram, { ...settings, page, quality }),
  },
  webp: {
    names: ['webp'],
    isImage: true,
    onWhite: true,
    draw: ({ engine, diagram, settings, pages: [page], quality }) =>
      engine.renderWebp(diagram, { ...settings, page, quality }),
  },
  pdf: {
    names: ['pdf'],
    holdsPages: true,
    onPaper: true,
    draw: ({ engine, diagram, settings, pages, title, paper, landscape }) =>
      engine.renderPdf(diagram, { ...settings, pages, title, paper, landscape }),
  },
  xml: {
    names: ['xml', 'drawio'],
    holdsPages: true,
    takesAllPages: true,
    draw: ({ engine, diagram, pages, limits, source }) => {
      const xml = engine.drawioXml(diagram, { pages, limits });
      return source === undefined ? xml : withSource(xml, source);
    },
  },
  html: {
    names: ['html'],
    holdsPages: true,
    draw: ({ engine, diagram, settings, html, pages, title }) =>
      engine.renderHtml(diagram, { ...settings, ...html, pages, title }),
  },
  mmd: {
    names: ['mmd', 'mermaid'],
    takesAllPages: true,
    holdsMermaid: true,
    draw: ({ mermaid = '' }) => (mermaid.endsWith('\n') ? mermaid : `${mermaid}\n`),
  },
} as const satisfies Readonly<Record<string, FormatRow>>;

export type Format = keyof typeof ROWS;

export const FORMATS: Readonly<Record<Format, FormatRow>> = ROWS;

const BY_NAME: ReadonlyMap<string, Format> = new Map(
  (Object.keys(ROWS) as Format[]).flatMap((format) => ROWS[format].names.map((name) => [name, format] as const)),
);

/** The format of a name after -f or of a file's ending, without its dot; undefined for others. */
export const formatNamed = (name: string): Format | undefined => BY_NAME.get(name.toLowerCase());

/** All formats, for a message: "svg, png or html". `dot` before each: as endings. */
export function listedFormats(dot = ''): string {
  const names = Object.keys(ROWS).map((name) => dot + name);
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
