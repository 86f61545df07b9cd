/** The shapes that show a picture: image, and label, a rectangle with an icon in it. */

import type { Canvas } from '../../drawing/canvas.js';
import type { Outline } from '../../drawing/scene.js';
import { boundsOfPoints, point, type Rect, rect } from '../../geometry/plane.js';
import type { Style } from '../../style/style.js';
import type { Shape, ShapeCell } from '../shape.js';
import { drawRectangleForeground, footerLabelBox } from './foreground.js';
import { imageVariables } from './imageVariables.js';
import { drawRectangle, rectangleRadius } from './outline.js';

/** Width and height of an icon where the style gives none, px. */
const DEFAULT_ICON_SIZE = 24;

/** What an icon keeps from the side that it is aligned to, on top of the style's spacing, px. */
const ICON_MARGIN = 5;

const image: Shape = {
  strokeKey: 'imageBorder',
  shiftsForStroke: false,
  draw(canvas, box, style, cell) {
    const path = style.get('image');
    // Fill and stroke of the cell don't paint an image; it has a background and a border of its own.
    const background = style.color('imageBackground');
    const border = style.color('imageBorder');
    canvas.setFillColor(background);
    canvas.setStrokeColor(border);
    const radius = rectangleRadius(style, box.width, box.height);
    const frame = (): void => canvas.roundrect(box.x, box.y, box.width, box.height, radius, radius);
    if (path === undefined) return;
    if (background !== undefined) {
      frame();
      canvas.fillAndStroke();
    }
    const clip = roundedClip(style.get('clipPath'), radius, box);
    drawPicture(canvas, box, cell.image(path, imageVariables(style)), {
      keepAspect: style.number('imageAspect', 1) === 1,
      clip,
      // Older names of the shape's own flips, which the canvas carries; both together mirror once.
      flipH: style.flag('imageFlipH') && !style.flag('flipH'),
      flipV: style.flag('imageFlipV') && !style.flag('flipV'),
    });
    if (border !== undefined) {
      frame();
      canvas.stroke();
    }
  },
  labelBox: footerLabelBox,
};

/** Finds the shape of a name, for the indicator of a label. */
type FindShape = (name: string) => Shape | undefined;

/** A rectangle with the style's image in it, at imageAlign and imageVerticalAlign, and an indicator. */
export const labelShape = (find: FindShape): Shape => ({
  draw(canvas, box, style, cell) {
    drawRectangle(canvas, box, style);
    drawLabelImage(canvas, box, style, cell);
    drawIndicator(canvas, box, style, cell, find);
    drawRectangleForeground(canvas, box, style);
  },
  labelBox: footerLabelBox,
});

const marginOf = (style: Style): number => style.number('spacing', 0) + ICON_MARGIN;

function drawLabelImage(canvas: Canvas, box: Rect, style: Style, cell: ShapeCell): void {
  const path = style.get('image');
  if (path === undefined) return;
  const area = aligned(box, style, {
    width: style.number('imageWidth', DEFAULT_ICON_SIZE),
    height: style.number('imageHeight', DEFAULT_ICON_SIZE),
    margin: marginOf(style),
  });
  drawPicture(canvas, area, cell.image(path), { keepAspect: false, clip: style.get('clipPath') });
}

/** A small shape, or else an image, where the label's image stands. */
function drawIndicator(canvas: Canvas, box: Rect, style: Style, cell: ShapeCell, find: FindShape): void {
  const area = aligned(box, style, {
    width: style.number('indicatorWidth', 10),
    height: style.number('indicatorHeight', 10),
    margin: marginOf(style),
  });
  const shape = find(style.string('indicatorShape', ''));
  const image = style.get('indicatorImage');
  if (shape) {
    canvas.save();
    setIndicatorColors(canvas, style);
    shape.draw(canvas, area, style, cell);
    canvas.restore();
  } else if (image !== undefined) {
    drawPicture(canvas, area, cell.image(image), { keepAspect: false });
  }
}

function setIndicatorColors(canvas: Canvas, style: Style): void {
  const fill = style.color('indicatorColor');
  const to = style.color('indicatorGradientColor');
  if (fill === undefined || to === undefined) canvas.setFillColor(fill);
  else canvas.setGradient(fill, to, 'south');
  canvas.setStrokeColor(style.color('indicatorStrokeColor'));
  canvas.setStrokeWidth(1);
}

