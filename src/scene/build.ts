/** Draws a layout: every cell's shape on a canvas, in draw.io's order, and the crop of the picture. */

import { missingAsset } from '../assets/missingAssets.js';
import type { Budget } from '../budget.js';
import type { Diagnostic, Report } from '../diagnostics.js';
import { Canvas, type OutlineFilter } from '../drawing/canvas.js';
import { isFiniteNode, isFiniteRect } from '../drawing/finite.js';
import { moved } from '../drawing/moved.js';
import type { FillPattern, GradientDirection, Group, Picture, Scene, SceneNode, Stroke } from '../drawing/scene.js';
import { handDrawing, sketchFilter } from '../drawing/sketch.js';
import type { StrokeAllowance } from '../drawing/strokeAllowance.js';
import type { TextBlock, TextSetter } from '../drawing/textBlock.js';
import { grow, type Point, point, type Rect, rect, rotatedBounds, turnQuarter, union } from '../geometry/plane.js';
import { type Layout, type PlacedVertex, type RoutedEdge, shapeChildren } from '../layout/placed.js';
import type { Cell, CellGraph, PageSettings } from '../model/cell.js';
import { append } from '../primitives/lists.js';
import { lookupTable } from '../primitives/lookupTable.js';
import { boundsAlongLine } from '../shapes/edges/bounds.js';
import { isCurved } from '../shapes/edges/curve.js';
import type { Shape, ShapeCell } from '../shapes/shape.js';
import type { ColorKey } from '../style/keys.js';
import type { Style } from '../style/style.js';
import { captureFrame, type Print, printFactor, screenshotFrame } from './capture.js';
import { flowing } from './flow.js';
import { gridSides } from './gridSides.js';
import { imageDiagnostic } from './imageDiagnostics.js';
import { labelNodes } from './labelNodes.js';
import { cellShadow, growForShadow, labelShadow, PAGE_SHADOW, PAGE_SHADOW_ROOM } from './shadow.js';

export interface SceneContext {
  readonly report: Report;
  readonly setText: TextSetter;
  readonly strokes: StrokeAllowance;
  readonly budget: Budget;
  stencil(shapeName: string): Shape | undefined;
  /** An href for an image named by a style, with values for its CSS variables; undefined where there is none. */
  image(path: string, variables?: ReadonlyMap<string, string>): string | undefined;
  /** What a cell says where the pointer rests on it. */
  tooltip(cell: Cell): string | undefined;
  /** A text of a cell's shape with its placeholders filled in. */
  replacePlaceholders(cell: Cell, text: string): string;
  /** The label of a cell whose shape writes it, as it is stored. */
  shapeLabel(cell: Cell): string;
  /** A cell's label as it is shown. */
  shownLabel(cell: Cell): string;
}

/** What lies behind a page's cells: another page's drawing, or an image at a place of the page. */
export interface Backdrop {
  /** Undefined where it can't be had: its place stays free. */
  readonly node: Group | Picture | undefined;
  /** The part of the page that it takes, px. */
  readonly box: Rect;
}

export interface CropOptions {
  /** 'diagram' crops to the drawing, 'page' to the sheets that it touches; 'capture' and 'screenshot': see capture.ts. */
  readonly size: 'diagram' | 'page' | 'capture' | 'screenshot';
  /** How much larger the drawing is on its sheets of paper; default 1. */
  readonly paperScale?: number;
  /** How large the picture is printed, on which the size of what is captured depends. */
  readonly print?: Print;
  /** Space around the drawing, px. */
  readonly border: number;
  readonly background: string | undefined;
}

/**
 * The picture of a page, cropped to its cells and its backdrop as draw.io's export crops it. With `only`, no other cells
 * are drawn, and the backdrop does not widen the crop.
 */
