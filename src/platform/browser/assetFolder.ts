/** Where a web page has the asset pack, if nobody says so with an option. */

/** A page whose files are bundled names the folder in its head: <meta name="mxsvg-assets" content="/assets/">. */
const META = 'meta[name="mxsvg-assets"]';

/** The folder that the page names; else `assets` beside this module, or beside the page where the module has no address. */
export function assetFolder(): URL {
  const page = typeof document === 'undefined' ? undefined : document;
  const named = page?.querySelector(META)?.getAttribute('content');
  if (page && named) return new URL(named, page.baseURI);
  // Kept apart from its use: bundlers take `new URL(…, import.meta.url)` for a file of theirs.
  const here = import.meta.url;
  // What webpack puts in its place is a path on the machine that bundled.
  return new URL('assets/', page && here.startsWith('file:') ? page.baseURI : here);
}
