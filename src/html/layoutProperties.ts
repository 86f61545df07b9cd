/** CSS properties of layout: display, floats, positions, tables and flex containers. */
import { lookupTable } from '../primitives/lookupTable.js';
import type { Display } from './computedStyle.js';
import { splitWords } from './css.js';
import { parseLength, parseLengthOrPercent, parseSides } from './cssValues.js';
import type { StyleDraft } from './initialStyle.js';
import { AUTO, type Length, type SideName, ZERO } from './lengths.js';
import { keyword, type PropertyHandler, parsed, plainNumber, same, to } from './propertyHandlers.js';

const DISPLAY = lookupTable<Display>({
  ...same(
    'none',
    'inline',
    'block',
    'inline-block',
    'list-item',
    'flex',
    'inline-flex',
    'table',
    'inline-table',
    'table-row-group',
    'table-row',
    'table-cell',
    'table-caption',
    'table-column',
    'table-column-group',
    'contents',
  ),
  'table-header-group': 'table-row-group',
  'table-footer-group': 'table-row-group',
  'flow-root': 'block',
  // A grid of one column stacks its items as blocks do.
  grid: 'block',
  'inline-grid': 'inline-block',
  '-webkit-box': 'block',
  '-webkit-inline-box': 'inline-block',
});

/** A part of which something can't be read doesn't count, as in browsers. */
const completely =
  <T extends object>(store: (value: string, style: StyleDraft) => T | undefined) =>
  (value: string, style: StyleDraft): T | undefined => {
    const part = store(value, style);
    return part && Object.values(part).includes(undefined) ? undefined : part;
  };

const flexPart = (
  store: (value: string, style: StyleDraft) => Partial<StyleDraft['flex']> | undefined,
): PropertyHandler =>
  parsed(completely(store), (style, part) => {
    style.flex = { ...style.flex, ...part };
  });

/** flex: none | auto | grow [shrink] [basis] */
function parseFlex(value: string, style: StyleDraft): Partial<StyleDraft['flex']> | undefined {
  const text = value.toLowerCase();
  if (text === 'none') return { grow: 0, shrink: 0, basis: AUTO };
  if (text === 'auto') return { grow: 1, shrink: 1, basis: AUTO };
  const numbers: number[] = [];
  let basis: Length | undefined;
  for (const word of splitWords(text)) {
    const number = plainNumber(word);
    if (number !== undefined && numbers.length < 2) numbers.push(number);
    else basis = parseLengthOrPercent(word, style);
  }
  return { grow: numbers[0] ?? 1, shrink: numbers[1] ?? 1, basis: basis ?? ZERO };
}

const inset = (side: SideName): PropertyHandler =>
  parsed(parseLengthOrPercent, (style, length) => {
    style.inset = { ...style.inset, [side]: length };
  });

export const LAYOUT_PROPERTIES: readonly (readonly [string, PropertyHandler])[] = [
  ['display', keyword(DISPLAY, to('display'))],
  ['float', keyword(same('none', 'left', 'right'), to('float'))],
  ['clear', keyword(same('none', 'left', 'right', 'both'), to('clear'))],
  [
    'position',
    keyword(same('static', 'relative', 'sticky', 'absolute', 'fixed'), (style, value) => {
      style.outOfFlow = value === 'absolute' || value === 'fixed';
      style.relative = value === 'relative';
    }),
  ],
  ['left', inset('left')],
  ['right', inset('right')],
  ['top', inset('top')],
  ['bottom', inset('bottom')],
  ['inset', parsed((value, style) => parseSides(value, (part) => parseLengthOrPercent(part, style)), to('inset'))],
  ['border-collapse', keyword({ collapse: true, separate: false }, to('borderCollapse'))],
  [
    'border-spacing',
    parsed((value, style) => {
      const [x, y = x] = splitWords(value).map((part) => parseLength(part, style));
      return x === undefined || y === undefined ? undefined : ([x, y] as const);
    }, to('borderSpacing')),
  ],
  ['caption-side', keyword({ top: false, bottom: true }, to('captionBelow'))],
  ['table-layout', keyword({ auto: false, fixed: true }, to('tableLayoutFixed'))],
  ['flex-direction', flexPart((value) => ({ column: value.toLowerCase().startsWith('column') }))],
  ['flex-wrap', flexPart((value) => ({ wrap: value.toLowerCase().startsWith('wrap') }))],
  ['flex-flow', flexPart((value) => ({ column: /column/i.test(value), wrap: /\bwrap/i.test(value) }))],
  ['justify-content', flexPart((value) => ({ justify: value.toLowerCase() }))],
  ['align-items', flexPart((value) => ({ align: value.toLowerCase() }))],
  ['align-self', flexPart((value) => ({ alignSelf: value.toLowerCase() }))],
  ['flex-grow', flexPart((value) => ({ grow: plainNumber(value) }))],
  ['flex-shrink', flexPart((value) => ({ shrink: plainNumber(value) }))],
  ['flex-basis', flexPart((value, style) => ({ basis: parseLengthOrPercent(value, style) }))],
  ['flex', flexPart(parseFlex)],
  [
    'gap',
    flexPart((value, style) => {
      const [rowGap, columnGap = rowGap] = splitWords(value).map((part) => parseLength(part, style));
      return rowGap === undefined || columnGap === undefined ? undefined : { rowGap, columnGap };
    }),
  ],
];
