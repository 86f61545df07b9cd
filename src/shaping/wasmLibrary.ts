/** A C library compiled to WebAssembly with Emscripten, without the package's own loader: that one is asynchronous. */

/** An address in the library's memory. */
export type Pointer = number;

export type Call = (...values: number[]) => number | undefined;

type ValueType = 'i32' | 'f32';

const TYPE_CODES: Readonly<Record<ValueType, number>> = { i32: 0x7f, f32: 0x7d };

const PAGE = 0x10000;

/** A WebAssembly.Module, for callers whose types know none. */
export type CompiledModule = object;

export class WasmLibrary {
  readonly #exports: WebAssembly.Exports;
  readonly #memory: WebAssembly.Memory;

  constructor(module: CompiledModule) {
    const stop = (): never => {
      throw new Error('The library has come to a stop.');
    };
    const { exports } = new WebAssembly.Instance(module as WebAssembly.Module, {
      wasi_snapshot_preview1: { proc_exit: stop },
      env: {
        _abort_js: stop,
        _emscripten_runtime_keepalive_clear: () => {},
        _setitimer_js: () => 0,
        emscripten_resize_heap: (size: number) => this.#grow(size >>> 0),
      },
    });
    this.#exports = exports;
    this.#memory = exports.memory as WebAssembly.Memory;
  }

  get view(): DataView {
    return new DataView(this.#memory.buffer);
  }

  call(name: string, ...values: number[]): number {
    return Number((this.#exports[name] as Call)(...values) ?? 0) >>> 0;
  }

  /** Memory of the library that holds the bytes; freed by the caller. */
  copied(bytes: Uint8Array): Pointer {
    const at = this.call('malloc', Math.max(1, bytes.length));
    if (at === 0) throw new RangeError(`There is no memory for a font of ${bytes.length} bytes.`);
    new Uint8Array(this.#memory.buffer, at, bytes.length).set(bytes);
    return at;
  }

  bytesAt(at: Pointer, length: number): Uint8Array {
    return new Uint8Array(this.#memory.buffer, at, length).slice();
  }

  /** Lends memory for the time of a call. */
  withBytes<T>(length: number, use: (at: Pointer) => T): T {
    const at = this.copied(new Uint8Array(length));
    try {
      return use(at);
    } finally {
      this.call('free', at);
    }
  }

  /** A function of ours as the library calls it. A table holds compiled functions only: a module of one wraps it. */
  callback(parameters: readonly ValueType[], take: Call): Pointer {
    const types = parameters.map((type) => TYPE_CODES[type]);
    const bytes = Uint8Array.of(
      ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
      ...[0x01, types.length + 4, 0x01, 0x60, types.length, ...types, 0x00],
      // Imports e.f and exports it as f.
      ...[0x02, 0x07, 0x01, 0x01, 0x65, 0x01, 0x66, 0x00, 0x00],
      ...[0x07, 0x05, 0x01, 0x01, 0x66, 0x00, 0x00],
    );
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { e: { f: take } });
    const table = this.#exports.__indirect_function_table as WebAssembly.Table;
    const index = table.grow(1);
    table.set(index, exports.f);
    return index;
  }

  #grow(size: number): number {
    const missing = size - this.#memory.buffer.byteLength;
    try {
      this.#memory.grow(Math.ceil(missing / PAGE));
      return 1;
    } catch {
      // The library hands on that there is no memory, and `copied` says so.
      return 0;
    }
  }
}

/** A four-letter tag as the number that the library knows it by. */
export const tagNumber = (tag: string): number =>
  [...tag.padEnd(4).slice(0, 4)].reduce((value, letter) => (value << 8) | letter.charCodeAt(0), 0) >>> 0;
