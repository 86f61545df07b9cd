/** Font Awesome's free set of icons, of the package that whoever uses mxsvg may have installed beside it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { IconFiles, IconStyle } from '../../icons/icons.js';
import { renamedIcon } from './fontAwesomeNames.js';

const PACKAGE = '@fortawesome/fontawesome-free/package.json';

/** The set of the package that is found from here, or from the working directory; undefined where there is none. */
export function loadFontAwesome(): IconFiles | undefined {
  const folder = folderFrom(import.meta.url) ?? folderFrom(path.join(process.cwd(), 'package.json'));
  if (folder === undefined) return undefined;
  const files = (style: IconStyle, name: string): string | undefined => fileOf(folder, style, name);
  return Object.assign(files, {
    renamed: (name: string, isOldest: boolean) => renamedIcon(folder, name, isOldest),
  });
}

function folderFrom(place: string): string | undefined {
  try {
    return path.dirname(createRequire(place).resolve(PACKAGE));
  } catch (error) {
    if (isMissing(error, 'MODULE_NOT_FOUND')) return undefined;
    throw error;
  }
}

function fileOf(folder: string, style: IconStyle, name: string): string | undefined {
  // A name is part of a path.
  if (!/^[a-z\d-]+$/.test(name)) return undefined;
  try {
    return readFileSync(path.join(folder, 'svgs', style, `${name}.svg`), 'utf8');
  } catch (error) {
    if (isMissing(error, 'ENOENT')) return undefined;
    throw error;
  }
}

const isMissing = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
