/** The connection to Redis, and the packages of the queue. */
import type { Redis } from 'ioredis';
import { FileError, UsageError } from '../cli/files.js';
import { loadPackages } from '../cli/optionalPackages.js';
import type { QueuePlace } from '../cli/queue/queueCommand.js';

export interface Connected {
  readonly bullmq: typeof import('bullmq');
  /** Connections of one's own are made from it. */
  readonly redis: Redis;
}

/** Throws UsageError where a package is missing, FileError where nobody answers. */
export async function connect({ redis: address, name }: QueuePlace): Promise<Connected> {
  if (!/^[^:]+$/.test(name))
    throw new UsageError(`${JSON.stringify(name)} is no name of a queue: one has no ":" in it.`);
  if (!/^(?:rediss?|unix):\/\//.test(address))
    throw new UsageError('--redis takes an address that begins with redis://.');
  const [bullmq, { Redis }] = await loadPackages('mxsvg queue', ['bullmq', 'ioredis'], () =>
    Promise.all([import('bullmq'), import('ioredis')]),
  );
  const redis = new Redis(address, {
    lazyConnect: true,
    // What BullMQ asks for: a worker waits for what comes.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(times * 200, 5000),
  });
  let last: Error | undefined;
  const note = (error: Error): void => {
    last = error;
  };
  redis.on('error', note);
  try {
    await redis.connect();
    // A database that isn't there is told of like that, and another one used.
    if (last) throw last;
  } catch (error) {
    redis.disconnect();
    throw new FileError(`${shown(address)} can't be reached: ${(last ?? (error as Error)).message}`, { cause: error });
  }
  return { bullmq, redis };
}

/** Without its password. */
const shown = (address: string): string => address.replace(/\/\/[^@/]*@/, '//');
