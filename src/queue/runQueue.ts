/** `mxsvg queue`. */
import type { Options } from '../cli/commandLine.js';
import type { QueueCommand } from '../cli/queue/queueCommand.js';

/** Returns the exit code. `thread`: the module of the drawing threads. */
export async function runQueueCommand(command: QueueCommand<Options>, thread: URL): Promise<number> {
  switch (command.action) {
    case 'add':
      return (await import('./add.js')).addToQueue(command.inputs, command.options);
    case 'work':
      return (await import('./work.js')).workOnQueue(command.options, thread);
    case 'status':
      return (await import('./status.js')).queueStatus(command.options);
  }
}
