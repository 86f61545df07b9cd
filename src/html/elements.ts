/** What HTML elements look like before any style of their own: the browser's style sheet, and attributes that style. */
import { append } from '../primitives/lists.js';
import { lookupTable } from '../primitives/lookupTable.js';
import { colorPair, fixedColor } from '../style/color.js';
import { type Declaration, parseDeclarations } from './css.js';
import { parseLegacyColor } from './cssValues.js';
import { CONTROL_RULES, controlDeclarations } from './formControls.js';

const BLOCKS = `address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer
  h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section summary
  ul`.split(/\s+/);

/** Elements whose content isn't part of a label's text. */
const HIDDEN =
  `area base basefont datalist head link meta noembed noframes param plaintext rp script style template title
  xmp`.split(/\s+/);

const heading = (size: number, margin: number): string => `font-size:${size}em;font-weight:bold;margin:${margin}em 0`;

/** draw.io adapts no colours that it doesn't see: those of the browser are the same on its dark pages. */
const own = fixedColor;

/** But links, of which browsers have two colours. */
const LINK_COLOR = colorPair('#0000ee', '#9e9eff');

const MONOSPACE = 'font-family:monospace';

/** Chromium's style sheet, for the elements that it changes. */
const RULES = lookupTable<string>({
  p: 'margin:1em 0',
  dl: 'margin:1em 0',
  ul: 'margin:1em 0;padding-inline-start:40px;list-style-type:disc',
  menu: 'margin:1em 0;padding-inline-start:40px;list-style-type:disc',
  dir: 'margin:1em 0;padding-inline-start:40px;list-style-type:disc',
  ol: 'margin:1em 0;padding-inline-start:40px;list-style-type:decimal',
  li: 'display:list-item',
  dd: 'margin-inline-start:40px',
  blockquote: 'margin:1em 40px',
  figure: 'margin:1em 40px',
  center: 'text-align:-webkit-center',
  hr: `color:${own('#808080')};margin:0.5em auto;border:1px inset;overflow:hidden`,
  h1: heading(2, 0.67),
  h2: heading(1.5, 0.83),
  h3: heading(1.17, 1),
  h4: heading(1, 1.33),
  h5: heading(0.83, 1.67),
  h6: heading(0.67, 2.33),
  pre: `${MONOSPACE};white-space:pre;margin:1em 0`,
  fieldset: `margin:0 2px;border:2px groove ${own('#efefef')};padding:0.35em 0.75em 0.625em`,
  legend: 'padding:0 2px',
  b: 'font-weight:bolder',
  strong: 'font-weight:bolder',
  i: 'font-style:italic',
  em: 'font-style:italic',
  cite: 'font-style:italic',
  var: 'font-style:italic',
  dfn: 'font-style:italic',
  address: 'font-style:italic',
  u: 'text-decoration:underline',
  ins: 'text-decoration:underline',
  s: 'text-decoration:line-through',
  strike: 'text-decoration:line-through',
  del: 'text-decoration:line-through',
  tt: MONOSPACE,
  code: MONOSPACE,
  kbd: MONOSPACE,
  samp: MONOSPACE,
  big: 'font-size:larger',
  small: 'font-size:smaller',
  sub: 'vertical-align:sub;font-size:smaller',
  sup: 'vertical-align:super;font-size:smaller',
  mark: `background-color:${own('#ffff00')};color:${own('#000000')}`,
  nobr: 'white-space:nowrap',
  bdi: 'unicode-bidi:isolate',
  bdo: 'unicode-bidi:bidi-override',
  ruby: 'display:inline',
  rt: 'display:none',
  table: 'display:table;border-spacing:2px;box-sizing:border-box;text-indent:0',
  thead: 'display:table-row-group;vertical-align:middle',
  tbody: 'display:table-row-group;vertical-align:middle',
  tfoot: 'display:table-row-group;vertical-align:middle',
  tr: 'display:table-row',
  td: 'display:table-cell;padding:1px',
  th: 'display:table-cell;padding:1px;font-weight:bold',
  optgroup: 'font-weight:bolder',
  summary: 'display:block',
  caption: 'display:table-caption;text-align:-webkit-center',
  col: 'display:table-column',
  colgroup: 'display:table-column-group',
});

/** The style sheet's text for an element. */
const TEXTS: ReadonlyMap<string, string> = (() => {
  const map = new Map<string, string>();
  const add = (tag: string, text: string): void => {
    const before = map.get(tag);
    map.set(tag, before === undefined ? text : `${before};${text}`);
  };
  for (const tag of BLOCKS) add(tag, 'display:block');
  for (const tag of HIDDEN) add(tag, 'display:none');
  for (const [tag, text] of Object.entries({ ...RULES, ...CONTROL_RULES })) add(tag, text);
  return map;
})();

