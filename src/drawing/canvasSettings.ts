/** What a canvas draws with and where: its colours, lines, fonts and coordinates, which may be saved and restored. */
import { multiply, type Point, point, rotation, scaling, translation } from '../geometry/plane.js';
import { type CanvasState, INITIAL_STATE } from './canvasState.js';
import type { Drawing, FillPattern, GradientDirection, Stroke } from './scene.js';

export abstract class CanvasSettings {
  protected state: CanvasState = { ...INITIAL_STATE };
  readonly #stack: CanvasState[] = [];

  save(): void {
    this.#stack.push({ ...this.state });
  }

  restore(): void {
    const state = this.#stack.pop();
    if (state) this.state = state;
  }

  /** How many saved states wait to be restored. */
  get depth(): number {
    return this.#stack.length;
  }

  translate(dx: number, dy: number): void {
    this.state.offsetX += dx;
    this.state.offsetY += dy;
  }

  /** Scales coordinates and the stroke width from here on. */
  scale(factor: number): void {
    this.state.scale *= factor;
    this.state.strokeWidth *= factor;
  }

  /** Turns (clockwise, degrees) and mirrors what follows about the point cx, cy. */
  rotate(degrees: number, flipH: boolean, flipV: boolean, cx: number, cy: number): void {
    if (degrees === 0 && !flipH && !flipV) return;
    const s = this.state;
    const about = this.place(cx, cy);
    let angle = degrees;
    if (flipH && flipV) angle += 180;
    else if (flipH || flipV) {
      const mirror = multiply(
        translation(flipH ? about.x : 0, flipV ? about.y : 0),
        multiply(scaling(flipH ? -1 : 1, flipV ? -1 : 1), translation(flipH ? -about.x : 0, flipV ? -about.y : 0)),
      );
      s.transform = multiply(s.transform, mirror);
      angle = -angle;
    }
    if (angle !== 0) s.transform = multiply(s.transform, rotation(angle, about));
  }

  setAlpha(alpha: number): void {
    this.state.alpha = alpha;
  }

  setFillAlpha(alpha: number): void {
    this.state.fillAlpha = alpha;
  }

  setStrokeAlpha(alpha: number): void {
    this.state.strokeAlpha = alpha;
  }

  setFillColor(color: string | undefined): void {
    this.state.fill = color === undefined || color === 'none' ? undefined : { kind: 'solid', color };
  }

  /** Paints fills with a pattern in the fill colour; undefined for plain fills. */
  setFillPattern(pattern: FillPattern | undefined): void {
    this.state.fillPattern = pattern;
  }

  setGradient(from: string, to: string, direction: GradientDirection = 'south', fromOpacity = 1, toOpacity = 1): void {
    this.state.fill = { kind: 'gradient', direction, from, fromOpacity, to, toOpacity };
  }

  setStrokeColor(color: string | undefined): void {
    this.state.strokeColor = color === 'none' ? undefined : color;
  }

  /** Width in px, before the canvas's own scale. */
  setStrokeWidth(width: number): void {
    this.state.strokeWidth = width * this.state.scale;
  }

  setDashed(dashed: boolean, fixDash = this.state.fixDash): void {
    this.state.dashed = dashed;
    this.state.fixDash = fixDash;
  }

  /** Dash and gap lengths, in stroke widths (in px with fixDash). */
  setDashPattern(pattern: readonly number[]): void {
    this.state.dashPattern = pattern;
  }

  setLineCap(cap: Stroke['lineCap']): void {
    this.state.lineCap = cap;
  }

  setLineJoin(join: Stroke['lineJoin']): void {
    this.state.lineJoin = join;
  }

  setMiterLimit(limit: number): void {
    this.state.miterLimit = limit;
  }

  /** Mixes the colours of what follows with those below it. */
  setBlend(blend: Drawing['blend']): void {
    this.state.blend = blend;
  }

  setFontColor(color: string): void {
    this.state.fontColor = color;
  }

  setFontSize(size: number): void {
    this.state.fontSize = size;
  }

  setFontFamily(family: string): void {
    this.state.fontFamily = family;
  }

  /** The sum of FONT_BOLD, FONT_ITALIC, FONT_UNDERLINE and FONT_STRIKETHROUGH. */
  setFontStyle(style: number): void {
    this.state.fontStyle = style;
  }

  get strokeWidth(): number {
    return this.state.strokeWidth / this.state.scale;
  }

  get strokeColor(): string | undefined {
    return this.state.strokeColor;
  }

  get fillColor(): string | undefined {
    const { fill } = this.state;
    return fill === undefined ? undefined : fill.kind === 'gradient' ? fill.from : fill.color;
  }

  /** Where a point of the drawing's lies on the page. */
  protected place(x: number, y: number): Point {
    const { scale, offsetX, offsetY } = this.state;
    return point((x + offsetX) * scale, (y + offsetY) * scale);
  }
}
