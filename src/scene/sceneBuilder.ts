/** Draws every cell's shape on a canvas, in draw.io's order, and adds up what they cover. */
import { Canvas, type OutlineFilter } from '../drawing/canvas.js';
import { isFiniteNode, isFiniteRect } from '../drawing/finite.js';
import { handDrawing } from '../drawing/handDrawing.js';
import { moved } from '../drawing/moved.js';
import type { Group, SceneNode } from '../drawing/scene.js';
import { sketchFilter } from '../drawing/sketch.js';
import type { TextBlock } from '../drawing/textBlock.js';
import { grow, type Point, point, type Rect, rect, rotatedBounds, turnQuarter, union } from '../geometry/plane.js';
import type { Layout, PlacedVertex, RoutedEdge } from '../layout/placed.js';
import type { Cell } from '../model/cell.js';
import { append } from '../primitives/lists.js';
import { isCurved } from '../shapes/edges/curve.js';
import { boundsAlongLine } from '../shapes/edges/edgeBounds.js';
import type { ColorKey } from '../style/keys.js';
import type { Style } from '../style/style.js';
import { flowing } from './flow.js';
import { labelNodes } from './labelNodes.js';
import { flipped, turnOf } from './orientation.js';
import { configureCanvas, dashPattern } from './paintSettings.js';
import type { SceneContext } from './sceneContext.js';
import { cellShadow, growForShadow, labelShadow } from './shadow.js';
import { imageOf, shapeCellOf, unknownMarker } from './shapeCell.js';

/** A group under construction: children of nested cells are added after the cell's own drawing. */
interface OpenGroup {
  readonly children: SceneNode[];
}

export class SceneBuilder {
  #bounds: Rect | undefined;
  /** Cells whose sizes were told to be past what can be drawn. */
  readonly #reported = new Set<Cell>();

  constructor(
    readonly layout: Layout,
    readonly context: SceneContext,
    /** The cells to draw; undefined: all. */
    readonly only?: ReadonlySet<Cell>,
    /** What is to be seen of each part of a cell's picture; default: it as it is. */
    readonly finish?: (node: SceneNode) => SceneNode,
  ) {}

  build(root: Cell): { root: Group; bounds: Rect } {
    const top: Group & OpenGroup = { kind: 'group', children: [] };
    const open: { cell: Cell; into: OpenGroup }[] = [{ cell: root, into: top }];
    for (let next = open.pop(); next; next = open.pop()) {
      const group = this.#drawCell(next.cell);
      if (!group) continue;
      next.into.children.push(group);
      const { children } = next.cell;
      for (let i = children.length - 1; i >= 0; i--) open.push({ cell: children[i] as Cell, into: group });
    }
    return { root: top, bounds: this.#bounds ?? rect(0, 0, 0, 0) };
  }

  #drawCell(cell: Cell): (Group & OpenGroup) | undefined {
    if (!cell.visible) return undefined;
    if (this.only && !this.only.has(cell)) return { kind: 'group', children: [] };
    const placed = this.layout.cells.get(cell.id);
    if (!placed) return cell.kind === 'layer' ? { kind: 'group', cellId: cell.id, children: [] } : undefined;
    const canvas = new Canvas({
      setText: this.context.setText,
      filterOutline: this.#sketch(placed.style, cell),
      budget: this.context.budget,
    });
    const bounds = placed.kind === 'vertex' ? this.#drawVertex(placed, canvas) : this.#drawEdge(placed, canvas);
    this.#include(bounds, cell);
    const shadow = cellShadow(placed.style);
    const children: SceneNode[] = [];
    const shift = strokeShift(placed);
    const drawn = this.#finite(canvas.nodes, cell);
    const nodes = shift === 0 ? drawn : drawn.map((node) => moved(node, shift, shift));
    if (nodes.length > 0) {
      if (shadow) children.push({ kind: 'group', shadow, children: nodes });
      else append(children, nodes);
    }
    const { label } = placed;
    if (label) {
      const texts = this.#finite(
        labelNodes(label, (block) => this.#withImages(block, cell.id)),
        cell,
      );
      if (placed.style.flag('textShadow')) {
        children.push({ kind: 'group', shadow: labelShadow(placed.style), children: texts });
      } else append(children, texts);
      if (label.bounds) this.#include(label.bounds, cell);
    }
    if (placed.badge)
      append(
        children,
        labelNodes(placed.badge, (block) => block),
      );
    return {
      kind: 'group',
      cellId: cell.id,
      link: cellLink(cell),
      title: this.context.tooltip(cell),
      children: this.finish ? children.map(this.finish) : children,
    };
  }

