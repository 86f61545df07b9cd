/** What there is to say about the image that a cell or a page names. */
import { packPath } from '../assets/assetPack.js';
import { imageIn, isCommon } from '../decode/imageKind.js';
import { isWithoutPixels } from '../decode/imageSize.js';
import type { Diagnostic } from '../diagnostics.js';
import { BoundedCache, dataSize } from '../primitives/boundedCache.js';
import { missingAsset } from '../shapes/missingAssets.js';

/** `cellId`: undefined for a page's; `href`: what was found of it, undefined where it isn't there. */
export function imageDiagnostic(
  cellId: string | undefined,
  path: string,
  href: string | undefined,
): Diagnostic | undefined {
  const missing = (message: string): Diagnostic => ({ code: 'missing-image', cellId, message });
  if (href === undefined) {
    const words = { found: `Image "${shortened(path)}" is not in the asset pack`, drawn: 'left out' };
    const diagnostic = missingAsset('missing-image', cellId, packPath(path), words);
    return diagnostic.asset !== undefined || /^\s*data:/i.test(path) ? diagnostic : { ...diagnostic, image: path };
  }
  const message = faults.remember(href, faultOf);
  return message === undefined ? undefined : missing(message);
}

/** Bytes of the images that were looked into already: pages repeat them, and drawings pages. */
const KEPT_IMAGES = 8 * 1024 * 1024;

const faults = new BoundedCache<string, string | undefined>(KEPT_IMAGES, dataSize);

/** Why viewers don't draw an image's data; undefined where they do, and of what is none. */
function faultOf(href: string): string | undefined {
  const image = imageIn(href);
  if (!image) return undefined;
  if (isCommon(image.kind)) return isWithoutPixels(href) ? 'An image is broken: it has no pixels.' : undefined;
  return image.kind === undefined
    ? `An image's data (${image.mediaType}) is of no known kind.`
    : `An image is of a kind that few viewers draw (image/${image.kind}).`;
}

const shortened = (path: string): string => (path.length > 80 ? `${path.slice(0, 77)}...` : path);