/** What became of those texts that were asked for. */
const DECLARATIONS = new Map<string, readonly Declaration[]>();

function declarationsFor(tag: string): readonly Declaration[] {
  const known = DECLARATIONS.get(tag);
  if (known !== undefined) return known;
  const text = TEXTS.get(tag);
  if (text === undefined) return [];
  const parsed = parseDeclarations(text);
  DECLARATIONS.set(tag, parsed);
  return parsed;
}

/** How many lists are around an element. */
export interface ListDepth {
  readonly lists: number;
  /** Those whose items have markers. */
  readonly markedLists: number;
}

export const NO_LISTS: ListDepth = { lists: 0, markedLists: 0 };

/** The browser's own declarations for an element, and those for lists inside others. */
export function elementDefaults(tag: string, { lists, markedLists }: ListDepth): readonly Declaration[] {
  const defaults = declarationsFor(tag);
  if (lists === 0 || !isList(tag)) return defaults;
  const symbol = markedLists === 0 ? '' : `;list-style-type:${markedLists === 1 ? 'circle' : 'square'}`;
  return [...defaults, ...parseDeclarations(`margin:0${tag === 'ol' || tag === 'dl' ? '' : symbol}`)];
}

const MARKED_LISTS = new Set(['ul', 'ol', 'menu', 'dir']);

const isList = (tag: string): boolean => MARKED_LISTS.has(tag) || tag === 'dl';

/** The lists around what an element holds. */
export const listsInside = (tag: string, { lists, markedLists }: ListDepth): ListDepth => ({
  lists: isList(tag) ? lists + 1 : lists,
  markedLists: MARKED_LISTS.has(tag) ? markedLists + 1 : markedLists,
});

/** 1…7 of <font size>. */
const FONT_SIZES = ['x-small', 'small', 'medium', 'large', 'x-large', 'xx-large', 'xxx-large'];

/** <font size>: 1 to 7, or steps from 3. */
function fontSizeKeyword(value: string): string | undefined {
  const match = /^\s*([+-]?)(\d+)/.exec(value);
  if (!match) return undefined;
  const number = Number(match[2]);
  const size = match[1] === '+' ? 3 + number : match[1] === '-' ? 3 - number : number;
  return FONT_SIZES[Math.max(1, Math.min(7, size)) - 1];
}

/** An attribute's dimension: a number of px, or a percentage. */
function dimension(value: string): string | undefined {
  const match = /^\s*(\d+(?:\.\d+)?|\.\d+)\s*(%?)/.exec(value);
  return match ? `${match[1]}${match[2] || 'px'}` : undefined;
}

/** A number of px, or a length as CSS writes it. */
const cssLength = (value: string): string | undefined =>
  dimension(value) && (/[a-z%]\s*$/i.test(value) ? value : dimension(value));

const TABLE_PARTS = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'col', 'colgroup']);
const SIZED = new Set([
  'table',
  'td',
  'th',
  'col',
  'colgroup',
  'img',
  'svg',
  'hr',
  'iframe',
  'video',
  'object',
  'embed',
  'canvas',
]);
const LIST_TYPES = lookupTable<string>({
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
});

/** The attributes of a table that its cells take on. */
export interface TableAttributes {
  readonly cellPadding: string | undefined;
  readonly bordered: boolean;
  readonly rules: string | undefined;
}

type Attributes = ReadonlyMap<string, string>;

/** Declarations that an element's attributes stand for (HTML's presentational hints). */
export function attributeDeclarations(
  tag: string,
  attributes: Attributes,
  table: TableAttributes | undefined,
): Declaration[] {
  const found: Declaration[] = [];
  const set = (property: string, value: string | undefined): void => {
    if (value !== undefined) found.push({ property, value });
  };
  const get = (name: string): string | undefined => attributes.get(name);
  if (tag === 'font') {
    set('color', legacyColor(get('color'), true));
    set('font-family', get('face') || undefined);
    set('font-size', fontSizeKeyword(get('size') ?? ''));
  }
  if (get('dir')) set('direction', get('dir')?.toLowerCase());
  if (get('hidden') !== undefined) set('display', 'none');
  if (TABLE_PARTS.has(tag) || tag === 'body') set('background-color', legacyColor(get('bgcolor')));
  if (SIZED.has(tag)) set('width', dimension(get('width') ?? ''));
  if (SIZED.has(tag) || tag === 'tr') set('height', dimension(get('height') ?? ''));
  // These are lengths with units of their own.
  if (tag === 'svg') for (const side of ['width', 'height'] as const) set(side, cssLength(get(side) ?? ''));
  setAlignment(tag, get('align')?.toLowerCase(), set);
  if (get('nowrap') !== undefined && (tag === 'td' || tag === 'th')) set('white-space', 'nowrap');
  if (TABLE_PARTS.has(tag)) set('vertical-align', get('valign')?.toLowerCase());
  if (tag === 'table') setTable(attributes, set);
  if ((tag === 'td' || tag === 'th') && table) setCell(table, set);
  if (tag === 'img') setImage(attributes, set);
  if (tag === 'hr') setRule(attributes, set);
  if (tag === 'ol' || tag === 'ul' || tag === 'li') {
    const type = get('type') ?? '';
    set(
      'list-style-type',
      (tag === 'ul' ? undefined : LIST_TYPES[type]) ?? (/^(disc|circle|square|none)$/i.test(type) ? type : undefined),
    );
  }
  if (tag === 'a' && get('href') !== undefined) {
    set('color', LINK_COLOR);
    set('text-decoration', 'underline');
  }
  if ((tag === 'abbr' || tag === 'acronym') && get('title') !== undefined) set('text-decoration', 'underline dotted');
  if (tag === 'dialog' && get('open') === undefined) set('display', 'none');
  if (tag === 'pre' && get('wrap') !== undefined) set('white-space', 'pre-wrap');
  append(found, controlDeclarations(tag, attributes));
  return found;
}

