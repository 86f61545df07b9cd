/** The HTTP server: reads requests for the faces, has their pictures drawn, and sends what they answer. */
import type * as FastifyModule from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Drawn, Job, Undrawn } from './drawingJob.js';
import type { Asked, Face, Reply } from './face.js';
import type { Metrics } from './metrics.js';
import type { DrawingPool } from './pool.js';
import { Refusal, refusalOf } from './refusal.js';
import { SAMPLE_DIAGRAM } from './sample.js';
import type { SharedAnswers } from './sharedAnswers.js';

export interface ServerParts {
  readonly fastify: Pick<typeof FastifyModule, 'fastify' | 'LogController'>;
  readonly logger: Logger;
  readonly faces: readonly Face[];
  readonly answers: SharedAnswers;
  readonly pool: DrawingPool<Job, Drawn | Undrawn>;
  readonly metrics: Metrics;
  /** Bytes that a request's body may have. */
  readonly mostBody: number;
  /** Whether the server is about to end: connections are closed one after the other. */
  readonly isEnding: () => boolean;
}

/** Diagrams stand in addresses: characters that these, with all headers, may have. */
const MOST_HEADER = 1024 * 1024;

/** ms in which a request has to be there as a whole: nobody holds a connection by writing slowly. */
const REQUEST_TIMEOUT = 60_000;

export function createServer(parts: ServerParts): FastifyInstance {
  const { logger, metrics, mostBody } = parts;
  const { fastify, LogController } = parts.fastify;
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: mostBody,
    requestTimeout: REQUEST_TIMEOUT,
    http: { maxHeaderSize: MOST_HEADER },
    routerOptions: { maxParamLength: MOST_HEADER },
    return503OnClosing: false,
    exposeHeadRoutes: false,
    // An address that can't be decoded comes to no handler: its face has words for it all the same.
    frameworkErrors: (error, request, reply) => {
      sent(reply as unknown as FastifyReply, refused(parts, request as unknown as FastifyRequest, error));
    },
  }) as unknown as FastifyInstance;
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('onSend', async (_request, reply, payload) => {
    if (parts.isEnding()) reply.header('connection', 'close');
    return payload;
  });
  app.addHook('onResponse', async (request, reply) => logAnswer(parts, request, reply));
  app.get('/live', async (_request, reply) => sent(reply, OK));
  app.get('/health', async (_request, reply) => sent(reply, await health(parts)));
  app.get('/metrics', async (_request, reply) =>
    reply.header('content-type', metrics.contentType).send(await metrics.text()),
  );
  app.route({
    method: ['GET', 'HEAD', 'POST', 'OPTIONS'],
    url: '/*',
    handler: async (request, reply) => sent(reply, await answer(parts, request)),
  });
  app.setNotFoundHandler((_request, reply) => sent(reply, NOT_FOUND));
  app.setErrorHandler((error, request, reply) => sent(reply, refused(parts, request, error)));
  return app;
}

function sent(reply: FastifyReply, { status, headers, body }: Reply): FastifyReply {
  const bytes = typeof body === 'string' ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  return reply.code(status).headers(headers).send(bytes);
}

async function answer(parts: ServerParts, request: FastifyRequest): Promise<Reply> {
  const asked = askedOf(request);
  const face = faceOf(parts, asked);
  if (face === undefined) return NOT_FOUND;
  const plan = face.plan(asked);
  return 'status' in plan ? plan : face.answer(await drawn(parts.answers, plan), asked);
}

/** Throws Refusal where nothing is drawn. */
async function drawn(answers: SharedAnswers, job: Job): Promise<Drawn> {
  const result = await answers.get(job);
  if (result.kind === 'undrawn') throw refusalOf(result.code, result.message);
  return result;
}

const faceOf = ({ faces }: ServerParts, asked: Asked): Face | undefined => faces.find((face) => face.takes(asked));

const NO_BODY = new Uint8Array();

function askedOf({ method, raw, headers, body }: FastifyRequest): Asked {
  const address = raw.url ?? '/';
  const mark = address.indexOf('?');
  return {
    method,
    path: mark < 0 ? address : address.slice(0, mark),
    query: mark < 0 ? '' : address.slice(mark + 1),
    headers,
    body: body instanceof Uint8Array ? body : NO_BODY,
  };
}

const text = (status: number, body: string): Reply => ({ status, headers: { 'content-type': 'text/plain' }, body });

const OK = text(200, 'OK');
const NOT_FOUND = text(404, 'Not Found');
const ENDING = text(503, 'Ending');

/** A drawing that costs nothing. */
export const SAMPLE: Job = {
  kind: 'plain',
  source: new TextEncoder().encode(SAMPLE_DIAGRAM),
  format: 'svg',
  options: {},
};

/** Whether a thread draws, however many drawings wait. */
async function health({ pool, isEnding, logger }: ServerParts): Promise<Reply> {
  if (isEnding()) return ENDING;
  try {
    const { kind } = await pool.run(SAMPLE, true);
    return kind === 'drawn' ? OK : text(503, 'Not drawn');
  } catch (error) {
    logger.error({ err: error }, 'health');
    return text(503, 'Not drawn');
  }
}

function refused(parts: ServerParts, request: FastifyRequest, error: unknown): Reply {
  const refusal = refusalFor(error, parts.mostBody);
  const { reason, message } = refusal;
  if (reason === 'defect') parts.logger.error({ err: error }, 'defect');
  else if (reason === 'lost' || reason === 'timeout') parts.logger.warn({ reason, path: pathOf(request) }, message);
  const asked = askedOf(request);
  return faceOf(parts, asked)?.refuse(refusal, asked) ?? NOT_FOUND;
}

/** Fastify's own errors have a status; what has none is a defect of ours, of which clients are told no more than that. */
function refusalFor(error: unknown, mostBody: number): Refusal {
  if (error instanceof Refusal) return error;
  const { statusCode, message } = error as { readonly statusCode?: number; readonly message?: string };
  if (statusCode === 413) return new Refusal('too-large', 'too-large', `The body is longer than ${mostBody} bytes.`);
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new Refusal('bad-request', 'bad-request', message ?? 'The request can’t be read.');
  }
  return new Refusal('defect', 'defect', 'The diagram could not be drawn.', { cause: error });
}

/** Long paths are diagrams. */
const pathOf = ({ raw: { url = '' } }: FastifyRequest): string => url.split('?', 1)[0]?.slice(0, 80) ?? '';

function logAnswer(parts: ServerParts, request: FastifyRequest, reply: FastifyReply): void {
  const { elapsedTime, statusCode } = reply;
  const own = /^\/(?:live|health|metrics)$/.test(request.routeOptions.url ?? '');
  const face = own ? 'own' : (faceOf(parts, askedOf(request))?.name ?? 'none');
  parts.metrics.count(face, statusCode, elapsedTime / 1000);
  if (own) return;
  const ms = Math.round(elapsedTime * 10) / 10;
  parts.logger.info({ face, method: request.method, path: pathOf(request), status: statusCode, ms }, 'answered');
}
