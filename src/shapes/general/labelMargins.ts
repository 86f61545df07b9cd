/** How the margins that a shape keeps free of its label turn with the shape's direction, its flips and the text. */
import { type Rect, rect } from '../../geometry/plane.js';
import type { Style } from '../../style/style.js';

/** What a shape keeps free of its label at each side of its own upright frame, px. */
export interface Margins {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const isVertical = (style: Style): boolean => {
  const direction = style.get('direction');
  return direction === 'north' || direction === 'south';
};

/** Takes rounded margins off a box after turning them to the direction and flips that the style names. */
export function insetDirected(box: Rect, margins: Margins, style: Style, flipH: boolean, flipV: boolean): Rect {
  const within = (value: number, limit: number): number => Math.round(Math.max(0, Math.min(limit, value)));
  let left = within(margins.left, box.width);
  let top = within(margins.top, box.height);
  let right = within(margins.right, box.width);
  let bottom = within(margins.bottom, box.height);
  const vertical = isVertical(style);
  if (vertical ? flipV : flipH) [left, right] = [right, left];
  if (vertical ? flipH : flipV) [top, bottom] = [bottom, top];
  switch (style.get('direction')) {
    case 'south':
      [left, top, right, bottom] = [bottom, left, top, right];
      break;
    case 'west':
      [left, top, right, bottom] = [right, bottom, left, top];
      break;
    case 'north':
      [left, top, right, bottom] = [top, right, bottom, left];
      break;
  }
  return rect(box.x + left, box.y + top, box.width - left - right, box.height - top - bottom);
}

/**
 * The label box of a shape with margins. `box` is the cell's box on the page, turned a quarter where the text runs
 * vertically (horizontal=0); `margins` gets it as the shape sees it.
 */
export function insetLabel(box: Rect, style: Style, margins: (box: Rect, style: Style) => Margins | undefined): Rect {
  const turnedText = !style.flag('horizontal', true);
  const seen = turnedText && !isVertical(style) ? rect(box.x, box.y, box.height, box.width) : box;
  const m = margins(seen, style);
  if (!m) return box;
  const flipH = style.flag('flipH');
  const flipV = style.flag('flipV');
  if (!turnedText) return insetDirected(box, m, style, flipH, flipV);
  const turned = { left: m.bottom, top: m.left, right: m.top, bottom: m.right };
  return insetDirected(box, turned, style, flipV, flipH);
}

/** Margins that a shape keeps only with the style boundedLbl=1. */
export const whenBounded =
  (margins: (box: Rect, style: Style) => Partial<Margins>) =>
  (box: Rect, style: Style): Rect =>
    style.flag('boundedLbl')
      ? insetLabel(box, style, (seen) => ({ left: 0, top: 0, right: 0, bottom: 0, ...margins(seen, style) }))
      : box;

/** Margins that a shape always keeps. */
export const always =
  (margins: (box: Rect, style: Style) => Partial<Margins>) =>
  (box: Rect, style: Style): Rect =>
    insetLabel(box, style, (seen) => ({ left: 0, top: 0, right: 0, bottom: 0, ...margins(seen, style) }));

/** The tallest lid that draw.io leaves free of a cylinder's label, px. */
const CYLINDER_MAX_LID = 40;

/**
 * The label box of a cylinder, and of all that draw.io derives from it (notes, messages, modules, …): with boundedLbl=1
 * the lid, twice the size as a fraction of the height, is kept free.
 */
export const cylinderLabelBox = whenBounded(({ height }, style) => ({
  top: Math.min(CYLINDER_MAX_LID, height * style.number('size', 0.15) * 2),
}));
