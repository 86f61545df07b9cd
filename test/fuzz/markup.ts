/** Mutations of the text of a diagram: characters, elements, attributes, styles. */
import type { Random } from './random.js';
import { NUMBERS, TEXTS } from './values.js';
import type { Vocabulary } from './vocabulary.js';

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;');

const PIECES = [
  '<',
  '>',
  '"',
  "'",
  '&',
  ';',
  '=',
  '/',
  '%',
  '\0',
  '-1',
  '1e9',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '&#0;',
  '&#x110000;',
  '&lt;',
  '<?',
  '<!DOCTYPE a [',
  '\ufffe',
  '\ud83d',
  '<mxCell',
  '</root>',
  ' id="1"',
  ' xmlns:x="y"',
  'x:',
];

/** Characters cut out, put in, swapped or repeated. */
export function damageText(xml: string, random: Random): string {
  const at = random.below(xml.length + 1);
  const cut = random.chance(0.5) ? random.below(40) : 0;
  const put = random.chance(0.8)
    ? random.pick(PIECES)
    : xml.slice(at, at + random.below(200)).repeat(1 + random.below(4));
  return xml.slice(0, at) + put + xml.slice(at + cut);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where elements with their content stand, found by their tags alone. */
function elementSpans(xml: string): readonly Span[] {
  const spans: Span[] = [];
  const open: number[] = [];
  for (const match of xml.matchAll(/<(\/?)[A-Za-z][^<>]*?(\/?)>/g)) {
    const end = match.index + match[0].length;
    if (match[1]) {
      const start = open.pop();
      if (start !== undefined) spans.push({ start, end });
    } else if (match[2]) spans.push({ start: match.index, end });
    else open.push(match.index);
  }
  return spans;
}

/** An element dropped, doubled, moved, renamed, emptied or put inside another. */
export function moveElements(xml: string, random: Random): string {
  const spans = elementSpans(xml);
  if (spans.length === 0) return damageText(xml, random);
  const { start, end } = random.pick(spans);
  const other = random.pick(spans);
  const element = xml.slice(start, end);
  switch (random.below(6)) {
    case 0:
      return xml.slice(0, start) + xml.slice(end);
    case 1:
      return xml.slice(0, end) + element.repeat(1 + random.below(5)) + xml.slice(end);
    case 2:
      return xml.slice(0, other.start) + element + xml.slice(other.start);
    case 3:
      return xml.slice(0, start) + element.replace(/^<[\w:]+|[\w:]+(?=>$)/g, renamedTo(random)) + xml.slice(end);
    case 4:
      return xml.slice(0, start) + xml.slice(other.start, other.end) + xml.slice(end);
    default: {
      const inside = element.indexOf('>') + 1;
      return xml.slice(0, start) + element.slice(0, inside) + element + element.slice(inside) + xml.slice(end);
    }
  }
}

function renamedTo(random: Random): (tag: string) => string {
  const name = random.pick([
    'mxCell',
    'UserObject',
    'object',
    'mxGeometry',
    'Array',
    'mxPoint',
    'root',
    'diagram',
    '__proto__',
    'x:y',
  ]);
  return (tag) => (tag.startsWith('<') ? `<${name}` : name);
}

/** The value of an attribute replaced, or an attribute added or taken away. */
export function changeAttribute(xml: string, random: Random, vocabulary: Vocabulary): string {
  const all = [...xml.matchAll(/ ([\w:]+)="([^"]*)"/g)];
  if (all.length === 0) return damageText(xml, random);
  const found = random.pick(all);
  const [whole, name = '', value = ''] = found;
  const replaced = (text: string): string => xml.slice(0, found.index) + text + xml.slice(found.index + whole.length);
  switch (random.below(5)) {
    case 0:
      return replaced('');
    case 1:
      return replaced(`${whole} ${random.pick(ATTRIBUTES)}="${escaped(vocabulary.value(random))}"`);
    case 2:
      // A reference that leads elsewhere: parents and terminals in rings.
      return replaced(` ${name}="${random.pick(all)[2]}"`);
    default: {
      const numeric = /^-?[\d.]+$/.test(value);
      return replaced(` ${name}="${escaped(random.pick(numeric ? NUMBERS : TEXTS))}"`);
    }
  }
}

const ATTRIBUTES = [
  'id',
  'value',
  'style',
  'parent',
  'source',
  'target',
  'vertex',
  'edge',
  'visible',
  'collapsed',
  'connectable',
  'x',
  'y',
  'width',
  'height',
  'relative',
  'as',
  'link',
  'tooltip',
  'label',
  'placeholders',
  'background',
  'backgroundImage',
  'math',
  'shadow',
  'pageWidth',
  'pageScale',
  'adaptiveColors',
  'onclick',
  '__proto__',
  'constructor',
  'toString',
];

/** Entries of a style changed, added, doubled, or the style made anew. */
export function changeStyle(xml: string, random: Random, vocabulary: Vocabulary): string {
  const all = [...xml.matchAll(/ style="([^"]*)"/g)];
  if (all.length === 0) return damageText(xml, random);
  const found = random.pick(all);
  const [whole, style = ''] = found;
  const entries = style.split(';').filter(Boolean);
  const at = random.below(entries.length + 1);
  switch (random.below(4)) {
    case 0:
      entries.splice(at, random.below(3), vocabulary.entry(random));
      break;
    case 1:
      entries.splice(at, 0, ...random.some(6, () => vocabulary.entry(random)));
      break;
    case 2:
      entries[at] = `${(entries[at] ?? 'x=').split('=')[0]}=${vocabulary.value(random)}`;
      break;
    default:
      entries.splice(0, entries.length, ...random.some(12, () => vocabulary.entry(random)));
  }
  const put = ` style="${escaped(entries.join(';').replaceAll('&quot;', '"'))}"`;
  return xml.slice(0, found.index) + put + xml.slice(found.index + whole.length);
}
