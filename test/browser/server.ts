/** A server of this project's files for the example page: `npm run example`. Any other static server does as well. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = path.resolve(import.meta.dirname, '../..');

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
};

export interface ServedProject {
  /** With a slash at its end. */
  readonly address: string;
  close(): void;
}

/** Serves the example page and `dist`, which may lie elsewhere; a port of 0 is a free one. */
export async function serveProject(dist = path.join(PROJECT, 'dist'), port = 0): Promise<ServedProject> {
  const folders = new Map([
    ['/dist/', dist],
    ['/test/browser/', import.meta.dirname],
  ]);
  const server = createServer(async (request, response) => {
    const pathname = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const [prefix = '', folder = ''] = [...folders].find(([each]) => pathname.startsWith(each)) ?? [];
    const inside = path.join(folder, path.normalize(`/${pathname.slice(prefix.length) || 'index.html'}`));
    const content = prefix === '' ? undefined : await readFile(inside).catch(() => undefined);
    if (content === undefined) response.writeHead(404).end();
    else response.setHeader('content-type', MEDIA_TYPES[path.extname(inside)] ?? 'text/plain').end(content);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { address } = await serveProject(undefined, 8000);
  console.log(`${address}test/browser/`);
}
