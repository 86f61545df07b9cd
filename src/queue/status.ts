/** `mxsvg queue status`: how far a queue is, and what failed. */
import type { Job } from 'bullmq';
import { answer } from '../cli/print.js';
import type { QueueStatusOptions } from '../cli/queue/queueCommand.js';
import { connect } from './connect.js';
import { failureIn, fileOf, type JobData } from './job.js';

/** Failures that are told at most. */
const MOST_TOLD = 1000;

/** Returns the exit code: 0. */
export async function queueStatus({ place, json }: QueueStatusOptions): Promise<number> {
  const { bullmq, redis } = await connect(place);
  const queue = new bullmq.Queue<JobData>(place.name, { connection: redis });
  try {
    const counts = await queue.getJobCounts('wait', 'delayed', 'active', 'completed', 'failed');
    const { wait = 0, delayed = 0, active = 0, completed = 0, failed = 0 } = counts;
    const failures = (await queue.getFailed(0, MOST_TOLD - 1)).map(failureOf);
    if (json) {
      answer(JSON.stringify({ waiting: wait + delayed, active, drawn: completed, failed, failures }));
      return 0;
    }
    const all = wait + delayed + active + completed + failed;
    answer(`${completed} of ${all} drawn, ${active} being drawn, ${wait + delayed} waiting, ${failed} failed`);
    for (const { file, code, message } of failures) answer(`failed: ${file}: ${code}: ${message}`);
    return 0;
  } finally {
    await queue.close();
    redis.disconnect();
  }
}

const failureOf = ({ data, failedReason = '' }: Job<JobData>) => ({
  file: fileOf(data),
  ...failureIn(failedReason),
});