export function buildScene(
  graph: CellGraph,
  layout: Layout,
  context: SceneContext,
  crop: CropOptions,
  { backdrop, only }: { readonly backdrop?: Backdrop; readonly only?: ReadonlySet<Cell> } = {},
): Scene {
  const drawn = new SceneBuilder(layout, context, only).build(graph.root);
  const root: Group = backdrop?.node ? { kind: 'group', children: [backdrop.node, drawn.root] } : drawn.root;
  const bounds = backdrop && !only ? union(drawn.bounds, backdrop.box) : drawn.bounds;
  return cropScene(root, bounds, graph.settings, crop);
}

/**
 * The drawing of a page that serves as another's background. draw.io makes an image of it that begins at a whole pixel,
 * and puts that where the drawing begins: between pixels as a rule.
 */
export function buildBackdrop(graph: CellGraph, layout: Layout, context: SceneContext): Backdrop {
  const { root, bounds } = new SceneBuilder(layout, context).build(graph.root);
  return { node: moved(root, bounds.x - Math.ceil(bounds.x), bounds.y - Math.ceil(bounds.y)), box: bounds };
}

/** draw.io's export crop: whole pixels. */
function cropScene(root: Group, drawn: Rect, settings: PageSettings, crop: CropOptions): Scene {
  const sheet = sheetSize(settings, crop.paperScale ?? 1);
  const bounds = crop.size === 'page' ? sheetsUnder(drawn, sheet) : drawn;
  const room = settings.shadow && crop.size !== 'page' ? PAGE_SHADOW_ROOM : 0;
  const width = Math.max(1, Math.ceil(bounds.width) + 2 * crop.border) + room;
  const height = Math.max(1, Math.ceil(bounds.height) + 2 * crop.border) + room;
  const left = Math.ceil(bounds.x - crop.border);
  const top = Math.ceil(bounds.y - crop.border);
  const window = WINDOWS[crop.size];
  const viewBox = window ? window(drawn, crop.border, room, crop.print ?? {}) : rect(left, top, width, height);
  return {
    viewBox,
    width: viewBox.width,
    height: viewBox.height,
    printScale: crop.size === 'screenshot' ? printFactor(drawn, crop.print ?? {}) : undefined,
    sheet,
    background: crop.background,
    root: settings.shadow ? { ...root, shadow: PAGE_SHADOW } : root,
  };
}

/** Of what is drawn in a window and captured there. */
const WINDOWS: { readonly [Size in CropOptions['size']]?: typeof captureFrame } = {
  capture: captureFrame,
  screenshot: screenshotFrame,
};

/** Of a larger drawing a sheet shows less. */
function sheetSize({ pageWidth, pageHeight, pageScale }: PageSettings, paperScale: number): Scene['sheet'] {
  const scale = pageScale / paperScale;
  return { width: pageWidth * scale, height: pageHeight * scale, pageScale: scale };
}

/** All of the sheets that a drawing touches; draw.io's lie side by side from the page's origin. */
function sheetsUnder(drawn: Rect, sheet: Scene['sheet']): Rect {
  const first = { x: Math.floor(Math.ceil(drawn.x) / sheet.width), y: Math.floor(Math.ceil(drawn.y) / sheet.height) };
  const right = Math.ceil(drawn.x) + Math.floor(drawn.width);
  const bottom = Math.ceil(drawn.y) + Math.floor(drawn.height);
  const across = Math.max(1, Math.ceil(right / sheet.width) - first.x);
  const down = Math.max(1, Math.ceil(bottom / sheet.height) - first.y);
  return rect(first.x * sheet.width, first.y * sheet.height, across * sheet.width, down * sheet.height);
}

/** A group under construction: children of nested cells are added after the cell's own drawing. */
interface OpenGroup {
  readonly children: SceneNode[];
}

class SceneBuilder {
  #bounds: Rect | undefined;
  /** Cells whose sizes were told to be past what can be drawn. */
  readonly #reported = new Set<Cell>();

