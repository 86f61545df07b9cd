/** Draws what a request to draw.io's export server asks for. */
import { Inflation, inflate } from '../../decode/compression.js';
import { MxsvgError } from '../../diagnostics.js';
import { completeLimits } from '../../limits.js';
import type { RenderOptions } from '../../options.js';
import { percentEncoded } from '../../primitives/percentEncoded.js';
import type { Diagram } from '../../render.js';
import { rasterSize } from '../../write/raster/rasterHeader.js';
import type { ExportJob } from '../drawingJob.js';
import { type Extras, readExtras } from './exportExtras.js';
import { type Parameters, readParameters, wholeOf } from './exportParameters.js';
import { withDensity, withText } from './pngNotes.js';
import { type DrawingTools, FaceError, type Picture } from './tools.js';

/** px of a picture, as many as the export server draws. */
const MOST_AREA = 20_000 * 20_000;

/** Throws FaceError for what the export server has words for, and MxsvgError as the library does. */
export async function drawExport(job: ExportJob, tools: DrawingTools): Promise<Picture> {
  const parameters = readParameters(job);
  const { format, w = 0, h = 0 } = parameters;
  // The server's own: it would load pages of others.
  if (parameters.url !== undefined || parameters.html !== undefined) throw badRequest('url and html are refused.');
  const xml = xmlOf(parameters, tools);
  // What is no number isn't below it either.
  if (!format || !xml || !(Number(w) * Number(h) <= MOST_AREA)) throw badRequest('format and xml are needed.');
  const extras = readExtras(parameters.extras);
  const diagram = tools.engine.parse(sourceOf(xml, extras), tools.settings);
  const request: ExportRequest = { parameters, xml, extras, diagram, tools };
  const { body, type, headers } = await pictureIn(format, request);
  const isText = parameters.base64 === '1';
  return {
    body: isText ? Buffer.from(body).toString('base64') : body,
    type: isText ? 'text/plain' : type,
    headers: { ...headers, ...dispositionOf(parameters.filename) },
  };
}

const badRequest = (message: string): FaceError => new FaceError('bad-request', message);

interface ExportRequest {
  readonly parameters: Parameters;
  readonly xml: string;
  readonly extras: Extras;
  readonly diagram: Diagram;
  readonly tools: DrawingTools;
}

/** `xmldata` goes before `xml`. */
function xmlOf({ xmldata, xml }: Parameters, { settings }: DrawingTools): string | undefined {
  try {
    const text = xmldata ? inflated(xmldata, settings.limits) : xml;
    return text?.startsWith('%3C') ? decodeURIComponent(text) : text;
  } catch (error) {
    if (error instanceof URIError) throw new FaceError('unreadable', error.message);
    throw error;
  }
}

function inflated(xmldata: string, limits: DrawingTools['settings']['limits']): string {
  try {
    const bytes = Buffer.from(decodeURIComponent(xmldata), 'base64');
    return new TextDecoder().decode(inflate(bytes, 'xmldata', new Inflation(completeLimits(limits))));
  } catch (error) {
    if (error instanceof MxsvgError && error.code === 'broken-page') throw new FaceError('unreadable', error.message);
    throw error;
  }
}

/** PNG and PDF files come as base64. */
function sourceOf(xml: string, { isPng, isPdf }: Extras): string | Uint8Array {
  return isPng || isPdf || /^(?:iVBOR|JVBER)/.test(xml) ? new Uint8Array(Buffer.from(xml, 'base64')) : xml;
}

function pictureIn(format: string, request: ExportRequest): Promise<Picture> {
  switch (format) {
    case 'png':
      return png(request);
    case 'jpg':
    case 'jpeg':
      return jpeg(request, format);
    case 'svg':
      return svg(request);
    case 'pdf':
      return pdf(request);
    default:
      throw new FaceError('unsupported-format', `There is no format ${JSON.stringify(format.slice(0, 40))}.`);
  }
}

