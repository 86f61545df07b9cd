/** What layout says of a page: where every cell stands, how it is drawn, and its label. */
import type { Point, Rect } from '../geometry/plane.js';
import type { Cell, EdgeCell, VertexCell } from '../model/cell.js';
import type { EdgeDrawing, EdgeShape, Shape, ShapeChild } from '../shapes/shape.js';
import type { Style } from '../style/style.js';
import type { PlacedLabel } from './label.js';

export interface PlacedVertex {
  readonly kind: 'vertex';
  readonly cell: VertexCell;
  readonly style: Style;
  /** The unrotated box, page px. */
  readonly box: Rect;
  readonly shape: Shape;
  readonly label: PlacedLabel | undefined;
  /** Its number (enumerate=1); draw.io's bounding box doesn't count it. */
  readonly badge?: PlacedLabel | undefined;
}

export interface RoutedEdge {
  readonly kind: 'edge';
  readonly cell: EdgeCell;
  readonly style: Style;
  /** The route clipped at both terminals, page px. */
  readonly points: readonly Point[];
  readonly jumps: EdgeDrawing['jumps'];
  readonly shape: EdgeShape;
  readonly label: PlacedLabel | undefined;
  /** Its number (enumerate=1). */
  readonly badge?: PlacedLabel | undefined;
}

export type PlacedCell = PlacedVertex | RoutedEdge;

export interface Layout {
  /** Every placed cell by id, in drawing order. */
  readonly cells: ReadonlyMap<string, PlacedCell>;
}

/** Cells in painting order: each before its children, siblings in file order. */
export function* drawingOrder(root: Cell): Generator<Cell> {
  const stack: Cell[] = [root];
  for (let cell = stack.pop(); cell; cell = stack.pop()) {
    yield cell;
    for (let i = cell.children.length - 1; i >= 0; i--) stack.push(cell.children[i] as Cell);
  }
}

/** A cell's placed children as its shape may see them. */
export function shapeChildren(cell: Cell, cells: ReadonlyMap<string, PlacedCell>): ShapeChild[] {
  const children: ShapeChild[] = [];
  for (const child of cell.children) {
    const placed = cells.get(child.id);
    if (placed?.kind !== 'vertex') continue;
    const { style, box } = placed;
    children.push({
      style,
      box,
      collapsed: child.collapsed,
      children: shapeChildren(child, cells),
      alternateBounds: child.geometry?.alternateBounds,
    });
  }
  return children;
}
