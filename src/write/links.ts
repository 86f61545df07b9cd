/** Which links a picture may carry. */

/** Where links open: as the file says, in a new window, or in the window that the picture is in. */
export type LinkTarget = 'auto' | 'new-win' | 'same-win';

const TARGETS = { 'new-win': '_blank', 'same-win': '_top' } as const;

/** The target of a link, given the one in the file. */
export const linkTarget = (policy: LinkTarget, own: string | undefined): string | undefined =>
  policy === 'auto' ? own : TARGETS[policy];

const SAFE_PROTOCOLS = new Set(['http', 'https', 'mailto', 'ftp', 'tel']);

/** The href itself if it is safe to put into a page: web, mail and phone links, and relative ones; else undefined. */
export function safeHref(href: string): string | undefined {
  // Browsers ignore white space and control characters inside a protocol's name.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  const compact = href.replace(/[\u0000-\u0020\u007f-\u009f]/g, '');
  const protocol = /^([a-z][a-z0-9+.-]*):/i.exec(compact);
  if (!protocol) return compact === '' ? undefined : href.trim();
  return SAFE_PROTOCOLS.has((protocol[1] as string).toLowerCase()) ? href.trim() : undefined;
}
