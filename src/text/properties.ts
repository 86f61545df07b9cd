/** The CSS properties that labels know, one entry a property: how its value changes a style. */

import {
  AUTO,
  type BorderSide,
  type Display,
  type Length,
  type LineHeight,
  SIDES,
  type SideName,
  type StyleDraft,
  type TextAlign,
  type WhiteSpaceCollapse,
  ZERO,
} from './computedStyle.js';
import { parseFamilies, splitWords } from './css.js';
import {
  isBorderStyle,
  parseBorder,
  parseBorderWidth,
  parseColor,
  parseFontSize,
  parseLength,
  parseLengthOrPercent,
  parseSides,
  parseWeight,
} from './cssValues.js';
import type { TextDecorationLine } from './textBlock.js';

/** What a value may refer to: the style of the element around. */
export interface PropertyContext {
  readonly parent: StyleDraft;
}

/** Applies a value; false if it is not a value of the property, which is then passed over. */
export type PropertyHandler = (style: StyleDraft, value: string, context: PropertyContext) => boolean;

/** A handler of a property whose value is parsed, and stored if it is one. */
const parsed =
  <T>(
    parse: (value: string, style: StyleDraft, context: PropertyContext) => T | undefined,
    store: (style: StyleDraft, value: T) => void,
  ): PropertyHandler =>
  (style, value, context) => {
    const result = parse(value, style, context);
    if (result === undefined) return false;
    store(style, result);
    return true;
  };

/** Stores a value under one key of the style. */
const to =
  <K extends keyof StyleDraft>(key: K) =>
  (style: StyleDraft, value: StyleDraft[K]): void => {
    style[key] = value;
  };

/** A handler of a property whose value is one of a few words. */
const keyword = <T>(
  words: Readonly<Record<string, T>>,
  store: (style: StyleDraft, value: T) => void,
): PropertyHandler =>
  parsed((value) => (Object.hasOwn(words, value.toLowerCase()) ? words[value.toLowerCase()] : undefined), store);

const same = <T extends string>(...words: T[]): Record<T, T> =>
  Object.fromEntries(words.map((word) => [word, word])) as Record<T, T>;

function parseLineHeight(value: string, style: StyleDraft): LineHeight | undefined {
  const text = value.trim().toLowerCase();
  if (text === 'normal') return { kind: 'normal' };
  if (/^\d*\.?\d+$/.test(text)) return { kind: 'factor', value: Number(text) };
  const length = parseLengthOrPercent(text, style);
  if (!length || length.kind === 'auto') return undefined;
  const size = length.kind === 'px' ? length.value : (length.value / 100) * style.fontSize;
  return size >= 0 ? { kind: 'px', value: size } : undefined;
}

const fontSize = parsed(
  (value, _, { parent }) => parseFontSize(value, parent.fontSize),
  (style, size) => {
    style.fontSize = size;
  },
);

const fontFamily = parsed(
  (value) => {
    const families = parseFamilies(value);
    return families.length > 0 ? families : undefined;
  },
  (style, families) => {
    style.families = families;
  },
);

const fontWeight = parsed(
  (value, _, { parent }) => parseWeight(value, parent.weight),
  (style, weight) => {
    style.weight = weight;
  },
);

const fontStyle = parsed(
  (value) => /^(normal|italic|oblique)\b/i.exec(value)?.[1]?.toLowerCase(),
  (style, slant) => {
    style.italic = slant !== 'normal';
  },
);

const fontVariant: PropertyHandler = (style, value) => {
  style.smallCaps = /\b(all-)?small-caps\b/i.test(value);
  return true;
};

/** font: [style || variant || weight || stretch]? size[/line-height]? family */
const font: PropertyHandler = (style, value, context) => {
  const words = splitWords(value);
  const sizeAt = words.findIndex((word) => parseFontSize(word.split('/')[0] as string, 16) !== undefined);
  if (sizeAt < 0 || sizeAt === words.length - 1) return false;
  style.italic = false;
  style.smallCaps = false;
  style.weight = 400;
  style.lineHeight = { kind: 'normal' };
  for (const word of words.slice(0, sizeAt)) {
    if (/^small-caps$/i.test(word)) style.smallCaps = true;
    else if (!/^normal$/i.test(word) && !fontStyle(style, word, context)) fontWeight(style, word, context);
  }
  const rest = words
    .slice(sizeAt)
    .join(' ')
    .replace(/\s*\/\s*/, '/');
  const [size, ...families] = rest.split(' ');
  const [sizeText, lineHeight] = (size as string).split('/');
  fontSize(style, sizeText as string, context);
  if (lineHeight !== undefined) properties.get('line-height')?.(style, lineHeight, context);
  return fontFamily(style, families.join(' '), context);
};

const DECORATION_LINES = same<TextDecorationLine>('underline', 'line-through', 'overline');

