/** resvg in a web worker: a drawing notes what it asks, and is done again once the answers are there. */
import { RESVG_FILE, RESVG_SCRIPT } from '../../assets/packNames.js';
import { MxsvgError } from '../../diagnostics.js';
import type { AskResvg } from '../raster/rasterizer.js';
import type { DrawingAnswer, DrawingRequest } from '../raster/resvg.js';
import type { WorkerMessage } from './resvgWorker.js';
import type { UrlPack } from './urlAssets.js';

/** What is asked for one picture. The answers are forgotten with it. */
export interface Questions {
  readonly ask: AskResvg;
  /** Has what was asked in vain answered; undefined where nothing was. */
  takeWanted(): Promise<void> | undefined;
}

interface Wanted {
  readonly request: DrawingRequest;
  readonly patience: number;
}

/** The worker of a renderer. It is begun by the first question, and given up over what it comes to no end with. */
export class WorkerResvg {
  #worker: Worker | undefined;
  /** Questions of several pictures wait for each other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly pack: UrlPack) {}

  questions(): Questions {
    const answers = new Map<string, DrawingAnswer>();
    const wanted = new Map<string, Wanted>();
    const answerAll = async (asked: ReadonlyMap<string, Wanted>): Promise<void> => {
      for (const [key, { request, patience }] of asked) answers.set(key, await this.#inTurn(request, patience));
    };
    return {
      ask(request, patience) {
        const key = JSON.stringify(request);
        const answer = answers.get(key);
        if (!answer) wanted.set(key, { request, patience });
        return answer ?? { kind: 'later' };
      },
      takeWanted() {
        if (wanted.size === 0) return undefined;
        const asked = new Map(wanted);
        wanted.clear();
        return answerAll(asked);
      },
    };
  }

  #inTurn(request: DrawingRequest, patience: number): Promise<DrawingAnswer> {
    const answer = this.#last.then(() => this.#answer(request, patience));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  async #answer(request: DrawingRequest, patience: number): Promise<DrawingAnswer> {
    const fonts = await Promise.all(request.fontFiles.map((name) => this.pack.bytes(name)));
    this.#worker ??= await this.#start();
    const answer = await answerInTime(this.#worker, { request, fonts }, patience);
    if (answer.kind === 'ended') {
      this.#worker.terminate();
      this.#worker = undefined;
    }
    return answer;
  }

  async #start(): Promise<Worker> {
    if (typeof Worker === 'undefined') {
      throw new MxsvgError('invalid-option', 'PNG, JPEG and PDF need web workers, which there are none of here.');
    }
    const [script, module] = await Promise.all([this.pack.bytes(RESVG_SCRIPT), this.pack.compiled(RESVG_FILE)]);
    // Not by its address: workers of other origins aren't allowed, and the pack may come from anywhere.
    const address = URL.createObjectURL(new Blob([script as BlobPart], { type: 'text/javascript' }));
    const worker = new Worker(address);
    try {
      await isReady(worker, { module: module as WebAssembly.Module });
    } finally {
      URL.revokeObjectURL(address);
    }
    return worker;
  }
}

/** Rejects where the worker can't begin. */
function isReady(worker: Worker, message: WorkerMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.onmessage = () => resolve();
    worker.onerror = ({ message: reason }) =>
      reject(
        new MxsvgError(
          'broken-assets',
          `The worker that draws pixels can't be started (${reason ?? 'no reason is given'}): a Content-Security-Policy has to allow worker-src blob: and script-src 'wasm-unsafe-eval'.`,
        ),
      );
    worker.postMessage(message);
  });
}

/** An error is the worker's end, as silence is. */
function answerInTime(worker: Worker, message: WorkerMessage, patience: number): Promise<DrawingAnswer> {
  return new Promise((resolve) => {
    const done = (answer: DrawingAnswer): void => {
      clearTimeout(timer);
      worker.onmessage = null;
      worker.onerror = null;
      resolve(answer);
    };
    const timer = setTimeout(() => done({ kind: 'ended' }), patience);
    worker.onmessage = ({ data }) => done(data as DrawingAnswer);
    worker.onerror = () => done({ kind: 'ended' });
    worker.postMessage(message);
  });
}
