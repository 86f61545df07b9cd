/** The command `mxsvg`: draws diagram files. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FAILURE } from './cli/convertAll.js';
import { lostOutput } from './cli/files.js';
import { main } from './cli/main.js';
import { tell } from './cli/print.js';
import { onLostOutput } from './cli/standardOutput.js';

function version(): string {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
  return manifest.version;
}

let outputIsLost = false;
onLostOutput((error) => {
  outputIsLost = true;
  tell(`mxsvg: ${lostOutput(error)}`);
});
process.on('exit', (code) => {
  if (code === 0 && outputIsLost) process.exitCode = FAILURE;
});

/** Where nothing is waited for, ends at once: to take the heap apart takes as long as to read a small diagram. */
function endIfIdle(): void {
  if (process.getActiveResourcesInfo().length === 0) process.exit();
}

void main(process.argv, {
  version: version(),
  executable: fileURLToPath(new URL('./cli.cjs', import.meta.url)),
  worker: new URL('./cli/worker.js', import.meta.url),
  serveModels: async (options, version) => (await import('./mcp/serve.js')).serve(options, version),
  serve: async (options) => {
    const { serve } = await import('./server/serve.js');
    return serve(options, new URL('./server/worker.js', import.meta.url));
  },
  queue: async (command) => {
    const { runQueueCommand } = await import('./queue/runQueue.js');
    return runQueueCommand(command, new URL('./queue/thread.js', import.meta.url));
  },
}).then((code) => {
  process.exitCode = code;
  // What was printed tells of its errors first.
  setImmediate(endIfIdle);
});
