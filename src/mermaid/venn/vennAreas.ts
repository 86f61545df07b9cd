/** How the areas of a Venn diagram look: circles and what they have in common, in a theme's colours and the text's own. */
import { type Circle, type CircleArc, intersectionArea } from '@upsetjs/venn.js';
import { compressPage } from '../../decode/compression.js';
import { boundsOfPoints, type Point, type Rect, rect } from '../../geometry/plane.js';
import { printColor, readColor } from '../../style/color.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { drawioColor } from '../css.js';
import { pixels } from '../theme.js';
import type { VennStyle } from './vennModel.js';

/** Themes have so many. */
const COLORS = 8;
const FILL_OPACITY = 10;
const STROKE_OPACITY = 95;
/** Names on a set are so much darker than it, or lighter on a dark page, in percent of what is possible. */
const CONTRAST = 30;

export interface CircleLook {
  readonly style: CellStyle;
  readonly textColor: string;
}

/** `index` counts the circles from 0. `strokeWidth` is that of circles without one of their own, px. */
export function circleLook(
  index: number,
  own: VennStyle | undefined,
  strokeWidth: number,
  context: DrawContext,
): CircleLook {
  const color = colorIn(own, 'fill') ?? paletteOf(context)(index);
  const opacity = Number.parseFloat(own?.get('fill-opacity') ?? '');
  const isDark = lightness(context.theme.background) < 0.5;
  return {
    style: {
      ellipse: '',
      html: 1,
      fillColor: color,
      fillOpacity: Number.isFinite(opacity) ? Math.round(100 * Math.max(0, Math.min(1, opacity))) : FILL_OPACITY,
      strokeColor: colorIn(own, 'stroke') ?? color,
      strokeOpacity: STROKE_OPACITY,
      strokeWidth: pixels(own?.get('stroke-width')) ?? strokeWidth,
      ...handDrawn(index, context),
    },
    textColor: colorIn(own, 'color') ?? changed(color, isDark ? CONTRAST : -CONTRAST),
  };
}

/** What several sets have in common, where the text gives it a colour. */
export const commonLook = (fillColor: string, { config }: DrawContext): CellStyle => ({
  html: 1,
  fillColor,
  strokeColor: 'none',
  ...(config.look === 'handDrawn' ? { ...SKETCH, fillStyle: 'cross-hatch', hachureGap: 6, hachureAngle: 60 } : {}),
});

const SKETCH: CellStyle = { sketch: 1, jiggle: 0.7, fillWeight: 2 };

/** As Mermaid has it, in draw.io's words. */
function handDrawn(index: number, { config }: DrawContext): CellStyle {
  if (config.look !== 'handDrawn') return {};
  return {
    ...SKETCH,
    fillStyle: 'hachure',
    hachureGap: 8,
    hachureAngle: -41 + 60 * index,
    fillOpacity: CONTRAST,
  };
}

/** A colour that the text gives. */
export function colorIn(style: VennStyle | undefined, property: string): string | undefined {
  const color = drawioColor(style?.get(property))?.slice(0, 7);
  return color === 'none' ? undefined : color;
}

/** A theme's colours for sets, of which some have fewer. */
function paletteOf({ theme }: DrawContext): (index: number) => string {
  const given = Array.from({ length: COLORS }, (_, index) => theme.color(`venn${index + 1}`, '')).filter(
    (color) => color !== '',
  );
  return (index) => (given[index % given.length] ?? theme.color('primaryColor', theme.nodeFill)).slice(0, 7);
}

/** A colour that is lighter by so many percent, darker where they are below 0. */
function changed(color: string, percent: number): string {
  const read = readColor(`hsl(from ${color} h s clamp(0, l + ${percent}, 100))`);
  return read ? printColor(read).slice(0, 7) : color;
}

/** The relative luminance of a colour, from 0 to 1. */
function lightness(color: string): number {
  const { red, green, blue } = readColor(color) ?? { red: 255, green: 255, blue: 255 };
  const linear = (part: number): number => (part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** What circles have in common: its box and its outline; undefined for nothing. */
export function commonArea(circles: readonly Circle[]): { readonly box: Rect; readonly style: CellStyle } | undefined {
  const stats: Parameters<typeof intersectionArea>[1] = {};
  if (circles.length === 0) return undefined;
  intersectionArea(circles, stats);
  const { arcs = [] } = stats;
  const [first] = arcs;
  if (!first) return undefined;
  if (arcs.length === 1) return { box: boxOf(first.circle), style: { ellipse: '' } };
  const box = boundsOfPoints(arcs.flatMap(pointsOf));
  if (!box || box.width <= 0 || box.height <= 0) return undefined;
  const place = ({ x, y }: Point): string => `x="${decimals(x - box.x)}" y="${decimals(y - box.y)}"`;
  const path = arcs
    .map(
      ({ circle: { radius }, p1, large }) =>
        `<arc rx="${decimals(radius)}" ry="${decimals(radius)}" x-axis-rotation="0" large-arc-flag="${large ? 1 : 0}" sweep-flag="1" ${place(p1)}/>`,
    )
    .join('');
  const xml =
    `<shape w="${decimals(box.width)}" h="${decimals(box.height)}" aspect="variable" strokewidth="inherit"><foreground>` +
    `<path><move ${place(first.p2)}/>${path}<close/></path><fill/></foreground></shape>`;
  return { box, style: { shape: `stencil(${compressPage(xml)})` } };
}

/** So many steps of an arc say how far it reaches. */
const STEPS = 32;

/** Along an arc, clockwise from its beginning to its end. */
function pointsOf({ circle, p1, p2 }: CircleArc): readonly Point[] {
  const [from, to] = [p2, p1].map(({ x, y }) => Math.atan2(y - circle.y, x - circle.x)) as [number, number];
  const turn = (to - from + 2 * Math.PI) % (2 * Math.PI);
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const angle = from + (turn * step) / STEPS;
    return { x: circle.x + circle.radius * Math.cos(angle), y: circle.y + circle.radius * Math.sin(angle) };
  });
}

const decimals = (value: number): number => Number(value.toFixed(2));

export const boxOf = ({ x, y, radius }: Circle): Rect => rect(x - radius, y - radius, 2 * radius, 2 * radius);
