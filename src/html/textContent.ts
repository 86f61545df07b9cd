/** Text as content, in the style it stands in. */
import { withoutForbidden } from '../primitives/xmlCharacters.js';
import type { ComputedStyle } from './computedStyle.js';
import type { Content } from './content.js';
import { smallCaps } from './smallCaps.js';
import { transformed } from './textTransform.js';

/** `before`: the character that the text follows; none after boxes and breaks. */
export function textContent(text: string, style: ComputedStyle, before = ''): Content {
  // A reference in HTML may stand for what XML has no place for.
  const shown = transformed(withoutForbidden(text), style, before);
  return style.smallCaps ? smallCaps(shown, style) : { kind: 'text', text: shown, style };
}
