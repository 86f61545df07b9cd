/** The bundled stencils and icons by the names that draw.io's styles use; each archive is read when it is first named. */

import { Archive } from '../decode/archive.js';
import { toBase64 } from '../decode/base64.js';
import { MxsvgError } from '../diagnostics.js';
import { BoundedCache, dataSize } from '../primitives/boundedCache.js';
import { percentEncoded } from '../primitives/percentEncoded.js';
import type { Assets, Pack } from './assets.js';

/** Image endings in the pack and what a data URI calls them. */
const MEDIA_TYPES: ReadonlyMap<string, string> = new Map([
  ['svg', 'image/svg+xml'],
  ['png', 'image/png'],
  ['gif', 'image/gif'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
]);

/** Hosts that serve draw.io's own images, so that a diagram which names them in full is drawn from the pack. */
const DRAWIO_HOSTS = new Set([
  'app.diagrams.net',
  'viewer.diagrams.net',
  'embed.diagrams.net',
  'www.diagrams.net',
  'www.draw.io',
  'draw.io',
  'app.draw.io',
]);

/** What open archives of a pack, and decoded images, may take that are kept, bytes. */
const KEPT_ARCHIVES = 64 * 1024 * 1024;
const KEPT_IMAGES = 16 * 1024 * 1024;

/** Whether styles can name the library: "mxgraph.rack.f5". */
export const isPackageName = (name: string): boolean => /^mxgraph(?:\.[a-z0-9_-]+)+$/.test(name);

/** The archive of a stencil package: "mxgraph.rack.f5" → "stencils/rack/f5.mxa". */
export const stencilArchivePath = (packageName: string): string =>
  `stencils/${packageName.replace(/^mxgraph\./, '').replaceAll('.', '/')}.mxa`;

/**
 * The archive that holds an image: one for each set of img/lib and each other folder of images. They lie apart from the
 * stencils, so that no shape's name leads to an image.
 */
export function imageArchivePath(path: string): string {
  const folders = path.split('/').slice(0, -1);
  return `images/${folders.slice(0, folders[1] === 'lib' ? 3 : 2).join('/')}.mxa`;
}

/**
 * A path as styles write it ("img/lib/x.svg", "/img/lib/x.svg", a full address on a draw.io host) as a path inside the
 * pack; undefined if it points elsewhere. No step up ("..") gets through.
 */
export function packPath(path: string): string | undefined {
  let local = path;
  const address = /^(?:https?:)?\/\/([^/?#]+)(\/[^?#]*)/i.exec(path);
  if (address) {
    if (!DRAWIO_HOSTS.has((address[1] as string).toLowerCase())) return undefined;
    local = address[2] as string;
  } else if (/^[a-z][a-z0-9+.-]*:/i.test(path)) {
    return undefined;
  }
  const segments = decoded(local.split(/[?#]/, 1)[0] as string).split('/');
  while (segments[0] === '' || segments[0] === '.') segments.shift();
  if (segments.some((segment) => segment === '' || /^\.+$/.test(segment) || /[\\:\0]/.test(segment))) return undefined;
  return segments.length < 2 ? undefined : segments.join('/');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray '%' makes it no valid escape: the name is meant as it is written.
    return text;
  }
}

/** The archives of a pack, each opened when something in it is first asked for. */
class PackArchives {
  readonly #opened = new BoundedCache<string, Archive | undefined>(KEPT_ARCHIVES, (archive) => archive?.size ?? 0);

  constructor(private readonly pack: Pack) {}

  /** Throws MxsvgError 'broken-assets' where the archive can't be read. */
  entry(path: string, name: string): Uint8Array | undefined {
    try {
      const archive = this.#archive(path);
      const same = archive?.sameAs(name);
      return same === undefined ? archive?.entry(name) : this.#archive(imageArchivePath(same))?.entry(same);
    } catch (cause) {
      throw brokenAssets(`${path} of an asset pack can't be read (${String(cause)}).`, cause);
    }
  }

  names(path: string): readonly string[] {
    return this.#archive(path)?.names() ?? [];
  }

  #archive(path: string): Archive | undefined {
    return this.#opened.remember(path, () => {
      const bytes = this.pack.file(path);
      return bytes && Archive.open(bytes);
    });
  }
}

/** The error of packed files that aren't what was written; says how to have them anew. */
export const brokenAssets = (what: string, cause?: unknown): MxsvgError =>
  new MxsvgError('broken-assets', `${what} \`mxsvg assets add\` packs added ones anew.`, { cause });

export class AssetPack {
  readonly #assets: Assets;
  readonly #images = new BoundedCache<string, string | undefined>(KEPT_IMAGES, dataSize);
  #packs: readonly PackArchives[] | undefined;

  constructor(assets: Assets) {
    this.#assets = assets;
  }

  /**
   * The stencil with that full name ("mxgraph.aws4.lambda"), its drawing commands packed. As in draw.io the
   * part before the last dot names the library; a shape whose own name has a dot is found under the shorter one.
   */
  stencil(name: string): Uint8Array | undefined {
    if (!/^mxgraph\.[a-z0-9_-]+\./.test(name)) return undefined;
    for (let dot = name.lastIndexOf('.'); dot > 'mxgraph'.length; dot = name.lastIndexOf('.', dot - 1)) {
      const packageName = name.slice(0, dot);
      if (!isPackageName(packageName)) continue;
      const entry = this.#entry(stencilArchivePath(packageName), name.slice(dot + 1));
      if (entry) return entry;
    }
    return undefined;
  }

  /** The names of a library's stencils, without the library's own ("mxgraph.aws4"). */
  stencilNames(packageName: string): readonly string[] {
    if (!isPackageName(packageName)) return [];
    return this.#all().flatMap((pack) => pack.names(stencilArchivePath(packageName)));
  }

  #all(): readonly PackArchives[] {
    this.#packs ??= [...(this.#assets.added?.() ?? []), this.#assets].map((pack) => new PackArchives(pack));
    return this.#packs;
  }

  /** An image of the pack as a data URI. */
  image(path: string): string | undefined {
    const local = packPath(path);
    return local === undefined ? undefined : this.#images.remember(local, (own) => this.#readImage(own));
  }

  #readImage(path: string): string | undefined {
    const type = MEDIA_TYPES.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase());
    if (type === undefined) return undefined;
    const bytes = this.#assets.raw?.(path) ?? this.#entry(imageArchivePath(path), path);
    return bytes && `data:${type};base64,${toBase64(bytes)}`;
  }

  /** What the first pack that has it says. */
  #entry(path: string, name: string): Uint8Array | undefined {
    for (const pack of this.#all()) {
      const entry = pack.entry(path, name);
      if (entry) return entry;
    }
    return undefined;
  }
}