function aligned(box: Rect, style: Style, size: { width: number; height: number; margin: number }): Rect {
  const { width, height, margin } = size;
  const place = (align: string | undefined, start: number, room: number, extent: number, centered: boolean): number => {
    if (align === 'center' || align === 'middle') return start + (room - extent) / 2;
    if (align === 'right' || align === 'bottom') return start + room - extent - margin;
    if (align === 'left' || align === 'top') return start + margin;
    return centered ? start + (room - extent) / 2 : start + margin;
  };
  const x = place(style.get('imageAlign'), box.x, box.width, width, false);
  const y = place(style.get('imageVerticalAlign'), box.y, box.height, height, true);
  return rect(x, y, width, height);
}

/** Draws an image that could be resolved; one that couldn't has been reported. */
function drawPicture(
  canvas: Canvas,
  box: Rect,
  href: string | undefined,
  options: { keepAspect: boolean; clip?: string; flipH?: boolean; flipV?: boolean },
): void {
  if (href === undefined || href === '') return;
  const { keepAspect, flipH, flipV } = options;
  const clip = options.clip === undefined ? undefined : readClip(options.clip);
  const area = clip ? uncropped(box, clip.bounds) : box;
  canvas.image(area.x, area.y, area.width, area.height, href, { keepAspect, flipH, flipV, clip: clip?.outline });
}

/** draw.io lays the clipped part of an image over the whole box, so the image itself reaches beyond it. */
function uncropped(box: Rect, part: Rect): Rect {
  if (part.width <= 0 || part.height <= 0) return box;
  return rect(
    box.x - (box.width * part.x) / part.width,
    box.y - (box.height * part.y) / part.height,
    box.width / part.width,
    box.height / part.height,
  );
}

/** The style's clip path; one with rounded corners where the shape is rounded and has no other clip. */
function roundedClip(clipPath: string | undefined, radius: number, box: Rect): string | undefined {
  if (radius <= 0) return clipPath;
  const round = ` round ${(radius * 100) / Math.min(box.width, box.height)}%`;
  if (clipPath === undefined) return `inset(0% 0% 0% 0%${round})`;
  return clipPath.startsWith('inset') && !clipPath.includes('round') ? clipPath.replace(')', `${round})`) : clipPath;
}

interface Clip {
  /** In fractions of the image. */
  readonly outline: Outline;
  readonly bounds: Rect;
}

/** Reads CSS's polygon(), circle(), ellipse() and inset() as draw.io does: every length as a share of the image. */
function readClip(clipPath: string): Clip | undefined {
  const match = /^(polygon|circle|ellipse|inset)\(([^)]+)\)/.exec(clipPath);
  const values = match?.[2]?.trim().split(/[ ,]+/) ?? [];
  switch (match?.[1]) {
    case 'polygon':
      return polygonClip(values);
    case 'circle': {
      const radius = share(values, 0);
      return ellipseClip(radius, radius, share(values, 2), share(values, 3));
    }
    case 'ellipse':
      return ellipseClip(share(values, 0), share(values, 1), share(values, 3), share(values, 4));
    case 'inset':
      return insetClip(values);
    default:
      return undefined;
  }
}

/** A percentage or a side as a fraction of 0…1; the last value stands for those left out. */
function share(values: readonly string[], index: number): number {
  const value = values[Math.min(index, values.length - 1)] ?? '';
  if (value === 'center') return 0.5;
  if (value === 'top' || value === 'left') return 0;
  const percent = Number.parseFloat(value);
  return Number.isNaN(percent) ? 1 : Math.max(0, Math.min(1, percent / 100));
}

function polygonClip(values: readonly string[]): Clip | undefined {
  const corners = Array.from({ length: Math.floor(values.length / 2) }, (_, i) =>
    point(share(values, 2 * i), share(values, 2 * i + 1)),
  );
  const bounds = boundsOfPoints(corners);
  if (!bounds) return undefined;
  return {
    outline: {
      kind: 'path',
      path: [
        ...corners.map((to, i) => ({ kind: i === 0 ? ('move' as const) : ('line' as const), to })),
        { kind: 'close' },
      ],
    },
    bounds,
  };
}

function ellipseClip(radiusX: number, radiusY: number, x: number, y: number): Clip {
  const bounds = rect(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY);
  return { outline: { kind: 'ellipse', box: bounds }, bounds };
}

function insetClip(values: readonly string[]): Clip {
  const [top, right, bottom, left] = [0, 1, 2, 3].map((i) => share(values, i)) as [number, number, number, number];
  const bounds = rect(left, top, 1 - right - left, 1 - top - bottom);
  const radius = values[4] === 'round' ? share(values, 5) : 0;
  return { outline: { kind: 'rect', box: bounds, radiusX: radius, radiusY: radius }, bounds };
}

export const IMAGE_SHAPES = { image } satisfies Readonly<Record<string, Shape>>;
