/** Where Mermaid sets the elements and boundaries of a C4 diagram: in rows, as its text has them. */
import { type Rect, rect } from '../../geometry/plane.js';
import type { DrawContext } from '../context.js';
import type { Size } from '../graph/graph.js';
import { blockHeight, type C4Label, c4Label } from './c4Label.js';
import { byParentBoundary, type C4Boundary, type C4Element, type C4Model, GLOBAL } from './c4Model.js';
import type { C4Settings } from './c4Settings.js';

/** Rows end where Mermaid's screen does, px: that of a common one. */
const SCREEN_WIDTH = 1600;
/** Above a boundary's name, below it, and above its description, px. */
const NAME_TOP = 8;
const TYPE_GAP = 5;
const DESCRIPTION_GAP = 20;

export interface PlacedBoundary {
  readonly boundary: C4Boundary;
  readonly box: Rect;
  readonly title: C4Label;
}

export interface C4Places {
  readonly elements: ReadonlyMap<string, Rect>;
  /** Those around others first. */
  readonly boundaries: readonly PlacedBoundary[];
  /** How far the diagram reaches, px. */
  readonly right: number;
  readonly bottom: number;
}

interface Extent {
  startX: number;
  startY: number;
  stopX: number;
  stopY: number;
}

/** Rows of elements in a boundary. */
class Rows {
  /** Around all that is in the boundary. */
  readonly around: Extent = { startX: 0, startY: 0, stopX: 0, stopY: 0 };
  /** Around the last row. */
  readonly #row: Extent = { startX: 0, startY: 0, stopX: 0, stopY: 0 };
  /** In the last row; Mermaid counts on from one boundary to that beside it. */
  #count = 0;

  constructor(
    readonly widthLimit: number,
    readonly settings: C4Settings,
    readonly mostInRow: number,
  ) {}

  startAt(x: number, y: number): void {
    const start = { startX: x, stopX: x, startY: y, stopY: y };
    Object.assign(this.around, start);
    Object.assign(this.#row, start);
  }

  add({ width, height }: Size): Rect {
    const { shapeMargin: margin, nextLinePadding } = this.settings;
    const row = this.#row;
    this.#count++;
    let x = row.startX === row.stopX ? row.stopX + margin : row.stopX + 2 * margin;
    let y = row.startY + 2 * margin;
    if (x >= this.widthLimit || x + width >= this.widthLimit || this.#count > this.mostInRow) {
      x = row.startX + margin + nextLinePadding;
      y = row.stopY + 2 * margin;
      row.stopX = x + width;
      row.startY = row.stopY;
      row.stopY = y + height;
      this.#count = 1;
    }
    for (const extent of [this.around, row]) {
      extent.startX = Math.min(extent.startX, x);
      extent.startY = Math.min(extent.startY, y);
      extent.stopX = Math.max(extent.stopX, x + width);
      extent.stopY = Math.max(extent.stopY, y + height);
    }
    return rect(x, y, width, height);
  }
}

export function c4Places(
  model: C4Model,
  sizes: ReadonlyMap<string, Size>,
  settings: C4Settings,
  context: DrawContext,
): C4Places {
  const { marginX, marginY, shapeMargin } = settings;
  const elementsIn = byParentBoundary<C4Element>(model.elements);
  const boundariesIn = byParentBoundary<C4Boundary>(model.boundaries);
  const elements = new Map<string, Rect>();
  const boundaries: (PlacedBoundary | undefined)[] = [];
  const reach = { right: marginX, bottom: marginY };
  const place = (around: Rows, inside: readonly C4Boundary[]): void => {
    const limit = around.widthLimit / Math.min(model.boundariesInRow, inside.length);
    const rows = new Rows(limit, settings, model.elementsInRow);
    for (const [index, boundary] of inside.entries()) {
      context.budget.spend(1);
      const head = headOf(boundary, settings, settings.wraps ? limit : undefined, context);
      if (index % model.boundariesInRow === 0)
        rows.startAt(around.around.startX + marginX, around.around.stopY + marginY + head.height);
      else {
        const { startX, stopX, startY } = rows.around;
        rows.startAt(stopX === startX ? startX : stopX + marginX, startY);
      }
      // What is in a boundary says how large it is, and comes after it.
      const own = boundaries.push(undefined) - 1;
      const contents = elementsIn.get(boundary.alias) ?? [];
      for (const { alias } of contents) elements.set(alias, rows.add(sizes.get(alias) as Size));
      if (contents.length > 0) {
        rows.around.stopX += shapeMargin;
        rows.around.stopY += shapeMargin;
      }
      const nested = boundariesIn.get(boundary.alias) ?? [];
      if (nested.length > 0) place(rows, nested);
      const { startX, startY, stopX, stopY } = rows.around;
      if (boundary.alias !== GLOBAL) {
        const box = rect(startX, startY, stopX - startX, stopY - startY);
        boundaries[own] = { boundary, box, title: head.title };
      }
      around.around.stopX = Math.max(stopX + shapeMargin, around.around.stopX);
      around.around.stopY = Math.max(stopY + shapeMargin, around.around.stopY);
      reach.right = Math.max(reach.right, around.around.stopX);
      reach.bottom = Math.max(reach.bottom, around.around.stopY);
    }
  };
  const screen = new Rows(SCREEN_WIDTH, settings, model.elementsInRow);
  screen.startAt(marginX, marginY);
  place(screen, boundariesIn.get('') ?? []);
  return { elements, boundaries: boundaries.filter((each) => each !== undefined), ...reach };
}

/** A boundary's name, type and description, and how much room Mermaid keeps for them above the boundary. */
function headOf(
  { label, type, descr }: C4Boundary,
  settings: C4Settings,
  maxWidth: number | undefined,
  context: DrawContext,
): { readonly title: C4Label; readonly height: number } {
  const font = settings.font('boundary');
  const blocks = [
    { text: label, font: { ...font, fontSize: font.fontSize + 2, bold: true } },
    { text: type === '' ? '' : `[${type}]`, font },
    { text: descr, font: { ...font, fontSize: font.fontSize - 2 } },
  ];
  const heights = blocks.map((block) => blockHeight(block, maxWidth, context));
  const [name = 0, ofType = 0, ofDescr = 0] = heights;
  const height =
    NAME_TOP + name + (type === '' ? 0 : TYPE_GAP + ofType) + (descr === '' ? 0 : DESCRIPTION_GAP + ofDescr);
  const shown = blocks.filter(({ text }) => text !== '');
  // Mermaid counts from the middle of one to the middle of the next.
  const gaps = [
    ...(type === '' ? [] : [TYPE_GAP + (name - ofType) / 2]),
    ...(descr === '' ? [] : [DESCRIPTION_GAP + ((type === '' ? name : ofType) - ofDescr) / 2]),
  ];
  return { title: c4Label(shown, gaps, maxWidth, context), height };
}
