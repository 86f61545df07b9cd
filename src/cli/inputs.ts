/** Which files the command line means: files, folders and patterns → inputs. */

import { type Dirent, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { append } from '../primitives/lists.js';
import { isDerived } from './derived.js';
import { explain, FileError, ownStatusOf, partOf, STANDARD_STREAM, UsageError } from './files.js';

export interface Input {
  /** The path to read, or "-" for standard input. */
  readonly file: string;
  /**
   * What an output folder mirrors: its path below the folder or pattern that it was found in, where there are several
   * folders with the folder's own name; else its name.
   */
  readonly relative: string;
  /** It was found in a folder or by a pattern, which may hold more. */
  readonly searched: boolean;
}

/** What makes a path that isn't there a pattern. */
const SPECIAL = /[*?[\]{}]/;

/**
 * Finds the inputs, in the order of the command line, folders and patterns sorted, each file once. Of a folder's pictures
 * with a diagram inside, those beside the diagram's own file are left out, unless pictures are what is wanted.
 */
export async function findInputs(
  operands: readonly string[],
  { recursive, pictures = false }: { readonly recursive: boolean; readonly pictures?: boolean },
): Promise<readonly Input[]> {
  const found = new Map<string, Input>();
  for (const operand of operands) {
    for (const input of await inputsOf(operand, { recursive, pictures, several: operands.length > 1 })) {
      const key = input.file === STANDARD_STREAM ? STANDARD_STREAM : path.resolve(input.file);
      if (!found.has(key)) found.set(key, input);
    }
  }
  return [...found.values()];
}

async function inputsOf(
  operand: string,
  {
    recursive,
    pictures,
    several,
  }: { readonly recursive: boolean; readonly pictures: boolean; readonly several: boolean },
): Promise<readonly Input[]> {
  if (operand === STANDARD_STREAM) return [{ file: operand, relative: operand, searched: false }];
  const status = ownStatusOf(operand);
  if (status === undefined && SPECIAL.test(operand)) return matching(operand);
  const isFolder = status?.isDirectory() || (status?.isSymbolicLink() && isFolderLink(operand));
  // A file that isn't there is told of when it is read, with the others still drawn.
  if (!isFolder) return [{ file: operand, relative: path.basename(operand), searched: false }];
  const found = filesBelow(operand, '', recursive);
  const inputs = pictures ? found : withoutPictures(found);
  if (inputs.length === 0) {
    const hint = recursive ? '' : ' (-r looks into its folders too)';
    throw new UsageError(`there are no diagrams in the folder ${operand}${hint}.`);
  }
  const name = several ? path.basename(path.resolve(operand)) : '';
  return inputs.map((input) => ({ ...input, relative: path.join(name, input.relative) }));
}

const PICTURE_ENDING = /\.(?:svg|png|html|pdf)$/i;

/** Leaves out "a.drawio.svg" where "a.drawio" is there. */
function withoutPictures(inputs: readonly Input[]): readonly Input[] {
  const names = new Set(inputs.map(({ relative }) => relative));
  return inputs.filter(({ relative }) => {
    const diagram = relative.replace(PICTURE_ENDING, '');
    return diagram === relative || !names.has(diagram);
  });
}

function isFolderLink(link: string): boolean {
  try {
    readdirSync(link);
    return true;
  } catch {
    return false;
  }
}

async function matching(pattern: string): Promise<readonly Input[]> {
  const { glob } = await import('tinyglobby');
  const files = await glob(pattern.replaceAll('\\', '/'), {
    onlyFiles: true,
    expandDirectories: false,
    // As in folders.
    followSymbolicLinks: false,
  });
  if (files.length === 0) throw new UsageError(`no file matches ${pattern}.`);
  const base = fixedPart(pattern);
  return files.sort().map((file) => ({ file, relative: path.relative(base, file), searched: true }));
}

/** The folders of a pattern before its first special character; a path without any is itself. */
export function fixedPart(pattern: string): string {
  const parts = pattern.split('/');
  const special = parts.findIndex((part) => SPECIAL.test(part));
  if (special < 0 || existsSync(pattern)) return pattern;
  return parts.slice(0, special).join('/') || (pattern.startsWith('/') ? '/' : '.');
}

/** Links aren't followed: who filled the folder chose where they lead. */
function filesBelow(folder: string, below: string, recursive: boolean): readonly Input[] {
  const entries = entriesOf(path.join(folder, below));
  const names = entries.map(({ name }) => name);
  const inputs: Input[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const relative = path.join(below, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory() && recursive) append(inputs, filesBelow(folder, relative, recursive));
    const file = path.join(folder, relative);
    if (entry.isFile() && isDiagram(file, names)) inputs.push({ file, relative, searched: true });
  }
  return inputs;
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    throw new FileError(`${folder}: ${explain(cause, 'read')}`, { cause });
  }
}

const DIAGRAM_NAME = /\.(?:drawio|dio|(?:drawio|dio)\.(?:xml|svg|png|html|pdf)|mmd|mermaid)$/i;

const MAY_BE_DERIVED = /\.(?:drawio|dio|xml)$/i;

/**
 * Whether a file found in a folder with files of these names is a diagram: by its name, and an .xml file by how it begins;
 * but not one that the command wrote from another in the folder.
 */
function isDiagram(file: string, names: readonly string[]): boolean {
  const looksSo = DIAGRAM_NAME.test(file) || (/\.xml$/i.test(file) && beginsAsDiagram(file));
  return looksSo && !(MAY_BE_DERIVED.test(file) && isDerived(file, names));
}

/** One that can't be read is told of when it is tried. */
function beginsAsDiagram(file: string): boolean {
  const beginning = partOf(file, 1024);
  return beginning === undefined || /<(?:mxfile|mxGraphModel|mxlibrary)[\s>]/.test(beginning);
}
