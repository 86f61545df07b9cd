/** Text for SVG: escaped, and without the characters that XML forbids. */
import { withoutForbidden } from '../primitives/xmlCharacters.js';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What has nothing to escape or to leave out: nearly every colour, name and address. */
const PLAIN = /^[\t\n\r !#-%'-;=?-\ud7ff\ue000-\ufffd]*$/;

/** Escapes text for XML content and double-quoted attributes; characters that XML forbids are left out. */
export function escapeXml(text: string): string {
  if (PLAIN.test(text)) return text;
  return withoutForbidden(text).replace(/[&<>"]/g, (c) => ESCAPES[c] as string);
}