  constructor(
    readonly layout: Layout,
    readonly context: SceneContext,
    /** The cells to draw; undefined: all. */
    readonly only?: ReadonlySet<Cell>,
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
      children,
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
    return sketchFilter(style, cell.id, { strokes, budget, tooMany });
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
    if (box.width > 0 && box.height > 0) shape.draw(canvas, drawBox, style, this.#shapeCell(placed));
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
        cell: this.#shapeCell(placed),
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

  /** An href for an image of a cell; one that can't be had is reported. */
  #image(path: string, cellId: string, variables?: ReadonlyMap<string, string>): string | undefined {
    const href = this.context.image(path, variables);
    const diagnostic = imageDiagnostic(cellId, path, href);
    if (diagnostic) this.context.report(diagnostic);
    return href;
  }

  /** A label with the images of its HTML found, those that can't be had left out. */
  #withImages(block: TextBlock, cellId: string): TextBlock {
    if (block.images.length === 0) return block;
    const images = block.images.flatMap((image) => {
      const href = this.#image(image.href, cellId);
      return href === undefined ? [] : [{ ...image, href }];
    });
    return { ...block, images };
  }

  #shapeCell({ cell, style }: PlacedVertex | RoutedEdge): ShapeCell {
    const { layout, context } = this;
    return {
      id: cell.id,
      value: cell.value,
      collapsed: cell.collapsed,
      get children() {
        return shapeChildren(cell, layout.cells);
      },
      get gridSides() {
        return gridSides(cell, layout.cells);
      },
      image: (path, variables) => this.#image(path, cell.id, variables),
      stencil: (name) => {
        const stencil = context.stencil(name);
        if (!stencil) context.report(missingStencil(cell.id, name));
        return stencil;
      },
      replacePlaceholders: (text) => context.replacePlaceholders(cell, text),
      label: () => context.shapeLabel(cell),
      shownLabel: () => (style.flag('noLabel') ? '' : context.shownLabel(cell)),
      textWidth: (text, fontSize) => captionWidth(context.setText, text, fontSize),
      reportUnknownMarker: (name) => context.report(unknownMarker(cell.id, name)),
    };
  }
}

const flipped = ({ x, y, width, height }: Rect, centre: Point, across: boolean, down: boolean): Rect =>
  rect(across ? 2 * centre.x - x - width : x, down ? 2 * centre.y - y - height : y, width, height);

/** draw.io moves a shape by half a pixel where its stroke's width is odd in whole pixels, so that lines are crisp. */
function strokeShift({ shape, style }: PlacedVertex | RoutedEdge): number {
  if (shape.shiftsForStroke === false) return 0;
  return Math.max(1, Math.round(shape.stencilSize?.strokeWidth ?? style.number('strokeWidth', 1))) % 2 === 1 ? 0.5 : 0;
}

/** The width of one line in draw.io's default font, as the browser tells an element's width: in whole pixels. */
function captionWidth(setText: TextSetter, text: string, fontSize: number): number {
  if (text.trim() === '') return 0;
  const { block } = setText({
    text: text.trim(),
    x: 0,
    y: 0,
    width: 0,
    height: 0,
    align: 'left',
    verticalAlign: 'top',
    html: true,
    rotationDegrees: 0,
    fontSize: Math.round(fontSize),
    fontFamily: 'Arial,Helvetica',
    color: '#000000',
    bold: false,
    italic: false,
    underline: false,
  });
  return Math.round(block.width);
}

/** Lets the line of a drawn edge flow; what rough.js draws in place of it stands still. */
function letFlow({ nodes, paths }: Canvas, { style, shape }: RoutedEdge): void {
  const line = paths[shape.flowPath ?? 0];
  const at = line && handDrawing(style) !== 'rough' ? nodes.indexOf(line) : -1;
  if (line && at >= 0) nodes[at] = flowing(line, style, dashPattern(style));
}

