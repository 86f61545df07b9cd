/** The words of a picture, where their ink stands: a run of one style on one line after another. */
import type { Group, SceneNode } from '../drawing/scene.js';
import type { TextRun } from '../drawing/textBlock.js';
import { intersection, type Matrix, type Rect, rect, transformRect, union } from '../geometry/plane.js';

/** A stretch of text in a picture. */
export interface InkRun {
  readonly run: TextRun;
  /** What its letters cover, page px: from the height of capitals to the depth of descenders. */
  readonly box: Rect;
}

/** The text of one cell, as it is painted. */
export interface CellText {
  readonly cellId: string;
  /** Its place in the order of painting. */
  readonly order: number;
  readonly opacity: number;
  readonly runs: readonly InkRun[];
  /** Around all runs. */
  readonly box: Rect;
  /** From the block's frame to the page. */
  readonly transform: Matrix;
  /** How much of the ink is cut off, px: what stands out of the label's clip on any side. */
  readonly cutOff: number;
}

/** The parts of a font size above and below the baseline that letters fill. */
const CAPITALS = 0.72;
const DESCENDERS = 0.2;

/** The text of a node, without what is blank or see-through; undefined where nothing is left. */
export function cellText(
  node: SceneNode & { readonly kind: 'text' },
  cellId: string,
  order: number,
): CellText | undefined {
  const { block, transform, opacity, clip } = node;
  const runs: InkRun[] = [];
  let cutOff = 0;
  for (const run of block.runs) {
    if (run.text.trim() === '' || run.opacity * opacity === 0 || run.angle !== undefined) continue;
    const ink = inkOf(run);
    const shown = clip ? intersection(ink, clip) : ink;
    cutOff = Math.max(cutOff, ink.width - shown.width, ink.height - shown.height);
    if (shown.width > 0 && shown.height > 0) runs.push({ run, box: transformRect(transform, shown) });
  }
  const [first, ...rest] = runs.map(({ box }) => box);
  if (!first) return undefined;
  return { cellId, order, opacity, runs, box: rest.reduce(union, first), transform, cutOff };
}

function inkOf({ x, baseline, width, fontSize, text }: TextRun): Rect {
  // Blanks at the end of a line take room that nobody sees.
  const seen = width * (text.trimEnd().length / text.length);
  return rect(x, baseline - CAPITALS * fontSize, seen, (CAPITALS + DESCENDERS) * fontSize);
}

/** The nodes of a picture in the order of painting, each with the cell that it belongs to. */
export function* painted(root: Group): Generator<{ readonly node: SceneNode; readonly cellId: string | undefined }> {
  const pending: { readonly node: SceneNode; readonly cellId: string | undefined }[] = [
    { node: root, cellId: undefined },
  ];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, cellId } = next;
    yield next;
    if (node.kind !== 'group') continue;
    const own = node.cellId ?? cellId;
    for (let i = node.children.length - 1; i >= 0; i--) {
      pending.push({ node: node.children[i] as SceneNode, cellId: own });
    }
  }
}
