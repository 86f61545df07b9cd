/** Embeds pictures: the data URIs of images in <image> elements. */

import type { Outline, Picture } from '../../drawing/scene.js';
import { formatNumber } from '../../geometry/numbers.js';
import { mapPath } from '../../geometry/path.js';
import { IDENTITY, inverted, type Matrix, multiply, type Point, point, type Rect, rect } from '../../geometry/plane.js';
import { escapeXml } from '../format.js';
import { isSvgUri, rasterUri } from '../images/imageData.js';
import { prepareSvgImage } from '../images/svgImage.js';
import type { Definitions } from './defs.js';
import { transformAttribute } from './transform.js';

/** An image's data, as a document holds it over the picture's own box. */
export interface EmbeddedImage {
  readonly href: string;
  /** True keeps the image's proportions inside the box, centred; false stretches it. */
  readonly keepAspect: boolean;
}

/** The part of a picture that a document shows, drawn ahead on the pixels that it is printed with. */
export interface DrawnImage {
  readonly href: string;
  /** Which of the document's pixels, from its top left corner. */
  readonly pixels: Rect;
}

/**
 * What stands for a picture in a document; undefined for nothing. `toPixels` leads from the picture's own frame to the
 * document's pixels.
 */
export type ImageEmbedder = (
  picture: Picture,
  toPixels: Matrix,
  cellId: string | undefined,
) => EmbeddedImage | DrawnImage | undefined;

/** Where a picture stands in a document, and how it gets there. */
export interface ImageContext {
  readonly definitions: Definitions;
  /** Default: the image's own data, in a size that browsers draw best. */
  readonly embed?: ImageEmbedder;
  /** From the frame around the picture to the document's pixels; default: they are the same. */
  readonly toPixels?: Matrix;
  readonly cellId?: string;
}

/** The <image> of a picture; nothing for an href that isn't an image's data: no reader of the file fetches anything. */
export function pictureMarkup(picture: Picture, context: ImageContext): string {
  const { definitions, embed = crisp, toPixels: frame = IDENTITY, cellId } = context;
  const { box } = picture;
  if (!(box.width > 0 && box.height > 0)) return '';
  const toPixels = multiply(frame, picture.transform);
  const image = embed(picture, toPixels, cellId);
  if (image === undefined) return '';
  const opacity = picture.opacity < 1 ? ` opacity="${formatNumber(picture.opacity, 3)}"` : '';
  const clip = picture.clip && ` clip-path="url(#${definitions.clip(scaledOutline(picture.clip, box))})"`;
  const placed = transformAttribute(picture.transform);
  if ('keepAspect' in image) {
    const stretched = image.keepAspect ? '' : ' preserveAspectRatio="none"';
    return imageMarkup(box, image.href, stretched + opacity + (clip ?? ''), placed);
  }
  const back = inverted(toPixels);
  if (!back) return '';
  if (!clip) {
    const inFrame = transformAttribute(multiply(picture.transform, back));
    return imageMarkup(image.pixels, image.href, ` preserveAspectRatio="none"${opacity}`, inFrame);
  }
  // The clip is in the picture's own frame.
  const drawn = imageMarkup(image.pixels, image.href, ' preserveAspectRatio="none"', transformAttribute(back));
  return `<g${placed}${opacity}${clip}>${drawn}</g>`;
}

function imageMarkup({ x, y, width, height }: Rect, href: string, attributes: string, transform: string): string {
  const n = formatNumber;
  const place = `x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"`;
  return `<image ${place}${attributes} xlink:href="${escapeXml(href)}"${transform}/>`;
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

/** As browsers draw it best. */
const crisp: ImageEmbedder = (picture) => embeddable(picture, true);

/**
 * An image as it is embedded; undefined for what is no image's data, or can't be read. `inItsBox`: an SVG image gets the
 * very size of its box where that is whole, else one of its proportions.
 */
export function embeddable({ href, box, keepAspect }: Picture, inItsBox = false): EmbeddedImage | undefined {
  if (isSvgUri(href)) return prepareSvgImage(href, box, keepAspect, inItsBox);
  const raster = rasterUri(href);
  return raster === undefined ? undefined : { href: raster, keepAspect };
}
