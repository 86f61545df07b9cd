/** The typed cells of one page. */
import type { Point, Rect } from '../geometry/plane.js';

export interface Geometry {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** True: x and y are fractions of the parent (vertices) or a place along the edge (edge labels). */
  readonly relative: boolean;
  readonly offset?: Point;
  readonly sourcePoint?: Point;
  readonly targetPoint?: Point;
  /** Waypoints of an edge, in its parent's coordinates. */
  readonly points: readonly Point[];
  readonly alternateBounds?: Rect;
}

interface CellBase {
  readonly id: string;
  /** The label as written: HTML or plain text, placeholders not yet replaced. */
  readonly value: string;
  /** Attributes of the cell's UserObject or object wrapper (label, link, tooltip, placeholders, custom data). */
  readonly attributes: ReadonlyMap<string, string>;
  readonly style: string;
  readonly parent: Cell | undefined;
  readonly children: readonly Cell[];
  readonly visible: boolean;
  readonly collapsed: boolean;
  readonly connectable: boolean;
  readonly geometry: Geometry | undefined;
}

export interface VertexCell extends CellBase {
  readonly kind: 'vertex';
}

export interface EdgeCell extends CellBase {
  readonly kind: 'edge';
  /** Undefined where there is none; a hidden cell without a parent where draw.io finds one that isn't on the page. */
  readonly source: Cell | undefined;
  readonly target: Cell | undefined;
}

/** The root, a layer, or a cell that is neither vertex nor edge. */
export interface LayerCell extends CellBase {
  readonly kind: 'layer';
}

export type Cell = VertexCell | EdgeCell | LayerCell;

/** Page settings of the mxGraphModel element. */
export interface PageSettings {
  readonly background: string | undefined;
  readonly backgroundImage: string | undefined;
  readonly shadow: boolean;
  readonly math: boolean;
  readonly pageWidth: number;
  readonly pageHeight: number;
  readonly pageScale: number;
  readonly pageVisible: boolean;
  readonly gridSize: number;
  /** Which colours adapt to a dark page; as in the file, undefined where it doesn't say. */
  readonly adaptiveColors: string | undefined;
}

export interface CellGraph {
  readonly root: Cell;
  readonly cells: ReadonlyMap<string, Cell>;
  readonly settings: PageSettings;
}
