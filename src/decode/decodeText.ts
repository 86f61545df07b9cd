/** Bytes → text: byte order marks, UTF-16 without one, and the encoding an XML declaration names. */
import { MxsvgError } from '../diagnostics.js';

/** Decodes a text file. Throws MxsvgError 'not-a-diagram' where the bytes aren't text in the encoding they claim. */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  try {
    // A decoder of its own drops the byte order mark.
    const decoder = new TextDecoder(encoding, { fatal: true });
    if (decoder.encoding !== WINDOWS_1252) return decoder.decode(bytes);
    return asUtf8(bytes) ?? windows1252(decoder.decode(bytes));
  } catch (cause) {
    const problem =
      cause instanceof RangeError
        ? `names an unknown encoding, "${encoding}"`
        : `isn't valid ${encoding.toUpperCase()}`;
    const advice = bytes.includes(0) && encoding === 'utf-8' ? 'is it a text?' : 'save it as UTF-8 and try again.';
    throw new MxsvgError('not-a-diagram', `The input ${problem}: ${advice}`, { cause });
  }
}

/** The name that decoders have for it, and for ISO-8859-1 and ASCII, which the Web reads as it. */
const WINDOWS_1252 = 'windows-1252';

/**
 * Many files say Windows-1252 or ISO-8859-1 and are UTF-8, which draw.io reads them as; what is written in one of those
 * is no valid UTF-8 as soon as it leaves ASCII.
 */
function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) return undefined;
    throw cause;
  }
}

/** What Windows-1252 has where Latin-1 has control characters, from 0x80 on; a blank where it has nothing. */
const AFTER_ASCII = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Some versions of Node decode Windows-1252 as Latin-1. */
const windows1252 = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (control) => {
    const character = AFTER_ASCII[control.charCodeAt(0) - 0x80] as string;
    return character === ' ' ? control : character;
  });

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
