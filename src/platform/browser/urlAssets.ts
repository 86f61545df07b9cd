/** Assets by URL, the pack's and a web application's: what a drawing asks for is noted, and fetched before the next try. */
import type { Assets } from '../../assets/assets.js';
import { PACK_CONTENTS, packedFont } from '../../assets/packNames.js';
import type { CompiledModule } from '../../shaping/wasmLibrary.js';

/** Gives the bytes at an address, or undefined where nothing is there. Rejects where that can't be told. */
export type FetchBytes = (address: string) => Promise<Uint8Array | undefined>;

/** Compiles a WebAssembly file of the pack, by its name there: "harfbuzz.wasm". */
export type CompileModule = (name: string, bytes: Uint8Array) => Promise<CompiledModule>;

const compileHere: CompileModule = (_name, bytes) => WebAssembly.compile(bytes as BufferSource);

/** In nearly every diagram. It stands in for faces that aren't there yet, so that one pass finds all that are needed. */
const FIRST_FONT = packedFont('Arimo_400Regular');

export class UrlPack {
  readonly #address: () => URL;
  readonly #compile: CompileModule;
  readonly #fetchBytes: FetchBytes;
  readonly #files = new Map<string, Uint8Array>();
  readonly #modules = new Map<string, CompiledModule>();
  readonly #pending = new Map<string, Promise<void>>();
  #contents: ReadonlySet<string> | undefined;
  #wanted = new Set<string>();

  /** `address`: gives the folder, when something is first fetched. */
  constructor(address: () => URL, fetchBytes: FetchBytes = fetchOk, compile: CompileModule = compileHere) {
    this.#address = address;
    this.#fetchBytes = fetchBytes;
    this.#compile = compile;
  }

  /** Has the list of contents and the first font; without effect where it has them. */
  async open(): Promise<void> {
    await Promise.all([this.#load(FIRST_FONT), this.#load(PACK_CONTENTS)]);
  }

  /** Assets over what has been fetched. New ones for each try: who reads assets remembers what they didn't have. */
  assets(): Assets {
    return {
      font: (name) => {
        const path = packedFont(name);
        return this.#file(path) ?? (this.#contents?.has(path) ? this.#files.get(FIRST_FONT) : undefined);
      },
      file: (path) => this.#file(path),
    };
  }

  /** A compiled module of the pack; noted where it isn't there yet. */
  module(path: string): CompiledModule | undefined {
    const module = this.#modules.get(path);
    if (!module) this.#want(path);
    return module;
  }

  /** A file of the pack, fetched where it isn't there yet. Rejects where it can't be. */
  async bytes(path: string): Promise<Uint8Array> {
    await this.#load(path);
    return this.#files.get(path) as Uint8Array;
  }

  /** As `bytes`, compiled. */
  async compiled(path: string): Promise<CompiledModule> {
    await this.#load(path);
    return this.#modules.get(path) as CompiledModule;
  }

  /** Takes the names that were asked for in vain since they were last taken. */
  takeWanted(): ReadonlySet<string> {
    const wanted = this.#wanted;
    this.#wanted = new Set();
    return wanted;
  }

  async fetch(paths: Iterable<string>): Promise<void> {
    await Promise.all([...paths].map((path) => this.#load(path)));
  }

  #file(path: string): Uint8Array | undefined {
    const bytes = this.#files.get(path);
    if (!bytes) this.#want(path);
    return bytes;
  }

  #want(path: string): void {
    if (this.#contents?.has(path)) this.#wanted.add(path);
  }

  /** Once for all that wait; what failed is tried again when it is next asked for. */
  #load(path: string): Promise<void> {
    if (this.#files.has(path)) return Promise.resolve();
    const pending = this.#pending.get(path) ?? this.#read(path).finally(() => this.#pending.delete(path));
    this.#pending.set(path, pending);
    return pending;
  }

  async #read(path: string): Promise<void> {
    const address = addressIn(folder(this.#address()), path);
    const bytes = await this.#fetchBytes(address.href);
    if (!bytes) throw new Error(`${address.href} can't be fetched: nothing is there`);
    if (path === PACK_CONTENTS) this.#contents = new Set(JSON.parse(new TextDecoder().decode(bytes)) as string[]);
    if (path.endsWith('.wasm')) this.#modules.set(path, await this.#compile(path, bytes));
    this.#files.set(path, bytes);
  }
}

/** The files of a draw.io web application at an address. It says nowhere what it holds, so what isn't there is noted too. */
export class UrlWebApplication {
  readonly #base: URL;
  readonly #fetchBytes: FetchBytes;
  readonly #files = new Map<string, Uint8Array | undefined>();
  readonly #pending = new Map<string, Promise<void>>();
  #wanted = new Set<string>();

  /** `address`: the folder that holds stencils/ and img/. */
  constructor(address: URL, fetchBytes: FetchBytes = fetchIfThere) {
    this.#base = folder(address);
    this.#fetchBytes = fetchBytes;
  }

  /** A file; undefined where it isn't there, or not yet. */
  raw(path: string): Uint8Array | undefined {
    if (!this.#files.has(path)) this.#wanted.add(path);
    return this.#files.get(path);
  }

  /** Takes the paths that were asked for in vain since they were last taken. */
  takeWanted(): ReadonlySet<string> {
    const wanted = this.#wanted;
    this.#wanted = new Set();
    return wanted;
  }

  async fetch(paths: Iterable<string>): Promise<void> {
    await Promise.all([...paths].map((path) => this.#load(path)));
  }

  /** Once for all that wait; what failed is tried again when it is next asked for. */
  #load(path: string): Promise<void> {
    if (this.#files.has(path)) return Promise.resolve();
    const pending = this.#pending.get(path) ?? this.#read(path).finally(() => this.#pending.delete(path));
    this.#pending.set(path, pending);
    return pending;
  }

  async #read(path: string): Promise<void> {
    this.#files.set(path, await this.#fetchBytes(addressIn(this.#base, path).href));
  }
}

/** The address of a file below a folder's. */
export const addressIn = (base: URL, path: string): URL =>
  new URL(path.split('/').map(encodeURIComponent).join('/'), base);

/** An address that others are resolved against: of a folder, with a slash at its end. */
export function folder(address: URL): URL {
  const base = new URL(address);
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  return base;
}

async function fetchOk(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw unfetched(address, response);
  return new Uint8Array(await response.arrayBuffer());
}

/** Statuses that say that nothing is there. */
const ABSENT = new Set([403, 404, 410]);

/** Servers of web applications answer with a page where there is no file. */
async function fetchIfThere(address: string): Promise<Uint8Array | undefined> {
  const response = await fetch(address);
  if (ABSENT.has(response.status) || /^text\/html\b/i.test(response.headers.get('content-type') ?? ''))
    return undefined;
  if (!response.ok) throw unfetched(address, response);
  return new Uint8Array(await response.arrayBuffer());
}

const unfetched = (address: string, { status, statusText }: Response): Error =>
  new Error(`${address} can't be fetched: ${status} ${statusText}`);
