/** The markers of list items: discs, circles and squares drawn as Chromium draws them, and numbers set as text. */

import type { TextBox } from '../drawing/textBlock.js';
import type { ComputedStyle } from '../html/computedStyle.js';
import type { ElementContent } from '../html/content.js';
import { isSymbol, symbolSize } from '../html/markerContent.js';
import { numeral } from '../html/numerals.js';
import { movedDown, type Stacked } from './blockStack.js';
import type { BoxContext } from './boxContext.js';
import type { BoxEdges } from './boxSizes.js';
import type { Part } from './fragment.js';
import { fontExtent, leadedExtent, letterShift } from './inline/fontMetrics.js';
import { faceOf } from './inline/inlineItems.js';

/** The space between a drawn marker and the text. */
const SYMBOL_PADDING = 8;

const hasMarkerBeside = ({ display, listStyleType, listStyleInside }: ComputedStyle): boolean =>
  display === 'list-item' && listStyleType !== 'none' && !listStyleInside;

/**
 * An item's content beside its marker: no higher than that can stand, and as high as the marker where there is no line.
 */
export function besideMarker<T extends Stacked>(content: T, style: ComputedStyle, { fonts }: BoxContext): T {
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
  context: BoxContext,
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
  context: BoxContext,
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
