/** URI-encoded bytes → text, without a text in between that is three times as long. */

const PERCENT = 0x25;

/** The value of a hexadecimal digit by its character code; 16 for what is none. */
const DIGITS = new Uint8Array(128).fill(16);
for (const [value, digit] of [...'0123456789abcdef'].entries()) {
  DIGITS[digit.charCodeAt(0)] = value;
  DIGITS[digit.toUpperCase().charCodeAt(0)] = value;
}

const digit = (code: number | undefined): number => (code === undefined || code > 127 ? 16 : (DIGITS[code] as number));

/**
 * The text of URI-encoded ASCII, as decodeURIComponent gives it. Undefined for any others: those with
 * characters beyond ASCII, a "%" that encodes nothing, or what is no UTF-8.
 */
export function uriDecoded(bytes: Uint8Array): string | undefined {
  if (!isEncoded(bytes)) return undefined;
  const decoded = new Uint8Array(bytes.length);
  let to = 0;
  for (let from = 0; from < bytes.length; from++) {
    const byte = bytes[from] as number;
    if (byte !== PERCENT) decoded[to++] = byte;
    else {
      decoded[to++] = (digit(bytes[from + 1]) << 4) | digit(bytes[from + 2]);
      from += 2;
    }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(decoded.subarray(0, to));
  } catch (cause) {
    if (cause instanceof TypeError) return undefined;
    throw cause;
  }
}

/** Whether all is ASCII, and each "%" stands before two hexadecimal digits. */
function isEncoded(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte > 127) return false;
    if (byte === PERCENT && (digit(bytes[i + 1]) | digit(bytes[i + 2])) > 15) return false;
  }
  return true;
}