const textDecoration: PropertyHandler = (style, value, { parent }) => {
  const { color, fontSize } = style;
  const own = splitWords(value.toLowerCase()).flatMap((word) =>
    Object.hasOwn(DECORATION_LINES, word) ? [{ line: word as TextDecorationLine, color, fontSize }] : [],
  );
  // A decoration goes on through descendants: none of them can take it away.
  style.decorations = [...parent.decorations, ...own];
  return true;
};

const WHITE_SPACE: Readonly<Record<string, readonly [WhiteSpaceCollapse, boolean]>> = {
  normal: ['collapse', true],
  nowrap: ['collapse', false],
  pre: ['preserve', false],
  'pre-wrap': ['preserve', true],
  'pre-line': ['preserve-breaks', true],
  'break-spaces': ['break-spaces', true],
  wrap: ['collapse', true],
  collapse: ['collapse', true],
  'preserve nowrap': ['preserve', false],
};

const TEXT_ALIGN: Readonly<Record<string, TextAlign>> = {
  ...same('start', 'end', 'left', 'right', 'center', 'justify'),
  '-webkit-auto': 'start',
  '-webkit-center': 'block-center',
  '-webkit-left': 'block-left',
  '-webkit-right': 'block-right',
};

const DISPLAY: Readonly<Record<string, Display>> = {
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
};

const VERTICAL_ALIGN = same('baseline', 'sub', 'super', 'top', 'middle', 'bottom', 'text-top', 'text-bottom');

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

