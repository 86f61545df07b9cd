/** The bill of materials that goes with the bundles (CycloneDX): what package of which version is in them. */
import path from 'node:path';
import { aboutPackage, packageFolders } from './licenses.js';

/** `files`: those that were bundled; `copied`: packages, by name, that files were taken from in other ways. */
export function billOfMaterials(files: readonly string[], copied: readonly string[]): string {
  const folders = new Set([...packageFolders(files), ...copied.map((name) => path.join('node_modules', name))]);
  const components = [...folders].map(componentOf).sort((a, b) => (a.purl < b.purl ? -1 : 1));
  const own = aboutPackage('.');
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'library', name: own.name, version: own.version, 'bom-ref': purlOf(own) } },
    components,
  };
  return `${JSON.stringify(bill, undefined, 2)}\n`;
}

function componentOf(folder: string) {
  const about = aboutPackage(folder);
  const [, group, name] = /^(?:(@[^/]+)\/)?(.+)$/.exec(about.name) ?? [];
  const purl = purlOf(about);
  return {
    type: 'library',
    ...(group === undefined ? {} : { group }),
    name,
    version: about.version,
    'bom-ref': purl,
    purl,
    licenses: about.license === undefined ? [] : [{ expression: about.license }],
  };
}

const purlOf = ({ name, version }: { readonly name: string; readonly version: string }): string =>
  `pkg:npm/${name.replace('@', '%40')}@${version}`;
