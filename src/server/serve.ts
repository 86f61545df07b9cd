/** `mxsvg serve`: starts the server, and ends it when it is told to, with all that has begun. */

import { availableParallelism } from 'node:os';
import type { FastifyInstance } from 'fastify';
import { FileError, UsageError } from '../cli/files.js';
import { loadPackages } from '../cli/optionalPackages.js';
import type { ServeOptions } from '../cli/server/serveCommand.js';
import { nextSignal } from '../cli/signals.js';
import { WAITING } from '../cli/threads.js';
import type { Drawn, Job, ThreadSettings, Undrawn } from './drawingJob.js';
import type { Face } from './face.js';
import { FACES } from './faces.js';
import { createMetrics } from './metrics.js';
import { DrawingPool } from './pool.js';
import { createServer, SAMPLE } from './server.js';
import { SharedAnswers } from './sharedAnswers.js';

/**
 * ms between the signal to end and the last connection that is taken: clients that keep connections are told to close
 * them, and balancers see that there is no health.
 */
const ENDING_TIME = 1000;

/** ms that clients have, once nothing is drawn any more, to send the rest of a request or take the rest of an answer. */
const LAST_TIME = 5000;

/** Bytes of pictures that are kept for who asks for the same. */
const MOST_SHARED = 64 * 1024 * 1024;

/** Serves until a signal ends it; returns the exit code. `worker`: the module of the drawing threads. */
export async function serve(options: ServeOptions, worker: URL): Promise<number> {
  const [fastify, { pino }, prom, { Piscina }] = await loadPackages(
    'mxsvg serve',
    ['fastify', 'pino', 'prom-client'],
    () => Promise.all([import('fastify'), import('pino'), import('prom-client'), import('piscina')]),
  );
  const faces = facesOf(options);
  const logger = pino({ level: options.quiet ? 'warn' : 'info' });
  const count = options.jobs ?? availableParallelism();
  const threads = new Piscina<Job, Drawn | Undrawn>({
    ...WAITING,
    filename: worker.href,
    minThreads: count,
    maxThreads: count,
    workerData: threadSettings(options),
    resourceLimits: { maxOldGenerationSizeMb: options.memory },
  });
  threads.on('error', (error) => logger.error({ err: error }, 'thread'));
  const pool = new DrawingPool(threads, {
    threads: count,
    mostWaiting: options.queue,
    patience: options.timeout * 1000,
  });
  let isEnding = false;
  const metrics = createMetrics(prom, pool as never);
  const answers = new SharedAnswers((job) => pool.run(job), { time: options.share * 1000, mostBytes: MOST_SHARED });
  const parts = { fastify, logger, faces, answers, pool, metrics, mostBody: options.maxBody, isEnding: () => isEnding };
  const app = createServer(parts);
  const signal = nextSignal();
  // A thread loads the engine before it draws for the first time: that is no drawing's time.
  await Promise.all(Array.from({ length: count }, () => threads.run(SAMPLE)));
  try {
    await app.listen({
      port: options.port,
      host: options.host,
      listenTextResolver: (address) => `listening at ${address}`,
    });
  } catch (error) {
    await threads.destroy();
    throw new FileError(`port ${options.port} of ${options.host}: ${(error as Error).message}`, { cause: error });
  }
  logger.info({ signal: await signal }, 'ending');
  isEnding = true;
  await new Promise((resolve) => setTimeout(resolve, ENDING_TIME));
  await closed(app, pool);
  await threads.close();
  logger.info('ended');
  return 0;
}

/** Closes the server. Node no longer ends requests that never become whole by then: who holds one would hold the process. */
async function closed(app: FastifyInstance, pool: DrawingPool<Job, Drawn | Undrawn>): Promise<void> {
  let last = performance.now();
  const timer = setInterval(() => {
    if (pool.running + pool.waiting > 0) last = performance.now();
    else if (performance.now() - last > LAST_TIME) app.server.closeAllConnections();
  }, 100);
  await app.close();
  clearInterval(timer);
}

function facesOf({ face: names }: ServeOptions): readonly Face[] {
  const known = FACES.map(({ name }) => name);
  const unknown = names?.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new UsageError(`there is no face ${unknown}; there are: ${known.join(', ')}.`);
  return names ? FACES.filter(({ name }) => names.includes(name)) : FACES;
}

const threadSettings = ({ font = [], systemFonts, assets, limit = {} }: ServeOptions): ThreadSettings => ({
  fonts: font,
  systemFonts,
  assets,
  limits: limit,
});
