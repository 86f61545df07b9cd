/** Writes scenes as the pages of a PDF file: vector graphics, real text, links, and the diagram itself on request. */
import { PDFDocument } from '@cantoo/pdf-lib';
import { MxsvgError, type Report } from '../../diagnostics.js';
import type { SvgDrawer } from '../raster/drawer.js';
import { textsByFace } from '../svg/textsByFace.js';
import { PdfFonts } from './fonts.js';
import { addLinks, addOutline } from './navigation.js';
import { PdfObjects } from './objects.js';
import type { PainterTools } from './painter.js';
import { embedDiagram } from './pdfDiagram.js';
import { Pictures } from './pdfImages.js';
import { PageWriter, type PdfPage } from './pdfPages.js';

export type { PdfPage } from './pdfPages.js';

export interface PdfOptions {
  /** Draws what PDF has no words for: shadows and some images. */
  readonly drawer: SvgDrawer;
  readonly title?: string;
  readonly author?: string;
  readonly subject?: string;
  readonly keywords?: readonly string[];
  /** When the file was made; default: it doesn't say. */
  readonly date?: Date;
  /** The XML of the diagram (mxfile), put into the file so that draw.io opens it again; default: left out. */
  readonly diagram?: string;
  /** Receives what can't be written faithfully. */
  readonly report?: Report;
}

/**
 * The PDF file of some scenes, a page each. The same scenes and options give the same bytes. Throws MxsvgError
 * 'page-not-found' where there are none: readers take no file without pages.
 */
export async function writePdf(pages: readonly PdfPage[], options: PdfOptions): Promise<Uint8Array> {
  if (pages.length === 0) throw new MxsvgError('page-not-found', 'There is no page to write as PDF.');
  const document = await PDFDocument.create({ updateMetadata: false });
  const objects = new PdfObjects(document);
  // First of all streams: draw.io looks no further than the first.
  if (options.diagram !== undefined) embedDiagram(objects, options.diagram);
  const { drawer, report } = options;
  const fonts = new PdfFonts(objects, textsByFace(pages.map(({ scene }) => scene)), report);
  const tools: PainterTools = { objects, fonts, pictures: new Pictures(objects, drawer, report), drawer, report };
  const writer = new PageWriter(tools, pages);
  const written = pages.map((page) => writer.write(page));
  addLinks(objects, written);
  addOutline(objects, written);
  fonts.finish();
  setMetadata(document, options);
  return document.save({ addDefaultPage: false, updateFieldAppearances: false });
}

/** Properties of the file, which viewers show. */
function setMetadata(document: PDFDocument, options: PdfOptions): void {
  const { title, author, subject, keywords, date } = options;
  if (title) document.setTitle(title, { showInWindowTitleBar: true });
  if (author) document.setAuthor(author);
  if (subject) document.setSubject(subject);
  if (keywords && keywords.length > 0) document.setKeywords([...keywords]);
  document.setCreator('mxsvg');
  document.setProducer('mxsvg with pdf-lib');
  if (date) document.setCreationDate(date);
}
