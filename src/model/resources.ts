/** The defs element of a page: long images and stencils that styles refer to as def(0), def(1) … */

import { childElement, childElements, type XmlElement } from '../decode/xml.js';
import { type Limits, requireWithin } from '../limits.js';

const REFERENCE = /(^|;)(image|shape)=def\((\d{1,6})\)(?=;|$)/g;

/** Replaces `image=def(0)` and `shape=def(1)` in a style by the data they stand for. */
export type ExpandStyle = (style: string) => string;

/** Throws MxsvgError 'limit-exceeded' where short references stand for more text than a file may inflate to. */
export function styleExpander(model: XmlElement, limits: Limits): ExpandStyle {
  const defs = childElement(model, 'defs');
  if (defs === undefined) return (style) => style;
  const data = childElements(defs, 'def').map((def) => def.attributes.get('data'));
  // A reference to nothing drops its entry, as in draw.io.
  const entry = (_whole: string, start: string, key: string, index: string): string => {
    const found = data[Number(index)];
    return found === undefined ? start : `${start}${key}=${found}`;
  };
  const expanded = new Map<string, string>();
  let total = 0;
  return (style) => {
    if (!style.includes('=def(')) return style;
    const known = expanded.get(style);
    if (known !== undefined) return known;
    const added = [...style.matchAll(REFERENCE)].reduce((sum, match) => sum + (data[Number(match[3])]?.length ?? 0), 0);
    total += added;
    requireWithin(limits, 'inflatedBytes', total, 'The data that the page’s styles refer to');
    const result = style.replace(REFERENCE, entry);
    expanded.set(style, result);
    return result;
  };
}
