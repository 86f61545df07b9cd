/** Draws what a request to mermaid.ink asks for. */
import { Inflation, inflate } from '../../decode/compression.js';
import { MxsvgError } from '../../diagnostics.js';
import { completeLimits } from '../../limits.js';
import type { RenderOptions } from '../../options.js';
import type { InkJob } from '../drawingJob.js';
import { MEDIA_TYPES } from '../mediaTypes.js';
import { type InkOptions, type InkText, inkText, readInkOptions } from './inkRequest.js';
import { type DrawingTools, FaceError, type Picture } from './tools.js';

/** Throws FaceError for a request that can't be read, and MxsvgError as the library does. */
export async function drawInk(job: InkJob, tools: DrawingTools): Promise<Picture> {
  const { engine, settings, diagnostics } = tools;
  const asked = readInkOptions(job.query);
  const inflation = new Inflation(completeLimits(settings.limits));
  const { code, config }: InkText = inkText(job.code, (bytes) => inflated(bytes, inflation));
  const { mermaidToDrawio } = await import('../../mermaid/index.js');
  const drawio = mermaidToDrawio(code, {
    fonts: settings.fonts,
    systemFonts: settings.systemFonts,
    limits: settings.limits,
    config: asked.theme ? { ...config, theme: asked.theme } : config,
    diagnostics,
  });
  const options: RenderOptions = {
    ...settings,
    diagnostics,
    width: asked.width,
    height: asked.height,
    background: asked.background,
  };
  switch (job.output) {
    case 'svg':
      return { body: engine.render(drawio, options), type: MEDIA_TYPES.svg };
    case 'img':
      return image(drawio, options, asked, tools);
    case 'pdf':
      return { body: await pdf(drawio, options, asked, tools), type: MEDIA_TYPES.pdf };
  }
}

async function image(
  drawio: string,
  options: RenderOptions,
  { type }: InkOptions,
  { engine }: DrawingTools,
): Promise<Picture> {
  switch (type) {
    case 'png':
      return { body: await engine.renderPng(drawio, options), type: MEDIA_TYPES.png };
    case 'webp':
      return { body: await engine.renderWebp(drawio, options), type: MEDIA_TYPES.webp };
    case 'jpeg':
      return { body: await engine.renderJpeg(drawio, options), type: MEDIA_TYPES.jpg };
  }
}

function inflated(bytes: Uint8Array, inflation: Inflation): Uint8Array {
  try {
    return inflate(bytes, 'The payload', inflation);
  } catch (error) {
    if (error instanceof MxsvgError && error.code === 'broken-page') throw new FaceError('bad-request', error.message);
    throw error;
  }
}

/** px around a drawing on paper. */
const MARGIN = 8;

/** CSS has as many px to the inch; on draw.io's paper there are more. */
const PIXELS_PER_INCH = 96;
const PAPER_PIXELS_PER_INCH = 100;

/** As large as the drawing, or on paper, made smaller where it is wider than that. */
async function pdf(
  drawio: string,
  options: RenderOptions,
  { fit, paper }: InkOptions,
  { engine }: DrawingTools,
): Promise<Uint8Array> {
  if (fit) return engine.renderPdf(drawio, options);
  const { width, height, ...others } = options;
  const widthOf = (asked: RenderOptions): number =>
    Number(
      / width="([\d.]+)"/.exec(engine.render(drawio, { ...asked, text: 'none', diagnostics: undefined }))?.[1] ?? 1,
    );
  const room = paper.width * PIXELS_PER_INCH - 2 * MARGIN;
  const scale = (Math.min(widthOf(options), room) / widthOf(others)) * (PAPER_PIXELS_PER_INCH / PIXELS_PER_INCH);
  const [pageWidth, pageHeight] = [paper.width, paper.height].map((side) => Math.round(side * PAPER_PIXELS_PER_INCH));
  const onPaper = drawio.replace(
    /<mxGraphModel\b/,
    (tag) => `${tag} pageWidth="${pageWidth}" pageHeight="${pageHeight}"`,
  );
  return engine.renderPdf(onPaper, { ...others, size: 'page', scale });
}
