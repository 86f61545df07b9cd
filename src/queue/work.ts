/** `mxsvg queue work`: draws what is in the queue, on as many machines as it runs on. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import type { Job, UnrecoverableError } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Outcome, Task } from '../cli/convert.js';
import { FAILURE } from '../cli/convertAll.js';
import { statusOf } from '../cli/files.js';
import { tell } from '../cli/print.js';
import type { QueueWorkOptions } from '../cli/queue/queueCommand.js';
import { nextSignal } from '../cli/signals.js';
import { WAITING } from '../cli/threads.js';
import { DrawingPool } from '../server/pool.js';
import { Refusal } from '../server/refusal.js';
import { connect } from './connect.js';
import {
  belowRoot,
  fileOf,
  isJobData,
  type JobData,
  type JobResult,
  openedBelow,
  unpackedTask,
  withPaths,
} from './job.js';

type DrawJob = Job<JobData, JobResult>;

interface Tools {
  readonly root: string;
  readonly draw: (task: Task) => Promise<Outcome>;
  /** An error that isn't tried again. */
  readonly Unrecoverable: typeof UnrecoverableError;
}

/** ms after which a job whose worker says nothing is taken by another. */
const LOCK_TIME = 15_000;

/** How often a job may be left behind by a worker that died: what kills its workers ends in the failed set. */
const MOST_STALLED = 2;

/** Works until a signal ends it, or with `drain` until nothing is left; what has begun is finished. Returns the exit code. */
export async function workOnQueue(options: QueueWorkOptions, thread: URL): Promise<number> {
  const { bullmq, redis } = await connect(options.place);
  const { Piscina } = await import('piscina');
  const count = options.jobs ?? availableParallelism();
  const threads = new Piscina<Task, Outcome>({
    ...WAITING,
    filename: thread.href,
    minThreads: count,
    maxThreads: count,
    resourceLimits: { maxOldGenerationSizeMb: options.memory },
  });
  await Promise.all(Array.from({ length: count }, () => threads.run(undefined as never, { name: 'isReady' })));
  const settings = { threads: count, mostWaiting: Number.POSITIVE_INFINITY, patience: options.timeout * 1000 };
  const pool = new DrawingPool(threads, settings);
  const tools: Tools = {
    root: options.root,
    draw: (task) => pool.run(task),
    Unrecoverable: bullmq.UnrecoverableError,
  };
  // BullMQ closes no connection that it is given.
  const own = redis.duplicate();
  const worker = new bullmq.Worker<JobData, JobResult>(options.place.name, (job) => work(job, tools), {
    connection: own,
    concurrency: count,
    lockDuration: options.lock ? options.lock * 1000 : LOCK_TIME,
    stalledInterval: options.lock ? options.lock * 1000 : LOCK_TIME,
    maxStalledCount: MOST_STALLED,
  });
  worker.on('error', tellOnce());
  worker.on('failed', (job, error) => tell(`mxsvg: ${fileOf(job?.data)}: ${error.message}`));
  if (!options.quiet) worker.on('completed', ({ data }) => tell(`mxsvg: ${fileOf(data)}: drawn`));
  await worker.waitUntilReady();
  if (!options.quiet)
    tell(`mxsvg: working on ${options.place.name} with ${count} ${count > 1 ? 'threads' : 'thread'}.`);
  const queue = new bullmq.Queue(options.place.name, { connection: redis });
  // The worker tells of the same.
  queue.on('error', () => {});
  await Promise.race([nextSignal(), ...(options.drain ? [emptied(() => queue.getJobCounts(...UNFINISHED))] : [])]);
  // Nothing can be told to a Redis that is gone: what was being drawn is left to the next worker.
  await Promise.race([worker.close(), gone(own)]);
  await Promise.race([queue.close(), gone(redis)]);
  await threads.close();
  // BullMQ asks for it without end, whatever is disconnected.
  if (own.status !== 'ready' && own.status !== 'end') process.exit(FAILURE);
  own.disconnect();
  redis.disconnect();
  return 0;
}

