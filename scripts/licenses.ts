/** Gathers the licences of the packages whose code a bundle holds. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import type { OutputChunk } from 'rolldown';

export interface PackageFile {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly repository?: string | { readonly url?: string };
  readonly author?: string | { readonly name?: string };
}

const PACKAGE_FOLDER = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/** The files whose code is in what esbuild wrote. */
export const filesIn = ({ outputs }: Metafile): readonly string[] =>
  Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );

/** The files whose code is in what rolldown wrote. */
export const filesInChunks = (chunks: readonly OutputChunk[]): readonly string[] =>
  chunks.flatMap(({ modules }) =>
    Object.entries(modules).flatMap(([file, { renderedLength }]) => (renderedLength > 0 ? [file] : [])),
  );

/** The folders of the packages that these files are of. */
export const packageFolders = (files: readonly string[]): readonly string[] => [
  ...new Set(files.flatMap((file) => PACKAGE_FOLDER.exec(path.relative('', file))?.[0] ?? [])),
];

/** The text that goes with bundled files: each package that code of them comes from, with its licence. */
export function licenseTexts(files: readonly string[]): string {
  const sections = packageFolders(files)
    .map(licenseOf)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return `The JavaScript files hold code of these packages.\n\n${sections.map(({ text }) => text).join('\n')}`;
}

/** The licence of a package that lies in a folder, and where its source is. */
export function licenceOfPackage(folder: string): string {
  const { repository } = aboutPackage(folder);
  const address = typeof repository === 'string' ? repository : repository?.url;
  return `${licenseOf(folder).text}${address === undefined ? '' : `Its source is at ${address}.\n`}`;
}

/** What a package says of itself. */
export const aboutPackage = (folder: string): PackageFile =>
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
