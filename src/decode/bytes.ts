/** Bytes as text, one character each, and bytes put together. */

/** TextDecoder's "latin1" is Windows-1252, so this is done by hand. */
export function latin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  // In pieces: a call takes only so many arguments.
  for (let start = 0; start < bytes.length; start += 8192) {
    parts.push(String.fromCharCode(...bytes.subarray(start, start + 8192)));
  }
  return parts.join('');
}

export function joinedBytes(parts: readonly Uint8Array[]): Uint8Array {
  const [first, second] = parts;
  if (first && !second) return first;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
