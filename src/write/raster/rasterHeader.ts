/** What a raster image is and how large, from the head of its data. */

export interface RasterHeader {
  readonly kind: 'png' | 'jpeg';
  readonly width: number;
  readonly height: number;
  /** Of a JPEG image: 1 shades of gray, 3 colours, 4 printing inks. */
  readonly components: number;
}

/** Undefined for other formats, images that are cut off, and JPEG images of more than eight bits. */
export function readRasterHeader(bytes: Uint8Array): RasterHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 24) return undefined;
  const header = view.getUint32(0) === PNG_SIGNATURE ? pngHeader(view) : jpegHeader(view);
  return header && header.width > 0 && header.height > 0 ? header : undefined;
}

const PNG_SIGNATURE = 0x89504e47;

const pngHeader = (view: DataView): RasterHeader => ({
  kind: 'png',
  width: view.getUint32(16),
  height: view.getUint32(20),
  components: 4,
});

const JPEG_SIGNATURE = 0xffd8;
/** Markers of frames: C0 to CF but for tables (C4), extensions (C8) and arithmetic coding (CC). */
const isFrame = (marker: number): boolean =>
  marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);

function jpegHeader(view: DataView): RasterHeader | undefined {
  if (view.getUint16(0) !== JPEG_SIGNATURE) return undefined;
  for (let at = 2; at + 10 <= view.byteLength; ) {
    const marker = view.getUint16(at);
    if (marker < 0xff00) return undefined;
    // Filling between segments.
    if (marker === 0xffff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) {
      if (view.getUint8(at + 4) !== 8) return undefined;
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      return { kind: 'jpeg', width, height, components: view.getUint8(at + 9) };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of a raster image that resvg can read; undefined for others, over which it does nothing. */
export function rasterSize(bytes: Uint8Array): Size | undefined {
  return readRasterHeader(bytes) ?? gifSize(bytes);
}

/** "GIF8". */
const GIF_SIGNATURE = 0x47494638;

function gifSize(bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 10 || view.getUint32(0) !== GIF_SIGNATURE) return undefined;
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
}
