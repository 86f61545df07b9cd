/** The style that an element starts from: initial values, and what it inherits. */
import { type ComputedStyle, type InheritedStyle, NO_BORDER, type RadiusLengths } from './computedStyle.js';
import { NO_CUSTOM_PROPERTIES } from './customProperties.js';
import { AUTO, type Sides, ZERO } from './lengths.js';

const SQUARE: RadiusLengths = { across: ZERO, down: ZERO };

const sides = <T>(value: T): Sides<T> => ({ top: value, right: value, bottom: value, left: value });

export const INITIAL_STYLE: ComputedStyle = {
  families: ['Helvetica'],
  fontSize: 16,
  weight: 400,
  italic: false,
  smallCaps: false,
  lineHeight: { kind: 'normal' },
  color: '#000000',
  letterSpacing: 0,
  wordSpacing: 0,
  textAlign: 'start',
  textIndent: ZERO,
  textTransform: 'none',
  whiteSpaceCollapse: 'collapse',
  wraps: true,
  wordBreak: 'normal',
  overflowWrap: 'normal',
  tabSize: 8,
  rightToLeft: false,
  listStyleType: 'disc',
  listStyleInside: false,
  borderCollapse: false,
  borderSpacing: [0, 0],
  captionBelow: false,
  visible: true,
  href: undefined,
  decorations: [],
  opacity: 1,
  textShadows: [],
  underlineOffset: undefined,
  textAlignLast: undefined,
  centralBaseline: false,
  customProperties: NO_CUSTOM_PROPERTIES,
  fontSizing: { keyword: 'medium', absolute: false },
  decoration: { lines: [], style: 'solid', color: undefined, thickness: undefined },
  display: 'inline',
  float: 'none',
  clear: 'none',
  shapeOutside: undefined,
  outOfFlow: false,
  relative: false,
  inset: sides(AUTO),
  verticalAlign: 'baseline',
  background: undefined,
  margin: sides(ZERO),
  padding: sides(ZERO),
  border: sides(NO_BORDER),
  radii: [SQUARE, SQUARE, SQUARE, SQUARE],
  width: AUTO,
  height: AUTO,
  minWidth: AUTO,
  maxWidth: AUTO,
  minHeight: AUTO,
  maxHeight: AUTO,
  borderBox: false,
  clips: false,
  ellipsis: false,
  groupOpacity: 1,
  transform: undefined,
  boxShadows: [],
  outline: NO_BORDER,
  gradients: [],
  objectFit: 'fill',
  tableLayoutFixed: false,
  isolatesDirection: false,
  overridesDirection: false,
  flex: {
    column: false,
    wrap: false,
    justify: 'normal',
    align: 'normal',
    alignSelf: 'auto',
    grow: 0,
    shrink: 1,
    basis: AUTO,
    rowGap: 0,
    columnGap: 0,
  },
};

/** A style while its declarations are applied. */
export type StyleDraft = { -readonly [K in keyof ComputedStyle]: ComputedStyle[K] };

const INHERITED_KEYS = [
  'families',
  'fontSize',
  'weight',
  'italic',
  'smallCaps',
  'lineHeight',
  'color',
  'letterSpacing',
  'wordSpacing',
  'textAlign',
  'textIndent',
  'textTransform',
  'whiteSpaceCollapse',
  'wraps',
  'wordBreak',
  'overflowWrap',
  'tabSize',
  'rightToLeft',
  'listStyleType',
  'listStyleInside',
  'borderCollapse',
  'borderSpacing',
  'captionBelow',
  'visible',
  'href',
  'decorations',
  'opacity',
  'textShadows',
  'underlineOffset',
  'textAlignLast',
  'centralBaseline',
  'customProperties',
  'fontSizing',
] as const satisfies readonly (keyof InheritedStyle)[];

/** The style that a child starts from: what is inherited, and initial values for the rest. */
export function inheritStyle(parent: ComputedStyle): StyleDraft {
  const draft: StyleDraft = { ...INITIAL_STYLE };
  for (const key of INHERITED_KEYS) copyKey(draft, parent, key);
  return draft;
}

function copyKey<K extends keyof ComputedStyle>(to: StyleDraft, from: ComputedStyle, key: K): void {
  to[key] = from[key];
}