async function png(request: ExportRequest): Promise<Picture> {
  const { parameters, diagram, tools } = request;
  const { bg, dpi, embedXml, embedData, dataHeader, data } = parameters;
  const page = shownPage(request);
  // Any background but none makes the picture opaque: white, where the page has none of its own.
  const background = bg === undefined || bg === '' || bg === 'none' ? undefined : '#ffffff';
  const options = { ...pictureOptions(request, page), size: 'screenshot', background } as const;
  const picture = await tools.engine.renderPng(diagram, { ...options, scale: scaleOf(request, page) });
  const dense = dpi === undefined ? picture : withDensity(picture, dpi);
  const { width = 0, height = 0 } = rasterSize(picture) ?? {};
  const { embedInPng } = await import('../../write/file/embed.js');
  const body =
    embedXml === '1'
      ? embedInPng(dense, request.xml)
      : embedData === '1'
        ? withText(dense, dataHeader ?? '', data ?? '')
        : dense;
  return { body, type: 'image/png', headers: headersOf(request, page, { width, height }) };
}

async function jpeg(request: ExportRequest, format: 'jpg' | 'jpeg'): Promise<Picture> {
  const page = shownPage(request);
  const options = { ...pictureOptions(request, page), size: 'screenshot', scale: scaleOf(request, page) } as const;
  const body = await request.tools.engine.renderJpeg(request.diagram, options);
  const { width = 0, height = 0 } = rasterSize(body) ?? {};
  return { body, type: `image/${format}`, headers: headersOf(request, page, { width, height }) };
}

/** Its own answer: draw.io's server draws no SVG. */
async function svg(request: ExportRequest): Promise<Picture> {
  const { parameters, diagram, tools } = request;
  const page = shownPage(request);
  const embedDiagram = parameters.embedXml === '1' ? 'plain' : undefined;
  const options = { ...pictureOptions(request, page), scale: scaleOf(request, page), embedDiagram } as const;
  const body = tools.engine.render(diagram, { ...options, embedPages: 'all' });
  const [, width = 0, height = 0] = /^[^>]*? width="([\d.]+)" height="([\d.]+)"/s.exec(body)?.map(Number) ?? [];
  return { body, type: 'image/svg+xml', headers: headersOf(request, page, { width, height }) };
}

/** On the paper of each page, or with a width or height as large as the drawing. */
async function pdf(request: ExportRequest): Promise<Picture> {
  const { parameters, diagram, tools } = request;
  const pages = documentPages(request);
  const [first = 1] = pages;
  const fitted = wholeOf(parameters.w) > 0 || wholeOf(parameters.h) > 0;
  const { page: _, ...options } = pictureOptions(request, first);
  const body = await tools.engine.renderPdf(diagram, {
    ...options,
    pages,
    size: fitted ? 'diagram' : 'page',
    scale: scaleOf(request, first),
    background: parameters.bg === 'none' ? 'none' : '#ffffff',
    embedDiagram: parameters.embedXml === '1' ? 'plain' : undefined,
    embedPages: 'all',
  });
  const last = diagram.pages[(pages.at(-1) ?? 1) - 1];
  return { body, type: 'application/pdf', headers: last?.id ? { 'content-page-id': headerText(last.id) } : {} };
}

/** The page that a picture shows, counted from 1; of one that isn't there, the nearest. */
function shownPage({ parameters, diagram: { pages } }: ExportRequest): number {
  const { pageId, from } = parameters;
  if (pageId !== undefined)
    return (
      Math.max(
        0,
        pages.findIndex(({ id }) => id === pageId),
      ) + 1
    );
  return Math.max(0, Math.min(wholeOf(from), pages.length - 1)) + 1;
}