const UNFINISHED = ['wait', 'active', 'delayed', 'prioritized', 'waiting-children'] as const;

async function emptied(counts: () => Promise<Readonly<Record<string, number>>>): Promise<void> {
  while (Object.values(await counts()).some((count) => count > 0)) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** ms without a connection after which Redis is taken for gone, when the worker is to end. */
const AWAY_TIME = 3000;

/** Ends where Redis has not been there for some time. */
async function gone(redis: Redis): Promise<void> {
  for (let away = 0; away < AWAY_TIME; away = redis.status === 'ready' ? 0 : away + 100) {
    await new Promise((resolve) => setTimeout(resolve, 100).unref());
  }
}

/** Tells of an error, but not again of the same as long as no other comes. */
function tellOnce(): (error: Error) => void {
  let told = '';
  return ({ message }) => {
    if (message !== told) tell(`mxsvg: ${message}`);
    told = message;
  };
}

/** Throws an error that begins with a code; what can't be mended by trying again isn't tried again. */
async function work(job: DrawJob, tools: Tools): Promise<JobResult> {
  if (!isJobData(job.data)) throw new tools.Unrecoverable('usage: mxsvg queue add puts no such jobs into a queue.');
  // A worker may have died between its last picture and telling so.
  const marked = job.progress as JobResult | number;
  if (typeof marked === 'object' && isFinished(marked, tools.root)) return marked;
  const { source } = job.data;
  const result = source === undefined ? await drawInPlace(job.data.task, tools) : await drawByValue(job.data, tools);
  await job.updateProgress({ ...result });
  return result;
}

const isFinished = ({ written = [], contents }: JobResult, root: string): boolean =>
  contents !== undefined || (written.length > 0 && written.every((file) => statusOf(path.resolve(root, file))));

/** Reads and writes the folder that is shared. */
async function drawInPlace(task: Task, tools: Tools): Promise<JobResult> {
  const { root } = tools;
  const { written, diagnostics } = await drawn(here(task, tools), tools);
  return { written: written.map((file) => belowRoot(root, file)), diagnostics: diagnostics.length };
}

/** Reads and writes a folder of its own. */
async function drawByValue({ task, source = '' }: JobData, tools: Tools): Promise<JobResult> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mxsvg-job-'));
  try {
    const own = { ...here(task, tools) };
    const file = path.join(folder, path.basename(task.input.file));
    const template = path.join(folder, 'pictures', task.name.template);
    await writeFile(file, Buffer.from(source, 'base64'));
    const name = { ...task.name, template, makesFolders: true };
    const { written, diagnostics } = await drawn({ ...own, input: { ...task.input, file }, name }, tools);
    const contents = await Promise.all(written.map(async (each) => (await readFile(each)).toString('base64')));
    const names = written.map((each) => belowRoot(path.join(folder, 'pictures'), each));
    return { written: names, diagnostics: diagnostics.length, contents };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whoever put it there: nothing outside of the root is read or written. */
function here(task: Task, { root, Unrecoverable }: Tools): Task {
  try {
    return withPaths(unpackedTask(task), (file) => openedBelow(root, file));
  } catch (error) {
    throw new Unrecoverable(`usage: ${(error as Error).message}`);
  }
}

async function drawn(task: Task, { draw, Unrecoverable }: Tools): Promise<Outcome> {
  const outcome = await draw(task).catch((error: unknown) => {
    throw error instanceof Refusal ? new Error(`${error.code}: ${error.message}`, { cause: error }) : error;
  });
  const { failure } = outcome;
  if (failure === undefined) return outcome;
  const message = `${failure.code}: ${failure.message}`;
  // A folder may be back, or have room, in a moment.
  throw failure.code === 'file' ? new Error(message) : new Unrecoverable(message);
}
