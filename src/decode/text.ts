/** Bytes → text: byte order marks, UTF-16 without one, and the encoding an XML declaration names. */
import { MxsvgError } from '../diagnostics.js';

/** Decodes a text file. Throws MxsvgError 'not-a-diagram' where the bytes aren't text in the encoding they claim. */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  try {
    // A decoder of its own drops the byte order mark.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    const problem =
      cause instanceof RangeError
        ? `names an unknown encoding, "${encoding}"`
        : `isn't valid ${encoding.toUpperCase()}`;
    throw new MxsvgError('not-a-diagram', `The input ${problem}: save it as UTF-8 and try again.`, { cause });
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Without a mark, the '<' of the first element tells the byte order.
  if (first === 0x3c && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c && third === 0 && fourth !== 0) return 'utf-16be';
  return declaredEncoding(bytes) ?? 'utf-8';
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1]?.toLowerCase();
  // Bytes read as far as here can't be UTF-16, whatever the declaration says.
  return declared?.startsWith('utf-16') ? undefined : declared;
}
