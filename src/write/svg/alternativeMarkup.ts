/** What an SVG says to who can't see it: the title and the description that the picture is labelled by. */
import type { Alternative } from '../../drawing/scene.js';
import { escapeXml } from '../format.js';

/** Of the svg element, and first in it. */
interface AlternativeMarkup {
  readonly attributes: string;
  readonly elements: string;
}

/** Empty where there is nothing to say. An image hides what is in it: where that holds links it is a document instead. */
export function alternativeMarkup(
  alternative: Alternative | undefined,
  idPrefix: string,
  hasLinks: boolean,
): AlternativeMarkup {
  if (!alternative) return { attributes: '', elements: '' };
  const [title, description] = [`${idPrefix}title`, `${idPrefix}description`];
  const labels = ` aria-labelledby="${title}" aria-describedby="${description}"`;
  return {
    attributes: ` role="${hasLinks ? 'graphics-document' : 'img'}"${labels}`,
    elements:
      `<title id="${title}">${escapeXml(alternative.title)}</title>` +
      `<desc id="${description}">${escapeXml(alternative.description)}</desc>`,
  };
}
