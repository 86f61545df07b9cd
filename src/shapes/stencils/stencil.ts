/** Draws stencils: shapes that draw.io keeps as XML. */

import type { Canvas } from '../../drawing/canvas.js';
import { type Point, point, type Rect, rect, turnQuarter } from '../../geometry/plane.js';
import { lookupTable } from '../../primitives/lookupTable.js';
import { concreteColor, isCanvasColor } from '../../style/color.js';
import type { Style } from '../../style/style.js';
import { insetLabel, isVertical, type Margins } from '../general/labelMargins.js';
import { tracePolygon } from '../general/outline.js';
import type { Shape, ShapeCell } from '../shape.js';
import type { PathCommand, SettingCommand, StencilColor, StencilCommand, StencilProgram } from './stencilProgram.js';

/** Finds the programs of stencils that another one includes. */
export type ProgramLookup = (name: string) => StencilProgram | undefined;

/** Stencils may include each other this deep. */
const MAX_INCLUDES = 8;

/** The shape that a stencil's program draws. */
export function stencilShape(program: StencilProgram, includes: ProgramLookup): Shape {
  const points = program.connectionPoints;
  return {
    draw(canvas, box, style, cell) {
      const colors = { fill: canvas.fillColor, stroke: canvas.strokeColor };
      new StencilDrawing(canvas, style, cell, colors, includes).run(program, box, 0);
    },
    stencilSize: {
      width: program.width,
      height: program.height,
      fixedAspect: program.fixedAspect,
      ...(program.strokeWidth !== 'inherit' && { strokeWidth: program.strokeWidth }),
    },
    ...(points && { connectionPoints: () => points }),
    ...(program.labelBounds.length > 0 && {
      labelBox: (box, style) => insetLabel(box, style, (seen) => labelMargins(program, seen, style)),
    }),
  };
}

/** The cell's own colours, which a stencil can name. */
interface CellColors {
  readonly fill: string | undefined;
  readonly stroke: string | undefined;
}

/** Maps the stencil's frame onto the page. */
interface Frame {
  readonly x: number;
  readonly y: number;
  readonly scaleX: number;
  readonly scaleY: number;
  /** What widths, dashes and font sizes scale by. */
  readonly minScale: number;
}

function frameOf(program: StencilProgram, box: Rect): Frame {
  let scaleX = box.width / program.width;
  let scaleY = box.height / program.height;
  let { x, y } = box;
  if (program.fixedAspect) {
    scaleX = Math.min(scaleX, scaleY);
    scaleY = scaleX;
    x += (box.width - program.width * scaleX) / 2;
    y += (box.height - program.height * scaleY) / 2;
  }
  return { x, y, scaleX, scaleY, minScale: Math.min(scaleX, scaleY) };
}

const placed = (frame: Frame, x: number, y: number): Point =>
  point(frame.x + x * frame.scaleX, frame.y + y * frame.scaleY);

const placedArea = (frame: Frame, area: { x: number; y: number; w: number; h: number }): Rect =>
  rect(frame.x + area.x * frame.scaleX, frame.y + area.y * frame.scaleY, area.w * frame.scaleX, area.h * frame.scaleY);

/** What the stencil keeps free of a label, by the first of its label bounds whose condition the style meets. */
function labelMargins(program: StencilProgram, box: Rect, style: Style): Margins | undefined {
  const bounds = program.labelBounds.find(({ condition }) => condition === undefined || style.own(condition) === '1');
  if (!bounds) return undefined;
  const { x, y, width, height } = placedArea(frameOf(program, box), bounds.area);
  const [left, top] = [x - box.x, y - box.y];
  return { left, top, right: box.width - left - width, bottom: box.height - top - height };
}

/** One drawing of a stencil, and of those that it includes. */
class StencilDrawing {
  constructor(
    readonly canvas: Canvas,
    readonly style: Style,
    readonly cell: ShapeCell,
    readonly colors: CellColors,
    readonly includes: ProgramLookup,
  ) {}

  run(program: StencilProgram, box: Rect, depth: number): void {
    const { canvas, style } = this;
    const frame = frameOf(program, box);
    const depthBefore = canvas.depth;
    canvas.setStrokeWidth(
      program.strokeWidth === 'inherit' ? style.number('strokeWidth', 1) : program.strokeWidth * frame.minScale,
    );
    if (style.flag('pointerEvents')) this.#catchEvents(box);
    if (box.width > 0 && box.height > 0) {
      for (const command of program.background) this.#draw(command, frame, depth);
      for (const command of program.foreground) this.#draw(command, frame, depth);
    }
    // Libraries hold shapes whose saves and restores don't match.
    while (canvas.depth > depthBefore) canvas.restore();
  }

