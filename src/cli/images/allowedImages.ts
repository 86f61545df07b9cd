/** Images that lie beside a diagram or in the network, for those who allow it: the picture holds them as data. */
import type { Report } from '../../diagnostics.js';
import type { Limits } from '../../limits.js';
import { readLocalImage } from './localImages.js';

export interface AllowedSources {
  /** Folders that images are read from, with all below them. */
  readonly folders: readonly string[];
  /** Whether images are fetched. */
  readonly network: boolean;
  /** Where the diagram lies: relative addresses begin there. */
  readonly base: string;
}

/** As the library's option `image`. */
export type ImageLookup = (address: string) => string | undefined;

/**
 * What gives the images of a diagram. `draw` draws it with a lookup, to find out which ones it wants: those of the network
 * are fetched ahead. What is refused or can't be had is reported.
 */
export async function allowedImages(
  { folders, network, base }: AllowedSources,
  limits: Limits,
  draw: (image: ImageLookup) => void,
  report: Report,
): Promise<ImageLookup> {
  const known = new Map<string, string | undefined>();
  const local = (address: string): string | undefined => {
    if (isRemote(address) || folders.length === 0) return undefined;
    return readLocalImage(address, { folders, base, limits, report });
  };
  const remembered = (address: string): string | undefined => {
    if (!known.has(address)) known.set(address, local(address));
    return known.get(address);
  };
  if (!network) return remembered;
  const wanted = new Set<string>();
  draw((address) => {
    if (isRemote(address)) wanted.add(address);
    return isRemote(address) ? undefined : remembered(address);
  });
  if (wanted.size === 0) return remembered;
  const { fetchImages } = await import('./remoteImages.js');
  for (const [address, uri] of await fetchImages([...wanted], { limits, report })) known.set(address, uri);
  return remembered;
}

const isRemote = (address: string): boolean => /^(?:https?:)?\/\//i.test(address);
