/** What is loaded when it is first asked for, for those who ask again. */

/** A value that is loaded when it was first asked for. */
export class LoadedOnce<T> {
  #loaded: { readonly value: T } | undefined;
  #loading: Promise<void> | undefined;
  #wanted = false;

  constructor(private readonly load: () => Promise<T>) {}

  /** undefined until it is loaded. */
  value(): T | undefined {
    this.#wanted ||= this.#loaded === undefined;
    return this.#loaded?.value;
  }

  /** Loads the value where it was asked for in vain since the last call; undefined where it wasn't. */
  takeWanted(): Promise<void> | undefined {
    if (!this.#wanted) return undefined;
    this.#wanted = false;
    this.#loading ??= this.#read();
    return this.#loading;
  }

  /** What failed is tried again when it is next asked for. */
  async #read(): Promise<void> {
    try {
      this.#loaded = { value: await this.load() };
    } finally {
      this.#loading = undefined;
    }
  }
}
