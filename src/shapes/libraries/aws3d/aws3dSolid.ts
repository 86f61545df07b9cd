/** Draws the solids of the AWS 3D library: layers of path data, each painted in one of a few roles. */
import { drawPath, type Frame, framed, type Painting } from '../../general/frame.js';
import { colorOf, type StyleColor } from '../../general/widgets.js';
import type { Shape } from '../../shape.js';

/** The dark colour of outlines, which has a key of its own. */
const DARK: StyleColor = ['strokeColor2', '#292929'];

/** The colours of the band on Oracle's machines: its own, and what is drawn on it. */
const BAND: StyleColor = ['fillColor2', '#ff0000'];
const ON_BAND: StyleColor = ['fillColor3', '#ffffff'];

interface Role {
  readonly painting: Painting;
  /** A colour of the style, or 'cell' for the cell's fill, 'ink' for its stroke. */
  readonly fill?: 'cell' | 'ink' | StyleColor;
  readonly stroke?: 'cell' | 'ink' | StyleColor;
  /** In widths of the solid's lines. */
  readonly width?: number;
  readonly join?: 'miter' | 'round';
  readonly cap?: 'butt' | 'round';
  /** Black of the style's first or second shading strength; or of a fixed one. */
  readonly shade?: 'first' | 'second' | number;
}

const ROLES = {
  body: { painting: 'both', fill: 'cell', stroke: DARK, width: 2, join: 'round' },
  plain: { painting: 'both', fill: 'cell', stroke: 'ink' },
  left: { painting: 'fill', shade: 'first' },
  right: { painting: 'fill', shade: 'second' },
  dim: { painting: 'fill', shade: 0.1 },
  dark: { painting: 'fill', shade: 0.3 },
  face: { painting: 'fill', fill: 'cell' },
  ink: { painting: 'fill', fill: 'ink' },
  bright: { painting: 'fill', fill: ['strokeColor3', '#ffffff'] },
  band: { painting: 'fill', fill: BAND },
  onBand: { painting: 'fill', fill: ON_BAND },
  gray: { painting: 'fill', fill: ['strokeColor', '#5E5E5E'] },
  edge: { painting: 'stroke', stroke: 'ink', join: 'round' },
  thickEdge: { painting: 'stroke', stroke: 'ink', width: 2, join: 'round' },
  line: { painting: 'stroke', stroke: 'ink' },
  thread: { painting: 'stroke', stroke: 'ink', join: 'round', cap: 'round' },
  cable: { painting: 'stroke', stroke: 'ink', width: 1.5, join: 'round', cap: 'round' },
  rope: { painting: 'stroke', stroke: 'ink', width: 2, join: 'round', cap: 'round' },
  slot: { painting: 'stroke', stroke: 'ink', width: 3, join: 'round', cap: 'round' },
  mark: { painting: 'stroke', stroke: 'ink', width: 1.6 },
  outline: { painting: 'stroke', stroke: DARK, width: 2, join: 'round' },
  sharpOutline: { painting: 'stroke', stroke: DARK, width: 2 },
  groove: { painting: 'stroke', stroke: DARK, width: 2, join: 'round', cap: 'round' },
  darkSlot: { painting: 'stroke', stroke: DARK, width: 3, join: 'round', cap: 'round' },
  darkMark: { painting: 'stroke', stroke: DARK, width: 1.6 },
  bandLine: { painting: 'stroke', stroke: ON_BAND, width: 0.5, join: 'round' },
  faceLine2: { painting: 'stroke', stroke: 'cell', width: 2 },
  faceLine22: { painting: 'stroke', stroke: 'cell', width: 2.2 },
  faceLine3: { painting: 'stroke', stroke: 'cell', width: 3 },
} as const satisfies Readonly<Record<string, Role>>;

/** A role and the path painted in it, in fractions of the box; without one, that of the body last drawn. */
export type Layer = readonly [role: keyof typeof ROLES, path?: string];

export interface Solid {
  /** The size at which lines are as wide as the style says, px. */
  readonly size: readonly [width: number, height: number];
  readonly layers: readonly Layer[];
}

/** The two strengths of shading; a mirrored solid is lit from the same side, so they change places. */
function shadings({ style }: Frame): readonly [number, number] {
  const [first, second] = style.string('shadingCols', '0.1,0.3').split(',').map(Number);
  const strengths = [first ?? 0.1, second ?? 0.3].map((value) => (Number.isFinite(value) ? value : 0));
  const [a, b] = style.flag('flipH') ? strengths.reverse() : strengths;
  return [a as number, b as number];
}

function drawLayer(frame: Frame, name: Layer[0], path: string, lineWidth: number): void {
  const { canvas, w, h } = frame;
  const role: Role = ROLES[name];
  canvas.save();
  const { fillColor, strokeColor } = canvas;
  const resolved = (color: 'cell' | 'ink' | StyleColor): string | undefined => {
    if (color === 'cell') return fillColor;
    return colorOf(frame.style, color === 'ink' ? ['strokeColor', '#000000'] : color);
  };
  if (role.shade !== undefined) {
    const [first, second] = shadings(frame);
    canvas.setFillColor('#000000');
    canvas.setAlpha(role.shade === 'first' ? first : role.shade === 'second' ? second : role.shade);
  } else if (role.fill !== undefined && role.fill !== 'cell') canvas.setFillColor(resolved(role.fill));
  if (role.stroke !== undefined) {
    canvas.setStrokeColor(role.stroke === 'ink' ? strokeColor : resolved(role.stroke));
    canvas.setStrokeWidth(lineWidth * (role.width ?? 1));
    canvas.setLineJoin(role.join ?? 'miter');
    canvas.setLineCap(role.cap ?? 'butt');
  }
  drawPath(canvas, path, role.painting, w, h);
  canvas.restore();
}

export const solidShape = (solid: Solid): Shape =>
  framed((frame) => {
    const { w, h, style } = frame;
    const [width, height] = solid.size;
    const lineWidth = style.number('strokeWidth', 1) * Math.min(w / width, h / height);
    let body = '';
    for (const [role, path = body] of solid.layers) {
      if (role === 'body') body = path;
      drawLayer(frame, role, path, lineWidth);
    }
  });
