/**
 * Document type declarations: SVG files carry one, and Adobe's name their namespaces by its entities. Such entities are
 * expanded; whatever else a declaration holds could grow without bound or name other files, and is refused.
 */
import { MxsvgError } from '../diagnostics.js';
import { type Limits, requireWithin } from '../limits.js';

/** The text with its declaration blanked, so that positions stay, and the declared entities written out. */
export function withoutDoctype(source: string, origin: string, limits: Limits): string {
  const start = prologEnd(source);
  if (source.slice(start, start + 9).toUpperCase() !== '<!DOCTYPE') return source;
  const end = source.indexOf('>', start);
  const subset = source.indexOf('[', start);
  if (subset < 0 || (end >= 0 && end < subset)) {
    if (end < 0) throw unclosed(origin);
    return blanked(source, start, end + 1);
  }
  const { entities, after } = readSubset(source, subset + 1, origin);
  const text = blanked(source, start, after);
  return entities.size === 0 ? text : expanded(text, after, entities, { origin, limits });
}

const unclosed = (origin: string): MxsvgError =>
  new MxsvgError('malformed-xml', `${origin} has a <!DOCTYPE that isn't closed.`);

const blanked = (source: string, start: number, end: number): string =>
  source.slice(0, start) + source.slice(start, end).replace(/[^\n]/g, ' ') + source.slice(end);

/** An entity with its text in it; parameter entities and those of other files have another form. */
const ENTITY = /<!ENTITY\s{1,9}([A-Za-z_][\w.-]{0,63})\s{1,9}(?:"([^"%]*)"|'([^'%]*)')\s{0,9}>/y;
const WHITE_SPACE = /\s+/y;
const CLOSING = /\]\s{0,9}>/y;

/** Reads what stands between "[" and "]>". */
function readSubset(
  source: string,
  from: number,
  origin: string,
): { readonly entities: ReadonlyMap<string, string>; readonly after: number } {
  const entities = new Map<string, string>();
  let at = from;
  const takes = (expression: RegExp): RegExpExecArray | null => {
    expression.lastIndex = at;
    const match = expression.exec(source);
    if (match) at = expression.lastIndex;
    return match;
  };
  while (!takes(CLOSING)) {
    if (takes(WHITE_SPACE)) continue;
    if (source.startsWith('<!--', at)) {
      at = after(source, '-->', at);
      continue;
    }
    if (at >= source.length) throw unclosed(origin);
    const entity = takes(ENTITY);
    const text = entity ? replacementText(entity[2] ?? entity[3] ?? '') : undefined;
    if (!entity || text === undefined) {
      throw new MxsvgError(
        'malformed-xml',
        `${origin} declares more than plain entities in its document type (<!DOCTYPE … [ … ]>), which isn't read: remove it.`,
      );
    }
    const name = entity[1] as string;
    // The first declaration of a name counts.
    if (!entities.has(name)) entities.set(name, text);
  }
  return { entities, after: at };
}

const REFERENCE = /&(?:#(\d{1,8})|#x([\da-fA-F]{1,8}));/g;
/** Markup, and references to what isn't a character: an entity inside an entity. */
const MORE_THAN_TEXT = /<|&(?!(?:#\d{1,8}|#x[\da-fA-F]{1,8}|lt|gt|amp|quot|apos);)/;

/** What a reference to an entity stands for; undefined where that is more than text. */
function replacementText(literal: string): string | undefined {
  const text = literal.replace(REFERENCE, (whole, decimal?: string, hexadecimal?: string) => {
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
  if (MORE_THAN_TEXT.test(text)) return undefined;
  return text.replaceAll('"', '&quot;').replaceAll("'", '&apos;');
}

/** Writes out the entities from a place on, but for comments and CDATA. The result is held to the size of an input. */
function expanded(
  source: string,
  from: number,
  entities: ReadonlyMap<string, string>,
  { origin, limits }: { readonly origin: string; readonly limits: Limits },
): string {
  const parts = [source.slice(0, from)];
  let length = source.length;
  let copied = from;
  for (let at = nextSpecial(source, from); at < source.length; at = nextSpecial(source, at)) {
    if (source.startsWith('<!--', at)) at = after(source, '-->', at);
    else if (source.startsWith('<![CDATA[', at)) at = after(source, ']]>', at);
    else {
      const end = source.startsWith('&', at) ? source.slice(at, at + 66).indexOf(';') : -1;
      const text = end < 0 ? undefined : entities.get(source.slice(at + 1, at + end));
      if (text === undefined) {
        at += 1;
        continue;
      }
      length += text.length - (end + 1);
      requireWithin(limits, 'inputBytes', length, `${origin}, its entities written out,`);
      parts.push(source.slice(copied, at), text);
      at += end + 1;
      copied = at;
    }
  }
  parts.push(source.slice(copied));
  return parts.join('');
}

/** Where the next reference, comment or CDATA section may begin. */
function nextSpecial(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    const character = source[at];
    if (character === '&' || (character === '<' && source[at + 1] === '!')) return at;
  }
  return source.length;
}

/** Where the white space, comments and processing instructions end that a document begins with. */
export function prologEnd(source: string): number {
  let position = 0;
  for (;;) {
    if (/^[\s\ufeff]/.test(source.slice(position, position + 1))) position += 1;
    else if (source.startsWith('<?', position)) position = after(source, '?>', position);
    else if (source.startsWith('<!--', position)) position = after(source, '-->', position);
    else return position;
  }
}

function after(source: string, end: string, from: number): number {
  const found = source.indexOf(end, from);
  return found === -1 ? source.length : found + end.length;
}
