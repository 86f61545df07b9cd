/** Embeds pictures: the data URIs of images in <image> elements. */
import { formatNumber } from '../geometry/numbers.js';
import { mapPath } from '../geometry/path.js';
import { type Point, point, type Rect, rect } from '../geometry/plane.js';
import type { Outline, Picture } from '../scene/scene.js';
import type { Definitions } from './defs.js';
import { escapeXml } from './format.js';
import { isSvgUri, rasterUri } from './imageData.js';
import { prepareSvgImage } from './svgImage.js';
import { transformAttribute } from './transform.js';

/** The <image> of a picture; nothing for an href that isn't an image's data: no reader of the file fetches anything. */
export function pictureMarkup(picture: Picture, definitions: Definitions): string {
  const { box } = picture;
  if (!(box.width > 0 && box.height > 0)) return '';
  const image = embeddable(picture);
  if (image === undefined) return '';
  const n = formatNumber;
  let attributes = `x="${n(box.x)}" y="${n(box.y)}" width="${n(box.width)}" height="${n(box.height)}"`;
  if (!image.keepAspect) attributes += ' preserveAspectRatio="none"';
  if (picture.opacity < 1) attributes += ` opacity="${n(picture.opacity, 3)}"`;
  if (picture.clip) attributes += ` clip-path="url(#${definitions.clip(scaledOutline(picture.clip, box))})"`;
  return `<image ${attributes} xlink:href="${escapeXml(image.href)}"${transformAttribute(picture.transform)}/>`;
}

/** An outline given in fractions of a box, in the box's own coordinates. */
export function scaledOutline(outline: Outline, box: Rect): Outline {
  switch (outline.kind) {
    case 'rect':
      return {
        kind: 'rect',
        box: scaledRect(outline.box, box),
        radiusX: outline.radiusX * box.width,
        radiusY: outline.radiusY * box.height,
      };
    case 'ellipse':
      return { kind: 'ellipse', box: scaledRect(outline.box, box) };
    case 'path':
      return { kind: 'path', path: mapPath(outline.path, (p) => scaledPoint(p, box)) };
  }
}

const scaledPoint = (p: Point, box: Rect): Point => point(box.x + p.x * box.width, box.y + p.y * box.height);

const scaledRect = (r: Rect, box: Rect): Rect =>
  rect(box.x + r.x * box.width, box.y + r.y * box.height, r.width * box.width, r.height * box.height);

/** An image as it is embedded; undefined for what is no image's data, or can't be read. */
export function embeddable({ href, box, keepAspect }: Picture): { href: string; keepAspect: boolean } | undefined {
  if (isSvgUri(href)) return prepareSvgImage(href, box, keepAspect);
  const raster = rasterUri(href);
  return raster === undefined ? undefined : { href: raster, keepAspect };
}
