/** CSS properties of text: colour, spacing, alignment, decoration, white space, breaking, direction and lists. */

import type { DecorationStyle, TextDecorationLine } from '../drawing/textBlock.js';
import { lookupTable } from '../primitives/lookupTable.js';
import type { TextAlign, WhiteSpaceCollapse } from './computedStyle.js';
import { splitWords } from './css.js';
import { parseColor, parseLength, parseLengthOrPercent, parseShadows } from './cssValues.js';
import type { StyleDraft } from './initialStyle.js';
import { keyword, type PropertyHandler, parsed, plainNumber, same, to } from './propertyHandlers.js';

const DECORATION_LINES = same<TextDecorationLine>('underline', 'line-through', 'overline');
const DECORATION_STYLES = same<DecorationStyle>('solid', 'double', 'dotted', 'dashed', 'wavy');

/** text-decoration, or one of its parts: what a word is decides what it sets. */
const textDecoration =
  (resets: boolean): PropertyHandler =>
  (style, value) => {
    const lines: TextDecorationLine[] = [];
    let own = resets ? { ...NO_DECORATION } : { ...style.decoration };
    for (const word of splitWords(value)) {
      const lower = word.toLowerCase();
      const thickness = parseLength(lower, style);
      const color = parseColor(word, style.color);
      if (Object.hasOwn(DECORATION_LINES, lower)) lines.push(lower as TextDecorationLine);
      else if (lower === 'none') own = { ...own, lines: [] };
      else if (Object.hasOwn(DECORATION_STYLES, lower)) own = { ...own, style: lower as DecorationStyle };
      else if (thickness !== undefined) own = { ...own, thickness };
      else if (lower === 'auto' || lower === 'from-font') own = { ...own, thickness: undefined };
      else if (lower !== 'initial' && color !== undefined) own = { ...own, color };
    }
    style.decoration = lines.length > 0 ? { ...own, lines } : own;
    return true;
  };

const NO_DECORATION: StyleDraft['decoration'] = { lines: [], style: 'solid', color: undefined, thickness: undefined };

const WHITE_SPACE = lookupTable<readonly [WhiteSpaceCollapse, boolean]>({
  normal: ['collapse', true],
  nowrap: ['collapse', false],
  pre: ['preserve', false],
  'pre-wrap': ['preserve', true],
  'pre-line': ['preserve-breaks', true],
  'break-spaces': ['break-spaces', true],
  wrap: ['collapse', true],
  collapse: ['collapse', true],
  'preserve nowrap': ['preserve', false],
});

const TEXT_ALIGN = lookupTable<TextAlign>({
  ...same('start', 'end', 'left', 'right', 'center', 'justify'),
  '-webkit-auto': 'start',
  '-webkit-center': 'block-center',
  '-webkit-left': 'block-left',
  '-webkit-right': 'block-right',
});

const VERTICAL_ALIGN = same(
  'baseline',
  'sub',
  'super',
  'top',
  'middle',
  'bottom',
  'text-top',
  'text-bottom',
  '-webkit-baseline-middle',
);

const verticalAlign: PropertyHandler = (style, value) => {
  const text = value.toLowerCase();
  if (Object.hasOwn(VERTICAL_ALIGN, text)) {
    style.verticalAlign = text as keyof typeof VERTICAL_ALIGN;
    return true;
  }
  const length = parseLengthOrPercent(text, style);
  if (!length || length.kind === 'auto') return false;
  // A percentage refers to the line height; draw.io's is 1.2 of the font size.
  const raisedBy = length.kind === 'px' ? length.value : (length.value / 100) * style.fontSize * 1.2;
  style.verticalAlign = { raisedBy };
  return true;
};

const spacing = (store: (style: StyleDraft, value: number) => void): PropertyHandler =>
  parsed((value, style) => (/^normal$/i.test(value) ? 0 : parseLength(value, style)), store);

const listStyle: PropertyHandler = (style, value) => {
  for (const word of splitWords(value.toLowerCase())) {
    if (word === 'inside' || word === 'outside') style.listStyleInside = word === 'inside';
    else if (!word.startsWith('url(')) style.listStyleType = word;
  }
  return true;
};

export const TEXT_PROPERTIES: readonly (readonly [string, PropertyHandler])[] = [
  ['color', parsed((value, _, { parent }) => parseColor(value, parent.color), to('color'))],
  ['letter-spacing', spacing(to('letterSpacing'))],
  ['word-spacing', spacing(to('wordSpacing'))],
  ['text-align', keyword(TEXT_ALIGN, to('textAlign'))],
  ['text-indent', parsed(parseLengthOrPercent, to('textIndent'))],
  ['text-transform', keyword(same('none', 'uppercase', 'lowercase', 'capitalize'), to('textTransform'))],
  ['text-decoration', textDecoration(true)],
  ['text-decoration-line', textDecoration(false)],
  ['text-decoration-style', textDecoration(false)],
  ['text-decoration-color', textDecoration(false)],
  ['text-decoration-thickness', textDecoration(false)],
  [
    'text-underline-offset',
    (style, value) => {
      style.underlineOffset = parseLength(value, style);
      return style.underlineOffset !== undefined || /^auto$/i.test(value);
    },
  ],
  ['text-shadow', parsed((value, style) => parseShadows(value, style, style.color), to('textShadows'))],
  [
    'text-align-last',
    keyword(TEXT_ALIGN, (style, value) => {
      style.textAlignLast = value;
    }),
  ],
  [
    'white-space',
    keyword(WHITE_SPACE, (style, [collapse, wraps]) => {
      style.whiteSpaceCollapse = collapse;
      style.wraps = wraps;
    }),
  ],
  ['text-wrap', keyword({ nowrap: false, wrap: true, balance: true, pretty: true }, to('wraps'))],
  ['text-wrap-mode', keyword({ nowrap: false, wrap: true }, to('wraps'))],
  [
    'white-space-collapse',
    keyword(same('collapse', 'preserve', 'preserve-breaks', 'break-spaces'), (style, value) => {
      style.whiteSpaceCollapse = value;
    }),
  ],
  ['word-break', keyword(same('normal', 'break-all', 'keep-all', 'break-word'), to('wordBreak'))],
  ['overflow-wrap', keyword(same('normal', 'break-word', 'anywhere'), to('overflowWrap'))],
  ['word-wrap', keyword(same('normal', 'break-word', 'anywhere'), to('overflowWrap'))],
  ['tab-size', parsed(plainNumber, to('tabSize'))],
  ['direction', keyword({ ltr: false, rtl: true }, to('rightToLeft'))],
  [
    'unicode-bidi',
    keyword(
      {
        normal: [false, false],
        embed: [true, false],
        isolate: [true, false],
        plaintext: [true, false],
        'bidi-override': [true, true],
        'isolate-override': [true, true],
      },
      (style, [isolates, overrides]) => {
        style.isolatesDirection = isolates as boolean;
        style.overridesDirection = overrides as boolean;
      },
    ),
  ],
  ['vertical-align', verticalAlign],
  ['visibility', keyword({ visible: true, hidden: false, collapse: false }, to('visible'))],
  ['list-style', listStyle],
  ['list-style-type', listStyle],
  ['list-style-position', listStyle],
];