  /** The invisible rectangle that draw.io draws to catch clicks: it counts for the bounds. */
  #catchEvents(box: Rect): void {
    this.canvas.setStrokeColor(undefined);
    this.canvas.rect(box.x, box.y, box.width, box.height);
    this.canvas.stroke();
    this.canvas.setStrokeColor(this.colors.stroke);
  }

  #draw(command: StencilCommand, frame: Frame, depth: number): void {
    const { canvas } = this;
    switch (command.kind) {
      case 'save':
        canvas.save();
        break;
      case 'restore':
        canvas.restore();
        break;
      case 'fill':
        canvas.fill();
        break;
      case 'stroke':
        canvas.stroke();
        break;
      case 'fillstroke':
        canvas.fillAndStroke();
        break;
      case 'path':
        this.#path(command.commands, command.rounding, frame);
        break;
      case 'move':
      case 'line':
      case 'quad':
      case 'curve':
      case 'arc':
      case 'close':
        trace(canvas, command, frame);
        break;
      case 'rect': {
        const { x, y, width, height } = placedArea(frame, command);
        canvas.rect(x, y, width, height);
        break;
      }
      case 'roundrect': {
        const { x, y, width, height } = placedArea(frame, command);
        const radius = Math.min(width, height) * (command.arcSize / 100);
        canvas.roundrect(x, y, width, height, radius, radius);
        break;
      }
      case 'ellipse': {
        const { x, y, width, height } = placedArea(frame, command);
        canvas.ellipse(x, y, width, height);
        break;
      }
      case 'image':
        this.#image(command, frame);
        break;
      case 'text':
        this.#text(command, frame);
        break;
      case 'include':
        this.#include(command, frame, depth);
        break;
      default:
        this.#set(command, frame);
    }
  }

  #set(command: SettingCommand, frame: Frame): void {
    const { canvas } = this;
    switch (command.kind) {
      case 'fillColor':
        canvas.setFillColor(this.#color(command.color, 'fillColor'));
        break;
      case 'strokeColor':
        canvas.setStrokeColor(this.#color(command.color, 'strokeColor'));
        break;
      case 'fontColor':
        canvas.setFontColor(this.#color(command.color, 'fontColor') ?? 'none');
        break;
      case 'strokeWidth':
        canvas.setStrokeWidth(command.width * (command.fixed ? 1 : frame.minScale));
        break;
      case 'alpha':
        canvas.setAlpha(command.alpha);
        break;
      case 'dashed':
        canvas.setDashed(command.dashed, false);
        break;
      case 'dashPattern':
        canvas.setDashPattern(command.lengths.map((length) => length * frame.minScale));
        break;
      case 'lineCap':
        canvas.setLineCap(command.cap);
        break;
      case 'lineJoin':
        canvas.setLineJoin(command.join);
        break;
      case 'miterLimit':
        canvas.setMiterLimit(command.limit);
        break;
      case 'fontSize':
        canvas.setFontSize(command.size * frame.minScale);
        break;
      case 'fontStyle':
        canvas.setFontStyle(command.style);
        break;
      case 'fontFamily':
        canvas.setFontFamily(command.family);
        break;
    }
  }

  #path(commands: readonly PathCommand[], rounding: number | undefined, frame: Frame): void {
    this.canvas.begin();
    if (rounding !== undefined) this.#roundedPath(commands, rounding, frame);
    else for (const command of commands) trace(this.canvas, command, frame);
  }

  /** Each run of lines is one polygon with rounded corners, closed where it ends on its first point. */
  #roundedPath(commands: readonly PathCommand[], radius: number, frame: Frame): void {
    const runs: Point[][] = [];
    for (const command of commands) {
      if (command.kind !== 'move' && command.kind !== 'line') continue;
      const run = command.kind === 'line' ? runs[runs.length - 1] : undefined;
      const corner = placed(frame, command.x, command.y);
      if (run) run.push(corner);
      else runs.push([corner]);
    }
    for (const run of runs) {
      const first = run[0];
      const last = run[run.length - 1];
      const closed = run.length > 1 && first?.x === last?.x && first?.y === last?.y;
      tracePolygon(this.canvas, closed ? run.slice(0, -1) : run, { radius, open: !closed });
    }
  }

  #image(command: Extract<StencilCommand, { kind: 'image' }>, frame: Frame): void {
    const href = this.cell.image(command.source);
    if (href === undefined) return;
    const { x, y, width, height } = placedArea(frame, command);
    const { flipH, flipV } = command;
    this.canvas.image(x, y, width, height, href, { keepAspect: false, flipH, flipV });
  }

  #text(command: Extract<StencilCommand, { kind: 'text' }>, frame: Frame): void {
    const { canvas, style } = this;
    const { x, y } = placed(frame, command.x, command.y);
    const flipH = style.flag('flipH');
    const flipV = style.flag('flipV');
    const unflips = !command.flipsWithShape && (flipH || flipV);
    let rotationDegrees = command.vertical ? -90 : 0;
    if (!command.alignsWithShape) {
      const own = style.number('rotation', 0);
      // One mirror turns the sense of the shape's rotation.
      rotationDegrees += !unflips && flipH !== flipV ? own : -own;
    }
    rotationDegrees -= command.rotation;
    let { align, verticalAlign } = command;
    if (unflips && rotationDegrees === 0) {
      if (flipH) align = MIRRORED[align] as typeof align;
      if (flipV) verticalAlign = MIRRORED[verticalAlign] as typeof verticalAlign;
    }
    const text = command.placeholders ? (this.cell.replacePlaceholders?.(command.text) ?? command.text) : command.text;
    if (unflips) {
      canvas.save();
      canvas.rotate(0, flipH, flipV, x, y);
    }
    canvas.text(x, y, text, { align, verticalAlign, rotationDegrees });
    if (unflips) canvas.restore();
  }

  #include(command: Extract<StencilCommand, { kind: 'include' }>, frame: Frame, depth: number): void {
    const program = depth < MAX_INCLUDES ? this.includes(command.name) : undefined;
    if (!program) return;
    const area = placedArea(frame, command);
    // draw.io turns an included stencil for the cell's direction once more.
    this.run(program, isVertical(this.style) ? turnQuarter(area) : area, depth + 1);
  }

  /**
   * A stencil's colour: 'fill', 'stroke' and 'font' are the cell's own; a word that is no CSS colour is a key of the
   * cell's style, with the default that the stencil gives for it.
   */
  #color(color: StencilColor, kind: 'fillColor' | 'strokeColor' | 'fontColor'): string | undefined {
    const { value, fallback } = color;
    if (value === 'fill') return this.colors.fill;
    if (value === 'stroke') return this.colors.stroke;
    if (value === 'font') return this.style.color('fontColor', '#000000');
    if (value === 'none' || value === 'default' || isCanvasColor(value)) return concreteColor(value, kind);
    const styled = this.style.own(value);
    if (styled === 'default' && RESOLVED_KEYS.has(value)) return concreteColor(styled, value);
    const usesFallback =
      styled === undefined ? !this.style.noneKeys.has(value) : styled === 'default' && fallback !== 'none';
    const chosen = usesFallback ? (fallback ?? styled) : styled;
    return chosen === undefined ? undefined : concreteColor(chosen, kind);
  }
}

