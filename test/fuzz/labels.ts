/** Labels of random HTML, by a grammar of elements, attributes and declarations. */
import { properties } from '../../src/html/properties.js';
import { imageUri } from './images.js';
import { escaped } from './markup.js';
import type { Random } from './random.js';
import { COLORS, NUMBERS, TEXTS } from './values.js';

const TAGS =
  'b i u s sub sup font span div p br hr h1 h3 ul ol li dl dd table tr td th tbody thead caption colgroup col pre code blockquote a img center button input textarea select svg math style script details ruby rt bdo fieldset legend marquee template iframe x-y'.split(
    ' ',
  );

const ATTRIBUTES =
  'width height colspan rowspan border cellpadding cellspacing align valign bgcolor color size face start value type dir lang href src class id onclick nowrap span hidden target srcset style background onload onerror xlink:href formaction poster data action srcdoc contenteditable autofocus'.split(
    ' ',
  );

/** What the code knows of CSS, and some that it passes over. */
const PROPERTIES = [
  ...properties.keys(),
  ...['column-count', 'z-index', 'visibility', 'grid-template', 'clip-path', 'filter', 'mask', 'content', 'all'],
  ...['list-style-image', 'border-image', 'cursor', 'font', '--x', 'behavior', '-moz-binding'],
];

const VALUES = [
  'auto',
  'none',
  'inherit',
  'initial',
  'unset',
  'block',
  'inline',
  'inline-block',
  'flex',
  'inline-flex',
  'grid',
  'table',
  'table-cell',
  'list-item',
  'contents',
  'absolute',
  'relative',
  'fixed',
  'left',
  'right',
  'both',
  'center',
  'justify',
  'nowrap',
  'pre',
  'pre-wrap',
  'break-all',
  'hidden',
  'collapse',
  'bold',
  '900',
  'super',
  'baseline',
  'middle',
  '1px solid red',
  'calc(100% - 1px)',
  'calc(1px / 0)',
  'calc((((1px))))',
  'var(--x)',
  'rotate(45deg)',
  'scale(0)',
  'matrix(1,2,3)',
  'url(https://example.org/x.png)',
  'linear-gradient(red, blue)',
  'rgb(1 2 3 / 4%)',
  '1px solid url(//example.org)',
  '\\75rl(//example.org/x)',
  'image-set("//example.org/x" 1x)',
  'expression(alert(1))',
  'underline wavy red',
  '1fr 2fr',
  'var(--y, var(--x))',
  'env(x)',
  'attr(title)',
  'min(1px, 1e308px)',
];

const UNITS = ['', 'px', 'pt', 'em', 'ex', 'rem', '%', 'vw', 'cm', 'deg', 'fr', 'ch'];

/** Random HTML, nested a few levels. */
export function randomHtml(random: Random, depth = 0): string {
  if (depth > 5 || random.chance(0.25)) return random.pick(random.chance(0.6) ? WORDS : TEXTS);
  const tag = random.pick(TAGS);
  const attributes = random.chance(0.4) ? attribute(random) : '';
  const source = tag === 'img' ? ` src="${escaped(imageUri(random))}"` : '';
  const style = random.chance(0.5) ? ` style="${escaped(random.some(4, () => declaration(random)).join(';'))}"` : '';
  const children = random.some(3, () => randomHtml(random, depth + 1)).join(random.pick(['', ' ', '\n', '&nbsp;']));
  const end = random.chance(0.9) ? `</${tag}>` : '';
  return `<${tag}${attributes}${source}${style}>${children}${end}`;
}

const WORDS = ['word', 'two words', 'x', 'AVA', 'fi fl', '1.', 'a-b', 'Übergröße', '&amp;', '&hearts;', '12:30'];

const attribute = (random: Random): string =>
  ` ${random.pick(ATTRIBUTES)}="${escaped(random.pick(random.pick([NUMBERS, TEXTS, COLORS])))}"`;

function declaration(random: Random): string {
  const property = random.pick(PROPERTIES);
  const important = random.chance(0.05) ? ' !important' : '';
  if (/color/.test(property) && random.chance(0.7)) return `${property}:${random.pick(COLORS)}${important}`;
  const value = random.chance(0.5) ? random.pick(VALUES) : random.pick(NUMBERS) + random.pick(UNITS);
  return `${property}:${value}${important}`;
}

/** A label of a diagram replaced by random HTML. */
export function changeLabel(xml: string, random: Random): string {
  const all = [...xml.matchAll(/ (value|label)="([^"]*)"/g)];
  const label = escaped(randomHtml(random));
  if (all.length === 0) return xml;
  const found = random.pick(all);
  return `${xml.slice(0, found.index)} ${found[1]}="${label}"${xml.slice(found.index + found[0].length)}`;
}