  /** How the outlines of a hand-drawn cell are redrawn. */
  #sketch(style: Style, cell: Cell): OutlineFilter | undefined {
    const { strokes, budget, report } = this.context;
    let told = false;
    const tooMany = (): void => {
      if (told) return;
      told = true;
      const message = 'Hand-drawn, it would have too many strokes: some of it is drawn plain.';
      report({ code: 'too-costly', cellId: cell.id, message });
    };
    return handDrawing(style) && sketchFilter(style, cell.id, { strokes, budget, tooMany });
  }

  /** What isn't finite would leave the whole picture without a size. */
  #include(bounds: Rect, cell: Cell): void {
    if (!isFiniteRect(bounds)) this.#reportGeometry(cell);
    else this.#bounds = this.#bounds ? union(this.#bounds, bounds) : bounds;
  }

  /** What of a cell's drawing can be written: numbers that aren't finite end here, and are told. */
  #finite(nodes: readonly SceneNode[], cell: Cell): readonly SceneNode[] {
    if (nodes.every(isFiniteNode)) return nodes;
    this.#reportGeometry(cell);
    return nodes.filter(isFiniteNode);
  }

  #reportGeometry(cell: Cell): void {
    if (this.#reported.has(cell)) return;
    this.#reported.add(cell);
    const message = 'Its sizes are past what a picture can hold; what they concern is left out.';
    this.context.report({ code: 'invalid-geometry', cellId: cell.id, message });
  }

  #drawVertex(placed: PlacedVertex, canvas: Canvas): Rect {
    const { style, box, shape } = placed;
    const { sideways, rotation, flipH, flipV } = turnOf(style);
    const drawBox = sideways ? turnQuarter(box) : box;
    canvas.rotate(rotation, flipH, flipV, drawBox.x + drawBox.width / 2, drawBox.y + drawBox.height / 2);
    configureCanvas(canvas, style);
    // draw.io hides a shape without extent, but not its label.
    if (box.width > 0 && box.height > 0)
      shape.draw(canvas, drawBox, style, shapeCellOf(placed, this.layout, this.context));
    const covered = (area: Rect): Rect => growForStroke(growForShadow(area, style), style, shape.strokeKey);
    const bounds = rotatedBounds(covered(drawBox), rotation);
    const reach = shape.reach?.(drawBox, style);
    if (!reach) return bounds;
    const centre = point(drawBox.x + drawBox.width / 2, drawBox.y + drawBox.height / 2);
    return union(bounds, rotatedBounds(covered(flipped(reach, centre, flipH, flipV)), rotation, centre));
  }

  #drawEdge(placed: RoutedEdge, canvas: Canvas): Rect {
    const { style, shape, cell } = placed;
    const box = boundsAlongLine(placed.points, 0);
    const { sideways, rotation, flipH, flipV } = turnOf(style);
    const turned = shape.turns ? rotation : 0;
    canvas.rotate(turned, flipH, flipV, box.x + box.width / 2, box.y + box.height / 2);
    configureCanvas(canvas, style);
    const points = distinctPoints(placed.points);
    if (points.length > 1) {
      shape.draw(canvas, points, style, {
        cell: shapeCellOf(placed, this.layout, this.context),
        jumps: placed.jumps,
        reportUnknownMarker: (name) => this.context.report(unknownMarker(cell.id, name)),
      });
    }
    if (style.flag('flowAnimation')) letFlow(canvas, placed);
    const drawn = canvas.bounds;
    const fromDrawing =
      shape.boundsFromDrawing === 'always' || (shape.boundsFromDrawing === 'curved' && isCurved(style));
    if (fromDrawing && drawn && drawn.width > 0 && drawn.height > 0) return growForStroke(drawn, style);
    const bounds = shape.bounds(placed.points, style);
    const room = shape.turns && sideways ? turnQuarter(bounds) : bounds;
    return rotatedBounds(growForStroke(growForShadow(room, style), style), turned);
  }

  /** A label with the images of its HTML found, those that can't be had left out. */
  #withImages(block: TextBlock, cellId: string): TextBlock {
    if (block.images.length === 0) return block;
    const images = block.images.flatMap((image) => {
      const href = imageOf(this.context, image.href, cellId);
      return href === undefined ? [] : [{ ...image, href }];
    });
    return { ...block, images };
  }
}

/** draw.io moves a shape by half a pixel where its stroke's width is odd in whole pixels, so that lines are crisp. */
function strokeShift({ shape, style }: PlacedVertex | RoutedEdge): number {
  if (shape.shiftsForStroke === false) return 0;
  return Math.max(1, Math.round(shape.stencilSize?.strokeWidth ?? style.number('strokeWidth', 1))) % 2 === 1 ? 0.5 : 0;
}

/** Lets the line of a drawn edge flow; what rough.js draws in place of it stands still. */
function letFlow({ nodes, paths }: Canvas, { style, shape }: RoutedEdge): void {
  const line = paths[shape.flowPath ?? 0];
  const at = line && handDrawing(style) !== 'rough' ? nodes.indexOf(line) : -1;
  if (line && at >= 0) nodes[at] = flowing(line, style, dashPattern(style));
}

const growForStroke = (box: Rect, style: Style, colorKey: ColorKey = 'strokeColor'): Rect =>
  style.has(colorKey) ? grow(box, style.number('strokeWidth', 1) / 2) : box;

/** draw.io leaves out a point that stands less than a pixel from the one before it. */
function distinctPoints(points: readonly Point[]): readonly Point[] {
  return points.filter((p, i) => {
    const previous = points[i - 1];
    return !previous || Math.abs(previous.x - p.x) >= 1 || Math.abs(previous.y - p.y) >= 1;
  });
}

function cellLink(cell: Cell): Group['link'] {
  const href = cell.attributes.get('link');
  if (!href || href.startsWith('data:action/')) return undefined;
  return { href, target: cell.attributes.get('linkTarget') };
}
