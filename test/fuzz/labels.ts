/** Labels of random HTML, and pages of cells that hold them. */
import { escaped } from './markup.js';
import type { Random } from './random.js';
import { NUMBERS, TEXTS, type Vocabulary } from './vocabulary.js';

const TAGS = [
  'b',
  'i',
  'u',
  's',
  'sub',
  'sup',
  'font',
  'span',
  'div',
  'p',
  'br',
  'hr',
  'h1',
  'h3',
  'ul',
  'ol',
  'li',
  'dl',
  'dd',
  'table',
  'tr',
  'td',
  'th',
  'tbody',
  'thead',
  'caption',
  'colgroup',
  'col',
  'pre',
  'code',
  'blockquote',
  'a',
  'img',
  'center',
  'button',
  'input',
  'textarea',
  'select',
  'svg',
  'math',
  'style',
  'script',
  'details',
  'ruby',
  'rt',
  'bdo',
  'fieldset',
  'legend',
  'marquee',
  'template',
  'iframe',
  'x-y',
]; // prettier-ignore

const ATTRIBUTES = [
  'width',
  'height',
  'colspan',
  'rowspan',
  'border',
  'cellpadding',
  'cellspacing',
  'align',
  'valign',
  'bgcolor',
  'color',
  'size',
  'face',
  'start',
  'value',
  'type',
  'dir',
  'lang',
  'href',
  'src',
  'class',
  'id',
  'onclick',
  'nowrap',
  'span',
  'hidden',
  'target',
]; // prettier-ignore

const PROPERTIES = [
  'width',
  'height',
  'min-width',
  'max-width',
  'min-height',
  'max-height',
  'margin',
  'margin-left',
  'padding',
  'border',
  'border-width',
  'border-radius',
  'border-collapse',
  'border-spacing',
  'font',
  'font-size',
  'font-weight',
  'font-family',
  'line-height',
  'color',
  'background',
  'background-color',
  'background-image',
  'display',
  'float',
  'clear',
  'position',
  'top',
  'left',
  'z-index',
  'flex',
  'flex-grow',
  'flex-basis',
  'flex-wrap',
  'gap',
  'justify-content',
  'align-items',
  'order',
  'text-align',
  'text-indent',
  'text-decoration',
  'text-transform',
  'letter-spacing',
  'word-spacing',
  'white-space',
  'word-break',
  'overflow',
  'vertical-align',
  'list-style',
  'table-layout',
  'opacity',
  'transform',
  'direction',
  'writing-mode',
  'box-shadow',
  'text-shadow',
  'column-count',
  'tab-size',
  'visibility',
  'box-sizing',
  '--x',
]; // prettier-ignore

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
]; // prettier-ignore

const UNITS = ['', 'px', 'pt', 'em', 'ex', 'rem', '%', 'vw', 'cm', 'deg', 'fr', 'ch'];

/** Random HTML, nested a few levels. */
export function randomHtml(random: Random, depth = 0): string {
  if (depth > 5 || random.chance(0.25)) return random.pick(TEXTS);
  const tag = random.pick(TAGS);
  const attributes = random.chance(0.4) ? ` ${random.pick(ATTRIBUTES)}="${random.pick([...NUMBERS, ...TEXTS])}"` : '';
  const style = random.chance(0.5) ? ` style="${random.some(4, () => declaration(random)).join(';')}"` : '';
  const children = random.some(3, () => randomHtml(random, depth + 1)).join(random.pick(['', ' ', '\n', '&nbsp;']));
  const end = random.chance(0.9) ? `</${tag}>` : '';
  return `<${tag}${attributes}${style}>${children}${end}`;
}

const declaration = (random: Random): string => {
  const value = random.chance(0.5) ? random.pick(VALUES) : random.pick(NUMBERS) + random.pick(UNITS);
  return `${random.pick(PROPERTIES)}:${value}`;
};

/** A label of a diagram replaced by random HTML. */
export function changeLabel(xml: string, random: Random): string {
  const all = [...xml.matchAll(/ (value|label)="([^"]*)"/g)];
  const label = escaped(randomHtml(random));
  if (all.length === 0) return xml;
  const found = random.pick(all);
  return `${xml.slice(0, found.index)} ${found[1]}="${label}"${xml.slice(found.index + found[0].length)}`;
}

/** A page made of nothing but random cells. */
export function randomPage(random: Random, vocabulary: Vocabulary): string {
  const count = 1 + random.below(8);
  const id = (): string => random.pick(['0', '1', ...Array.from({ length: count }, (_, i) => `c${i}`)]);
  const number = (): string => random.pick(random.chance(0.7) ? SANE_NUMBERS : NUMBERS);
  const cells = Array.from({ length: count }, (_, i) => {
    const style = random.some(8, () => vocabulary.entry(random)).join(';');
    const label = random.chance(0.5) ? randomHtml(random) : random.pick(TEXTS);
    const isEdge = random.chance(0.4);
    const points =
      isEdge && random.chance(0.5) ? random.some(6, () => `<mxPoint x="${number()}" y="${number()}"/>`).join('') : '';
    const ends = isEdge ? `edge="1" source="${id()}" target="${id()}"` : 'vertex="1"';
    const place = `x="${number()}" y="${number()}" width="${number()}" height="${number()}"${random.chance(0.2) ? ' relative="1"' : ''}`;
    return (
      `<mxCell id="c${i}" value="${escaped(label)}" style="${escaped(`${style};html=1;`)}" ${ends} parent="${random.chance(0.7) ? '1' : id()}">` +
      `<mxGeometry ${place} as="geometry">${points && `<Array as="points">${points}</Array>`}</mxGeometry></mxCell>`
    );
  });
  const settings = random.chance(0.3)
    ? ` ${random.pick(['math', 'shadow', 'background', 'pageScale', 'pageWidth'])}="${escaped(vocabulary.value(random))}"`
    : '';
  return `<mxGraphModel${settings}><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel>`;
}

const SANE_NUMBERS = ['0', '10', '20', '40', '60', '80', '120', '160', '240', '0.5'];
