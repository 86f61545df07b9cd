/** Pictures in a PDF: raster images as they are, SVG images as vector graphics, both written once. */
import { base64Bytes } from '../../decode/compression.js';
import type { Report } from '../../diagnostics.js';
import type { Picture } from '../../drawing/scene.js';
import { IDENTITY, type Rect, rect } from '../../geometry/plane.js';
import type { Pixels, SvgDrawer } from '../raster/drawer.js';
import { type RasterHeader, readRasterHeader } from '../raster/rasterHeader.js';
import { embeddable, scaledOutline } from '../svg/imageMarkup.js';
import type { Content } from './contentStream.js';
import type { Graphic, PicturePainter } from './graphic.js';
import type { PdfObjects } from './objects.js';
import { imageEntries, pixelImage } from './pixelImage.js';
import { setOpacity } from './states.js';
import { svgForm } from './svgForm.js';

/** Pixels for one of the page where a picture has to be drawn: three hundred to the inch. */
const DRAWN_SCALE = 300 / 96;

/** Pictures get no more pixels than these. */
const MOST_PIXELS = 16_000_000;

/** Images enlarged more than this are drawn: viewers differ in how they blend few large pixels. */
const MOST_ENLARGED = 2;

/** An image's data, as far as PDF can hold it as it is. */
interface Raster {
  readonly header: RasterHeader;
  readonly bytes: Uint8Array;
}

export class Pictures implements PicturePainter {
  readonly #graphics = new Map<string, Graphic | undefined>();
  readonly #rasters = new Map<string, Raster | undefined>();

  constructor(
    readonly objects: PdfObjects,
    readonly drawer: SvgDrawer,
    readonly report: Report | undefined,
  ) {}

  paint(content: Content, picture: Picture): void {
    const { box, transform, opacity, clip } = picture;
    if (!(box.width > 0 && box.height > 0)) return;
    const image = embeddable(picture);
    if (image === undefined) return;
    const own = this.#own(image, box);
    const graphic = own ?? this.#drawn(picture);
    if (!graphic) return;
    content.isolated(() => {
      content.transform(transform);
      if (clip) content.clip(scaledOutline(clip, box));
      setOpacity(content, this.objects, opacity);
      const place = own && image.keepAspect ? fitted(graphic, box) : box;
      content.transform({ a: place.width, b: 0, c: 0, d: -place.height, e: place.x, f: place.y + place.height });
      content.paint(graphic.resource);
    });
  }

  /** An image as PDF holds it; undefined where it has to be drawn. */
  #own(image: Pick<Picture, 'href' | 'keepAspect'>, box: Rect): Graphic | undefined {
    const { href } = image;
    const svg = /^data:image\/svg\+xml[^,]*;base64,(.*)$/is.exec(href)?.[1];
    if (svg !== undefined) {
      return this.#once(href, () =>
        svgForm(this.objects, this.drawer, this, new TextDecoder().decode(base64Bytes(svg, 'the SVG image'))),
      );
    }
    const raster = this.#raster(href);
    if (!raster || enlargement(raster.header, box, image.keepAspect) > MOST_ENLARGED) return undefined;
    return this.#once(href, () => (raster.header.kind === 'png' ? this.#png(href, raster) : this.#jpeg(raster)));
  }

  #once(key: string, make: () => Graphic | undefined): Graphic | undefined {
    if (!this.#graphics.has(key)) this.#graphics.set(key, make());
    return this.#graphics.get(key);
  }

  #raster(href: string): Raster | undefined {
    if (!this.#rasters.has(href)) this.#rasters.set(href, readRaster(href));
    return this.#rasters.get(href);
  }

  #jpeg({ header, bytes }: Raster): Graphic {
    const { width, height, components } = header;
    const { context } = this.objects.document;
    const stream = context.stream(bytes, {
      ...imageEntries(width, height),
      ColorSpace: components === 1 ? 'DeviceGray' : 'DeviceRGB',
      Filter: 'DCTDecode',
    });
    return { resource: this.objects.name('XObject', context.register(stream)), width, height };
  }

  /** PDF has no PNG images: their pixels are packed anew, none of them lost. */
  #png(href: string, { header: { width, height } }: Raster): Graphic | undefined {
    const pixels = this.#pixels({ href, box: rect(0, 0, width, height), keepAspect: false }, 1);
    return pixels && { resource: pixelImage(this.objects, pixels), width, height };
  }

  /** A picture as it looks in its box. */
  #drawn({ href, box: { width, height }, keepAspect }: Picture): Graphic | undefined {
    return this.#once(JSON.stringify([href, width, height, keepAspect]), () => {
      const scale = Math.min(DRAWN_SCALE, Math.sqrt(MOST_PIXELS / (width * height)));
      const pixels = this.#pixels({ href, box: rect(0, 0, width, height), keepAspect }, scale);
      return pixels && { resource: pixelImage(this.objects, pixels), width, height };
    });
  }

  #pixels({ href, box, keepAspect }: Pick<Picture, 'href' | 'box' | 'keepAspect'>, scale: number): Pixels | undefined {
    const picture: Picture = { kind: 'picture', href, box, keepAspect, transform: IDENTITY, opacity: 1 };
    const root = { kind: 'group', children: [picture] } as const;
    const { width, height } = box;
    try {
      const scene = { viewBox: box, width, height, sheet: { width, height, pageScale: 1 }, root };
      return this.drawer.pixels(this.drawer.document(scene, scale));
    } catch {
      this.report?.({ code: 'missing-image', message: 'An image can’t be read, or is too large, and is left out.' });
      return undefined;
    }
  }
}

/** The data of a PNG or JPEG image; undefined for others, and for what is too large or no base64. */
function readRaster(href: string): Raster | undefined {
  const data = /^data:image\/[\w.+-]+(?:;[^,]*)?;base64,(.*)$/is.exec(href)?.[1];
  const bytes = data === undefined ? undefined : imageBytes(data);
  const header = bytes && readRasterHeader(bytes);
  if (!header || header.width * header.height > MOST_PIXELS) return undefined;
  // The inks of a JPEG image for printers are written in more than one way: resvg tells them apart.
  return header.kind === 'jpeg' && header.components > 3 ? undefined : { header, bytes };
}

/** Undefined for what is no base64: browsers draw no such image either. */
function imageBytes(data: string): Uint8Array | undefined {
  try {
    return base64Bytes(data, 'the image');
  } catch {
    return undefined;
  }
}

/** How many px of the page one pixel of an image gets. */
function enlargement({ width, height }: RasterHeader, box: Rect, keepAspect: boolean): number {
  const [across, down] = [box.width / width, box.height / height];
  return keepAspect ? Math.min(across, down) : Math.max(across, down);
}

/** The largest place in a box that has a graphic's proportions, in the middle of the box. */
function fitted(graphic: Graphic, box: Rect): Rect {
  const scale = Math.min(box.width / graphic.width, box.height / graphic.height);
  const [width, height] = [graphic.width * scale, graphic.height * scale];
  return rect(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height);
}
