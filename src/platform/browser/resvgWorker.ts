/** The web worker in which resvg draws: what a document does to it ends the worker at most. Built as a script of its own. */
import { initWasm } from '@resvg/resvg-wasm';
import { answerOf, type DrawingAnswer, type DrawingRequest } from '../raster/resvg.js';

/** What the worker is sent: first the module, then what is to be drawn, one after the other. */
export type WorkerMessage =
  | { readonly module: WebAssembly.Module }
  | { readonly request: DrawingRequest; readonly fonts: readonly Uint8Array[] };

/** A worker's own scope, of which a page's types know nothing. */
const scope = globalThis as unknown as {
  onmessage: (event: { readonly data: WorkerMessage }) => void;
  /** Answers, and at first that it is ready. */
  postMessage(answer: DrawingAnswer | 'ready'): void;
};

scope.onmessage = async ({ data }) => {
  if ('module' in data) {
    await initWasm(data.module);
    scope.postMessage('ready');
  } else {
    scope.postMessage(answerOf(data.request, data.fonts));
  }
};
