/** A laid-out box of a label: its size, baselines and what it paints, in its own frame. */

import type { TextBox, TextFormula, TextImage, TextRun, TextShadow } from '../drawing/textBlock.js';
import { type Matrix, multiply, type Rect, translation } from '../geometry/plane.js';
import type { ElementContent } from '../html/content.js';

/** What sets a part of a label apart from what is painted before and after it. */
export interface LayerEffect {
  /** What of the part is shown, in the frame of the fragment that it stands in. */
  readonly clip?: Rect;
  readonly opacity?: number;
  /** Turns or scales the part, in the same frame. */
  readonly transform?: Matrix;
  readonly shadow?: TextShadow;
  /** Painted after all that is in the flow. */
  readonly above?: boolean;
}

export type Part =
  | { readonly kind: 'run'; readonly run: TextRun }
  | { readonly kind: 'box'; readonly box: TextBox }
  | { readonly kind: 'image'; readonly image: TextImage }
  | { readonly kind: 'formula'; readonly formula: TextFormula }
  | { readonly kind: 'child'; readonly fragment: Fragment; readonly x: number; readonly y: number }
  | {
      readonly kind: 'layer';
      readonly fragment: Fragment;
      readonly x: number;
      readonly y: number;
      readonly effect: LayerEffect;
    }
  /** Where a box out of the flow would stand in it; paints nothing. */
  | { readonly kind: 'anchor'; readonly content: ElementContent; readonly x: number; readonly y: number };

/** Origin at the top left corner of the border box. */
export interface Fragment {
  readonly width: number;
  readonly height: number;
  /** From the top; undefined where there is no line of text. */
  readonly firstBaseline: number | undefined;
  readonly lastBaseline: number | undefined;
  readonly parts: readonly Part[];
  /** Set on one line of text: it stays whole when the order of lines is reversed. */
  readonly isLine?: boolean;
}

export const childPart = (fragment: Fragment, x: number, y: number): Part => ({ kind: 'child', fragment, x, y });

/** A fragment that only groups parts: they keep their places. */
export const groupOf = (parts: readonly Part[], width: number, height: number): Fragment => ({
  width,
  height,
  firstBaseline: undefined,
  lastBaseline: undefined,
  parts,
});

/** The same fragment with what stands below moved above: how lines follow each other in vertical-lr text. */
export function reverseBlocks(fragment: Fragment): Fragment {
  // What stands on a line keeps its place there, but has lines of its own.
  if (fragment.isLine) return { ...fragment, parts: fragment.parts.map(reversedInside) };
  return { ...fragment, parts: fragment.parts.map((part) => upsideDown(part, fragment.height)) };
}

function reversedInside(part: Part): Part {
  return part.kind === 'child' || part.kind === 'layer' ? { ...part, fragment: reverseBlocks(part.fragment) } : part;
}

function upsideDown(part: Part, height: number): Part {
  if (part.kind === 'child') {
    const { fragment, x, y } = part;
    return childPart(reverseBlocks(fragment), x, height - y - fragment.height);
  }
  if (part.kind === 'layer') {
    const { fragment, y } = part;
    return { ...part, fragment: reverseBlocks(fragment), y: height - y - fragment.height };
  }
  if (part.kind !== 'box') return part;
  const { box } = part.box;
  return { kind: 'box', box: { ...part.box, box: { ...box, y: height - box.y - box.height } } };
}

/** A part moved by an offset. */
export function movedPart(part: Part, dx: number, dy: number): Part {
  if (dx === 0 && dy === 0) return part;
  switch (part.kind) {
    case 'run':
      return { kind: 'run', run: { ...part.run, x: part.run.x + dx, baseline: part.run.baseline + dy } };
    case 'box':
      return {
        kind: 'box',
        box: { ...part.box, box: { ...part.box.box, x: part.box.box.x + dx, y: part.box.box.y + dy } },
      };
    case 'image':
      return {
        kind: 'image',
        image: { ...part.image, box: { ...part.image.box, x: part.image.box.x + dx, y: part.image.box.y + dy } },
      };
    case 'formula':
      return {
        kind: 'formula',
        formula: {
          ...part.formula,
          box: { ...part.formula.box, x: part.formula.box.x + dx, y: part.formula.box.y + dy },
        },
      };
    case 'child':
    case 'anchor':
      return { ...part, x: part.x + dx, y: part.y + dy };
    case 'layer':
      return { ...part, x: part.x + dx, y: part.y + dy, effect: movedEffect(part.effect, dx, dy) };
  }
}

export function movedEffect(effect: LayerEffect, dx: number, dy: number): LayerEffect {
  const { clip, transform } = effect;
  return {
    ...effect,
    ...(clip && { clip: { x: clip.x + dx, y: clip.y + dy, width: clip.width, height: clip.height } }),
    ...(transform && { transform: multiply(multiply(translation(dx, dy), transform), translation(-dx, -dy)) }),
  };
}
