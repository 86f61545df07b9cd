/** CSS properties that change no picture of a label, or only in ways that labels pasted from elsewhere never show. */

const NAMES = new Set(
  `accent-color all animation appearance caret-color clip clip-path color-scheme contain content cursor d
  dominant-baseline empty-cells fill font-display font-kerning font-palette font-stretch hyphens image-rendering
  isolation line-break mix-blend-mode opacity-value order orphans paint-order pointer-events quotes resize
  scrollbar-color scrollbar-width shape-rendering speak src stroke stroke-width tab-stops text-anchor text-justify
  text-rendering touch-action transition unicode-range user-select vector-effect widows
  will-change z-index zoom`.split(/\s+/),
);

/** Whole families of properties: vendors' own, and parts of shorthands that only fine-tune. */
const PREFIXES = [
  '--',
  '-webkit-',
  '-moz-',
  '-ms-',
  '-o-',
  'mso-',
  'animation-',
  'background-',
  'border-image',
  'break-',
  'font-feature',
  'font-language',
  'font-optical',
  'font-size-adjust',
  'font-synthesis',
  'font-variant-',
  'font-variation',
  'forced-color',
  'layout-grid',
  'outline-',
  'page-break',
  'scroll',
  'text-decoration-skip',
  'text-size-adjust',
  'text-underline-position',
  'text-wrap-style',
  'transition-',
];

export const isWithoutEffect = (property: string): boolean =>
  NAMES.has(property) || PREFIXES.some((prefix) => property.startsWith(prefix));
