/** The fonts that Mermaid's texts are measured with: what was asked for in vain is fetched, and the work done again. */
import type { Assets } from 'mxsvg/browser';

export class FetchedFonts {
  /** By their names; undefined: there is no such font. */
  readonly #fonts = new Map<string, Uint8Array | undefined>();

  constructor(private readonly assets: string) {}

  /** Does a piece of work until it had all fonts that it asked for. Rejects with its error. */
  async complete<T>(work: (assets: Assets) => T): Promise<T> {
    for (;;) {
      const missed = new Set<string>();
      const font = (name: string): Uint8Array | undefined => {
        if (!this.#fonts.has(name)) missed.add(name);
        return this.#fonts.get(name);
      };
      const outcome = tried(() => work({ font, file: () => undefined }));
      if (missed.size === 0) return outcome();
      await Promise.all([...missed].map((name) => this.#fetch(name)));
    }
  }

  async #fetch(name: string): Promise<void> {
    const response = await fetch(`${this.assets}fonts/${encodeURIComponent(name)}.ttf`);
    if (!response.ok && response.status !== 404)
      throw new Error(`The font ${name} can't be loaded (${response.status}).`);
    this.#fonts.set(name, response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined);
  }
}

function tried<T>(work: () => T): () => T {
  try {
    const result = work();
    return () => result;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
