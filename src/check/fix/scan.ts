/** Where elements and attributes stand in an XML text that is known to be well-formed. */

/** A start tag. Offsets into the text. */
export interface Tag {
  readonly name: string;
  readonly start: number;
  /** After its ">". */
  readonly end: number;
  readonly isEmpty: boolean;
  readonly attributes: ReadonlyMap<string, AttributePlace>;
}

/** The value of an attribute between its quotes. */
export interface AttributePlace {
  readonly start: number;
  readonly end: number;
}

/** An element while its place is looked up; `end` is where its end tag begins, or the end of an empty one. */
export interface PlacedElement {
  readonly tag: Tag;
  readonly children: readonly PlacedElement[];
  readonly end: number;
}

const ATTRIBUTE = /([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
const NAME = /[^\s/>]+/y;

/** What is no element: where it ends, by how it begins. */
const OTHERS: readonly (readonly [begins: string, ends: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
];

/**
 * The elements of a part of a text, with those in them. What is in an element for which `isOpaque` is true is passed
 * over; depth 0 is the outermost.
 */
export function placedElements(
  text: string,
  from: number,
  to: number,
  isOpaque: (name: string, depth: number) => boolean = () => false,
): readonly PlacedElement[] {
  const top: PlacedElement[] = [];
  const open: { readonly tag: Tag; readonly children: PlacedElement[] }[] = [];
  for (let at = text.indexOf('<', from); at >= 0 && at < to; at = text.indexOf('<', at)) {
    const other = OTHERS.find(([begins]) => text.startsWith(begins, at));
    const into = open.at(-1)?.children ?? top;
    if (other) at = endOf(text, other[1], at + other[0].length);
    else if (text[at + 1] === '/') {
      const ended = open.pop();
      if (ended) (open.at(-1)?.children ?? top).push({ ...ended, end: at });
      at = endOf(text, '>', at);
    } else {
      const tag = tagAt(text, at);
      at = tag.end;
      if (tag.isEmpty) into.push({ tag, children: [], end: tag.end });
      else if (isOpaque(tag.name, open.length)) {
        const end = text.indexOf(`</${tag.name}`, at);
        into.push({ tag, children: [], end: end < 0 ? to : end });
        at = end < 0 ? to : endOf(text, '>', end);
      } else open.push({ tag, children: [] });
    }
  }
  return top;
}

function endOf(text: string, ending: string, from: number): number {
  const at = text.indexOf(ending, from);
  return at < 0 ? text.length : at + ending.length;
}

function tagAt(text: string, start: number): Tag {
  NAME.lastIndex = start + 1;
  const name = NAME.exec(text)?.[0] ?? '';
  const attributes = new Map<string, AttributePlace>();
  let at = start + 1 + name.length;
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at += 1;
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(text);
    if (!match) break;
    const end = ATTRIBUTE.lastIndex - 1;
    attributes.set(match[1] as string, { start: end - (match[2] ?? match[3] ?? '').length, end });
    at = ATTRIBUTE.lastIndex;
  }
  const isEmpty = text[at] === '/';
  return { name, start, end: endOf(text, '>', at), isEmpty, attributes };
}
