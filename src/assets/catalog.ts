/** What stencils and icons there are, by the names that styles use. */
import { Archive } from '../decode/archive.js';
import type { Assets } from './assets.js';

export interface Catalog {
  /** Full names: "mxgraph.aws4.lambda". */
  readonly stencils: readonly string[];
  /** Paths: "img/lib/azure2/compute/Virtual_Machine.svg". */
  readonly images: readonly string[];
}

/** A pack's list of the files in it. */
const CONTENTS = 'contents.json';

/** All of the assets' own pack, which lists its archives; opening each takes a moment. Throws for a broken pack. */
export function catalogOf(assets: Assets): Catalog {
  const list = assets.file(CONTENTS);
  const paths = list === undefined ? [] : (JSON.parse(new TextDecoder().decode(list)) as readonly string[]);
  const stencils: string[] = [];
  const images: string[] = [];
  for (const path of paths.filter((each) => each.endsWith('.mxa'))) {
    const bytes = assets.file(path);
    const names = bytes ? Archive.open(bytes).names() : [];
    if (path.startsWith('images/')) for (const name of names) images.push(name);
    else for (const name of names) stencils.push(`${libraryOf(path)}.${name}`);
  }
  return { stencils, images };
}

/** "stencils/rack/f5.mxa" → "mxgraph.rack.f5". */
const libraryOf = (path: string): string => `mxgraph.${path.replace(/^stencils\/|\.mxa$/g, '').replaceAll('/', '.')}`;