/** The pages of a document, counted from 1: all, but for one that is named by its id, or a range. */
function documentPages(request: ExportRequest): readonly number[] {
  const { allPages, pageId, from, to } = request.parameters;
  const all = request.diagram.pages.map((_, index) => index + 1);
  if (allPages) return all;
  if (pageId !== undefined) return [shownPage(request)];
  const first = wholeOf(from);
  const chosen = all.slice(first, to === undefined || to === '' ? undefined : wholeOf(to) + 1);
  return chosen.length > 0 ? chosen : [shownPage(request)];
}

function pictureOptions({ parameters, extras, tools }: ExportRequest, page: number): RenderOptions {
  const width = Number.parseFloat(parameters.w ?? '');
  const height = Number.parseFloat(parameters.h ?? '');
  const { filename, ...variables } = extras.globalVars ?? {};
  return {
    ...tools.settings,
    diagnostics: tools.diagnostics,
    page,
    width: width > 0 ? width : undefined,
    height: height > 0 ? height : undefined,
    border: Math.max(0, wholeOf(parameters.border)),
    layers: layersOf(extras),
    hiddenTags: hiddenTagsOf(extras, parameters, page),
    grid: extras.grid,
    language: extras.diagramLanguage,
    fileName: filename,
    variables,
  };
}

const layersOf = ({ layers, layerIds }: Extras): RenderOptions['layers'] =>
  layerIds?.length ? layerIds : layers?.length ? layers : undefined;

/** By the page's id; "0" holds for a page that has none of its own. */
function hiddenTagsOf({ hiddenTags }: Extras, { pageId }: Parameters, page: number): readonly string[] | undefined {
  return hiddenTags && (hiddenTags.get(pageId ?? '') ?? hiddenTags.get(String(page)) ?? hiddenTags.get('0'));
}

/** px: wider drawings are scaled less by "auto". */
const PAGE_WIDTH = 800;

/** px of a picture that Google's applications take. */
const MOST_AUTO_AREA = 25_000_000;

function scaleOf(request: ExportRequest, page: number): number {
  const { scale } = request.parameters;
  if (scale !== 'auto') return Number.parseFloat(scale ?? '') > 0 ? Number.parseFloat(scale ?? '') : 1;
  const drawing = request.tools.engine.render(request.diagram, {
    ...pictureOptions(request, page),
    width: undefined,
    height: undefined,
    border: 0,
    text: 'none',
    diagnostics: undefined,
  });
  const [, width = 1, height = 1] = / width="([\d.]+)" height="([\d.]+)"/.exec(drawing)?.map(Number) ?? [];
  const pageWidth = request.extras.pageWidth ?? PAGE_WIDTH;
  const factor = AUTO.find(({ wide, high }) => width < wide * pageWidth && height < high * pageWidth)?.factor ?? 1;
  const area = width * height;
  return area * factor * factor > MOST_AUTO_AREA ? Math.max(0.01, Math.sqrt(MOST_AUTO_AREA / area) - 0.01) : factor;
}

/** Small drawings are enlarged, in widths of a page. */
const AUTO = [
  { wide: 1, high: 1.5, factor: 4 },
  { wide: 2, high: 3, factor: 3 },
  { wide: 4, high: 6, factor: 2 },
] as const;

function headersOf(
  request: ExportRequest,
  page: number,
  size: { readonly width: number; readonly height: number },
): Record<string, string> {
  const id = request.diagram.pages[page - 1]?.id;
  return {
    'content-ex-width': String(size.width),
    'content-ex-height': String(size.height),
    'content-scale': String(scaleOf(request, page)),
    ...(id ? { 'content-page-id': headerText(id) } : {}),
  };
}

/** What headers can't have is written as in an address. */
const headerText = (text: string): string => text.replace(/[^ -~]+/gu, percentEncoded);

/** The name that a browser saves the answer under. */
function dispositionOf(filename: string | undefined): Record<string, string> {
  if (filename === undefined) return {};
  const plain = filename.replace(/[^ -~]|["\\]/g, '_');
  const encoded = percentEncoded(filename).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return { 'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}` };
}
