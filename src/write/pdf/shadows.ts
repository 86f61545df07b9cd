/** Shadows in a PDF, which knows no blur: each is an image that lies under what casts it, and that stays vector. */
import type { Report } from '../../diagnostics.js';
import { moved } from '../../drawing/moved.js';
import type { Group, SceneNode, Shadow } from '../../drawing/scene.js';
import { formatNumber } from '../../geometry/numbers.js';
import { IDENTITY, type Rect, rect } from '../../geometry/plane.js';
import { colorParts } from '../outputColor.js';
import type { SvgDrawer } from '../raster/drawer.js';
import { shadowRegion } from '../sceneBounds.js';
import type { Content } from './contentStream.js';
import type { PdfObjects } from './objects.js';
import { silhouetteImage } from './pixelImage.js';
import { setOpacity } from './states.js';

/** Pixels for one of the page; a blurred edge needs no more. */
const SCALE = 2;

const MOST_PIXELS = 8_000_000;

/** Draws the shadow of a group. */
export function drawShadow(
  content: Content,
  objects: PdfObjects,
  drawer: SvgDrawer,
  { shadow, children }: Group & { readonly shadow: Shadow },
  report: Report | undefined,
): void {
  // Where its image is before it is moved aside.
  const region = shadowRegion(children, { ...shadow, dx: 0, dy: 0 }, IDENTITY);
  if (!region) return;
  const room = wholePixels(region);
  const { width, height } = room;
  const nodes = children.map((node) => moved(node, -room.x, -room.y));
  const svg = blurredSvg(nodes, { width, height }, shadow.blur, drawer);
  const color = colorParts(shadow.color);
  try {
    // Shapes alike at different places have one image.
    const key = JSON.stringify(['shadow', shadow.color, svg]);
    const image = objects.resource('XObject', key, () => silhouetteImage(objects, drawer.pixels(svg), color));
    content.isolated(() => {
      setOpacity(content, objects, shadow.opacity * color.alpha);
      content.transform({ a: width, b: 0, c: 0, d: -height, e: room.x + shadow.dx, f: room.y + shadow.dy + height });
      content.paint(image);
    });
  } catch {
    report?.({ code: 'missing-image', message: 'A shadow can’t be drawn, and is left out.' });
  }
}

function wholePixels(box: Rect): Rect {
  const [x, y] = [Math.floor(box.x), Math.floor(box.y)];
  return rect(x, y, Math.ceil(box.x + box.width) - x, Math.ceil(box.y + box.height) - y);
}

/** Nodes as they look blurred, from the top left corner: only how much of each pixel is covered counts. */
function blurredSvg(
  children: readonly SceneNode[],
  size: { width: number; height: number },
  blur: number,
  drawer: SvgDrawer,
): string {
  const { width, height } = size;
  const viewBox = rect(0, 0, width, height);
  const scene = {
    viewBox,
    width,
    height,
    sheet: { ...size, pageScale: 1 },
    root: { kind: 'group', children } as const,
  };
  const scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / (width * height)));
  return withBlur(drawer.document(scene, scale), viewBox, blur);
}

/** The document with all of it blurred. A filter with a region of its own draws lines without extent too. */
function withBlur(svg: string, { x, y, width, height }: Rect, deviation: number): string {
  const n = formatNumber;
  const region = `filterUnits="userSpaceOnUse" x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"`;
  const filter = `<filter id="all-of-it" ${region}><feGaussianBlur stdDeviation="${n(deviation)}"/></filter>`;
  return svg
    .replace(/^<svg [^>]*>/, (tag) => `${tag}${filter}<g filter="url(#all-of-it)">`)
    .replace(/<\/svg>\s*$/, '</g></svg>');
}
