/** What of a page is seen: the language of its labels, and the tags whose cells are hidden. */
import type { CellRecord } from './record.js';

export interface View {
  /** Data whose names end in "_" and this is shown in place of those without; default none. */
  readonly language?: string;
  /** A cell all of whose tags are among these is hidden; default none. */
  readonly hiddenTags?: readonly string[];
}

/** A cell as it is seen: draw.io looks for label_de before label, and so for all data that placeholders name. */
export function seenRecord(record: CellRecord, { language, hiddenTags = [] }: View): CellRecord {
  const shown = language ? translated(record, language) : record;
  return hiddenTags.length > 0 && isHidden(shown, hiddenTags) ? { ...shown, visible: false } : shown;
}

function translated(record: CellRecord, language: string): CellRecord {
  const ending = `_${language}`;
  const words = [...record.attributes].filter(([name]) => name.endsWith(ending) && name.length > ending.length);
  if (words.length === 0) return record;
  const attributes = new Map(record.attributes);
  for (const [name, value] of words) attributes.set(name.slice(0, -ending.length), value);
  return { ...record, attributes, value: record.attributes.get(`label${ending}`) ?? record.value };
}

function isHidden({ attributes }: CellRecord, hiddenTags: readonly string[]): boolean {
  const tags = (attributes.get('tags') ?? '').split(' ').filter((tag) => tag !== '');
  return tags.length > 0 && tags.every((tag) => hiddenTags.includes(tag));
}