const unknownMarker = (cellId: string, name: string): Diagnostic => {
  return { code: 'unknown-marker', cellId, message: `Marker "${name}" is not known; the line end is drawn plain.` };
};

const missingStencil = (cellId: string, name: string): Diagnostic =>
  missingAsset('missing-stencil', cellId, name, {
    found: `Stencil "${name}" is not in the asset pack`,
    drawn: 'left out',
  });

const DIRECTION_ANGLES = lookupTable<number>({ north: 270, west: 180, south: 90 });

/** How a shape stands: turned by so many degrees, and mirrored; north and south swap the two flips. */
function turnOf(style: Style) {
  const direction = style.string('direction', 'east');
  const sideways = direction === 'north' || direction === 'south';
  const flipped = [
    style.flag('flipH') || style.flag('stencilFlipH'),
    style.flag('flipV') || style.flag('stencilFlipV'),
  ];
  const [flipH = false, flipV = false] = sideways ? flipped.toReversed() : flipped;
  return { sideways, rotation: style.number('rotation', 0) + (DIRECTION_ANGLES[direction] ?? 0), flipH, flipV };
}

const LINE_CAPS = lookupTable<Stroke['lineCap']>({ flat: 'butt', round: 'round', square: 'square' });

/** Sets the canvas to a cell's opacity, colours, dashes and line style before its shape draws. */
export function configureCanvas(canvas: Canvas, style: Style): void {
  canvas.setAlpha(style.number('opacity', 100) / 100);
  canvas.setFillAlpha(style.number('fillOpacity', 100) / 100);
  canvas.setStrokeAlpha(style.number('strokeOpacity', 100) / 100);
  canvas.setDashed(style.flag('dashed'), style.flag('fixDash'));
  const pattern = dashPattern(style);
  if (pattern) canvas.setDashPattern(pattern);
  // Freehand lines are filled outlines in the colour of the line.
  const fill = style.color(style.flag('lineShape') ? 'strokeColor' : 'fillColor');
  const gradient = style.color('gradientColor');
  if (fill !== undefined && gradient !== undefined) {
    canvas.setGradient(fill, gradient, gradientDirection(style));
  } else {
    canvas.setFillColor(fill);
    canvas.setFillPattern(fillPattern(style));
  }
  const cap = style.get('linecap');
  if (cap !== undefined) canvas.setLineCap(LINE_CAPS[cap] ?? 'butt');
  const join = style.get('linejoin');
  if (join === 'round' || join === 'bevel' || join === 'miter') canvas.setLineJoin(join);
  canvas.setMiterLimit(style.number('miterlimit', 10));
  canvas.setStrokeColor(style.color('strokeColor'));
  canvas.setStrokeWidth(style.number('strokeWidth', 1));
}

/** The style's dash lengths; anything that is no list of non-negative numbers gives a solid line. */
function dashPattern(style: Style): readonly number[] | undefined {
  const text = style.get('dashPattern');
  if (text === undefined) return undefined;
  const lengths = text
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return lengths.every((length) => Number.isFinite(length) && length >= 0) && lengths.some((length) => length > 0)
    ? lengths
    : [];
}

function gradientDirection(style: Style): GradientDirection {
  const direction = style.string('gradientDirection', 'south');
  return direction === 'north' || direction === 'east' || direction === 'west' || direction === 'radial'
    ? direction
    : 'south';
}

const PATTERNS = lookupTable<FillPattern>({
  hatch: 'hatch',
  'cross-hatch': 'cross-hatch',
  dots: 'dots',
  dashed: 'dashed',
  'zigzag-line': 'zigzag',
  zigzag: 'zigzag',
});

/** The fill pattern of a plainly drawn cell; hand-drawn ones hatch by themselves. */
function fillPattern(style: Style): FillPattern | undefined {
  return handDrawing(style) === 'rough' ? undefined : PATTERNS[style.string('fillStyle', 'solid')];
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
