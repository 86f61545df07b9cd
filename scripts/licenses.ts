/** Gathers the licences of the packages whose code a bundle holds. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Metafile } from 'esbuild';

interface PackageFile {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name?: string };
}

const PACKAGE_FOLDER = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/** The text that goes with a bundle: each package that code of it comes from, with its licence. */
export function licenseTexts({ outputs }: Metafile): string {
  const folders = new Set<string>();
  for (const { inputs } of Object.values(outputs)) {
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = PACKAGE_FOLDER.exec(file)?.[0];
      if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
    }
  }
  const sections = [...folders].map(licenseOf).sort((a, b) => (a.name < b.name ? -1 : 1));
  return `The JavaScript files hold code of these packages.\n\n${sections.map(({ text }) => text).join('\n')}`;
}

function licenseOf(folder: string): { readonly name: string; readonly text: string } {
  const about = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as PackageFile;
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  const terms = file === undefined ? copyrightOf(about) : readFileSync(path.join(folder, file), 'utf8').trim();
  const title = `${about.name} ${about.version} (${about.license?.replace(/[()]/g, '') ?? 'see below'})`;
  return { name: about.name, text: `${title}\n${'-'.repeat(title.length)}\n${terms}\n` };
}

/** Of a package that names its licence without its text. */
function copyrightOf({ name, author, license }: PackageFile): string {
  const holder = typeof author === 'string' ? author : author?.name;
  if (license === undefined || holder === undefined) throw new Error(`${name} doesn't say under which licence it is.`);
  return `Copyright ${holder}. Licensed under the ${license} licence.`;
}
