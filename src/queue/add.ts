/** `mxsvg queue add`: puts diagrams into the queue, a job each; by value it waits for their pictures. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Job, Queue } from 'bullmq';
import type { Options } from '../cli/commandLine.js';
import type { Task } from '../cli/convert.js';
import { FileNames } from '../cli/fileNames.js';
import { FileError, makeFolderOf, readInput, UsageError, writeOutput } from '../cli/files.js';
import { findInputs } from '../cli/inputs.js';
import { nameOutput } from '../cli/outputs.js';
import { tell } from '../cli/print.js';
import type { QueueAddOptions } from '../cli/queue/queueCommand.js';
import { connect } from './connect.js';
import { belowRoot, failureIn, fromRoot, type JobData, type JobResult, jobId, packedTask, withPaths } from './job.js';

type Queued = Queue<JobData, JobResult>;

/** Returns the exit code: 0, or 1 where a picture was waited for and failed. */
export async function addToQueue(operands: readonly string[], options: QueueAddOptions<Options>): Promise<number> {
  const tasks = await planTasks(operands, options);
  const { bullmq, redis } = await connect(options.place);
  const queue: Queued = new bullmq.Queue(options.place.name, { connection: redis });
  try {
    const jobs: Job<JobData, JobResult>[] = [];
    let added = 0;
    for (const task of tasks) {
      const { job, isNew } = await addTask(queue, task, options);
      jobs.push(job);
      if (isNew) added += 1;
    }
    if (!options.drawing.quiet) tell(`mxsvg: ${added} added, ${tasks.length - added} there already.`);
    if (!options.byValue) return 0;
    const own = redis.duplicate();
    const events = new bullmq.QueueEvents(options.place.name, { connection: own });
    try {
      await events.waitUntilReady();
      return await collect(jobs, (job) => job.waitUntilFinished(events) as Promise<JobResult>, options.root);
    } finally {
      await events.close();
      own.disconnect();
    }
  } finally {
    await queue.close();
    redis.disconnect();
  }
}

/** Tasks with paths below the root; no two write the same file, and none over what is read. */
async function planTasks(
  operands: readonly string[],
  { drawing, root }: QueueAddOptions<Options>,
): Promise<readonly Task[]> {
  if (drawing.output === '-') throw new UsageError('pictures of a queue go into files: name a folder with -o.');
  const inputs = await findInputs(operands, drawing);
  const several = inputs.length > 1 || operands.length > 1 || inputs.some(({ searched }) => searched);
  const names = new FileNames();
  names.protect(inputs.map(({ file }) => file));
  return inputs.map((input) => {
    const name = nameOutput(input, drawing, several);
    const claimed = names.claim(input.file, [name.template], false);
    if ('refused' in claimed)
      throw new UsageError(`a picture would overwrite ${claimed.refused}: name a folder with -o.`);
    const [template = name.template] = claimed.names;
    const task = { input, name: { ...name, template }, options: drawing };
    return packedTask(withPaths(task, (file) => belowRoot(root, file)));
  });
}

/** Three times, with 1, 2 and 4 seconds between. */
const ATTEMPTS = { attempts: 4, backoff: { type: 'exponential', delay: 1000 } } as const;

/** A job that is there already stays as it is, but for one that failed, or whose pictures are gone. */
async function addTask(
  queue: Queued,
  task: Task,
  { root, byValue, drawing }: QueueAddOptions<Options>,
): Promise<{ readonly job: Job<JobData, JobResult>; readonly isNew: boolean }> {
  const file = fromRoot(root, task.input.file);
  const source = await readInput(file, drawing.limit?.inputBytes).catch((error: unknown) => {
    throw error instanceof FileError ? new FileError(`${file}: ${error.message}`, { cause: error }) : error;
  });
  const id = jobId(task, source);
  const earlier = (await queue.getJob(id)) as Job<JobData, JobResult> | undefined;
  const state = await earlier?.getState();
  if (earlier && state === 'failed') {
    await earlier.remove();
  } else if (earlier && (byValue || state !== 'completed' || areThere(earlier.returnvalue, root))) {
    return { job: earlier, isNew: false };
  } else {
    await earlier?.remove();
  }
  const data: JobData = byValue ? { task, source: Buffer.from(source).toString('base64') } : { task };
  const job = (await queue.add('draw', data, { jobId: id, ...ATTEMPTS })) as Job<JobData, JobResult>;
  return { job, isNew: true };
}

const areThere = ({ written }: JobResult, root: string): boolean =>
  written.every((file) => existsSync(fromRoot(root, file)));

/** Writes the pictures of jobs as they come. */
async function collect(
  jobs: readonly Job<JobData, JobResult>[],
  finished: (job: Job<JobData, JobResult>) => Promise<JobResult>,
  root: string,
): Promise<number> {
  let code = 0;
  for (const job of jobs) {
    try {
      const { written, contents = [] } = await finished(job);
      for (const [i, file] of written.entries()) {
        const place = fromRoot(root, file);
        makeFolderOf(place);
        await writeOutput(place, Buffer.from(contents[i] ?? '', 'base64'));
      }
    } catch (error) {
      if (error instanceof FileError) throw error;
      const { code: why, message } = failureIn((error as Error).message);
      tell(`mxsvg: ${path.join(root, job.data.task.input.file)}: ${why}: ${message}`);
      code = 1;
    }
  }
  return code;
}
