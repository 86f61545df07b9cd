/** One Chromium for all files of a run, in the process that runs their workers: started by the first file that asks for it, closed at the end. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserServer } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { serveChromium } from './chromium.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers with the address at which the browser takes connections. */
    chromium: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let browser: Promise<BrowserServer> | undefined;
  const door = createServer((_request, response) => {
    browser ??= serveChromium();
    browser.then(
      (started) => response.end(started.wsEndpoint()),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  }).listen(0, '127.0.0.1');
  await once(door, 'listening');
  project.provide('chromium', `http://127.0.0.1:${(door.address() as AddressInfo).port}/`);
  return async () => {
    door.closeAllConnections();
    door.close();
    // One that couldn't be started has been told to those who asked.
    await (await browser?.catch(() => undefined))?.close();
  };
}
