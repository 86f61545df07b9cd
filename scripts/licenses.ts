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

/** The files whose code is in what esbuild wrote. */
export const filesIn = ({ outputs }: Metafile): readonly string[] =>
  Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );

/** The text that goes with bundled files: each package that code of them comes from, with its licence. */
export function licenseTexts(files: readonly string[]): string {
  const folders = new Set(files.flatMap((file) => PACKAGE_FOLDER.exec(path.relative('', file))?.[0] ?? []));
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
