/** Numbers the glyphs of CFF fonts as PDF and font files both see them. */

/** Operators of a CFF dictionary. */
const CHARSET = 15;
const CHAR_STRINGS = 17;
const ESCAPE = 12;
/** After an escape: registry, ordering and supplement, which only fonts by character identifiers have. */
const ROS = 30;

/**
 * A font file whose glyphs have their own numbers as character identifiers. PDF knows the glyphs of fonts made for large
 * character sets by identifiers from a table of the font, though some viewers take the glyphs' numbers all the same.
 * `table` is where the font's CFF table begins. Other fonts stay as they are.
 */
export function withOwnNumbers(file: Uint8Array, table: number): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const names = indexAt(view, table + view.getUint8(table + 2));
  const dictionary = indexAt(view, names.end);
  const operands = readDictionary(view, dictionary.data, dictionary.end);
  const charset = operands.get(CHARSET) ?? 0;
  const glyphs = view.getUint16(table + (operands.get(CHAR_STRINGS) ?? 0));
  if (!operands.has(ESCAPE * 256 + ROS) || charset <= LAST_PREDEFINED || glyphs < 3) return file;
  const result = file.slice();
  renumber(new DataView(result.buffer), table + charset, glyphs);
  return result;
}

/** Charsets with lower numbers are named, not written out. */
const LAST_PREDEFINED = 2;

/** Overwrites a charset with one range from 1 on; none is written in less room but a single range of format 1. */
function renumber(view: DataView, at: number, glyphs: number): void {
  const format = view.getUint8(at);
  if (format === 1 && view.getUint8(at + 3) + 2 === glyphs) {
    view.setUint16(at + 1, 1);
    return;
  }
  view.setUint8(at, 2);
  view.setUint16(at + 1, 1);
  view.setUint16(at + 3, glyphs - 2);
}

/** Where the data of an INDEX begins and ends. */
function indexAt(view: DataView, at: number): { readonly data: number; readonly end: number } {
  const count = view.getUint16(at);
  if (count === 0) return { data: at + 2, end: at + 2 };
  const size = view.getUint8(at + 2);
  const data = at + 3 + (count + 1) * size;
  let length = 0;
  for (let i = 0; i < size; i++) length = length * 256 + view.getUint8(data - size + i);
  return { data, end: data + length - 1 };
}

/** The last operand of each operator; those after an escape count from 12 × 256. */
function readDictionary(view: DataView, start: number, end: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  let operand = 0;
  for (let at = start; at < end; ) {
    const byte = view.getUint8(at);
    if (byte === ESCAPE) {
      found.set(ESCAPE * 256 + view.getUint8(at + 1), operand);
      at += 2;
    } else if (byte <= 21) {
      found.set(byte, operand);
      at += 1;
    } else {
      const number = readOperand(view, at);
      operand = number.value;
      at = number.end;
    }
  }
  return found;
}

function readOperand(view: DataView, at: number): { readonly value: number; readonly end: number } {
  const byte = view.getUint8(at);
  if (byte === 28) return { value: view.getInt16(at + 1), end: at + 3 };
  if (byte === 29) return { value: view.getInt32(at + 1), end: at + 5 };
  if (byte === 30) {
    // A real number, in half bytes up to one of all ones: no offset is one.
    let end = at + 1;
    while ((view.getUint8(end) & 0xf) !== 0xf && view.getUint8(end) >> 4 !== 0xf) end++;
    return { value: 0, end: end + 1 };
  }
  if (byte >= 251) return { value: -(byte - 251) * 256 - view.getUint8(at + 1) - 108, end: at + 2 };
  if (byte >= 247) return { value: (byte - 247) * 256 + view.getUint8(at + 1) + 108, end: at + 2 };
  return { value: byte - 139, end: at + 1 };
}
