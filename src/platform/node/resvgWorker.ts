/** The thread in which resvg's WebAssembly build draws: what a document does to it ends the thread at most. */

import { readFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { BoundedCache } from '../../primitives/boundedCache.js';
import type { DrawingAnswer, DrawingRequest, DrawingThreadData } from './isolatedResvg.js';

const { port, signal, wasmFile } = workerData as DrawingThreadData;

const fonts = new BoundedCache<string, Uint8Array>(64 * 1024 * 1024, ({ length }) => length);

const font = (file: string): Uint8Array => fonts.remember(file, (name) => new Uint8Array(readFileSync(name)));

function answer({ svg, wanted, options, fontFiles, families, mostPixels }: DrawingRequest): DrawingAnswer {
  const picture = new Resvg(svg, { ...options, font: { ...families, fontBuffers: fontFiles.map(font) } });
  const { fitTo } = options;
  const factor = fitTo?.mode === 'width' ? fitTo.value / picture.width : 1;
  const [width, height] = [Math.ceil(picture.width * factor), Math.ceil(picture.height * factor)];
  if (width * height > mostPixels) return { kind: 'too-large', width, height };
  switch (wanted) {
    case 'size':
      return { kind: 'done', width, height };
    case 'simplified':
      return { kind: 'done', width, height, text: picture.toString() };
    case 'png':
      return { kind: 'done', width, height, data: picture.render().asPng() };
    case 'pixels': {
      const image = picture.render();
      return { kind: 'done', width: image.width, height: image.height, data: image.pixels };
    }
  }
}

/** A document that can't be read gives an error in words; everything else is resvg's own end. */
function attempted(request: DrawingRequest): DrawingAnswer {
  try {
    return answer(request);
  } catch (error) {
    const ended = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
    return ended ? { kind: 'ended' } : { kind: 'unreadable', message: String(error) };
  }
}

await initWasm(readFileSync(wasmFile));
port.on('message', (request: DrawingRequest) => {
  port.postMessage(attempted(request));
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
});
