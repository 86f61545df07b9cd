/** The names that icons of Font Awesome had in older versions, as the data of the installed package tells them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { IconName, IconStyle } from '../../icons/icons.js';

interface OldNames {
  /** Those of version 4, which had no styles. */
  readonly oldest: ReadonlyMap<string, IconName>;
  /** Those of version 5 and later: only the name is another. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** By its prefix in classes. */
const STYLES: ReadonlyMap<string | undefined, IconStyle> = new Map([
  ['fas', 'solid'],
  ['far', 'regular'],
  ['fab', 'brands'],
]);

/** Of the folder that was asked last: the package's data are some megabytes. */
let last: { readonly folder: string; readonly names: OldNames } | undefined;

/** What an icon of an older version is called in the package in `folder`; `isOldest` for a name of version 4. */
export function renamedIcon(folder: string, name: string, isOldest: boolean): IconName | undefined {
  if (last?.folder !== folder) last = { folder, names: readNames(folder) };
  const { oldest, aliases } = last.names;
  const known = isOldest ? oldest.get(name) : undefined;
  if (known) return known;
  const alias = aliases.get(name);
  return alias === undefined ? undefined : { name: alias };
}

const readNames = (folder: string): OldNames => ({
  oldest: oldestNames(textOf(path.join(folder, 'js/v4-shims.js')) ?? ''),
  aliases: aliasesOf(textOf(path.join(folder, 'metadata/icon-families.json'))),
});

/** Undefined where a version of the package has no such file. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** What a list of the package's script says: the old name, then the style and the name that it has now, or null. Its metadata have but some. */
const OLDEST = /\["(?<old>[a-z\d-]+)", ?(?:null|"(?<style>fa[srb])"), ?(?:null|"(?<now>[a-z\d-]+)")\]/g;

function oldestNames(script: string): OldNames['oldest'] {
  const names = new Map<string, IconName>();
  for (const { groups } of script.matchAll(OLDEST)) {
    const { old = '', style, now = old } = groups ?? {};
    names.set(old, { name: now, style: STYLES.get(style) ?? 'solid' });
  }
  return names;
}

function aliasesOf(json: string | undefined): OldNames['aliases'] {
  const icons = Object.entries(
    JSON.parse(json ?? '{}') as Readonly<Record<string, { aliases?: { names?: string[] } }>>,
  );
  return new Map(icons.flatMap(([name, { aliases }]) => (aliases?.names ?? []).map((old) => [old, name] as const)));
}
