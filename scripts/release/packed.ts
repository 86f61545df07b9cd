/** What is wrong with a package that is about to be published: files that it lacks, and files that nobody needs. */

/** What a package.json names of its own files. */
export interface Manifest {
  readonly version: string;
  readonly main?: string;
  readonly types?: string;
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports?: unknown;
  readonly imports?: unknown;
}

export interface PackedFile {
  /** From the package's root, with slashes. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/** Beside these a package needs nothing but what its build made. */
const ROOT_FILES = new Set(['package.json', 'README.md', 'LICENSE', 'NOTICE']);

/** Bytes that all files of a package may take together, packed. */
export const LARGEST_PACKAGE = 12_000_000;

/** One sentence for each fault; none where the package can be published. `size`: bytes, packed. */
export function packageFaults(manifest: Manifest, files: readonly PackedFile[], size: number): string[] {
  const paths = new Set(files.map((file) => file.path));
  const faults: string[] = [];
  for (const target of targetsOf(manifest)) {
    if (!isThere(target, paths)) faults.push(`package.json names ${target}, which isn't packed.`);
  }
  for (const { path, size: length } of files) {
    const isBuilt = path.startsWith('dist/');
    if (!isBuilt && !ROOT_FILES.has(path)) faults.push(`${path} is packed, and nobody needs it.`);
    if (/\.map$|\.tsbuildinfo$|(?<!\.d)\.[cm]?ts$|\.test\./.test(path))
      faults.push(`${path} is packed: it is for who builds it.`);
    if (length === 0) faults.push(`${path} is empty.`);
  }
  for (const name of ROOT_FILES) if (!paths.has(name)) faults.push(`${name} isn't packed.`);
  if (size > LARGEST_PACKAGE) faults.push(`The package has ${size} bytes, more than ${LARGEST_PACKAGE}.`);
  return faults;
}

/** The faults of a change log for a version that is about to be published. */
export function changelogFaults(changelog: string, version: string): string[] {
  const heading = new RegExp(`^## \\[?${version.replaceAll('.', '\\.')}\\]? - \\d{4}-\\d{2}-\\d{2}$`, 'm');
  return heading.test(changelog) ? [] : [`CHANGELOG.md has no "## ${version} - <date>".`];
}

/** Every path that begins with "./" or is a command's. */
function targetsOf({ main, types, bin = {}, exports, imports }: Manifest): string[] {
  const found: string[] = [main, types, ...Object.values(bin)].filter((target) => target !== undefined);
  const waiting: unknown[] = [exports, imports];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'string') found.push(value);
    else if (typeof value === 'object' && value !== null) waiting.push(...Object.values(value));
  }
  return [...new Set(found.map((target) => target.replace(/^\.\//, '')))];
}

/** A target with a star stands for all files that have its beginning and its end. */
function isThere(target: string, paths: ReadonlySet<string>): boolean {
  const star = target.indexOf('*');
  if (star < 0) return paths.has(target);
  const [start, end] = [target.slice(0, star), target.slice(star + 1)];
  return [...paths].some((path) => path.startsWith(start) && path.endsWith(end));
}
