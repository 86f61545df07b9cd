/** What a drawing thread of the server runs. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { workerData } from 'node:worker_threads';
import { commandAssets } from '../cli/assets/use.js';
import { type Diagnostic, MxsvgError } from '../diagnostics.js';
import * as engine from '../index.js';
import { drawExport } from './draw/export.js';
import { drawInk } from './draw/ink.js';
import { drawPlain } from './draw/plain.js';
import { type DrawingTools, FaceError, type Picture } from './draw/tools.js';
import type { Drawn, Job, ThreadSettings, Undrawn } from './drawingJob.js';
import { SAMPLE_DIAGRAM } from './sample.js';

const { fonts, systemFonts, assets, limits } = workerData as ThreadSettings;

type Tools = Omit<DrawingTools, 'diagnostics'>;

async function prepare(): Promise<Tools> {
  const tools = {
    engine,
    settings: {
      fonts: await Promise.all(fonts.map(async (file) => new Uint8Array(await readFile(file)))),
      systemFonts,
      limits,
      assets: await commandAssets(assets),
    },
  };
  // The first drawing reads fonts: nobody has to wait for that.
  engine.render(SAMPLE_DIAGRAM, tools.settings);
  return tools;
}

/** Piscina waits for what draws before it gives the thread work. */
export default prepare().then((tools) => (job: Job) => draw(job, tools));

async function draw(job: Job, tools: Tools): Promise<Drawn | Undrawn> {
  const diagnostics: Diagnostic[] = [];
  try {
    const { body, type, headers = {} } = await drawn(job, { ...tools, diagnostics });
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
    const etag = `"${createHash('sha1').update(bytes).digest('base64url')}"`;
    return { kind: 'drawn', body: bytes, type, etag, diagnostics, headers };
  } catch (error) {
    if (!(error instanceof MxsvgError || error instanceof FaceError)) throw error;
    return { kind: 'undrawn', code: error.code, message: error.message };
  }
}

function drawn(job: Job, given: DrawingTools): Promise<Picture> {
  switch (job.kind) {
    case 'plain':
      return drawPlain(job, given);
    case 'export':
      return drawExport(job, given);
    case 'ink':
      return drawInk(job, given);
  }
}
