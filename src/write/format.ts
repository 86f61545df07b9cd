/** Text for SVG: escaped, and without the characters that XML forbids. */

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML 1.0 does not allow, lone surrogates included. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** What has nothing to escape or to leave out: nearly every colour, name and address. */
const PLAIN = /^[\t\n\r !#-%'-;=?-\ud7ff\ue000-\ufffd]*$/;

/** Escapes text for XML content and double-quoted attributes; characters that XML forbids are left out. */
export function escapeXml(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (c) => ESCAPES[c] as string);
}
