/** The characters that XML 1.0 has no place for. No reference to one is allowed either, so what holds one can't be written. */

const SUSPICIOUS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/;

/** Of surrogates, those that have lost their other half. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu;

/** A text without them. */
export const withoutForbidden = (text: string): string => (SUSPICIOUS.test(text) ? text.replace(FORBIDDEN, '') : text);
