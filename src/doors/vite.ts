/** `mxsvg/vite`: diagrams as imports: `import svg from './plan.drawio?page=2'` is the SVG, `?url` its address. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { MxsvgError } from '../diagnostics.js';
import { kindOfFile, readSettings } from './address.js';
import { type DrawingOptions, diagnosticText, drawDiagram, type FailOn, idPrefixFor } from './draw.js';

export type { DrawingOptions, FailOn } from './draw.js';

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
  let base = '/';
  /** By their addresses on the development server. */
  const served = new Map<string, string>();

  return {
    name: 'mxsvg',
    // Before Vite's own plugin for assets, which takes every ?url.
    enforce: 'pre',

    configResolved(config) {
      building = config.command === 'build';
      base = config.base;
    },

    configureServer(server) {
      server.middlewares.use((request, answer, next) => {
        const svg = served.get(addressOn(request.url ?? ''));
        if (svg === undefined) return next();
        answer.setHeader('content-type', 'image/svg+xml');
        answer.setHeader('cache-control', 'no-cache');
        answer.end(svg);
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
        const value = words.has('url') ? address(this, id, name, svg) : JSON.stringify(svg);
        return { code: `export default ${value};\n`, map: null };
      } catch (error) {
        if (!(error instanceof MxsvgError)) throw error;
        const message = `${name}: ${error.message}`;
        if (failOn !== 'never') this.error({ message, id: file });
        this.warn(message);
        return { code: `export default '';\n`, map: null };
      }
    },
  };

  /** An expression for the address of a picture: of a file of the build, or on the development server. */
  function address(context: HookContext, id: string, name: string, svg: string): string {
    const fileName = name.replace(/\.[^.]*$/, '.svg');
    // Vite's own mark for an asset, which it replaces by an address that fits pages, workers and servers.
    if (building) return `"__VITE_ASSET__${context.emitFile({ type: 'asset', name: fileName, source: svg })}__"`;
    const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
    const place = `${SERVED}${short(id.replace(/[?&]t=\d+/, ''))}/${encodeURIComponent(fileName)}`;
    served.set(place, svg);
    // A picture that changed has another address, or the browser would show the old one.
    return JSON.stringify(`${base}${place}?${short(svg)}`);
  }

  /** What a request asks for, without the site's base and the query. */
  function addressOn(url: string): string {
    const [pathname = ''] = url.split(/[?#]/, 1);
    const from = pathname.startsWith(base) ? base.length : 1;
    return pathname.slice(from);
  }
}
