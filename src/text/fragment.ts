/** A laid-out box of a label: its size, baselines and what it paints, in its own frame; and flattening into a block. */
import type { TextBlock, TextBox, TextFormula, TextImage, TextRun } from './textBlock.js';

export type Part =
  | { readonly kind: 'run'; readonly run: TextRun }
  | { readonly kind: 'box'; readonly box: TextBox }
  | { readonly kind: 'image'; readonly image: TextImage }
  | { readonly kind: 'formula'; readonly formula: TextFormula }
  | { readonly kind: 'child'; readonly fragment: Fragment; readonly x: number; readonly y: number };

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

/** Everything a fragment paints, in its frame. */
export function flatten(fragment: Fragment): TextBlock {
  const runs: TextRun[] = [];
  const boxes: TextBox[] = [];
  const images: TextImage[] = [];
  const formulas: TextFormula[] = [];
  const visit = ({ parts }: Fragment, dx: number, dy: number): void => {
    for (const part of parts) {
      switch (part.kind) {
        case 'run':
          runs.push({ ...part.run, x: part.run.x + dx, baseline: part.run.baseline + dy });
          break;
        case 'box':
          boxes.push({ ...part.box, box: moved(part.box.box, dx, dy) });
          break;
        case 'image':
          images.push({ ...part.image, box: moved(part.image.box, dx, dy) });
          break;
        case 'formula':
          formulas.push({ ...part.formula, box: moved(part.formula.box, dx, dy) });
          break;
        case 'child':
          visit(part.fragment, dx + part.x, dy + part.y);
          break;
      }
    }
  };
  visit(fragment, 0, 0);
  return {
    width: fragment.width,
    height: fragment.height,
    runs,
    boxes,
    images,
    ...(formulas.length > 0 && { formulas }),
  };
}

/** The same fragment with what stands below moved above: how lines follow each other in vertical-lr text. */
export function reverseBlocks(fragment: Fragment): Fragment {
  if (fragment.isLine) return fragment;
  return { ...fragment, parts: fragment.parts.map((part) => upsideDown(part, fragment.height)) };
}

function upsideDown(part: Part, height: number): Part {
  if (part.kind === 'child') {
    const { fragment, x, y } = part;
    return childPart(reverseBlocks(fragment), x, height - y - fragment.height);
  }
  if (part.kind !== 'box') return part;
  const { box } = part.box;
  return { kind: 'box', box: { ...part.box, box: { ...box, y: height - box.y - box.height } } };
}

const moved = (box: TextBox['box'], dx: number, dy: number): TextBox['box'] => ({
  x: box.x + dx,
  y: box.y + dy,
  width: box.width,
  height: box.height,
});

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
      return { ...part, x: part.x + dx, y: part.y + dy };
  }
}
