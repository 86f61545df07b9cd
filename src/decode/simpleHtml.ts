/**
 * The HTML of most labels: text, line breaks, and a few elements that are closed in the order in which they were opened. Of
 * that a parser of HTML makes what stands there, and it takes longer to load than to draw the picture.
 */
import type { DefaultTreeAdapterTypes } from 'parse5';

type Parent = DefaultTreeAdapterTypes.DocumentFragment | DefaultTreeAdapterTypes.Element;

/** Elements that may stand anywhere, and those that a paragraph ends at. */
const INLINE = new Set('b br code em font i s small span strike strong sub sup tt u'.split(' '));
const BLOCKS = new Set(['div', 'hr', 'p']);
const EMPTY = new Set(['br', 'hr']);

const NAMESPACE = 'http://www.w3.org/1999/xhtml' as DefaultTreeAdapterTypes.Element['namespaceURI'];

/** A tag, or text up to the next one. */
const TAG = /<(\/?)([a-z]+)((?:[ \n]+[a-z-]+="[^"<>\r\0]*")*)[ \n]*(\/?)>/y;
const TEXT = /[^<\r\0]+/y;
const ATTRIBUTE = /[ \n]+([a-z-]+)="([^"]*)"/gy;

/** Of a document that is made for the fragment, and its root. */
const AROUND = 2;

/** A fragment of more is left to the parser, which ends at the limit on them. */
const MOST_ELEMENTS = 500;

/**
 * The nodes of a fragment inside a <div>, as parse5 gives them; undefined for one that isn't so simple. `count` is called
 * for each element that a parser makes, and may throw.
 */
export function simpleNodes(source: string, count: () => void): DefaultTreeAdapterTypes.ChildNode[] | undefined {
  const root: DefaultTreeAdapterTypes.DocumentFragment = {
    nodeName: '#document-fragment' as DefaultTreeAdapterTypes.DocumentFragment['nodeName'],
    childNodes: [],
  };
  const open: Parent[] = [root];
  let elements = AROUND;
  for (let at = 0; at < source.length; ) {
    const parent = open.at(-1) as Parent;
    TEXT.lastIndex = at;
    const text = TEXT.exec(source)?.[0];
    if (text !== undefined) {
      const value = withoutReferences(text);
      if (value === undefined) return undefined;
      parent.childNodes.push({ nodeName: '#text' as never, value, parentNode: parent });
      at += text.length;
      continue;
    }
    TAG.lastIndex = at;
    const [tag = '', close, name = '', written = '', slash] = TAG.exec(source) ?? [];
    if (!INLINE.has(name) && !BLOCKS.has(name)) return undefined;
    at += tag.length;
    if (close) {
      if (tag.length !== name.length + 3 || parent.nodeName !== name) return undefined;
      open.pop();
      continue;
    }
    const attrs = attributesOf(written);
    if (!attrs || (slash && !EMPTY.has(name)) || (BLOCKS.has(name) && isInParagraph(open))) return undefined;
    const element = {
      nodeName: name,
      tagName: name,
      attrs,
      namespaceURI: NAMESPACE,
      childNodes: [],
      parentNode: parent,
    };
    elements += 1;
    if (elements > MOST_ELEMENTS) return undefined;
    parent.childNodes.push(element);
    if (!EMPTY.has(name)) open.push(element);
  }
  if (open.length > 1) return undefined;
  for (let i = 0; i < elements; i++) count();
  return root.childNodes;
}

/** Looked for in few: what is nested deeper than any label is left to a parser. */
const isInParagraph = (open: readonly Parent[]): boolean =>
  open.length > 50 || open.some(({ nodeName }) => nodeName === 'p');

function attributesOf(written: string): { name: string; value: string }[] | undefined {
  const found: { name: string; value: string }[] = [];
  for (const [, name = '', text = ''] of written.matchAll(ATTRIBUTE)) {
    const value = withoutReferences(text);
    if (value === undefined || found.length > 20 || found.some((other) => other.name === name)) return undefined;
    found.push({ name, value });
  }
  return found;
}

const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

/**
 * Text of HTML with what its references stand for; undefined where it has others than the commonest. An ampersand before
 * what begins no name stands for itself.
 */
export function withoutReferences(text: string): string | undefined {
  if (!text.includes('&')) return text;
  if (/&(?!(?:amp|lt|gt|quot|nbsp);)[a-z0-9#]/i.test(text)) return undefined;
  return text.replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => CHARACTERS[name] as string);
}
