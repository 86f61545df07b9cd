/** Edits of cells in a file's text: what they don't name stays as it is, byte for byte, and compressed pages stay compressed. */
import { compressPage, type Inflation } from '../../decode/compression.js';
import type { CellEdit } from '../edits.js';
import { cellTags, type PageText, pageTexts } from './pageTexts.js';
import type { Tag } from './scan.js';

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with the edits of each page, by its 0-based index. Edits of what isn't there are passed over. */
export function applyEdits(
  text: string,
  edits: ReadonlyMap<number, readonly CellEdit[]>,
  inflation: Inflation,
): string {
  const pages = pageTexts(text, inflation);
  const replacements: Replacement[] = [];
  for (const [index, own] of edits) {
    const page = pages[index];
    if (page) replacements.push({ start: page.start, end: page.end, text: edited(page, own) });
  }
  return replaced(text, replacements);
}

function edited({ xml, isCompressed }: PageText, edits: readonly CellEdit[]): string {
  const tags = cellTags(xml);
  const replacements = edits.flatMap(({ ordinal, part, attribute, value }) => {
    const tag = tags[ordinal]?.[part];
    return tag ? [replacementOf(tag, attribute, value)] : [];
  });
  const result = replaced(xml, replacements);
  return isCompressed ? compressPage(result) : result;
}

function replacementOf(tag: Tag, attribute: string, value: string): Replacement {
  const place = tag.attributes.get(attribute);
  if (place) return { ...place, text: escaped(value) };
  // After the last attribute, or after the name.
  const last = [...tag.attributes.values()].at(-1);
  const after = last ? last.end + 1 : tag.start + 1 + tag.name.length;
  return { start: after, end: after, text: ` ${attribute}="${escaped(value)}"` };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\n': '&#xa;',
  '\r': '&#xd;',
  '\t': '&#x9;',
};

/** For either kind of quotes. */
const escaped = (value: string): string =>
  value.replace(/[&<>"'\n\r\t]/g, (character) => ENTITIES[character] as string);

function replaced(text: string, replacements: readonly Replacement[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: instead } of [...replacements].sort((a, b) => a.start - b.start)) {
    parts.push(text.slice(at, start), instead);
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
