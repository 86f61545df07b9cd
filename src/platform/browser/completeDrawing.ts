/** Drawing with assets by URL: a diagram is drawn, what it was found to lack is fetched, and it is drawn again. */
import type { Assets } from '../../assets/assets.js';
import { SHAPER_FILE, SUBSETTER_FILE } from '../../assets/packNames.js';
import type { Diagnostic } from '../../diagnostics.js';
import type { MathTypesetter } from '../../formulas/math.js';
import { type LayoutOptions, reporter } from '../../options.js';
import { createEngine, type Engine } from '../../render.js';
import { createShaper } from '../../shaping/harfbuzz.js';
import type { CompiledModule } from '../../shaping/wasmLibrary.js';
import type { LoadedOnce } from './loadedOnce.js';
import type { UrlPack, UrlWebApplication } from './urlAssets.js';
import { type Questions, WorkerResvg } from './workerResvg.js';

/** Where what a drawing asks for comes from. */
export interface DrawingSources {
  readonly pack: UrlPack;
  readonly application: UrlWebApplication | undefined;
  readonly math: LoadedOnce<MathTypesetter | undefined> | undefined;
}

export class CompleteDrawing {
  readonly pack: UrlPack;
  readonly #sources: DrawingSources;
  readonly #resvg: WorkerResvg;
  readonly #shaper: ReturnType<typeof createShaper>;
  #engine: Engine | undefined;
  #alone: Promise<unknown> | undefined;

  constructor(sources: DrawingSources) {
    const { pack } = sources;
    this.pack = pack;
    this.#sources = sources;
    this.#resvg = new WorkerResvg(pack);
    this.#shaper = createShaper({
      harfbuzz: () => pack.module(SHAPER_FILE) as CompiledModule,
      subset: () => pack.module(SUBSETTER_FILE),
    });
  }

  /**
   * Draws until nothing was asked for in vain: each time more of a pack of so many files is there. An engine that missed
   * something isn't used again, since it remembers that. Who draws finds out alone what is missing: a drawing that takes
   * turns with others (PDF) has them wait.
   */
  async complete<O extends LayoutOptions, T>(
    options: O,
    draw: (engine: Engine, options: O, questions: Questions) => T | Promise<T>,
  ): Promise<T> {
    const { pack, application, math } = this.#sources;
    await pack.open();
    const questions = this.#resvg.questions();
    for (;;) {
      while (this.#alone) await this.#alone;
      const diagnostics: Diagnostic[] = [];
      this.#engine ??= this.#createEngine();
      const engine = this.#engine;
      const begun = outcomeOf(() => draw(engine, { ...options, diagnostics }, questions));
      if (begun.later) this.#alone = begun.later;
      const outcome = begun.now ?? (await begun.later);
      if (begun.later) this.#alone = undefined;
      const wanted = pack.takeWanted();
      const files = application?.takeWanted() ?? NOTHING;
      const formulas = math?.takeWanted();
      const isWhole = wanted.size + files.size === 0 && !formulas;
      const answers = isWhole ? questions.takeWanted() : undefined;
      if (isWhole && !answers) {
        const report = reporter(options.diagnostics);
        for (const diagnostic of diagnostics) report(diagnostic);
        return outcome();
      }
      if (!isWhole && this.#engine === engine) this.#engine = undefined;
      await Promise.all([pack.fetch(wanted), application?.fetch(files), formulas, answers]);
    }
  }

  #createEngine(): Engine {
    const { pack, application, math } = this.#sources;
    const assets: Assets = { ...pack.assets(), raw: application && ((path) => application.raw(path)) };
    return createEngine(assets, math && (() => math.value()), {
      shaper: () => pack.module(SHAPER_FILE) && this.#shaper,
    });
  }
}

const NOTHING: ReadonlySet<string> = new Set();

/** What gives the result of a drawing, or throws its error: now, or later. */
type Outcome<T> =
  | { readonly now: () => T; readonly later?: undefined }
  | { readonly now?: undefined; readonly later: Promise<() => T> };

function outcomeOf<T>(draw: () => T | Promise<T>): Outcome<T> {
  const failed = (error: unknown) => (): never => {
    throw error;
  };
  try {
    const result = draw();
    if (result instanceof Promise) return { later: result.then((value) => () => value, failed) };
    return { now: () => result };
  } catch (error) {
    return { now: failed(error) };
  }
}
