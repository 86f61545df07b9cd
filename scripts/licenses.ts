/** Gathers the licences of the packages whose code a bundle holds. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Metafile } from 'esbuild';

interface PackageFile {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly repository?: string | { readonly url?: string };
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

/** The licence of a package that lies in a folder, and where its source is. */
export function licenceOfPackage(folder: string): string {
  const { repository } = aboutPackage(folder);
  const address = typeof repository === 'string' ? repository : repository?.url;
  return `${licenseOf(folder).text}${address === undefined ? '' : `Its source is at ${address}.\n`}`;
}

const aboutPackage = (folder: string): PackageFile =>
  JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));

function licenseOf(folder: string): { readonly name: string; readonly text: string } {
  const about = aboutPackage(folder);
  const named = SAME_SOURCES.get(about.name);
  const terms = termsIn(named === undefined ? folder : path.join(folder, '../..', named)) ?? copyrightOf(about);
  const title = `${about.name} ${about.version} (${about.license?.replace(/[()]/g, '') ?? 'see below'})`;
  return { name: about.name, text: `${title}\n${'-'.repeat(title.length)}\n${terms}\n` };
}

/** Packages without a text, and those that are made from the same sources and have it. */
const SAME_SOURCES = new Map([['@resvg/resvg-wasm', '@resvg/resvg-js']]);

function termsIn(folder: string): string | undefined {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  return file === undefined ? undefined : readFileSync(path.join(folder, file), 'utf8').trim();
}

/** Of a package that names its licence without its text. */
function copyrightOf({ name, author, license }: PackageFile): string {
  const holder = typeof author === 'string' ? author : author?.name;
  if (license === undefined || holder === undefined) throw new Error(`${name} doesn't say under which licence it is.`);
  return `Copyright ${holder}. Licensed under the ${license} licence.`;
}