/** What the words of an image's align attribute mean. */
const IMAGE_ALIGNMENTS = lookupTable<string>({
  top: 'top',
  middle: '-webkit-baseline-middle',
  center: 'middle',
  absmiddle: 'middle',
  abscenter: 'middle',
  bottom: 'baseline',
  absbottom: 'bottom',
  texttop: 'text-top',
});

type Setter = (property: string, value: string | undefined) => void;

const legacyColor = (value: string | undefined, adapts = false): string | undefined =>
  value === undefined ? undefined : parseLegacyColor(value, adapts);

function setAlignment(tag: string, align: string | undefined, set: Setter): void {
  if (align === undefined) return;
  if (tag === 'table') {
    if (align === 'center') set('margin', '0 auto');
    else if (align === 'left' || align === 'right') set('float', align);
  } else if (tag === 'img') {
    if (align === 'left' || align === 'right') set('float', align);
    else set('vertical-align', IMAGE_ALIGNMENTS[align]);
  } else if (tag === 'hr') {
    if (align === 'left') set('margin-left', '0');
    else if (align === 'right') set('margin-right', '0');
  } else if (tag === 'caption') {
    set('caption-side', align);
  } else if (align === 'center' || align === 'middle') {
    set('text-align', '-webkit-center');
  } else if (align === 'left' || align === 'right') {
    set('text-align', `-webkit-${align}`);
  } else if (align === 'justify') {
    set('text-align', 'justify');
  }
}

function setTable(attributes: Attributes, set: Setter): void {
  const border = attributes.get('border');
  if (border !== undefined) {
    const width = Number.parseInt(border, 10);
    const used = Number.isNaN(width) ? 1 : width;
    if (used > 0) set('border', `${used}px outset currentcolor`);
  }
  const spacing = attributes.get('cellspacing');
  if (spacing !== undefined) set('border-spacing', dimension(spacing));
  const rules = attributes.get('rules');
  if (rules) set('border-collapse', 'collapse');
}

function setCell(table: TableAttributes, set: Setter): void {
  if (table.cellPadding !== undefined) set('padding', dimension(table.cellPadding));
  if (table.rules === 'all') set('border', '1px solid');
  else if (table.rules === 'rows') {
    set('border-top', '1px solid');
    set('border-bottom', '1px solid');
  } else if (table.bordered && table.rules === undefined) {
    set('border', '1px inset currentcolor');
    // The row's colour, where it has a border of its own.
    set('border-color', 'inherit');
  }
}

function setImage(attributes: Attributes, set: Setter): void {
  const border = attributes.get('border');
  if (border !== undefined && Number.parseInt(border, 10) > 0) set('border', `${Number.parseInt(border, 10)}px solid`);
  const sides = { hspace: ['margin-left', 'margin-right'], vspace: ['margin-top', 'margin-bottom'] } as const;
  for (const [name, properties] of Object.entries(sides)) {
    const value = dimension(attributes.get(name) ?? '');
    for (const property of properties) set(property, value);
  }
}

/** <hr size> is the whole height, borders included. */
function setRule(attributes: Attributes, set: Setter): void {
  const color = legacyColor(attributes.get('color'));
  if (color !== undefined) {
    set('border-style', 'solid');
    set('border-color', color);
    set('background-color', color);
  } else if (attributes.get('noshade') !== undefined) {
    set('border-style', 'solid');
    set('border-color', own('#808080'));
    set('background-color', own('#808080'));
  }
  const size = Number.parseInt(attributes.get('size') ?? '', 10);
  if (Number.isNaN(size)) return;
  if (size > 1) set('height', `${size - 2}px`);
  else set('border-bottom-width', '0');
}
