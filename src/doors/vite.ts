/** `mxsvg/vite`: diagrams as imports: `import svg from './plan.drawio?page=2'` is the SVG, `?url` its address. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { MxsvgError } from '../diagnostics.js';
import { kindOfFile, readSettings } from './diagramAddress.js';
import { type DrawingOptions, diagnosticText, drawDiagram, type FailOn, idPrefixFor } from './drawDiagram.js';

export type { DrawingOptions, FailOn } from './drawDiagram.js';

export interface ViteOptions extends DrawingOptions {
  /** When an import ends the build; default 'error'. What isn't drawn faithfully is a warning otherwise. */
  readonly failOn?: FailOn;
}

/** What a hook of the bundler may call: as far as the plugin does. */
interface HookContext {
  addWatchFile(file: string): void;
  warn(message: string): void;
  error(problem: { readonly message: string; readonly id: string }): never;
  emitFile(file: { readonly type: 'asset'; readonly name: string; readonly source: string }): string;
}

interface Answer {
  setHeader(name: string, value: string): unknown;
  end(content: string): unknown;
}

interface DevServer {
  readonly middlewares: {
    use(handler: (request: { readonly url?: string }, answer: Answer, next: () => void) => void): unknown;
  };
}

/** A plugin of Vite 5 and later, and so of VitePress, Astro, SvelteKit and Nuxt. */
export interface MxsvgVitePlugin {
  readonly name: 'mxsvg';
  readonly enforce: 'pre';
  configResolved(config: { readonly command: 'build' | 'serve'; readonly base: string }): void;
  configureServer(server: DevServer): void;
  // biome-ignore lint/suspicious/noExplicitAny: the bundler's own type, of the version that the caller has.
  load(this: any, id: string): Promise<{ readonly code: string; readonly map: null } | undefined>;
}

/** Where the development server has the pictures that were imported with `?url`. */
const SERVED = '@mxsvg/';

/**
 * Imports of `.drawio`, `.dio`, `.mmd` and `.mermaid` files are drawn: the default export is the SVG's text, or with `?url`
 * the address of an SVG file. A query says how (`?page=2&theme=dark`), after the options; `?raw` is Vite's own. A diagram
 * that changes is drawn again while the development server runs.
 */
export default function mxsvg({ failOn = 'error', ...drawing }: ViteOptions = {}): MxsvgVitePlugin {
  let building = true;
  const served = new ServedPictures();

  return {
    name: 'mxsvg',
    // Before Vite's own plugin for assets, which takes every ?url.
    enforce: 'pre',

    configResolved(config) {
      building = config.command === 'build';
      served.base = config.base;
    },

    configureServer(server) {
      server.middlewares.use(({ url = '' }, answer, next) => {
        if (!served.answer(url, answer)) next();
      });
    },

    async load(this: HookContext, id) {
      const [, file = '', query = ''] = /^([^?]*)(?:\?(.*))?$/s.exec(id) ?? [];
      const kind = kindOfFile(file);
      const words = new URLSearchParams(query);
      if (kind === undefined || words.has('raw') || file.startsWith('\0')) return undefined;
      this.addWatchFile(file);
      const source = await readFile(file);
      const settings = readSettings(words);
      const name = path.basename(file);
      const idPrefix = idPrefixFor(source, JSON.stringify(settings));
      try {
        const options = { fileName: name, ...drawing, ...settings, idPrefix };
        const { svg, diagnostics } = drawDiagram(kind, source, options);
        for (const diagnostic of diagnostics) {
          const message = `${name}: ${diagnosticText(diagnostic)}`;
          if (failOn === 'diagnostic') this.error({ message, id: file });
          this.warn(message);
        }
        return exported(words.has('url') ? address(this, id, name, svg) : JSON.stringify(svg));
      } catch (error) {
        if (!(error instanceof MxsvgError)) throw error;
        const message = `${name}: ${error.message}`;
        if (failOn !== 'never') this.error({ message, id: file });
        this.warn(message);
        return exported(`''`);
      }
    },
  };

  /** An expression for the address of a picture: of a file of the build, or on the development server. */
  function address(context: HookContext, id: string, name: string, svg: string): string {
    const fileName = name.replace(/\.[^.]*$/, '.svg');
    // Vite's own mark for an asset, which it replaces by an address that fits pages, workers and servers.
    if (building) return `"__VITE_ASSET__${context.emitFile({ type: 'asset', name: fileName, source: svg })}__"`;
    return JSON.stringify(served.add(id, fileName, svg));
  }
}

/** A module whose default export is what the expression gives. */
const exported = (expression: string) => ({ code: `export default ${expression};\n`, map: null });

/** The pictures on the development server. */
class ServedPictures {
  /** Where the site begins. */
  base = '/';
  /** By their addresses, without the base. */
  readonly #pictures = new Map<string, string>();

  /** Gives the address of a picture. */
  add(id: string, fileName: string, svg: string): string {
    const place = `${SERVED}${shortHash(id.replace(/[?&]t=\d+/, ''))}/${encodeURIComponent(fileName)}`;
    this.#pictures.set(place, svg);
    // A picture that changed has another address, or the browser would show the old one.
    return `${this.base}${place}?${shortHash(svg)}`;
  }

  /** Sends the picture at the address that a request asks for; false where there is none. */
  answer(url: string, answer: Answer): boolean {
    const [pathname = ''] = url.split(/[?#]/, 1);
    const svg = this.#pictures.get(pathname.slice(pathname.startsWith(this.base) ? this.base.length : 1));
    if (svg === undefined) return false;
    answer.setHeader('content-type', 'image/svg+xml');
    answer.setHeader('cache-control', 'no-cache');
    answer.end(svg);
    return true;
  }
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