const packs = new WeakMap<Assets, AssetPack>();

/** The pack over these assets: one for each, so that what it has read serves the next drawing. */
export function assetPackOf(assets: Assets): AssetPack {
  const known = packs.get(assets);
  if (known) return known;
  const pack = new AssetPack(assets);
  packs.set(assets, pack);
  return pack;
}

/**
 * What an image of a style or a label can refer to: a data URI as draw.io completes it (it leaves out ";base64", since
 * a semicolon would end the style's entry), or the bundled icon that the path names. Undefined for everything else:
 * nothing is fetched.
 */
export function resolveImage(assets: Assets, path: string): string | undefined {
  const text = path.trim();
  if (/^data:/i.test(text)) return completeDataUri(text);
  return assetPackOf(assets).image(text);
}

function completeDataUri(uri: string): string | undefined {
  if (!/^data:image\//i.test(uri)) return undefined;
  const comma = uri.indexOf(',');
  if (comma < 0) return undefined;
  const head = uri.slice(0, comma);
  const body = uri.slice(comma + 1);
  if (/;base64$/i.test(head)) return uri;
  if (/^data:image\/svg\+xml/i.test(head)) {
    if (body.startsWith('<')) return `${head},${percentEncoded(body)}`;
    if (/^%3c/i.test(body)) return uri;
  }
  return `${head};base64,${body}`;
}
