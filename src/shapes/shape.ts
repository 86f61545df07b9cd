/** What a shape is: how it draws itself, where its label stands, and where edges meet it. */

import type { Canvas } from '../drawing/canvas.js';
import type { Point, Rect } from '../geometry/plane.js';
import type { Style } from '../style/style.js';

/** A child as its parent's shape may need it (tables draw their rows' lines). */
export interface ShapeChild {
  readonly style: Style;
  /** In page pixels. */
  readonly box: Rect;
  readonly collapsed: boolean;
  readonly children: readonly ShapeChild[];
  /** The geometry's alternateBounds, px: what a merged table cell measured before. */
  readonly alternateBounds?: Rect;
}

/** The sides of a table's row, or of a cell in one, that are lines of the table's grid. */
export interface GridSides {
  readonly of: 'row' | 'cell';
  readonly top: boolean;
  readonly right: boolean;
  readonly bottom: boolean;
  readonly left: boolean;
}

/** What a few shapes need beyond box and style. */
export interface ShapeCell {
  readonly id: string;
  readonly value: string;
  readonly collapsed: boolean;
  readonly children: readonly ShapeChild[];
  /** For rows and cells of tables. */
  readonly gridSides?: GridSides;
  /**
   * Resolves an icon path or URL of a style ("img/lib/…", "data:…") to what an image can refer to, with values for the
   * CSS variables of an SVG image.
   */
  image(path: string, variables?: ReadonlyMap<string, string>): string | undefined;
  /** The stencil of a full name ("mxgraph.aws4.lambda"), for shapes that draw one inside; undefined if unknown. */
  stencil?(name: string): Shape | undefined;
  /** Fills in the placeholders (%name%) of a stencil's own text. */
  replacePlaceholders?(text: string): string;
  /** The label as it is stored (its tags and placeholders as they are), for shapes that write it themselves. */
  label?(): string;
  /** The label as it is shown, its placeholders filled in, for shapes that repeat it; empty where the cell shows none. */
  shownLabel?(): string;
  /** The width of one line in draw.io's default font, px, for the few shapes that size their parts by captions. */
  textWidth?(text: string, fontSize: number): number;
  /** Tells of a marker that nobody knows, for the few shapes that have markers. */
  reportUnknownMarker?(name: string): void;
}

/** A place where edges may be tied to a shape. */
export interface ConnectionPoint {
  /** Fractions of the box; may lie outside 0…1. */
  readonly x: number;
  readonly y: number;
  /** Offsets in px. */
  readonly dx?: number;
  readonly dy?: number;
  /** Whether the point is moved onto the perimeter. */
  readonly perimeter: boolean;
  readonly name?: string;
}

/** What a stencil was designed for: its own width and height, and whether it is fitted into a box rather than stretched. */
export interface StencilSize {
  readonly width: number;
  readonly height: number;
  readonly fixedAspect: boolean;
  /** Px at the stencil's own size; undefined where it takes the cell's. */
  readonly strokeWidth?: number;
}

/**
 * Where a ray from `next` towards the centre of `box` meets the outline. `orthogonal`: the point straight across
 * (used by orthogonal edges); `box` already holds the perimeter spacing and is not rotated.
 */
export type Perimeter = (box: Rect, style: Style, next: Point, orthogonal: boolean) => Point;

export interface Shape {
  /**
   * Draws the shape in its own upright frame: `box` has been turned for `direction`, the canvas carries rotation and
   * flips, and is set to the cell's fill, stroke, dashes and opacity.
   */
  draw(canvas: Canvas, box: Rect, style: Style, cell: ShapeCell): void;
  /**
   * The part of `box` left for the label, before spacing, as draw.io's getLabelBounds gives it; the default is all of
   * it. `box` is the cell's box on the page, turned a quarter where the text runs vertically (horizontal=0) but not
   * for `direction`: margins given in the shape's own frame are turned by `always` and `whenBounded` of
   * labelMargins.ts.
   */
  labelBox?(box: Rect, style: Style): Rect;
  /** What the shape covers outside of its box, in the same upright frame as `draw`, without stroke and shadow. */
  reach?(box: Rect, style: Style): Rect | undefined;
  connectionPoints?(box: Rect, style: Style): readonly ConnectionPoint[];
  /** Set by every shape that is a stencil: edges end on what it fills of the box. */
  readonly stencilSize?: StencilSize;
  /** False: draw.io does not move the shape by half a pixel where its stroke's width is odd. Default true. */
  readonly shiftsForStroke?: boolean;
  /** The style key of the line that widens the shape's bounds; default strokeColor. */
  readonly strokeKey?: 'imageBorder';
}

/** A point of an edge's route: a bend, or a place where the edge crosses another one drawn before it. */
export interface RoutedPoint extends Point {
  readonly crossing: boolean;
}

/** A shape that draws an edge. `points` are the route clipped at both terminals: at least two, a pixel or more apart. */
export interface EdgeShape {
  draw(canvas: Canvas, points: readonly Point[], style: Style, edge: EdgeDrawing): void;
  /** What the edge covers, with its markers but without stroke and shadow, as draw.io measures it to crop the picture. */
  bounds(points: readonly Point[], style: Style): Rect;
  /** As Shape's. */
  readonly shiftsForStroke?: boolean;
  readonly stencilSize?: StencilSize | undefined;
  /** Edges whose bounds are those of what was drawn, unless one of their sides is zero: all of them, or curved ones. */
  readonly boundsFromDrawing?: 'always' | 'curved';
  /** True: drawing and label turn by the style's rotation, and the drawing by its direction. draw.io's lines never do. */
  readonly turns?: boolean;
  /** Which of the paths drawn moves in a flow animation; default the first. */
  readonly flowPath?: number;
}

/** Where the line of an edge is interrupted by line jumps, and what else the shapes of edges need. */
export interface EdgeDrawing {
  /** What stencils need. */
  readonly cell?: ShapeCell;
  /** The route with its crossings, when jumpStyle is set. */
  readonly jumps?: readonly RoutedPoint[];
  readonly reportUnknownMarker: (name: string) => void;
}
