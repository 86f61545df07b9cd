/** Markers that stand in the text itself: of list items (list-style-position: inside), and of a summary before its details. */
import type { Corners } from '../geometry/roundedBox.js';
import { percentEncoded } from '../primitives/percentEncoded.js';
import type { ComputedStyle, RadiusLengths } from './computedStyle.js';
import type { Content } from './content.js';
import { inheritStyle } from './initialStyle.js';
import { type Length, px, ZERO } from './lengths.js';
import { numeral } from './numerals.js';

/** How much of an em Chromium leaves after a marker that stands inside its item. */
const INSIDE_MARGIN = 1;

/** Ascents of Helvetica, Times and Courier are close enough to size a symbol by. */
const TYPICAL_ASCENT = 0.905;

/** The marker of an item with list-style-position: inside, as content before its text; undefined where it is outside. */
export function insideMarker(style: ComputedStyle, ordinal: number): Content | undefined {
  if (style.display !== 'list-item' || !style.listStyleInside || style.listStyleType === 'none') return undefined;
  if (!isSymbol(style.listStyleType)) {
    const number: ComputedStyle = { ...inheritStyle(style), display: 'inline-block', whiteSpaceCollapse: 'preserve' };
    const text = `${numeral(ordinal, style.listStyleType)}. `;
    return {
      kind: 'element',
      tag: 'span',
      style: { ...number, wraps: false, textIndent: ZERO },
      children: [{ kind: 'text', text, style: { ...number, display: 'inline', wraps: false } }],
    };
  }
  const { size, raisedBy } = symbolSize(Math.round(style.fontSize * TYPICAL_ASCENT));
  const symbol: ComputedStyle = {
    ...inheritStyle(style),
    display: 'inline-block',
    width: px(size),
    height: px(size),
    background: style.listStyleType === 'circle' ? undefined : style.color,
    radii: corners(style.listStyleType === 'square' ? ZERO : px(size / 2)),
    margin: { top: ZERO, left: ZERO, bottom: ZERO, right: px(INSIDE_MARGIN * style.fontSize + 1) },
    verticalAlign: { raisedBy },
  };
  return { kind: 'element', tag: 'span', style: symbol, children: [] };
}

/** How wide the triangle before a summary is drawn, in em. */
const TRIANGLE = 0.778;

/** The triangle that says whether <details> are shown, as an image before the summary's text. */
export function disclosureMarker(style: ComputedStyle, open: boolean): Content {
  const size = style.fontSize;
  const path = open ? 'M1 3h7L4.5 9z' : 'M2 1.5l6 3.75L2 9z';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9.33 9.33"><path d="${path}" fill="${style.color}"/></svg>`;
  const box = TRIANGLE * size;
  return {
    kind: 'image',
    style: {
      ...inheritStyle(style),
      margin: { top: ZERO, bottom: ZERO, left: ZERO, right: px(size * 0.278) },
      width: px(box),
      height: px(box),
      verticalAlign: { raisedBy: -0.05 * size },
    },
    href: `data:image/svg+xml,${percentEncoded(svg)}`,
    naturalSize: { width: box, height: box },
  };
}

function corners(length: Length): Corners<RadiusLengths> {
  const radius = { across: length, down: length };
  return [radius, radius, radius, radius];
}

/** Whether a marker is drawn, not set as text. */
export const isSymbol = (type: string): boolean => type === 'disc' || type === 'circle' || type === 'square';

/** A symbol's size by the font's ascent, and how far its bottom stands above the baseline. */
export function symbolSize(ascent: number): {
  readonly size: number;
  readonly reach: number;
  readonly raisedBy: number;
} {
  const reach = Math.floor((ascent * 2) / 3);
  const size = Math.floor((reach + 1) / 2);
  return { size, reach, raisedBy: ascent - Math.floor((3 * (ascent - reach)) / 2) - size };
}
