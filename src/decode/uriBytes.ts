/** URI-encoded bytes → text, without a text in between that is three times as long. */

const PERCENT = 0x25;

/** The value of a hexadecimal digit by its character code; 16 for what is none. */
const DIGITS = new Uint8Array(256).fill(16);
for (const [value, digit] of [...'0123456789abcdef'].entries()) {
  DIGITS[digit.charCodeAt(0)] = value;
  DIGITS[digit.toUpperCase().charCodeAt(0)] = value;
}

/** A byte that no digit follows, behind the last one. */
const END = 0;

/**
 * The text of URI-encoded ASCII, as decodeURIComponent gives it. Undefined for any others: those with characters beyond
 * ASCII, a "%" that encodes nothing, or what is no UTF-8.
 */
export function uriDecoded(bytes: Uint8Array): string | undefined {
  const { length } = bytes;
  const decoded = new Uint8Array(length);
  let to = 0;
  for (let from = 0; from < length; from++) {
    const byte = bytes[from] as number;
    if (byte > 127) return undefined;
    if (byte !== PERCENT) {
      decoded[to++] = byte;
      continue;
    }
    const high = DIGITS[bytes[from + 1] ?? END] as number;
    const low = DIGITS[bytes[from + 2] ?? END] as number;
    if ((high | low) > 15) return undefined;
    decoded[to++] = (high << 4) | low;
    from += 2;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(decoded.subarray(0, to));
  } catch (cause) {
    if (cause instanceof TypeError) return undefined;
    throw cause;
  }
}
