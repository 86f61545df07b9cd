/** Serves the tools over standard input and output, or over HTTP on this machine. */
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { commandAssets } from '../cli/assets/use.js';
import type { McpOptions } from '../cli/mcpOptions.js';
import { tell } from '../cli/print.js';
import { completeLimits } from '../limits.js';
import { listenHttp } from './http.js';
import { createServer } from './server.js';
import { Workspace } from './workspace.js';

/** Serves until its input ends, or over HTTP until the process does. Throws UsageError and FileError. */
export async function serve({ root, write, port, assets, limit }: McpOptions, version: string): Promise<number> {
  const limits = completeLimits(limit);
  const context = { workspace: await Workspace.open(root, write, limits), assets: await commandAssets(assets) };
  if (port === undefined) {
    await serveStandardStreams(createServer(context, version));
    return 0;
  }
  const address = await listenHttp(() => createServer(context, version), port, limits.inputBytes);
  tell(`mxsvg: serving ${address}`);
  return new Promise<number>(() => {});
}

async function serveStandardStreams(server: ReturnType<typeof createServer>): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    server.onclose = resolve;
    // The transport doesn't hear of it.
    process.stdin.once('end', resolve);
  });
  await server.connect(new StdioServerTransport());
  await ended;
}
