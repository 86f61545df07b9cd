/** The thread in which resvg's WebAssembly build draws: what a document does to it ends the thread at most. */

import { readFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { initWasm } from '@resvg/resvg-wasm';
import { BoundedCache } from '../../primitives/boundedCache.js';
import { answerOf, type DrawingRequest } from '../raster/resvg.js';
import type { DrawingThreadData } from './isolatedResvg.js';

const { port, signal, module } = workerData as DrawingThreadData;

const fonts = new BoundedCache<string, Uint8Array>(64 * 1024 * 1024, ({ length }) => length);

const font = (file: string): Uint8Array => fonts.remember(file, (name) => new Uint8Array(readFileSync(name)));

await initWasm(module);
port.on('message', (request: DrawingRequest) => {
  port.postMessage(answerOf(request, request.fontFiles.map(font)));
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
});
