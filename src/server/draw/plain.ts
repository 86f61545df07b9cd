/** Draws a diagram, or Mermaid text, with options of the library. */

import { STANDARD_STREAM } from '../../cli/files.js';
import { drawioOf, textKind } from '../../cli/mermaid.js';
import type { PageList } from '../../options.js';
import type { PlainJob } from '../drawingJob.js';
import { MEDIA_TYPES } from '../mediaTypes.js';
import type { DrawingTools, Picture } from './tools.js';

/** Throws MxsvgError as the library does. */
export async function drawPlain(job: PlainJob, tools: DrawingTools): Promise<Picture> {
  return { body: await bodyOf(job, tools), type: MEDIA_TYPES[job.format] };
}

async function bodyOf(
  { source, format, options, mermaidTheme }: PlainJob,
  { engine, settings, diagnostics }: DrawingTools,
): Promise<string | Uint8Array> {
  // As of standard input, nothing but the text says what it is.
  const isMermaid = textKind(STANDARD_STREAM, source) === 'mermaid';
  const reading = { ...settings, fonts: settings.fonts ?? [], theme: mermaidTheme };
  const drawio = isMermaid
    ? (await drawioOf('mermaid', source, { ...reading, diagnostics: (each) => diagnostics.push(each) })).drawio
    : source;
  const all = { ...options, ...settings, diagnostics };
  const { page, pages = page === undefined ? undefined : [page], ...others } = all as typeof all & Pages;
  switch (format) {
    case 'svg':
      return engine.render(drawio, all);
    case 'png':
      return engine.renderPng(drawio, all);
    case 'jpg':
      return engine.renderJpeg(drawio, all);
    case 'webp':
      return engine.renderWebp(drawio, all);
    case 'pdf':
      return engine.renderPdf(drawio, { ...others, pages });
    case 'html':
      return engine.renderHtml(drawio, { ...others, pages });
    case 'xml':
      return engine.drawioXml(drawio, { ...others, pages });
  }
}

interface Pages {
  readonly page?: number | string;
  readonly pages?: PageList;
}
