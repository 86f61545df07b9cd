/** Turns a laid-out label into blocks in painting order: one, unless parts of it are clipped, see-through or moved. */

import { type Fragment, type LayerEffect, movedEffect } from '../boxes/fragment.js';
import type { TextBlock, TextBox, TextFormula, TextImage, TextLayer, TextRun } from '../drawing/textBlock.js';
import { intersection, multiply, type Rect } from '../geometry/plane.js';

/** What a label paints. */
export interface PaintedLabel {
  readonly block: TextBlock;
  /** From the lowest layer up, where parts of it are clipped, see-through or moved. */
  readonly layers: readonly TextLayer[] | undefined;
}

const known = new WeakMap<Fragment, PaintedLabel>();

/** What an item paints, worked out once for the labels that share it. */
export function paintedLabel(item: Fragment): PaintedLabel {
  const painted = known.get(item) ?? { block: flatten(item), layers: layered(item) };
  known.set(item, painted);
  return painted;
}

/** The layers of a label that takes more than one block to paint. */
function layered(item: Fragment): readonly TextLayer[] | undefined {
  const layers = layersOf(item);
  const plain =
    layers.length === 1 &&
    layers.every(({ clip, opacity, transform, shadow }) => !clip && opacity === 1 && !transform && !shadow);
  return plain ? undefined : layers;
}

/** Everything a fragment paints as one block, whatever sets its parts apart. */
export function flatten(fragment: Fragment): TextBlock {
  const open = emptyBlock();
  visit(fragment, 0, 0, open, (_, layer, dx, dy, into) => visit(layer, dx, dy, into, mergeLayer));
  return closed(open, fragment);
}

/** Everything a fragment paints, from the lowest layer up. */
export function layersOf(fragment: Fragment): readonly TextLayer[] {
  const painter = new LayerPainter(fragment);
  painter.paint(fragment, 0, 0, { opacity: 1 });
  return painter.finish();
}

/** A block while it is filled. */
interface OpenBlock {
  readonly runs: TextRun[];
  readonly boxes: TextBox[];
  readonly images: TextImage[];
  readonly formulas: TextFormula[];
}

const emptyBlock = (): OpenBlock => ({ runs: [], boxes: [], images: [], formulas: [] });

const isEmpty = ({ runs, boxes, images, formulas }: OpenBlock): boolean =>
  runs.length + boxes.length + images.length + formulas.length === 0;

function closed({ runs, boxes, images, formulas }: OpenBlock, { width, height }: Fragment): TextBlock {
  return { width, height, runs, boxes, images, ...(formulas.length > 0 && { formulas }) };
}

type LayerVisitor = (effect: LayerEffect, layer: Fragment, dx: number, dy: number, into: OpenBlock) => void;

const mergeLayer: LayerVisitor = (_, layer, dx, dy, into) => visit(layer, dx, dy, into, mergeLayer);

function visit({ parts }: Fragment, dx: number, dy: number, into: OpenBlock, onLayer: LayerVisitor): void {
  for (const part of parts) {
    switch (part.kind) {
      case 'run':
        into.runs.push({ ...part.run, x: part.run.x + dx, baseline: part.run.baseline + dy });
        break;
      case 'box':
        into.boxes.push({ ...part.box, box: moved(part.box.box, dx, dy) });
        break;
      case 'image':
        into.images.push({ ...part.image, box: moved(part.image.box, dx, dy) });
        break;
      case 'formula':
        into.formulas.push({ ...part.formula, box: moved(part.formula.box, dx, dy) });
        break;
      case 'child':
        visit(part.fragment, dx + part.x, dy + part.y, into, onLayer);
        break;
      case 'layer':
        onLayer(movedEffect(part.effect, dx, dy), part.fragment, dx + part.x, dy + part.y, into);
        break;
      case 'anchor':
        break;
    }
  }
}

const moved = (box: Rect, dx: number, dy: number): Rect => ({
  x: box.x + dx,
  y: box.y + dy,
  width: box.width,
  height: box.height,
});

/** What holds for all that is painted in a layer. */
type Surroundings = Omit<TextLayer, 'block'>;

class LayerPainter {
  readonly #layers: TextLayer[] = [];
  readonly #above: (() => void)[] = [];
  #open = emptyBlock();

  constructor(readonly root: Fragment) {}

  paint(fragment: Fragment, x: number, y: number, around: Surroundings): void {
    visit(fragment, x, y, this.#open, (effect, layer, dx, dy) => {
      const paint = (): void => {
        this.#close(around);
        const inner = within(around, effect);
        this.paint(layer, dx, dy, inner);
        this.#close(inner);
      };
      if (effect.above) this.#above.push(paint);
      else paint();
    });
  }

  finish(): readonly TextLayer[] {
    this.#close({ opacity: 1 });
    for (const paint of this.#above) paint();
    return this.#layers.length > 0 ? this.#layers : [{ block: closed(emptyBlock(), this.root), opacity: 1 }];
  }

  /** What was gathered becomes a layer. Its lists stay open to the visit that fills them: they are copied. */
  #close(around: Surroundings): void {
    const { runs, boxes, images, formulas } = this.#open;
    if (isEmpty(this.#open)) return;
    const block = { runs: [...runs], boxes: [...boxes], images: [...images], formulas: [...formulas] };
    this.#layers.push({ ...around, block: closed(block, this.root) });
    for (const list of [runs, boxes, images, formulas]) list.length = 0;
  }
}

/** A clip outside of a transform can't be told in its frame: it ends there. */
function within(around: Surroundings, { clip, opacity = 1, transform, shadow }: LayerEffect): Surroundings {
  const shown = clip && around.clip ? intersection(clip, around.clip) : (clip ?? around.clip);
  return {
    opacity: around.opacity * opacity,
    clip: transform ? undefined : shown,
    transform: transform && around.transform ? multiply(around.transform, transform) : (transform ?? around.transform),
    shadow: shadow ?? around.shadow,
  };
}
