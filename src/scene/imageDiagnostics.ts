/** What there is to say about the image that a cell names. */
import type { Diagnostic } from '../diagnostics.js';
import { imageIn, isCommon } from '../text/imageKind.js';

/** `href`: what was found of it; undefined where it isn't there. */
export function imageDiagnostic(cellId: string, path: string, href: string | undefined): Diagnostic | undefined {
  const missing = (message: string): Diagnostic => ({ code: 'missing-image', cellId, message });
  if (href === undefined) return missing(`Image "${shortened(path)}" is not in the asset pack; left out.`);
  const image = imageIn(href);
  if (!image || isCommon(image.kind)) return undefined;
  return missing(
    image.kind === undefined
      ? `An image's data (${image.mediaType}) is of no known kind.`
      : `An image is of a kind that few viewers draw (image/${image.kind}).`,
  );
}

const shortened = (path: string): string => (path.length > 80 ? `${path.slice(0, 77)}...` : path);
