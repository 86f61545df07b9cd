/** The library in web pages: the functions that Node has, over the asset pack by its address. */
import type { Assets } from '../../assets/assets.js';
import type { Finding } from '../../check/finding.js';
import type { FixedFile } from '../../check/fix/fix.js';
import { MxsvgError } from '../../diagnostics.js';
import type {
  CheckOptions,
  DescribeOptions,
  HtmlOptions,
  JpegOptions,
  LayoutOptions,
  PdfOptions,
  PixelOptions,
  RenderOptions,
  WebpOptions,
  XmlOptions,
} from '../../options.js';
import {
  type CellBox,
  type Comparison,
  createRenderer,
  type Description,
  type Diagram,
  type LayerInfo,
  type MermaidText,
  type MermaidTextOptions,
  type ReadOptions,
  type Source,
} from '../../render.js';
import type { Verdict, VerifyOptions } from '../../verify/verify.js';
import type { Writable } from '../../write/pieces.js';
import { createBrowserRenderer } from './browserRenderer.js';
import { createMathTypesetter, pageAssets, pageFontSupport } from './pageAssets.js';

export { createMathTypesetter } from './pageAssets.js';
export const nodeAssets: Assets = pageAssets;
export const nodeFontSupport = pageFontSupport;

const renderer = createRenderer(pageAssets, createMathTypesetter, pageFontSupport);
const later = createBrowserRenderer({ math: async () => createMathTypesetter() });

export const parse = (source: string | Uint8Array, options?: ReadOptions): Diagram => renderer.parse(source, options);
export const render = (source: Source, options?: RenderOptions): string => renderer.render(source, options);
export const renderHtml = (source: Source, options?: HtmlOptions): string => renderer.html(source, options);
export const drawioXml = (source: Source, options?: XmlOptions): string => renderer.xml(source, options);
export const compare = (before: Source, after: Source, options?: RenderOptions): Comparison =>
  renderer.compare(before, after, options);
export const layers = (source: Source, page?: number | string): readonly LayerInfo[] => renderer.layers(source, page);
export const layout = (source: Source, options?: LayoutOptions): { readonly cells: readonly CellBox[] } =>
  renderer.layout(source, options);
export const check = (source: Source, options?: CheckOptions): readonly Finding[] => renderer.check(source, options);
export const fix = (source: string | Uint8Array, options?: CheckOptions): FixedFile => renderer.fix(source, options);
export const describe = (source: Source, options?: DescribeOptions): Description => renderer.describe(source, options);

export const mermaidTexts = (source: Source, options?: MermaidTextOptions): readonly MermaidText[] =>
  renderer.mermaidTexts(source, options);
export const renderTo = (source: Source, writable: Writable, options?: RenderOptions): Promise<void> =>
  renderer.renderTo(source, writable, options);

/** Throws MxsvgError: WebP is made under Node alone. */
export const renderWebp = async (_source: Source, _options?: WebpOptions): Promise<Uint8Array> => {
  throw new MxsvgError('invalid-option', 'WebP is not made in web pages: render PNG, or use the library under Node.');
};

export const renderPng = (source: Source, options?: PixelOptions): Promise<Uint8Array> => later.png(source, options);
export const renderJpeg = (source: Source, options?: JpegOptions): Promise<Uint8Array> => later.jpeg(source, options);
export const renderPdf = (source: Source, options?: PdfOptions): Promise<Uint8Array> => later.pdf(source, options);
export const comparePng = (before: Source, after: Source, options?: PixelOptions): Promise<Uint8Array> =>
  later.comparePng(before, after, options);
export const verify = (picture: Uint8Array, options?: VerifyOptions): Promise<Verdict> =>
  later.verify(picture, options);

/** Throws MxsvgError: folders are Node's. */
export function folderAssets(_folder: string, _under?: Assets): Assets {
  throw noFolders('folderAssets');
}

/** Throws MxsvgError: what `mxsvg assets add` keeps lies in a folder. */
export function userAssets(_under?: Assets): Assets {
  throw noFolders('userAssets');
}

const noFolders = (name: string): MxsvgError =>
  new MxsvgError(
    'invalid-option',
    `${name} reads a folder, which a web page can't: name a draw.io of its own with createBrowserRenderer's webApplication.`,
  );
