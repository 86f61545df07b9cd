/** Serves a built site, as a static host does that knows addresses without endings. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

export interface ServedSite {
  /** With a slash at its end. */
  readonly address: string;
  close(): void;
}

export async function serveSite(folder: string): Promise<ServedSite> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const asked = path.join(folder, path.normalize(decodeURIComponent(pathname)));
    const file = [asked, `${asked}.html`, path.join(asked, 'index.html')].find(
      (name) => existsSync(name) && path.extname(name),
    );
    response.setHeader('cache-control', 'max-age=600');
    if (file === undefined) response.writeHead(404).end();
    else response.setHeader('content-type', MEDIA_TYPES[path.extname(file)] ?? 'text/plain').end(await readFile(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}
