/** The data URI of an image's bytes. */
import { imageIn } from '../../decode/imageKind.js';

/** Undefined for bytes that are of no image that browsers draw. */
export function imageUri(bytes: Uint8Array): string | undefined {
  const base64 = Buffer.from(bytes).toString('base64');
  const kind = imageIn(`data:image/*;base64,${base64.slice(0, 1024)}`)?.kind;
  if (kind !== undefined) return `data:image/${kind};base64,${base64}`;
  return isSvg(bytes) ? `data:image/svg+xml;base64,${base64}` : undefined;
}

/** The text before a document's root may hold comments and a document type. */
const LONGEST_PROLOG = 64 * 1024;

const isSvg = (bytes: Uint8Array): boolean =>
  /^\s*<(?:[!?]|(?:[\w-]+:)?svg\b)/.test(text(bytes)) && /<(?:[\w-]+:)?svg\b/.test(text(bytes));

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes.subarray(0, LONGEST_PROLOG));
