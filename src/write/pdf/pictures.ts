/** Pictures in a PDF: raster images as they are, SVG images as vector graphics, both written once. */
import { base64Bytes } from '../../decode/compression.js';
import type { Report } from '../../diagnostics.js';
import { IDENTITY, type Rect, rect } from '../../geometry/plane.js';
import type { Picture } from '../../scene/scene.js';
import type { Pixels, SvgDrawer } from '../drawer.js';
import { embeddable, scaledOutline } from '../images.js';
import { writeSvg } from '../svg.js';
import type { Content } from './content.js';
import { readJpegHeader } from './jpegHeader.js';
import type { PdfObjects, Resource } from './objects.js';
import { imageEntries, pixelImage } from './pixelImage.js';
import { setOpacity } from './states.js';
import { svgForm } from './svgForm.js';

/** Something to paint on a square of one unit, y up, and how large it is by itself. */
export interface Graphic {
  readonly resource: Resource;
  readonly width: number;
  readonly height: number;
}

/** Pixels for one of the page where a picture has to be drawn: three hundred to the inch. */
const DRAWN_SCALE = 300 / 96;

/** Pictures that have to be drawn get no more pixels than these. */
const MOST_PIXELS = 16_000_000;

export class Pictures {
  readonly #known = new Map<string, Graphic | undefined>();

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
    const own = this.#graphic(image.href);
    const graphic = own ?? this.#drawn({ ...picture, transform: IDENTITY, opacity: 1, clip: undefined });
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

  /** An image by its data; undefined where PDF has no form of its own for it. */
  #graphic(href: string): Graphic | undefined {
    if (!this.#known.has(href)) this.#known.set(href, this.#read(href));
    return this.#known.get(href);
  }

  #read(href: string): Graphic | undefined {
    const [, kind = '', data = ''] = /^data:image\/([\w+.-]+)(?:;[^,]*)?;base64,(.*)$/is.exec(href) ?? [];
    switch (kind.toLowerCase()) {
      case 'svg+xml':
        return svgForm(this.objects, this.drawer, this, new TextDecoder().decode(base64Bytes(data, 'the SVG image')));
      case 'png':
        return this.#png(href, data);
      case 'jpeg':
      case 'jpg':
        return this.#jpeg(data);
      default:
        return undefined;
    }
  }

  #jpeg(data: string): Graphic | undefined {
    const bytes = imageBytes(data);
    const header = bytes && readJpegHeader(bytes);
    if (!header || header.components > 3) return undefined;
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
  #png(href: string, data: string): Graphic | undefined {
    const bytes = imageBytes(data);
    if (!bytes || bytes.length < 24) return undefined;
    const view = new DataView(bytes.buffer);
    const [width, height] = [view.getUint32(16), view.getUint32(20)];
    if (width * height > MOST_PIXELS || width === 0 || height === 0) return undefined;
    const pixels = this.#pixels({ href, box: rect(0, 0, width, height), keepAspect: false }, 1);
    return pixels && { resource: pixelImage(this.objects, pixels, false), width, height };
  }

  /** A picture as it looks in its box. */
  #drawn(picture: Picture): Graphic | undefined {
    const { href, box, keepAspect } = picture;
    const key = JSON.stringify([href, box.width, box.height, keepAspect]);
    if (!this.#known.has(key)) {
      const scale = Math.min(DRAWN_SCALE, Math.sqrt(MOST_PIXELS / (box.width * box.height)));
      const pixels = this.#pixels(picture, scale);
      this.#known.set(
        key,
        pixels && { resource: pixelImage(this.objects, pixels, true), width: box.width, height: box.height },
      );
    }
    return this.#known.get(key);
  }

  #pixels({ href, box, keepAspect }: Pick<Picture, 'href' | 'box' | 'keepAspect'>, scale: number): Pixels | undefined {
    const picture: Picture = { kind: 'picture', href, box, keepAspect, transform: IDENTITY, opacity: 1 };
    const root = { kind: 'group', children: [picture] } as const;
    const { width, height } = box;
    try {
      return this.drawer.pixels(writeSvg({ viewBox: box, width, height, sheet: { width, height }, root }, { scale }));
    } catch {
      this.report?.({ code: 'missing-image', message: 'An image can’t be read, or is too large, and is left out.' });
      return undefined;
    }
  }
}

/** Undefined for what is no base64: browsers draw no such image either. */
function imageBytes(data: string): Uint8Array | undefined {
  try {
    return base64Bytes(data, 'the image');
  } catch {
    return undefined;
  }
}

/** The largest place in a box that has a graphic's proportions, in the middle of the box. */
function fitted(graphic: Graphic, box: Rect): Rect {
  const scale = Math.min(box.width / graphic.width, box.height / graphic.height);
  const [width, height] = [graphic.width * scale, graphic.height * scale];
  return rect(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height);
}