/** The keys whose 'default' draw.io replaces by black or white before any stencil sees it. */
const RESOLVED_KEYS: ReadonlySet<string> = new Set([
  'fontColor',
  'fillColor',
  'gradientColor',
  'strokeColor',
  'imageBorder',
  'imageBackground',
  'labelBorderColor',
  'swimlaneFillColor',
  'labelBackgroundColor',
]);

const MIRRORED = lookupTable<string>({
  left: 'right',
  right: 'left',
  center: 'center',
  top: 'bottom',
  bottom: 'top',
  middle: 'middle',
});

function trace(canvas: Canvas, command: PathCommand, frame: Frame): void {
  switch (command.kind) {
    case 'move': {
      const { x, y } = placed(frame, command.x, command.y);
      canvas.moveTo(x, y);
      break;
    }
    case 'line': {
      const { x, y } = placed(frame, command.x, command.y);
      canvas.lineTo(x, y);
      break;
    }
    case 'quad': {
      const control = placed(frame, command.x1, command.y1);
      const to = placed(frame, command.x2, command.y2);
      canvas.quadTo(control.x, control.y, to.x, to.y);
      break;
    }
    case 'curve': {
      const control1 = placed(frame, command.x1, command.y1);
      const control2 = placed(frame, command.x2, command.y2);
      const to = placed(frame, command.x3, command.y3);
      canvas.curveTo(control1.x, control1.y, control2.x, control2.y, to.x, to.y);
      break;
    }
    case 'arc': {
      const { x, y } = placed(frame, command.x, command.y);
      const { rotation, largeArc, sweep } = command;
      canvas.arcTo(command.rx * frame.scaleX, command.ry * frame.scaleY, rotation, largeArc, sweep, x, y);
      break;
    }
    case 'close':
      canvas.close();
      break;
  }
}
