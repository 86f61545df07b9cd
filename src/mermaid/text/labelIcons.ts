/** Icons in labels, "fa:fa-car" or "fab:fa-github", each in a place of its line. */

import { inlineIcon } from '../../icons/iconSvg.js';
import type { Icons } from '../../icons/icons.js';

const ICON = /(fa[bklrs]?:fa-[\w-]+)(\s?)/g;

/** Stands for an icon while the rest of its label is read; labels have none of these signs. */
const PLACE = '\u{F8FE}';

export interface IconsAside {
  /** The label with a sign in each icon's place. */
  readonly text: string;
  /** Puts the icons into the label's HTML. */
  restore(html: string): string;
}

/** A label without its icons; `tell` is told of those that there aren't. */
export function iconsAside(label: string, icons: Icons, tell: (message: string) => void): IconsAside {
  const found: string[] = [];
  const text = label.replaceAll(PLACE, '').replace(ICON, (_, name: string, blank: string) => {
    const { icon, reason } = icons.find(name);
    if (icon) {
      found.push(inlineIcon(icon));
      return PLACE + blank;
    }
    tell(`The icon ${name} is left out: ${reason}.`);
    return '';
  });
  let next = 0;
  return { text, restore: (html) => html.replaceAll(PLACE, () => found[next++] ?? '') };
}
