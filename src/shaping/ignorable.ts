/** Characters that take no room of their own, whatever the font says: joiners, marks of direction, soft hyphens. */
export const isIgnorable = (codePoint: number): boolean =>
  codePoint === 0xad ||
  (codePoint >= 0x200b && codePoint <= 0x200f) ||
  (codePoint >= 0x202a && codePoint <= 0x202e) ||
  (codePoint >= 0x2060 && codePoint <= 0x206f) ||
  codePoint === 0xfeff ||
  (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
  codePoint < 0x20;
