/** The names that a font file gives itself. */
import type { FontTable } from './fontTable.js';

const FAMILY = 1;
const TYPOGRAPHIC_FAMILY = 16;

const WINDOWS = 3;
const MACINTOSH = 1;
const ENGLISH = 0x409;

interface Name {
  readonly id: number;
  readonly platform: number;
  readonly language: number;
  readonly text: string;
}

/** Its family name: the typographic one before the plain one, in English where there is that. */
export function familyName(table: FontTable): string {
  const names = familyNames(table);
  return (names.find(({ platform, language }) => platform === WINDOWS && language === ENGLISH) ?? names[0])?.text ?? '';
}

/** All names that its family goes by, whatever the language: typographic ones first, Windows' before others. */
export const allFamilyNames = (table: FontTable): readonly string[] => [
  ...new Set(familyNames(table).map(({ text }) => text)),
];

function familyNames({ view }: FontTable): readonly Name[] {
  const names: Name[] = [];
  const count = view.getUint16(2);
  const storage = view.getUint16(4);
  for (let record = 6; record < 6 + count * 12 && record + 12 <= view.byteLength; record += 12) {
    const id = view.getUint16(record + 6);
    if (id !== FAMILY && id !== TYPOGRAPHIC_FAMILY) continue;
    const platform = view.getUint16(record);
    const start = storage + view.getUint16(record + 10);
    const end = Math.min(start + view.getUint16(record + 8), view.byteLength);
    const text = platform === MACINTOSH ? bytesText(view, start, end) : wideText(view, start, end);
    names.push({ id, platform, language: view.getUint16(record + 4), text });
  }
  const rank = ({ id, platform }: Name): number => (id === FAMILY ? 2 : 0) + (platform === WINDOWS ? 0 : 1);
  return names.filter(({ text }) => text !== '').sort((a, b) => rank(a) - rank(b));
}

function wideText(view: DataView, start: number, end: number): string {
  let text = '';
  for (let at = start; at + 1 < end; at += 2) text += String.fromCharCode(view.getUint16(at));
  return text;
}

/** ASCII, which the names of families keep to in the encodings of one byte. */
function bytesText(view: DataView, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) text += String.fromCharCode(view.getUint8(at));
  return /^[\x20-\x7e]*$/.test(text) ? text : '';
}
