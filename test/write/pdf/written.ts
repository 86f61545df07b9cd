/** Diagrams written as PDF, and what a reader finds in the file. */
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { Scene } from '../../../src/drawing/scene.js';
import type { RenderOptions } from '../../../src/options.js';
import { createDrawer } from '../../../src/platform/node/nodeRasterizer.js';
import { nodeAssets } from '../../../src/platform/node/packagedAssets.js';
import { createEngine } from '../../../src/render.js';
import { type PdfOptions, type PdfPage, writePdf } from '../../../src/write/pdf/document.js';

export const renderer = createEngine(nodeAssets);

export const drawer = await createDrawer();

/** A diagram of one page. */
export const diagram = (cells: string, attributes = ''): string =>
  `<mxGraphModel ${attributes}><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`;

/** A vertex of 120 × 60 px at 0, 0. */
export const vertex = (value: string, style: string): string =>
  `<mxCell id="v" value="${value}" style="${style}" vertex="1" parent="1">` +
  '<mxGeometry width="120" height="60" as="geometry"/></mxCell>';

export const sceneOf = (source: string | Uint8Array, options: RenderOptions = {}): Scene =>
  renderer.scene(source, options);

/** All pages of a diagram, each as large as its drawing. */
export function pagesOf(source: string | Uint8Array): readonly PdfPage[] {
  return renderer.parse(source).pages.map(({ id, name }) => ({ id, name, scene: sceneOf(source, { page: id }) }));
}

export const write = (pages: readonly PdfPage[], options: Omit<PdfOptions, 'drawer'> = {}): Promise<Uint8Array> =>
  writePdf(pages, { drawer, ...options });

export const writeDiagram = (source: string): Promise<Uint8Array> => write([{ scene: sceneOf(source) }]);

export const open = (pdf: Uint8Array): Promise<PDFDocument> => PDFDocument.load(pdf, { updateMetadata: false });

/** The operators of each stream of drawing: pages, forms and patterns. */
export function drawings(document: PDFDocument): readonly string[] {
  return streams(document)
    .filter(({ dict }) => !['Width', 'Length1', 'Index', 'First'].some((key) => dict.has(PDFName.of(key))))
    .map((stream) => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1'));
}

export const streams = (document: PDFDocument): readonly PDFRawStream[] =>
  document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFRawStream);

/** The dictionaries of a type, among them those of streams. */
export const dictionaries = (document: PDFDocument, type: string): readonly PDFDict[] =>
  document.context
    .enumerateIndirectObjects()
    .map(([, object]) => (object instanceof PDFRawStream ? object.dict : object))
    .filter((object) => object instanceof PDFDict)
    .filter((object) => object.lookup(PDFName.of('Type')) === PDFName.of(type));

/** The links of a page: where they are, in points from the bottom left, and where they lead. */
export function links(document: PDFDocument, page = 0): readonly { rect: readonly number[]; to: string }[] {
  const annotations = document.getPage(page).node.Annots();
  return (annotations?.asArray() ?? []).map((ref) => {
    const annotation = document.context.lookup(ref, PDFDict);
    const rect = annotation.lookup(PDFName.of('Rect'), PDFArray).asRectangle();
    const action = annotation.lookupMaybe(PDFName.of('A'), PDFDict);
    const to = action ? String(action.get(PDFName.of('URI'))) : String(annotation.get(PDFName.of('Dest')));
    return { rect: [rect.x, rect.y, rect.width, rect.height], to };
  });
}
