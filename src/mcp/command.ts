/** `mxsvg mcp`: the server, if the package that speaks its protocol is there. */
import { UsageError } from '../cli/files.js';
import type { McpOptions } from '../cli/mcpOptions.js';

const PACKAGE = '@modelcontextprotocol/sdk';

/** Serves until its input ends. Throws UsageError where the package is missing, and as serving does. */
export async function serveModels(options: McpOptions, version: string): Promise<number> {
  const { serve } = await import('./serve.js').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ERR_MODULE_NOT_FOUND' || !cause.message.includes(PACKAGE)) throw cause;
    throw new UsageError(`mxsvg mcp needs the package ${PACKAGE} beside mxsvg: npm install ${PACKAGE}`, { cause });
  });
  return serve(options, version);
}
