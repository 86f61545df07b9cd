/** Links to another page of the same file, as draw.io writes them. */

const PAGE_LINK = /^data:page\/id,(.*)$/s;

/** The id of the page that a link leads to; undefined where it leads elsewhere. */
export const linkedPage = (link: string): string | undefined => PAGE_LINK.exec(link)?.[1];

/** A link to the page of this id. */
export const pageLink = (id: string): string => `data:page/id,${id}`;