const COLOR_LIKE = /url\(|gradient\(/i;

const background: PropertyHandler = (style, value, context) => {
  for (const word of splitWords(value)) {
    if (COLOR_LIKE.test(word)) continue;
    const color = backgroundColorOf(word, style);
    if (color !== undefined) {
      style.background = color.paint;
      return true;
    }
  }
  style.background = undefined;
  return !COLOR_LIKE.test(value) || context === undefined;
};

function backgroundColorOf(word: string, style: StyleDraft): { paint: string | undefined } | undefined {
  const lower = word.toLowerCase();
  if (lower === 'none' || lower === 'transparent' || lower === 'initial') return { paint: undefined };
  if (
    /^(repeat|no-repeat|repeat-x|repeat-y|scroll|fixed|local|center|left|right|top|bottom|cover|contain)$/.test(lower)
  ) {
    return undefined;
  }
  const color = parseColor(word, style.color);
  return color === undefined ? undefined : { paint: color };
}

const sideBox = (key: 'margin' | 'padding', side: SideName): PropertyHandler =>
  parsed(parseLengthOrPercent, (style, length) => {
    style[key] = { ...style[key], [side]: key === 'padding' && length.kind === 'auto' ? ZERO : length };
  });

const allSides = (key: 'margin' | 'padding'): PropertyHandler =>
  parsed(
    (value, style) => parseSides(value, (part) => parseLengthOrPercent(part, style)),
    (style, lengths) => {
      style[key] = lengths;
    },
  );

const borderSide = (side: SideName): PropertyHandler =>
  parsed(
    (value, style) => parseBorder(value, style, style.color),
    (style, border) => {
      style.border = { ...style.border, [side]: border };
    },
  );

const borderAll: PropertyHandler = parsed(
  (value, style) => parseBorder(value, style, style.color),
  (style, border) => {
    style.border = { top: border, right: border, bottom: border, left: border };
  },
);

/** border-width, border-style or border-color, for all four sides or (with `side`) one. */
function borderPart<K extends keyof BorderSide>(
  key: K,
  parse: (value: string, style: StyleDraft) => BorderSide[K] | undefined,
  side?: SideName,
): PropertyHandler {
  return (style, value) => {
    const values = side
      ? { [side]: parse(value, style) }
      : parseSides(value, (part) => parse(part, style) as NonNullable<BorderSide[K]> | undefined);
    if (!values) return false;
    for (const name of side ? [side] : SIDES) {
      const part = (values as Record<SideName, BorderSide[K] | undefined>)[name];
      if (part === undefined) return false;
      style.border = { ...style.border, [name]: { ...style.border[name], [key]: part } };
    }
    return true;
  };
}

const borderColor = (value: string, style: StyleDraft): string | undefined =>
  parseColor(value, style.color) ?? (/^initial$/i.test(value) ? style.color : undefined);

const borderStyle = (value: string): string | undefined => (isBorderStyle(value) ? value.toLowerCase() : undefined);

const SIZE_KEYWORDS = new Set([
  'max-content',
  'min-content',
  'fit-content',
  'none',
  'stretch',
  '-webkit-fill-available',
]);

const size = (key: 'width' | 'height' | 'minWidth' | 'maxWidth' | 'minHeight' | 'maxHeight'): PropertyHandler =>
  parsed(
    (value, style): Length | undefined =>
      SIZE_KEYWORDS.has(value.toLowerCase()) ? AUTO : parseLengthOrPercent(value, style),
    (style, length) => {
      style[key] = length.kind !== 'auto' && length.value < 0 ? style[key] : length;
    },
  );

const listStyle: PropertyHandler = (style, value) => {
  for (const word of splitWords(value.toLowerCase())) {
    if (word === 'inside' || word === 'outside') style.listStyleInside = word === 'inside';
    else if (!word.startsWith('url(')) style.listStyleType = word;
  }
  return true;
};

const flexPart = (
  store: (value: string, style: StyleDraft) => Partial<StyleDraft['flex']> | undefined,
): PropertyHandler =>
  parsed(store, (style, part) => {
    style.flex = { ...style.flex, ...part };
  });

const plainNumber = (value: string): number | undefined => (/^\d*\.?\d+$/.test(value) ? Number(value) : undefined);

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

const shift = (axis: 'x' | 'y', sign: 1 | -1): PropertyHandler =>
  parsed(parseLengthOrPercent, (style, length) => {
    if (length.kind === 'auto') return;
    style.shift = { ...style.shift, [axis]: { ...length, value: sign * length.value } };
  });

const overflow: PropertyHandler = (style, value) => {
  style.clips = /hidden|auto|scroll|clip/i.test(value);
  return true;
};

export const properties: ReadonlyMap<string, PropertyHandler> = new Map<string, PropertyHandler>([
  ['font', font],
  ['font-size', fontSize],
  ['font-family', fontFamily],
  ['font-weight', fontWeight],
  ['font-style', fontStyle],
  ['font-variant', fontVariant],
  ['font-variant-caps', fontVariant],
  ['line-height', parsed(parseLineHeight, to('lineHeight'))],
  ['color', parsed((value, _, { parent }) => parseColor(value, parent.color), to('color'))],
  ['letter-spacing', spacing(to('letterSpacing'))],
  ['word-spacing', spacing(to('wordSpacing'))],
  ['text-align', keyword(TEXT_ALIGN, to('textAlign'))],
  ['text-indent', parsed(parseLengthOrPercent, to('textIndent'))],
  ['text-transform', keyword(same('none', 'uppercase', 'lowercase', 'capitalize'), to('textTransform'))],
  ['text-decoration', textDecoration],
  ['text-decoration-line', textDecoration],
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
      { normal: false, embed: true, isolate: true, plaintext: true, 'bidi-override': true, 'isolate-override': true },
      (style, value) => {
        style.isolatesDirection = value;
      },
    ),
  ],
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
  ['left', shift('x', 1)],
  ['right', shift('x', -1)],
  ['top', shift('y', 1)],
  ['bottom', shift('y', -1)],
  ['vertical-align', verticalAlign],
  ['visibility', keyword({ visible: true, hidden: false, collapse: false }, to('visible'))],
  [
    'opacity',
    parsed(
      (value) => (value.endsWith('%') ? Number.parseFloat(value) / 100 : Number.parseFloat(value)),
      (style, value) => {
        if (Number.isFinite(value)) style.opacity *= Math.max(0, Math.min(1, value));
      },
    ),
  ],
  ['background', background],
  [
    'background-color',
    parsed(
      (value, style) => backgroundColorOf(value, style),
      (style, value) => {
        style.background = value.paint;
      },
    ),
  ],
  ['margin', allSides('margin')],
  ['padding', allSides('padding')],
  ...SIDES.flatMap((side): [string, PropertyHandler][] => [
    [`margin-${side}`, sideBox('margin', side)],
    [`padding-${side}`, sideBox('padding', side)],
    [`border-${side}`, borderSide(side)],
    [`border-${side}-width`, borderPart('width', parseBorderWidth, side)],
    [`border-${side}-style`, borderPart('style', borderStyle, side)],
    [`border-${side}-color`, borderPart('color', borderColor, side)],
  ]),
  ['margin-inline-start', sideBox('margin', 'left')],
  ['margin-inline-end', sideBox('margin', 'right')],
  ['margin-block-start', sideBox('margin', 'top')],
  ['margin-block-end', sideBox('margin', 'bottom')],
  ['padding-inline-start', sideBox('padding', 'left')],
  ['padding-inline-end', sideBox('padding', 'right')],
  ['border', borderAll],
  ['border-width', borderPart('width', parseBorderWidth)],
  ['border-style', borderPart('style', borderStyle)],
  ['border-color', borderPart('color', borderColor)],
  ['border-radius', parsed((value, style) => parseLengthOrPercent(splitWords(value)[0] ?? '', style), to('radius'))],
  ['width', size('width')],
  ['height', size('height')],
  ['min-width', size('minWidth')],
  ['max-width', size('maxWidth')],
  ['min-height', size('minHeight')],
  ['max-height', size('maxHeight')],
  ['inline-size', size('width')],
  ['block-size', size('height')],
  ['box-sizing', keyword({ 'border-box': true, 'content-box': false }, to('borderBox'))],
  ['overflow', overflow],
  ['overflow-x', overflow],
  ['overflow-y', overflow],
  ['list-style', listStyle],
  ['list-style-type', listStyle],
  ['list-style-position', listStyle],
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
]);
