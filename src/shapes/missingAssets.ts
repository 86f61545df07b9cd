/** What there is to say of a stencil or an icon that the assets lack: since when draw.io has its library. */
import type { Diagnostic } from '../diagnostics.js';

/**
 * Libraries that came after the bundled ones, by how their names begin, each with the first version of draw.io that has
 * it: what draw.io's public change log tells for certain. Libraries that it doesn't name aren't here.
 */
const LIBRARIES: readonly (readonly [begins: string, since: string])[] = [
  ['mxgraph.salesforce.', '22.0.1'],
  ['mxgraph.kubernetes2.', '22.1.12'],
  ['img/lib/sap/', '24.7.0'],
  ['mxgraph.citrix2.', '24.8.0'],
  ['mxgraph.ibm_cloud.', '24.8.2'],
  ['mxgraph.alibaba_cloud.', '24.8.5'],
  ['mxgraph.openstack.', '24.8.7'],
];

/** The first version of draw.io that has the library of a stencil or an icon, where it is a later one that is known. */
const librarySince = (asset: string): string | undefined => LIBRARIES.find(([begins]) => asset.startsWith(begins))?.[1];

/** The beginnings of what draw.io's own libraries name. */
const DRAWIO_NAME = /^(?:mxgraph\.|(?:img|stencils|mxgraph)\/)/;

/**
 * The diagnostic of a stencil or an icon that isn't there. `name`: as styles write it; `found` and `drawn` become a
 * sentence: "Stencil "x" can't be had; drawn as a rectangle."
 */
export function missingAsset(
  code: 'missing-stencil' | 'missing-image',
  cellId: string | undefined,
  name: string | undefined,
  { found, drawn }: { readonly found: string; readonly drawn: string },
): Diagnostic {
  const asset = name !== undefined && DRAWIO_NAME.test(name) ? name : undefined;
  const since = asset === undefined ? undefined : librarySince(asset);
  const known = since === undefined ? '' : ` (draw.io has its library since ${since})`;
  return { code, cellId, message: `${found}${known}; ${drawn}.`, ...(asset === undefined ? {} : { asset }) };
}
