/** Measures inline content: how far each character advances, with kerning across items of one font and spacing added. */
import { isIgnorable } from '../../shaping/ignorable.js';
import type { InlineContent, TextItem } from './inlineItems.js';

/** The advance of each UTF-16 unit of the text, px. Objects and line feeds have none. */
export function measureText({ text, items }: InlineContent): Float64Array {
  const advances = new Float64Array(text.length);
  let group: TextItem[] = [];
  const flush = (): void => {
    if (group.length > 0) measureGroup(text, group, advances);
    group = [];
  };
  for (const item of items) {
    const last = group[group.length - 1];
    if (item.kind === 'text') {
      if (last && !shapedTogether(last, item)) flush();
      group.push(item);
    } else if (item.kind !== 'open' && item.kind !== 'close') {
      flush();
    }
  }
  flush();
  return advances;
}

const shapedTogether = (a: TextItem, b: TextItem): boolean =>
  a.end === b.start &&
  a.face === b.face &&
  a.box.style.fontSize === b.box.style.fontSize &&
  a.box.style.letterSpacing === b.box.style.letterSpacing;

function measureGroup(text: string, group: readonly TextItem[], advances: Float64Array): void {
  const first = group[0] as TextItem;
  const last = group[group.length - 1] as TextItem;
  const { fontSize, letterSpacing } = first.box.style;
  const stretch = text.slice(first.start, last.end);
  advances.set(first.face.advances(stretch, fontSize), first.start);
  for (const item of group) {
    const { wordSpacing } = item.box.style;
    if (letterSpacing === 0 && wordSpacing === 0) continue;
    for (let i = item.start; i < item.end; i++) {
      const code = text.charCodeAt(i);
      if (letterSpacing !== 0 && startsCharacter(text, i)) advances[i] = (advances[i] as number) + letterSpacing;
      if (wordSpacing !== 0 && (code === 0x20 || code === 0xa0)) advances[i] = (advances[i] as number) + wordSpacing;
    }
  }
}

/** Letter spacing follows each character, but not its marks or what has no width. */
function startsCharacter(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 0x300) return code !== 0xad && code >= 0x20;
  if (code >= 0xdc00 && code <= 0xdfff) return false;
  return !isIgnorable(code) && !/\p{Mn}/u.test(text[index] as string);
}
