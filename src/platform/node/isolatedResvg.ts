/**
 * Draws documents of strangers with resvg's WebAssembly build in a thread: where it ends over one, takes too long or
 * fills its memory, the thread is given up and the process goes on.
 */
import { createRequire } from 'node:module';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { RESVG_FILE } from '../../assets/packNames.js';
import type { DrawingAnswer, DrawingRequest } from '../raster/resvg.js';
import { compiledModule } from './packagedAssets.js';

/** What the thread is started with. */
export interface DrawingThreadData {
  readonly port: MessagePort;
  /** Set to 1 and notified when an answer is there. */
  readonly signal: Int32Array;
  readonly module: WebAssembly.Module;
}

interface DrawingThread {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly signal: Int32Array;
}

/** A thread needs a tenth of a second to start, so it is kept for what comes next. It holds no result. */
let thread: DrawingThread | undefined;

/** Draws in the thread, and waits for it, but no longer than so many ms. */
export function drawIsolated(request: DrawingRequest, patience: number): DrawingAnswer {
  thread ??= startThread();
  const { port, signal } = thread;
  Atomics.store(signal, 0, 0);
  port.postMessage(request);
  const inTime = Atomics.wait(signal, 0, 0, patience) !== 'timed-out';
  const answer = inTime ? (receiveMessageOnPort(port)?.message as DrawingAnswer | undefined) : undefined;
  if (answer && answer.kind !== 'ended') return answer;
  giveUp(thread);
  thread = undefined;
  return { kind: 'ended' };
}

function startThread(): DrawingThread {
  const { resolve } = createRequire(import.meta.url);
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const data: DrawingThreadData = { port: port2, signal, module: compiledModule(RESVG_FILE) };
  const worker = new Worker(resolve('#resvg-worker'), { workerData: data, transferList: [port2], execArgv: [] });
  // A thread that waits for work keeps no process from ending.
  worker.unref();
  port1.unref();
  return { worker, port: port1, signal };
}

function giveUp({ worker, port }: DrawingThread): void {
  port.close();
  void worker.terminate();
}
