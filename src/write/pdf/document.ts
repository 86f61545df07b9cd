/** Writes scenes as the pages of a PDF file: vector graphics, real text, links, and the diagram itself on request. */
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { Report } from '../../diagnostics.js';
import type { Rect } from '../../geometry/plane.js';
import type { Scene } from '../../scene/scene.js';
import { colorParts } from '../color.js';
import type { SvgDrawer } from '../drawer.js';
import { Content } from './content.js';
import { embedDiagram } from './diagram.js';
import { PdfFonts, textsByFace } from './fonts.js';
import { addLinks, addOutline, type WrittenPage } from './navigation.js';
import { type Literal, PdfObjects } from './objects.js';
import { type PainterTools, ScenePainter } from './painter.js';
import { Pictures } from './pictures.js';

/** A page of the file. */
export interface PdfPage {
  readonly scene: Scene;
  /** What of the scene's plane is on the page, px; default what the scene shows. */
  readonly view?: Rect;
  /** Points (1/72 inch) for each px; default 0.75, the px of CSS. */
  readonly pointsPerPixel?: number;
  /** The diagram page's id, to which links lead. */
  readonly id?: string;
  /** The page's name, for the outline of a file of several pages. */
  readonly name?: string;
}

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

const POINTS_PER_PIXEL = 0.75;

/** Viewers take no longer side, in units; a file may make its unit larger. */
const LONGEST_SIDE = 14_400;

/** The PDF file of some scenes, a page each. The same scenes and options give the same bytes. */
export async function writePdf(pages: readonly PdfPage[], options: PdfOptions): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const objects = new PdfObjects(document);
  // First of all streams: draw.io looks no further than the first.
  if (options.diagram !== undefined) embedDiagram(objects, options.diagram);
  const { drawer, report } = options;
  const fonts = new PdfFonts(objects, textsByFace(pages.map(({ scene }) => scene)), report);
  const tools: PainterTools = { objects, fonts, pictures: new Pictures(objects, drawer, report), drawer, report };
  const written = pages.map((page) => writePage(tools, page));
  for (const page of written) addLinks(objects, page, written);
  addOutline(objects, written);
  fonts.finish();
  setMetadata(document, options);
  return document.save({ addDefaultPage: false, updateFieldAppearances: false });
}

function writePage(tools: PainterTools, source: PdfPage): WrittenPage {
  const { scene, view = scene.viewBox, pointsPerPixel = POINTS_PER_PIXEL } = source;
  const { objects } = tools;
  const longest = Math.max(view.width, view.height) * pointsPerPixel;
  const unit = Math.max(1, Math.ceil(longest / LONGEST_SIDE));
  const scale = pointsPerPixel / unit;
  const [width, height] = [view.width, view.height].map((side) => Math.round(side * scale * 1e3) / 1e3) as [
    number,
    number,
  ];
  const content = new Content({ x: 0, y: 0, width, height });
  content.transform({ a: scale, b: 0, c: 0, d: -scale, e: -view.x * scale, f: (view.y + view.height) * scale });
  if (scene.background !== undefined) {
    content.isolated(() => {
      content.fillColor(colorParts(scene.background as string));
      content.rectangle(view);
      content.write('f');
    });
  }
  const painter = new ScenePainter(tools, content, { scale: 1, left: view.x, top: view.y });
  painter.group(scene.root);
  const page = objects.document.addPage([width, height]);
  const set = (key: string, value: Literal) => page.node.set(PDFName.of(key), objects.object(value));
  set('Contents', objects.stream(content.operators, {}));
  set('Resources', objects.dictionary(content.resources));
  set('Group', { Type: 'Group', S: 'Transparency', CS: 'DeviceRGB' });
  if (unit > 1) set('UserUnit', unit);
  return { page, id: source.id, name: source.name, links: painter.links };
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
