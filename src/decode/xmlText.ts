/** Text as it stands in XML → the characters that it means. */
import { withoutForbidden } from '../primitives/xmlCharacters.js';
import { namedCharacter } from './entityNames.js';

/** Literal line breaks and tabs in an attribute are spaces in XML; those written as references stay. */
export const attributeText = (value: string): string => decodeEntities(value.replace(/[\t\n]/g, ' '));

/**
 * Character references and the five entities of XML; the names of HTML too, since hand-written files use them. An
 * unknown name stays as it is.
 */
export function decodeEntities(text: string): string {
  let ampersand = text.indexOf('&');
  if (ampersand < 0) return text;
  let decoded = '';
  let from = 0;
  for (; ampersand >= 0; ampersand = text.indexOf('&', from)) {
    decoded += text.slice(from, ampersand);
    const entity = namedEntity(text, ampersand + 1);
    if (entity) {
      decoded += entity.character;
      from = ampersand + 1 + entity.name.length;
      continue;
    }
    REFERENCE.lastIndex = ampersand;
    const match = REFERENCE.exec(text);
    decoded += match ? decodeReference(match) : '&';
    from = match ? REFERENCE.lastIndex : ampersand + 1;
  }
  // References may have named what can't stand there.
  return withoutForbidden(decoded + text.slice(from));
}

function namedEntity(text: string, at: number): (typeof NAMED)[number] | undefined {
  for (const entity of NAMED) if (text.startsWith(entity.name, at)) return entity;
  return undefined;
}

/** XML's own entities, those that labels have most first. */
const NAMED = [
  { name: 'lt;', character: '<' },
  { name: 'gt;', character: '>' },
  { name: 'quot;', character: '"' },
  { name: 'amp;', character: '&' },
  { name: 'apos;', character: "'" },
] as const;

const REFERENCE = /&(?:#([0-9]{1,8})|#x([0-9a-fA-F]{1,8})|[A-Za-z][A-Za-z0-9]{0,31});/y;

function decodeReference([whole, decimal, hexadecimal]: RegExpExecArray): string {
  if (decimal === undefined && hexadecimal === undefined) return namedCharacter(whole);
  const codePoint = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10);
  return codePoint > 0 && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '\ufffd';
}
