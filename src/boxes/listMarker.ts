/** The markers of list items: discs, circles and squares drawn as Chromium draws them, and numbers set as text. */

import type { TextBox } from '../drawing/textBlock.js';
import type { Corners } from '../geometry/roundedBox.js';
import { type ComputedStyle, inheritStyle, type Length, px, type RadiusLengths, ZERO } from '../html/computedStyle.js';
import type { Content, ElementContent } from '../html/content.js';
import { numeral } from '../html/numerals.js';
import { percentEncoded } from '../primitives/percentEncoded.js';
import { movedDown, type Stacked } from './blockStack.js';
import type { BoxEdges } from './boxSizes.js';
import type { Part } from './fragment.js';
import { fontExtent, leadedExtent, letterShift } from './inline/fontMetrics.js';
import { faceOf } from './inline/inlineItems.js';
import type { LayoutContext } from './layoutContext.js';

/** The space between a drawn marker and the text. */
const SYMBOL_PADDING = 8;

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

const isSymbol = (type: string): boolean => type === 'disc' || type === 'circle' || type === 'square';

/** A symbol's size by the font's ascent, and how far its bottom stands above the baseline. */
function symbolSize(ascent: number): { readonly size: number; readonly reach: number; readonly raisedBy: number } {
  const reach = Math.floor((ascent * 2) / 3);
  const size = Math.floor((reach + 1) / 2);
  return { size, reach, raisedBy: ascent - Math.floor((3 * (ascent - reach)) / 2) - size };
}

const hasMarkerBeside = ({ display, listStyleType, listStyleInside }: ComputedStyle): boolean =>
  display === 'list-item' && listStyleType !== 'none' && !listStyleInside;

/**
 * An item's content beside its marker: no higher than that can stand, and as high as the marker where there is no line.
 */
export function besideMarker<T extends Stacked>(content: T, style: ComputedStyle, { fonts }: LayoutContext): T {
  if (!hasMarkerBeside(style)) return content;
  const face = faceOf(style, fonts);
  const { ascent, descent } = leadedExtent(style, face);
  const { firstBaseline, height } = content;
  if (firstBaseline !== undefined) return movedDown(content, Math.max(0, ascent - firstBaseline));
  return { ...content, height: Math.max(height, ascent + descent), firstBaseline: ascent };
}

/** The item's border box: its width, and what is around its content. */
interface MarkerPlace {
  readonly edges: BoxEdges;
  readonly width: number;
}

/** The marker's parts in the item's border box. */
export function markerParts(
  content: ElementContent,
  baseline: number | undefined,
  place: MarkerPlace,
  context: LayoutContext,
): Part[] {
  const { style } = content;
  if (baseline === undefined || !hasMarkerBeside(style) || !style.visible) return [];
  const face = faceOf(style, context.fonts);
  const foot = baseline + letterShift(style, face);
  const symbol = symbolBox(style, foot, place, context);
  if (symbol) return [{ kind: 'box', box: symbol }];
  const number = numeral(content.ordinal ?? 1, style.listStyleType);
  const text = style.rightToLeft ? ` .${number}` : `${number}. `;
  const width = face.advance(text, style.fontSize);
  return [
    {
      kind: 'run',
      run: {
        text,
        x: style.rightToLeft ? place.width - place.edges.right : place.edges.left - width,
        baseline: foot,
        width,
        face,
        families: style.families,
        fontSize: style.fontSize,
        weight: style.weight,
        italic: style.italic,
        color: style.color,
        opacity: style.opacity,
        decorations: [],
        letterSpacing: 0,
        rightToLeft: false,
      },
    },
  ];
}

/** A disc, circle or square: two thirds of the ascent decide its size and place. */
function symbolBox(
  style: ComputedStyle,
  baseline: number,
  { edges, width }: MarkerPlace,
  context: LayoutContext,
): TextBox | undefined {
  const { listStyleType } = style;
  if (!isSymbol(listStyleType)) return undefined;
  const { ascent } = fontExtent(faceOf(style, context.fonts), style.fontSize);
  const { size, reach, raisedBy } = symbolSize(ascent);
  const apart = reach + SYMBOL_PADDING;
  const x = style.rightToLeft ? width - edges.right + apart - size : edges.left - apart;
  const y = baseline - raisedBy - size;
  if (listStyleType === 'circle') {
    return {
      box: { x: x + 0.5, y: y + 0.5, width: size - 1, height: size - 1 },
      stroke: style.color,
      strokeWidth: 1,
      radius: (size - 1) / 2,
    };
  }
  const box = { x, y, width: size, height: size };
  return { box, fill: style.color, radius: listStyleType === 'disc' ? size / 2 : undefined };
}
