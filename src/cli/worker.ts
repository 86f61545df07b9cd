/** What a worker thread of the command runs. */
import type { MessagePort } from 'node:worker_threads';
import { convert, type Outcome, type Task } from './convert.js';
import type { Claimed } from './fileNames.js';

/** A task, and a way to ask for names: a message of those wanted is answered by one of those given. */
export interface ThreadTask {
  readonly task: Task;
  readonly port: MessagePort;
}

export default async function convertInThread({ task, port }: ThreadTask): Promise<Outcome> {
  try {
    return await convert(task, (wanted) => {
      const answer = new Promise<Claimed>((resolve) => port.once('message', resolve));
      port.postMessage(wanted);
      return answer;
    });
  } finally {
    port.close();
  }
}
