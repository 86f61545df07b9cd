/** The asset pack for functions that can't wait: a file is fetched when it is first asked for, and the page stands still. */
import type { Assets } from '../../assets/assets.js';
import { PACK_CONTENTS, packedFont, SHAPER_FILE, SUBSETTER_FILE } from '../../assets/packNames.js';
import { MxsvgError } from '../../diagnostics.js';
import { MATHJAX_FILE, MATHJAX_VARIABLE, type MathJaxScript, type MathTypesetter } from '../../formulas/math.js';
import { BoundedCache } from '../../primitives/boundedCache.js';
import type { FontSupport } from '../../shaping/fontLibrary.js';
import { createShaper } from '../../shaping/harfbuzz.js';
import type { Shaper } from '../../shaping/shaping.js';
import { assetFolder } from './assetFolder.js';
import { addressIn, folder } from './urlAssets.js';

/** Those of all bundled families, and what most diagrams draw on, bytes. */
const KEPT = 64 * 1024 * 1024;

const files = new BoundedCache<string, Uint8Array>(KEPT, ({ length }) => length);

let contents: ReadonlySet<string> | undefined;

/** Throws MxsvgError 'broken-assets' where the file can't be had. */
const fileAt = (path: string): Uint8Array => files.remember(path, fetchNow);

function fetchNow(path: string): Uint8Array {
  const { href } = addressIn(folder(assetFolder()), path);
  if (typeof XMLHttpRequest === 'undefined') {
    throw new MxsvgError('broken-assets', `${href} can't be waited for here: draw with createBrowserRenderer instead.`);
  }
  const request = new XMLHttpRequest();
  request.open('GET', href, false);
  // Each character is a byte: other kinds of answers aren't given to who waits.
  request.overrideMimeType('text/plain; charset=x-user-defined');
  let reason = '';
  try {
    request.send();
  } catch (error) {
    reason = String(error);
  }
  if (request.status < 200 || request.status > 299) {
    throw new MxsvgError(
      'broken-assets',
      `${href} can't be fetched (${reason || request.status}): put the package's dist/assets there, or name its place in the page: <meta name="mxsvg-assets" content="/assets/">.`,
    );
  }
  return Uint8Array.from(request.responseText, (character) => character.charCodeAt(0) & 0xff);
}

function packFile(path: string): Uint8Array | undefined {
  contents ??= new Set(JSON.parse(new TextDecoder().decode(fileAt(PACK_CONTENTS))) as string[]);
  return contents.has(path) ? fileAt(path) : undefined;
}

/** The bundled fonts, stencils and icons. */
export const pageAssets: Assets = { font: (name) => packFile(packedFont(name)), file: packFile };

let shaper: Shaper | undefined;

const compiled = (path: string): WebAssembly.Module => new WebAssembly.Module(fileAt(path) as BufferSource);

/** HarfBuzz; a page knows no fonts of its machine. */
export const pageFontSupport: FontSupport = {
  shaper: () => {
    shaper ??= createShaper({ harfbuzz: () => compiled(SHAPER_FILE), subset: () => compiled(SUBSETTER_FILE) });
    return shaper;
  },
};

/** A typesetter for the formulas of one page; undefined where there is no document to run MathJax's script in. */
export function createMathTypesetter(): MathTypesetter | undefined {
  if (typeof document === 'undefined') return undefined;
  const scope = globalThis as Readonly<Record<string, unknown>>;
  if (scope[MATHJAX_VARIABLE] === undefined) {
    const script = document.createElement('script');
    script.textContent = new TextDecoder().decode(fileAt(MATHJAX_FILE));
    document.head.append(script);
  }
  return (scope[MATHJAX_VARIABLE] as MathJaxScript | undefined)?.createTypesetter();
}
