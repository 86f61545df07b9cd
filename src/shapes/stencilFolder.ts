/** Stencils out of a draw.io web application's own files, which the caller may have newer ones of than the pack. */

import type { Assets } from '../assets.js';
import { BoundedCache, dataSize } from '../boundedCache.js';
import { parseXml, type XmlElement } from '../decode/xml.js';
import { stencilLibraries } from './stencilLibrary.js';
import { readStencil, type StencilProgram } from './stencilProgram.js';

const NAME = /^mxgraph((?:\.[a-z0-9_-]+)+)\.([^.]+)$/;

/** What library files that are kept read may take, bytes. */
const KEPT = 32 * 1024 * 1024;

/** Finds stencils among the caller's files: "mxgraph.rack.f5.x" in stencils/rack/f5.xml. Files are read when first named. */
export function stencilsOfFolder(assets: Assets): (name: string) => StencilProgram | undefined {
  const files = new BoundedCache<string, ReadonlyMap<string, XmlElement>>(KEPT, dataSize);
  const read = (path: string): ReadonlyMap<string, XmlElement> => {
    const bytes = assets.raw?.(path);
    const shapes = new Map<string, XmlElement>();
    if (bytes) {
      const root = parseXml(new TextDecoder().decode(bytes), { origin: path });
      for (const library of stencilLibraries(root)) {
        for (const [name, shape] of library.shapes) shapes.set(`${library.packageName}.${name}`, shape);
      }
    }
    return shapes;
  };
  return (name) => {
    const match = NAME.exec(name);
    if (!assets.raw || !match) return undefined;
    const shape = files.remember(`stencils/${(match[1] as string).slice(1).replaceAll('.', '/')}.xml`, read).get(name);
    return shape && readStencil(shape);
  };
}
