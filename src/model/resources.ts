/** The defs element of a page: long images and stencils that styles refer to as def(0), def(1) … */
import { childElement, childElements, type XmlElement } from '../decode/xml.js';

/** Replaces `image=def(0)` and `shape=def(1)` in a style by the data they stand for. */
export type ExpandStyle = (style: string) => string;

export function styleExpander(model: XmlElement): ExpandStyle {
  const defs = childElement(model, 'defs');
  if (defs === undefined) return (style) => style;
  const data = childElements(defs, 'def').map((def) => def.attributes.get('data'));
  // A reference to nothing drops its entry, as in draw.io.
  const entry = (_whole: string, start: string, key: string, index: string): string => {
    const found = data[Number(index)];
    return found === undefined ? start : `${start}${key}=${found}`;
  };
  return (style) => style.replace(/(^|;)(image|shape)=def\((\d{1,6})\)(?=;|$)/g, entry);
}
